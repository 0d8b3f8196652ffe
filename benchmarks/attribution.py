"""Attribution on PolNeAR dev, scored by ../shared/tools/score_attribution.py.

python benchmarks/attribution.py [--weights DIR]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from data import SHARED

from sayso.faces.as_is import statements_as_is
from sayso.reading import read_as_is
from sayso.understanding.encoder import Encoder

DEV = SHARED / "data" / "polnear" / "dev"


def score(encoder: Encoder, annotator: str = "0") -> tuple[dict[str, Any], str]:
    """The scorer's figures for the shipped model on PolNeAR dev, with its whole output."""
    with tempfile.TemporaryDirectory() as folder:
        predictions, figures = Path(folder) / "dev.jsonl", Path(folder) / "figures.json"
        with predictions.open("w", encoding="utf-8") as out:
            for path in sorted((DEV / "text").glob("*.txt")):
                out.write(json.dumps(statements_as_is(*read_as_is(str(path)), encoder), ensure_ascii=False) + "\n")
        command = [
            sys.executable, str(SHARED / "tools" / "score_attribution.py"), str(predictions), str(DEV),
            "--annotator", annotator, "--json", str(figures), "--boot", "200",
        ]  # fmt: skip
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return json.loads(figures.read_text(encoding="utf-8")), told


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights")
    options = parser.parse_args()
    model = Encoder(options.weights)
    print(score(model)[1])
    print("all annotators\n" + score(model, "all")[1])
