"""Fetch the pages of a list of addresses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus

import httpx2

from sayso.config import Fetching
from sayso.errors import FetchFailed, PageNotFound, ReadError
from sayso.reading.fetching.asking import PAGE_GIVEN, Answer, Wish
from sayso.reading.fetching.folder import Folder
from sayso.reading.fetching.following import Follower
from sayso.reading.fetching.robots import Robots
from sayso.reading.fetching.urls import read_url, shown
from sayso.reading.kinds import MEDIA_TYPES
from sayso.records import Problem

_UNCHANGED = 304
_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that lies in the folder: the address asked for, its file, and whether it was there before, unchanged."""

    url: str
    path: str
    unchanged: bool


Outcome = Fetched | Problem


def tell_nobody(outcome: Outcome) -> None:
    """Keep it quiet."""


def fetch_pages(
    urls: Iterable[str],
    folder: str,
    settings: Fetching = Fetching(),
    tell: Callable[[Outcome], None] = tell_nobody,
) -> tuple[Outcome, ...]:
    """What became of each address, in the order given, one named twice left out the second time.

    `tell` is called with each as soon as it is known. Nothing that a server does raises; raises `FetchFailed` when
    there can be no `folder`.
    """
    run = _Run(Folder(folder), settings, tell)
    return asyncio.run(run.fetch_all(dict.fromkeys(said.strip() for said in urls)))


class _Run:
    """One run over a list of addresses."""

    def __init__(self, folder: Folder, settings: Fetching, tell: Callable[[Outcome], None]) -> None:
        self._folder = folder
        self._settings = settings
        self._tell = tell
        self._follower = Follower(settings)
        self._robots = Robots(self._follower, settings.user_agent)
        self._outcomes: dict[str, Outcome] = {}

    async def fetch_all(self, said: Iterable[str]) -> tuple[Outcome, ...]:
        """The outcomes in the order of `said`: hosts side by side, the pages of each one after the other."""
        order: dict[str, None] = {}
        lanes: dict[str, list[httpx2.URL]] = {}
        for address in said:
            try:
                url = read_url(address)
            except ReadError as error:
                self._note(address, Problem(error.where, error.what, error.mend))
                order[address] = None
                continue
            if str(url) not in order:
                order[str(url)] = None
                lanes.setdefault(url.host, []).append(url)
        free = asyncio.Semaphore(self._settings.hosts_at_once)
        async with asyncio.TaskGroup() as group:
            for lane in lanes.values():
                group.create_task(self._fetch_lane(lane, free))
        return tuple(self._outcomes[address] for address in order)

    async def _fetch_lane(self, lane: list[httpx2.URL], free: asyncio.Semaphore) -> None:
        async with free:
            for url in lane:
                self._note(str(url), await self._fetch(url))

    async def _fetch(self, url: httpx2.URL) -> Outcome:
        try:
            return await self._fetch_one(url)
        except ReadError as error:
            on_the_way = f"after a redirect to {error.where}: " if error.where != shown(str(url)) else ""
            return Problem(str(url), on_the_way + error.what, error.mend)
        except Exception as error:  # a server did what neither we nor the libraries foresee; the others go on
            return Problem(str(url), f"it cannot be fetched ({type(error).__name__}: {error})", "report it")

    async def _fetch_one(self, url: httpx2.URL) -> Fetched:
        before = self._folder.newest(url)
        wish = Wish(MEDIA_TYPES, self._settings.page_bytes, known=before.capture if before else None)
        answer = await self._follower.follow(url, wish, self._robots.check)
        if answer.status == _UNCHANGED and before and before.capture.url == str(answer.url):
            return Fetched(str(url), before.path, True)
        if answer.status not in PAGE_GIVEN:
            raise _no_page(answer)
        kept = self._folder.keep(url, answer)
        return Fetched(str(url), kept.path, before is not None and kept.path == before.path)

    def _note(self, address: str, outcome: Outcome) -> None:
        self._outcomes[address] = outcome
        self._tell(outcome)


def _no_page(answer: Answer) -> ReadError:
    where = str(answer.url)
    try:
        said = f"{answer.status} {HTTPStatus(answer.status).phrase}"
    except ValueError:
        said = str(answer.status)
    if answer.status in _GONE:
        return PageNotFound(where, f"the server answered {said}", "check the address")
    return FetchFailed(where, f"the server answered {said}", "look at the page with a browser, or try again later")
