"""The two scraped pages that sayso started from come out as a careful reader labels them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.reading import read_paths
from sayso.records import Part, PartKind

SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"
FIRST, SECOND = "000_401e3eae9d9165d2.txt", "003_a694f15a544b9c4a.txt"
KINDS: dict[str, PartKind] = {
    "ticker_time": "ticker_item", "ticker_label": "ticker_item", "ticker_headline": "ticker_item",
    "ticker_date": "ticker_header", "source_header": "source_list", "source_item": "source_list",
    "source_header_empty": "source_list", "author_bio": "author_note", "tags_header_empty": "tags",
    "related_header_empty": "related", "nav_link": "navigation", "time": "date",
}  # fmt: skip

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared")]


def gold(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((SEEDS / "gold.json").read_text("utf-8"))[name]
    return told


def part_at(parts: tuple[Part, ...], place: int) -> Part:
    return next(part for part in parts if part.start <= place < part.end)


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_every_line_has_its_role(name: str) -> None:
    [reading] = read_paths([str(SEEDS / name)])
    assert reading.page is not None
    assert not reading.problems
    numbers = {article.id: f"a{at}" for at, article in enumerate(reading.articles, 1)}
    wrong = []
    for line in gold(name)["lines"]:
        article, _, role = line["role"].rpartition(".")
        if role == "blank":
            continue
        words = reading.page.source[line["start"] : line["end"]]
        # White space at the start of a line goes to the part before it.
        part = part_at(reading.page.parts, line["start"] + len(words) - len(words.lstrip()))
        if part.kind != KINDS.get(role, role) or (article and numbers.get(part.article or "") != article):
            wrong.append((line["line"], role, part.kind))
    assert not wrong


def test_the_ticker_has_every_item_with_its_time() -> None:
    [reading] = read_paths([str(SEEDS / SECOND)])
    assert reading.page is not None
    items = [part for part in reading.page.parts if part.kind == "ticker_item"]
    told = gold(SECOND)["ticker"]
    assert len(items) == len(told) == 40
    assert [item.published for item in items] == [f"{entry['date']}T{entry['time']}" for entry in told]
    assert all(item.text.splitlines()[-1] == entry["headline"] for item, entry in zip(items, told, strict=True))


def test_each_article_has_its_metadata() -> None:
    first, second = (next(iter(read_paths([str(SEEDS / name)]))).articles for name in (FIRST, SECOND))
    told = [*gold(FIRST)["articles"], *gold(SECOND)["articles"]]
    articles = [*first, *second]
    assert [article.title for article in articles] == [entry["title"] for entry in told]
    assert [article.not_before for article in articles] == [entry.get("date_lower_bound") for entry in told]
    assert [(article.published or "")[:10] or None for article in articles] == [entry["date"] for entry in told]
    assert articles[2].authors == (told[2]["author"],)
    assert articles[2].genre == told[2]["genre"]
    assert articles[2].outlet == told[2]["site"]
    [repair] = articles[1].repairs
    mended = next(entry for entry in gold(FIRST)["repairs"] if "from" in entry)
    assert (repair.span.cut(articles[1].text), repair.to) == (mended["from"], mended["to"])
    assert len(articles[1].cites) == 2
