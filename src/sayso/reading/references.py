"""Read the character references of HTML with the escapes of JSON where they stand in a source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

_REFERENCE = re.compile(r"&(#[0-9]{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_ESCAPED = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[^u]|[^\\\"]+", re.DOTALL
)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", "\\": "\\", '"': '"'}


def reference_at(source: str, place: int) -> tuple[str, int]:
    """What the character reference at `place` shows, with its length; ("", 0) where none starts.

    Source: the HTML standard, named and numeric character references, as `html.unescape` applies them.
    """
    found = _REFERENCE.match(source, place)
    if found is None:
        return "", 0
    name = found.group(1)
    if name.startswith("#"):
        return html.unescape(found.group()), len(name) + 1
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return "", 0


def string_characters(source: str, start: int) -> Iterator[tuple[str, int]]:
    """Each character of the JSON string whose opening quotation mark is at `start`, with its place in `source`."""
    place = start + 1
    while found := _ESCAPED.match(source, place):
        shown = found.group()
        if shown.startswith("\\"):
            yield _unescape(shown), place
        else:
            yield from zip(shown, range(place, found.end()), strict=True)
        place = found.end()


def page_character_matches(source: str, place: int, character: str, media_type: str) -> bool:
    """Whether the page's decoded source shows `character` at `place`.

    It does when the source holds that character there, when a character reference (HTML) or an escape (JSON) that
    starts there stands for it, or when both are white space; in HTML, markup shows as white space, and in JSON the
    quotation mark at either end of a string does.
    """
    if not 0 <= place < len(source):
        return False
    there = source[place]
    if there == character or (character.isspace() and there.isspace()):
        return True
    shown = ""
    if media_type == "text/html" and there == "<":
        return character.isspace()
    if media_type == "application/jsonl" and there == '"':
        # An odd number of backslashes before it makes it a letter of the string.
        before = source[max(0, place - 64) : place]
        return character.isspace() and (len(before) - len(before.rstrip("\\"))) % 2 == 0
    if media_type == "text/html" and there == "&":
        shown = reference_at(source, place)[0]
    elif media_type == "application/jsonl" and there == "\\":
        found = _ESCAPED.match(source, place)
        shown = _unescape(found.group()) if found else ""
    return bool(shown) and (character in shown or (character.isspace() and shown.isspace()))


def _unescape(escaped: str) -> str:
    if escaped.startswith("\\u"):
        units = [int(unit, 16) for unit in escaped.split("\\u")[1:]]
        if len(units) == 2:
            return chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))
        return "�" if 0xD800 <= units[0] < 0xE000 else chr(units[0])
    return _SHORT.get(escaped[1], escaped[1])
