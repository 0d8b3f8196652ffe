"""Read the dates that newsrooms print beside an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date

_MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mrz apr mai jun jul aug sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
_MONTH = {name: at for row in _MONTHS for at, name in enumerate(row.split(), 1)}
_WEEKDAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
    "domingo",
})  # fmt: skip
_FILLERS = frozenset({
    "published", "updated", "posted", "modified", "last", "first", "on", "at", "date", "time", "of", "the",
    "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "uhr", "um", "den", "der", "le", "à", "el", "de", "gmt", "utc",
    "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "ist", "aest", "aedt", "eet",
    "eest", "msk", "et", "pt", "local", "veröffentlicht", "aktualisiert", "stand", "publié", "mis", "jour",
    "publicado", "actualizado",
})  # fmt: skip
_DATE_WORDS = frozenset(_MONTH) | _WEEKDAYS | _FILLERS | {"st", "nd", "rd", "th", "t", "z"}
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|aktualisiert|actualizado)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# What stands between the numbers of a date or a time of day without words.
_JOINT = re.compile(r"[:./-]")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)?")
_ISO = re.compile(
    r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
_DOTTED = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)\b")
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)(?:[./]|年|년 ?)(\d{1,2})(?:[./]|月|월 ?)(\d{1,2})(?:日|일|\b)(?![./]\d)")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?\s+([^\W\d_]{3,10})\.?,?(?:\s+((?:19|20)\d\d))?\b")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b,?(?:\s+((?:19|20)\d\d)\b)?(?![:.]\d)")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_WITHIN = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m\b\.?)?(?![.\d])", re.IGNORECASE)
_HOUR = re.compile(r"\b(1[0-2]|0?[1-9])\s?([ap])\.?m\b\.?", re.IGNORECASE)
_OFFSET = re.compile(r"\b(?:(GMT|UTC)|(Z))\b|(?<=\d)\s?([+-]\d\d:\d\d)\b")

# A line that only tells dates is no longer than this; the longest in the seeds and the examples has 47 characters, and
# a second date for the update doubles that.
LONGEST_DATE_LINE = 100


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a time of day, or both, as a page prints them: ISO 8601, the offset only if the page gives one."""

    day: str | None
    clock: str | None = None
    offset: str = ""

    def iso(self) -> str | None:
        """The moment in ISO 8601, or None when it has no day."""
        if self.day is None:
            return None
        return f"{self.day}T{self.clock}{self.offset}" if self.clock else self.day


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line that only tells dates says: when the article was published, and when it was last changed."""

    published: Moment | None
    modified: Moment | None


def read_date_line(text: str) -> DateLine | None:
    """The dates of a line that holds nothing else, or None when it holds other words."""
    if len(text) > LONGEST_DATE_LINE or _DIGIT.search(text) is None or not _only_dates(text):
        return None
    moment = read_moment(text)
    if moment is None:
        return None
    updated = _UPDATED.search(text)
    if updated is None:
        return DateLine(moment, None)
    before, after = read_moment(text[: updated.start()]), read_moment(text[updated.end() :])
    if after and after.day is None and before:
        after = Moment(before.day, after.clock, after.offset or before.offset)
    return DateLine(before, after)


def read_moment(text: str) -> Moment | None:
    """The first day and time of day in `text`, or None when it tells neither."""
    iso = _ISO.search(text)
    if iso:
        year, month, day, hour, minute, offset = iso.groups()
        clock = f"{hour}:{minute}" if hour else None
        return Moment(_day(int(year), int(month), int(day)), clock, offset or "")
    found = next(iter(_days(text)), None)
    blank = text if found is None else text[: found[0]] + " " * (found[1] - found[0]) + text[found[1] :]
    clock = _clock(blank)
    if found is None and clock is None:
        return None
    return Moment(found[2] if found else None, clock, _offset(text) if clock else "")


def full_dates(text: str) -> list[tuple[int, int, str]]:
    """Every day that `text` names with its year: start, end and ISO date, in order."""
    # Few lines of a page hold a year.
    if _YEAR_WITHIN.search(text) is None:
        return []
    isos = [(m.start(), m.end(), _day(int(m[1]), int(m[2]), int(m[3]))) for m in _ISO.finditer(text)]
    return sorted([(start, end, day) for start, end, day in isos if day] + list(_days(text)))


def is_clock(text: str) -> bool:
    """Whether `text` is a time of day without other words."""
    text = text.strip()
    return text[:1].isdigit() and _CLOCK.fullmatch(text) is not None


def clock_at_start(text: str) -> tuple[str, int] | None:
    """The time of day that opens `text` as "HH:MM", with where it ends; None without one."""
    found = _CLOCK.match(text) if text[:1].isdigit() else None
    return (_hours(found[1], found[2], found[3]), found.end()) if found else None


def day_of(pieces: list[str]) -> str | None:
    """The ISO date that short lines such as "2025, Friday" and "18 July" tell together, or None."""
    joined = " ".join(pieces)
    for _, _, day in _days(joined):
        return day
    year, found = _YEAR.search(joined), _DAY_MONTH.search(joined) or _MONTH_DAY.search(joined)
    if year is None or found is None:
        return None
    first, second = found.group(1), found.group(2)
    number, name = (first, second) if first.isdigit() else (second, first)
    return _day(int(year[1]), _MONTH.get(name.lower(), 0), int(number))


def is_date_fragment(text: str) -> bool:
    """Whether a line holds only pieces of a date, such as a year with a weekday, or a day with a month."""
    return 0 < len(text) <= LONGEST_DATE_LINE and not is_clock(text) and _only_dates(text)


def _only_dates(text: str) -> bool:
    opening = _WORD.search(text)
    # Most lines of a page are told from a date by their first word, or by numbers that nothing joins, without the searches below.
    if opening.group().lower() not in _DATE_WORDS if opening else _JOINT.search(text) is None:
        return False
    rest = _CLOCK.sub(" ", _ISO.sub(" ", text))
    words = [word.lower() for word in _WORD.findall(rest)]
    known = all(word in _DATE_WORDS for word in words)
    bare = re.sub(r"[\W_]+|[^\W\d_]+", " ", rest).split()
    dated = any(word in _MONTH or word in _WEEKDAYS for word in words) or bool(
        _ISO.search(text) or _DOTTED.search(text)
    )
    return known and (dated or bool(_CLOCK.search(text))) and all(len(number) <= 4 for number in bare)


def _days(text: str) -> Iterator[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for match in _DOTTED.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        # 3/4/2025 is a different day in London and New York: unknown is a value.
        if match[2] == "/" and first <= 12 and second <= 12 and first != second:
            continue
        day, month = (second, first) if second > 12 else (first, second)
        found += _known(match, _day(year, month, day))
    for match in _YEAR_FIRST.finditer(text):
        found += _known(match, _day(int(match[1]), int(match[2]), int(match[3])))
    for match in _DAY_MONTH.finditer(text):
        if match[3]:
            found += _known(match, _day(int(match[3]), _MONTH.get(match[2].lower(), 0), int(match[1])))
    for match in _MONTH_DAY.finditer(text):
        if match[3]:
            found += _known(match, _day(int(match[3]), _MONTH.get(match[1].lower(), 0), int(match[2])))
    yield from sorted(found)


def _known(match: re.Match[str], day: str | None) -> list[tuple[int, int, str]]:
    return [(match.start(), match.end(), day)] if day else []


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return calendar_date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(text: str) -> str | None:
    found = _CLOCK.search(text)
    if found:
        return _hours(found[1], found[2], found[3])
    hour = _HOUR.search(text)
    return _hours(hour[1], "00", hour[2]) if hour else None


def _hours(hour: str, minute: str, half: str | None) -> str:
    number = int(hour)
    if half and number <= 12:
        number = number % 12 + (12 if half.lower() == "p" else 0)
    return f"{number:02}:{minute}"


def _offset(text: str) -> str:
    found = _OFFSET.search(text)
    if found is None:
        return ""
    return "+00:00" if found[1] else found[2] or found[3]
