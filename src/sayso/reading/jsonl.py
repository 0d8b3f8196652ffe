"""Read a record of a JSONL dump as a page with one article."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.config import Limits
from sayso.errors import NotAPage
from sayso.reading import names
from sayso.reading.assemble import Draft, Found, Piece, build
from sayso.reading.credits import is_agency, read_credits
from sayso.reading.genre import tell_genre
from sayso.reading.references import string_characters
from sayso.reading.repairs import find_repairs
from sayso.records import Article, Credit, Page, PartKind

# Spellings of each field, most specific first. Source: the output of news-please, Fundus and newspaper4k, schema.org,
# and the sets in ../shared/data.
_TEXT = ("text", "body", "content", "article_text", "maintext", "full_text", "articleBody")
_TITLE = ("title", "headline")
_DATE = (
    "published",
    "date",
    "published_at",
    "date_publish",
    "publish_date",
    "pub_date",
    "datePublished",
    "publishing_date",
)
_MODIFIED = ("modified", "date_modify", "updated_at", "dateModified", "updated")
_OUTLET = ("outlet", "source", "publisher", "source_domain", "site", "site_name", "domain")
_AUTHORS = ("authors", "author", "byline")
_LANGUAGE = ("language", "lang")
_SECTION = ("section", "category", "genre")
_WHITE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Member:
    """A value of the record with its stretch of the line."""

    value: object
    start: int
    end: int


def read_record(found: Found, limits: Limits) -> tuple[Page, list[Article]]:
    """The page of one record, and its article; raises `NotAPage` for a line that is no record with a text."""
    members = _members(found)
    body = next((members[key] for key in _TEXT if key in members and isinstance(members[key].value, str)), None)
    if body is None:
        raise NotAPage(found.name(), f"the record has no text (looked for {', '.join(_TEXT)})", "name its text `text`")
    piece = _string_piece("body", found.source, body)
    if piece is None:
        raise NotAPage(found.name(), "the text of the record is empty", "leave the record out, or fill in its text")
    title = _first(members, _TITLE)
    heading = _string_piece("title", found.source, title) if title else None
    draft = _draft(members, piece, heading.text if heading else "")
    return build(found, _with_rest(found.source, [piece, *([heading] if heading else [])]), [draft], limits)


def _members(found: Found) -> dict[str, Member]:
    """The members of the line's top-level object, each with its place; the last of a key counts, as in `json`."""
    try:
        return _scan(found.source)
    except (ValueError, IndexError, RecursionError) as error:
        what = str(error).split(": line")[0] or type(error).__name__
        raise NotAPage(
            found.name(), f"the line is no JSON object ({what})", "write one JSON object on each line"
        ) from error


def _scan(source: str) -> dict[str, Member]:
    members: dict[str, Member] = {}
    decoder = json.JSONDecoder(strict=False)
    at = _skip(source, 0)
    if source[at] != "{":
        raise ValueError("it does not start with {")
    at = _skip(source, at + 1)
    while source[at] != "}":
        if source[at] != '"':
            raise ValueError("a name without quotation marks")
        key, at = decoder.raw_decode(source, at)
        at = _skip(source, at)
        if source[at] != ":":
            raise ValueError("a name without a value")
        start = _skip(source, at + 1)
        value, end = decoder.raw_decode(source, start)
        members[key] = Member(value, start, end)
        at = _skip(source, end)
        if source[at] == ",":
            at = _skip(source, at + 1)
        elif source[at] != "}":
            raise ValueError("a comma is missing")
    if source[at + 1 :].strip():
        raise ValueError("more behind its end")
    return members


def _skip(source: str, at: int) -> int:
    found = _WHITE.match(source, at)
    return found.end() if found else at


def _first(members: dict[str, Member], keys: Sequence[str]) -> Member | None:
    return next((members[key] for key in keys if key in members and isinstance(members[key].value, str)), None)


def _said(members: dict[str, Member], keys: Sequence[str]) -> str | None:
    member = _first(members, keys)
    return str(member.value).strip() or None if member else None


def _string_piece(kind: PartKind, source: str, member: Member) -> Piece | None:
    """The words of a string without the white space at its ends, character by character; None when it is blank."""
    shown = list(string_characters(source, member.start))
    while shown and shown[-1][0].isspace():
        shown.pop()
    first = next((at for at, (character, _) in enumerate(shown) if not character.isspace()), len(shown))
    if first == len(shown):
        return None
    text = "".join(character for character, _ in shown[first:])
    places = [place for _, place in shown[first:]]
    return Piece(kind, member.start, text, places, member.end - 1, article=0)


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


def _draft(members: dict[str, Member], piece: Piece, title: str) -> Draft:
    authors, agencies = _authors(members)
    outlet = _outlet(members)
    draft = Draft(title=title, text=piece.text, places=piece.places, authors=authors, outlet=outlet)
    draft.published = _said(members, _DATE)
    draft.modified = _said(members, _MODIFIED)
    draft.language = _said(members, _LANGUAGE)
    section = _said(members, _SECTION)
    draft.genre = tell_genre(title, [section] if section else [], piece.text)
    draft.credits = read_credits(piece.text, [], outlet)
    credited = {credit.name.casefold() for credit in draft.credits}
    draft.credits += [Credit(name) for name in agencies if name.casefold() not in credited]
    draft.repairs = find_repairs(piece.text)
    return draft


def _outlet(members: dict[str, Member]) -> str | None:
    for key in _OUTLET:
        value = members[key].value if key in members else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("domain")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


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
