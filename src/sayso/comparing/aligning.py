"""What the one thing tells in which two clauses differ that are else the same, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayso.comparing.clauses import Clause
from sayso.spans import Span
from sayso.text.words import SMALL_NUMBERS, STOP, WORD, fold, number_value

# Share of the words of both that stand in both in one order. Chosen on the dev half of changed_claims.py.
MOSTLY_SAME = 0.7
# So many words on either side may differ, in one place.
MOST_CHANGED = 4
FEWEST_SAME = 4
CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
DENYING = {"not", "never", "no", "nobody", "none", "nothing"}
BEFORE_PLACE = {"in", "at", "near", "outside", "off", "from", "to", "into", "around"}
ChangeKind = Literal["number", "date", "place", "name", "negation"]


@dataclass(frozen=True, slots=True)
class Change:
    """The words that differ, with where they stand in the article of each clause."""

    kind: ChangeKind
    one: str
    other: str
    spans: tuple[Span, Span]


def find_change(one: Clause, other: Clause) -> Change | None:
    """The one change between two clauses, None when more differs or the words that differ may mean the same."""
    a, b = list(WORD.finditer(one.words)), list(WORD.finditer(other.words))
    # The longer of the two has at most a few words more: cheap to see, and most pairs end here.
    if abs(len(a) - len(b)) > MOST_CHANGED:
        return None
    here, there = [fold(found[0]) for found in a], [fold(found[0]) for found in b]
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    if matcher.quick_ratio() < MOSTLY_SAME:
        return None
    changed = [
        (i, j, k, m)
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal" and not _idle(here[i:j] + there[k:m])
    ]
    same = sum(block.size for block in matcher.get_matching_blocks())
    if len(changed) != 1 or same < FEWEST_SAME or 2 * same < MOSTLY_SAME * (len(here) + len(there)):
        return None
    i, j, k, m = changed[0]
    if max(j - i, m - k) > MOST_CHANGED:
        return None
    kind = _kind([found[0] for found in a[i:j]], [found[0] for found in b[k:m]], here[i - 1] if i else "")
    if kind is None:
        return None
    spans = (_place(one, a, i, j), _place(other, b, k, m))
    return Change(kind, spans[0][0], spans[1][0], (spans[0][1], spans[1][1]))


def _idle(words: Sequence[str]) -> bool:
    """Whether words say nothing that a claim rests on; those that deny are stop words, and do."""
    return all(word in STOP and word not in DENYING and word not in SMALL_NUMBERS for word in words)


def _kind(here: Sequence[str], there: Sequence[str], before: str) -> ChangeKind | None:
    a, b = [fold(word) for word in here], [fold(word) for word in there]
    if bool(DENYING & set(a)) != bool(DENYING & set(b)):
        return "negation" if all(word in STOP for word in a + b) else None
    if not a or not b:
        return None
    values = [_values(words) for words in (a, b)]
    if values[0] and values[1]:
        return "number" if values[0] != values[1] else None
    if any(CALENDAR.fullmatch(word) for word in a) and any(CALENDAR.fullmatch(word) for word in b):
        return "date"
    if all(_is_name(word) for word in here) and all(_is_name(word) for word in there):
        # "Zelensky" and "Zelenskyy", "U.S." and "United States" are one name.
        if _initials(here) == _initials(there) or a[-1][:4] == b[-1][:4]:
            return None
        return "place" if before in BEFORE_PLACE else "name"
    return None


def _values(words: Sequence[str]) -> list[float]:
    """The numbers that the words tell, empty when one of them is no number."""
    found = []
    for word in words:
        value = number_value(word)
        if value is not None:
            found.append(value)
        elif word not in STOP:
            return []
    return found


def _is_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in ("of", "the", "de", "van", "and")


def _initials(words: Sequence[str]) -> str:
    letters = "".join(word.replace(".", "") if word.replace(".", "").isupper() else word[0] for word in words)
    return letters.upper()


def _place(clause: Clause, words: Sequence[re.Match[str]], start: int, end: int) -> tuple[str, Span]:
    """The words from `start` to `end`, or the one before where there are none, with their span in the article."""
    if start == end:
        start, end = max(0, start - 1), max(1, start)
    first, last = words[start].start(), words[end - 1].end()
    at = 0
    for span in clause.spans:
        if first < at + len(span):
            begin = span.start + first - at
            return clause.words[first:last], Span(begin, max(begin + 1, min(span.end, begin + last - first)))
        at += len(span) + 1
    return clause.words[first:last], clause.spans[-1]
