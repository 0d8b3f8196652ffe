"""Read the files in a zip archive."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge, ReadError
from sayso.reading import kinds
from sayso.reading.containers.compressed import HARMLESS_BYTES
from sayso.reading.containers.members import Held, Inner, no_such_member, number_in, quoted

_ENCRYPTED = 0x1
# Where a web archive keeps its records. Source: WACZ 1.1.1, "directory layout".
_WACZ_LIST = "datapackage.json"
_WACZ_RECORDS = "archive/"


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """Each file of the archive in its order, with an error for each that is refused; nothing is written to disk.

    Files and folders whose name starts with a full stop, and pictures, are left out as in a folder. Of a WACZ only
    the records are read: its other files list them.
    """
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
        if len(entries) > limits.members:
            what = f"{len(entries)} files, more than {limits.members}"
            raise PageTooLarge(where, what, "raise Limits.members, or split the archive")
        if (size := sum(entry.file_size for entry in entries)) > limits.unpacked_bytes:
            what = f"it unpacks to {size} bytes, more than {limits.unpacked_bytes}"
            raise PageTooLarge(where, what, "raise Limits.unpacked_bytes, or split the archive")
        found = 0
        for number, entry in _files(entries):
            found += 1
            name = f"entry {number} {quoted(entry.filename)}"
            yield _refused(entry, f"{where} {name}", limits) or _open(archive, entry, where, name)
        if not found:
            yield EmptyPage(where, "the archive holds no page", f"put files of these kinds there: {kinds.READABLE}")


def load(stream: BinaryIO, name: str) -> BinaryIO:
    """The file that `name` ("entry 2 a.html") tells; raises `NotAPage` when the archive has no such file."""
    number = number_in(name, "entry")
    try:
        archive = zipfile.ZipFile(stream)
        entry = archive.infolist()[number - 1]
        if number < 1 or name != f"entry {number} {quoted(entry.filename)}":
            raise no_such_member(name)
        return cast(BinaryIO, archive.open(entry))
    except (zipfile.BadZipFile, IndexError, RuntimeError, NotImplementedError) as error:
        raise no_such_member(name) from error


def _open(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str, name: str) -> Inner | ReadError:
    try:
        return Inner(name, entry.filename, cast(BinaryIO, archive.open(entry)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        return NotAPage(f"{where} {name}", f"it cannot be unpacked ({error})", "unpack it yourself, and give the files")


def _files(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[int, zipfile.ZipInfo]]:
    names = {entry.filename for entry in entries}
    wacz = _WACZ_LIST in names and any(name.startswith(_WACZ_RECORDS) for name in names)
    for number, entry in enumerate(entries, 1):
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
        beside = kinds.suffix_of(entry.filename) in kinds.BESIDE
        listing = wacz and not entry.filename.startswith(_WACZ_RECORDS)
        if not (entry.is_dir() or hidden or beside or listing):
            yield number, entry


def _refused(entry: zipfile.ZipInfo, where: str, limits: Limits) -> ReadError | None:
    """Why a file of the archive is not opened, or None."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        return NotAPage(where, "its name leads out of the archive", "unpack it yourself if you trust it")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return NotAPage(where, "it is a link", "pack the file that it leads to")
    if entry.flag_bits & _ENCRYPTED:
        return NotAPage(where, "it is locked with a password", "unpack it, and give the files")
    if entry.file_size > max(HARMLESS_BYTES, limits.unpacked_ratio * entry.compress_size):
        what = f"it unpacks to more than {limits.unpacked_ratio} times its size"
        return PageTooLarge(where, what, "raise Limits.unpacked_ratio if the archive is to be trusted")
    if kinds.suffix_of(entry.filename) not in kinds.SUFFIXES:
        return NotAPage(where, "a kind of file that sayso does not read", f"name it as what it is: {kinds.READABLE}")
    return None
