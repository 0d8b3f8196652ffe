"""What is known of a page from what held it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from sayso.reading import dates, metadata

# An address with nothing special in its host, which is most of them: the host is read seven times as fast.
_PLAIN_HOST = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?=[/?#]|$)")


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
    if plain := _PLAIN_HOST.match(url):
        return plain[1].removeprefix("www.") or None
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


_MONTH_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# Times as most feeds and letters give them; days that not every month has are left to `email.utils`.
_MAIL_TIME = re.compile(
    rf"\s*(?:[A-Z][a-z]{{2}}, )?(0?[1-9]|1\d|2[0-8]) ({_MONTH_NAMES}) ([12]\d{{3}})"
    r" ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) (?:([+-](?:0\d|1[0-2]))([0-5]\d)|GMT)\s*", re.ASCII
)  # fmt: skip
_MONTHS = {name: f"{at:02}" for at, name in enumerate(_MONTH_NAMES.split("|"), 1)}


def read_time(said: str | None) -> str | None:
    """The ISO 8601 time that `said` tells, with its offset only if it gives one, or None.

    Source: RFC 3339 (Atom, JSON Feed, sitemaps), RFC 5322 with the zones of RFC 822 (RSS, mail), else as newsrooms
    print it.
    """
    if not said or not said.strip():
        return None
    mail = _MAIL_TIME.fullmatch(said)
    if mail and mail[5] != "-00":
        day, month, year, clock, hours, minutes = mail.groups()
        return f"{year}-{_MONTHS[month]}-{day.zfill(2)}T{clock}{f'{hours}:{minutes}' if hours else '+00:00'}"
    if found := metadata.read_date(said):
        return found
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, OverflowError):
        pass
    moment = dates.read_moment(said)
    return moment.iso() if moment else None
