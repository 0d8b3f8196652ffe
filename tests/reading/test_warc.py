"""A WARC archive gives a page for each record of HTML or text, with a name that finds its bytes again."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from found_again import read, rows

from sayso.config import Limits
from sayso.errors import NotAPage
from sayso.reading import load_member

SAID = "“The quay at Ardle stays shut until the cranes are checked,” the harbour master Tove Lund said on Tuesday. "


def html(number: int = 1, said: str = SAID) -> bytes:
    body = "".join(f"<p>{said}That was notice {line} of day {number}.</p>" for line in range(5))
    head = f"<title>Quay shut for day {number}</title><meta property='og:title' content='Quay shut for day {number}'>"
    return f"<!doctype html><html><head>{head}</head><body><article><h1>Quay shut for day {number}</h1>{body}</article></body></html>".encode()


def record(
    body: bytes, number: int = 1, http: str | None = "200 OK", headers: str = "Content-Type: text/html", **named: str
) -> bytes:
    block = body if http is None else f"HTTP/1.1 {http}\r\n{headers}\r\n\r\n".encode() + body
    told = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<urn:uuid:0000-{number}>",
        "WARC-Date": f"2024-11-{number:02}T08:00:00Z",
        "WARC-Target-URI": f"https://www.ardle-post.example/{number}",
        "Content-Type": "application/http; msgtype=response" if http else headers.removeprefix("Content-Type: "),
        "Content-Length": str(len(block)),
    }
    told.update({name.replace("_", "-"): value for name, value in named.items()})
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def chunked(data: bytes) -> bytes:
    pieces = [data[at : at + 70] for at in range(0, len(data), 70)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def write(tmp_path: Path, data: bytes, name: str = "day.warc") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def whole(records: list[bytes]) -> bytes:
    return b"".join(records)


def packed(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


def packed_as_one(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records))


@pytest.mark.parametrize(
    ("pack", "name"), [(whole, "a.warc"), (packed, "a.warc.gz"), (packed_as_one, "a.warc.gz"), (packed, "a.bin")]
)
def test_each_response_is_a_page(tmp_path: Path, pack: Callable[[list[bytes]], bytes], name: str) -> None:
    path = write(tmp_path, pack([record(html(number), number) for number in (1, 2, 3)]), name)
    readings = read(path)
    assert [reading.articles[0].title for reading in readings] == [f"Quay shut for day {n}" for n in (1, 2, 3)]
    pages = [reading.page for reading in readings if reading.page]
    assert [page.retrieved for page in pages] == [f"2024-11-0{n}T08:00:00Z" for n in (1, 2, 3)]
    assert [page.url for page in pages] == [f"https://www.ardle-post.example/{n}" for n in (1, 2, 3)]
    assert {reading.articles[0].outlet for reading in readings} == {"ardle-post.example"}
    assert rows(readings) == []


def test_the_name_tells_offset_id_and_digest(tmp_path: Path) -> None:
    digest = "sha1:" + base64.b32encode(hashlib.sha1(html()).digest()).decode()
    first = gzip.compress(record(html()))
    path = write(tmp_path, first + gzip.compress(record(html(2), 2, WARC_Payload_Digest=digest)), "a.warc.gz")
    page = read(path)[1].page
    assert page is not None
    assert page.member == f"record {len(first)} urn:uuid:0000-2 {digest}"
    with pytest.raises(NotAPage):
        load_member(path.read_bytes(), page.member.replace("0000-2", "0000-9"))
    with pytest.raises(NotAPage):
        load_member(path.read_bytes(), "record 7")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: br", brotli.compress),
        ("Content-Encoding: deflate", zlib.compress),
        ("Transfer-Encoding: chunked", chunked),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", lambda data: chunked(gzip.compress(data))),
        # Crawlers undo the coding and leave its header.
        ("Content-Encoding: br\r\nTransfer-Encoding: chunked", bytes),
        ("Content-Encoding: gzip", bytes),
    ],
)
def test_codings_of_the_transfer_are_undone(tmp_path: Path, headers: str, code: Callable[[bytes], bytes]) -> None:
    body = record(code(html()), headers=f"Content-Type: text/html\r\n{headers}")
    [reading] = read(write(tmp_path, body))
    assert reading.page is not None
    assert reading.page.sha256 == hashlib.sha256(html()).hexdigest()
    assert SAID.strip() in reading.articles[0].text


def test_the_charset_of_the_header_is_that_of_the_page(tmp_path: Path) -> None:
    said = "Der Hafen bleibe zu, sagte Jürgen Übel am Dienstag, weil größere Kräne fehlten. "
    page = html(1, said).decode().encode("iso-8859-15")
    [reading] = read(write(tmp_path, record(page, headers="Content-Type: text/html; charset=ISO-8859-15")))
    assert reading.page is not None
    assert reading.page.encoding == "iso8859-15"
    assert "Jürgen Übel" in reading.articles[0].text


def test_records_of_text_without_http(tmp_path: Path) -> None:
    text = f"Quay shut\n\n{SAID}\n".encode()
    path = write(tmp_path, record(text, http=None, headers="Content-Type: text/plain", WARC_Type="conversion"))
    [reading] = read(path)
    assert reading.page is not None
    assert reading.page.media_type == "text/plain"
    assert SAID.strip() in reading.articles[0].text


def test_what_is_no_page_is_counted_in_one_row(tmp_path: Path) -> None:
    data = (
        record(b"software: invented", http=None, headers="Content-Type: application/warc-fields", WARC_Type="warcinfo")
        + record(html(), 1)
        + record(b"\x89PNG", 2, headers="Content-Type: image/png")
        + record(b"\x89PNG", 3, headers="Content-Type: image/png")
        + record(html(), 4, http="404 Not Found")
        + record(b"", 5, http="304 Not Modified", WARC_Type="revisit")
        + record(b"", 6)
    )
    readings = read(write(tmp_path, data))
    assert len(readings) == 2
    [row] = rows(readings)
    assert row == (
        "left out of the archive: 1 empty pages, 2 image/png, 1 revisits of pages kept elsewhere, 1 with status 404"
    )


@pytest.mark.parametrize("pack", [whole, packed])
def test_damage_is_a_row_and_the_run_goes_on(tmp_path: Path, pack: Callable[[list[bytes]], bytes]) -> None:
    before, after = pack([record(html(1), 1)]), pack([record(html(3), 3)])
    damaged = bytearray(pack([record(html(2), 2)]))
    damaged[5:60] = b"x" * 55
    path = write(tmp_path, before + bytes(damaged) + after)
    readings = read(path)
    assert [reading.articles[0].title for reading in readings if reading.page] == [
        "Quay shut for day 1", "Quay shut for day 3",
    ]  # fmt: skip
    assert any("broken there" in row for row in rows(readings))


@pytest.mark.parametrize("pack", [whole, packed])
def test_an_archive_that_is_cut_off(tmp_path: Path, pack: Callable[[list[bytes]], bytes]) -> None:
    data = pack([record(html(1), 1), record(html(2) * 20, 2)])
    readings = read(write(tmp_path, data[:-60]))
    assert [reading.page is not None for reading in readings] == [True, False]
    assert "the archive is broken there" in rows(readings)[0]


def test_a_length_that_is_too_long_hides_no_record(tmp_path: Path) -> None:
    readings = read(write(tmp_path, record(html(1), 1, Content_Length="99999") + record(html(2), 2)))
    assert [reading.articles[0].title for reading in readings if reading.page] == ["Quay shut for day 2"]
    assert "99999 bytes" in rows(readings)[0]


def test_a_header_that_is_broken(tmp_path: Path) -> None:
    body = record(b"no header at all", http=None, headers="Content-Type: application/http; msgtype=response")
    readings = read(write(tmp_path, body + record(html(2), 2)))
    assert rows(readings) == ["its HTTP header is broken"]
    assert readings[1].articles


def test_what_the_archive_says_against_a_page(tmp_path: Path) -> None:
    digest = "sha1:" + base64.b32encode(hashlib.sha1(b"other").digest()).decode()
    readings = read(write(tmp_path, record(html(), WARC_Truncated="length", WARC_Block_Digest=digest)))
    assert readings[0].articles
    assert rows(readings) == ["the crawler cut the page off (length)", "its bytes are not those of its digest"]


def test_limits_of_pages_and_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, whole([record(html(number), number) for number in range(1, 5)]))
    readings = read(path, Limits(members=2))
    assert [reading.page is not None for reading in readings] == [True, True, False]
    assert "more than 2 pages in one archive" in rows(readings)[0]
    assert "more than 2000 bytes in one archive" in rows(read(path, Limits(unpacked_bytes=2000)))[0]
    bomb = record(gzip.compress(b"<p>boom</p>" * 500_000), headers="Content-Type: text/html\r\nContent-Encoding: gzip")
    readings = read(write(tmp_path, bomb + record(html(2), 2)), Limits(page_bytes=100_000))
    assert rows(readings) == ["more than 100000 bytes"]
    assert readings[1].articles


def test_a_feed_in_an_archive(tmp_path: Path) -> None:
    feed = f"<rss><channel><title>Ardle Post</title><item><title>Quay</title><description>{SAID}</description></item></channel></rss>"
    [reading] = read(write(tmp_path, record(feed.encode(), headers="Content-Type: application/rss+xml")))
    assert reading.page is not None
    assert reading.page.member == "record 0 urn:uuid:0000-1, item 1"
    assert reading.page.retrieved == "2024-11-01T08:00:00Z"
    assert reading.articles[0].outlet == "Ardle Post"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from sayso.reading import read_paths

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(packed([record(html(), 1)]))))
    [reading] = read_paths(["-"])
    assert reading.articles[0].title == "Quay shut for day 1"


def test_a_dossier_of_an_archive_is_verified_in_the_charset_of_its_header(tmp_path: Path) -> None:
    from sayso.faces.verify import verify_dossier
    from sayso.running.pipeline import read_pages

    page = html(1, "Größere Kräne fehlten, sagte Jürgen Übel am Dienstag. ").decode().encode("iso-8859-15")
    coded = record(
        gzip.compress(page), 2, headers="Content-Type: text/html; charset=ISO-8859-15\r\nContent-Encoding: gzip"
    )
    path = write(tmp_path, packed([record(html()), coded]), "a.warc.gz")
    found = verify_dossier(read_pages([str(path)]))
    assert (found.pages, found.problems) == (2, ())
    assert found.characters > 500


def test_an_archive_of_damage_is_given_up(tmp_path: Path) -> None:
    false = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999\r\n\r\n"
    readings = read(write(tmp_path, record(html()) + false * 300))
    assert readings[0].articles
    assert len(readings) == 102
    assert "more than 100 such places, and what is behind was not read" in rows(readings)[-1]
    assert len(read(write(tmp_path, record(html()) + b"WARC/1.x\r\n" * 20_000 + record(html(2), 2)))) == 2
