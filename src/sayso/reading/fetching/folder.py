"""Keep fetched pages in a folder, as received."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass

import httpx2

from sayso.errors import EmptyPage, FetchFailed, ReadError
from sayso.reading.captures import Capture, find_capture, write_capture, write_whole
from sayso.reading.fetching.asking import Answer, media_type
from sayso.reading.kinds import MEDIA_TYPES

# Headers that say what the page is, or let a server tell whether it changed.
_KEPT_HEADERS = ("etag", "last-modified", "content-type")
_NAME = re.compile(r".*-(?P<page>[0-9a-f]{32})-\d{8}T\d{6}Z-[0-9a-f]{12}\.[a-z]+")
# Of a host's name in that of a file; the digits that follow tell pages apart.
_HOST_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Kept:
    """A page in the folder: its path, and its record."""

    path: str
    capture: Capture


class Folder:
    """A folder of fetched pages.

    A file is named by the host, 128 bits of the digest of the address asked for, the time, and 48 bits of the digest
    of what was found: names sort by host, page and time, hold nothing that a server chose but the characters of its
    host name, and do not meet. A page that changed is kept beside its earlier captures.
    """

    def __init__(self, path: str) -> None:
        """Open the folder, or make it; raises `FetchFailed` where that cannot be."""
        self.path = path
        self._newest: dict[str, str] = {}
        try:
            os.makedirs(path, exist_ok=True)
            names = sorted(os.listdir(path))
        except OSError as error:
            raise FetchFailed(path, f"no folder for pages ({error.strerror})", "name another with --to") from error
        self._newest = {found["page"]: name for name in names if (found := _NAME.fullmatch(name))}

    def newest(self, url: httpx2.URL) -> Kept | None:
        """The last capture of the address `url`, or None where none is whole."""
        name = self._newest.get(_digest(str(url).encode())[:32])
        if name is None:
            return None
        path = os.path.join(self.path, name)
        try:
            capture = find_capture(path)
        except ReadError:
            return None
        return Kept(path, capture) if capture and capture.requested == str(url) else None

    def keep(self, requested: httpx2.URL, answer: Answer) -> Kept:
        """Write a page and its record; the page as it was kept before where its bytes are the same.

        Raises `EmptyPage`, and `FetchFailed` where the folder takes no file.
        """
        if not answer.body.strip():
            raise EmptyPage(str(requested), "the server gave an empty page", "try again later")
        sha256 = _digest(answer.body)
        before = self.newest(requested)
        if before and before.capture.sha256 == sha256 and before.capture.url == str(answer.url):
            return before
        headers = {name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers}
        retrieved = answer.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        capture = Capture(str(requested), str(answer.url), answer.status, headers, retrieved, sha256)
        page = _digest(str(requested).encode())[:32]
        found = _digest(f"{answer.url} {sha256}".encode())[:12]
        name = f"{_plain(requested.host)}-{page}-{answer.at:%Y%m%dT%H%M%SZ}-{found}{MEDIA_TYPES[media_type(headers)]}"
        path = os.path.join(self.path, name)
        try:
            # The record first: a page is never there without it.
            write_capture(capture, path)
            write_whole(answer.body, path)
        except OSError as error:
            what = f"the page cannot be kept in {self.path} ({error.strerror})"
            raise FetchFailed(str(requested), what, "make room there, or name another folder with --to") from error
        self._newest[page] = name
        return Kept(path, capture)


def _plain(host: str) -> str:
    """`host` in characters that every file system takes, never starting with a dot."""
    return re.sub(r"[^a-z0-9.-]", "_", host.lower()).lstrip(".-")[:_HOST_CHARACTERS] or "host"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
