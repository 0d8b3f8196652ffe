"""Days, weeks, months, seasons of the calendar as ISO 8601 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# First month of each season, by the northern hemisphere. Source: docs/gold.md.
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}


def between(first: date, last: date) -> str:
    """Both days as an interval."""
    return f"{first.isoformat()}/{last.isoformat()}"


def week_of(day: date, shift: int = 0) -> str:
    """Monday to Sunday of the week that `day` lies in, moved by `shift` weeks."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return between(monday, monday + timedelta(days=6))


def weekend_of(day: date, shift: int = 0) -> str:
    """Saturday to Sunday of the week that `day` lies in, moved by `shift` weeks."""
    saturday = day - timedelta(days=day.weekday() - 5) + timedelta(weeks=shift)
    return between(saturday, saturday + timedelta(days=1))


def month_of(year: int, month: int) -> str:
    """A month, which may lie outside 1 to 12: month 0 is December of the year before."""
    count = year * 12 + month - 1
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def months_of(year: int, first: int, length: int) -> str:
    """`length` months from month `first` of `year` on."""
    return f"{month_of(year, first)}/{month_of(year, first + length - 1)}"


def season_of(name: str, year: int) -> str:
    """The season that begins in `year`."""
    return months_of(year, SEASONS[name], 3)


def season_near(name: str, day: date, which: str) -> str:
    """The last, this or next season of `name`, seen from `day`.

    A season that has just ended is still "this summer" until the year ends, so that "last summer" is the one before.
    """
    starts = [date(year, SEASONS[name], 1) for year in range(day.year - 2, day.year + 2)]
    if which == "next":
        start = next(one for one in starts if one > day)
    elif which == "last":
        over = [one for one in starts if (day - one).days > 92]
        start = max(one for one in over if one.year < day.year or (day - one).days > 150)
    else:
        # The middle of the season that is nearest to the day.
        start = min(starts, key=lambda one: abs((day - one).days - 45))
    return season_of(name, start.year)


def move(day: date, unit: str, count: float) -> date:
    """`day` moved by `count` of `unit` ("day", "week", "month", "year"); the last of a month stays the last.

    Raises `ValueError` or `OverflowError` when the calendar ends before.
    """
    if unit in ("day", "week"):
        return day + timedelta(days=round(count * (7 if unit == "week" else 1)))
    months = day.year * 12 + day.month - 1 + round(count * (12 if unit == "year" else 1))
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def precise_to(day: date, unit: str) -> str:
    """`day` as precisely as `unit` tells it: a year, a month or a day."""
    return day.isoformat()[: {"year": 4, "month": 7}.get(unit, 10)]


def nearest(days: list[date], anchor: date, tense: str | None, room: int) -> date:
    """The day of `days` nearest to `anchor`; of those more than `room` days away, one that fits the tense first."""
    best = min(days, key=lambda one: abs((one - anchor).days))
    if abs((best - anchor).days) <= room or not tense:
        return best
    fitting = [one for one in days if (one <= anchor if tense == "past" else one >= anchor)]
    return min(fitting or days, key=lambda one: abs((one - anchor).days))
