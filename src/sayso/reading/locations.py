"""Find the pages that paths lead to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageNotFound, PageTooLarge, ReadError
from sayso.reading.captures import tells_of

Kind = Literal["text", "html", "jsonl"]

STANDARD_INPUT = "-"

_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
# Files that lie beside saved pages and never are one.
_BESIDE = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".mp3", ".mp4",
    ".m4a", ".ogg", ".oga", ".wav", ".webm", ".mov", ".avi", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".css",
    ".js", ".mjs", ".map",
})  # fmt: skip
_READABLE = ", ".join(sorted(_KINDS))


@dataclass(frozen=True, slots=True)
class Place:
    """A file to read, its location as given; `kind` is None where its words must tell."""

    location: str
    kind: Kind | None


def find_places(location: str) -> Iterator[Place | ReadError]:
    """The files that `location` leads to, in a fixed order, with an error for each that cannot be read.

    Folders are read with all folders below them, hidden files left out, links to folders not followed.
    """
    if location == STANDARD_INPUT:
        yield Place(location, None)
    elif os.path.isdir(location):
        yield from _walk(location)
    elif os.path.exists(location):
        yield Place(location, _KINDS.get(_suffix(location)))
    else:
        yield PageNotFound(location, "nothing is there", "check the path")


def read_bytes(location: str, limits: Limits) -> bytes:
    """The bytes of one file; raises a `ReadError` when it is missing, empty, too large or closed to us."""
    data = load(location, limits.page_bytes + 1)
    check_size(location, data, limits)
    return data


def check_size(location: str, data: bytes, limits: Limits) -> None:
    """Raise `PageTooLarge` or `EmptyPage` unless the bytes of a page are within the limits."""
    if len(data) > limits.page_bytes:
        raise PageTooLarge(
            location, f"more than {limits.page_bytes} bytes", "allow it with --max-page-mb, or split the file"
        )
    if not data.strip():
        raise nothing_in(location)


def nothing_in(location: str) -> EmptyPage:
    """The error for a file without a word."""
    return EmptyPage(location, "the file is empty", "fetch the page again, or leave it out")


def read_lines(location: str, limits: Limits) -> Iterator[tuple[int, bytes | PageTooLarge]]:
    """The lines of a file with their numbers from 1, without newline; one over the limits is an error in its place.

    No more than one line is held at a time.
    """
    number = 0
    with open(location, "rb") as file:
        while line := file.readline(limits.page_bytes + 2):
            number += 1
            if len(line.rstrip(b"\r\n")) > limits.page_bytes:
                while line and not line.endswith(b"\n"):
                    line = file.readline(limits.page_bytes + 2)
                what = f"the line holds more than {limits.page_bytes} bytes"
                yield (
                    number,
                    PageTooLarge(f"{location} line {number}", what, "allow it with --max-page-mb, or split it"),
                )
            else:
                yield number, strip_newline(line)


def strip_newline(line: bytes) -> bytes:
    """`line` without the newline at its end."""
    return line.removesuffix(b"\n").removesuffix(b"\r")


def load(location: str, most: int = -1) -> bytes:
    """Up to `most` bytes of a file or of standard input; raises `PageNotFound` or `NotAPage`."""
    try:
        if location == STANDARD_INPUT:
            return sys.stdin.buffer.read(most)
        with open(location, "rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise cannot_open(location, error) from error


def cannot_open(location: str, error: OSError | ValueError) -> ReadError:
    """The error that says why a file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return PageNotFound(location, "nothing is there", "check the path")
    if isinstance(error, PermissionError):
        return NotAPage(location, "the file may not be read", "give yourself the right to read it")
    if isinstance(error, IsADirectoryError):
        return NotAPage(location, "it is a folder", "name a file in it")
    said = getattr(error, "strerror", None) or str(error)
    return NotAPage(location, f"it cannot be opened ({said})", "check the path, and that it is an ordinary file")


def _walk(folder: str) -> Iterator[Place | ReadError]:
    places = 0
    failed: list[OSError] = []
    for path, folders, files in os.walk(folder, onerror=failed.append, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            location, suffix = os.path.join(path, name), _suffix(name)
            if page := tells_of(name):
                if page not in files:
                    yield PageNotFound(location, "the page that it tells of is gone", "fetch it again, or remove it")
            elif suffix in _KINDS:
                places += 1
                yield Place(location, _KINDS[suffix])
            elif suffix not in _BESIDE:
                yield NotAPage(
                    location, "a kind of file that sayso does not read", f"name it as what it is: {_READABLE}"
                )
    for error in failed:
        yield cannot_open(str(error.filename), error)
    if not places and not failed:
        yield PageNotFound(folder, "the folder holds no page", f"put files of these kinds there: {_READABLE}")


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()
