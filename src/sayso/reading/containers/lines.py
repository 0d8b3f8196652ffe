"""Read the lines of a JSONL dump."""

from __future__ import annotations

from collections.abc import Collection
from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import EmptyPage, PageTooLarge
from sayso.reading.containers.members import Held, Member, Sought, numbers_in
from sayso.reading.decoding import Guesses


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """Each line that is not blank, without its newline; no more than one line is held at a time.

    A line over `limits.page_bytes` is an error in its place.
    """
    number = found = 0
    guesses = Guesses()
    while line := stream.readline(limits.page_bytes + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > limits.page_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.page_bytes + 2)
            what = f"the line holds more than {limits.page_bytes} bytes"
            yield PageTooLarge(f"{where} line {number}", what, "allow it with --max-page-mb, or split it")
        elif line.strip():
            data = strip_newline(line)
            yield Member(f"line {number}", "record", data, "application/jsonl", guesses.charset_of(data))
        else:
            continue
        found += 1
    if not found:
        yield EmptyPage(where, "the file is empty", "fetch the page again, or leave it out")


def find(stream: BinaryIO, names: Collection[str]) -> Sought:
    """Of `names` ("line 12") those that are there, each with its line without the newline."""
    wanted = numbers_in(names, "line")
    last = max(wanted, default=0)
    for number, line in enumerate(stream, 1):
        if number in wanted:
            yield wanted[number], strip_newline(line)
        if number >= last:
            return


def strip_newline(line: bytes) -> bytes:
    """`line` without the newline at its end."""
    return line.removesuffix(b"\n").removesuffix(b"\r")
