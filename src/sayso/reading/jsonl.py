"""Read a record of a JSONL dump as a page with one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.config import Limits
from sayso.errors import NotAPage
from sayso.reading import names
from sayso.reading.assemble import Draft, Found, Piece, build, join_lines
from sayso.reading.credits import is_agency, read_credits
from sayso.reading.genre import tell_genre
from sayso.reading.json_depth import check_depth
from sayso.reading.json_text import Member, read_object, string_piece, text_pieces
from sayso.reading.known import Known, host_of
from sayso.reading.repairs import find_repairs
from sayso.records import Article, Credit, Page

# Spellings of each field, most specific first. Source: the output of news-please (and of its Common Crawl extractor),
# Fundus, newspaper4k, trafilatura, Media Cloud's story index, the CC-News and RealNews sets; schema.org; and the sets in
# ../shared/data.
_TEXT = (
    "text", "body", "content", "article_text", "maintext", "full_text", "articleBody", "text_content", "plain_text",
    "plaintext", "story_text", "raw_text",
)  # fmt: skip
_TITLE = ("title", "headline", "article_title")
_DATE = (
    "published", "date", "published_at", "date_publish", "publish_date", "pub_date", "datePublished", "publishing_date",
    "publication_date", "published_date",
)  # fmt: skip
_MODIFIED = ("modified", "date_modify", "updated_at", "dateModified", "updated")
_RETRIEVED = ("retrieved", "date_download", "crawl_date", "warc_date", "collect_date", "indexed_date")
_ADDRESS = ("url", "original_url", "responded_url", "requested_url", "link", "source-url")
_OUTLET = (
    "outlet", "media_name", "sitename", "source", "publisher", "source_domain", "site", "site_name", "domain",
    "canonical_domain", "hostname",
)  # fmt: skip
# An object in which Fundus keeps where a page came from.
_CAPTURE = "html"
_AUTHORS = ("authors", "author", "byline")
_LANGUAGE = ("language", "lang")
_SECTION = ("section", "category", "genre")


def read_record(found: Found, limits: Limits) -> tuple[Page, list[Article]]:
    """The page of one record, and its article; raises `NotAPage` for a line that is no record with a text."""
    members = _members(found)
    told = [key for key in _TEXT if key in members and isinstance(members[key].value, str | list | dict)]
    if not told:
        address = _said(members, _ADDRESS)
        mend = f"name its text `text`, or fetch {address}" if address else "name its text `text`"
        raise NotAPage(found.name(), f"the record has no text (looked for {', '.join(_TEXT)})", mend)
    pieces = next((pieces for key in told if (pieces := text_pieces(found.source, members[key]))), [])
    if not pieces:
        raise NotAPage(found.name(), "the text of the record is empty", "leave the record out, or fill in its text")
    title = _first(members, _TITLE)
    heading = string_piece("title", found.source, title) if title else None
    draft = _draft(members, pieces, heading.text if heading else "")
    found = replace(found, known=_capture(members, found.known))
    return build(found, _with_rest(found.source, [*pieces, *([heading] if heading else [])]), [draft], limits)


def _members(found: Found) -> dict[str, Member]:
    """The members of the line's top-level object, each with its place; the last of a key counts, as in `json`."""
    try:
        check_depth(found.source)
        return read_object(found.source, 0)[0]
    except (ValueError, IndexError) as error:
        what = str(error).split(": line")[0] or type(error).__name__
        raise NotAPage(
            found.name(), f"the line is no JSON object ({what})", "write one JSON object on each line"
        ) from error


def _first(members: dict[str, Member], keys: Sequence[str]) -> Member | None:
    return next((members[key] for key in keys if key in members and isinstance(members[key].value, str)), None)


def _said(members: dict[str, Member], keys: Sequence[str]) -> str | None:
    member = _first(members, keys)
    return str(member.value).strip() or None if member else None


def _with_rest(source: str, told: list[Piece]) -> list[Piece]:
    """The pieces in order, with the stretches of the line between them as `other`."""
    pieces: list[Piece] = []
    at = 0
    for piece in sorted(told, key=lambda piece: piece.start):
        if source[at : piece.start].strip():
            pieces.append(_rest(source, at, piece.start))
        pieces.append(piece)
        at = piece.break_at + 1
    if source[at:].strip():
        pieces.append(_rest(source, at, len(source)))
    return pieces


def _rest(source: str, start: int, end: int) -> Piece:
    return Piece("other", start, source[start:end].strip(), (), end)


def _draft(members: dict[str, Member], pieces: Sequence[Piece], title: str) -> Draft:
    text, places = join_lines(pieces)
    authors, agencies = _authors(members)
    outlet = _outlet(members)
    draft = Draft(title=title, text=text, places=places, authors=authors, outlet=outlet)
    draft.published = _said(members, _DATE)
    draft.modified = _said(members, _MODIFIED)
    draft.language = _said(members, _LANGUAGE)
    section = _said(members, _SECTION)
    draft.genre = tell_genre(title, [section] if section else [], text)
    draft.credits = read_credits(text, [], outlet)
    credited = {credit.name.casefold() for credit in draft.credits}
    draft.credits += [Credit(name) for name in agencies if name.casefold() not in credited]
    draft.repairs = find_repairs(text)
    return draft


def _outlet(members: dict[str, Member]) -> str | None:
    for key in _OUTLET:
        value = members[key].value if key in members else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("domain")
        if isinstance(value, str) and value.strip():
            return host_of(value) if "://" in value else value.strip()
    capture = members[_CAPTURE].value if _CAPTURE in members else None
    told = capture.get("source_info") if isinstance(capture, dict) else None
    name = told.get("publisher") if isinstance(told, dict) else None
    return name.strip() or None if isinstance(name, str) else None


def _capture(members: dict[str, Member], known: Known) -> Known:
    """What is known of the page, with its address and the time it was fetched as the record tells them."""
    capture = members[_CAPTURE].value if _CAPTURE in members else None
    kept = capture if isinstance(capture, dict) else {}
    address = _said(members, _ADDRESS) or next((kept[key] for key in _ADDRESS if isinstance(kept.get(key), str)), None)
    fetched = _said(members, _RETRIEVED) or next(
        (kept[key] for key in _RETRIEVED if isinstance(kept.get(key), str)), None
    )
    return replace(known, url=address or known.url, retrieved=fetched or known.retrieved)


def _authors(members: dict[str, Member]) -> tuple[tuple[str, ...], list[str]]:
    """The persons of the author field as given, with the agencies that stand among them."""
    told: list[str] = []
    for key in _AUTHORS:
        value = members[key].value if key in members else None
        if isinstance(value, str):
            told += names.read_names(value) or ([value.strip()] if value.strip() else [])
        elif isinstance(value, list):
            told += [item.strip() for item in value if isinstance(item, str) and item.strip()]
        if told:
            break
    persons = tuple(dict.fromkeys(name for name in told if not is_agency(name)))
    return persons, [name for name in dict.fromkeys(told) if is_agency(name)]
