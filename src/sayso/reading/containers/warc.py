"""Read the pages of a WARC archive."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterator
from typing import BinaryIO, Literal

from fastwarc.warc import WarcHeader, WarcRecord

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge, ReadError
from sayso.reading.containers.members import Held, Inner, Member, Sought, numbers_in
from sayso.reading.containers.warc_records import READ_AHEAD, Broken, Record, read_records, take
from sayso.reading.kinds import MEDIA_TYPES, SUFFIXES
from sayso.reading.known import Known, host_of

# Records that tell of others. Source: WARC 1.1, "WARC record types"; a continuation is a page, and is counted.
_OVERHEAD = frozenset({"warcinfo", "request", "metadata"})
_MEND = "fetch the archive again; behind it, the records were read that could be found"
_ANY_SIZE = Limits(page_bytes=1 << 62)
_DECODINGS: tuple[Literal["all", "content", "transfer", "none"], ...] = ("all", "content", "transfer", "none")


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """A page for each response, resource or conversion record of HTML or text, its transfer and content coding undone.

    A broken or cut-off record is an error, and reading goes on with the next one that can be found. Records that are
    no page are counted in a row at the end.
    """
    left_out: Counter[str] = Counter()
    pages = unpacked = 0
    for record in read_records(stream, limits):
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


def find(stream: BinaryIO, names: Collection[str]) -> Sought:
    """Of `names` ("record 1234 urn:uuid:…") those that are there, each with its page's bytes as `read_members` gave them.

    A few records are looked for at their offsets first, so that the cost is theirs. Many, and those of an archive that
    is packed as a whole or inside another file, are found by reading it once, up to the last of them.
    """
    for record in _sought(stream, set(names)):
        yield record.name(), _body(record, _ANY_SIZE)[0]


def _sought(stream: BinaryIO, left: set[str]) -> Iterator[Record]:
    """The records of the names `left`, each once."""
    if isinstance(stream, io.BufferedReader | io.BytesIO) and len(left) * READ_AHEAD < stream.seek(0, io.SEEK_END):
        for at in sorted(numbers_in(left, "record")):
            record = next(read_records(stream, _ANY_SIZE, at), None)
            if not isinstance(record, Record) or record.name() not in left:
                break  # packed as a whole, or not the file that was read
            left.discard(record.name())
            yield record
    for record in read_records(stream, _ANY_SIZE) if left else ():
        if isinstance(record, Record) and record.name() in left:
            left.discard(record.name())
            yield record
            if not left:
                return


def _held(record: Record, where: str, limits: Limits) -> Member | Inner | ReadError | str | None:
    """The page of a record, why it cannot be read, what it is counted as when it is no page, or None for overhead."""
    headers = record.head.headers
    type_ = (headers.get(WarcHeader.WARC_TYPE) or "").strip().lower()
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
    known = _known(headers.get(WarcHeader.WARC_TARGET_URI), headers.get(WarcHeader.WARC_DATE))
    kind = SUFFIXES[suffix]
    if kind != "html" and kind != "text":
        # A feed, list or document that a crawler fetched is a container of its own.
        return Inner(name, f"record{suffix}", io.BytesIO(body), known)
    doubts = tuple(_doubts(record, where, name))
    return Member(name, kind, body, "text/html" if kind == "html" else "text/plain", charset, known, doubts)


def _known(url: str | None, date: str | None) -> Known:
    """What the capture tells; the host stands for an outlet that the page does not name."""
    url = url.strip("<> ") if url else None
    return Known(url=url, retrieved=date, outlet=host_of(url) if url else None)


def _body(record: Record, limits: Limits) -> tuple[bytes, str, str | None, int | None]:
    """The payload with its codings undone, its media type, its charset, and the status of the HTTP response.

    Crawlers often undo a coding and keep the header that names it: what cannot be undone is taken as it is.
    """
    if not record.head.is_http:
        media_type, charset = _content_type(record.head.headers.get(WarcHeader.CONTENT_TYPE))
        return record.block, media_type, charset, None
    for decoding in _DECODINGS:
        response = WarcRecord()
        response.is_http = True
        response.set_bytes_content(record.block)
        try:
            response.parse_http(auto_decode=decoding)
            body = take(response.reader, limits.page_bytes + 1)
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


def _doubts(record: Record, where: str, name: str) -> Iterator[ReadError]:
    """What the record itself says against its page."""
    cut = record.head.headers.get(WarcHeader.WARC_TRUNCATED)
    if cut:
        yield NotAPage(f"{where} {name}", f"the crawler cut the page off ({cut})", "fetch the whole page")
    digest = record.head.headers.get(WarcHeader.WARC_BLOCK_DIGEST)
    if digest and digest.lower().startswith("sha1:"):
        copy = WarcRecord()
        copy.headers.set(WarcHeader.WARC_BLOCK_DIGEST, digest)
        copy.set_bytes_content(record.block)
        if not copy.verify_block_digest():
            yield NotAPage(f"{where} {name}", "its bytes are not those of its digest", "fetch the archive again")
