"""How much each term of a text tells it apart from other news."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib import resources
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

T = TypeVar("T")

# So many items are added before shares are taken, so that in a run of three nothing counts as common.
FEW = 4


@lru_cache(maxsize=1)
def _background() -> tuple[int, dict[str, int]]:
    text = resources.files("sayso.comparing").joinpath("background.json").read_text(encoding="utf-8")
    table = json.loads(text)
    return int(table["articles"]), dict(table["terms"])


def rarity(term: str) -> float:
    """How rare `term` is in other news, from 1 for a word of every article."""
    articles, known = _background()
    return float(np.log((1 + articles) / (1 + known.get(term, 0)))) + 1


def is_known(term: str) -> bool:
    """Whether `term` stands in three or more articles of other news."""
    return term in _background()[1]


def weigh(items: Sequence[T], terms_of: Callable[[T], Iterable[str]], common: float = 0.0) -> csr_matrix:
    """The TF-IDF vectors of `items`, one row each, of length 1; rows without terms are empty.

    Document frequencies are those of `training/background` with those of `items` added, so that the words which
    hold a story together weigh the same whether the run has three articles or three thousand. `common` takes weight
    from terms that many of `items` hold: a term in the share s of them keeps (1 - s) ** common.
    """
    articles, known = _background()
    counts = [Counter(terms_of(item)) for item in items]
    here = Counter(term for row in counts for term in row)
    places = {term: at for at, term in enumerate(sorted(here))}
    total = articles + len(items)
    rows, columns, values = [], [], []
    for at, row in enumerate(counts):
        for term in sorted(row):
            frequency = known.get(term, 0) + here[term]
            rows.append(at)
            columns.append(places[term])
            rare = (1 - here[term] / (len(items) + FEW)) ** common
            values.append((1 + np.log(row[term])) * (np.log((1 + total) / (1 + frequency)) + 1) * rare)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(items), max(1, len(places))))
    return normalize(matrix)


class Weigher:
    """TF-IDF of single items, with the frequencies of `training/background` and of all items seen so far."""

    def __init__(self) -> None:
        self._articles, self._known = _background()
        self._here: Counter[str] = Counter()
        self._seen = 0

    def see(self, row: Counter[str]) -> None:
        """Count an item, given as its terms with how often each stands in it."""
        self._here.update(dict.fromkeys(row, 1))
        self._seen += 1

    def frequency(self, term: str) -> int:
        """How many items hold the term, those of the background with them."""
        return self._known.get(term, 0) + self._here[term]

    def vector(self, row: Counter[str]) -> dict[str, float]:
        """The terms of an item with their weights, of length 1 in all."""
        total = self._articles + self._seen
        weights = {
            term: (1 + math.log(count)) * (math.log((1 + total) / (1 + self.frequency(term))) + 1)
            for term, count in sorted(row.items())
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}
