"""Build the records of a page from the pieces that a reader found on it."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from sayso.config import Limits
from sayso.errors import EmptyPage, PageTooLarge
from sayso.identity import make_id, make_ids
from sayso.reading.credits import is_agency
from sayso.reading.known import Known
from sayso.reading.languages import name_language
from sayso.records import Article, Citation, Credit, Genre, Page, Part, PartKind, Repair
from sayso.spans import map_of

# Articles are analysed in these languages.
ANALYSED = frozenset({"en"})


class Piece(NamedTuple):
    """A stretch of a page that makes one part.

    `places` holds the place in the source of each character of `text`; `break_at` is where the page shows white
    space or markup behind the piece; `article` numbers the articles of the page from 0.
    """

    kind: PartKind
    start: int
    text: str
    places: Sequence[int]
    break_at: int
    article: int | None = None
    published: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page as found: its bytes and where they stood, with the decoded source and what is known of it beside.

    `best` asks for the most careful reading that sayso has, at several times the cost.
    """

    data: bytes
    location: str
    member: str | None
    media_type: str
    encoding: str
    source: str
    known: Known = Known()
    best: bool = False

    def name(self) -> str:
        """The location as given, with the member of a file that holds several pages."""
        return f"{self.location} {self.member}" if self.member else self.location


@dataclass(slots=True)
class Draft:
    """What is known of an article before it becomes a record; `places` maps `text` to the source, stretch by stretch."""

    title: str
    text: str
    places: Sequence[Sequence[int]]
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    publisher: str | None = None
    published: str | None = None
    not_before: str | None = None
    modified: str | None = None
    genre: Genre = "report"
    language: str | None = None
    credits: list[Credit] = field(default_factory=list)
    cites: list[Citation] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def join_lines(pieces: Sequence[Piece]) -> tuple[str, list[Sequence[int]]]:
    """The text of an article, one line for each piece, with the places of its characters, stretch by stretch."""
    places: list[Sequence[int]] = []
    for piece in pieces:
        places += (piece.places, range(piece.break_at, piece.break_at + 1))
    return "\n".join(piece.text for piece in pieces), places[:-1]


def build(
    found: Found, pieces: Sequence[Piece], drafts: Sequence[Draft], limits: Limits, canonical: str | None = None
) -> tuple[Page, list[Article]]:
    """The page with its parts, the address that its markup calls `canonical`, and its articles.

    Raises `EmptyPage` for a page without pieces, `PageTooLarge` for one over the limits.
    """
    if not pieces:
        raise EmptyPage(
            found.name(), "the page shows no words", "check that the file holds the page and not only its frame"
        )
    if len(pieces) > limits.parts:
        raise PageTooLarge(
            found.name(), f"{len(pieces)} parts, more than {limits.parts}", "raise Limits.parts, or split it"
        )
    if drafts:
        _fill_in(drafts, found.known)
    digest = hashlib.sha256(found.data).hexdigest()
    page_id = make_id("pg", digest, found.location, found.member)
    ids = [make_id("art", digest, found.location, found.member, position) for position in range(len(drafts))]
    articles = [_article(found, page_id, id_, draft, limits) for id_, draft in zip(ids, drafts, strict=True)]
    page = Page(
        id=page_id,
        location=found.location,
        sha256=digest,
        media_type=found.media_type,
        encoding=found.encoding,
        parts=_parts(page_id, pieces, ids, len(found.source)),
        source=found.source,
        member=found.member,
        retrieved=found.known.retrieved,
        url=found.known.url,
        canonical=canonical,
    )
    return page, articles


def _fill_in(drafts: Sequence[Draft], known: Known) -> None:
    """Let what is known of the page stand where the page itself says nothing.

    The outlet and the language are those of all of its articles; title, authors and times are those of the first.
    """
    for draft in drafts:
        draft.outlet = draft.outlet or known.outlet
        draft.language = draft.language or known.language
    first = drafts[0]
    # A headline ends in no full stop: what a letter opens with ("Good morning.") gives way to its subject.
    if known.title and (not first.title or first.title.endswith(".")):
        first.title = known.title
    first.authors = first.authors or tuple(name for name in known.authors if not is_agency(name))
    credited = {credit.name.casefold() for credit in first.credits}
    first.credits += [Credit(name) for name in known.authors if is_agency(name) and name.casefold() not in credited]
    first.published = first.published or known.published
    first.modified = first.modified or known.modified
    first.not_before = first.not_before if first.published is None else None


def _parts(page_id: str, pieces: Sequence[Piece], ids: Sequence[str], length: int) -> tuple[Part, ...]:
    """Parts that cover the source: each runs to the start of the next, the first from the start of the page."""
    starts = [0, *(piece.start for piece in pieces[1:]), length]
    kinds, _, texts, _, _, numbers, published, confidences = zip(*pieces, strict=True)
    articles: dict[int | None, str | None] = dict(enumerate(ids))
    # Field by field for all parts at once: to make them one by one takes three times as long, for they are frozen.
    parts = tuple(map(object.__new__, repeat(Part, len(pieces))))
    for name, values in (
        ("id", make_ids("prt", page_id, zip(starts, kinds, strict=False))), ("kind", kinds), ("start", starts),
        ("end", starts[1:]), ("text", texts), ("article", map(articles.get, numbers)), ("published", published),
        ("confidence", confidences),
    ):  # fmt: skip
        deque(map(getattr(Part, name).__set__, parts, values), maxlen=0)
    return parts


def _article(found: Found, page_id: str, id_: str, draft: Draft, limits: Limits) -> Article:
    if len(draft.text) > limits.article_characters:
        raise PageTooLarge(
            found.name(),
            f"an article of {len(draft.text)} characters, more than {limits.article_characters}",
            "raise Limits.article_characters, or split the page",
        )
    language = name_language(draft.text, draft.language)
    return Article(
        id=id_,
        page=page_id,
        title=draft.title,
        authors=draft.authors,
        genre=draft.genre,
        language=language,
        text=draft.text,
        map=map_of(*draft.places),
        analysed=language in ANALYSED,
        outlet=draft.outlet,
        publisher=draft.publisher,
        published=draft.published,
        not_before=draft.not_before,
        modified=draft.modified,
        credits=tuple(draft.credits),
        cites=tuple(draft.cites),
        repairs=tuple(draft.repairs),
    )
