"""Lines for a terminal."""

from __future__ import annotations

import textwrap

WIDTH = 88


def wrapped(text: str, indent: str = "", later: str | None = None) -> list[str]:
    """`text` in lines of at most `WIDTH` columns: the first after `indent`, the others after `later`."""
    # A page must not be able to steer the reader's terminal.
    safe = "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))
    return textwrap.wrap(
        safe,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if later is None else later,
        break_on_hyphens=False,
    )
