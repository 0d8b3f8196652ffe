"""Read the dateline that opens a dispatch: its day, place or agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reading import dates
from sayso.spans import Span, trim

_DASH = r"\s*(?:[–—]|--|-(?=\s))\s*"
_PLACE = r"[^\W\d_a-zß-ÿ][\w.’'-]*(?:[ ,/]+(?:[^\W\d_a-zß-ÿ][\w.’'-]*|de|la|of|the|am|an|der)){0,5}"
_WITH_AGENCY = re.compile(
    rf"\W{{0,3}}(?P<place>{_PLACE})(?:,\s*(?P<day>[\w .,]{{4,22}}?))?\s*\((?P<name>[^()\d]{{2,40}})\){_DASH}"
)
_CAPITALS = re.compile(
    rf"\W{{0,3}}(?P<place>[A-ZÀ-ÞŁŠŽ][A-ZÀ-ÞŁŠŽ.’'-]+(?:[ ,/]+[A-ZÀ-ÞŁŠŽ][\w.’'-]*){{0,4}})(?:,\s*(?P<day>[\w .,]{{4,22}}?))?"
    rf"(?:{_DASH}(?=\S)|\.\s(?=[^\W\d_a-z]))"
)
_AGENCY_FIRST = re.compile(rf"\W{{0,3}}\((?P<name>[A-Z][\w .&’'-]{{1,40}})\){_DASH}")
# No dateline is longer: of those of the pages of Fundus and of the extraction benchmark the longest has 74 characters.
LONGEST = 300
# A date that opens a paragraph counts as its dateline within this many characters; the seeds' has 20.
DATE_WITHIN = 28


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the opening of a paragraph says; `name` is the span of the agency in that paragraph, `end` where it ends."""

    end: int
    day: str | None = None
    place: str | None = None
    name: Span | None = None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that opens `text`, or None.

    It is a place in capitals before a dash, a place with an agency in brackets before a dash, or a full date with a
    full stop or dash behind it, which one of the others may follow.
    """
    start, day = _leading_day(text)
    rest = text[start : start + LONGEST]
    # An agency stands in brackets: few paragraphs have one in their opening.
    for pattern in (_WITH_AGENCY, _CAPITALS, _AGENCY_FIRST) if "(" in rest else (_CAPITALS,):
        found = pattern.match(rest)
        if found:
            said = found.groupdict()
            within = _within(said.get("day"))
            name = trim(text, start + found.start("name"), start + found.end("name")) if said.get("name") else None
            return Dateline(start + found.end(), day or within, said.get("place"), name)
    return Dateline(start, day) if day else None


def _leading_day(text: str) -> tuple[int, str | None]:
    head = text[:DATE_WITHIN]
    for start, end, day in dates.full_dates(head):
        behind = re.match(r"\s*[.:–—-]\s*", text[end:])
        if not text[:start].strip(" \t\u00a0•") and behind:
            return end + behind.end(), day
    return 0, None


def _within(said: str | None) -> str | None:
    moment = dates.read_moment(said) if said else None
    return moment.day if moment else None
