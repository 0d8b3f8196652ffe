"""Read the text of a PDF file."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Sequence
from typing import BinaryIO

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge
from sayso.reading.containers.members import Held, Member, Sought
from sayso.reading.known import Known

NAME = "text"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})-$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_NOT_A_TITLE = re.compile(r"\.\w{2,5}$|^(?:untitled|microsoft \w+)\b", re.IGNORECASE)

# A line this much shorter than most ends its paragraph when it also ends a sentence; one shorter than half stands
# alone. Chosen by eye on invented columns of 40 to 90 characters.
FULL_LINE = 0.85
SHORT_LINE = 0.5
# Letters without a break that are more than these are no word.
LONGEST_WORD = 60


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """The text of all pages as one page; raises `EmptyPage` for a file of pictures and `NotAPage` for a locked one.

    Lines are joined to paragraphs, a word that was broken at the end of a line only where the text has it unbroken
    too. The offsets of its articles are into this text, which a file gives again with the same pypdf.
    """
    pages, title = _read(stream, where, limits)
    text = join_pages(pages)
    if not text.strip():
        what = f"{len(pages)} pages without a letter of text: it is a scan"
        raise EmptyPage(where, what, "make its text readable with an OCR program such as ocrmypdf")
    data = text.encode("utf-8", "replace")
    if len(data) > limits.page_bytes:
        raise PageTooLarge(where, f"more than {limits.page_bytes} bytes of text", "allow it with --max-page-mb")
    blank = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    what = f"{len(blank)} of {len(pages)} pages have no text: {', '.join(blank[:20])}"
    doubts = (NotAPage(where, what, "read them with an OCR program if they are scans"),) if blank else ()
    yield Member(NAME, "text", data, "text/plain", "utf-8", Known(title=title), doubts)


def find(stream: BinaryIO, names: Collection[str]) -> Sought:
    """The text of the file as `read_members` gave it, if that is sought; raises `NotAPage`."""
    if NAME in names:
        yield NAME, join_pages(_read(stream, NAME, Limits(pdf_pages=1 << 62))[0]).encode("utf-8", "replace")


def join_pages(pages: Sequence[str]) -> str:
    """The paragraphs of all pages with a blank line between two; a paragraph may run on to the next page."""
    known = frozenset(word for page in pages for word in _WORD.findall(page))
    lines = [line.strip() for page in pages for line in [*page.splitlines(), ""]]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 3 // 4] if widths else 0
    paragraphs: list[str] = []
    open_ = False
    last = ""
    for line in lines:
        if not line:
            open_ = open_ and not _ENDS.search(last) and len(last) >= FULL_LINE * width
            continue
        if open_:
            paragraphs[-1] = _joined(paragraphs[-1], line, known)
        else:
            paragraphs.append(line)
        ended = _ENDS.search(line) and len(line) < FULL_LINE * width
        open_ = _broken_word(line) is not None or (len(line) >= SHORT_LINE * width and not ended)
        last = line
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _joined(paragraph: str, line: str, known: frozenset[str]) -> str:
    """The paragraph with one more line; the hyphen at its end goes only where the whole word stands elsewhere."""
    first, second = _broken_word(paragraph), _NEXT_WORD.match(line)
    if first is None or second is None:
        return f"{paragraph} {line}"
    whole, parted = first[1] + second[0], f"{first[1]}-{second[0]}"
    if whole in known and parted not in known:
        return paragraph[:-1] + line
    return paragraph + line


def _broken_word(line: str) -> re.Match[str] | None:
    """The word before a hyphen at the end of `line`, which is searched no further back than a word is long."""
    return _BROKEN_WORD.search(line[-LONGEST_WORD:]) if line.endswith("-") else None


def _read(stream: BinaryIO, where: str, limits: Limits) -> tuple[list[str], str | None]:
    """The text of each page, and the title that the file gives itself."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotAPage(where, "the PDF is locked with a password", "save it without the password")
        if len(reader.pages) > limits.pdf_pages:
            what = f"{len(reader.pages)} pages, more than {limits.pdf_pages}"
            raise PageTooLarge(where, what, "raise Limits.pdf_pages, or split the file")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except PyPdfError as error:
        raise NotAPage(where, f"the PDF is broken or locked ({error})", "save it again, without a password") from error
    shown = " ".join(str(title or "").split())
    return pages, shown if shown and not _NOT_A_TITLE.search(shown) else None
