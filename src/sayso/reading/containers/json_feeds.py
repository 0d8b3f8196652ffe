"""Read the items of a JSON feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge
from sayso.reading import decoding
from sayso.reading.containers import feeds
from sayso.reading.containers.members import Held, hold
from sayso.reading.json_depth import check_depth
from sayso.reading.json_text import sound
from sayso.reading.known import Known, read_time


def read_members(stream: BinaryIO, where: str, limits: Limits) -> Held:
    """A page for each item of a feed as in RSS; raises `NotAPage` for a broken one.

    Source: JSON Feed 1.1.
    """
    data = hold(stream, where, limits)
    if not data.strip():
        yield EmptyPage(where, "the file is empty", "fetch the page again, or leave it out")
        return
    feed, items = load(data, where)
    if not items:
        yield EmptyPage(where, "the feed has no items", "fetch it again later")
        return
    if len(items) > limits.members:
        raise PageTooLarge(where, f"more than {limits.members} items", "raise Limits.members, or split the feed")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield feeds.made(number, _content(item), _known(item, feed), where, limits)
        else:
            yield NotAPage(f"{where} item {number}", "the item is no JSON object", "leave it out")


def load(data: bytes, where: str) -> tuple[dict[str, Any], Sequence[Any]]:
    """A feed with its items; raises `NotAPage` for broken JSON."""
    try:
        source = decoding.decode(data).text
        check_depth(source)
        feed = sound(json.loads(source, strict=False), source)
    except ValueError as error:
        raise NotAPage(where, f"a JSON feed that is broken ({error})", "fetch it again") from error
    feed = feed if isinstance(feed, dict) else {}
    return feed, _listed(feed.get("items"))


def address_of(item: dict[str, Any]) -> str | None:
    """The address that an item gives for itself, or None."""
    return _word(item, "url") or _word(item, "external_url")


def _content(item: dict[str, Any]) -> tuple[str, bool]:
    for key, marked in (("content_html", True), ("content_text", False), ("summary", False)):
        text = item.get(key)
        if isinstance(text, str) and feeds.says_something(text, marked):
            return text, marked
    return "", False


def _known(item: dict[str, Any], feed: dict[str, Any]) -> Known:
    authors = [*_listed(item.get("authors")), *_listed([item.get("author")])]
    return Known(
        title=_word(item, "title"),
        authors=tuple(dict.fromkeys(name for one in authors if isinstance(one, dict) and (name := _word(one, "name")))),
        outlet=_word(feed, "title"),
        published=read_time(_word(item, "date_published")),
        modified=read_time(_word(item, "date_modified")),
        language=_word(item, "language") or _word(feed, "language"),
        sections=tuple(tag for tag in _listed(item.get("tags")) if isinstance(tag, str)),
        url=address_of(item),
    )


def _word(told: dict[str, Any], key: str) -> str | None:
    value = told.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
