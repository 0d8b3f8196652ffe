"""What a container holds: pages with what is known of them, or containers again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from sayso.config import Limits
from sayso.errors import NotAPage, PageTooLarge, ReadError
from sayso.reading.kinds import PageKind
from sayso.reading.known import Known

_NOT_IN_NAMES = re.compile(r"[%,\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Steps of a member's name: "entry 2 march/dump.jsonl, line 12".
BETWEEN_STEPS = ", "


@dataclass(frozen=True, slots=True)
class Member:
    """One page: `name` finds it in its container again, `charset` is what its transport says of its encoding.

    `doubts` tell what is wrong with a page that could be read all the same.
    """

    name: str
    kind: PageKind
    data: bytes
    media_type: str
    charset: str | None = None
    known: Known = Known()
    doubts: tuple[ReadError, ...] = ()


@dataclass(frozen=True, slots=True)
class Inner:
    """A file inside a container: `name` finds it again, `file_name` is its own, `stream` gives its bytes."""

    name: str
    file_name: str
    stream: BinaryIO
    known: Known = Known()


Held: TypeAlias = Iterator[Member | Inner | ReadError]
# Names that were sought in a container, in its order, each with the bytes of its page or the file behind it.
Sought: TypeAlias = Iterator[tuple[str, bytes | BinaryIO]]


def quoted(name: str) -> str:
    """A file's name as one word without a comma, so that it may stand in a member's name."""
    return _NOT_IN_NAMES.sub(lambda found: f"%{ord(found.group()):02X}", name)


def hold(stream: BinaryIO, where: str, limits: Limits) -> bytes:
    """All bytes of a file that can only be read as a whole; raises `PageTooLarge` over `limits.held_bytes`."""
    data = stream.read(limits.held_bytes + 1)
    if len(data) > limits.held_bytes:
        raise PageTooLarge(where, f"more than {limits.held_bytes} bytes", "raise Limits.held_bytes, or split the file")
    return data


FILE_BROKEN = "the file is broken or cut off"
PAGE_BROKEN = "the page is broken or cut off"


def broken(where: str, what: str, error: Exception) -> NotAPage:
    """The error for a file or page that is broken in a way that its reader or a library did not foresee."""
    said = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, RecursionError):
        # Python's words tell where its stack ended, which is not the same in each reading.
        said = "it is nested too deep"
    return NotAPage(where, f"{what} ({said})", "fetch it again")


def no_such_member(name: str) -> NotAPage:
    """The error for a name that leads nowhere."""
    return NotAPage(name, "the file has no such member", "check that the file is the one that was read")


def numbers_in(names: Iterable[str], word: str) -> dict[int, str]:
    """Names such as "item 3" by their number; other names are left out."""
    found = {name: re.match(rf"{word} (\d{{1,18}})(?:$| )", name) for name in names}
    return {int(number[1]): name for name, number in found.items() if number}
