"""Tell what the record beside a fetched page says of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from sayso.errors import NotAPage

# The record of `page.html` is `page.html.capture.json`.
SUFFIX = ".capture.json"
# More bytes than any record has: an address is at most 64 KiB, each header that is kept a line.
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Capture:
    """Where, when and how a page was fetched.

    `requested` is the address that was asked for and `url` the one that answered, after redirects; `headers` are
    those of the answer that matter, by lower-case name; `retrieved` is UTC in ISO 8601; `sha256` is of the bytes kept.
    """

    requested: str
    url: str
    status: int
    headers: Mapping[str, str]
    retrieved: str
    sha256: str


def find_capture(location: str) -> Capture | None:
    """The record beside the page at `location`, or None where there is none.

    Raises `NotAPage` when the record is damaged or tells of other bytes than the page has.
    """
    path = location + SUFFIX
    try:
        with open(path, "rb") as file:
            told = file.read(MOST_BYTES)
        with open(location, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
    capture = _parse(told)
    if capture is None:
        raise NotAPage(path, "a damaged capture record", "fetch the page again")
    if capture.sha256 != digest:
        what = "the page is not as it was fetched: its SHA-256 is another; it is read without address and time"
        raise NotAPage(location, what, "fetch it again")
    return capture


def tells_of(name: str) -> str | None:
    """The name of the page that a file called `name` is the record of, or None when it is no record."""
    return name.removesuffix(SUFFIX) if name.endswith(SUFFIX) else None


def write_capture(capture: Capture, location: str) -> None:
    """Write the record of the page at `location` in one step; raises `OSError`."""
    data = json.dumps(asdict(capture), ensure_ascii=False, indent=1) + "\n"
    write_whole(data.encode(), location + SUFFIX)


def write_whole(data: bytes, path: str) -> None:
    """Write a file so that it is there whole or not at all; raises `OSError`."""
    folder, name = os.path.split(path)
    unfinished = os.path.join(folder, f".{name}.part")
    with open(unfinished, "wb") as file:
        file.write(data)
    os.replace(unfinished, path)


def _parse(told: bytes) -> Capture | None:
    try:
        record: Any = json.loads(told)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not {field.name for field in fields(Capture)} <= record.keys():
        return None
    texts = (record["requested"], record["url"], record["retrieved"], record["sha256"])
    headers = record["headers"]
    if not all(isinstance(one, str) for one in texts) or not isinstance(record["status"], int):
        return None
    if not isinstance(headers, dict) or not all(isinstance(one, str) for one in headers.values()):
        return None
    return Capture(record["requested"], record["url"], record["status"], headers, record["retrieved"], record["sha256"])
