"""Read the lines of a JSONL dump."""

from __future__ import annotations

from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import EmptyPage, PageTooLarge
from sayso.reading.containers.members import Held, Member, no_such_member, number_in


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """Each line that is not blank, without its newline; no more than one line is held at a time.

    A line over `limits.page_bytes` is an error in its place.
    """
    number = found = 0
    while line := stream.readline(limits.page_bytes + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > limits.page_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.page_bytes + 2)
            what = f"the line holds more than {limits.page_bytes} bytes"
            yield PageTooLarge(f"{where} line {number}", what, "allow it with --max-page-mb, or split it")
        elif line.strip():
            yield Member(f"line {number}", "record", strip_newline(line), "application/jsonl")
        else:
            continue
        found += 1
    if not found:
        yield EmptyPage(where, "the file is empty", "fetch the page again, or leave it out")


def load(stream: BinaryIO, name: str) -> bytes:
    """The line that `name` ("line 12") tells, without its newline; raises `NotAPage` when there is none."""
    wanted = number_in(name, "line")
    for number, line in enumerate(stream, 1):
        if number == wanted:
            return strip_newline(line)
    raise no_such_member(name)


def strip_newline(line: bytes) -> bytes:
    """`line` without the newline at its end."""
    return line.removesuffix(b"\n").removesuffix(b"\r")
