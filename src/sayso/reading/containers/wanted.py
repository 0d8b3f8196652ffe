"""Read the addresses that a file asks to be fetched."""

from __future__ import annotations

from sayso.reading import decoding, kinds
from sayso.reading.containers import address_lists, feeds, json_feeds
from sayso.reading.containers.xml_trees import name_of, parse


def read_wanted(data: bytes, where: str) -> list[str]:
    """The addresses in a sitemap, an OPML list, a feed (its items' links), or else in lines of text, in order.

    Empty lines and those that start with `#` are left out. Raises `NotAPage` for a list that is broken.
    """
    said = decoding.decode(data).text
    if kinds.is_json_feed(said):
        items = json_feeds.load(data, where)[1]
        found = [json_feeds.address_of(item) for item in items if isinstance(item, dict)]
    elif kinds.is_list(said):
        root, _ = parse(data, where)
        if name_of(root) in address_lists.ROOTS:
            found = [address.url for address in address_lists.read_addresses(root)]
        else:
            found = [feeds.address_of(item) for item in feeds.items_of(root)]
    else:
        found = [line.strip() for line in said.splitlines() if not line.startswith("#")]
    return [url for url in found if url]
