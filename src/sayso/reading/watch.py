"""Stop a reading that takes too long."""

from __future__ import annotations

import ctypes
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.errors import PageTooLarge


class _TookTooLong(BaseException):
    """Raised inside a reading from outside; no reader or library that catches `Exception` catches it."""


@contextmanager
def within(seconds: float, where: str) -> Iterator[None]:
    """Stop what is done inside once it has taken `seconds` both by the clock and of processor time.

    Raises `PageTooLarge` then. It is stopped between two steps of Python: a single call into a library of C, such as
    one search of a regular expression, is waited for. Processor time counts so that a busy machine stops no page.
    """
    watch = _Watch.of_this_thread()
    try:
        # It may be raised as late as while the watch is being stopped.
        try:
            watch.begin(seconds)
            yield
        finally:
            watch.end()
    except _TookTooLong:
        mend = "raise Limits.page_seconds, or leave it out"
        raise PageTooLarge(where, f"not read in {seconds:g} seconds of work", mend) from None


class _Watch:
    """A thread that waits beside another one, and raises in it when time is up."""

    _all = threading.local()

    def __init__(self) -> None:
        self._watched = ctypes.c_ulong(threading.get_ident())
        self._changed = threading.Condition()
        self._until: tuple[float, float] | None = None
        self._wakes = math.inf
        self._raised = False
        threading.Thread(target=self._wait, name="sayso-watch", daemon=True).start()

    @classmethod
    def of_this_thread(cls) -> _Watch:
        """The one beside the thread that asks, started when it first does."""
        if not hasattr(cls._all, "watch"):
            cls._all.watch = cls()
        watch: _Watch = cls._all.watch
        return watch

    def begin(self, seconds: float) -> None:
        """Let there be so many seconds from now."""
        with self._changed:
            self._until = (time.monotonic() + seconds, time.process_time() + seconds)
            if self._until[0] < self._wakes:  # to wake it for each page would take longer than most records do
                self._changed.notify()

    def end(self) -> None:
        """Time no more; what was raised too late to arrive is taken back."""
        with self._changed:
            self._until = None
            if self._raised:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._watched, None)
                self._raised = False

    def _wait(self) -> None:
        with self._changed:
            while True:
                if self._until is None:
                    self._sleep(None)
                    continue
                left = self._until[0] - time.monotonic()
                if left <= 0:
                    left = self._until[1] - time.process_time()
                if left > 0:
                    self._sleep(left)
                    continue
                self._until = None
                self._raised = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._watched, ctypes.py_object(_TookTooLong))

    def _sleep(self, seconds: float | None) -> None:
        self._wakes = math.inf if seconds is None else time.monotonic() + seconds
        self._changed.wait(seconds)
