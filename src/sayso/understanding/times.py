"""Times that a text names, resolved against the day it was published."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.records import TimeMention
from sayso.spans import Span
from sayso.text.days import day_of

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
TIME = re.compile(
    rf"\b(?:on |early on |late on |early |late |in |since |by |until )?(?:"
    rf"(?P<md>(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y1>(?:19|20)\d\d))?\b)"
    rf"|(?P<dm>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTH})(?:,? (?P<y2>(?:19|20)\d\d))?\b)"
    rf"|(?P<my>(?P<m3>{_MONTH}),? (?P<y3>(?:19|20)\d\d)\b)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
    r"|(?P<year>(?<=in )(?:19|20)\d\d|(?<=since )(?:19|20)\d\d)\b"
    r"|(?P<weekday>(?P<which>next |last |this )?(?:Mondays?|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b(?! [A-Z])"
    r"|(?P<near>today|yesterday|tomorrow|tonight|last night|this morning|this week|last week|next week|this month|last month|"
    r"next month|this year|last year|next year)\b"
    r"|(?P<ahead>over the (?:next|coming|past|last) (?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten) (?P<size>days|weeks|months|years))\b)",
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365}


def find_times(text: str, published: str | None, start: int = 0, end: int | None = None) -> list[TimeMention]:
    """The times in `text[start:end]` that can be resolved, spans into `text`, in order.

    A bare weekday is the last such day up to publication, or the next one after "next". A day without a year takes
    the year that brings it closest to publication. Without `published` only full dates are resolved.
    """
    anchor = day_of(published)
    times = []
    for found in TIME.finditer(text, start, len(text) if end is None else end):
        value = _value(found, anchor)
        if value:
            times.append(TimeMention(Span(found.start(), found.end()), value))
    return times


def _value(found: re.Match[str], anchor: date | None) -> str | None:
    if found["md"] or found["dm"]:
        month = _month(found["m1"] or found["m2"])
        return _day(int(found["d1"] or found["d2"]), month, found["y1"] or found["y2"], anchor)
    if found["my"]:
        return f"{found['y3']}-{_month(found['m3']):02d}"
    if found["iso"]:
        return found["iso"]
    if found["year"]:
        return found["year"]
    if anchor is None:
        return None
    if found["weekday"]:
        return _weekday(found["weekday"].lower().split()[-1].removesuffix("s"), (found["which"] or "").strip(), anchor)
    if found["near"]:
        return _near(found["near"], anchor)
    return _ahead(found, anchor)


def _month(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _day(day: int, month: int, year: str | None, anchor: date | None) -> str | None:
    if not year and not anchor:
        return None
    years = [int(year)] if year else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
    days = []
    for candidate in years:
        try:
            days.append(date(candidate, month, day))
        except ValueError:
            continue
    if not days:
        return None
    best = min(days, key=lambda one: abs((one - anchor).days)) if anchor and not year else days[0]
    return best.isoformat()


def _weekday(name: str, which: str, anchor: date) -> str:
    back = (anchor.weekday() - WEEKDAYS.index(name)) % 7
    if which == "next":
        return (anchor + timedelta(days=(7 - back) % 7 or 7)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (anchor - timedelta(days=back)).isoformat()


def _near(words: str, anchor: date) -> str:
    if words in ("today", "tonight", "this morning"):
        return anchor.isoformat()
    if words in ("yesterday", "last night"):
        return (anchor - timedelta(days=1)).isoformat()
    if words == "tomorrow":
        return (anchor + timedelta(days=1)).isoformat()
    which, size = words.split()
    step = {"last": -1, "this": 0, "next": 1}[which]
    if size == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if size == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(anchor.year + step)


def _ahead(found: re.Match[str], anchor: date) -> str:
    count = COUNTS.get(found["count"]) or int(found["count"])
    length = timedelta(days=count * DAYS[found["size"]])
    if "past" in found["ahead"] or "last" in found["ahead"]:
        return f"{(anchor - length).isoformat()}/{anchor.isoformat()}"
    return f"{anchor.isoformat()}/{(anchor + length).isoformat()}"
