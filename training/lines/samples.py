"""Cut the labelled pages into folds, and gather what the model sees of each."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from mixes import MixedPage, graft_pages, mix_pages, whole_page
from numpy.typing import NDArray
from pages import STYLES, Role, TextPage, read_gold, text_page

from sayso.reading.lines import known_kinds, split_lines
from sayso.reading.splitting import evidence

FOLDS = 5
SEED = 7
ROLES: tuple[Role, ...] = ("outside", "title", "head", "deck", "body", "subheading", "gap")
# Mixed pages that each fold adds beside its pages, and the share of them that stands in the furniture of other pages.
CLEAN, NEAR, WHOLE, ALONE, GRAFTED = 300, 700, 60, 100, 200
CLEAN_GRAFTED, GRAFTED_SHARE = 0.5, 0.7


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with the rows that the model reads and the number of the role of each line."""

    page: MixedPage
    rows: NDArray[np.float16]
    roles: NDArray[np.int64]


def read_folds(data: Path, cache: Path) -> list[list[Sample]]:
    """The samples of each fold; all pages of a publisher are in one. `cache` keeps them for the next time."""
    kept = cache / "samples.pickle"
    if kept.exists():
        folds: list[list[Sample]] = pickle.loads(kept.read_bytes())
        return folds
    folds = [_samples(pages, number) for number, pages in enumerate(page_folds(data))]
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(folds))
    return folds


def page_folds(data: Path) -> list[list[TextPage]]:
    """The text versions of every page in every style, cut into folds by publisher."""
    pages = [text_page(gold, style) for gold in read_gold(data) for style in STYLES]
    publishers = sorted({publisher_of(page.name) for page in pages})
    random.Random(SEED).shuffle(publishers)
    fold = {publisher: at % FOLDS for at, publisher in enumerate(publishers)}
    return [[page for page in pages if fold[publisher_of(page.name)] == number] for number in range(FOLDS)]


def publisher_of(name: str) -> str:
    """The publisher of a page of Fundus; a page of the other set, where each site has one, is its own."""
    return "/".join(name.split("/")[:3]) if name.startswith("pages/") else name


def mixes_of(pages: Sequence[TextPage], number: int) -> list[MixedPage]:
    """The mixed pages that fold `number` adds."""
    seed = 10 * number
    return [
        *mix_pages(pages, CLEAN, seed + 1, ("clean",), grafted=CLEAN_GRAFTED),
        *mix_pages(pages, NEAR, seed + 2, ("near",), grafted=GRAFTED_SHARE),
        *mix_pages(pages, WHOLE, seed + 3, ("whole",), grafted=GRAFTED_SHARE),
        *mix_pages(pages, ALONE, seed + 4, ("clean", "near"), 1, 1, grafted=GRAFTED_SHARE),
        *graft_pages(pages, GRAFTED, seed + 5),
    ]


def thin(pages: Sequence[TextPage]) -> list[TextPage]:
    """The pages without two of the three styles of each that differ by blank lines and bullets alone."""
    alike = [style for style in STYLES if style not in ("browser", "pieces")]
    turn: dict[str, int] = {}
    return [
        page
        for page in pages
        if page.style not in alike or page.style == alike[turn.setdefault(page.name, len(turn)) % len(alike)]
    ]


def rows_of(page: MixedPage) -> NDArray[np.float32]:
    """What the model sees of a page."""
    lines = split_lines(page.source())
    return evidence.gather([line.text for line in lines], [line.spaced for line in lines], known_kinds(lines))


def _samples(pages: Sequence[TextPage], number: int) -> list[Sample]:
    numbers = {role: at for at, role in enumerate(ROLES)}
    return [
        Sample(page, rows_of(page).astype(np.float16), np.array([numbers[role] for role in page.roles]))
        for page in [*map(whole_page, thin(pages)), *mixes_of(pages, number)]
    ]
