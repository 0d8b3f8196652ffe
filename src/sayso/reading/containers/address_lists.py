"""Read lists of addresses: sitemaps or lists of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage
from sayso.reading.containers.members import Held
from sayso.reading.containers.xml_trees import line, name_of
from sayso.reading.known import read_time

ROOTS = frozenset({"urlset", "sitemapindex", "opml"})

_OF = {"urlset": "pages", "sitemapindex": "sitemaps", "opml": "feeds"}
_FETCH = {
    "urlset": "fetch the pages with sayso fetch --from-file, and give those",
    "sitemapindex": "fetch the sitemaps with sayso fetch --from-file, and with them their pages",
    "opml": "fetch the feeds with sayso fetch --from-file, and give them",
}


@dataclass(frozen=True, slots=True)
class Address:
    """An address on a list, with when its page was published or changed and its title, where the list says so."""

    url: str
    date: str | None = None
    title: str | None = None


def read_members(root: Any, where: str, limits: Limits) -> Held:
    """No page, but one row that counts the addresses, names the first, and says how to get their pages."""
    del limits  # a list costs no more than the bytes that were held
    addresses = list(read_addresses(root))
    kind = name_of(root)
    if not addresses:
        yield EmptyPage(where, "the list holds no address", "fetch it again later")
        return
    days = sorted(address.date[:10] for address in addresses if address.date)
    dated = f", {len(days)} of them dated {days[0]} to {days[-1]}" if days else ""
    what = f"a list of {len(addresses)} addresses of {_OF[kind]}{dated}, and no page; the first is {addresses[0].url}"
    yield NotAPage(where, what, _FETCH[kind])


def read_addresses(root: Any) -> Iterator[Address]:
    """The addresses of a sitemap, a news sitemap, an index of sitemaps or an OPML list, in order.

    Source: sitemaps.org 0.9, Google's news sitemap 0.9, OPML 2.0.
    """
    for element in root.iter():
        name = name_of(element)
        if name in ("url", "sitemap"):
            told = {name_of(one): line(one) for one in element.iter() if len(one) == 0}
            if url := told.get("loc"):
                yield Address(url, read_time(told.get("publication_date") or told.get("lastmod")), told.get("title"))
        elif name == "outline" and (url := element.get("xmlUrl")):
            yield Address(str(url), None, element.get("title") or element.get("text"))
