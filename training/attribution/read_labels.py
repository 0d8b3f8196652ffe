"""Read what we labelled ourselves on PolNeAR train: stances, genres and attributions inside contents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from polnear import Attribution, Example, Judged, make_examples
from tokenizers import Tokenizer

from sayso.understanding.judging import GENRES, STANCES

# Shorter pages of `article_extraction` are teasers, of no genre, in characters.
SHORTEST_PAGE = 600


def read_extraction(shared: Path) -> dict[str, str]:
    """The longer texts of `article_extraction` by name."""
    pages = json.loads((shared / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    return {name: page["articleBody"] for name, page in pages.items() if len(page["articleBody"]) > SHORTEST_PAGE}


@dataclass(frozen=True, slots=True)
class Labels:
    """By article of PolNeAR train: the judged statements, and the genre; then the windows made of contents."""

    judged: dict[str, list[Judged]] = field(default_factory=lambda: defaultdict(list))
    genres: dict[str, int] = field(default_factory=dict)
    nested: list[Example] = field(default_factory=list)


def read_labels(folder: Path | None, texts: dict[str, str], tokenizer: Tokenizer) -> Labels:
    """The labels in `folder` for `texts` by name; empty without a folder."""
    labels = Labels()
    if folder is None:
        return labels
    for item, row in _rows(folder, "stance"):
        if item["text"] in texts:
            spans = (tuple(tuple(span) for span in item[role]) for role in ("content", "cue"))
            labels.judged[item["text"]].append(Judged(*spans, stance=STANCES.index(row["stance"])))
    for item, row in _rows(folder, "genre"):
        if item["text"] in texts:
            labels.genres[item["text"]] = GENRES.index(row["genre"])
    for item, row in _rows(folder, "nested"):
        if item["text"] not in texts:
            continue
        start, end = item["content"]
        words = texts[item["text"]][start:end]
        inner = [
            Attribution(
                *(
                    tuple((begin - start, stop - start) for begin, stop in one[role])
                    for role in ("source", "cue", "content")
                )
            )
            for one in row["attributions"]
        ]
        labels.nested.extend(make_examples(words, inner, tokenizer))
    return labels


def _rows(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each item of a set with its label."""
    rows = {}
    for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["id"]] = row
    for line in (folder / "items" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["id"] in rows:
            yield {**item, "text": item["text"].removeprefix("polnear/")}, rows[item["id"]]
