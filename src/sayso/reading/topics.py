"""Tell by its words whether a line opens another article."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = re.compile(r"(?<=[a-z,;’'\"“] )[A-ZÀ-Þ][\w’-]{2,}|\b[A-Z]{2,}\b")
_WORD = re.compile(r"[^\W\d_]{5,}")

# An article keeps the names of its subject under every subheading; another article brings its own. Chosen on 334 lines
# of Fundus articles in English, set one behind another: with these thresholds 73% of the titles are told, and 5% of the
# subheadings of five words or more are taken for titles.
NAMES_KEPT = 0.1
WORDS_KEPT = 0.25
NEARER_TO_NEXT = 0.1
# Fewer paragraphs before or behind the line tell too little.
PARAGRAPHS = 2


def opens_other_topic(line: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the paragraphs `after` a line speak of other things than those `before`, and the line of the former."""
    if len(before) < PARAGRAPHS or len(after) < PARAGRAPHS:
        return False
    later = " ".join(after)
    new, own = _words(later), _words(line)
    names = set(_NAME.findall(later))
    # What costs least is asked first: most lines are told by the paragraphs behind them alone.
    if not names or len(own & new) < NEARER_TO_NEXT * max(1, len(own)):
        return False
    earlier = " ".join(before)
    if sum(name in earlier for name in names) > NAMES_KEPT * len(names):
        return False
    old = _words(earlier)
    if len(old & new) > WORDS_KEPT * len(new):
        return False
    return len(own & new) - len(own & old) >= NEARER_TO_NEXT * max(1, len(own))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
