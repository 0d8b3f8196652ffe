"""Find the runs of timed headlines that a scrape carries along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.reading import cues, dates

# Fewer timed headlines in a row are a date line with its time. Chosen on the seeds (40 items, and one date with a time).
FEWEST_ITEMS = 3
# Headlines of a ticker are shorter than this; text that is longer belongs to a live blog. The longest in the seeds has 101.
LONGEST_HEADLINE = 180

# Text below a time that is longer and ends a sentence makes it a live entry; chosen with the limit above.
PARAGRAPH = 100

_HEADER = re.compile(
    r"[•*#\s]*(?:(?:latest|top|all|more|recent)?\s*(?:news|headlines)|latest|(?:live |news )?(?:feed|ticker|wire)|newsfeed|"
    r"timeline|live updates|nachrichten|aktuell|newsticker)\s*:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TickerPart:
    """Lines `[first, last]` of a ticker: a header, or one item with the time it is dated to."""

    kind: Literal["ticker_header", "ticker_item", "live_entry"]
    first: int
    last: int
    published: str | None = None


def find_timed(lines: Sequence[str]) -> list[TickerPart]:
    """The entries of live blogs and the parts of tickers among `lines` (each stripped and not blank)."""
    # Every entry and every item opens with its time, which few pages have so often.
    if sum([dates.clock_at_start(line) is not None for line in lines if line[0].isdigit()]) < FEWEST_ITEMS:
        return []
    return [*find_live_entries(lines), *find_tickers(lines)]


def find_tickers(lines: Sequence[str]) -> list[TickerPart]:
    """The parts of every ticker among `lines` (each stripped and not blank), in order."""
    found: list[TickerPart] = []
    at = 0
    while at < len(lines):
        run = _read_run(lines, at)
        if sum(part.kind != "ticker_header" for part in run) >= FEWEST_ITEMS:
            found += run
            at = run[-1].last + 1
        else:
            at += 1
    return found


def find_live_entries(lines: Sequence[str]) -> list[TickerPart]:
    """The entries of a live blog among `lines`: times of day on lines of their own, each with paragraphs below it.

    An entry ends at the next time; the last one ends with its first paragraph, for what follows may be furniture.
    """
    opened = [
        at
        for at, line in enumerate(lines[:-1])
        if line[0].isdigit() and dates.is_clock(line) and _opens_entry(lines[at + 1 : at + 3])
    ]
    if len(opened) < FEWEST_ITEMS:
        return []
    found: list[TickerPart] = []
    day: str | None = None
    for at, next_ in zip(opened, [*opened[1:], None], strict=True):
        last = at + _opens_entry(lines[at + 1 : at + 3]) if next_ is None else next_ - 1
        header = at > 0 and dates.is_date_fragment(lines[at - 1])
        if header:
            day = dates.day_of([lines[at - 1]]) or day
        if next_ is not None and dates.is_date_fragment(lines[last]):
            last -= 1
        clock = dates.clock_at_start(lines[at])
        found.append(TickerPart("live_entry", at, last, f"{day}T{clock[0]}" if day and clock else None))
    return found


def _opens_entry(below: Sequence[str]) -> int:
    """How many lines below a time lead to a paragraph: 1, 2 with a headline between, or 0 for none."""
    return next((at for at, text in enumerate(below, 1) if len(text) > PARAGRAPH and text[-1] in '.!?”"’'), 0)


def _read_run(lines: Sequence[str], at: int) -> list[TickerPart]:
    """Headers and items that follow one another from line `at`; trailing headers are left out."""
    run: list[TickerPart] = []
    day: str | None = None
    while at < len(lines):
        item = _read_item(lines, at, day)
        if item is None:
            header, told = _read_header(lines, at, first=not run)
            if header is None:
                break
            day = told or day
            item = header
        run.append(item)
        at = item.last + 1
    while run and run[-1].kind == "ticker_header":
        run.pop()
    return run


def _read_header(lines: Sequence[str], at: int, first: bool) -> tuple[TickerPart | None, str | None]:
    if first and _HEADER.fullmatch(lines[at]):
        return TickerPart("ticker_header", at, at), None
    pieces: list[str] = []
    while len(pieces) < 2 and at + len(pieces) < len(lines) and dates.is_date_fragment(lines[at + len(pieces)]):
        pieces.append(lines[at + len(pieces)])
        day = dates.day_of(pieces)
        if day:
            return TickerPart("ticker_header", at, at + len(pieces) - 1), day
    return None, None


def _read_item(lines: Sequence[str], at: int, day: str | None) -> TickerPart | None:
    opening = dates.clock_at_start(lines[at])
    if opening is None:
        return None
    clock, end = opening
    when = f"{day}T{clock}" if day else None
    rest = lines[at][end:].strip(" \t\u00a0–—-|:")
    if rest:
        return TickerPart("ticker_item", at, at, when) if _is_headline(rest) and len(rest.split()) >= 3 else None
    last = at + 1
    if last + 1 < len(lines) and cues.is_label(lines[last]) and _is_headline(lines[last + 1]):
        last += 1
    if last >= len(lines) or not _is_headline(lines[last]):
        return None
    return TickerPart("ticker_item", at, last, when)


def _is_headline(text: str) -> bool:
    return len(text) <= LONGEST_HEADLINE and not dates.is_clock(text) and not dates.is_date_fragment(text)
