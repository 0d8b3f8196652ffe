"""Judge whether two clauses say the same: by their words, by what these mean where they stand, and side by side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.comparing.encoding import ClauseEncoder, Reading
from sayso.comparing.overlap import overlap_features
from sayso.manifests import checked_manifest

# The layout of the folder of weights that this code reads.
FORMAT = 2
# Score (log-odds) of "same" from which two clauses are read side by side as well, which costs a hundred times as much. Of -1.4,
# -1 and -0.5, on the dev half of benchmarks/gold/claims.jsonl and by cost (docs/claims.md).
WORTH_READING = -1.0
# What that reading weighs then: of 0.5, 0.7 and 1, on the labelled pairs of stories that nothing was learned from.
SIDE_BY_SIDE = 0.5
# A weight of words that is a lot for one clause to say beside another.
MUCH = 10.0
MEND = "reinstall sayso, or give the folder of whole weights with --claim-weights"

# [n, 3]: that the first clause says all that the second says, that the second says all that the first says, and that
# their main claims are one.
Judgements = NDArray[np.float64]
Values = NDArray[np.float64]
Places = NDArray[np.intp]
Readings = Sequence[Reading] | Mapping[int, Reading]


class ClaimReader:
    """The learned weights of what tells that two clauses say the same.

    The folder holds `clauses.onnx`, `pairs.onnx`, `tokenizer.json`, `tables.json` and `manifest.json`, which names the
    SHA-256 of the others. Raises `WeightsError` when one is missing or does not match.
    """

    def __init__(self, folder: str | None = None) -> None:
        self.folder = Path(folder) if folder else Path(str(resources.files("sayso"))) / "weights" / "claims"
        self.manifest = checked_manifest(self.folder, FORMAT, MEND)
        tables = json.loads((self.folder / "tables.json").read_text(encoding="utf-8"))
        self._tables = {name: np.asarray(value, dtype=np.float64) for name, value in tables.items()}
        self._encoder = ClauseEncoder(self.folder)

    @property
    def digest(self) -> str:
        """SHA-256 of the manifest's list of files, each with its own."""
        return hashlib.sha256(json.dumps(self.manifest["files"], sort_keys=True).encode()).hexdigest()

    def read(self, clauses: Sequence[str]) -> list[Reading]:
        """What the network makes of each of `clauses`; cost is linear in their words."""
        return [self._encoder.read(clause) for clause in clauses]

    def judge(
        self,
        clauses: Sequence[str],
        readings: Readings,
        pairs: Sequence[tuple[int, int]],
        once: Collection[tuple[int, int]] = (),
    ) -> Judgements:
        """What holds between the two clauses of each of `pairs`, as probabilities; cost is linear in the pairs.

        Those of `once` are not read side by side as well.
        `readings` holds those of the clauses in `pairs`. Each judgement is the mean of both ways round, so that none depends on the order.
        """
        if not pairs:
            return np.zeros((0, 3))
        soft = np.concatenate([*self._soft_features(readings, pairs)])
        words = np.array([overlap_features(clauses[a], clauses[b]) for a, b in pairs], dtype=np.float64)
        turned = np.array([overlap_features(clauses[b], clauses[a]) for a, b in pairs], dtype=np.float64)
        here, there = self._logits(soft, words), self._logits(soft[:, TURNED], turned)
        scores = (here + there[:, [1, 0, 2]]) / 2
        for at in np.flatnonzero(scores[:, 2] >= WORTH_READING).tolist():
            a, b = pairs[at]
            if (a, b) in once:
                continue
            beside = self._encoder.read_pair(clauses[a], clauses[b])
            scores[at] += SIDE_BY_SIDE * (beside - scores[at])
        return np.round(1 / (1 + np.exp(-scores)), 6)

    def _logits(self, soft: Values, words: Values) -> Values:
        """Scores [n, 3] of what `soft` [n, 14] and `words` [n, 16] tell: linear, and by one hidden layer."""
        tables = self._tables
        features = np.concatenate([soft, (words - tables["mean"]) / tables["scale"]], axis=1)
        hidden = np.tanh(features @ tables["hidden"].T + tables["hidden_bias"])
        linear = features @ tables["weights"].T + tables["bias"]
        return np.asarray(linear + hidden @ tables["joined"].T, dtype=np.float64)

    def _soft_features(self, readings: Readings, pairs: Sequence[tuple[int, int]]) -> Iterator[Values]:
        """How much of each clause stands in the other in like words, [n, 14]; pairs with one first clause at a time.

        In order: the weighed share of either's subwords that have one like them in the other, the smaller, the larger and
        the product of both; the mean likeness of either's subwords to the nearest of the other; the likeness of the
        clauses as wholes; the likeness of the subword of either that has least like it; the weight of either's subwords that
        have none like them in the other, and the most of one of these.
        """
        slope, least = self._tables["slope"], self._tables["least"]
        for first, group in groupby(pairs, key=lambda pair: pair[0]):
            a = readings[first]
            others = [readings[b] for _, b in group]
            likeness = a.states @ np.concatenate([b.states for b in others]).T
            starts: Places = np.cumsum([0, *(len(b.weight) for b in others[:-1])])
            # [T of a, others] and [T of all others].
            mine, theirs = np.maximum.reduceat(likeness, starts, axis=1), likeness.max(axis=0)
            weight = np.concatenate([b.weight for b in others])
            of_a = a.weight @ _matched(mine, slope, least) / a.weight.sum()
            of_b = _means(_matched(theirs, slope, least), weight, starts)
            told = [
                of_a, of_b, np.minimum(of_a, of_b), np.maximum(of_a, of_b), of_a * of_b,
                a.weight @ mine / a.weight.sum(), _means(theirs, weight, starts),
                np.array([a.centre @ b.centre for b in others]),
                mine.min(axis=0), np.minimum.reduceat(theirs, starts),
            ]  # fmt: skip
            lost = (1 - _matched(mine, slope, least)) * a.weight[:, None], (1 - _matched(theirs, slope, least)) * weight
            told += [lost[0].sum(axis=0) / MUCH, np.add.reduceat(lost[1], starts) / MUCH]
            told += [lost[0].max(axis=0) / MUCH, np.maximum.reduceat(lost[1], starts) / MUCH]
            # From -2 to 2, as they were learned.
            yield 4 * np.stack(told, axis=1) - 2


# The soft features seen from the second clause.
TURNED = [1, 0, 2, 3, 4, 6, 5, 7, 9, 8, 11, 10, 13, 12]


def _matched(likeness: Values, slope: Values, least: Values) -> Values:
    """From 0 to 1, how surely subwords of this likeness mean the same."""
    return np.asarray(1 / (1 + np.exp(-(likeness - least) * slope)))


def _means(values: Values, weight: Values, starts: Places) -> Values:
    """The mean by `weight` of each stretch of `values` that begins at one of `starts`."""
    return np.asarray(np.add.reduceat(values * weight, starts) / np.add.reduceat(weight, starts))


@lru_cache(maxsize=1)
def shipped_reader() -> ClaimReader:
    """The weights that come with the package, loaded once."""
    return ClaimReader()
