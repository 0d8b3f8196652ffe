"""The pairs of clauses that the claim model learns from.

A `Pair` has three targets: the first says all that the second says, the second all that the first says, and their main
claims are one. A target of None is not known and teaches nothing.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

Target = float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses, what holds between them, and the story that they are from ("" for none)."""

    a: str
    b: str
    targets: tuple[Target, Target, Target]
    story: str = ""


# What our labels mean: the same claim; one of the two says more; a claim shared beside others; nothing; a conflict.
OURS: dict[str, tuple[Target, Target, Target]] = {
    "same": (1.0, 1.0, 1.0),
    "first_holds_second": (1.0, 0.0, 1.0),
    "second_holds_first": (0.0, 1.0, 1.0),
    "partly": (0.0, 0.0, 0.0),
    "different": (0.0, 0.0, 0.0),
    "conflict": (0.0, 0.0, 0.0),
}


def read_texts(shared: Path) -> dict[str, tuple[str, str]]:
    """Title and text of the articles that labels point into, by the name that the labels give them."""
    texts = {}
    for folder, prefix in (("news_cluster", "cluster"), ("stories_gold_standard", "stories")):
        for line in (shared / "data" / folder / "articles.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n"):
            row = json.loads(line)
            texts[f"{prefix}/{row['id']}"] = (row.get("title") or "", row.get("text") or "")
    with (shared / "data" / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = "\n".join(part.strip() for part in row["text"].split("###"))
            texts[f"helsinki/{row['id']}"] = ("", text)
    return texts


def read_ours(labels: Path, shared: Path) -> list[Pair]:
    """The pairs that we labelled: `labels` holds names of texts and offsets."""
    texts = read_texts(shared)

    def words(side: dict[str, object]) -> str:
        title, text = texts[str(side["text"])]
        layer = title if side["in"] == "title" else text
        return " ".join(layer[start:end] for start, end in side["spans"])  # type: ignore[attr-defined]

    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    return [Pair(words(row["a"]), words(row["b"]), OURS[row["label"]], row["story"]) for row in rows]
