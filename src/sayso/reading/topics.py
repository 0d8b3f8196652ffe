"""Tell by its words whether a line opens another article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

# What stands before is asked behind the first letter, for which the text can be searched fast.
_NAME = re.compile(r"[A-ZÀ-Þ](?:(?<=[a-z,;’'\"“] .)[\w’-]{2,}|(?<=[A-Z])(?<!\w.)[A-Z]+\b)")
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
    own, folded = _words(line), later.casefold()
    shared = NEARER_TO_NEXT * max(1, len(own))
    # What costs least is asked first: most lines are told by the paragraphs behind them alone.
    if sum([word in folded for word in own]) < shared:
        return False
    new = _words(later)
    if len(own & new) < shared:
        return False
    names = set(_NAME.findall(later))
    earlier = " ".join(before)
    kept = (name for name in names if name in earlier)
    if not names or next(islice(kept, int(NAMES_KEPT * len(names)), None), None) is not None:
        return False
    old = _words(earlier)
    if len(old & new) > WORDS_KEPT * len(new):
        return False
    return len(own & new) - len(own & old) >= shared


def _words(text: str) -> set[str]:
    return set(map(str.casefold, _WORD.findall(text)))
