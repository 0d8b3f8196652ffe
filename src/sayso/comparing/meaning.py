"""Judge by their words whether two clauses say the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.comparing.overlap import overlap_features
from sayso.manifests import checked_manifest

# The layout of the folder of weights that this code reads.
FORMAT = 1
MEND = "reinstall sayso, or give the folder of whole weights with --claim-weights"

# [n, 3]: that the first clause says all that the second says, that the second says all that the first says, and that
# their main claims are one.
Judgements = NDArray[np.float64]


class ClaimReader:
    """The learned weights of what two clauses have in common in words.

    The folder holds `tables.json` and `manifest.json`, which names its SHA-256. Raises `WeightsError` when one is missing
    or does not match.
    """

    def __init__(self, folder: str | None = None) -> None:
        self.folder = Path(folder) if folder else Path(str(resources.files("sayso"))) / "weights" / "claims"
        self.manifest = checked_manifest(self.folder, FORMAT, MEND)
        tables = json.loads((self.folder / "tables.json").read_text(encoding="utf-8"))
        self._mean, self._scale, self._weights, self._bias = (
            np.asarray(tables[name], dtype=np.float64) for name in ("mean", "scale", "weights", "bias")
        )

    @property
    def digest(self) -> str:
        """SHA-256 of the weights."""
        return str(self.manifest["files"]["tables.json"])

    def judge(self, clauses: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Judgements:
        """What holds between the two clauses of each of `pairs`, as probabilities; cost is linear in the pairs.

        Each is the mean of both ways round, so that no judgement depends on the order.
        """
        if not pairs:
            return np.zeros((0, 3))
        here, turned = (
            (np.array(rows, dtype=np.float64) - self._mean) / self._scale @ self._weights.T + self._bias
            for rows in (
                [overlap_features(clauses[a], clauses[b]) for a, b in pairs],
                [overlap_features(clauses[b], clauses[a]) for a, b in pairs],
            )
        )
        logits = (here + turned[:, [1, 0, 2]]) / 2
        return np.round(1 / (1 + np.exp(-logits)), 6)


@lru_cache(maxsize=1)
def shipped_reader() -> ClaimReader:
    """The weights that come with the package, loaded once."""
    return ClaimReader()
