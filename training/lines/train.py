"""Train the model that splits plain-text pages, with one model for each fold to measure it by.

    PYTHONPATH=training/lines python training/lines/train.py --data ../shared/data --out build/lines
    python training/lines/train.py --ship build/lines   # copies the model of all folds into the package

`--only N` trains the model that leaves fold N out, or with `all` the one that ships.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np
from chain import fit, join
from samples import FOLDS, read_folds

from sayso.reading.splitting.evidence import NAMES
from sayso.reading.splitting.model import ARRAYS, STATES, LineModel

# One network for each: the mean of two puts more pages right than one of twice the width.
SEEDS = (13, 14)
WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "sayso" / "weights" / "lines"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/lines"))
    parser.add_argument("--only", help="the number of a fold, or all")
    parser.add_argument("--ship", type=Path, help="the folder of a finished run")
    options = parser.parse_args()
    if options.ship:
        ship(options.ship)
        return
    folds = read_folds(options.data, options.out)
    for name in [options.only] if options.only else ["all", *map(str, range(FOLDS))]:
        samples = [sample for at, fold in enumerate(folds) if str(at) != name for sample in fold]
        began = time.perf_counter()
        print(f"without fold {name}: {len(samples)} pages" if name != "all" else f"all folds: {len(samples)} pages")
        save(join([fit(samples, seed) for seed in SEEDS]), options.out / f"{name}.npz")
        print(f"  {time.perf_counter() - began:.0f} s", flush=True)


def save(model: LineModel, path: Path) -> None:
    """Write a model's arrays."""
    np.savez(path, **{name: getattr(model, name) for name in ARRAYS})


def ship(run: Path) -> None:
    """Copy the model of all folds into the package, with a manifest of what made it."""
    data = (run / "all.npz").read_bytes()
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    (WEIGHTS / "model.npz").write_bytes(data)
    manifest = {
        "format": 1,
        "files": {"model.npz": hashlib.sha256(data).hexdigest()},
        "states": STATES,
        "columns": NAMES,
        "training": {
            "command": "python training/lines/train.py --data ../shared/data --out build/lines",
            "seeds": SEEDS,
        },
    }
    (WEIGHTS / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
