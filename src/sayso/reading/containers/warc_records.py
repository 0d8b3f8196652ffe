"""Find the records of a WARC archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.stream_io import WarcReader
from fastwarc.warc import ArchiveIterator, WarcHeader, WarcRecord

from sayso.config import Limits
from sayso.reading.containers.members import quoted

# Starts of a record, plain or packed. Source: WARC 1.1, "file and record model", annex D for gzip.
_STARTS = (b"WARC/1.", b"\x1f\x8b\x08")
# An archive with more broken places is not read to its end, and between two no more starts are tried: a file made of
# false starts would else take hours. Packed data has a false start each 16 MB by chance.
MOST_DAMAGE = 100
MOST_TRIED = 10_000
# So many bytes are read in one go of a record, and of an archive where the next record is looked for.
_TAKEN = 1 << 16
# So many bytes of the archive are read for the first record, however short it is. Source: fastwarc 2.0, `buffer_size`.
READ_AHEAD = 1 << 16
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Broken:
    """The place in an archive from which on no record can be read, and why."""

    at: int
    why: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its block: the place of its first byte in the archive as found, packed or not.

    In an archive that is packed as a whole no record but the first has a place: `behind` counts those that seem to
    stand at one.
    """

    head: WarcRecord
    at: int
    block: bytes
    behind: int = 0

    def name(self) -> str:
        """Its byte offset, its id, and the digest of its payload where the archive gives one."""
        name = f"record {self.at}.{self.behind}" if self.behind else f"record {self.at}"
        for told in (self.head.record_id, self.head.headers.get(WarcHeader.WARC_PAYLOAD_DIGEST)):
            if told:
                name += f" {quoted(told.strip('<>'))}"
        return name


def read_records(stream: BinaryIO, limits: Limits, start: int = 0) -> Iterator[Record | Broken]:
    """The records from `start` on, with what is broken between them; after `MOST_DAMAGE` such places it ends."""
    at: int | None = start
    damaged = 0
    while at is not None:
        stream.seek(at)
        found: Record | Broken | None = None
        for found in _unbroken(stream, at, limits):
            damaged += isinstance(found, Broken)
            if damaged > MOST_DAMAGE:
                yield Broken(found.at, f"more than {MOST_DAMAGE} such places, and what is behind was not read")
                return
            yield found
        at = _next_start(stream, found.at + 1) if isinstance(found, Broken) else None


def _unbroken(stream: BinaryIO, start: int, limits: Limits) -> Iterator[Record | Broken]:
    """The records up to the first that is broken, which ends it."""
    archive = iter(ArchiveIterator(stream, parse_http=False, buffer_size=READ_AHEAD))
    last = start
    behind = -1
    while True:
        try:
            head = next(archive, None)
            if head is None:
                return
            behind = behind + 1 if head.stream_pos == last else 0
            last = head.stream_pos
            # One byte more than a page may have, and room for the header of its HTTP response.
            wanted = min(head.content_length, limits.page_bytes + 65536)
            block = take(head.reader, wanted)
            if len(block) < wanted:
                yield Broken(last, f"{len(block)} of {head.content_length} bytes")
                return
            if head.headers.get(WarcHeader.CONTENT_LENGTH) is None or not head.headers.get(WarcHeader.WARC_TYPE):
                yield Broken(last, "a record without type or length")
                return
        except OSError as error:
            yield Broken(last, str(error))
            return
        yield Record(head, last, block, behind)


def take(reader: WarcReader, most: int) -> bytes:
    """Up to `most` bytes, in steps: the reader keeps room for all that it is asked for."""
    first = reader.read(min(most, _TAKEN))
    if not first or len(first) == most or not (piece := reader.read(min(most - len(first), _TAKEN))):
        return first
    taken = bytearray(first)
    while piece:
        taken += piece
        piece = reader.read(min(most - len(taken), _TAKEN)) if len(taken) < most else b""
    return bytes(taken)


def _next_start(stream: BinaryIO, after: int) -> int | None:
    """The next place at or behind `after` where a record may start: one that a reader can open.

    None when there is none, or none among the first `MOST_TRIED`.
    """
    tried = 0
    overlap = max(map(len, _STARTS)) - 1
    at = after
    while True:
        stream.seek(at)
        piece = stream.read(_STEP)
        places = sorted({place for mark in _STARTS for place in _places(piece, mark)})
        for place in places:
            tried += 1
            if tried > MOST_TRIED:
                return None
            stream.seek(at + place)
            if _opens(stream):
                return at + place
        if len(piece) < _STEP:
            return None
        at += len(piece) - overlap


def _places(piece: bytes, mark: bytes) -> Iterator[int]:
    at = piece.find(mark)
    while at >= 0:
        yield at
        at = piece.find(mark, at + 1)


def _opens(stream: BinaryIO) -> bool:
    # A few kilobytes suffice for a header; the whole stream would be unpacked for every false start.
    try:
        head = next(iter(ArchiveIterator(io.BytesIO(stream.read(65536)), parse_http=False)), None)
    except OSError:
        return False
    return head is not None and bool(head.headers.get(WarcHeader.WARC_TYPE))
