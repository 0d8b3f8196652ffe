"""How much each term of a text tells it apart from other news."""

from __future__ import annotations

import json
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
