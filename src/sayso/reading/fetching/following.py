"""Follow an address to its answer, through redirects and second tries."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from sayso.config import Fetching
from sayso.errors import ConnectionLost, FetchFailed
from sayso.reading.fetching.asking import Answer, Asker, Wish
from sayso.reading.fetching.hosts import Host
from sayso.reading.fetching.urls import read_url

# Source: RFC 9110, 15.4; 300 names no address to go on to, 304 and 305 mean something else.
_MOVED = frozenset({301, 302, 303, 307, 308})
# Too many requests, and not now. Source: RFC 6585, 4, and RFC 9110, 15.6.4.
_COME_BACK = frozenset({429, 503})


class Follower:
    """Follows addresses, one request at a time for each host."""

    def __init__(self, settings: Fetching) -> None:
        self._settings = settings
        self._asker = Asker(settings)
        self._hosts: dict[str, Host] = {}

    async def follow(self, url: httpx2.URL, wish: Wish, check: Callable[[httpx2.URL], Awaitable[None]]) -> Answer:
        """The answer at the end of the redirects from `url`; `check` may refuse every address on the way.

        Raises what `Asker.ask` raises, and `FetchFailed` for too many redirects.
        """
        start = str(url)
        for _ in range(self._settings.redirects + 1):
            await check(url)
            answer = await self._ask(url, wish)
            if answer.status not in _MOVED or "location" not in answer.headers:
                return answer
            url = read_url(answer.headers["location"], base=url)
        raise FetchFailed(start, f"more than {self._settings.redirects} redirects", "give the address they end at")

    def host(self, url: httpx2.URL) -> Host:
        """The turns of the host of `url`."""
        return self._hosts.setdefault(url.host, Host(self._settings.pause, self._settings.longest_pause))

    async def _ask(self, url: httpx2.URL, wish: Wish) -> Answer:
        """The answer of `url`, asked again while its host is busy or the connection fails."""
        host = self.host(url)
        for attempt in range(self._settings.retries):
            try:
                async with host.turn(str(url)):
                    answer = await self._asker.ask(url, wish)
            except ConnectionLost:
                host.rest(self._backoff(attempt))
                continue
            if answer.status not in _COME_BACK:
                return answer
            asked = retry_after(answer)
            host.rest(self._backoff(attempt) if asked is None else asked)
        async with host.turn(str(url)):
            answer = await self._asker.ask(url, wish)
        if answer.status in _COME_BACK:
            host.rest(retry_after(answer) or 0.0)
        return answer

    def _backoff(self, attempt: int) -> float:
        """Seconds to wait after the try numbered `attempt` from 0: twice as long each time, less up to a half by chance."""
        wait: float = self._settings.first_backoff * 2.0**attempt * random.uniform(0.5, 1.0)
        return min(wait, self._settings.longest_pause)


def retry_after(answer: Answer) -> float | None:
    """The seconds that an answer asks to wait, told as such or as a date, or None. Source: RFC 9110, 10.2.3."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        at = parsedate_to_datetime(said)
        return max(0.0, ((at if at.tzinfo else at.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None
