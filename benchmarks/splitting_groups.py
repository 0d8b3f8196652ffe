"""What the model of one fold loses when a group of columns is hidden from it: each told as its mean on the pages of training.

    PYTHONPATH=training/lines python benchmarks/splitting_groups.py [--run build/lines] [--fold 0]

This says what the model leans on, not what a model trained without the group would do.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from data import SHARED
from mixes import MixedPage, mix_pages, whole_page
from numpy.typing import NDArray
from samples import page_folds, rows_of
from splitting import MIX_SEED

from sayso.reading.splitting import echoes, shapes
from sayso.reading.splitting.evidence import NAMES
from sayso.reading.splitting.model import LineModel, State, read_model

MIXED = {"clean": 60, "near": 100}
_TEXT = frozenset({"deck", "body", "subheading"})
GROUPS: dict[str, tuple[str, ...]] = {
    "shapes of the line": shapes.NAMES,
    "echoes in the paragraphs": tuple(name for name in echoes.NAMES if not name.startswith(("kin", "best"))),
    "rivals: twins, kin, best echo, longest": tuple(
        name for name in NAMES if name.startswith(("kin", "best", "twin", "near_twin", "longer"))
    ),
    "what the rules say, and how far off": tuple(
        name for name in NAMES if name.startswith("says_") or name.endswith(("_date", "_byline", "_name"))
    ),
    "words of furniture": ("furniture_words",),
    "blank lines": ("spaced", "spaced_after", "spacing"),
    "prose around and place on the page": tuple(
        name
        for name in NAMES
        if name.startswith(("prose_", "short_", "from_", "since_prose", "until_prose", "first_prose", "page_lines"))
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--run", type=Path, default=Path("build/lines"))
    parser.add_argument("--fold", type=int, default=0)
    options = parser.parse_args()
    model = read_model((options.run / f"{options.fold}.npz").read_bytes())
    pages = page_folds(options.data)[options.fold]
    shown = [whole_page(page) for page in pages if page.style == "browser"]
    shown += [page for mix, count in MIXED.items() for page in mix_pages(pages, count, MIX_SEED + options.fold, (mix,))]
    rows = [rows_of(page) for page in shown]
    print(f"{'':40} text F1   clean: F1, right   near: F1, right")
    print(f"{'all':40}", *measure(model, shown, rows))
    for group, names in GROUPS.items():
        hidden = [NAMES.index(name) for name in names]
        print(f"{'without ' + group:40}", *measure(model, shown, [_hide(table, model, hidden) for table in rows]))
    alone = replace(model, around=np.zeros_like(model.around), around_bias=np.zeros_like(model.around_bias))
    print(f"{'without the rows of other lines':40}", *measure(alone, shown, rows))


def _hide(table: NDArray[np.float32], model: LineModel, columns: list[int]) -> NDArray[np.float32]:
    hidden = table.copy()
    hidden[:, columns] = model.mean[columns]
    return hidden


def measure(model: LineModel, pages: list[MixedPage], rows: list[NDArray[np.float32]]) -> list[str]:
    """Text F1 by characters on single pages; then starts F1 and the share of pages right of each mix, strictly."""
    found = false = missed = 0.0
    starts = {mix: [0, 0, 0, 0] for mix in MIXED}
    for page, table in zip(pages, rows, strict=True):
        states, _ = model.decode(model.score(table))
        if page.mix == "single":
            gold = {at for at, role in enumerate(page.roles) if role in _TEXT}
            said = {at for at, state in enumerate(states) if state in _TEXT}
            whole = _long(page, gold | said) or 1
            found += _long(page, gold & said) / whole
            false += _long(page, said - gold) / whole
            missed += _long(page, gold - said) / whole
            continue
        told, wanted = _starts(states), set(page.starts)
        counts = (len(told & wanted), len(told - wanted), len(wanted - told), told == wanted)
        starts[page.mix] = [old + new for old, new in zip(starts[page.mix], counts, strict=True)]
    row = [f"{2 * found / (2 * found + false + missed):.3f}    "]
    for mix, (hit, wrong, lost, right) in starts.items():
        row.append(f"{2 * hit / max(2 * hit + wrong + lost, 1):.3f} {right / MIXED[mix]:.2f}      ")
    return row


def _starts(states: list[State]) -> set[int]:
    """The titles, and the first line of text where none stands before it."""
    first = next((at for at, state in enumerate(states) if state in _TEXT or state == "title"), None)
    return {at for at, state in enumerate(states) if state == "title"} | ({first} if first is not None else set())


def _long(page: MixedPage, lines: set[int]) -> int:
    return sum(len(page.lines[at].text) for at in lines)


if __name__ == "__main__":
    main()
