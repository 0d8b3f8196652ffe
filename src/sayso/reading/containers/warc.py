"""Read the pages of a WARC archive."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge, ReadError
from sayso.reading.containers.members import Held, Inner, Member, no_such_member, number_in, quoted
from sayso.reading.kinds import MEDIA_TYPES, SUFFIXES
from sayso.reading.known import Known, host_of

if TYPE_CHECKING:
    from fastwarc.stream_io import WarcReader
    from fastwarc.warc import WarcRecord

# Starts of a record, plain or packed. Source: WARC 1.1, "file and record model", annex D for gzip.
_STARTS = (b"WARC/1.", b"\x1f\x8b\x08")
# Records that tell of others. Source: WARC 1.1, "WARC record types"; a continuation is a page, and is counted.
_OVERHEAD = frozenset({"warcinfo", "request", "metadata"})
_MEND = "fetch the archive again; behind it, the records were read that could be found"
_DECODINGS: tuple[Literal["all", "content", "transfer", "none"], ...] = ("all", "content", "transfer", "none")
# An archive with more broken places is not read to its end, and between two no more starts are tried: a file made of
# false starts would else take hours. Packed data has a false start each 16 MB by chance.
MOST_DAMAGE = 100
MOST_TRIED = 10_000
# So many bytes are read in one go of a record, and of an archive where the next record is looked for.
_TAKEN = 1 << 16
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Broken:
    """The place in an archive from which on no record can be read, and why."""

    at: int
    why: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its block: the place of its first byte in the archive as found, packed or not."""

    head: WarcRecord
    at: int
    block: bytes

    def name(self) -> str:
        """Its byte offset, its id, and the digest of its payload where the archive gives one."""
        told = (self.head.record_id, self.head.headers.get("WARC-Payload-Digest"))
        return " ".join([f"record {self.at}", *(quoted(one.strip("<>")) for one in told if one)])


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """A page for each response, resource or conversion record of HTML or text, its transfer and content coding undone.

    A broken or cut-off record is an error, and reading goes on with the next one that can be found. Records that are
    no page are counted in a row at the end.
    """
    left_out: Counter[str] = Counter()
    pages = unpacked = 0
    for record in _records(stream, limits):
        if isinstance(record, Broken):
            yield NotAPage(f"{where} byte {record.at}", f"the archive is broken there ({record.why})", _MEND)
            continue
        unpacked += record.head.content_length
        if unpacked > limits.unpacked_bytes or pages >= limits.members:
            told = f"{limits.members} pages" if pages >= limits.members else f"{limits.unpacked_bytes} bytes"
            mend = "raise Limits.members and Limits.unpacked_bytes, or split the archive"
            yield PageTooLarge(f"{where} byte {record.at}", f"more than {told} in one archive", mend)
            break
        held = _held(record, where, limits)
        if isinstance(held, str):
            left_out[held] += 1
        elif held is not None:
            pages += 1
            yield held
    if not pages and not left_out:
        yield EmptyPage(where, "the archive holds no page", "check that it was made of pages, and is whole")
    if left_out:
        what = "left out of the archive: " + ", ".join(f"{count} {kind}" for kind, count in sorted(left_out.items()))
        yield NotAPage(where, what, "nothing, if no article is among them")


def load(stream: BinaryIO, name: str) -> bytes:
    """The bytes of the page in the record that `name` ("record 1234 urn:uuid:…") tells, as `read_members` gave them.

    Raises `NotAPage` when the archive has no such record. The record is looked for at its offset first, so that the
    cost is that of one record unless the archive is packed as a whole.
    """
    at = number_in(name, "record")
    limits = Limits(page_bytes=1 << 62)
    for start in (at, 0):
        stream.seek(start)
        for record in _records(stream, limits, start):
            if isinstance(record, Broken):
                continue
            if record.name() == name:
                return _body(record, limits)[0]
            if start:
                break
    raise no_such_member(name)


def _records(stream: BinaryIO, limits: Limits, start: int = 0) -> Iterator[Record | Broken]:
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
    from fastwarc.warc import ArchiveIterator

    archive = iter(ArchiveIterator(stream, parse_http=False))
    last = start
    while True:
        try:
            head = next(archive, None)
            if head is None:
                return
            last = head.stream_pos
            # One byte more than a page may have, and room for the header of its HTTP response.
            wanted = min(head.content_length, limits.page_bytes + 65536)
            block = _take(head.reader, wanted)
            if len(block) < wanted:
                yield Broken(last, f"{len(block)} of {head.content_length} bytes")
                return
            if head.headers.get("Content-Length") is None or not head.headers.get("WARC-Type"):
                yield Broken(last, "a record without type or length")
                return
        except OSError as error:
            yield Broken(last, str(error))
            return
        yield Record(head, last, block)


def _take(reader: WarcReader, most: int) -> bytes:
    """Up to `most` bytes, in steps: the reader keeps room for all that it is asked for."""
    taken = bytearray()
    while len(taken) < most and (piece := reader.read(min(most - len(taken), _TAKEN))):
        taken += piece
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
    from fastwarc.warc import ArchiveIterator

    # A few kilobytes suffice for a header; the whole stream would be unpacked for every false start.
    try:
        head = next(iter(ArchiveIterator(io.BytesIO(stream.read(65536)), parse_http=False)), None)
    except OSError:
        return False
    return head is not None and bool(head.headers.get("WARC-Type"))


def _held(record: Record, where: str, limits: Limits) -> Member | Inner | ReadError | str | None:
    """The page of a record, why it cannot be read, what it is counted as when it is no page, or None for overhead."""
    headers = record.head.headers
    type_ = (headers.get("WARC-Type") or "").strip().lower()
    if type_ == "revisit":
        return "revisits of pages kept elsewhere"
    if type_ in _OVERHEAD:
        return None
    if type_ not in ("response", "resource", "conversion"):
        return "of another type"
    name = record.name()
    body, media_type, charset, status = _body(record, limits)
    if status is not None and not 200 <= status < 300:
        return f"with status {status}"
    if type_ == "response" and record.head.is_http and status is None:
        return NotAPage(f"{where} {name}", "its HTTP header is broken", "fetch the page again")
    suffix = MEDIA_TYPES.get(media_type)
    if suffix is None:
        return media_type or "without a media type"
    if len(body) > limits.page_bytes:
        what = f"more than {limits.page_bytes} bytes"
        return PageTooLarge(f"{where} {name}", what, "allow it with --max-page-mb")
    if not body.strip():
        return "empty pages"
    known = _known(headers.get("WARC-Target-URI"), headers.get("WARC-Date"))
    kind = SUFFIXES[suffix]
    if kind != "html" and kind != "text":
        # A feed, list or document that a crawler fetched is a container of its own.
        return Inner(name, f"record{suffix}", io.BytesIO(body), known)
    doubts = tuple(_doubts(record, f"{where} {name}"))
    return Member(name, kind, body, "text/html" if kind == "html" else "text/plain", charset, known, doubts)


def _known(url: str | None, date: str | None) -> Known:
    """What the capture tells; the host stands for an outlet that the page does not name."""
    url = url.strip("<> ") if url else None
    return Known(url=url, retrieved=date, outlet=host_of(url) if url else None)


def _body(record: Record, limits: Limits) -> tuple[bytes, str, str | None, int | None]:
    """The payload with its codings undone, its media type, its charset, and the status of the HTTP response.

    Crawlers often undo a coding and keep the header that names it: what cannot be undone is taken as it is.
    """
    from fastwarc.warc import WarcRecord

    if not record.head.is_http:
        media_type, charset = _content_type(record.head.headers.get("Content-Type"))
        return record.block, media_type, charset, None
    for decoding in _DECODINGS:
        response = WarcRecord()
        response.is_http = True
        response.set_bytes_content(record.block)
        try:
            response.parse_http(auto_decode=decoding)
            body = _take(response.reader, limits.page_bytes + 1)
        except OSError:
            continue
        headers = response.http_headers
        if headers is None or headers.status_code is None:
            break
        media_type = (response.http_content_type or "").strip().lower()
        return body, media_type, response.http_charset, headers.status_code
    return record.block, "", None, None


def _content_type(said: str | None) -> tuple[str, str | None]:
    from email.message import Message

    letter = Message()
    letter["Content-Type"] = said or ""
    return (letter.get_content_type() if said else ""), letter.get_content_charset()


def _doubts(record: Record, where: str) -> Iterator[ReadError]:
    """What the record itself says against its page."""
    from fastwarc.warc import WarcRecord

    cut = record.head.headers.get("WARC-Truncated")
    if cut:
        yield NotAPage(where, f"the crawler cut the page off ({cut})", "fetch the whole page")
    digest = record.head.headers.get("WARC-Block-Digest")
    if digest and digest.lower().startswith("sha1:"):
        copy = WarcRecord()
        copy.headers.set("WARC-Block-Digest", digest)
        copy.set_bytes_content(record.block)
        if not copy.verify_block_digest():
            yield NotAPage(where, "its bytes are not those of its digest", "fetch the archive again")
