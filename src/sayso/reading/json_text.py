"""Find the strings of JSON where they stand in a source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reading.assemble import Piece
from sayso.reading.references import string_characters
from sayso.records import PartKind

_WHITE = re.compile(r"[ \t\r\n]*")
# What Fundus calls the parts of a body, and what they are here; what other objects hold is no text.
_PARTS: dict[str, PartKind] = {"summary": "body", "sections": "body", "headline": "subheading", "paragraphs": "body"}
# A text lies no deeper: sections, section, paragraphs, paragraph. Each level is read once more.
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A value of the record with its stretch of the line."""

    value: object
    start: int
    end: int


def read_object(source: str, at: int) -> tuple[dict[str, Member], int]:
    """The members of the object at `at` with the place behind it; the last of two equal names counts, as in `json`.

    Nothing but white space may stand behind the outermost one. Raises `ValueError` or `IndexError` for broken JSON.
    """
    outermost = at == 0
    members: dict[str, Member] = {}
    decoder = json.JSONDecoder(strict=False)
    at = _skip(source, at)
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
    if outermost and source[at + 1 :].strip():
        raise ValueError("more behind its end")
    return members, at + 1


def _skip(source: str, at: int) -> int:
    found = _WHITE.match(source, at)
    return found.end() if found else at


def read_items(source: str, at: int) -> list[Member]:
    """The items of the sound JSON list at `at`, each with its place."""
    items: list[Member] = []
    decoder = json.JSONDecoder(strict=False)
    at = _skip(source, at + 1)
    while source[at] != "]":
        value, end = decoder.raw_decode(source, at)
        items.append(Member(value, at, end))
        at = _skip(source, end)
        if source[at] == ",":
            at = _skip(source, at + 1)
    return items


def text_pieces(source: str, member: Member) -> list[Piece]:
    """The paragraphs of a text that is one string, a list of strings, or the summary and sections of Fundus."""
    return sorted(_pieces("body", source, member, DEEPEST), key=lambda piece: piece.start)


def _pieces(kind: PartKind, source: str, member: Member, deeper: int) -> Iterator[Piece]:
    if isinstance(member.value, str):
        piece = string_piece(kind, source, member)
        if piece is not None:
            yield piece
    elif not deeper:
        return
    elif isinstance(member.value, list):
        for item in read_items(source, member.start):
            yield from _pieces(kind, source, item, deeper - 1)
    elif isinstance(member.value, dict):
        for name, inner in read_object(source, member.start)[0].items():
            if name in _PARTS:
                yield from _pieces(_PARTS[name], source, inner, deeper - 1)


def string_piece(kind: PartKind, source: str, member: Member) -> Piece | None:
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
