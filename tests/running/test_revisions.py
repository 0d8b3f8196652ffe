"""A page that was captured twice gives an article, and a revision of it where its words changed."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.running.pipeline import read_pages

FIRST = "The ferry to Lund Island stays in port, the harbour office said on Friday."
SECOND = "Its engine will be mended by Monday, the office said."
LATER = "Its engine will be mended by Tuesday, the office said."


def read(tmp_path: Path, *records: dict[str, str]) -> list[tuple[str, str | None]]:
    """The text of each article with that of the one that it revises."""
    path = tmp_path / "dump.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    articles = read_pages([str(path)]).articles
    texts = {article.id: article.text for article in articles}
    return [(article.text, texts[article.revision_of] if article.revision_of else None) for article in articles]


def record(
    text: str, day: int | None = None, title: str = "Ferry stays", url: str = "https://lund.example/1"
) -> dict[str, str]:
    told = {"title": title, "text": text, "url": url}
    return told if day is None else {**told, "retrieved": f"2024-11-{day:02}T08:00:00Z"}


def test_changed_words_are_a_revision(tmp_path: Path) -> None:
    old, new = f"{FIRST}\n{SECOND}", f"{FIRST}\n{LATER}"
    assert read(tmp_path, record(old), record(new)) == [(old, None), (new, old)]
    assert read(tmp_path, record(old), record(new, title="Ferry sails", url="https://lund.example/1#top")) == [
        (old, None),
        (new, old),
    ]


def test_the_time_of_capture_tells_which_is_the_later_one(tmp_path: Path) -> None:
    assert read(tmp_path, record(SECOND, 9), record(FIRST, 8), record(LATER, 10)) == [
        (SECOND, FIRST),
        (FIRST, None),
        (LATER, SECOND),
    ]


def test_the_same_words_again_are_none(tmp_path: Path) -> None:
    assert read(tmp_path, record(FIRST, 8), record(FIRST, 9)) == [(FIRST, None), (FIRST, None)]


def test_an_address_with_another_article_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, record(FIRST), record(LATER, title="Engine mended")) == [(FIRST, None), (LATER, None)]


def test_another_address_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, record(FIRST), record(LATER, url="https://lund.example/2")) == [(FIRST, None), (LATER, None)]
