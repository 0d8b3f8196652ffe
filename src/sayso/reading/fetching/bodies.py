"""Read the body of an answer within its limits."""

from __future__ import annotations

import zlib

import httpx2

from sayso.errors import FetchFailed, PageTooLarge

# What sayso undoes, and asks for. Brotli and zstd would each need a package, and servers that hold them hold this.
ENCODINGS = "gzip"
_GZIP = zlib.MAX_WBITS | 16


async def read_body(response: httpx2.Response, where: str, most: int, cut: bool = False) -> bytes:
    """The body of `response` with its content encoding undone, up to `most` bytes; a longer one is `cut`, or an error.

    The limit holds for what is received and for what it unpacks to, and both stop at the first byte above it.
    Raises `PageTooLarge`, `FetchFailed` for a body that cannot be unpacked, and `httpx2.TransportError` for one that
    breaks off or is not as long as its Content-Length.
    """
    unpacking = _unpacking(response.headers.get("content-encoding", ""), where)
    told = response.headers.get("content-length", "")
    if not cut and told.isdecimal() and int(told) > most:
        raise _too_large(where, most)
    body = bytearray()
    received = 0
    async for piece in response.aiter_raw():
        received += len(piece)
        body += unpacking.unpack(piece, most + 1 - len(body)) if unpacking else piece
        if len(body) > most or received > most:
            if cut:
                return bytes(body[:most])
            raise _too_large(where, most)
    if unpacking and not unpacking.whole():
        raise FetchFailed(where, "the packed body breaks off", "try again later")
    return bytes(body)


class _Unpacking:
    """Undoes gzip piece by piece, several members in a row included."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._engine = zlib.decompressobj(_GZIP)
        self._started = False

    def unpack(self, piece: bytes, most: int) -> bytes:
        """What `piece` unpacks to, or its first `most` bytes."""
        body = bytearray()
        while piece and len(body) < most:
            if self._engine.eof:
                if not piece.startswith(b"\x1f"):  # padding behind the last member
                    break
                self._engine = zlib.decompressobj(_GZIP)
            self._started = True
            try:
                body += self._engine.decompress(piece, most - len(body))
            except zlib.error as error:
                raise FetchFailed(self._where, f"the body cannot be unpacked ({error})", "try again later") from error
            piece = self._engine.unused_data
        return bytes(body)

    def whole(self) -> bool:
        return self._engine.eof or not self._started


def _unpacking(encoding: str, where: str) -> _Unpacking | None:
    said = encoding.strip().lower()
    if said in ("gzip", "x-gzip"):
        return _Unpacking(where)
    if said in ("", "identity"):
        return None
    what = f"the body is packed as {said[:40]!r}, and sayso asked for {ENCODINGS}"
    raise FetchFailed(where, what, "save the page with a browser")


def _too_large(where: str, most: int) -> PageTooLarge:
    return PageTooLarge(where, f"more than {most} bytes", "allow it with --max-page-mb")
