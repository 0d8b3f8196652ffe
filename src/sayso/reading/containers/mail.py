"""Read the letter in a mail file."""

from __future__ import annotations

import io
from collections.abc import Collection
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy
from typing import BinaryIO, cast

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge
from sayso.reading import kinds
from sayso.reading.containers.members import Held, Inner, Member, Sought, hold, numbers_in
from sayso.reading.known import Known, read_time

# The library takes longer than linear for a header; a longer one is cut, in characters. RFC 5322 has lines of 998.
LONGEST_HEADER = 1000


class _Headers(EmailPolicy):
    """Headers as the library reads them, cut when they are too long, and with bytes that are not ASCII read as UTF-8."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        text = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        header: str = super().header_fetch_parse(name, text[:LONGEST_HEADER])
        return header


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The letter's text, its HTML where it has one, then the attached files; one that is no page is an error.

    The sender's name is taken for the outlet of a letter that names none, the subject for a title, the letter's date
    for that of publication.
    """
    letter = _parse(hold(stream, where, limits))
    body = letter.get_body(preferencelist=("html", "plain"))
    parts = list(letter.walk())
    if body is None:
        yield EmptyPage(where, "the letter has no text", "save the letter with its text")
    for number, part in enumerate(parts, 1):
        name = f"part {number}"
        if part is body:
            data = _payload(part)
            if len(data) > limits.page_bytes:
                yield PageTooLarge(
                    f"{where} {name}", f"more than {limits.page_bytes} bytes", "allow it with --max-page-mb"
                )
            elif not data.strip():
                yield EmptyPage(f"{where} {name}", "the letter has no text", "save the letter with its text")
            else:
                html = part.get_content_type() == "text/html"
                yield Member(
                    name, "html" if html else "text", data, "text/html" if html else "text/plain",
                    part.get_content_charset(), _known(letter),
                )  # fmt: skip
        elif part.get_content_disposition() == "attachment" and not part.is_multipart():
            file_name = part.get_filename() or ""
            suffix = kinds.suffix_of(file_name)
            if suffix in kinds.SUFFIXES:
                yield Inner(name, file_name, io.BytesIO(_payload(part)))
            elif suffix not in kinds.BESIDE:
                what = f"the attachment {file_name or part.get_content_type()} is of a kind that sayso does not read"
                yield NotAPage(f"{where} {name}", what, "save it as a page, if it holds news")


def find(stream: BinaryIO, names: Collection[str]) -> Sought:
    """Of `names` ("part 2") those that are there, each with its part, transfer coding undone."""
    wanted = numbers_in(names, "part")
    for number, part in enumerate(_parse(stream.read()).walk(), 1):
        if number in wanted:
            yield wanted[number], _payload(part)


def _parse(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=cast("Policy[EmailMessage]", _Headers()))


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _known(letter: EmailMessage) -> Known:
    sender = letter["From"]
    mailboxes = getattr(sender, "addresses", ())
    return Known(
        title=" ".join(str(letter["Subject"] or "").split()) or None,
        outlet=(mailboxes[0].display_name or mailboxes[0].domain or None) if mailboxes else None,
        published=read_time(str(letter["Date"] or "")),
    )
