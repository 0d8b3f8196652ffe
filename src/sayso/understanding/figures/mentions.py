"""Quantities in a text with their unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.records import Figure
from sayso.spans import Span
from sayso.understanding.figures.before import read_counted_before
from sayso.understanding.figures.counted import MEASURES, Counted, are_metres, are_pounds_money, is_plural, read_counted
from sayso.understanding.figures.currencies import CODES
from sayso.understanding.figures.equal_sums import are_given_as_equal, cannot_be_one_sum, find_unequal_measures
from sayso.understanding.figures.no_figures import is_no_figure
from sayso.understanding.figures.numbers import NUMBER, SCALES, read_number, tidy
from sayso.understanding.figures.quantities import QUANTITY, read_amount

# What "about" leaves open to each side. Source: docs/gold.md, "Figures".
ROOM = 0.1
DIGITS = 4
# How far back a number without a noun finds what it counts: "won 25 delegates and her rival at least 13".
REACH = 160
_LEAST = (
    r"at least|at the very least|more than|well over|just over|over|above|upwards? of|no fewer than|no less than|not less than|"
    r"in excess of|exceed(?:s|ed|ing)?|as few as|as little as|a minimum of|greater than|better than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|"
    r"north of"
)
_MOST = (
    r"up to|as many as|as much as|nearly|almost|less than|fewer than|under|well under|just under|below|at most|no more than|"
    r"not more than|just short of|a maximum of|approach(?:es|ed|ing)?|close to|south of"
)
_ABOUT = (
    r"about|around|some|roughly|approximately|circa|somewhere around|something like|in the region of|"
    r"in the neighbou?rhood of|~"
)
_MODIFIER = re.compile(
    rf"(?:\b(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<about>{_ABOUT}))\s+(?:an?\s(?=half\b))?)$", re.IGNORECASE
)
# "Over ten years" tells how long something goes on, unless one of these stands around it.
_LENGTHS = ("day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades")
_LONGER = re.compile(
    r"\b(?:for|after|in|than|just|well|a\slittle|slightly|took|takes?|taken|taking|lasted|lasts?|lasting|spent|spends?|spending|is|was|are|were|be|"
    r"been|has|have|had|with|of|the|and|waited|served|serving|aged)\s$",
    re.IGNORECASE,
)
_LONGER_AFTER = re.compile(r"\s(?:ago|old|later|earlier|before|since|after|of\sexperience|long)\b")
_ADDS = re.compile(r"\b(?:adds?|added|adding|way)\s$", re.IGNORECASE)
_OR_MORE = re.compile(r"\s?\+(?!\d)|(?:\s[\w-]+)?\sor\s(?:more|higher|greater|above|older)\b(?!\sthan)|-plus\b")
_OR_LESS = re.compile(r"(?:\s[\w-]+)?\sor\s(?:less|fewer|lower|below)\b(?!\sthan)")
_OR_SO = re.compile(r"(?:\s[\w-]+)?\sor\sso\b")
_RANGE = re.compile(r"-?\s(?:to|or)\s|\s?[-–—]\s?")
_SHARED_UNIT = re.compile(r",?\s(?:to|or|and)\s")
# What rises "from 20 to 30 percent" or "5 percent to 20 percent" is at the second in the end, and never in between.
_CHANGE = re.compile(
    r"\b(?:(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )from|rose|fell|up|down|increased?|decreased?|climbed|dropped|grew|jumped|"
    r"slipped|surged|raised?|cut|gained|lost)\s(?:by\s)?$"
)
_SHARED_SCALES = ("thousand", "million", "billion", "trillion", "bn", "tn", "m", "k", "lakh", "crore", "dozen")
# What may follow a number that leaves out its noun, and what leads from one such number to the next.
_ALONE = re.compile(
    r"[,.;:)”\"](?!\d)|\s(?:more|fewer|less)\sthan\b|\s(?:for|against|in|of|that|who)\s(?!\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
# Games and the like: "won four of five".
_OUT_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:out\s)?of\s(?:the\slast\s|their\slast\s)?$"
)
_PARALLEL = re.compile(r"(?:\b(?:and|while|against|versus|but|to|or|with)|[,;:])\s(?:[\w’'-]+\s){0,4}$")
# "Of my 1,000 followers, five left"; "Rubio has 28, Cruz has 22".
_OF_WHOM = re.compile(r"\b[Oo]f\s(?:(?:the|my|our|his|her|its|their|those|these|all)\s)*$")
_HOLDS = re.compile(r"\b(?:has|have|had|won|got|gets|received)\s(?:only\s|just\s)?$")
# From where on a number is compared with those of its size only.
LARGE = 1e6
_COMPOUND = re.compile(
    rf",?\s(?:and\s)?(?P<count>{NUMBER})[\s-](?P<unit>ounces?|oz|inch(?:es)?|minutes|seconds|pounds)\b", re.IGNORECASE
)
# How many of the small unit make one of the large.
PARTS_OF = {
    ("pounds", "ounce"): 16, ("pounds", "ounces"): 16, ("pounds", "oz"): 16, ("feet", "inches"): 12, ("feet", "inch"): 12,
    ("foot", "inches"): 12, ("hours", "minutes"): 60, ("hour", "minutes"): 60, ("stone", "pounds"): 14,
    ("minutes", "seconds"): 60, ("minute", "seconds"): 60,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number as found, before its neighbours are looked at; `last` is the end of the number itself."""

    start: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    counted: Counted | None
    # Whether the number could count something at all, unlike a date or an age.
    counts: bool
    # Whether the number bears its unit, as "$5" does.
    signed: bool

    @property
    def end(self) -> int:
        return max(self.last, self.counted.end) if self.counted else self.last


def find_figures(text: str, start: int = 0, end: int | None = None, *, dollar: str = "USD") -> list[Figure]:
    """The figures in `text[start:end]`, spans into `text`, in order.

    A year, a day of a month, an age, a clock time or a number in a name is no figure. `low` and `high` are given where
    the words leave room ("at least", "about", "dozens", "20 to 30"). `dollar` is the ISO 4217 code of a plain "$",
    the currency of the country that the text is from. Source: docs/gold.md, "Figures".
    """
    stop = len(text) if end is None else end
    quantities = []
    place = start
    while found := QUANTITY.search(text, place, stop):
        quantity = _read(text, found, (start, place), stop, dollar)
        quantities.append(quantity)
        place = quantity.end
    return [
        Figure(Span(one.start, one.end), _rounded(one.value), one.counted.unit, _rounded(one.low), _rounded(one.high))
        for one in _take_units(text, _join(text, quantities))
        if one.counted
    ]


def _rounded(value: float | None) -> float | None:
    """`value` without the endless digits of "two thirds"."""
    return None if value is None else round(value, DIGITS)


def find_unequal_sums(text: str, figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The pairs of sums or measures that `text` gives as one, in two currencies or units, and that cannot be one.

    `figures` are all those of `text` in order, as `find_figures` gives them.

    "$5 million (€4.6 million)" and "10 miles (16 km)" can; "$5 million (€460 million)" and "10 miles (60 km)" cannot.
    Only what is far off is told: see `equal_sums.BAND` and `equal_sums.TOLERANCE`. In order of their place.
    """
    pairs = [pair for pair in pairwise(figures) if are_given_as_equal(text, *pair) and cannot_be_one_sum(text, *pair)]
    return sorted([*pairs, *find_unequal_measures(text)], key=lambda pair: pair[0].span.start)


def _read(text: str, found: re.Match[str], since: tuple[int, int], stop: int, dollar: str) -> _Quantity:
    """The number that `found` matches; `since` is where what may be read begins, and where the number before ends."""
    amount = read_amount(found, dollar)
    value, last = amount.value, found.end()
    more = _OR_MORE.match(text, last, stop)
    at = more.end() if more else last
    if amount.unit:
        counted: Counted | None = Counted(amount.unit, at)
    else:
        counted = read_counted(text, at, stop, value, dollar)
    if are_metres(text, found.start(), last, counted):
        value, counted = read_number(text[found.start() : last - 1]), Counted("m", last)
    counts = not is_no_figure(text, found, counted)
    counted = counted if counts else None
    if counted and counted.unit in ("pound", "pounds") and are_pounds_money(text, found.start(), counted.end):
        counted = replace(counted, unit="GBP")
    if counted and value is not None:
        value = tidy(value * counted.scale)
        value, counted = _with_small_part(text, value, counted, stop)
    modifier = _MODIFIER.search(text, max(since[1], found.start() - 40), found.start())
    if modifier and _bounds_nothing(text, modifier, counted):
        modifier = None
    if counts and not counted:
        counted = read_counted_before(text, modifier.start() if modifier else found.start(), at, since[0])
    low, high = _bounds(text, counted.end if counted else last, value, modifier, bool(more))
    return _Quantity(
        modifier.start() if modifier else found.start(), last, value, amount.low or low, amount.high or high, counted, counts,
        bool(amount.unit) or text.startswith("/-", last),
    )  # fmt: skip


def _bounds_nothing(text: str, modifier: re.Match[str], counted: Counted | None) -> bool:
    """Whether the modifier is a preposition: "spread over ten years", "it adds up to 20"."""
    word, before = modifier[0].split()[0].lower(), text[max(0, modifier.start() - 20) : modifier.start()]
    if word == "up":
        return bool(_ADDS.search(before))
    return (
        word == "over"
        and counted is not None
        and counted.unit in _LENGTHS
        and not _LONGER.search(before)
        and not _LONGER_AFTER.match(text, counted.end)
    )


def _with_small_part(text: str, value: float, counted: Counted, stop: int) -> tuple[float, Counted]:
    """The value with "and 5.4 ounces" after "2 pounds" added."""
    found = _COMPOUND.match(text, counted.end, stop)
    whole = PARTS_OF.get((counted.unit, found["unit"].lower())) if found else None
    if not found or not whole:
        return value, counted
    return tidy(value + read_number(found["count"]) / whole), replace(counted, end=found.end())


def _bounds(
    text: str, end: int, value: float | None, modifier: re.Match[str] | None, more: bool
) -> tuple[float | None, float | None]:
    """Lowest and highest value; None where the words leave an end open, or say nothing of it."""
    if value is None:
        return None, None
    if more or _OR_MORE.match(text, end):
        return value, None
    if _OR_LESS.match(text, end):
        return None, value
    if modifier and modifier["least"]:
        return value, None
    if modifier and modifier["most"]:
        return None, value
    if modifier or _OR_SO.match(text, end):
        return tidy(value * (1 - ROOM)), tidy(value * (1 + ROOM))
    return None, None


def _join(text: str, quantities: list[_Quantity]) -> list[_Quantity]:
    """`quantities` with ranges as one, scores of games left out, units shared: "12 and 18 percent"."""
    joined: list[_Quantity] = []
    for quantity in quantities:
        before = joined[-1] if joined else None
        if before is None:
            joined.append(quantity)
            continue
        link = text[before.end : quantity.start]
        earlier = joined[-2] if len(joined) > 1 else None
        is_list = earlier and text[earlier.end : before.start] == ", " and "or" in link
        whole = None if is_list else _range(text, before, quantity, link)
        if whole:
            joined[-1] = whole
        elif re.fullmatch(r"[-–]", link) and not before.counted:
            # "6-1" is a score, "2012-16" a stretch of years.
            joined[-1] = replace(quantity, counted=None, counts=False)
        else:
            if _SHARED_UNIT.fullmatch(link) and before.counts and not before.counted and quantity.counted:
                joined[-1] = replace(before, counted=Counted(quantity.counted.unit, before.last))
            joined.append(quantity)
    return joined


def _take_units(text: str, quantities: list[_Quantity]) -> list[_Quantity]:
    """`quantities` with numbers that stand alone taking the unit of the one before: "25 delegates, … at least 13."."""
    taken: list[_Quantity] = []
    for one in quantities:
        before = _before(taken, one)
        if (
            before
            and before.counted
            and one.counts
            and not one.counted
            and one.value is not None
            and one.start - before.end <= REACH
            and _stands_alone(text, before, one)
        ):
            one = replace(one, counted=Counted(before.counted.unit, one.last))
        taken.append(one)
    return taken


def _before(taken: list[_Quantity], one: _Quantity) -> _Quantity | None:
    """The last figure before `one`; the last in millions where `one` is in millions, else the last that is not."""
    figures = [other for other in reversed(taken) if other.counted and one.start - other.end <= REACH]
    is_large = (one.value or 0) >= LARGE
    like = [other for other in figures if (max(other.value or 0, other.high or 0) >= LARGE) == is_large]
    return next(iter(like or figures), None)


def _stands_alone(text: str, before: _Quantity, one: _Quantity) -> bool:
    """Whether nothing is counted by `one` but what the figure `before` it counts."""
    between = text[before.end : one.start]
    if "\n" in between or not before.counted:
        return False
    if between == ", " and _OF_WHOM.search(text, max(0, before.start - 30), before.start):
        return is_plural(before.counted.unit)
    if not _ALONE.match(text, one.last) or _OUT_OF.search(between):
        return False
    if not is_plural(before.counted.unit) or before.counted.unit in (*MEASURES, "percent"):
        return False
    if _HOLDS.search(between) and between.count(". ") < 2:
        return True
    # Across the end of a sentence only what is weighed as a count is taken for one.
    weighed = one.low is not None or one.high is not None
    return weighed if re.search(r"[.!?][”\"’']?\s", between) else weighed or bool(_PARALLEL.search(between))


def _range(text: str, first: _Quantity, last: _Quantity, link: str) -> _Quantity | None:
    """The two ends as one quantity, when they are ends: "20 to 30 people", "between $5 and $8", "$3-4 billion"."""
    if not first.counts or first.value is None or last.value is None:
        return None
    opening = text[max(0, first.start - 20) : first.start]
    is_between = bool(re.search(r"\bbetween\s$", opening, re.IGNORECASE))
    if not (_RANGE.fullmatch(link) or (is_between and re.fullmatch(r"\sand\s", link))):
        return None
    counted = first.counted if first.signed and not last.signed and first.counted else last.counted
    if not counted or (first.counted and first.counted.unit != counted.unit) or _CHANGE.search(opening):
        return None
    if not is_between and first.counted and not first.signed and "to" in link:
        return None
    if re.search("[-–—]", link) and not _is_range_unit(counted.unit):
        return None
    low = tidy(first.value * _shared_scale(text[last.start : last.last].lower(), first.value, last.value))
    if low >= last.value:
        return None
    end = max(last.last, counted.end)
    return replace(last, start=first.start, value=None, low=low, high=last.value, counted=replace(counted, end=end))


def _is_range_unit(unit: str) -> bool:
    """Whether a range with a hyphen may count `unit`; "a 3-4 defeat" tells a score."""
    return unit in CODES or unit in ("percent", "percentage points") or is_plural(unit) or unit in MEASURES


def _shared_scale(words: str, low: float, high: float) -> float:
    """The scale that "$3" takes from "4 billion"; 1 when the first is the larger as told."""
    scale = next((SCALES[one] for one in _SHARED_SCALES if re.search(rf"(?<![a-z]){one}$", words)), 1.0)
    return scale if low < high / scale else 1.0
