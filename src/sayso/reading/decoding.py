"""Turn the bytes of a page into its decoded source."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from sayso.errors import NotAPage

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first bytes of kinds that are never text.
_MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x7fELF",
    b"RIFF", b"OggS", b"ID3", b"\x00\x00\x01\x00", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"SQLite format 3\x00",
)  # fmt: skip
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Browsers look this far for a declared encoding. Source: the HTML standard, "prescan a byte stream" (1024 bytes);
# four times as much, because pages put scripts before the declaration.
DECLARATION_WITHIN = 4096
# How much is looked at to tell binary data from text, or to guess an encoding.
SNIFFED = 65536
# Statistics over so many bytes are not asked again. By eye: a Latin, a Cyrillic and a Greek encoding are told from a tenth.
ENOUGH_TO_GUESS = 4096
# Share of control bytes above which data is binary: the 439 pages of Fundus and of the extraction benchmark have none,
# compressed data has about 0.1.
BINARY_SHARE = 0.02
# Share of NUL bytes above which data without a byte order mark is tried as UTF-16; Latin text has about 0.5.
UTF16_SHARE = 0.3
# Codecs that Python counts as text and no page means.
_NEVER_MEANT = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs"})
# Browsers read these labels as their Windows supersets. Source: the WHATWG encoding standard.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's decoded source, the encoding, and how many characters could not be read (each is U+FFFD)."""

    text: str
    encoding: str
    unread: int


def decode_source(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The decoded source of a page, with the name of its encoding; raises `NotAPage` for a name of none.

    The byte order mark is left out, newlines stay as found. The same bytes always give the same source, so that a
    page can be decoded again to check a span: in the `encoding` that it was read in, which its transport may have
    told.
    """
    if encoding is None:
        decoded = decode(data)
        return decoded.text, decoded.encoding
    if _codec(encoding) is None and encoding not in (name for _, name in _BOMS):
        raise NotAPage(encoding, "no encoding of text", "make the file again")
    mark = next((mark for mark, name in _BOMS if name == encoding and data.startswith(mark)), b"")
    return _read_lossy(data[len(mark) :], encoding).text, encoding


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """The decoded source of `data`: by byte order mark, else UTF-8, else as its transport or itself declares.

    `charset` is what the transport says, which outranks the page. Without a word of either, statistics tell.
    Source: the HTML standard, "determining the character encoding"; UTF-8 comes first, for text of another encoding
    is next to never sound UTF-8, and headers are often those of the server and not of the page.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _read_lossy(data[len(mark) :], encoding)
    if _looks_utf16(data):
        return _read_lossy(data, "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        pass
    declared = (_codec(charset) if charset else None) or declared_encoding(data)
    if declared not in (None, "utf-8"):
        return _read_lossy(data, str(declared))
    if declared == "utf-8" or _mostly_utf8(data):
        return _read_lossy(data, "utf-8")
    return _read_lossy(data, _guess(data))


class Guesses:
    """The encoding that the lines of one file have in common, for those that tell none themselves.

    Guessing costs a millisecond a line, and a short line tells little: the first lines are guessed from together, and the
    later ones are taken for the same where they can be.
    """

    def __init__(self) -> None:
        self._seen = bytearray()
        self._guessed: str | None = None

    def charset_of(self, line: bytes) -> str | None:
        """The common encoding, where `line` needs one and can be read in it; else None."""
        if _is_utf8(line) or _tells(line):
            return None
        if len(self._seen) < ENOUGH_TO_GUESS:
            self._seen += line[:SNIFFED]
            self._guessed = _guess(bytes(self._seen))
        try:
            line.decode(str(self._guessed))
        except UnicodeDecodeError:
            return None
        return self._guessed


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _tells(data: bytes) -> bool:
    """Whether data that is not sound UTF-8 tells its encoding by a mark, its NULs, its own words, or most of its bytes."""
    marked = data.startswith(tuple(mark for mark, _ in _BOMS)) or _looks_utf16(data)
    return marked or declared_encoding(data) is not None or _mostly_utf8(data)


def declared_encoding(data: bytes) -> str | None:
    """The Python codec that the page's markup declares, or None."""
    head = data[:DECLARATION_WITHIN]
    found = _XML_DECLARED.search(head) or _DECLARED.search(head)
    if found is None:
        return None
    return _codec(found.group(1).decode("ascii", "replace"))


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any encoding."""
    head = data[:SNIFFED]
    if head.startswith(tuple(mark for mark, _ in _BOMS)) or _looks_utf16(data):
        return False
    if head.startswith(_MAGIC):
        return True
    controls = len(head) - len(head.translate(None, bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})))
    return controls > max(1, BINARY_SHARE * len(head))


def _codec(name: str) -> str | None:
    """The Python codec of a declared encoding as browsers read it; None where it is none, or contradicts ASCII."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding or codec.name in _NEVER_MEANT or codec.name.startswith(("utf-16", "utf-32")):
        return None
    return _SUPERSETS.get(codec.name, codec.name)


def _looks_utf16(data: bytes) -> bool:
    head = data[: SNIFFED // 16 * 2]
    if len(head) < 4 or b"\x00" not in head:
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > UTF16_SHARE * len(head) and min(even, odd) * 20 < max(even, odd)


def _mostly_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are sound UTF-8, so that the others are damage and not another encoding."""
    sound = _MULTIBYTE.findall(data)
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return bool(sound) and 2 * sum(map(len, sound)) > beyond


def _guess(data: bytes) -> str:
    best = from_bytes(data[:SNIFFED]).best()
    # UTF-16 has been ruled out by then: statistics take pairs of ASCII for ideographs.
    return (_codec(best.encoding) if best is not None else None) or "cp1252"


def _read_lossy(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
        unread = 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        unread = text.count("�")
    return Decoded(_SURROGATE.sub("�", text), encoding, unread)
