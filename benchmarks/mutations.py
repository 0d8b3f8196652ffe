"""Change an input of the corpus in ways that files go wrong."""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

# No input grows over this; readers are to be quick below it.
MOST_BYTES = 190_000

# What readers look for, one of each kind, and what else trips them.
WORDS = [
    b"<", b">", b"</", b"<div>", b"</p>", b"<p", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>", b"<title>", b"<table><tr><td>",
    b"<a href='", b'<meta charset="', b"<br/>", b"<b>", b"<li>", b"<svg>", b"<template>", b"<?xml ", b"<!DOCTYPE ", b"&", b"&amp", b"&#x",
    b"&#55296;", b"&nbsp;", b"&NotEqualTilde;", b'"', b"'", "“".encode(), "”".encode(), "‘".encode(), "—".encode(), "…".encode(), b"(", b"[",
    b"{", b"}", b"]", b",", b";", b":", b".", b"-", b"=", b"\\", b"\\u", b"\\ud83d", b"\\n", b"/", b"\n", b"\r", b"\r\n", b"\n\n", b" ", b"\t",
    b"\x00", b"\x0b", b"\x0c", b"\x1c", b"\x85", b"\xa0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc2", b"\xf0\x9f",
    "\u2028".encode(), "\u200b".encode(), "\u202e".encode(), "\ufeff".encode(), "\U0001f680".encode(), "é".encode(), "e\u0301".encode(),
    b"By ", b"By Ida Moe and ", b"said ", b"Photo: ", b"10:15 ", b"12 November 2024 ", b"Nov 12, ", b"2024-11-12 ", b"(Canal Press) ",
    b"Sources:\n", b"http://", b"https://a.example/", b"www.", b"a@b ", b"1,", b"1.", b"A. ", b"Mr ", b"LATEST NEWS\n", b"- ", b"* ", b"# ",
    b"MERE, Nov 12 (AP) - ", b"%s", b"Content-Type: ", b"Content-Length: ", b"WARC/1.1\r\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x05\x06",
    b"%PDF-1.4\n", b"endobj", b"stream\n", b"null", b"true", b"1e999", b"-", b"0", b"99999999999999999999", b"NaN",
]  # fmt: skip
VALUES: list[Any] = [
    None, True, 0, -1, 1e300, "", " ", "\n", "\ud83d", "\x00", "a" * 3000, [], {}, [[]], [None, "a", 3], {"name": 3}, {"name": "a"},
    "2024-13-45", "12 November 2024", "By A, B and C", ["By A"], "https://", "http://[", "//", "“", "<p>a", "&#0;",
]  # fmt: skip

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def mutate(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    """`data` changed once to four times: at its bytes, or inside what it is packed in or made of."""
    for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 4))):
        changed = draw.choice((*_BYTES, _mutate_inside, _mutate_inside, _mutate_inside))(data, draw, corpus)
        if len(changed) <= MOST_BYTES:
            data = changed
    return data


def _mutate_inside(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    """A change that knows what the data is."""
    if data.startswith(b"\x1f\x8b"):
        return _in_gzip(data, draw, corpus)
    if data.startswith(b"PK"):
        return _in_zip(data, draw, corpus)
    if data.startswith(b"WARC/"):
        return _in_records(data, draw, corpus)
    if data.lstrip()[:1] == b"{":
        return _in_json(data, draw, corpus)
    if b"<" in data:
        return draw.choice((_nest, _drop_tag, _repeat_tag, _attribute))(data, draw, corpus)
    return draw.choice(_BYTES)(data, draw, corpus)


def _flip(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    changed = bytearray(data or b"a")
    for _ in range(draw.randint(1, 8)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _range(data: bytes, draw: random.Random) -> tuple[int, int]:
    start = draw.randint(0, len(data))
    return start, min(len(data), start + int(draw.expovariate(1 / 80)) + 1)


def _cut(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    start, end = _range(data, draw)
    return data[:start] if draw.random() < 0.2 else data[:start] + data[end:]


def _insert(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + b"".join(draw.choices(WORDS, k=draw.randint(1, 4))) + data[at:]


def _pile(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    """One or two words, thousands of times: what takes a reader too long shows here."""
    pile = b"".join(draw.choices(WORDS, k=draw.choice((1, 1, 1, 2, 2, 3))))
    times = draw.choice((30, 300, 3000, 30_000, 150_000))
    at = draw.randint(0, len(data))
    return data[:at] + (pile * times)[: max(0, MOST_BYTES - len(data))] + data[at:]


def _repeat(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    start, end = _range(data, draw)
    times = draw.choice((2, 5, 50, 500))
    return data[:start] + (data[start:end] * times)[: max(0, MOST_BYTES - len(data))] + data[start:]


def _splice(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    other = draw.choice(corpus)
    start, end = _range(data, draw)
    from_, to = sorted((draw.randint(0, len(other)), draw.randint(0, len(other))))
    return data[:start] + other[from_:to] + data[end:]


def _recode(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    encoding = draw.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "shift_jis", "gb18030", "utf-8-sig", "cp037"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


_BYTES: tuple[Mutation, ...] = (_flip, _cut, _insert, _insert, _pile, _pile, _repeat, _splice, _recode)


def _in_gzip(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    try:
        inside = gzip.decompress(data)
    except Exception:  # broken by an earlier change
        return _flip(data, draw, corpus)
    changed = mutate(inside, draw, corpus)
    if not inside.startswith(b"WARC/") or draw.random() < 0.3:
        return gzip.compress(changed, mtime=0)
    return b"".join(gzip.compress(one, mtime=0) for one in re.split(rb"(?=WARC/1\.1\r\n)", changed) if one)


def _in_zip(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except Exception:  # broken by an earlier change
        return _flip(data, draw, corpus)
    chosen = draw.randrange(len(files)) if files else -1
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, inside) in enumerate(files):
            if at == chosen and draw.random() < 0.2:
                name = draw.choice(
                    ("", "../a.html", "/a.html", "a\x00.html", "a.html.", "é, %2C\n.txt", "x" * 300 + ".txt")
                )
            told = zipfile.ZipInfo(name, (2024, 11, 12, 0, 0, 0))
            archive.writestr(told, mutate(inside, draw, corpus) if at == chosen else inside, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _in_records(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    """One record of a WARC changed, dropped or doubled, its length corrected more often than not."""
    records = [one for one in re.split(rb"(?=WARC/1\.1\r\n)", data) if one]
    at = draw.randrange(len(records))
    head, blank, block = records[at].partition(b"\r\n\r\n")
    way = draw.random()
    if way < 0.15:
        records[at : at + 1] = draw.choice(([], [records[at]] * 2))
    else:
        if way < 0.5:
            head = mutate(head, draw, corpus)
        else:
            block = mutate(block.removesuffix(b"\r\n\r\n"), draw, corpus) + b"\r\n\r\n"
        if draw.random() < 0.7:
            head = re.sub(rb"(?i)(content-length: )\d+", rb"\g<1>%d" % (len(block) - 4), head)
        records[at] = head + blank + block
    return b"".join(records)


def _in_json(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True)
    at = draw.randrange(len(lines))
    try:
        told = json.loads(lines[at])
    except (ValueError, RecursionError):
        return _insert(data, draw, corpus)
    lines[at] = (
        json.dumps(_change_value(told, draw), ensure_ascii=draw.random() < 0.5).encode("utf-8", "surrogatepass") + b"\n"
    )
    return b"".join(lines)


def _change_value(told: Any, draw: random.Random) -> Any:
    """One value of JSON, at any depth, changed, dropped, wrapped or given another name."""
    if isinstance(told, dict) and told and draw.random() < 0.85:
        key = draw.choice(list(told))
        way = draw.random()
        if way < 0.7:
            return {**told, key: _change_value(told[key], draw)}
        moved = {name: value for name, value in told.items() if name != key}
        return (
            {**moved, draw.choice(("text", "body", "title", "authors", "html", "url", "")): told[key]}
            if way < 0.85
            else moved
        )
    if isinstance(told, list) and told and draw.random() < 0.7:
        at = draw.randrange(len(told))
        return [*told[:at], _change_value(told[at], draw), *told[at + 1 :]]
    if isinstance(told, str) and draw.random() < 0.5:
        return mutate(told.encode("utf-8", "surrogatepass"), draw, [b"a"]).decode("utf-8", "surrogateescape")
    value = draw.choice(VALUES)
    for _ in range(draw.choice((0, 0, 1, 7, 300))):
        value = [value] if draw.random() < 0.5 else {"text": value}
    return value


def _tag(data: bytes, draw: random.Random) -> re.Match[bytes] | None:
    tags = list(re.finditer(rb"<[^<>]*>", data))
    return draw.choice(tags) if tags else None


def _nest(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    found = _tag(data, draw)
    name = re.match(rb"</?([\w:]+)", found.group()) if found else None
    if found is None or name is None:
        return _insert(data, draw, corpus)
    times = min(draw.choice((3, 30, 300, 3000, 15_000)), (MOST_BYTES - len(data)) // (2 * len(name[1]) + 6))
    closed = draw.random() < 0.6
    opening, closing = b"<%s>" % name[1], b"</%s>" % name[1]
    return data[: found.start()] + opening * times + data[found.start() :] + (closing * times if closed else b"")


def _drop_tag(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    found = _tag(data, draw)
    return data[: found.start()] + data[found.end() :] if found else _cut(data, draw, corpus)


def _repeat_tag(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    found, other = _tag(data, draw), _tag(data, draw)
    if found is None or other is None:
        return _insert(data, draw, corpus)
    return data[: found.start()] + other.group() * draw.choice((1, 2, 200)) + data[found.start() :]


def _attribute(data: bytes, draw: random.Random, corpus: Sequence[bytes]) -> bytes:
    found = _tag(data, draw)
    if found is None:
        return _insert(data, draw, corpus)
    said = draw.choice((
        b' class="', b' content="', b" hidden", b' style="display:none"', b' datetime="2024-13-40"', b' type="xhtml"', b' encoding="utf-7"',
        b' encoding="idna"', b' rel="author"', b' property="article:published_time"', b' itemprop="datePublished"', b" a" * 500,
    ))  # fmt: skip
    return data[: found.end() - 1] + said + data[found.end() - 1 :]
