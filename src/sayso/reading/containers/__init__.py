"""Read the pages that one file holds, or find some of them again by their names."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import NotAPage, ReadError
from sayso.reading import decoding
from sayso.reading.containers import (
    address_lists,
    archives,
    compressed,
    feeds,
    json_feeds,
    lines,
    mail,
    pdf,
    xml_trees,
)
from sayso.reading.containers.members import (
    BETWEEN_STEPS,
    FILE_BROKEN,
    Held,
    Inner,
    Member,
    Sought,
    broken,
    hold,
    no_such_member,
)
from sayso.reading.kinds import Kind

__all__ = ["CONTAINERS", "Inner", "Member", "load_members", "read_members"]


def read_members(kind: Kind, stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The pages and files in the container at `stream`, in order, with an error for each that cannot be read.

    Nothing that the container holds raises. `stream` is at its start and can be rewound.
    """
    try:
        yield from CONTAINERS[kind](stream, where, limits)
    except ReadError as error:
        yield error
    except Exception as error:  # libraries meet files that are broken in ways that they do not foresee
        yield broken(where, FILE_BROKEN, error)


def load_members(stream: BinaryIO, members: Iterable[str]) -> Iterator[tuple[str, bytes | NotAPage]]:
    """Each of `members` once, with the bytes of its page or the error that it leads nowhere.

    A member names its steps, such as "entry 2 march/dump.jsonl, line 12". Each file on the way is read once for all
    that are sought in it, so that the cost is linear in its size; the order is that of the files.
    """
    sought: dict[str, dict[str, dict[str | None, None]]] = {}
    for member in members:
        step, further, rest = member.partition(BETWEEN_STEPS)
        sought.setdefault(step.partition(" ")[0], {}).setdefault(step, {})[rest if further else None] = None
    for at, (word, steps) in enumerate(sought.items()):
        missing = dict(steps)
        try:
            if at:
                stream.seek(0)
            for step, held in _FINDERS[word](stream, steps) if word in _FINDERS else ():
                yield from _behind(step, held, missing.pop(step))
        except Exception:  # the file is not the one that was read: what is left in it is not found
            pass
        for step, rests in missing.items():
            yield from _nowhere(step, rests)


def _behind(step: str, held: bytes | BinaryIO, rests: Collection[str | None]) -> Iterator[tuple[str, bytes | NotAPage]]:
    """The pages that the steps `rests` lead to from a file; None is the file itself."""
    stream = io.BytesIO(held) if isinstance(held, bytes) else held
    try:
        if None in rests:
            data = stream.read()
            yield step, data
            stream = io.BytesIO(data)
    except Exception:  # a packed file is broken in a way that its library does not foresee
        yield from _nowhere(step, rests)
        return
    for rest, data_or_error in load_members(stream, [rest for rest in rests if rest is not None]):
        yield f"{step}{BETWEEN_STEPS}{rest}", data_or_error


def _nowhere(step: str, rests: Iterable[str | None]) -> Iterator[tuple[str, NotAPage]]:
    for rest in rests:
        member = f"{step}{BETWEEN_STEPS}{rest}" if rest is not None else step
        yield member, no_such_member(member)


def _read_xml(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The items of a feed, or the row of a list of addresses; raises `NotAPage` for other XML."""
    root, damage = xml_trees.parse(hold(stream, where, limits), where)
    name = xml_trees.name_of(root)
    if name in feeds.ROOTS:
        yield from feeds.read_members(root, where, limits)
    elif name in address_lists.ROOTS:
        yield from address_lists.read_members(root, where, limits)
    else:
        raise NotAPage(where, f"XML of a kind that sayso does not read (<{name}>)", "give the page as HTML or text")
    if damage is not None:
        yield damage


def _read_warc(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The pages of a WARC archive; its library is imported when such a file comes."""
    from sayso.reading.containers import warc

    return warc.read_members(stream, where, limits)


def _find_items(stream: BinaryIO, names: Collection[str]) -> Sought:
    """Of `names` ("item 3") those that are there, each with its page's bytes."""
    data = stream.read()
    kind: Kind = "json" if decoding.decode(data).text.lstrip("\ufeff \t\r\n").startswith("{") else "xml"
    for held in CONTAINERS[kind](io.BytesIO(data), "", Limits(page_bytes=len(data) * 4, held_bytes=len(data))):
        if isinstance(held, Member) and held.name in names:
            yield held.name, held.data


def _find_records(stream: BinaryIO, names: Collection[str]) -> Sought:
    from sayso.reading.containers import warc

    return warc.find(stream, names)


CONTAINERS: dict[Kind, Callable[[BinaryIO, str, Limits], Held]] = {
    "jsonl": lines.read_members,
    "json": json_feeds.read_members,
    "xml": _read_xml,
    "warc": _read_warc,
    "zip": archives.read_members,
    "gzip": compressed.read_members,
    "mail": mail.read_members,
    "pdf": pdf.read_members,
}
_FINDERS: dict[str, Callable[[BinaryIO, Collection[str]], Sought]] = {
    "line": lines.find,
    "item": _find_items,
    "record": _find_records,
    "entry": archives.find,
    compressed.NAME: compressed.find,
    "part": mail.find,
    pdf.NAME: pdf.find,
}
