"""Find the pages that paths lead to."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageNotFound, PageTooLarge, ReadError
from sayso.reading import kinds
from sayso.reading.captures import tells_of

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """A file to read, its location as given; `kind` is None where its words must tell."""

    location: str
    kind: kinds.Kind | None


def find_places(location: str) -> Iterator[Place | ReadError]:
    """The files that `location` leads to, in a fixed order, with an error for each that cannot be read.

    Folders are read with all folders below them, hidden files left out, links to folders not followed.
    """
    if location == STANDARD_INPUT:
        yield Place(location, None)
    elif os.path.isdir(location):
        yield from _walk(location)
    elif os.path.exists(location):
        yield Place(location, kinds.SUFFIXES.get(kinds.suffix_of(location)))
    else:
        yield PageNotFound(location, "nothing is there", "check the path")


def read_bytes(location: str, limits: Limits) -> bytes:
    """The bytes of one file; raises a `ReadError` when it is missing, empty, too large or closed to us."""
    with open_place(location) as file:
        data = file.read(limits.page_bytes + 1)
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


def open_place(location: str) -> BinaryIO:
    """A file, or standard input held in memory, at its start; raises `PageNotFound` or `NotAPage`."""
    try:
        if location == STANDARD_INPUT:
            return io.BytesIO(sys.stdin.buffer.read())
        return open(location, "rb")
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
            location, suffix = os.path.join(path, name), kinds.suffix_of(name)
            if page := tells_of(name):
                if page not in files:
                    yield PageNotFound(location, "the page that it tells of is gone", "fetch it again, or remove it")
            elif suffix in kinds.SUFFIXES:
                places += 1
                yield Place(location, kinds.SUFFIXES[suffix])
            elif suffix not in kinds.BESIDE:
                yield NotAPage(
                    location, "a kind of file that sayso does not read", f"name it as what it is: {kinds.READABLE}"
                )
    for error in failed:
        yield cannot_open(str(error.filename), error)
    if not places and not failed:
        yield PageNotFound(folder, "the folder holds no page", f"put files of these kinds there: {kinds.READABLE}")
