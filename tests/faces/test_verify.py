"""A dossier is checked in one pass over each file, however many pages the file holds."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.faces.verify import verify_dossier
from sayso.records import Dossier
from sayso.running.pipeline import read_pages

PAGES = 120


class CountedFile(io.FileIO):
    """A file that counts the bytes that are read from it."""

    opened = 0
    read_bytes = 0

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        count = super().readinto(buffer) or 0
        CountedFile.read_bytes += count
        return count

    def read(self, size: int = -1) -> bytes:
        data = super().read(size) or b""
        CountedFile.read_bytes += len(data)
        return data

    def readall(self) -> bytes:
        data = super().readall() or b""
        CountedFile.read_bytes += len(data)
        return data


def open_counted(path: Path, mode: str = "r") -> io.BufferedReader:
    assert mode == "rb"
    CountedFile.opened += 1
    return io.BufferedReader(CountedFile(path))


def said(number: int) -> str:
    draw = random.Random(number)
    words = " ".join("".join(draw.choices("abcdefghijklmnop", k=7)) for _ in range(60))
    return f"The pilot of quay {number} said on Monday that {words}."


def dump() -> bytes:
    return "".join(json.dumps({"title": f"Quay {at}", "text": said(at)}) + "\n" for at in range(PAGES)).encode()


def feed() -> bytes:
    items = "".join(
        f"<item><title>Quay {at}</title><description>{said(at)}</description></item>" for at in range(PAGES)
    )
    return f"<rss><channel><title>Quay Post</title>{items}</channel></rss>".encode()


def records(pack: Callable[[bytes], bytes] = bytes) -> bytes:
    told = b""
    for at in range(PAGES):
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nQuay {at}\n\n{said(at)}\n".encode()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-{at}>\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        told += pack(head.encode() + block + b"\r\n\r\n")
    return told


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dump.jsonl", dump()),
        ("dump.jsonl.gz", gzip.compress(dump())),
        ("dump.zip", zipped("dump.jsonl", dump())),
        ("feed.xml", feed()),
        ("day.warc", records()),
        ("day.warc.gz", records(gzip.compress)),
        ("whole.warc.gz", gzip.compress(records())),
        ("day.wacz", zipped("archive/day.warc.gz", records(gzip.compress))),
    ],
)
def test_a_file_is_read_once_for_all_of_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    dossier = read_pages([str(path)])
    assert len(dossier.pages) == PAGES
    assert len({page.id for page in dossier.pages}) == PAGES
    CountedFile.opened = CountedFile.read_bytes = 0
    monkeypatch.setattr(Path, "open", open_counted)
    found = verify_dossier(dossier)
    assert (found.pages, found.problems) == (PAGES, ())
    assert CountedFile.opened == 1
    # Twice: the list at the end of a zip, or the start of a file, may be looked at again.
    assert CountedFile.read_bytes <= 2 * len(data) + 65536


def test_a_page_that_is_gone_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl.gz"
    path.write_bytes(gzip.compress(dump()))
    dossier = read_pages([str(path)])
    path.write_bytes(gzip.compress(b"".join(dump().splitlines(keepends=True)[: PAGES - 2])))
    problems = verify_dossier(dossier).problems
    assert [problem.where for problem in problems] == [
        f"{path} unpacked, line {PAGES - 1}",
        f"{path} unpacked, line {PAGES}",
    ]
    assert all("cannot be read again" in problem.what for problem in problems)


@pytest.mark.parametrize("data", [b"", b"no gzip", gzip.compress(dump())[:3000]])
def test_a_broken_file_is_told_for_each_page(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "dump.jsonl.gz"
    path.write_bytes(gzip.compress(dump()))
    dossier = read_pages([str(path)])
    path.write_bytes(data)
    found = verify_dossier(dossier)
    assert found.pages + len(found.problems) == PAGES
    path.unlink()
    assert verify_dossier(dossier).pages == 0


def test_an_empty_dossier_holds(tmp_path: Path) -> None:
    empty = read_pages([])
    assert isinstance(empty, Dossier)
    assert verify_dossier(empty).problems == ()
