"""Read a page of plain text into its parts with its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sayso.config import Limits
from sayso.reading import dates, names
from sayso.reading.assemble import Draft, Found, Piece, build, join_lines
from sayso.reading.citations import read_citations
from sayso.reading.credits import is_agency, read_credits
from sayso.reading.datelines import read_dateline
from sayso.reading.genre import tell_genre
from sayso.reading.lines import Line, Row, split_lines
from sayso.reading.placing import read_rows
from sayso.reading.repairs import find_repairs
from sayso.records import Article, Page, PartKind

TEXT_KINDS: frozenset[PartKind] = frozenset({"deck", "body", "subheading", "live_entry"})

_COLUMN = re.compile(r"[—–|-]\s*([^—–|]{4,60}?)[’']s (?:column|blog|notes?|diary|view)\s*$", re.IGNORECASE)
_NOTE_NAME = re.compile(
    r"(?:about the authors?|the author|our (?:author|columnist|writer))\s*[.:]?\s*(?:is\s+)?", re.IGNORECASE
)
# In a sentence with one of these before it, a date is not told as past.
_TO_COME = re.compile(
    r"\b(?:will|would|until|till|due|scheduled|planned|expected|by|before|from|deadline)\b[^.]*$", re.IGNORECASE
)


def read_plain(found: Found, limits: Limits) -> tuple[Page, list[Article]]:
    """The page of plain text, and its articles; raises `EmptyPage` or `PageTooLarge`."""
    lines = split_lines(found.source)
    rows = read_rows(lines)
    latest = latest_day(found.known.retrieved)
    pieces = _pieces(rows, lines, found.source, latest)
    count = 1 + max((row.article for row in rows if row.article is not None), default=-1)
    drafts = [_draft(pieces, number, latest) for number in range(count)]
    kept = [number for number, draft in enumerate(drafts) if draft.text]
    return build(found, _renumber(pieces, kept), [drafts[number] for number in kept], limits)


def outlet_name(site_name: str) -> str:
    """The outlet that a site's name line tells: without the claim behind a bar, and not in capitals throughout."""
    name = re.split(r"\s+[|•·]\s+", site_name.strip())[0].strip()
    # "THE HARBOUR POST" is a typeface; "BBC" is a name.
    return name.title().replace("’S", "’s").replace("'S", "'s") if name.isupper() and len(name) > 5 else name


def lower_bound(text: str) -> str | None:
    """The latest full date that `text` tells as past, or None: the article is not older."""
    past: list[str] = []
    line_start = 0
    for line in text.split("\n"):
        for start, _, day in dates.full_dates(line):
            place = line_start + start
            if not _TO_COME.search(text[max(0, place - 60) : place]):
                past.append(day)
        line_start += len(line) + 1
    return max(past, default=None)


def latest_day(retrieved: str | None) -> str | None:
    """The last ISO day that a page fetched at `retrieved` can tell as past: a day later, for clocks differ by zones."""
    try:
        return (date.fromisoformat(retrieved[:10]) + timedelta(days=1)).isoformat() if retrieved else None
    except ValueError:
        return None


def _possible(moment: str | None, latest: str | None) -> str | None:
    """`moment`, or None where it lies behind the capture of the page."""
    return None if moment and latest and moment[:10] > latest else moment


def _pieces(rows: Sequence[Row], lines: Sequence[Line], source: str, latest: str | None) -> list[Piece]:
    """The stretch of the page that each row makes."""
    pieces: list[Piece] = []
    for first, last, kind, article, published, confidence in rows:
        start, end, text, _ = lines[first]
        if last != first:
            end = lines[last].end
            text = source[start:end]
        moment = _possible(published, latest) if published else None
        pieces.append(
            tuple.__new__(Piece, (kind or "other", start, text, range(start, end), end, article, moment, confidence))
        )
    return pieces


def _renumber(pieces: Sequence[Piece], kept: Sequence[int]) -> list[Piece]:
    numbers = {number: at for at, number in enumerate(kept)}
    return [
        piece
        if piece.article is None or numbers.get(piece.article) == piece.article
        else piece._replace(article=numbers.get(piece.article))
        for piece in pieces
    ]


def _draft(pieces: Sequence[Piece], number: int, latest: str | None) -> Draft:
    own = [piece for piece in pieces if piece.article == number]
    told: dict[PartKind, list[str]] = {kind: [] for kind in _KINDS}
    for piece in own:
        if piece.kind in told:
            told[piece.kind].append(piece.text)
    text, places = join_lines([line for piece in own if piece.kind in TEXT_KINDS for line in _text_lines(piece)])
    title = next(iter(told["title"]), "")
    draft = Draft(title=title, text=text, places=places)
    site = next((piece.text for piece in pieces if piece.kind == "site_name"), None)
    draft.outlet = outlet_name(site) if site else None
    draft.authors = _authors(title, told["byline"], told["author_note"])
    draft.genre = (
        "live"
        if any(piece.kind == "live_entry" for piece in own)
        else tell_genre(
            title, told["section"], text, notes=[*told["byline"], *told["author_note"], *told["disclaimer"]]
        )
    )
    _read_times(draft, told["date"], _first_body(own), latest)
    draft.credits = read_credits(text, [*told["credit"], *_agency_bylines(told["byline"])], draft.outlet)
    draft.cites = read_citations(told["source_list"])
    draft.repairs = find_repairs(text)
    return draft


def _text_lines(piece: Piece) -> list[Piece]:
    """The lines of a piece that are text: of a live entry, those below its time."""
    if piece.kind != "live_entry":
        return [piece]
    lines = split_lines(piece.text)
    starts = [(piece.start + line.start, piece.start + line.end, line.text) for line in lines[1:]]
    return [
        piece._replace(start=start, text=text, places=range(start, end), break_at=end) for start, end, text in starts
    ]


_KINDS: tuple[PartKind, ...] = (
    "title",
    "byline",
    "author_note",
    "section",
    "date",
    "credit",
    "source_list",
    "disclaimer",
)


def _first_body(own: Sequence[Piece]) -> str:
    return next((piece.text for piece in own if piece.kind == "body"), "")


def _authors(title: str, bylines: Sequence[str], notes: Sequence[str]) -> tuple[str, ...]:
    told = [name for line in bylines for name in names.read_names(line)]
    column = _COLUMN.search(title)
    if not told and column and names.is_name(column[1]):
        told = [column[1]]
    for note in notes if not told else ():
        opening = _NOTE_NAME.match(note)
        name = re.split(r"[,.;–—]| is | was ", note[opening.end() if opening else 0 :])[0].strip()
        if names.is_name(name):
            told.append(name)
    return tuple(dict.fromkeys(told))


def _agency_bylines(bylines: Sequence[str]) -> list[str]:
    bare = [re.sub(r"^by\s+(?:the\s+)?", "", line, flags=re.IGNORECASE).strip() for line in bylines]
    return [name for name in bare if is_agency(name)]


def _read_times(draft: Draft, date_lines: Sequence[str], opening: str, latest: str | None) -> None:
    """Fill in when the article was published and changed: from its date lines, else its dateline.

    A day behind `latest`, when the page was captured, is none.
    """
    day: str | None = None
    for line in date_lines:
        told = dates.read_date_line(line)
        moment = told.published if told else None
        if told and told.modified and draft.modified is None:
            draft.modified = _possible(told.modified.iso(), latest)
        if moment and draft.published is None and _possible(moment.day, latest):
            day, draft.published = moment.day, moment.iso()
        elif moment and moment.day is None and moment.clock and day and draft.published == day:
            # The time of day stands on a line of its own below the date.
            draft.published = f"{day}T{moment.clock}{moment.offset}"
    if draft.published is None:
        dateline = read_dateline(opening)
        draft.published = _possible(dateline.day, latest) if dateline else None
    if draft.published is None:
        draft.not_before = _possible(lower_bound(draft.text), latest)
