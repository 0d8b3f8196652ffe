"""Ask each site's robots.txt what may be fetched."""

from __future__ import annotations

import asyncio

import httpx2
from protego import Protego

from sayso.errors import FetchFailed, FetchRefused, ReadError
from sayso.reading.fetching.asking import Wish
from sayso.reading.fetching.following import Follower
from sayso.reading.fetching.urls import origin

# So much of a robots.txt is read, and the rest left. Source: RFC 9309, 2.5, which asks for at least this.
MOST_BYTES = 500 * 1024
# Too many requests: that the site gave no rules is not what it says, though it is a 4xx.
_BUSY = 429


class Robots:
    """The rules of every site met in a run, each asked for once."""

    def __init__(self, follower: Follower, user_agent: str) -> None:
        self._follower = follower
        self._user_agent = user_agent
        self._rules: dict[str, asyncio.Task[Protego | ReadError]] = {}

    async def check(self, url: httpx2.URL) -> None:
        """Raise `FetchRefused` unless the robots.txt of the site of `url` lets us fetch it.

        A site that answers 4xx has no rules; one that answers 5xx or not at all is left alone for the run.
        Source: RFC 9309, 2.3.1.
        """
        site = origin(url)
        if site not in self._rules:
            self._rules[site] = asyncio.create_task(self._read(httpx2.URL(f"{site}/robots.txt")))
        rules = await self._rules[site]
        if isinstance(rules, ReadError):
            what = f"the robots.txt of its site cannot be read now ({rules.what})"
            raise FetchRefused(str(url), what, rules.mend)
        if not rules.can_fetch(str(url), self._user_agent):
            raise FetchRefused(str(url), "the robots.txt of its site forbids it", "save the page with a browser")

    async def _read(self, url: httpx2.URL) -> Protego | ReadError:
        """The rules at `url`, or why they cannot be told."""
        try:
            answer = await self._follower.follow(url, Wish((), MOST_BYTES, cut=True), _allow)
        except ReadError as error:
            return error
        if 200 <= answer.status < 300:
            rules = Protego.parse(answer.body.decode("utf-8-sig", "replace"))
        elif 400 <= answer.status < 500 and answer.status != _BUSY:
            rules = Protego.parse("")
        else:
            return FetchFailed(str(url), f"the server answered {answer.status}", "try again later")
        if delay := rules.crawl_delay(self._user_agent):
            self._follower.host(url).slow_down(float(delay))
        return rules


async def _allow(url: httpx2.URL) -> None:
    """Let the address pass: robots.txt may always be asked for."""
