"""Times that a text names, resolved against the day it was published."""

from __future__ import annotations

import re
from datetime import date

from sayso.records import TimeMention
from sayso.spans import Span
from sayso.text.days import day_of
from sayso.understanding.figures.numbers import NUMBER
from sayso.understanding.times.resolving import Setting, count_of, moved
from sayso.understanding.times.tense import sentence_around
from sayso.understanding.times.words import KINDS, NEEDED

# How far back another time is looked for that "two days later" counts from.
REACH = 300
_RELATIVE = re.compile(
    rf"\b(?P<count>{NUMBER}|an?)[\s-](?P<unit>day|week|month|year)s?\s(?P<way>later|earlier)\b", re.IGNORECASE
)
_LATER = re.compile(r"(?i:later|earlier)")
_JOINED = re.compile(r"\s(?:and|to|through|until|till)\s(?:on\s)?")


def find_times(text: str, published: str | None, start: int = 0, end: int | None = None) -> list[TimeMention]:
    """The times in `text[start:end]` that can be resolved, spans into `text`, in order.

    A bare weekday is the last such day up to publication, or the next one where the sentence tells of what is to come.
    A day or month without a year takes the year that fits likewise. Without `published`, an ISO 8601 day or moment,
    only what bears its year is resolved. Lengths without a number ("the past few days"), "today" as "nowadays" and
    times that hang on another event are left out. Source: docs/gold.md, "Times".
    """
    stop = len(text) if end is None else end
    setting = Setting(text, day_of(published))
    relative = list(_RELATIVE.finditer(text, start, stop)) if _LATER.search(text, start, stop) else []
    # Times before `start` are read for what counts from them, and left out again.
    times = _join(text, _resolved(setting, max(0, start - REACH) if relative else start, stop))
    times += _counted_on(text, times, relative)
    return sorted((one for one in times if one.span.start >= start), key=lambda one: one.span.start)


def _resolved(setting: Setting, start: int, stop: int) -> list[TimeMention]:
    taken: list[tuple[int, int]] = []
    times = []
    for pattern, resolve in KINDS:
        needed = NEEDED.get(resolve)
        if needed and not needed.search(setting.text, start, stop):
            continue
        for found in pattern.finditer(setting.text, start, stop):
            if any(found.start() < last and first < found.end() for first, last in taken):
                continue
            taken.append(found.span())
            value = resolve(found, setting)
            if value:
                times.append(TimeMention(Span(found.start(), found.end()), value))
    return sorted(times, key=lambda one: one.span.start)


def _join(text: str, times: list[TimeMention]) -> list[TimeMention]:
    """`times` with "between January 1 and September 18" as one interval."""
    joined: list[TimeMention] = []
    for time in times:
        before = joined[-1] if joined else None
        if before and _is_interval(text, before, time):
            joined[-1] = TimeMention(Span(before.span.start, time.span.end), f"{before.value}/{time.value}")
        else:
            joined.append(time)
    return joined


def _is_interval(text: str, first: TimeMention, last: TimeMention) -> bool:
    link = _JOINED.fullmatch(text, first.span.end, last.span.start)
    if not link or len(first.value) != len(last.value) or "/" in first.value or first.value >= last.value:
        return False
    # "Until earlier this year" is a time of its own.
    if not re.search(r"\d", last.span.cut(text)):
        return False
    opening = "between" if "and" in link[0] else "from"
    return bool(
        re.search(rf"\b{opening}\s(?:on\s)?$", text[max(0, first.span.start - 12) : first.span.start], re.IGNORECASE)
    )


def _counted_on(text: str, times: list[TimeMention], relative: list[re.Match[str]]) -> list[TimeMention]:
    """Times told as a length after or before another one that the same or the last sentence gives."""
    counted = []
    for found in relative:
        sentence = sentence_around(text, found.start(), found.end())[0]
        if found["way"].lower() == "later" and sentence > 0:
            sentence = sentence_around(text, sentence - 1, sentence - 1)[0]
        given = [one for one in times if sentence <= one.span.start and one.span.end <= found.start()]
        # "Today" and "last year" are no day that a tale counts from.
        given = [one for one in given if re.search(r"\d|[A-Z]", one.span.cut(text))]
        value = _from_other(given[-1].value, found) if given else None
        if value:
            counted.append(TimeMention(Span(found.start(), found.end()), value))
    return counted


def _from_other(value: str, found: re.Match[str]) -> str | None:
    """`value` moved by the length in `found`; None when it is less precise than that length."""
    unit = found["unit"].lower()
    if "/" in value or len(value) < {"year": 4, "month": 7}.get(unit, 10):
        return None
    day = date.fromisoformat(f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01"[:10])
    return moved(day, unit, count_of(found["count"]) * (1 if found["way"].lower() == "later" else -1))
