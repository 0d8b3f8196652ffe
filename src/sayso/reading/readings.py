"""Read every page that a list of locations leads to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.config import Limits
from sayso.errors import NotAPage, ReadError
from sayso.reading import decoding, locations
from sayso.reading.assemble import Found
from sayso.reading.captures import find_capture
from sayso.reading.html_pages import read_html
from sayso.reading.jsonl import read_record
from sayso.reading.plain import read_plain
from sayso.records import Article, Page, Problem

_MEMBER = re.compile(r"line (\d{1,12})")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_ANY_TAG = re.compile(r"<(?:p|div|article|h[1-6]|section|main|table|meta)\b[^<>]*>", re.I)
_RECORD_START = re.compile(r'\s*\{\s*"')
_MEDIA_TYPES: dict[locations.Kind, str] = {"text": "text/plain", "html": "text/html", "jsonl": "application/jsonl"}
_READERS = {"text/plain": read_plain, "text/html": read_html, "application/jsonl": read_record}


@dataclass(frozen=True, slots=True)
class Reading:
    """One page with its articles, or None where it could not be read, with what went wrong."""

    page: Page | None
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_paths(paths: Iterable[str], limits: Limits = Limits()) -> Iterator[Reading]:
    """A reading for each page that `paths` lead to, in a fixed order; nothing that a page holds raises.

    A path is a file, a folder, or `-` for standard input; see `sayso.config.Limits` for what a page may cost.
    """
    for path in paths:
        for place in locations.find_places(path):
            if isinstance(place, ReadError):
                yield _failed(place)
            else:
                yield from _read_captured(place, limits)


def read_as_is(location: str, limits: Limits = Limits()) -> tuple[str, str]:
    """The name of a file with its whole decoded text, newlines untranslated; raises `ReadError`."""
    data = locations.read_bytes(location, limits)
    if decoding.is_binary(data):
        raise _binary(location)
    return os.path.basename(location) or location, decoding.decode(data).text


def load_member(data: bytes, member: str | None) -> bytes:
    """The bytes of one page of a file: all of `data`, or those of `member` ("line 12") without its newline.

    Raises `NotAPage` when the file has no such member.
    """
    if member is None:
        return data
    found = _MEMBER.fullmatch(member)
    lines = data.split(b"\n")
    if found is None or not 1 <= int(found[1]) <= len(lines):
        raise NotAPage(member, "the file has no such member", "check that the file is the one that was read")
    return locations.strip_newline(lines[int(found[1]) - 1] + b"\n")


def _read_captured(place: locations.Place, limits: Limits) -> Iterator[Reading]:
    """The readings of a place, their pages with the address and time that a capture record beside it tells."""
    capture = None
    try:
        capture = find_capture(place.location)
    except ReadError as error:
        yield _failed(error)
    for reading in _read_place(place, limits):
        if capture and reading.page:
            page = reading.page
            told = replace(page, url=page.url or capture.url, retrieved=page.retrieved or capture.retrieved)
            yield replace(reading, page=told)
        else:
            yield reading


def _read_place(place: locations.Place, limits: Limits) -> Iterator[Reading]:
    if place.kind == "jsonl":
        yield from _read_dump(place.location, locations.read_lines(place.location, limits), limits)
        return
    try:
        if place.location == locations.STANDARD_INPUT:
            data = locations.load(place.location)
        else:
            data = locations.read_bytes(place.location, limits)
        kind = place.kind if place.kind == "html" else _sniff(data, place.location)
        if kind == "jsonl":
            yield from _read_dump(place.location, _numbered(data), limits)
            return
        locations.check_size(place.location, data, limits)
    except ReadError as error:
        yield _failed(error)
        return
    yield _read_one(data, place.location, None, kind, limits)


def _read_dump(location: str, lines: Iterator[tuple[int, bytes | ReadError]], limits: Limits) -> Iterator[Reading]:
    """A reading for each record of a dump, blank lines left out."""
    count = 0
    try:
        for number, line in lines:
            if isinstance(line, ReadError):
                yield _failed(line)
            elif line.strip():
                yield _read_one(line, location, f"line {number}", "jsonl", limits)
            else:
                continue
            count += 1
    except OSError as error:
        yield _failed(locations.cannot_open(location, error))
        return
    if not count:
        yield _failed(locations.nothing_in(location))


def _read_one(data: bytes, location: str, member: str | None, kind: locations.Kind, limits: Limits) -> Reading:
    where = f"{location} {member}" if member else location
    if decoding.is_binary(data):
        return _failed(_binary(where))
    decoded = decoding.decode(data)
    media_type = _MEDIA_TYPES[kind]
    found = Found(data, location, member, media_type, decoded.encoding, decoded.text)
    try:
        page, articles = _READERS[media_type](found, limits)
    except ReadError as error:
        return _failed(error)
    problems = []
    if decoded.unread:
        what = f"{decoded.unread} characters could not be read as {decoded.encoding}; each is shown as U+FFFD"
        problems.append(Problem(where, what, "fetch the page again, or save it as UTF-8"))
    if not articles:
        problems.append(Problem(where, "no article was found on the page", "check that the file holds the whole page"))
    return Reading(page, tuple(articles), tuple(problems))


def _numbered(data: bytes) -> Iterator[tuple[int, bytes | ReadError]]:
    yield from ((number, locations.strip_newline(line + b"\n")) for number, line in enumerate(data.split(b"\n"), 1))


def _sniff(data: bytes, location: str) -> locations.Kind:
    """What kind of page the first words of `data` tell; raises `NotAPage` for JSON that is not one record a line."""
    head = decoding.decode(data[: decoding.SNIFFED]).text
    if _RECORD_START.match(head):
        if data.strip().partition(b"\n")[0].rstrip().endswith(b"}"):
            return "jsonl"
        raise NotAPage(location, "JSON that is not one record a line", "write it as JSONL")
    return (
        "html" if _HTML_START.match(head) or (len(_ANY_TAG.findall(head)) > 2 and head.lstrip()[:1] == "<") else "text"
    )


def _binary(where: str) -> NotAPage:
    return NotAPage(where, "binary data, and no text", "give the page as HTML, plain text or JSONL")


def _failed(error: ReadError) -> Reading:
    return Reading(None, (), (Problem(error.where, error.what, error.mend),))
