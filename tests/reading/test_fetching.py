"""Fetching takes what a server gives, within limits, and tells of everything else."""

from __future__ import annotations

import gzip
import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("httpx2")
pytest.importorskip("protego")

from loopback import PAGE, Site, endless, moved, packed, quick, reply, serve, stuck

from sayso.errors import FetchFailed
from sayso.reading import read_paths
from sayso.reading.captures import SUFFIX
from sayso.reading.fetching.fetch import Fetched, Outcome, fetch_pages
from sayso.records import Problem


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as one:
        yield one


@pytest.fixture
def done() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def fetch(folder: Path, *urls: str, **settings: Any) -> tuple[Outcome, ...]:
    return fetch_pages(urls, str(folder / "kept"), quick(**settings))


def kept(folder: Path, *urls: str, **settings: Any) -> Fetched:
    [outcome] = fetch(folder, *urls, **settings)
    assert isinstance(outcome, Fetched), outcome
    return outcome


def said(folder: Path, *urls: str, **settings: Any) -> str:
    """What became of an address that was not fetched; nothing is kept of it."""
    [outcome] = fetch(folder, *urls, **settings)
    assert isinstance(outcome, Problem), outcome
    assert outcome.where
    assert outcome.mend
    assert list((folder / "kept").iterdir()) == []
    return outcome.what


def record(page: Fetched) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(Path(page.path + SUFFIX).read_text(encoding="utf-8"))
    return told


# What is kept


def test_a_page_is_kept_as_received_with_its_record(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply(ETag='"one"', Last_Modified="Fri, 08 Nov 2024 10:00:00 GMT", Set_Cookie="a=b"))
    page = kept(tmp_path, url)
    assert Path(page.path).read_bytes() == PAGE
    told = record(page)
    assert datetime.fromisoformat(told.pop("retrieved")).utcoffset() == timedelta(0)
    assert told == {
        "requested": url,
        "url": url,
        "status": 200,
        "headers": {
            "etag": '"one"',
            "last-modified": "Fri, 08 Nov 2024 10:00:00 GMT",
            "content-type": "text/html; charset=utf-8",
        },
        "sha256": hashlib.sha256(PAGE).hexdigest(),
    }


def test_a_folder_of_fetched_pages_is_read_with_address_and_time(site: Site, tmp_path: Path) -> None:
    site.says("/a", moved("/b"))
    site.says("/b", reply())
    page = kept(tmp_path, site.url + "/a")
    [reading] = read_paths([str(tmp_path / "kept")])
    assert reading.page is not None
    assert reading.page.location == page.path
    assert reading.page.url == site.url + "/b"
    assert reading.page.retrieved == record(page)["retrieved"]
    assert reading.articles
    assert not reading.problems


def test_a_page_that_changed_on_disk_is_read_without_its_record(site: Site, tmp_path: Path) -> None:
    page = kept(tmp_path, site.says("/a", reply()))
    Path(page.path).write_bytes(PAGE.replace(b"Friday", b"Sunday"))
    row, reading = read_paths([str(tmp_path / "kept")])
    assert "SHA-256" in row.problems[0].what
    assert reading.page is not None
    assert reading.page.url is None
    assert reading.page.retrieved is None


@pytest.mark.parametrize("told", ["", "{", "[]", '{"url": 5}', "[" * 100_000])
def test_a_damaged_record_is_told(site: Site, tmp_path: Path, told: str) -> None:
    page = kept(tmp_path, site.says("/a", reply()))
    Path(page.path + SUFFIX).write_text(told, encoding="utf-8")
    row, reading = read_paths([str(tmp_path / "kept")])
    assert "damaged" in row.problems[0].what
    assert reading.page is not None
    assert reading.page.url is None


def test_a_record_without_its_page_is_told(site: Site, tmp_path: Path) -> None:
    page = kept(tmp_path, site.says("/a", reply()))
    Path(page.path).unlink()
    row = next(iter(read_paths([str(tmp_path / "kept")])))
    assert "is gone" in row.problems[0].what


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/..%2f..%2fx", "/a/" + "b" * 3000, "/con.html", "/a%00b", "/ü?q=/"]
)
def test_names_stay_in_the_folder(site: Site, tmp_path: Path, path: str) -> None:
    outcome = fetch(tmp_path, site.url + path)[0]
    asked = site.paths()[0]
    site.says(asked, reply())
    assert isinstance(outcome, Problem)
    page = kept(tmp_path, site.url + path)
    assert Path(page.path).parent == tmp_path / "kept"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kept"]
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_addresses_that_differ_little_have_names_of_their_own(site: Site, tmp_path: Path) -> None:
    paths = ["/a", "/A", "/a?", "/a?b", "/a/b", "/a_b", "/a%2Fb"]
    outcomes = fetch(tmp_path, *(site.says(path, reply()) for path in paths))
    names = {one.path for one in outcomes if isinstance(one, Fetched)}
    assert len({name.lower() for name in names}) == len(paths)


def test_an_address_named_twice_is_fetched_once(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply())
    assert len(fetch(tmp_path, url, url + "#top", f" {url}\n")) == 1
    assert site.paths() == ["/a"]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    with pytest.raises(FetchFailed, match="--to"):
        fetch(tmp_path, "http://news.invalid/")


def test_a_packed_page_is_kept_unpacked(site: Site, tmp_path: Path) -> None:
    two = gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:])
    page = kept(tmp_path, site.says("/a", reply(two, Content_Encoding="gzip")))
    assert Path(page.path).read_bytes() == PAGE


def test_a_page_in_chunks_is_kept_whole(site: Site, tmp_path: Path) -> None:
    body = b"5\r\n<html\r\n" + f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"
    page = kept(tmp_path, site.says("/a", reply(body, Transfer_Encoding="chunked")))
    assert Path(page.path).read_bytes() == b"<html" + PAGE


# Pages fetched before


def test_a_page_that_did_not_change_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    same = reply(b"", "304 Not Modified", None)
    url = site.says("/a", reply(ETag='"one"', Last_Modified="Fri, 08 Nov 2024 10:00:00 GMT"), same)
    first = kept(tmp_path, url)
    second = kept(tmp_path, url)
    assert second == Fetched(url, first.path, True)
    asked = site.asked[-1].headers
    assert asked["if-none-match"] == '"one"'
    assert asked["if-modified-since"] == "Fri, 08 Nov 2024 10:00:00 GMT"
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_the_same_bytes_again_are_the_same_page(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply())
    assert kept(tmp_path, url).path == kept(tmp_path, url).path


def test_a_changed_page_is_kept_beside_the_earlier_one(site: Site, tmp_path: Path) -> None:
    newer = PAGE.replace(b"Friday", b"Saturday")
    url = site.says("/a", reply(), reply(newer))
    first, second = kept(tmp_path, url), kept(tmp_path, url)
    assert not second.unchanged
    assert Path(first.path).read_bytes() == PAGE
    assert Path(second.path).read_bytes() == newer


def test_a_page_that_changed_on_disk_is_asked_for_whole(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply(ETag='"one"'))
    Path(kept(tmp_path, url).path).write_bytes(b"cut off")
    assert not kept(tmp_path, url).unchanged
    assert "if-none-match" not in site.asked[-1].headers


def test_what_one_address_told_is_not_sent_to_another(site: Site, tmp_path: Path) -> None:
    site.says("/b", reply(ETag='"one"'))
    site.says("/c", reply(ETag='"two"'))
    url = site.says("/a", moved("/b"), moved("/c"))
    kept(tmp_path, url)
    assert not kept(tmp_path, url).unchanged
    assert "if-none-match" not in site.asked[-1].headers


def test_a_tag_that_cannot_be_sent_back_is_left_out(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply(ETag='"ü"'))
    kept(tmp_path, url)
    assert kept(tmp_path, url).unchanged
    assert "if-none-match" not in site.asked[-1].headers


def test_unchanged_that_was_not_asked_for_is_no_page(site: Site, tmp_path: Path) -> None:
    assert "304" in said(tmp_path, site.says("/a", reply(b"", "304 Not Modified", None)))


# Bodies


@pytest.mark.parametrize(
    "body",
    [
        reply(Content_Length=str(len(PAGE) + 50)),
        reply(b"40\r\nnot so much\r\n", Transfer_Encoding="chunked"),
        reply(b"what?\r\n<html>", Transfer_Encoding="chunked"),
        reply(b"5\r\n<html\r\n", Transfer_Encoding="chunked"),
        reply(Content_Length="5, 6"),
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Ty",
        b"SSH-2.0-invented\r\n\r\n",
        b"\x00" * 50,
    ],
)
def test_a_broken_answer_is_tried_again_and_told(site: Site, tmp_path: Path, body: bytes) -> None:
    url = site.says("/a", body)
    assert "connection failed" in said(tmp_path, url, retries=1)
    assert site.paths() == ["/a", "/a"]


def test_a_page_within_the_limit_but_not_at_it(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply(b"x" * 1000))
    assert "more than 999 bytes" in said(tmp_path, url, page_bytes=999)
    kept(tmp_path, url, page_bytes=1000)


def test_an_endless_body_is_cut_short(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"word " * 1000))
    assert "more than 100000 bytes" in said(tmp_path, url)


def test_a_packed_bomb_is_cut_short(site: Site, tmp_path: Path) -> None:
    body = packed(50_000_000)
    assert len(body) < 100_000
    assert "more than 100000 bytes" in said(tmp_path, site.says("/a", reply(body, Content_Encoding="gzip")))


def test_a_page_that_unpacks_to_the_limit(site: Site, tmp_path: Path) -> None:
    body = gzip.compress(b"x" * 1000)
    url = site.says("/a", reply(body, Content_Encoding="gzip"))
    assert "more than 999 bytes" in said(tmp_path, url, page_bytes=999)
    kept(tmp_path, url, page_bytes=1000)


@pytest.mark.parametrize("body", [gzip.compress(PAGE)[:-10], gzip.compress(PAGE)[:40], b"no gzip at all"])
def test_a_broken_packing_is_told(site: Site, tmp_path: Path, body: bytes) -> None:
    assert "pack" in said(tmp_path, site.says("/a", reply(body, Content_Encoding="gzip")))


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "invented"])
def test_a_packing_that_was_not_asked_for_is_told(site: Site, tmp_path: Path, encoding: str) -> None:
    assert "asked for gzip" in said(tmp_path, site.says("/a", reply(Content_Encoding=encoding)))


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", reply(Content_Length="9999")])
def test_a_server_that_says_no_more_is_left(site: Site, tmp_path: Path, done: threading.Event, head: bytes) -> None:
    url = site.says("/a", stuck(head, done))
    assert "did not answer in time" in said(tmp_path, url, read_seconds=0.1, retries=0)


def test_a_server_that_never_ends_is_left(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", reply(b""))
    url = site.says("/a", endless(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"))
    said(tmp_path, url, retries=0)

    def drip(_: Any, connection: socket.socket) -> None:
        wait = threading.Event()
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not wait.wait(0.01):
            connection.sendall(b"x")

    assert "not done after" in said(tmp_path, site.says("/b", drip), fetch_seconds=1.0)
    assert site.paths().count("/b") == 1


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "", None, "text/html-invented"])
def test_kinds_that_are_no_text_are_refused(site: Site, tmp_path: Path, kind: str | None) -> None:
    assert "kind" in said(tmp_path, site.says("/a", reply(kind=kind)))


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("TEXT/HTML", ".html"),
        ("application/xhtml+xml", ".xhtml"),
        ("text/plain;charset=x", ".txt"),
        ("application/x-ndjson", ".jsonl"),
    ],
)
def test_kinds_that_are_read_are_named_so(site: Site, tmp_path: Path, kind: str, ending: str) -> None:
    assert kept(tmp_path, site.says("/a", reply(kind=kind))).path.endswith(ending)


def test_an_empty_page_is_told(site: Site, tmp_path: Path) -> None:
    assert "empty" in said(tmp_path, site.says("/a", reply(b" \n")))


@pytest.mark.parametrize(
    "status",
    ["404 Not Found", "410 Gone", "403 Forbidden", "500 Oh", "206 Partial Content", "204 No Content", "299 Odd"],
)
def test_a_status_without_a_page_is_told(site: Site, tmp_path: Path, status: str) -> None:
    body = b"" if status.startswith("204") else PAGE
    assert status[:3] in said(tmp_path, site.says("/a", reply(body, status)))


# Second tries


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize(
    "after", [None, "0", "Fri, 08 Nov 2024 10:00:00 GMT", "soon", "-5", "Fri, 08 Nov 2024 10:00:00 +" + "9" * 20]
)
def test_a_busy_server_is_asked_again(site: Site, tmp_path: Path, status: str, after: str | None) -> None:
    headers = {"Retry_After": after} if after else {}
    kept(tmp_path, site.says("/a", reply(b"", status, **headers), reply()))
    assert site.paths() == ["/a", "/a"]


@pytest.mark.parametrize(
    "after", ["3600", format_datetime(datetime.now(UTC) + timedelta(days=400), usegmt=True), "9" * 400]
)
def test_a_server_that_asks_for_long_is_left_alone(site: Site, tmp_path: Path, after: str) -> None:
    url = site.says("/a", reply(b"", "429 Too Many Requests", Retry_After=after))
    other = site.says("/b", reply())
    outcomes = fetch(tmp_path, url, other)
    assert site.paths() == ["/a"]
    assert all(isinstance(one, Problem) and "left alone" in one.what for one in outcomes)


def test_a_server_that_stays_busy_is_told(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply(b"", "503 Service Unavailable"))
    assert "503" in said(tmp_path, url, retries=3)
    assert len(site.paths()) == 4


def test_a_broken_connection_is_tried_again(site: Site, tmp_path: Path) -> None:
    kept(tmp_path, site.says("/a", b"", reply(Content_Length="9999"), reply()))
    assert len(site.paths()) == 3


def test_nobody_at_the_address(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert "connection failed" in said(tmp_path, f"http://127.0.0.1:{free.getsockname()[1]}/")


def test_another_try_does_not_help_elsewhere(site: Site, tmp_path: Path) -> None:
    said(tmp_path, site.says("/a", reply(status="404 Not Found")))
    assert site.paths() == ["/a"]


# One bad address and the others


def test_bad_addresses_stop_nothing_and_stay_in_order(site: Site, tmp_path: Path) -> None:
    told: list[Outcome] = []
    urls = [site.says("/a", reply()), "nonsense", site.says("/b", b"junk"), site.says("/c", reply())]
    outcomes = fetch_pages(urls, str(tmp_path / "kept"), quick(), told.append)
    assert [type(one) for one in outcomes] == [Fetched, Problem, Problem, Fetched]
    assert sorted(map(repr, told)) == sorted(map(repr, outcomes))


def test_what_nobody_foresaw_is_a_row(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("sayso.reading.fetching.following.retry_after", fail)
    bad, good = site.says("/a", reply(b"", "503 Busy")), site.says("/b", reply())
    first, second = fetch(tmp_path, bad, good)
    assert isinstance(first, Problem)
    assert "RecursionError" in first.what
    assert isinstance(second, Fetched)


def test_a_full_disk_is_a_row(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.reading.fetching.folder.write_capture", full)
    assert "No space left" in said(tmp_path, site.says("/a", reply()))
