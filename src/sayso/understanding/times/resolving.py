"""What each kind of time is worth, resolved against the day of publication.

Source: docs/gold.md, "Times".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.understanding.figures.numbers import read_number
from sayso.understanding.times.calendar import (
    between,
    month_of,
    months_of,
    move,
    nearest,
    precise_to,
    season_near,
    season_of,
    week_of,
    weekend_of,
)
from sayso.understanding.times.nowadays import means_nowadays
from sayso.understanding.times.tense import judge_tense, sentence_around

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
STEPS = {"last": -1, "this": 0, "next": 1}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Days that go by their date. Each is this year only where the words around it are of it, and not of its memory.
KNOWN_DAYS = {
    (9, 11): (2001, r"attack|terror|hijack|al.?qa|bin laden|world trade|pentagon|9/11|twin towers"),
    (1, 6): (2021, r"capitol|insurrection|riot|rioter|committee|storm"),
    (10, 7): (2023, r"hamas|hostage|massacre|israel"),
}
MEMORY = re.compile(r"memorial|ceremon|anniversar|commemorat|remembrance|vigil", re.IGNORECASE)
# A day without a year this near to publication is taken as the nearest, whatever the tense.
NEAR_DAYS = 60
# The same for a month alone, by its middle.
NEAR_MONTHS = 16


@dataclass(frozen=True, slots=True)
class Setting:
    """What a time is resolved against: the text it stands in, with the day of publication."""

    text: str
    anchor: date | None


def month_number(name: str) -> int:
    """1 to 12 for a month's name or short form."""
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _told(found: re.Match[str], name: str) -> str:
    """The words of a group that not every kind of time has, in lower case."""
    return (found.groupdict().get(name) or "").lower()


def _tense(found: re.Match[str], setting: Setting) -> str | None:
    return judge_tense(setting.text, found.start(), found.end())


def resolve_full_day(found: re.Match[str], setting: Setting) -> str | None:
    """A day of a month, with its year or in the one that fits."""
    return _day_in(found, setting, found["month"], found["day"])


def _day_in(found: re.Match[str], setting: Setting, month: str, day: str) -> str | None:
    """The day, in the year that is named, known, or fits the sentence."""
    number, dated = month_number(month), int(re.sub(r"\D", "", day))
    year = _year_told(found, setting) or _known_year(found, setting, (number, dated))
    if not year and not setting.anchor:
        return None
    anchor = setting.anchor or date(1, 1, 1)
    days = []
    for candidate in [year] if year else range(anchor.year - 1, anchor.year + 2):
        try:
            days.append(date(candidate, number, dated))
        except ValueError:
            continue
    if not days:
        return None
    return (days[0] if year else nearest(days, anchor, _tense(found, setting), NEAR_DAYS)).isoformat()


def _known_year(found: re.Match[str], setting: Setting, day: tuple[int, int]) -> int | None:
    if day not in KNOWN_DAYS:
        return None
    year, words = KNOWN_DAYS[day]
    beside = setting.text[max(0, found.start() - 25) : found.end() + 25]
    left, right = sentence_around(setting.text, found.start(), found.end())
    around = setting.text[max(0, left - 150) : right + 150]
    if MEMORY.search(beside) or (setting.anchor and setting.anchor.year < year):
        return None
    return year if re.search(words, around, re.IGNORECASE) else None


def _year_told(found: re.Match[str], setting: Setting) -> int | None:
    if _told(found, "year"):
        return int(_told(found, "year"))
    if _told(found, "which") and setting.anchor:
        return setting.anchor.year + STEPS[_told(found, "which")]
    return None


def resolve_day_range(found: re.Match[str], setting: Setting) -> str | None:
    """From one day to another: "May 3-5"."""
    first = _day_in(found, setting, found["month"], found["day"])
    last = _day_in(found, setting, _told(found, "until") or found["month"], found["last"])
    return f"{first}/{last}" if first and last and first < last else None


def resolve_month(found: re.Match[str], setting: Setting) -> str | None:
    """A month alone, or with its year, or with "last" before it."""
    number = month_number(found["month"])
    year = _year_told(found, setting)
    if year:
        return month_of(year, number)
    anchor = setting.anchor
    if not anchor:
        return None
    days = [date(year, number, 15) for year in range(anchor.year - 1, anchor.year + 2)]
    before = _told(found, "before")
    if before in ("last", "this past"):
        return precise_to(max(one for one in days if month_of(one.year, number) < precise_to(anchor, "month")), "month")
    if before in ("next", "this coming"):
        return precise_to(min(one for one in days if month_of(one.year, number) > precise_to(anchor, "month")), "month")
    return precise_to(nearest(days, anchor, _tense(found, setting), NEAR_MONTHS), "month")


def resolve_years(found: re.Match[str], setting: Setting) -> str | None:
    """From one year to another, or the first when they are no stretch: "1990-91"."""
    first = int(found["first"])
    last = int(found["first"][: 4 - len(found["last"])] + found["last"])
    return f"{first}/{last}" if first < last <= first + 100 else found["first"]


def resolve_decade(found: re.Match[str], setting: Setting) -> str:
    """Ten years, or a hundred: "the 1800s"."""
    digits = found["decade"]
    if len(digits) == 2:
        digits = ("20" if digits in ("00", "10") else "19") + digits
    length = 100 if digits.endswith("00") and digits != "2000" else 10
    return f"{digits}/{int(digits) + length - 1}"


def resolve_season(found: re.Match[str], setting: Setting) -> str | None:
    """A season with its year, or beside publication."""
    name = found["season"].lower()
    if _told(found, "year"):
        # "Winter of 2023-24" begins in the first; a winter with one year is taken to begin in it.
        return season_of(name, int(_told(found, "year")))
    if not setting.anchor:
        return None
    which = _told(found, "which")
    return season_near(name, setting.anchor, {"past": "last", "coming": "next"}.get(which.split()[-1], which))


def resolve_quarter(found: re.Match[str], setting: Setting) -> str | None:
    """A quarter or a half of a year that is told."""
    year = _year_told(found, setting)
    if not year:
        return None
    order = ["first", "second", "third", "fourth"].index(_told(found, "order") or "first")
    if _told(found, "q"):
        order = int(_told(found, "q")) - 1
    if _told(found, "size") == "half":
        return months_of(year, 1 + 6 * order, 6) if order < 2 else None
    return months_of(year, 1 + 3 * order, 3)


def resolve_quarter_near(found: re.Match[str], setting: Setting) -> str | None:
    """The last, this or next quarter."""
    if not setting.anchor:
        return None
    step = STEPS[_told(found, "which")]
    return months_of(setting.anchor.year, (setting.anchor.month - 1) // 3 * 3 + 1 + 3 * step, 3)


def resolve_ago(found: re.Match[str], setting: Setting) -> str | None:
    """A time so long before publication, as precise as the length."""
    if not setting.anchor or found["vague"]:
        return None
    count = count_of(found["count"])
    return moved(setting.anchor, found["unit"].lower(), -(count + (0.5 if found["half"] else 0)))


def resolve_ahead(found: re.Match[str], setting: Setting) -> str | None:
    """A time so long after publication, as precise as the length."""
    return moved(setting.anchor, found["unit"].lower(), count_of(found["count"])) if setting.anchor else None


def count_of(words: str) -> float:
    """The number that `words` tell, where "a" is one."""
    words = words.lower().strip()
    return 0.5 if words.startswith("half a") else 1.0 if words in ("a", "an") else read_number(words)


def moved(day: date, unit: str, count: float) -> str | None:
    """`day` moved by `count` of `unit`, as precise as the unit; None when that leaves the calendar."""
    unit, count = _in_plain_units(unit, count)
    try:
        return precise_to(move(day, unit, count), unit)
    except (ValueError, OverflowError):
        return None


def _in_plain_units(unit: str, count: float) -> tuple[str, float]:
    if unit == "decade":
        return "year", count * 10
    if unit.startswith("centur"):
        return "year", count * 100
    return ("day", float(int(count / 24))) if unit == "hour" else (unit, count)


def resolve_length(found: re.Match[str], setting: Setting) -> str | None:
    """A length up to publication, or on from it."""
    anchor, side = setting.anchor, found["side"].lower()
    if not anchor or found["vague"] or (not found["count"] and found["many"]):
        return None
    # "The last two weeks of October" is part of something else; "the past 40 years of work" is not.
    if side != "past" and setting.text.startswith(" of ", found.end()):
        return None
    back = side in ("last", "past")
    told = None if back else _years_from(found, setting)
    if told:
        return told
    if not back and not _leads_on(found, setting):
        return None
    if side == "last" and not found["count"] and found["unit"].lower() in ("day", "hour", "century"):
        return None
    unit, count = _in_plain_units(
        found["unit"].lower(), count_of(found["count"] or "a") + (0.5 if found["half"] else 0)
    )
    try:
        other = move(anchor, unit, -count if back else count)
    except (ValueError, OverflowError):
        return None
    if other == anchor:
        return anchor.isoformat()
    return between(other, anchor) if back else between(anchor, other)


def _years_from(found: re.Match[str], setting: Setting) -> str | None:
    """The stretch in "in 1995, which let him avoid taxes for the next 18 years", that a told year begins."""
    if found["unit"].lower() != "year" or not found["count"] or _tense(found, setting) != "past":
        return None
    left, _ = sentence_around(setting.text, found.start(), found.end())
    years = re.findall(
        r"\b(?:in|since|from|after) ((?:19|20)\d\d)\b", setting.text[left : found.start()], re.IGNORECASE
    )
    return f"{years[-1]}/{int(years[-1]) + int(count_of(found['count']))}" if years else None


def _leads_on(found: re.Match[str], setting: Setting) -> bool:
    """Whether "the next five years" begin at publication: not in what is told of the past, nor "the next day"."""
    tense = _tense(found, setting)
    return tense != "past" if found["over"] else bool(found["count"]) and tense == "future"


def resolve_weekday(found: re.Match[str], setting: Setting) -> str | None:
    """The nearest such day that fits the sentence."""
    anchor = setting.anchor
    if not anchor or found["many"]:
        return None
    place = WEEKDAYS.index(found["weekday"].lower())
    if found["week"]:
        monday = anchor - timedelta(days=anchor.weekday())
        return (monday + timedelta(weeks=STEPS[found["week"].lower()], days=place)).isoformat()
    back, on = (anchor.weekday() - place) % 7, (place - anchor.weekday()) % 7
    which = _told(found, "which")
    if which in ("last", "past", "this past"):
        return (anchor - timedelta(days=back or 7)).isoformat()
    if which in ("next", "coming", "this coming"):
        return (anchor + timedelta(days=on or 7)).isoformat()
    if re.search(r"\b(?:ahead of|before|in advance of)\s$", setting.text[: found.start()][-16:]):
        return (anchor + timedelta(days=on) if on < back else anchor - timedelta(days=back)).isoformat()
    tense = _tense(found, setting) or _direction(found, setting, which)
    return (anchor + timedelta(days=on) if tense == "future" else anchor - timedelta(days=back)).isoformat()


def _direction(found: re.Match[str], setting: Setting, which: str) -> str:
    """Where a weekday lies in a sentence without a telling verb: "until Friday", "this Friday" lie ahead."""
    ahead = re.search(r"\b(?:by|until|till|starting|from)\s$", setting.text[: found.start()][-14:])
    return "future" if ahead or which == "this" else "past"


def resolve_weekend(found: re.Match[str], setting: Setting) -> str | None:
    """The Saturday and Sunday that fit the sentence."""
    anchor = setting.anchor
    if not anchor:
        return None
    which = _told(found, "which")
    if which in ("last", "past", "this past"):
        return weekend_of(anchor, -1)
    if which == "next":
        return weekend_of(anchor, 1)
    # On a Monday "the weekend" that was is the one just over.
    tense = "past" if "over" in found[0].lower() else _tense(found, setting)
    over = which != "this coming" and anchor.weekday() < 5 and tense == "past"
    if not which and not tense:
        return None
    return weekend_of(anchor, -1 if over else 0)


def resolve_near_day(found: re.Match[str], setting: Setting) -> str | None:
    """A day told from the day of publication."""
    if not setting.anchor:
        return None
    words = re.sub(r"[\s-]+", " ", found["near"].lower())
    if words == "today" and means_nowadays(setting.text, found.start(), found.end()):
        return None
    step = 0
    if words.startswith(("yesterday", "last")):
        step = -1
    elif words.startswith("tomorrow"):
        step = 1
    elif words.startswith("the day"):
        step = -2 if words.startswith("the day before") else 2
    return (setting.anchor + timedelta(days=step)).isoformat()


def resolve_near_span(found: re.Match[str], setting: Setting) -> str | None:
    """The last, this or next week, month, year, decade or century."""
    if not setting.anchor:
        return None
    step = STEPS[_told(found, "which")]
    year = setting.anchor.year
    size = found["size"].lower()
    if size == "week":
        return week_of(setting.anchor, step)
    if size == "month":
        return month_of(year, setting.anchor.month + step)
    if size == "year":
        return str(year + step)
    length = 10 if size == "decade" else 100
    first = year // length * length + step * length
    return f"{first}/{first + length - 1}"


def leave_out(_found: re.Match[str], _setting: Setting) -> None:
    """Nothing: words that only look like a time."""
