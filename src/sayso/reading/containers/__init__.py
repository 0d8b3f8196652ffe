"""Read the pages that one file holds, and find one of them again by its name."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import NotAPage, ReadError
from sayso.reading.containers import (
    address_lists,
    archives,
    compressed,
    feeds,
    json_feeds,
    lines,
    mail,
    pdf,
    warc,
    xml_trees,
)
from sayso.reading.containers.members import BETWEEN_STEPS, Held, Inner, Member, hold, no_such_member
from sayso.reading.kinds import Kind

__all__ = ["CONTAINERS", "Inner", "Member", "load_member", "read_members"]


def read_members(kind: Kind, stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The pages and files in the container at `stream`, in order, with an error for each that cannot be read.

    Nothing that the container holds raises. `stream` is at its start and can be rewound.
    """
    try:
        yield from CONTAINERS[kind](stream, where, limits)
    except ReadError as error:
        yield error
    except Exception as error:  # libraries meet files that are broken in ways that they do not foresee
        said = str(error).strip() or type(error).__name__
        yield NotAPage(where, f"the file is broken or cut off ({said})", "fetch it again")


def load_member(stream: BinaryIO, member: str) -> bytes:
    """The bytes of the page that `member` names: steps such as "entry 2 march/dump.jsonl, line 12".

    Raises `NotAPage` when one of them leads nowhere.
    """
    for step in member.split(BETWEEN_STEPS):
        loader = _LOADERS.get(step.partition(" ")[0])
        if loader is None:
            raise no_such_member(member)
        found = loader(stream, step)
        stream = io.BytesIO(found) if isinstance(found, bytes) else found
    return stream.read()


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


def _load_item(stream: BinaryIO, name: str) -> bytes:
    """The bytes of the item that `name` ("item 3") tells; raises `NotAPage`."""
    data = stream.read()
    kind: Kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "xml"
    for held in CONTAINERS[kind](io.BytesIO(data), name, Limits(page_bytes=len(data) * 4, held_bytes=len(data))):
        if isinstance(held, Member) and held.name == name:
            return held.data
    raise no_such_member(name)


CONTAINERS: dict[Kind, Callable[[BinaryIO, str, Limits], Held]] = {
    "jsonl": lines.read_members,
    "json": json_feeds.read_members,
    "xml": _read_xml,
    "warc": warc.read_members,
    "zip": archives.read_members,
    "gzip": compressed.read_members,
    "mail": mail.read_members,
    "pdf": pdf.read_members,
}
_LOADERS: dict[str, Callable[[BinaryIO, str], bytes | BinaryIO]] = {
    "line": lines.load,
    "item": _load_item,
    "record": warc.load,
    "entry": archives.load,
    compressed.NAME: compressed.load,
    "part": mail.load,
    pdf.NAME: pdf.load,
}
