"""Read changed inputs until one breaks a rule that must hold of every reading.

    pip install -e '.[dev]' && python benchmarks/fuzz.py --minutes 30 [--seed 1] [--findings tests/corpus/found]

Input `n` of a seed is always the same: an input of `tests/corpus`, changed by `benchmarks/mutations.py`. A run goes on
where the last one with its seed stopped (`--state`), in `--minutes`. The rules are those of `tests/reading/invariants.py`;
beside them, no reading of an input below 200 kB may take more than `SLOW` seconds of processor time, nor more memory
than `MOST_MEMORY`. What breaks a rule is made smaller, kept under the rule's name, and told; `--replay FILE...` tells of
given inputs what they break, and how long their reading takes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests/reading"))

from invariants import LIMITS, broken_rules  # noqa: E402
from mutations import mutate  # noqa: E402

from sayso.reading import read_paths  # noqa: E402

# Seconds of processor time for one reading of one file. The slowest sound page of that size in the benchmarks takes one.
SLOW = 5.0
# After so many a reading is stopped.
STOPPED = 30.0
# Bytes that the process may have; with all libraries loaded it has a quarter of this.
MOST_MEMORY = 4 << 30
# Of one kind of finding so many inputs are kept in a run.
KEPT_OF_A_KIND = 2
# Seconds for making one finding smaller.
SHRINKING = 20.0


class TookTooLong(BaseException):
    """A reading was stopped; no reader catches this."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rules that an input breaks, as short names, with words for each, and the processor time of one reading."""

    broken: dict[str, str]
    seconds: float


def judge(path: Path) -> Outcome:
    """What is wrong with the readings of the file at `path`."""
    began = time.process_time()
    broken: dict[str, str] = {}
    try:
        signal.setitimer(signal.ITIMER_PROF, STOPPED)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            readings = list(read_paths([str(path)], LIMITS))
        seconds = time.process_time() - began
        if seconds > SLOW:
            broken["slow"] = f"one reading took {seconds:.1f} s"
        else:
            signal.setitimer(signal.ITIMER_PROF, 4 * STOPPED)
            for rule in broken_rules(path, LIMITS, readings):
                broken.setdefault(_name(rule), rule)
    except TookTooLong:
        seconds = time.process_time() - began
        broken["slow " + _place()] = f"stopped after {seconds:.0f} s\n{traceback.format_exc(limit=-6)}"
    except Exception as error:
        seconds = time.process_time() - began
        broken[f"raises {type(error).__name__} {_place()}"] = traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return Outcome(broken, seconds)


def _stop(number: int, frame: FrameType | None) -> None:
    raise TookTooLong


def _place() -> str:
    """The innermost function of sayso that the error at hand passed."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    ours = [frame for frame in frames if "/sayso/" in frame.filename]
    return f"{Path(ours[-1].filename).name} {ours[-1].name}" if ours else "outside"


def _name(rule: str) -> str:
    """A rule without what differs from input to input."""
    return " ".join(word for word in rule.split()[:8] if word.strip(":,").isalpha())[:60]


def shrink(data: bytes, still: Callable[[bytes], bool]) -> bytes:
    """A smaller input of which `still` holds: stretches are left out, large ones first, while time lasts."""
    until = time.monotonic() + SHRINKING
    size = max(1, len(data) // 2)
    while size and time.monotonic() < until:
        at = 0
        while at < len(data) and time.monotonic() < until:
            tried = data[:at] + data[at + size :]
            if tried and still(tried):
                data = tried
            else:
                at += size
        size //= 2
    return data


class Run:
    """A run over the inputs of one seed."""

    def __init__(self, seed: int, findings: Path, folder: Path) -> None:
        self.seed = seed
        self.findings = findings
        self.folder = folder
        self.corpus = [
            (path, path.read_bytes()) for path in sorted((ROOT / "tests/corpus").iterdir()) if path.is_file()
        ]
        self.kinds: Counter[str] = Counter()
        self.slowest = (0.0, "")
        for path, _ in self.corpus:  # load what readers load once, before anything is timed
            judge(path)

    def input(self, number: int) -> tuple[str, bytes]:
        """The suffixes of the corpus file that input `number` was made from, and its bytes."""
        draw = random.Random(f"{self.seed}:{number}")
        path, data = draw.choice(self.corpus)
        others = [other for _, other in self.corpus]
        changed = mutate(data, draw, others)
        return ("".join(path.suffixes) if draw.random() < 0.9 else ".bin"), changed

    def try_one(self, number: int) -> None:
        """Read input `number`, and keep it when it breaks a rule."""
        suffix, data = self.input(number)
        outcome = self._judge(data, suffix)
        if outcome.seconds > self.slowest[0]:
            self.slowest = (outcome.seconds, f"input {number}, {len(data)} bytes, {suffix}")
        for kind, words in outcome.broken.items():
            self.kinds[kind] += 1
            if self.kinds[kind] > KEPT_OF_A_KIND:
                continue
            small = data if kind.startswith("slow") else shrink(data, partial(self._breaks, kind, suffix))
            name = f"{'-'.join(kind.lower().split())}-{hashlib.sha256(small).hexdigest()[:8]}{suffix}".replace(":", "")
            self.findings.mkdir(parents=True, exist_ok=True)
            (self.findings / name).write_bytes(small)
            print(f"input {number}: {kind}\n  {words.strip()}\n  kept as {self.findings / name}", flush=True)

    def _breaks(self, kind: str, suffix: str, data: bytes) -> bool:
        return kind in self._judge(data, suffix).broken

    def _judge(self, data: bytes, suffix: str) -> Outcome:
        path = self.folder / f"input{suffix}"
        path.write_bytes(data)
        return judge(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=ROOT / "tests/corpus/found")
    parser.add_argument("--state", type=Path, default=ROOT / "build/fuzz.json")
    parser.add_argument("--replay", type=Path, nargs="+")
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    if options.replay:
        for path in options.replay:
            outcome = judge(path)
            print(f"{path}: {outcome.seconds:.2f} s, {len(outcome.broken)} rules broken")
            for words in outcome.broken.values():
                print(f"  {words.strip()}")
        return
    state = json.loads(options.state.read_text()) if options.state.exists() else {}
    first = number = state.get(str(options.seed), 0)
    until = time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as folder:
        run = Run(options.seed, options.findings, Path(folder))
        while time.monotonic() < until:
            run.try_one(number)
            number += 1
    options.state.parent.mkdir(parents=True, exist_ok=True)
    options.state.write_text(json.dumps({**state, str(options.seed): number}) + "\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{number - first} inputs ({first} to {number - 1} of seed {options.seed}), {sum(run.kinds.values())} findings"
    )
    print(f"slowest reading: {run.slowest[0]:.2f} s ({run.slowest[1]}); peak memory {peak:.0f} MiB")
    for kind, count in run.kinds.most_common():
        print(f"  {count} {kind}")
    sys.exit(os.EX_OK if not run.kinds else 1)


if __name__ == "__main__":
    main()
