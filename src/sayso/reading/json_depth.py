"""How deep the JSON of a page may be nested.

Python's own limit depends on how deep the reader stands in its caller, so that one page would be read or refused by turns.
"""

from __future__ import annotations

import re

# Feeds, records and JSON-LD that are meant to be read stay below ten.
MOST_LEVELS = 100
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def check_depth(source: str) -> None:
    """Raise `ValueError` when lists and objects in `source` lie deeper than `MOST_LEVELS` in each other; linear in its length."""
    if source.count("[") + source.count("{") <= MOST_LEVELS:
        return
    depth = 0
    for mark in _MARKS.finditer(source):
        found = mark[0]
        if found in "[{":
            depth += 1
            if depth > MOST_LEVELS:
                raise ValueError(f"it is nested more than {MOST_LEVELS} levels deep")
        elif found in "]}":
            depth -= 1
