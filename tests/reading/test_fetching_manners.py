"""Fetching asks only what it may, as often as it may, and only of addresses that it may."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("httpx2")
pytest.importorskip("protego")

from loopback import Asked, Site, moved, quick, reply, serve, stuck

from sayso.config import Fetching
from sayso.reading.fetching.addresses import may_ask
from sayso.reading.fetching.fetch import Fetched, Outcome, fetch_pages
from sayso.reading.fetching.following import Follower
from sayso.reading.fetching.urls import read_url
from sayso.records import Problem

EVERYBODY = (ip_network("127.0.0.0/8"),)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as one:
        yield one


@pytest.fixture
def other() -> Iterator[Site]:
    """A server at another address of this machine, which not every system has."""
    with ExitStack() as servers:
        try:
            one = servers.enter_context(serve("127.0.0.2"))
        except OSError:
            pytest.skip("127.0.0.2 is not there")
        yield one


def fetch(folder: Path, *urls: str, **settings: Any) -> tuple[Outcome, ...]:
    return fetch_pages(urls, str(folder / "kept"), quick(**settings))


def said(folder: Path, *urls: str, **settings: Any) -> str:
    [outcome] = fetch(folder, *urls, **settings)
    assert isinstance(outcome, Problem), outcome
    return f"{outcome.where}: {outcome.what}"


def is_kept(folder: Path, url: str, **settings: Any) -> bool:
    [outcome] = fetch(folder, url, **settings)
    return isinstance(outcome, Fetched)


# robots.txt


def test_a_page_that_robots_forbid_is_not_asked_for(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", reply(b"User-agent: *\nDisallow: /private/*.html$\nAllow: /", kind="text/plain"))
    first, second = fetch(tmp_path, site.says("/private/a.html", reply()), site.says("/private/a", reply()))
    assert isinstance(first, Problem)
    assert "robots.txt" in first.what
    assert isinstance(second, Fetched)
    assert [one.path for one in site.asked] == ["/robots.txt", "/private/a"]


@pytest.mark.parametrize(("user_agent", "fetched"), [("sayso (read by hand)", False), ("other/1.0", True)])
def test_robots_may_name_us(site: Site, tmp_path: Path, user_agent: str, fetched: bool) -> None:
    site.says("/robots.txt", reply(b"User-agent: Sayso\nDisallow: /\n\nUser-agent: *\nAllow: /\n"))
    assert is_kept(tmp_path, site.says("/a", reply()), user_agent=user_agent) == fetched
    assert {one.headers["user-agent"] for one in site.asked} == {user_agent}


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone", "401 Unauthorized", "204 No Content"])
def test_a_site_without_robots_allows_all(site: Site, tmp_path: Path, status: str) -> None:
    site.says("/robots.txt", reply(b"" if status[0] == "2" else b"User-agent: *\nDisallow: /", status))
    assert is_kept(tmp_path, site.says("/a", reply()))


@pytest.mark.parametrize(
    "answer",
    [reply(b"", "500 Oh"), reply(b"", "503 Busy"), reply(b"", "429 Busy"), b"", b"junk", moved("/robots.txt")],
)
def test_a_site_whose_robots_cannot_be_read_is_left_for_now(site: Site, tmp_path: Path, answer: bytes) -> None:
    site.says("/robots.txt", answer)
    urls = [site.says("/a", reply()), site.says("/b", reply())]
    outcomes = fetch(tmp_path, *urls, retries=0)
    assert all(isinstance(one, Problem) and "cannot be read now" in one.what for one in outcomes)
    assert site.paths() == []


def test_robots_are_asked_for_once_a_run(site: Site, tmp_path: Path) -> None:
    urls = [site.says(f"/{number}", reply()) for number in range(4)]
    fetch(tmp_path, *urls)
    assert [one.path for one in site.asked].count("/robots.txt") == 1


def test_robots_that_moved_are_followed(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", moved("/rules"))
    site.says("/rules", reply(b"User-agent: *\nDisallow: /a"))
    assert "forbids" in said(tmp_path, site.says("/a", reply()))


def test_endless_robots_are_read_as_far_as_the_limit(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", reply(b"User-agent: *\nDisallow: /a\n" + b"# more\n" * 200_000))
    assert "forbids" in said(tmp_path, site.says("/a", reply()))
    assert is_kept(tmp_path, site.says("/b", reply()))


def test_robots_that_are_no_text_forbid_nothing(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", reply(bytes(range(256)) * 20, kind="image/png"))
    assert is_kept(tmp_path, site.says("/a", reply()))


def test_every_address_on_the_way_is_checked(site: Site, other: Site, tmp_path: Path) -> None:
    other.says("/robots.txt", reply(b"User-agent: *\nDisallow: /b"))
    url = site.says("/a", moved(other.says("/b", reply())))
    assert "forbids" in said(tmp_path, url, allowed_networks=EVERYBODY)
    assert other.paths() == []


def test_a_site_that_asks_for_longer_pauses_than_ours_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", reply(b"User-agent: *\nCrawl-delay: 900\n"))
    assert "left alone" in said(tmp_path, site.says("/a", reply()))
    assert site.paths() == []


# Pauses


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that a host's turns asked for; none is slept."""
    asked: list[float] = []
    sleep = asyncio.sleep

    async def nap(seconds: float) -> None:
        asked.append(round(seconds, 1))
        await sleep(0)

    monkeypatch.setattr("sayso.reading.fetching.hosts.asyncio.sleep", nap)
    return asked


def test_pauses_lie_between_requests_to_one_host(site: Site, tmp_path: Path, naps: list[float]) -> None:
    fetch(tmp_path, site.says("/a", reply()), site.says("/b", reply()), pause=1000.0, longest_pause=2000.0)
    assert len(site.asked) == 3
    assert naps[0] == 0.0
    assert all(500.0 < nap <= 1000.0 for nap in naps[1:])


def test_a_crawl_delay_lengthens_the_pauses(site: Site, tmp_path: Path, naps: list[float]) -> None:
    site.says("/robots.txt", reply(b"User-agent: *\nCrawl-delay: 1000.5\n"))
    assert is_kept(tmp_path, site.says("/a", reply()), longest_pause=2000.0)
    assert 500.0 < naps[-1] <= 1000.5


def test_a_busy_server_gets_the_pause_that_it_asks_for(site: Site, tmp_path: Path, naps: list[float]) -> None:
    url = site.says("/a", reply(b"", "429 Busy", Retry_After="1000"), reply())
    assert is_kept(tmp_path, url, longest_pause=2000.0)
    assert 500.0 < naps[-1] <= 1000.0


def test_backoff_doubles_and_varies() -> None:
    follower = Follower(Fetching(first_backoff=2.0, longest_pause=60.0))
    waits = [{follower._backoff(attempt) for _ in range(20)} for attempt in range(8)]
    for attempt, wait in enumerate(waits):
        longest = min(60.0, 2.0 * 2**attempt)
        assert all(longest / 2 <= one <= longest for one in wait)
    assert len(waits[0]) > 1


def test_one_request_at_a_time_goes_to_one_host(site: Site, tmp_path: Path) -> None:
    urls = [site.says(f"/{number}", moved(f"/{number}/end")) for number in range(6)]
    for number in range(6):
        site.says(f"/{number}/end", reply())
    assert all(isinstance(one, Fetched) for one in fetch(tmp_path, *urls))
    assert site.most_at_once == 1


def test_hosts_are_asked_side_by_side(site: Site, other: Site, tmp_path: Path) -> None:
    meeting = threading.Barrier(2, timeout=20)

    def meet(_: Asked, connection: socket.socket) -> None:
        meeting.wait()
        connection.sendall(reply())

    urls = site.says("/a", meet), other.says("/a", meet)
    outcomes = fetch(tmp_path, *urls, allowed_networks=EVERYBODY)
    assert all(isinstance(one, Fetched) for one in outcomes)


# Redirects


@pytest.mark.parametrize("status", ["301 A", "302 A", "303 A", "307 A", "308 A"])
def test_redirects_are_followed(site: Site, tmp_path: Path, status: str) -> None:
    site.says("/b/c", reply())
    assert is_kept(tmp_path, site.says("/a", moved("b/c#x", status)))


def test_redirects_have_an_end(site: Site, tmp_path: Path) -> None:
    site.says("/b", moved("/a"))
    assert "more than 4 redirects" in said(tmp_path, site.says("/a", moved("/b")), redirects=4)
    assert len(site.paths()) == 5


def test_as_many_redirects_as_allowed(site: Site, tmp_path: Path) -> None:
    site.says("/b", moved("/c"))
    site.says("/c", reply())
    url = site.says("/a", moved("/b"))
    assert is_kept(tmp_path, url, redirects=2)
    assert not is_kept(tmp_path, url, redirects=1)


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://news.invalid/", "javascript:alert(1)", "data:text/html,a"])
def test_redirects_out_of_the_web_are_refused(site: Site, tmp_path: Path, to: str) -> None:
    assert "only http and https" in said(tmp_path, site.says("/a", moved(to)))


def test_redirects_with_a_password_are_refused_and_not_repeated(site: Site, tmp_path: Path) -> None:
    told = said(tmp_path, site.says("/a", moved("//rusk:harbour@127.0.0.1/b")))
    assert "password" in told
    assert "harbour" not in told


@pytest.mark.parametrize("to", ["", "http://", "http://[::1/", "//127.0.0.1:0/", "http://a\x01b/"])
def test_redirects_to_nonsense_are_told(site: Site, tmp_path: Path, to: str) -> None:
    assert said(tmp_path, site.says("/a", moved(to)), retries=0)


# Addresses


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1",
     "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
     "::7f00:1", "fe80::1%1"],
)  # fmt: skip
def test_special_addresses_may_not_be_asked(address: str) -> None:
    assert not may_ask(address, ())


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses_may_be_asked(address: str) -> None:
    assert may_ask(address, ())


def test_networks_that_are_allowed_may_be_asked() -> None:
    assert may_ask("10.1.2.3", (ip_network("10.0.0.0/8"),))
    assert not may_ask("192.168.0.1", (ip_network("10.0.0.0/8"),))
    assert may_ask("fd00::1", (ip_network("fc00::/7"),))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked(site: Site, tmp_path: Path, host: str) -> None:
    port = site.url.rsplit(":", 1)[1]
    told = said(tmp_path, f"http://{host}:{port}/a", allowed_networks=())
    assert "no public address" in told or "leads nowhere" in told
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Site, other: Site, tmp_path: Path) -> None:
    told = said(tmp_path, site.says("/a", moved(other.says("/secret", reply()))))
    assert "no public address" in told
    assert other.asked == []


def test_robots_that_lead_to_a_private_address_are_not_followed(site: Site, other: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", moved(other.says("/robots.txt", reply(b""))))
    assert "cannot be read now" in said(tmp_path, site.says("/a", reply()))
    assert other.asked == []


def resolve_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let the resolver give `answers` for every name, one after the other; the names that it was asked."""
    names: list[str] = []
    left = list(answers)

    def look_up(host: str, port: int | None, *_: Any, **__: Any) -> list[Any]:
        names.append(host)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return names


def test_a_name_is_looked_up_once_for_each_request(
    site: Site, other: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.url.rsplit(":", 1)[1]
    site.says("/a", reply())
    names = resolve_to(monkeypatch, ["127.0.0.1"])
    assert is_kept(tmp_path, f"http://news.invalid:{port}/a")
    assert names == ["news.invalid", "news.invalid"]
    assert site.asked[-1].headers["host"] == f"news.invalid:{port}"


def test_a_name_that_turns_private_is_refused(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.url.rsplit(":", 1)[1]
    site.says("/a", reply())
    resolve_to(monkeypatch, ["127.0.0.1"], ["127.0.0.3"])
    assert "127.0.0.3" in said(tmp_path, f"http://news.invalid:{port}/a")
    assert site.paths() == []


def test_private_addresses_among_public_ones_are_passed_over(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.url.rsplit(":", 1)[1]
    site.says("/a", reply())
    resolve_to(monkeypatch, ["10.0.0.1", "127.0.0.1"])
    assert is_kept(tmp_path, f"http://news.invalid:{port}/a")


def test_the_next_address_is_tried(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.url.rsplit(":", 1)[1]
    site.says("/a", reply())
    resolve_to(monkeypatch, ["127.0.0.9", "127.0.0.1"])
    assert is_kept(tmp_path, f"http://news.invalid:{port}/a", allowed_networks=EVERYBODY, retries=0)


@pytest.mark.parametrize(("error", "times"), [(socket.EAI_NONAME, 1), (socket.EAI_AGAIN, 3)])
def test_a_name_that_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, times: int) -> None:
    names: list[str] = []

    def look_up(host: str, *_: Any, **__: Any) -> None:
        names.append(host)
        raise socket.gaierror(error, "not now")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert "leads nowhere" in said(tmp_path, "http://news.invalid/", retries=2)
    assert len(names) == times


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".invalid"])
def test_names_that_are_none(tmp_path: Path, host: str) -> None:
    assert "cannot be looked up" in said(tmp_path, f"http://{host}/", retries=0)


# What is sent


def test_nothing_is_sent_but_what_is_needed(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.2:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.2:9")
    site.says("/robots.txt", reply(b"", Set_Cookie="seen=1"))
    site.says("/b", reply())
    assert is_kept(tmp_path, site.says("/a", moved("/b")))
    assert {name for one in site.asked for name in one.headers} == {
        "host", "user-agent", "accept", "accept-encoding", "connection"
    }  # fmt: skip


@pytest.mark.parametrize(
    "url", ["http://rusk:harbour@127.0.0.1/", "https://harbour@127.0.0.1/", "http://:harbour@127.0.0.1/"]
)
def test_credentials_are_neither_sent_nor_repeated(tmp_path: Path, url: str) -> None:
    told = said(tmp_path, url)
    assert "password" in told
    assert "harbour" not in told


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "file:///etc/passwd", "ftp://a/", "http:///a", "http://a:99999/", "http://[1/", "http://a b/"],
)
def test_addresses_that_are_none(tmp_path: Path, url: str) -> None:
    assert said(tmp_path, url)


def test_fragments_are_left_out_and_names_are_in_normal_form() -> None:
    assert str(read_url(" HTTP://News.Invalid:80/a/../b?c=d#e ")) == "http://news.invalid/b?c=d"
    assert str(read_url("http://zeitung-ü.invalid/ü")) == "http://xn--zeitung--e6a.invalid/%C3%BC"


@pytest.mark.parametrize("user_agent", ["", " ", "a\nb", "ü"])
def test_user_agents_that_cannot_be_sent(user_agent: str) -> None:
    with pytest.raises(ValueError, match="user agent"):
        Fetching(user_agent)


def test_a_stuck_host_does_not_hold_the_others(site: Site, other: Site, tmp_path: Path) -> None:
    done = threading.Event()
    urls = other.says("/a", stuck(b"", done)), site.says("/a", reply())
    first, second = fetch(tmp_path, *urls, allowed_networks=EVERYBODY, read_seconds=1.0, retries=0)
    done.set()
    assert isinstance(first, Problem)
    assert isinstance(second, Fetched)
