"""Give every host one request at a time, with pauses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sayso.errors import FetchRefused


class Host:
    """One host's turns: `pause` seconds lie between two, unless it asks for more, up to `longest`."""

    def __init__(self, pause: float, longest: float) -> None:
        self._pause = pause
        self._longest = longest
        self._taken = asyncio.Lock()
        self._free_at = 0.0

    @asynccontextmanager
    async def turn(self, where: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it; raises `FetchRefused` when the host asks for too long a pause before it."""
        async with self._taken:
            wait = self._free_at - asyncio.get_running_loop().time()
            if wait > self._longest:
                what = f"its host asks to be left alone for {wait:.0f} seconds, more than {self._longest:g}"
                raise FetchRefused(where, what, "fetch it later, or allow it with --longest-pause")
            await asyncio.sleep(max(0.0, wait))
            try:
                yield
            finally:
                self.rest(self._pause)

    def slow_down(self, pause: float) -> None:
        """Let at least `pause` seconds lie between two turns from now on."""
        self._pause = max(self._pause, pause)
        self.rest(pause)

    def rest(self, seconds: float) -> None:
        """Give no turn for `seconds` from now."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)
