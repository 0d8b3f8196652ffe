"""Read the text of a feed's item as one article."""

from __future__ import annotations

from sayso.config import Limits
from sayso.reading.assemble import Draft, Found, Piece, build, join_lines
from sayso.reading.credits import read_credits
from sayso.reading.genre import tell_genre
from sayso.reading.html_blocks import read_document
from sayso.reading.html_kinds import kind_in_body
from sayso.reading.plain import TEXT_KINDS
from sayso.reading.repairs import find_repairs
from sayso.records import Article, Page


def read_item(found: Found, limits: Limits) -> tuple[Page, list[Article]]:
    """The page of one item, and its article; raises `EmptyPage` or `PageTooLarge`.

    The item is taken for nothing but its article: captions, credits and the like are parts of their own, plain text
    is neither split nor cut.
    """
    pieces = _marked(found.source) if found.media_type == "text/html" else _plain(found.source)
    text, places = join_lines([piece for piece in pieces if piece.kind in TEXT_KINDS])
    known = found.known
    title = known.title or ""
    draft = Draft(title=title, text=text, places=places, outlet=known.outlet)
    draft.genre = tell_genre(title, list(known.sections), text)
    draft.credits = read_credits(text, [piece.text for piece in pieces if piece.kind == "credit"], known.outlet)
    draft.repairs = find_repairs(text)
    return build(found, pieces, [draft] if text else [], limits)


def _marked(source: str) -> list[Piece]:
    return [
        Piece(
            kind_in_body(block, frozenset()) or "body",
            block.start, block.text, block.places, block.break_at, article=0,
        )
        for block in read_document(source).blocks
    ]  # fmt: skip


def _plain(source: str) -> list[Piece]:
    text = source.strip()
    if not text:
        return []
    start = source.index(text)
    end = start + len(text)
    return [Piece("body", start, text, range(start, end), end, article=0)]
