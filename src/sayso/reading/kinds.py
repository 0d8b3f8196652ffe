"""Tell what kind of file some bytes are."""

from __future__ import annotations

import os
import re
from typing import Literal

from sayso.errors import NotAPage
from sayso.reading import decoding

# Kinds of one page each, then those that hold pages.
PageKind = Literal["text", "html", "record", "item"]
Kind = Literal["text", "html", "jsonl", "json", "xml", "warc", "zip", "gzip", "mail", "pdf"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".xml": "xml", ".rss": "xml", ".atom": "xml", ".rdf": "xml", ".opml": "xml",
    ".warc": "warc", ".wet": "warc", ".wacz": "zip", ".zip": "zip", ".gz": "gzip",
    ".eml": "mail", ".pdf": "pdf",
}  # fmt: skip
# The kinds of page, feed, list and document that the web names by media type, with the suffix that stands for each.
MEDIA_TYPES: dict[str, str] = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt", "text/markdown": ".md",
    "application/jsonl": ".jsonl", "application/x-ndjson": ".jsonl", "application/feed+json": ".json",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/rdf+xml": ".rdf",
    "application/xml": ".xml", "text/xml": ".xml",
    "application/pdf": ".pdf", "message/rfc822": ".eml",
}  # fmt: skip
# Files that lie beside saved pages and never are one.
BESIDE = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".mp3", ".mp4",
    ".m4a", ".ogg", ".oga", ".wav", ".webm", ".mov", ".avi", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".css",
    ".js", ".mjs", ".map",
})  # fmt: skip
READABLE = ", ".join(sorted(SUFFIXES))

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"WARC/", "warc"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b\x08", "gzip"), (b"%PDF-", "pdf"),
)  # fmt: skip
# Comments are taken whole or not at all (`(?>`): a file of many would else be tried in every way of joining them.
_HTML_START = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?>(?:<!--.{0,2000}?-->\s*+)*)<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_XML_START = re.compile(
    r"\s*+(?:<\?xml\b[^>]{0,200}>\s*+)?(?>(?:<(?:\?|!--|!DOCTYPE).{0,2000}?>\s*+)*)"
    r"<(?:rss|feed|urlset|sitemapindex|opml|\w+:(?:RDF|feed|urlset))\b",
    re.S,
)
_XML_DECLARED = re.compile(r"\s*<\?xml\b")
_ANY_TAG = re.compile(r"<(?:p|div|article|h[1-6]|section|main|table|meta)\b[^<>]*>", re.I)
_JSON_START = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_RECORD_START = re.compile(r'\s*\{\s*"')
_MAIL_START = re.compile(r"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL_ONLY = re.compile(r"^(?:MIME-Version|Message-ID|Received|Return-Path):", re.I | re.M)


def suffix_of(name: str) -> str:
    """The suffix of a file's name, in small letters."""
    return os.path.splitext(name)[1].lower()


def settle(kind: Kind | None, head: bytes, where: str) -> Kind:
    """The kind of a file whose suffix says `kind` or nothing, by its first bytes where that leaves a choice.

    Raises `NotAPage` for JSON that is neither a feed nor one record a line.
    """
    if kind is None:
        kind = next((kind for mark, kind in _MAGIC if head.startswith(mark)), None)
        if kind is not None:
            return kind
    if kind not in (None, "text", "json", "xml") or not head.strip():
        return kind or "text"
    said = decoding.decode(head[: decoding.SNIFFED]).text
    if kind == "json" or (kind != "xml" and _JSON_START.match(said)):
        return _json_kind(head, said, where)
    if _HTML_START.match(said):
        return "html"
    if kind == "xml" or is_list(said):
        return "xml"
    if _MAIL_START.match(said) and _MAIL_ONLY.search(said):
        return "mail"
    return "html" if len(_ANY_TAG.findall(said)) > 2 and said.lstrip()[:1] == "<" else "text"


def _json_kind(head: bytes, said: str, where: str) -> Kind:
    if is_json_feed(said):
        return "json"
    first, newline, _ = head.strip().partition(b"\n")
    # A first line that is longer than what was looked at is a record too.
    if _RECORD_START.match(said) and (first.rstrip().endswith(b"}") or (not newline and len(head) >= decoding.SNIFFED)):
        return "jsonl"
    raise NotAPage(where, "JSON that is not one record a line", "write it as JSONL")


def is_list(said: str) -> bool:
    """Whether text is XML: of a feed, a sitemap or a list of feeds, or at least declared as such."""
    return bool(_XML_START.match(said) or _XML_DECLARED.match(said))


def is_json_feed(said: str) -> bool:
    """Whether JSON names itself a feed; source: JSON Feed 1.1, `version`."""
    return re.search(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', said) is not None
