"""The errors that sayso raises, in one small tree.

    SaysoError
    ├── SpanError          a span that is empty, reversed or outside its text
    ├── ReadError          a page that cannot be read
    │   ├── PageNotFound   nothing is at the location
    │   ├── EmptyPage      no character that could be read
    │   ├── NotAPage       binary data, or a kind that sayso does not read
    │   ├── PageTooLarge   over a limit of `sayso.config.Limits` or `sayso.config.Fetching`
    │   ├── FetchRefused   an address that sayso does not ask
    │   └── FetchFailed    a server that did not give the page
    │       └── ConnectionLost   no connection, or one that broke, so that another try may help
    ├── MissingExtra       a part of sayso that is not installed
    ├── WeightsError       the model's weights are missing, changed or of another version
    └── InterchangeError   a file that is not sayso's interchange file, or names what it does not hold

Each message says what happened, where, and what to do about it.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Anything that went wrong in a way that sayso knows: `where` it did, `what` happened, how to `mend` it."""

    def __init__(self, where: str, what: str, mend: str) -> None:
        self.where = where
        self.what = what
        self.mend = mend
        super().__init__(f"{where}: {what}; {mend}")


class SpanError(SaysoError):
    """A span that is empty, reversed or outside its text."""


class ReadError(SaysoError):
    """A page that cannot be read; the run goes on without it."""


class PageNotFound(ReadError):
    """Nothing is at the location."""


class EmptyPage(ReadError):
    """The page holds no character that could be read."""


class NotAPage(ReadError):
    """Binary data, or a kind that sayso does not read."""


class PageTooLarge(ReadError):
    """The page is over one of the limits."""


class FetchRefused(ReadError):
    """An address that sayso does not ask: by its own rules, or by those of the host."""


class FetchFailed(ReadError):
    """A server was asked and did not give the page."""


class ConnectionLost(FetchFailed):
    """No connection, or one that broke; another try may help."""


class MissingExtra(SaysoError):
    """A part of sayso that is not installed."""


class WeightsError(SaysoError):
    """The model's weights are missing, changed or of another version."""


class InterchangeError(SaysoError):
    """A file that is not sayso's interchange file, or a name that it does not hold."""
