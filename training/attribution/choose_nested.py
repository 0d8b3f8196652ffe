"""Learn which nested attributions hold and where they are cut, and write the weights into the tables.

    python training/attribution/choose_nested.py --data ../shared/data/polnear --labels training/labels
        --weights src/sayso/weights/attribution

Learned on two thirds of `nested_sentences.jsonl`, by text. Prints for either part how many sentences have the nested
attribution right among those chosen, and how many of the others are left alone, given what the tagger makes of the outer ones.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from calibrate import fit, write
from polnear import read_split

from sayso.spans import Span
from sayso.text.sentences import find_sentences
from sayso.understanding.attribution import Attribution, find_layers
from sayso.understanding.citing import without_cited
from sayso.understanding.encoder import Encoder
from sayso.understanding.late_credits import add_late_credits
from sayso.understanding.nested_choice import Candidate, choose
from sayso.understanding.nesting import read_inside
from sayso.understanding.windows import cut_windows

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from data import read_story_texts

RIDGE = 2.0
# Of three texts one is held out.
PARTS = 3
# Windows further than this from a sentence are not read.
NEAR = 1500


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled sentence, with what may be told inside each content in it."""

    row: dict[str, Any]
    groups: list[list[Candidate]]

    @property
    def held_out(self) -> bool:
        """Whether the sentence is of a text that nothing is learned from."""
        return int(hashlib.md5(self.row["text"].encode()).hexdigest(), 16) % PARTS == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    texts = {f"polnear/{name}": text for name, text, _ in read_split(options.data / "train")}
    texts |= {name: one.text for name, one in read_story_texts().items()}
    rows = [json.loads(line) for line in (options.labels / "nested_sentences.jsonl").read_text().splitlines()]
    items = list(read_items(rows, texts, Encoder(str(options.weights))))
    learned = learn([item for item in items if not item.held_out])
    for name, held_out in (("learned on", False), ("held out", True)):
        told = [(item, choose(item.groups, learned)) for item in items if item.held_out == held_out]
        right = [any(is_right(one, item.row) for one in found) for item, found in told if not item.row.get("none")]
        quiet = [not found for item, found in told if item.row.get("none")]
        print(f"{name}: {sum(right)} of {len(right)} nested, {sum(quiet)} of {len(quiet)} left alone")
    write(options.weights, "nested_choice", learned)


def read_items(rows: list[dict[str, Any]], texts: dict[str, str], encoder: Encoder) -> Iterator[Item]:
    """Each labelled sentence with its candidates."""
    by_text = defaultdict(list)
    for row in rows:
        by_text[row["text"]].append(row)
    for name, here in by_text.items():
        text = texts[name]
        near = [Span(max(0, row["sentence"][0] - NEAR), row["sentence"][1] + NEAR) for row in here]
        readings = [
            encoder.read(window)
            for window in cut_windows(text, encoder.tokenizer)
            if any(span.overlaps(Span(window.starts[0], window.ends[-1])) for span in near)
        ]
        layers = find_layers(text, readings, encoder.tables)
        outer = [without_cited(one, text) for one in add_late_credits(text, find_sentences(text), layers.outer)]
        contents = [content for one in outer for content in one.content]
        inside: dict[Span, list[list[Candidate]]] = {}
        for row in here:
            spans = [row["sentence"], *(row["outer"]["content"] if "outer" in row else [])]
            place = Span(min(start for start, _ in spans), max(end for _, end in spans))
            groups = []
            for content in contents:
                if content.overlaps(place):
                    if content not in inside:
                        inside[content] = read_inside(text, content, layers, encoder)
                    groups += inside[content]
            yield Item(row, groups)


def learn(items: list[Item]) -> np.ndarray:
    """The weights of the signs, by a logistic regression on the candidates of which it is known whether they hold."""
    known = [
        (one.signs, holds)
        for item in items
        for group in item.groups
        for one in group
        if (holds := judge(one.attribution, item.row)) is not None
    ]
    return fit(np.array([signs for signs, _ in known]), np.array([float(holds) for _, holds in known]), RIDGE)


def judge(found: Attribution, row: dict[str, Any]) -> bool | None:
    """Whether `found` holds; None where it is neither labelled nor in the way of what is: one nesting a sentence is labelled."""
    if row.get("none"):
        return False
    if is_right(found, row):
        return True
    cue = row["inner"].get("cue")
    return False if cue and found.cue and found.cue.overlaps(Span(*cue)) else None


def is_right(found: Attribution, row: dict[str, Any]) -> bool:
    """Whether `found` is the nested attribution of `row`: half of the content, and a source that touches the labelled one."""
    mine = {at for span in found.content for at in range(span.start, span.end)}
    gold = {at for start, end in row["inner"]["content"] for at in range(start, end)}
    source = row["inner"]["source"]
    if found.source is None or source is None:
        named = found.source is None and source is None
    else:
        named = found.source.overlaps(Span(*source))
    return named and len(mine & gold) >= 0.5 * len(mine | gold)


if __name__ == "__main__":
    main()
