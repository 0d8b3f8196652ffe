"""Unpack a gzip file."""

from __future__ import annotations

import gzip
import io
from collections.abc import Collection
from typing import TYPE_CHECKING, BinaryIO, cast

from sayso.config import Limits
from sayso.errors import PageTooLarge
from sayso.reading import decoding
from sayso.reading.containers.members import Held, Inner, Sought

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NAME = "unpacked"
# A file that unpacks to less is no bomb, whatever its ratio: a short file of one letter has any ratio.
HARMLESS_BYTES = 10_000_000


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The unpacked file as one container, or the records of an archive that is packed record by record.

    The stream raises `PageTooLarge` once it gives more than `limits` allow.
    """
    if gzip.GzipFile(fileobj=stream, mode="rb").read(5) == b"WARC/":
        from sayso.reading.containers import warc

        stream.seek(0)
        yield from warc.read_members(stream, where, limits)
        return
    stream.seek(0)
    name = where[:-3] if where.lower().endswith(".gz") else ""
    unpacked = io.BufferedReader(Metered(stream, where, limits), decoding.SNIFFED)
    yield Inner(NAME, name, cast(BinaryIO, unpacked))


def find(stream: BinaryIO, names: Collection[str]) -> Sought:
    """The unpacked file, if that is sought."""
    if NAME in names:
        yield NAME, cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


class Metered(io.RawIOBase):
    """The unpacked bytes of a gzip file, counted as they are read."""

    def __init__(self, packed: BinaryIO, where: str, limits: Limits) -> None:
        self.packed = packed
        self.unpacked = gzip.GzipFile(fileobj=packed, mode="rb")
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
