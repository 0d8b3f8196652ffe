"""Whether two figures can be one quantity."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from sayso.comparing.clauses import Clause, place_in
from sayso.records import Figure
from sayso.text.words import WORD, content_terms, stem

# Figures closer than this share are one figure told in other words ("nearly 300", "298").
CLOSE = 0.03
# So many words on either side of a figure tell what it counts.
AROUND = 5
RATE = re.compile(
    r"^\W*(?:[\w'’]+\W+){0,3}?(?:a|an|per|each|every)\s+(?:\w+\s+)?(second|minute|hour|day|night|week|month|year|person|head|ton|tonne|"
    r"barrel|share|kilo\w*|gallon|litre|boat|household)\b",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"^\W*(?:[\w'’]+\W+){0,4}?(?:in|over|within|during|for)\s+(?:the\s+)?(?:(?:first|last|past|next)\s+)?[\w-]+\s+"
    r"(seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b",
    re.IGNORECASE,
)
PART = re.compile(r"(?:^\W*|\s)of (?:the|its|their|his|her|those|these|them|which|whom)\b", re.IGNORECASE)
REST = re.compile(r"^[\w,.-]+ (?:remaining|others?|more|further|additional|new)\b", re.IGNORECASE)
REST_BEFORE = re.compile(r"\b(?:another|other|further|additional|remaining|last)\W*$", re.IGNORECASE)
FATES = (
    ("dead", re.compile(r"\b(?:dead|die[sd]?|dying|deaths?|kill(?:s|ed|ing)?|fatalities|lives|bodies|toll)\b", re.IGNORECASE)),
    ("hurt", re.compile(r"\b(?:injur\w*|wound\w*|hurt|hospitali[sz]ed|treated)\b", re.IGNORECASE)),
    ("missing", re.compile(r"\b(?:missing|unaccounted)\b", re.IGNORECASE)),
    ("saved", re.compile(r"\b(?:rescued|saved|surviv\w*|evacuated|freed|released)\b", re.IGNORECASE)),
    ("held", re.compile(r"\b(?:arrested|detained|held|charged)\b", re.IGNORECASE)),
)  # fmt: skip


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures may be the same quantity as told."""
    if one.value is not None and other.value is not None:
        return abs(one.value - other.value) <= CLOSE * max(abs(one.value), abs(other.value))
    exact = one.value if one.value is not None else other.value
    low = one.low if one.low is not None else other.low
    return exact is None or low is None or exact >= low


def may_both_hold(one: Figure, other: Figure) -> bool:
    """Whether two figures leave room for one quantity: "at least nine" and 14 do, 9 and 14 do not."""
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def differing_figures(one: Clause, other: Clause) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures of one unit that cannot be the same, where no figure of that unit agrees."""
    for figure in one.figures:
        same = [there for there in other.figures if _unit(there) == _unit(figure)]
        if same and not any(agree(figure, there) for there in same):
            for there in same:
                if not any(agree(there, here) for here in one.figures if _unit(here) == _unit(figure)):
                    yield figure, there


def count_alike(one: Clause, figure: Figure, other: Clause, there: Figure) -> bool:
    """Whether two figures count the same thing: in the same measure, of the same fate, in a setting with a word in common.

    "62,000 a day" and "310,000 in five days", or the dead and the injured, do not.
    """
    here, beside = _setting(one, figure), _setting(other, there)
    if here[1] != beside[1] or (here[2] and beside[2] and here[2] != beside[2]):
        return False
    return bool(here[0] & beside[0])


def in_one_measure(one: Clause, figure: Figure, other: Clause, there: Figure) -> bool:
    """Whether two figures are told in the same measure: a rate, a span of time, a part of a whole, the rest of it, or none."""
    return _setting(one, figure)[1] == _setting(other, there)[1]


def tell(figure: Figure) -> str:
    """The figure in digits with its unit."""
    number = figure.value if figure.value is not None else figure.low
    return f"{number:,.10g} {figure.unit}" if number is not None else figure.unit


def _setting(clause: Clause, figure: Figure) -> tuple[set[str], str, str]:
    """The words around a figure without its unit, its measure ("day" of "a day"), the fate that it counts."""
    at = place_in(clause, figure.span)
    before, after = clause.words[: at.start], clause.words[at.end :]
    near = f"{' '.join(_words(before)[-AROUND:])} {' '.join(_words(after)[:AROUND])}"
    rate, period = RATE.match(after), PERIOD.match(after)
    measure = f"a {rate[1].lower()}" if rate else f"in {period[1].lower().rstrip('s')}s" if period else ""
    own = clause.words[at.start : at.end]
    if REST.search(f"{own} {after}") or REST_BEFORE.search(before):
        measure = "beside others"
    elif PART.match(after) or PART.search(own):
        measure = "of them"
    # The verb nearest behind the figure tells the fate, else the one before: "12 died and 30 were hurt".
    fate = _nearest_fate(" ".join(_words(after)[:AROUND]), first=True) or _nearest_fate(
        " ".join(_words(before)[-AROUND:]), first=False
    )
    # The unit counts too: the 14 boxes of one sentence and the 16 boxes of another are in a setting of boxes.
    unit = set(content_terms(figure.unit)) if not figure.unit.isupper() else set()
    return set(content_terms(near)) | unit, measure, fate


def _nearest_fate(words: str, first: bool) -> str:
    places = [(found.start(), name) for name, pattern in FATES for found in pattern.finditer(words)]
    return (min(places) if first else max(places))[1] if places else ""


def _words(text: str) -> list[str]:
    return [found[0] for found in WORD.finditer(text)]


def _unit(figure: Figure) -> str:
    return figure.unit if figure.unit.isupper() else stem(figure.unit)


def _range(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else -math.inf if figure.high is not None else figure.value
    high = figure.high if figure.high is not None else math.inf if figure.low is not None else figure.value
    return low if low is not None else -math.inf, high if high is not None else math.inf
