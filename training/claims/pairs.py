"""The pairs of clauses that the claim model learns from.

A `Pair` has three targets: the first says all that the second says, the second all that the first says, and their main
claims are one.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import torch
from sklearn.metrics import average_precision_score, roc_auc_score
from torch import Tensor, nn

LABELS = Path(__file__).resolve().parents[1] / "labels"
GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold"
FILES = ("claims.jsonl", "more_claims.jsonl")
# Lists of clauses beside a claim; of those that share nothing with it every second is learned from, for they are most.
LISTS = "claim_lists.jsonl"
EVERY = 2
# Pairs of a list's clauses that nobody labelled, for a small network to learn what a larger one says of them.
OF_A_LIST = 20
# Events that `stories_gold_standard` shares with the gold sets, whatever it calls them.
IN_GOLD = frozenset({"f1", "consulate attack"})
# A clause that shares a run of so many words with a text of the gold sets is a copy of it.
RUN = 6
# Stories that nothing is learned from, so that it is known how well others are judged.
HELD = frozenset({"clinton clear", "tram victims", "trump and obama", "9", "35", "47", "63", "p:1", "p:2", "p:5"})
# Pairs that are scored at a time.
SCORED = 64


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses, what holds between them, the story that they are from and their texts."""

    a: str
    b: str
    targets: tuple[float, float, float]
    story: str
    texts: tuple[str, str]

    @property
    def turned(self) -> tuple[float, float, float]:
        """The targets seen from the second clause."""
        return self.targets[1], self.targets[0], self.targets[2]


# What our labels mean: the same claim; one of the two says more; a claim shared beside others; nothing; a conflict.
TARGETS = {
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
    for path in sorted((shared / "data" / "polnear" / "train" / "text").glob("*.txt")):
        texts[f"polnear/{path.stem}"] = ("", path.read_bytes().decode("utf-8"))
    return texts


def read_pairs(shared: Path) -> list[Pair]:
    """The pairs that we labelled, without those that share an event, a text or a run of words with the gold sets."""
    return list(_pairs(shared, read_labels()))


def read_unlabelled(shared: Path) -> list[Pair]:
    """Pairs of clauses that stand in one list, without those that `read_pairs` leaves out; their targets say nothing."""
    chance = random.Random(OF_A_LIST)
    rows = []
    for row in map(json.loads, (LABELS / LISTS).read_text(encoding="utf-8").splitlines()):
        every = [pair for pair in combinations(row["beside"], 2) if pair[0]["text"] != pair[1]["text"]]
        some = chance.sample(every, min(OF_A_LIST, len(every)))
        rows += [{"story": row["story"], "a": a, "b": b, "label": "different"} for a, b in some]
    return list(_pairs(shared, rows))


def _pairs(shared: Path, rows: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    texts = read_texts(shared)
    names = _gold_texts()
    known = {run for name in names for run in _runs(texts[name][1])}

    def words(side: dict[str, object]) -> str:
        title, text = texts[str(side["text"])]
        layer = title if side["in"] == "title" else text
        return " ".join(" ".join(layer[start:end].split()) for start, end in side["spans"])  # type: ignore[attr-defined]

    for row in rows:
        sides, cut = (row["a"], row["b"]), (words(row["a"]), words(row["b"]))
        if row["story"].removeprefix("s:") in IN_GOLD or any(side["text"] in names for side in sides):
            continue
        if not any(run in known for one in cut for run in _runs(one)):
            yield Pair(*cut, TARGETS[row["label"]], row["story"], (row["a"]["text"], row["b"]["text"]))


def read_labels() -> Iterator[dict[str, Any]]:
    """A row for each labelled pair: its story, the sides `a` and `b` as names of texts and offsets, the label."""
    for name in FILES:
        yield from map(json.loads, (LABELS / name).read_text(encoding="utf-8").splitlines())
    others = 0
    for row in map(json.loads, (LABELS / LISTS).read_text(encoding="utf-8").splitlines()):
        for side in row["beside"]:
            others += side["label"] == "different"
            if side["label"] != "different" or others % EVERY == 0:
                yield {"story": row["story"], "a": row["claim"], "b": side, "label": side["label"]}


def share_pairs(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Those to learn from, and those of the stories `HELD`; what shares a text with the latter is in neither."""
    held = [pair for pair in pairs if _is_held(pair)]
    texts = {text for pair in held for text in pair.texts}
    return [pair for pair in pairs if not _is_held(pair) and not texts & {*pair.texts}], held


def _is_held(pair: Pair) -> bool:
    return pair.story.removeprefix("s:").removeprefix("c:") in HELD


def told(score: Callable[[Sequence[tuple[str, str]]], Tensor], network: nn.Module, held: Sequence[Pair]) -> str:
    """Average precision and area under the curve of "same" on `held`, as words; `score` gives scores [n, 3]."""
    network.eval()
    found = []
    with torch.no_grad():
        for at in range(0, len(held), SCORED):
            some = [(pair.a, pair.b) for pair in held[at : at + SCORED]]
            found.append(score(some)[:, 2] + score([(b, a) for a, b in some])[:, 2])
    right, scores = [pair.targets[2] for pair in held], torch.cat(found).numpy()
    return f"; left out: AP {average_precision_score(right, scores):.3f}, AUC {roc_auc_score(right, scores):.3f}"


def _gold_texts() -> set[str]:
    rows = [
        json.loads(line) for name in ("claims", "pairs") for line in (GOLD / f"{name}.jsonl").open(encoding="utf-8")
    ]
    return {name for row in rows for name in row.get("articles") or (row["a"]["text"], row["b"]["text"])}


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
