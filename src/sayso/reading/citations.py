"""Read the works that a list of used sources names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading import cues
from sayso.records import Citation

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+")
_BRACKETS = re.compile(r"\(([^()]{2,120})\)\s*$")
_DASH = re.compile(r"\s+[–—-]\s+")
_HEADER = re.compile(r"^(?:used articles|used sources|sources?|references|quellen?)\s*:\s*(?=\S)", re.IGNORECASE)
_OWN_WORK = re.compile(r"own (?:reporting|research|material)|eigene recherche", re.IGNORECASE)


def read_citations(lines: Sequence[str]) -> list[Citation]:
    """The works named by the lines of a source list, its header included.

    A line may read `Title (Writer – Outlet), https://…`; one line may name several works, with semicolons between.
    """
    cites: list[Citation] = []
    for line in lines:
        if cues.is_source_header(line):
            continue
        rest = _HEADER.sub("", line)
        pieces = rest.split(";") if not _URL.search(rest) else [rest]
        cites += [cite for piece in pieces if (cite := _read(piece)) is not None]
    return cites


def _read(text: str) -> Citation | None:
    address = _URL.search(text)
    url = address.group().rstrip(".,;)") if address else None
    title = (text[: address.start()] if address else text).strip(" \t\u00a0,;:–—-•*")
    outlet = None
    brackets = _BRACKETS.search(title)
    if brackets:
        outlet = _DASH.split(brackets[1])[-1].strip()
        title = title[: brackets.start()].strip(" ,;")
    if _OWN_WORK.fullmatch(title.rstrip(".")):
        return None
    return Citation(title or None, url, outlet) if title or url else None
