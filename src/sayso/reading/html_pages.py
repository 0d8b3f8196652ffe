"""Read a page of HTML into its parts with its articles."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Sequence

from sayso.config import Limits
from sayso.reading import dates, metadata, names
from sayso.reading.assemble import Draft, Found, Piece, build, join_lines
from sayso.reading.citations import read_citations
from sayso.reading.credits import read_credits
from sayso.reading.datelines import read_dateline
from sayso.reading.genre import tell_genre
from sayso.reading.html_blocks import Block, Document, read_document
from sayso.reading.html_bodies import Body, find_bodies
from sayso.reading.html_kinds import kind_in_body, kind_of
from sayso.reading.metadata import Metadata
from sayso.reading.plain import TEXT_KINDS, lower_bound, outlet_name
from sayso.reading.repairs import find_repairs
from sayso.reading.timing import refuse_impossible
from sayso.records import Article, Credit, Page, PartKind

_BY_INSIDE = re.compile(
    r"(?:\bby|[|·•,–-]\s*(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f|[Dd]i))\s+(?=[^\W\d_a-z])(.{4,60})$"
)
_NO_AUTHOR = re.compile(
    r"\W*(?:fotos?|photos?|bild(?:er)?|image|video|redaktion|quelle|source|sendung)\b", re.IGNORECASE
)
# So many blocks before the headline, and twice as many behind it, are searched for a date line. Chosen on the pages of
# Fundus that tell their day nowhere in the markup.
BESIDE = 4
# A byline so many blocks behind the last paragraph is a teaser's. By eye, on the same pages.
BEHIND = 3
# A longer line with a date in it is a caption or tells a broadcast. Chosen as above.
LONGEST_PRINTED = 45
# Parts of these kinds belong to the article that they stand in or next to.
_BELONGS: frozenset[PartKind] = frozenset(
    {"title", "deck", "body", "subheading", "byline", "dateline", "date", "section", "caption", "credit", "author_note",
     "source_list", "tags"}
)  # fmt: skip


def read_html(found: Found, limits: Limits) -> tuple[Page, list[Article]]:
    """The page of HTML, and its articles; raises `EmptyPage` or `PageTooLarge`.

    Cost beside the extractor's is linear in the source.
    """
    document = read_document(found.source)
    told = metadata.read_metadata(document)
    bodies = find_bodies(found.source, document.blocks, told.titles, found.best)
    pieces = _pieces(document, bodies, told)
    drafts = [_draft(document, pieces, number, body, told, len(bodies) == 1) for number, body in enumerate(bodies)]
    if len(drafts) == 1 and drafts[0].published is None and found.known.published is None:
        weak, told_past = _printed_day(document, bodies[0]) or _last_resort(found.source), lower_bound(drafts[0].text)
        # A day that only the page's print tells is not the article's when the article tells a later one as past.
        drafts[0].published = weak if weak and weak[:10] >= (told_past or "") else None
    for draft in drafts:
        refuse_impossible(draft, found.known.retrieved)
    for draft in drafts:
        draft.not_before = lower_bound(draft.text) if draft.published is None else None
    return build(found, pieces, drafts, limits, metadata.canonical_address(document, found.known.url))


def _pieces(document: Document, bodies: Sequence[Body], told: Metadata) -> list[Piece]:
    pieces: list[Piece] = []
    roles = {at: (number, body) for number, body in enumerate(bodies) for at in body.paragraphs}
    titles = {body.title: number for number, body in enumerate(bodies) if body.title is not None}
    named = False
    for at, block in enumerate(document.blocks):
        article: int | None = None
        share: float | None = None
        if at in titles:
            kind: PartKind = "title"
            article = titles[at]
        elif at in roles:
            article, body = roles[at]
            kind = kind_in_body(block, body.boxes) or "body"
            share = body.share(at)
            if kind == "subheading" and body.title is not None and at == body.first():
                kind = "deck"
        else:
            kind = _outside(block, at, bodies, told, named)
            article = _owner(at, bodies) if kind in _BELONGS else None
        named = named or kind == "site_name"
        published = metadata.read_date(block.times[0]) if kind == "date" and block.times else None
        pieces.append(Piece(kind, block.start, block.text, block.places, block.break_at, article, published, share))
    return pieces


def _outside(block: Block, at: int, bodies: Sequence[Body], told: Metadata, named: bool) -> PartKind:
    """The kind of a block outside every body: a deck, subheading or title only where it stands right."""
    kind = kind_of(block)
    first = min((body.first() for body in bodies), default=0)
    if at < first and told.outlet and _letters(block.text) == _letters(told.outlet):
        return "site_name"
    if at < first and not named and told.outlet is None and kind in ("other", "navigation") and _shouts_name(block, at):
        return "site_name"
    if kind == "deck":
        beside = any(body.title is not None and body.title < at < body.first() for body in bodies)
        return "deck" if beside and len(block.text.split()) > 3 else "other"
    if kind in ("title", "subheading", "body"):
        return "other"
    if kind == "other" and at < first and _BY_INSIDE.search(block.text) and dates.read_moment(block.text):
        return "date"
    if kind == "byline" and len(block.text.split()) > 25:
        return "author_note"
    return kind


def _shouts_name(block: Block, at: int) -> bool:
    """Whether the page's first words are a name: two to five words in capitals, or a heading."""
    words = block.text.split()
    return at == 0 and 1 < len(words) <= 5 and (block.text.isupper() or block.text.istitle()) and not block.linked


def _owner(at: int, bodies: Sequence[Body]) -> int | None:
    """The article whose stretch of blocks holds `at`, or that is nearest."""
    if not bodies:
        return None
    return min(range(len(bodies)), key=lambda number: bodies[number].distance(at))


def _draft(document: Document, pieces: Sequence[Piece], number: int, body: Body, told: Metadata, alone: bool) -> Draft:
    """What is known of one article; only the one that stands `alone` on its page has the title that the markup tells."""
    own = [piece for piece in pieces if piece.article == number]
    text, places = join_lines([piece for piece in own if piece.kind in TEXT_KINDS])
    heading = document.blocks[body.title].text if body.title is not None else ""
    first = number == 0
    title = metadata.choose_title(heading, told) if first and alone else heading
    draft = Draft(title=title, text=text, places=places, language=told.language)
    draft.outlet = told.outlet or _site(pieces, document, title)
    draft.publisher = told.publisher
    bylines = _bylines(document, pieces, number, body)
    dated = [piece for piece in own if piece.kind in ("date", "byline")]
    agencies: tuple[str, ...]
    draft.authors, _ = metadata.split_authors([*bylines, *_signed(dated)])
    _, agencies = metadata.split_authors([piece.text for piece in own if piece.kind == "byline"])
    if first:
        # An article whose only author is an agency is signed by nobody else: names beside it are those of teasers.
        signed = () if told.agencies else draft.authors or _signature(document, body)
        draft.authors, agencies = told.authors or signed, (*told.agencies, *agencies)
        draft.published, draft.modified = told.published, told.modified
    draft.published = draft.published or _published(dated, document, pieces) or _dateline_day(own)
    sections = [*(told.sections if first else ()), *(piece.text for piece in own if piece.kind == "section")]
    notes = [piece.text for piece in own if piece.kind in ("byline", "author_note", "disclaimer")]
    draft.genre = tell_genre(title, sections, text, told.types if first else [], notes)
    credit_lines = [piece.text for piece in own if piece.kind == "credit"]
    draft.credits = read_credits(text, credit_lines, draft.outlet)
    known = {credit.name.casefold() for credit in draft.credits}
    draft.credits += [Credit(name) for name in dict.fromkeys(agencies) if name.casefold() not in known]
    draft.cites = read_citations([piece.text for piece in own if piece.kind == "source_list"])
    draft.repairs = find_repairs(text)
    return draft


def _bylines(document: Document, pieces: Sequence[Piece], number: int, body: Body) -> list[str]:
    """The bylines of an article: those above its text, else those in it or close behind it."""
    last = body.paragraphs[-1] + BEHIND
    told = [
        (at, piece.text)
        for at, piece in enumerate(pieces)
        if piece.article == number and piece.kind == "byline" and at <= last and not _NO_AUTHOR.match(piece.text)
    ]
    above = [text for at, text in told if at < body.first()]
    return above if any(metadata.split_authors(above)) else [text for _, text in told]


def _signature(document: Document, body: Body) -> tuple[str, ...]:
    """The writers whose names alone make the first or the last paragraph of the text."""
    for at in (body.first(), body.paragraphs[-1]):
        block = document.blocks[at]
        told = names.read_names(block.text) if block.element.tag == "p" else ()
        if told and len("".join(told)) >= len(re.sub(r"\W", "", block.text)):
            return told
    return ()


def _site(pieces: Sequence[Piece], document: Document, title: str) -> str | None:
    """The outlet as the page shows it: its name line, else what the document's title has behind the headline."""
    site = next((piece.text for piece in pieces if piece.kind == "site_name"), None)
    return outlet_name(site) if site else metadata.site_of(" ".join(document.title.split()), title)


def _signed(dated: Sequence[Piece]) -> list[str]:
    """What stands behind "by" in lines that open with the date."""
    return [said[1] for piece in dated if piece.kind == "date" and (said := _BY_INSIDE.search(piece.text))]


def _published(dated: Sequence[Piece], document: Document, pieces: Sequence[Piece]) -> str | None:
    """The first date that a date line or byline of the article tells, in its markup or in its words."""
    times = {block.start: block.times for block in document.blocks if block.times}
    for piece in dated:
        for said in times.get(piece.start, ()):
            if date := metadata.read_date(said):
                return date
        moment = dates.read_moment(piece.text)
        if moment and moment.day:
            return moment.iso()
    return None


def _dateline_day(own: Sequence[Piece]) -> str | None:
    opening = next((piece.text for piece in own if piece.kind == "body"), "")
    dateline = read_dateline(opening)
    return dateline.day if dateline else None


def _printed_day(document: Document, body: Body) -> str | None:
    """The first full date that a short line near the headline prints, whatever else it says."""
    start = body.title if body.title is not None else body.first()
    for block in document.blocks[max(0, start - BESIDE) : max(start, min(body.first(), start + 2 * BESIDE)) + 1]:
        moment = dates.read_moment(block.text) if len(block.text) <= LONGEST_PRINTED else None
        if moment and moment.day and block.element.tag not in ("h1", "h2", "title"):
            return moment.iso()
    return None


def _last_resort(source: str) -> str | None:
    """The publication day that htmldate finds in the markup, or None."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = find_date(source, original_date=True, extensive_search=False)
        except Exception:  # the page is broken in a way that htmldate does not foresee
            return None
    return str(found) if found else None


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
