"""Ask other programs which words of a page are its body."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from typing import Any

from sayso.errors import MissingExtra


def ask_trafilatura(source: str, thorough: bool) -> list[str]:
    """The lines of the body by trafilatura in precision mode; none where the page is beyond it.

    `thorough` lets it compare its own answer with those of two other programs, which costs it half of its time.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            text = trafilatura.extract(
                source, favor_precision=True, include_comments=False, include_tables=False, fast=not thorough
            )
        except Exception:  # the page is broken in a way that trafilatura does not foresee
            return []
    return [line for line in (text or "").splitlines() if line.strip()]


def ask_readability(source: str) -> str:
    """The words of the body by readability-lxml, run together; "" where the page is beyond it.

    Raises `MissingExtra` where readability-lxml is not installed.
    """
    make_document = load_readability()
    import lxml.html

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return str(lxml.html.fromstring(make_document(source).summary()).text_content())
        except Exception:  # the page is broken in a way that readability does not foresee
            return ""


def load_readability() -> Callable[..., Any]:
    """What makes a document of readability-lxml; raises `MissingExtra` where it is not installed."""
    try:
        from readability import Document
    except ModuleNotFoundError as error:
        raise MissingExtra("best", f"{error.name} is not installed", "run: pip install 'sayso[best]'") from error
    return Document  # type: ignore[no-any-return]
