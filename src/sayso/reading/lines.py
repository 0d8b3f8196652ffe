"""Cut a plain-text page into lines, with the kind of those whose own words tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.reading import cues
from sayso.reading.tickers import find_timed
from sayso.records import PartKind

_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»“)\]]*$|[.!?][\"'”’»]?\s*\([^()]{2,30}\)$")
# The signs that end a sentence, and those that may close it; with a source in brackets behind, an end is no longer than this.
_STOPS = frozenset(".!?…")
_ENDS = _STOPS | frozenset("\"'”’»“)]")
LONGEST_END = 60
_BULLET = re.compile(r"^(?:[•*▪◦·‣-]|\d{1,2}[.)])\s+")

# The thresholds of this module were chosen on the two seeds, the invented pages of examples/ and pages of Fundus
# turned to text: a paragraph ends a sentence and has six words, a title has 3 to 24, an item of a list is no longer than a title.
PROSE_WORDS = 6
TITLE_WORDS = (3, 24)
TITLE_CHARACTERS = 170
NAME_WORDS = 4
SECTION_WORDS = 3
# A block at the top with more rows than this is no masthead, but a page without blank lines.
MASTHEAD_ROWS = 6

# These stand between a title and its body.
_HEAD = frozenset({"byline", "date"})
# A header may stand above items of these.
_LISTS = frozenset({"source_list", "related", "tags"})


# Of these a page has hundreds, and `tuple.__new__` makes them in half of the time that a call by their name takes.
class Line(NamedTuple):
    """A line that is not blank: its stripped stretch of the source, and whether a blank line stands before it."""

    start: int
    end: int
    text: str
    spaced: bool


class Row(NamedTuple):
    """Lines `[first, last]` that make one part, the number of their article, and how sure the role is."""

    first: int
    last: int
    kind: PartKind | None
    article: int | None = None
    published: str | None = None
    confidence: float | None = None


def split_lines(source: str) -> list[Line]:
    """The lines of `source` that hold more than white space; CR, LF and CR LF end a line."""
    # Told with LF alone, and every line where it stood.
    told = source.replace("\r\n", " \n").replace("\r", "\n") if "\r" in source else source
    lines: list[Line] = []
    start, breaks = 0, 2
    for shown in told.split("\n"):
        # Half of the lines of many pages are empty.
        if shown and (text := shown.strip()):
            begin = start if len(text) == len(shown) else start + shown.index(text)
            lines.append(tuple.__new__(Line, (begin, begin + len(text), text, breaks > 1)))
            breaks = 0
        start += len(shown) + 1
        breaks += 1
    return lines


def is_prose(text: str) -> bool:
    """Whether a line reads as a paragraph: it ends a sentence and has some words."""
    last = text[-1:]
    if last not in _ENDS or (last not in _STOPS and _END_OF_SENTENCE.search(text[-LONGEST_END:]) is None):
        return False
    return len(text.split(None, PROSE_WORDS)) >= PROSE_WORDS


def is_title_like(line: Line) -> bool:
    """Whether a line may be a title by its length and its end."""
    text = line.text
    return (
        len(text) <= TITLE_CHARACTERS
        and TITLE_WORDS[0] <= len(text.split()) <= TITLE_WORDS[1]
        and not text.rstrip("\"'”’»“").endswith((".", ",", ";", ":"))
        and not _BULLET.match(text)
    )


def find_known(lines: Sequence[Line]) -> list[Row]:
    """A row for every ticker item, live entry or other line; the kind is None where the words alone do not tell it."""
    return _list_rows(_fixed_rows(lines), lines)


def known_kinds(lines: Sequence[Line]) -> list[PartKind | None]:
    """What the words of each line alone say of its kind."""
    return [row.kind for row in find_known(lines) for _ in range(row.first, row.last + 1)]


def _fixed_rows(lines: Sequence[Line]) -> list[Row]:
    """Rows for tickers, live entries and every line whose own words say what it is; the kind of others is None."""
    texts = [line.text for line in lines]
    kinds = cues.kinds_of(texts)
    tickers = {part.first: part for part in find_timed(texts)}
    if not tickers:
        return [tuple.__new__(Row, (at, at, kind, None, None, None)) for at, kind in enumerate(kinds)]
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        part = tickers.get(at)
        if part is not None:
            rows.append(Row(part.first, part.last, part.kind, published=part.published))
            at = part.last + 1
            continue
        rows.append(Row(at, at, kinds[at]))
        at += 1
    return rows


def _list_rows(rows: list[Row], lines: Sequence[Line]) -> list[Row]:
    """`rows` with the items below a header of sources, related articles or tags marked as such."""
    if not any(row.kind in _LISTS for row in rows):
        return rows
    marked: list[Row] = []
    opened: PartKind | None = None
    for row in rows:
        line = lines[row.first]
        if opened and row.kind in (None, "navigation") and _is_item(opened, line):
            marked.append(row._replace(kind=opened))
            continue
        marked.append(row)
        opened = row.kind if row.kind in _LISTS and _opens(row.kind, line.text) else None
    return marked


def _opens(kind: PartKind, text: str) -> bool:
    if kind == "source_list":
        return cues.is_source_header(text)
    return cues.is_related_header(text) if kind == "related" else cues.is_tags_header(text)


def _is_item(kind: PartKind, line: Line) -> bool:
    if kind == "source_list":
        return "http" in line.text or cues.is_address(line.text) or _BULLET.match(line.text) is not None
    return not line.spaced and not is_prose(line.text) and len(line.text) <= TITLE_CHARACTERS


def name_site(rows: list[Row], lines: Sequence[Line]) -> list[Row]:
    """`rows` with the site's name, claim and section named in the block of lines that opens the page."""
    first_spaced = next((at for at, line in enumerate(lines) if at and line.spaced), len(lines))
    top = [at for at, row in enumerate(rows) if row.last < first_spaced]
    if not 2 <= len(top) <= MASTHEAD_ROWS or len(lines[0].text.split()) > NAME_WORDS or is_prose(lines[0].text):
        return rows
    if rows[0].kind not in (None, "navigation") or cues.is_section(lines[0].text) or rows[1].kind in _HEAD:
        return rows
    if rows[1].kind is None and len(lines[rows[1].first].text.split()) > 2 * NAME_WORDS:
        return rows
    named = list(rows)
    named[0] = rows[0]._replace(kind="site_name")
    for at in top[1:]:
        text = lines[rows[at].first].text
        short = len(text.split()) <= SECTION_WORDS
        section = cues.is_section(text) or (short and (text.isupper() or at == top[-1]))
        if section and not (" | " in text or "  " in text):
            named[at] = rows[at]._replace(kind="section")
        elif rows[at].kind is None and at != top[-1]:
            named[at] = rows[at]._replace(kind="other", confidence=0.6)
    return named
