"""Unpack a gzip file."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING, BinaryIO, cast

from sayso.config import Limits
from sayso.errors import PageTooLarge
from sayso.reading import decoding
from sayso.reading.containers import warc
from sayso.reading.containers.members import Held, Inner, no_such_member

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NAME = "unpacked"
# A file that unpacks to less is no bomb, whatever its ratio: a short file of one letter has any ratio.
HARMLESS_BYTES = 10_000_000


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The unpacked file as one container, or the records of an archive that is packed record by record.

    The stream raises `PageTooLarge` once it gives more than `limits` allow.
    """
    if gzip.GzipFile(fileobj=stream).read(5) == b"WARC/":
        stream.seek(0)
        yield from warc.read_members(stream, where, limits)
        return
    stream.seek(0)
    name = where[:-3] if where.lower().endswith(".gz") else ""
    unpacked = io.BufferedReader(Metered(stream, where, limits), decoding.SNIFFED)
    yield Inner(NAME, name, cast(BinaryIO, unpacked))


def load(stream: BinaryIO, name: str) -> bytes:
    """The unpacked bytes; raises `NotAPage` when the file is none that gzip packed."""
    try:
        return gzip.GzipFile(fileobj=stream).read()
    except (OSError, EOFError) as error:
        raise no_such_member(name) from error


class Metered(io.RawIOBase):
    """The unpacked bytes of a gzip file, counted as they are read."""

    def __init__(self, packed: BinaryIO, where: str, limits: Limits) -> None:
        self.packed = packed
        self.unpacked = gzip.GzipFile(fileobj=packed)
        self.where = where
        self.limits = limits
        self.given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer`; raises `PageTooLarge` over the limits."""
        data = self.unpacked.read(memoryview(buffer).nbytes)
        memoryview(buffer)[: len(data)] = data
        self.given += len(data)
        if self.given > self.limits.unpacked_bytes:
            what = f"it unpacks to more than {self.limits.unpacked_bytes} bytes"
            raise PageTooLarge(self.where, what, "raise Limits.unpacked_bytes, or split the file")
        if self.given > max(HARMLESS_BYTES, self.limits.unpacked_ratio * self.packed.tell()):
            what = f"it unpacks to more than {self.limits.unpacked_ratio} times its size"
            raise PageTooLarge(self.where, what, "raise Limits.unpacked_ratio if the file is to be trusted")
        return len(data)
