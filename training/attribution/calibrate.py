"""Fit the calibration of `confidence` and write it into the weights' tables.

    python training/attribution/calibrate.py --data ../shared/data/polnear --labels training/labels
        --weights src/sayso/weights/attribution

Attributions of the text are fitted on PolNeAR dev, those inside others' contents on the labels of PolNeAR train. Prints
the expected calibration error over ten bins, each article judged by a fit on the other four fifths of them; then that of
nested ones on the labels of texts that the network never saw.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from polnear import ROLES, read_split
from polnear import Attribution as Annotated
from read_labels import read_rows

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, find_attributions, find_layers
from sayso.understanding.encoder import Encoder, Reading
from sayso.understanding.linking import SIGNS
from sayso.understanding.nesting import read_again, tagged_inside
from sayso.understanding.windows import Window, cut_windows

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from data import read_event_texts

# An article, the signs of one attribution in it, whether it is right.
Row = tuple[str, list[float], bool]
# A content and the attributions inside it.
Labelled = tuple[Span, list[Annotated]]
SEED = 20261125
FOLDS = 5
BINS = 10
RIDGE = 0.1
# More labelled texts than these give the few weights of nested attributions no more to learn.
MOST_TEXTS = 300


class Remembered(Encoder):
    """An encoder that reads each window once."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._readings: dict[tuple[int, ...], Reading] = {}

    def read(self, window: Window) -> Reading:
        if window.ids not in self._readings:
            self._readings[window.ids] = super().read(window)
        return self._readings[window.ids]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    encoder = Remembered(str(options.weights))
    rows = []
    for name, text, annotators in read_split(options.data / "dev"):

        def find(text: str = text) -> list[Attribution]:
            return find_attributions(text, encoder.read_text(text), encoder.tables)

        right = judge(find(), annotators[0])
        rows += [(name, *row) for row in zip(read_signs(find, "confidence", encoder), right, strict=True)]
    report("attributions", rows)
    write(options.weights, "confidence", fit(*columns_of(rows)))
    learned, unseen = (read_nested(list(read_contents(options, name)), encoder) for name in ("nested", "unseen_nested"))
    for table in ("confidence_inside", "confidence_again"):
        report(table, learned[table])
        weights = fit(*columns_of(learned[table]))
        signs, outcome = columns_of(unseen[table])
        told = error(chances(signs, weights), outcome)
        print(f"  unseen: {len(outcome)}, {outcome.mean():.3f} right; expected calibration error {told:.4f}")
        write(options.weights, table, weights)


def columns_of(rows: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    """The signs [N, 8] and the outcomes [N] of `rows`."""
    return np.array([signs for _, signs, _ in rows]), np.array([right for _, _, right in rows], dtype=float)


def report(name: str, rows: list[Row]) -> None:
    """Print how many are right, and the calibration error where each article is judged by a fit on others."""
    signs, outcome = columns_of(rows)
    chance = random.Random(SEED)
    fold = {article: chance.randrange(FOLDS) for article in sorted({article for article, _, _ in rows})}
    folds = np.array([fold[article] for article, _, _ in rows])
    guessed = np.zeros(len(outcome))
    for one in range(FOLDS):
        guessed[folds == one] = chances(signs[folds == one], fit(signs[folds != one], outcome[folds != one]))
    told = error(guessed, outcome)
    print(f"{name}: {len(outcome)}, {outcome.mean():.3f} right; expected calibration error {told:.4f}")


def read_contents(options: argparse.Namespace, name: str) -> Iterator[tuple[str, str, list[Labelled]]]:
    """The texts of one set of labels, each with its labelled contents and what is attributed inside them."""
    contents: dict[str, list[Labelled]] = defaultdict(list)
    for item, row in read_rows(options.labels, name):
        inside = [Annotated(*(tuple(map(tuple, one[role])) for role in ROLES)) for one in row["attributions"]]
        contents[item["text"]].append((Span(*item["content"]), inside))
    texts = {article: text for article, text, _ in read_split(options.data / "train")}
    texts |= {article: text.text for article, text in read_event_texts().items()}
    drawn = random.Random(SEED).sample(sorted(contents), min(MOST_TEXTS, len(contents)))
    for article in drawn:
        yield article, texts[article], contents[article]


def read_nested(texts: list[tuple[str, str, list[Labelled]]], encoder: Remembered) -> dict[str, list[Row]]:
    """For the attributions tagged inside contents, then for those that reading again finds where none was tagged."""
    rows: dict[str, list[Row]] = {"confidence_inside": [], "confidence_again": []}
    for name, text, labelled in texts:
        gold = [one for _, inside in labelled for one in inside]

        readings = [
            encoder.read(window)
            for window in cut_windows(text, encoder.tokenizer)
            if any(content.overlaps(Span(window.starts[0], window.ends[-1])) for content, _ in labelled)
        ]

        def tagged(text: str = text, readings: list[Reading] = readings) -> list[Attribution]:
            return find_layers(text, readings, encoder.tables).inner

        inner = tagged()
        left = [content for content, _ in labelled if not tagged_inside(content, inner)]

        def find_tagged(text=text, labelled=labelled, tagged=tagged) -> list[Attribution]:
            inner = tagged()
            return [one for content, _ in labelled for one in tagged_inside(content, inner)]

        def find_again(text=text, left=left) -> list[Attribution]:
            return [one for content in left for one in read_again(text, content, encoder)]

        for table, find in (("confidence_inside", find_tagged), ("confidence_again", find_again)):
            right = judge(find(), gold)
            rows[table] += [(name, *row) for row in zip(read_signs(find, table, encoder), right, strict=True)]
    return rows


def read_signs(find: Callable[[], list[Attribution]], table: str, encoder: Remembered) -> list[list[float]]:
    """For each attribution that `find` gives the numbers that its confidence weighs: each is what remains when it is alone."""
    kept, columns = encoder.tables, []
    for alone in range(SIGNS):
        weights = tuple(float(at == alone) for at in range(SIGNS))
        encoder.tables = replace(kept, **{table: weights})
        columns.append([np.log(one.confidence / (1 - one.confidence)) for one in find()])
    encoder.tables = kept
    return [list(row) for row in zip(*columns, strict=True)]


def judge(found: list[Attribution], gold: list[Annotated]) -> list[bool]:
    """Whether each of `found` overlaps one gold content by half, one to one, with its source right."""
    ours = [(_places(one.content), _places((one.source,) if one.source else ())) for one in found]
    theirs = [
        (_places(Span(*span) for span in one.content), _places(Span(*span) for span in one.source)) for one in gold
    ]
    pairs = sorted(
        (
            (len(mine[0] & other[0]) / len(mine[0] | other[0]), at, to)
            for at, mine in enumerate(ours)
            for to, other in enumerate(theirs)
            if mine[0] & other[0]
        ),
        reverse=True,
    )
    right, used = [False] * len(found), set()
    taken: set[int] = set()
    for shared, at, to in pairs:
        if shared < 0.5 or at in taken or to in used:
            continue
        taken.add(at)
        used.add(to)
        mine, other = ours[at][1], theirs[to][1]
        right[at] = bool(mine & other) if mine and other else not mine and not other
    return right


def _places(spans) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def fit(signs: np.ndarray, outcome: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(signs.shape[1])
    for _ in range(60):
        guessed = chances(signs, weights)
        slope = signs.T @ (outcome - guessed) - ridge * weights
        bend = (signs * (guessed * (1 - guessed))[:, None]).T @ signs + ridge * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights


def chances(signs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-signs @ weights))


def error(guessed: np.ndarray, outcome: np.ndarray) -> float:
    """Expected calibration error: how far confidence and share of right ones lie apart, mean over bins of equal width."""
    bins = np.minimum((guessed * BINS).astype(int), BINS - 1)
    return float(
        sum(abs(guessed[bins == one].sum() - outcome[bins == one].sum()) for one in set(bins.tolist())) / len(outcome)
    )


def write(folder: Path, table: str, weights: np.ndarray) -> None:
    """Put `weights` into one of the tables in `folder`, and the tables' checksum into the manifest."""
    tables = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
    tables[table] = [round(float(weight), 5) for weight in weights]
    (folder / "tables.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["tables.json"] = hashlib.sha256((folder / "tables.json").read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
