"""Tie an article to the one of an earlier capture that it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sayso.records import Article, Page


def join_revisions(pages: Iterable[Page], articles: Sequence[Article]) -> tuple[Article, ...]:
    """`articles`, each that an earlier capture of the same address has in other words told as its revision.

    Two articles are one article seen twice when their pages have one address, and they share their title or a line of
    their text: an address such as that of a front page leads to other articles every day. The order is that of capture,
    where every page of the address tells its time, else that of reading. The same text again is no revision.
    """
    captures: dict[str, list[Page]] = {}
    for page in pages:
        if page.url:
            captures.setdefault(page.url.partition("#")[0], []).append(page)
    of_page: dict[str, list[Article]] = {}
    for article in articles:
        of_page.setdefault(article.page, []).append(article)
    earlier_of: dict[str, str] = {}
    for same in captures.values():
        seen: list[Article] = []
        for page in _in_order(same) if len(same) > 1 else ():
            found = of_page.get(page.id, [])
            for article in found:
                before = next((one for one in reversed(seen) if _is_one(one, article)), None)
                if before is not None and before.text != article.text:
                    earlier_of[article.id] = before.id
            seen += found
    return tuple(
        replace(article, revision_of=earlier_of[article.id]) if article.id in earlier_of else article
        for article in articles
    )


def _in_order(pages: Sequence[Page]) -> Sequence[Page]:
    times = {page.id: time for page in pages if (time := _moment(page.retrieved))}
    return sorted(pages, key=lambda page: times[page.id]) if len(times) == len(pages) else pages


def _moment(said: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat(said or "")
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _is_one(one: Article, other: Article) -> bool:
    if one.title and one.title == other.title:
        return True
    return not set(one.text.splitlines()).isdisjoint(line for line in other.text.splitlines() if line.strip())
