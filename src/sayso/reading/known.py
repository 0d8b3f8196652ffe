"""What is known of a page from what held it."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from sayso.reading import dates, metadata


@dataclass(frozen=True, slots=True)
class Known:
    """What a feed, mail or archive says of a page that it holds; empty where it says nothing.

    It fills in what the page leaves out. Times are ISO 8601 with the offset as given; `url` is the page's own.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    sections: tuple[str, ...] = ()
    url: str | None = None
    retrieved: str | None = None


def host_of(url: str) -> str | None:
    """The host of an address, which stands for the outlet where nothing names it."""
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def read_time(said: str | None) -> str | None:
    """The ISO 8601 time that `said` tells, with its offset only if it gives one, or None.

    Source: RFC 3339 (Atom, JSON Feed, sitemaps), RFC 5322 with the zones of RFC 822 (RSS, mail), else as newsrooms
    print it.
    """
    if not said or not said.strip():
        return None
    if found := metadata.read_date(said):
        return found
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, OverflowError):
        pass
    moment = dates.read_moment(said)
    return moment.iso() if moment else None
