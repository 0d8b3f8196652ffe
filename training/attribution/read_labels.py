"""Read what we labelled ourselves, most of it on PolNeAR train: stances, genres and attributions inside contents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from polnear import ROLES, Attribution, Inner, Judged

from sayso.understanding.judging import GENRES, STANCES
from sayso.understanding.nesting import may_hold_others

Article = tuple[str, str, list[list[Attribution]]]
# Shorter pages of `article_extraction` are teasers, of no genre, in characters.
SHORTEST_PAGE = 600


def read_extraction(shared: Path) -> dict[str, str]:
    """The longer texts of `article_extraction`, by the name that the labels give them."""
    pages = json.loads((shared / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    return {
        f"extraction/{name}": page["articleBody"]
        for name, page in pages.items()
        if len(page["articleBody"]) > SHORTEST_PAGE
    }


@dataclass(frozen=True, slots=True)
class Labels:
    """By article: the judged statements, the genre, and the attributions inside contents."""

    judged: dict[str, list[Judged]] = field(default_factory=lambda: defaultdict(list))
    genres: dict[str, int] = field(default_factory=dict)
    inner: dict[str, Inner] = field(default_factory=dict)


def read_labels(folder: Path | None, articles: list[Article], pages: dict[str, str]) -> Labels:
    """The labels in `folder` for `articles` (name, text, annotators' attributions) and for `pages` by name.

    They are empty without a folder.
    """
    labels = Labels()
    if folder is None:
        return labels
    texts = {name: text for name, text, _ in articles} | pages
    for item, row in read_rows(folder, "stance"):
        if item["text"] in texts:
            spans = (tuple(tuple(span) for span in item[role]) for role in ("content", "cue"))
            labels.judged[item["text"]].append(Judged(*spans, stance=STANCES.index(row["stance"])))
    for item, row in read_rows(folder, "genre"):
        if item["text"] in texts:
            labels.genres[item["text"]] = GENRES.index(row["genre"])
    looked_at = set()
    labels.inner.update({name: Inner() for name, _, _ in articles})
    for item, row in read_rows(folder, "nested"):
        if item["text"] not in labels.inner:
            continue
        looked_at.add((item["text"], *item["content"]))
        labels.inner[item["text"]].attributions.extend(
            Attribution(*(tuple(tuple(span) for span in one[role]) for role in ROLES)) for one in row["attributions"]
        )
    for name, text, annotators in articles:
        labels.inner[name].unsure.extend(
            (start, end)
            for one in annotators[0]
            for start, end in one.content
            if (name, start, end) not in looked_at and may_hold_others(text[start:end])
        )
    return labels


def read_rows(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each item of a set with its label."""
    rows = {}
    for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["id"]] = row
    for line in (folder / "items" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["id"] in rows:
            yield {**item, "text": item["text"].removeprefix("polnear/")}, rows[item["id"]]
