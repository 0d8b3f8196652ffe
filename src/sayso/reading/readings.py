"""Read every page that a list of locations leads to."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import NotAPage, PageTooLarge, ReadError
from sayso.reading import containers, decoding, kinds, locations
from sayso.reading.assemble import Found
from sayso.reading.captures import find_capture
from sayso.reading.containers import CONTAINERS, Inner, Member
from sayso.reading.containers.members import BETWEEN_STEPS, hold
from sayso.reading.html_pages import read_html
from sayso.reading.items import read_item
from sayso.reading.jsonl import read_record
from sayso.reading.known import Known
from sayso.reading.plain import read_plain
from sayso.records import Article, Page, Problem

_READERS = {"text": read_plain, "html": read_html, "record": read_record, "item": read_item}
_MEDIA_TYPES = {"text": "text/plain", "html": "text/html"}
# Kinds whose libraries go back in the file.
_REWOUND = frozenset({"zip", "gzip", "warc", "pdf"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One page with its articles, or None where it could not be read, with what went wrong."""

    page: Page | None
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """How a file was reached: the location as given, the steps inside it, and what is known of it on the way."""

    location: str
    steps: tuple[str, ...] = ()
    known: Known = Known()

    def member(self) -> str | None:
        return BETWEEN_STEPS.join(self.steps) or None

    def where(self) -> str:
        return " ".join([self.location, *([BETWEEN_STEPS.join(self.steps)] if self.steps else [])])

    def into(self, held: Member | Inner) -> _Way:
        """The way on to a page or file: what is known of it, with what was known before where nothing is."""
        told = {name: getattr(held.known, name) or getattr(self.known, name) for name in Known.__slots__}
        return _Way(self.location, (*self.steps, held.name), Known(**told))


def read_paths(paths: Iterable[str], limits: Limits = Limits()) -> Iterator[Reading]:
    """A reading for each page that `paths` lead to, in a fixed order; nothing that a page holds raises.

    A path is a file, a folder, or `-` for standard input; a file may hold many pages, or files again. See
    `sayso.config.Limits` for what they may cost.
    """
    for path in paths:
        for place in locations.find_places(path):
            if isinstance(place, ReadError):
                yield _failed(place)
            else:
                yield from _read_place(place, limits)


def read_as_is(location: str, limits: Limits = Limits()) -> tuple[str, str]:
    """The name of a file with its whole decoded text, newlines untranslated; raises `ReadError`."""
    data = locations.read_bytes(location, limits)
    if decoding.is_binary(data):
        raise _binary(location)
    return os.path.basename(location) or location, decoding.decode(data).text


def load_member(data: bytes | BinaryIO, member: str | None) -> bytes:
    """The bytes of one page of a file: all of it, or those of `member` ("line 12", "entry 2 a.warc, record 614 …").

    `data` is the file's bytes, or the file itself, opened at its start, which spares reading an archive for one of its
    records. Raises `NotAPage` when the file has no such member.
    """
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    return stream.read() if member is None else containers.load_member(stream, member)


def _read_place(place: locations.Place, limits: Limits) -> Iterator[Reading]:
    known = Known()
    try:
        if capture := find_capture(place.location):
            known = Known(url=capture.url, retrieved=capture.retrieved)
    except ReadError as error:
        yield _failed(error)
    try:
        with locations.open_place(place.location) as stream:
            yield from _read_file(stream, place.kind, _Way(place.location, known=known), limits)
    except ReadError as error:
        yield _failed(error)


def _read_file(stream: BinaryIO, kind: kinds.Kind | None, way: _Way, limits: Limits) -> Iterator[Reading]:
    """The readings of a file: of the page that it is, or of all that it holds."""
    where = way.where()
    try:
        kind = kinds.settle(kind, _head(stream), where)
        if kind not in CONTAINERS:
            data = stream.read(limits.page_bytes + 1)
            locations.check_size(where, data, limits)
            yield _read_one(Member("", _page_kind(kind), data, _MEDIA_TYPES[kind]), way, limits)
            return
        if len(way.steps) >= limits.depth:
            raise PageTooLarge(
                where, f"more than {limits.depth} files in one another", "unpack them, or raise Limits.depth"
            )
        if kind in _REWOUND and not stream.seekable():
            stream = io.BytesIO(hold(stream, where, limits))
    except ReadError as error:
        yield _failed(error)
        return
    except Exception as error:  # a packed file is broken in a way that its library does not foresee
        yield _failed(_broken(where, error))
        return
    for held in containers.read_members(kind, stream, where, limits):
        if isinstance(held, ReadError):
            yield _failed(held)
        elif isinstance(held, Inner):
            yield from _read_file(
                held.stream, kinds.SUFFIXES.get(kinds.suffix_of(held.file_name)), way.into(held), limits
            )
        else:
            yield _read_one(held, way.into(held), limits)


def _read_one(held: Member, way: _Way, limits: Limits) -> Reading:
    where = way.where()
    if decoding.is_binary(held.data):
        return _failed(_binary(where))
    decoded = decoding.decode(held.data, held.charset)
    found = Found(
        held.data, way.location, way.member(), held.media_type, decoded.encoding, decoded.text, way.known
    )  # fmt: skip
    try:
        page, articles = _READERS[held.kind](found, limits)
    except ReadError as error:
        return _failed(error)
    except Exception as error:  # a page is broken in a way that its reader does not foresee
        return _failed(_broken(where, error))
    problems = [_row(doubt) for doubt in held.doubts]
    if decoded.unread:
        what = f"{decoded.unread} characters could not be read as {decoded.encoding}; each is shown as U+FFFD"
        problems.append(Problem(where, what, "fetch the page again, or save it as UTF-8"))
    if not articles:
        problems.append(Problem(where, "no article was found on the page", "check that the file holds the whole page"))
    return Reading(page, tuple(articles), tuple(problems))


def _page_kind(kind: kinds.Kind) -> kinds.PageKind:
    return "html" if kind == "html" else "text"


def _head(stream: BinaryIO) -> bytes:
    """The first bytes of a file, which is at its start before and after."""
    if isinstance(stream, io.BufferedReader) and not stream.seekable():
        return stream.peek(decoding.SNIFFED)
    head = stream.read(decoding.SNIFFED)
    stream.seek(0)
    return head


def _binary(where: str) -> NotAPage:
    return NotAPage(where, "binary data, and no text", "give the page as HTML, plain text or JSONL")


def _broken(where: str, error: Exception) -> NotAPage:
    said = str(error).strip() or type(error).__name__
    return NotAPage(where, f"the page is broken or cut off ({said})", "fetch it again")


def _failed(error: ReadError) -> Reading:
    return Reading(None, (), (_row(error),))


def _row(error: ReadError) -> Problem:
    return Problem(error.where, error.what, error.mend)
