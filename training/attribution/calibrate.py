"""Fit the calibration of `confidence` on PolNeAR dev and write it into the weights' tables.

    python training/attribution/calibrate.py --data ../shared/data/polnear --weights src/sayso/weights/attribution

Prints the expected calibration error over ten bins, each article judged by a fit on the other four fifths of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
from polnear import Attribution as Annotated
from polnear import read_split

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, find_attributions
from sayso.understanding.encoder import Encoder, Reading
from sayso.understanding.linking import SIGNS
from sayso.understanding.windows import Window

SEED = 20261125
FOLDS = 5
BINS = 10
RIDGE = 0.1


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
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    encoder = Remembered(str(options.weights))
    rows, right, articles = [], [], []
    for name, text, annotators in read_split(options.data / "dev"):
        signs = read_signs(text, encoder)
        found = find_attributions(text, encoder.read_text(text), encoder.tables)
        rows += signs
        right += judge(found, annotators[0])
        articles += [name] * len(found)
    signs, outcome = np.array(rows), np.array(right, dtype=float)
    chance = random.Random(SEED)
    fold = {name: chance.randrange(FOLDS) for name in sorted(set(articles))}
    folds = np.array([fold[name] for name in articles])
    guessed = np.zeros(len(outcome))
    for one in range(FOLDS):
        guessed[folds == one] = chances(signs[folds == one], fit(signs[folds != one], outcome[folds != one]))
    print(
        f"{len(outcome)} attributions, {outcome.mean():.3f} right; expected calibration error {error(guessed, outcome):.4f}"
    )
    write(options.weights, fit(signs, outcome))


def read_signs(text: str, encoder: Remembered) -> list[list[float]]:
    """For each attribution of `text` the numbers that its confidence weighs: each is what remains when it is alone."""
    kept, columns = encoder.tables, []
    for alone in range(SIGNS):
        weights = tuple(float(at == alone) for at in range(SIGNS))
        encoder.tables = replace(kept, confidence=weights)
        columns.append(
            [
                np.log(one.confidence / (1 - one.confidence))
                for one in find_attributions(text, encoder.read_text(text), encoder.tables)
            ]
        )
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


def fit(signs: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(signs.shape[1])
    for _ in range(60):
        guessed = chances(signs, weights)
        slope = signs.T @ (outcome - guessed) - RIDGE * weights
        bend = (signs * (guessed * (1 - guessed))[:, None]).T @ signs + RIDGE * np.eye(len(weights))
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


def write(folder: Path, weights: np.ndarray) -> None:
    """Put `weights` into the tables in `folder`, and the tables' checksum into the manifest."""
    tables = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
    tables["confidence"] = [round(float(weight), 5) for weight in weights]
    (folder / "tables.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["tables.json"] = hashlib.sha256((folder / "tables.json").read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
