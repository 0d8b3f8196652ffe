"""Zip and gzip files are read as what they hold, within limits."""

from __future__ import annotations

import gzip
import io
import json
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from found_again import read, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.config import Limits
from sayso.errors import NotAPage
from sayso.reading import load_member, read_paths

STORY = "Tram line to reopen\n\nThe tram to Hollow Street will run again in June, the works office said on Friday.\n"
LINE = json.dumps({"title": "Tram", "text": "The tram will run again in June, the works office said."})
FEED = f"<rss><channel><title>Hollow Post</title><item><description>{STORY}</description></item></channel></rss>"


def zipped(files: dict[str, bytes | str], stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def write(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def members(path: Path, limits: Limits | None = None) -> list[str | None]:
    return [reading.page.member for reading in read(path, limits) if reading.page]


def test_a_zip_is_read_as_a_folder(tmp_path: Path) -> None:
    files = {"march/a, b.txt": STORY, "dump.jsonl": f"{LINE}\n\n{LINE}\n", ".hidden.txt": STORY, "photo.jpg": b"\xff",
             "__MACOSX/a.txt": "x", "table.xlsx": "x", "feed.xml": FEED, "empty.txt": ""}  # fmt: skip
    path = write(tmp_path, "news.zip", zipped(files))
    assert members(path) == ["entry 1 march/a%2C%20b.txt", "entry 2 dump.jsonl, line 1", "entry 2 dump.jsonl, line 3",
                             "entry 7 feed.xml, item 1"]  # fmt: skip
    readings = read(path)
    assert rows(readings) == ["a kind of file that sayso does not read", "the file is empty"]
    assert readings[3].problems[0].where == f"{path} entry 6 table.xlsx"


@pytest.mark.parametrize(
    ("name", "data", "member"),
    [
        ("a.txt.gz", STORY.encode(), "unpacked"),
        ("a.html.gz", b"<!doctype html><p>The tram will run again in June.</p>", "unpacked"),
        ("a.jsonl.gz", LINE.encode(), "unpacked, line 1"),
        ("feed.xml.gz", FEED.encode(), "unpacked, item 1"),
        ("letters.gz", STORY.encode(), "unpacked"),
        ("news.zip.gz", zipped({"a.txt": STORY}), "unpacked, entry 1 a.txt"),
        ("a.txt.gz.gz", gzip.compress(STORY.encode()), "unpacked, unpacked"),
    ],
)
def test_gzip(tmp_path: Path, name: str, data: bytes, member: str) -> None:
    assert members(write(tmp_path, name, gzip.compress(data))) == [member]


def test_a_packed_dump_that_is_cut_off_keeps_its_first_lines(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": f"The tram ran {n * 7919 % 1000} times, they said."}) for n in range(9000))
    path = write(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode())[:-2000])
    readings = list(read_paths([str(path)]))
    assert len(readings) > 100
    assert [row for row in rows(readings) if "broken or cut off" in row] == rows(readings)[-1:]


def test_a_packed_page_that_is_cut_off(tmp_path: Path) -> None:
    [row] = rows(read(write(tmp_path, "a.txt.gz", gzip.compress(STORY.encode() * 50)[:-9])))
    assert "broken or cut off" in row
    [row] = rows(read(write(tmp_path, "a.zip", zipped({"a.txt": STORY})[:-9])))
    assert "broken or cut off" in row
    assert "broken or cut off" in rows(read(write(tmp_path, "a.gz", b"\x1f\x8b\x08 no")))[0]


def test_a_file_of_an_archive_that_is_damaged_leaves_the_others(tmp_path: Path) -> None:
    data = zipped({"a.txt": STORY * 3, "b.txt": STORY}, stored=True).replace(b"Hollow Street", b"Hxllow Street", 1)
    readings = read(write(tmp_path, "a.zip", data))
    assert [reading.page is not None for reading in readings] == [False, True]
    assert "CRC" in rows(readings)[0]


def test_a_web_archive_is_read_for_its_records(tmp_path: Path) -> None:
    body = b"<!doctype html><article><h1>Tram to run</h1><p>The tram will run in June, they said.</p></article>"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = f"WARC-Type: response\r\nWARC-Record-ID: <urn:uuid:5>\r\nContent-Type: application/http\r\nContent-Length: {len(block)}"
    record = b"WARC/1.1\r\n" + head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    files: dict[str, bytes | str] = {
        "datapackage.json": "{}",
        "pages/pages.jsonl": LINE,
        "archive/data.warc.gz": gzip.compress(record),
    }
    path = write(tmp_path, "site.wacz", zipped(files, stored=True))
    assert members(path) == ["entry 3 archive/data.warc.gz, record 0 urn:uuid:5"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "..\\a.txt"])
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    readings = read(write(tmp_path, "a.zip", zipped({name: STORY, "b.txt": STORY})))
    assert rows(readings) == ["its name leads out of the archive"]
    assert readings[1].page is not None


def test_locked_files_links_and_empty_archives(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert rows(read(write(tmp_path, "a.zip", bytes(data)))) == ["it is locked with a password"]
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert rows(read(write(tmp_path, "b.zip", out.getvalue()))) == ["it is a link"]
    assert rows(read(write(tmp_path, "c.zip", zipped({})))) == ["the archive holds no page"]


def test_limits(tmp_path: Path) -> None:
    bomb = b" " * 30_000_000
    small = Limits(unpacked_bytes=1000)
    packed, archive = (
        write(tmp_path, "a.txt.gz", gzip.compress(bomb)),
        write(tmp_path, "a.zip", zipped({"a.txt": bomb})),
    )
    for path in (packed, archive):
        assert "more than 200 times its size" in rows(read(path, Limits(page_bytes=40_000_000)))[0]
        assert "more than 1000" in rows(read(path, small))[0]
    assert rows(read(write(tmp_path, "b.zip", zipped({"a.txt": STORY, "b.txt": STORY})), Limits(members=1))) == [
        "2 files, more than 1"
    ]
    deep = STORY.encode()
    for _ in range(6):
        deep = zipped({"a.zip": deep}) if deep != STORY.encode() else zipped({"a.txt": deep})
    [row] = rows(read(write(tmp_path, "deep.zip", deep)))
    assert row == "more than 4 files in one another"
    assert rows(read(write(tmp_path, "a.zip", zipped({"a.txt": STORY})), Limits(page_bytes=20))) == [
        "more than 20 bytes"
    ]


def test_an_archive_that_holds_itself_many_times(tmp_path: Path) -> None:
    """Files that overlap are counted once each: the sum that they tell is over the limit."""
    data = zipped({"a.txt": STORY})
    assert struct.unpack("<I", data[22:26])[0] == len(STORY)
    assert "unpacks to" in rows(read(write(tmp_path, "a.zip", data), Limits(unpacked_bytes=len(STORY) - 1)))[0]


@pytest.mark.parametrize(
    "data", [zipped({"a.txt": STORY}), gzip.compress(STORY.encode()), gzip.compress(LINE.encode()), FEED.encode()]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    [reading] = read_paths(["-"])
    assert reading.articles


@pytest.mark.parametrize("member", ["entry 0 a.txt", "entry 1 b.txt", "entry 9 a.txt", "entry 1 a.txt, line 7", "entry x",
                                    "item 1", "record 0", "part 3", "text", "unpacked"])  # fmt: skip
def test_a_member_that_is_not_there(member: str) -> None:
    with pytest.raises(NotAPage):
        load_member(zipped({"a.txt": STORY}), member)


SAMPLES = {
    "a.zip": zipped({"a.txt": STORY, "d.jsonl": LINE}),
    "a.jsonl.gz": gzip.compress(LINE.encode() * 3),
    "a.warc": b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nSome text\r\n\r\n",
    "a.xml": FEED.encode(),
    "a.json": b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "Some words."}]}',
    "a.eml": b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSome text\n--x--\n",
    "a.pdf": b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF",
}


@pytest.mark.parametrize("name", SAMPLES)
@given(changes=st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=6)), max_size=4), cut=st.integers(0, 400))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_raises(tmp_path: Path, name: str, changes: list[tuple[int, bytes]], cut: int) -> None:
    data = SAMPLES[name]
    for at, instead in changes:
        data = data[:at] + instead + data[at + len(instead) :]
    path = write(tmp_path, name, data[: max(1, len(data) - cut)] if cut % 2 else data)
    assert list(read_paths([str(path)]))
