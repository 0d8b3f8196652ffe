"""Fit the weights by which the words of two clauses decide whether they say the same.

    python training/claims/fit.py --shared ../shared --out build/claims/tables.json [--without STORY ...]

A logistic regression over `sayso.comparing.overlap` for each of the three targets of `pairs.Pair`, on the pairs that we
labelled, both ways round. `--without` leaves stories out and scores on them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pairs import Pair, read_ours
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

from sayso.comparing.overlap import overlap_features

LABELS = Path(__file__).resolve().parents[1] / "labels" / "claims.jsonl"
STRENGTH = 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    ours = read_ours(LABELS, options.shared)
    features, targets = _table([pair for pair in ours if pair.story not in options.without])
    mean, scale = features.mean(0), features.std(0) + 1e-9
    fitted = [
        LogisticRegression(C=STRENGTH, max_iter=2000).fit((features - mean) / scale, targets[:, at]) for at in range(3)
    ]
    tables = {
        "mean": mean,
        "scale": scale,
        "weights": np.concatenate([one.coef_ for one in fitted]),
        "bias": np.concatenate([one.intercept_ for one in fitted]),
    }
    rounded = {name: np.round(value, 6).tolist() for name, value in tables.items()}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(rounded) + "\n", encoding="utf-8")
    held = [pair for pair in ours if pair.story in options.without]
    if held:
        features, targets = _table(held)
        for at, name in enumerate(("first holds second", "second holds first", "same")):
            scores = fitted[at].decision_function((features - mean) / scale)
            figures = average_precision_score(targets[:, at], scores), roc_auc_score(targets[:, at], scores)
            print(f"{len(held)} pairs, {name}: AP {figures[0]:.3f} AUC {figures[1]:.3f}")


def _table(pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    """Features and targets of `pairs`, each both ways round."""
    both = [*((pair.a, pair.b, pair.targets) for pair in pairs), *((p.b, p.a, (p.targets[1], p.targets[0], p.targets[2])) for p in pairs)]  # fmt: skip
    features = np.array([overlap_features(a, b) for a, b, _ in both], dtype=float)
    return features, np.array([[int(one or 0) for one in targets] for *_, targets in both])


if __name__ == "__main__":
    main()
