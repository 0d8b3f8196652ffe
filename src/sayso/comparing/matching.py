"""Judge which clauses of a story say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from sayso.comparing.clauses import Clause
from sayso.comparing.meaning import ClaimReader
from sayso.comparing.weights import weigh

Pair = tuple[int, int]

# What a story is about stands in many of its clauses and tells none of them apart. On examples/ 3 is as good as 0; on
# the large stories of news_cluster, looked at by hand, it keeps clauses apart that share only the story's names.
COMMON = 3.0
# Cosine of TF-IDF vectors from which two clauses are read side by side: it keeps 92% of the pairs labelled the same in
# training/labels/claims.jsonl.
LIKE = 0.15
# A clause is read beside so many of those that are most like it.
NEAREST = 8
# Rows of the table of pairs that are made at once: a story of 600 articles has 20,000 clauses.
BLOCK = 1000


@dataclass(frozen=True, slots=True)
class Matches:
    """What holds between the clauses that were compared, as probabilities.

    `same` holds for each pair, the lower number first, that the main claims are one; `holds` for each ordered pair that
    the first says all that the second says.
    """

    same: dict[Pair, float]
    holds: dict[Pair, float]


def match_clauses(clauses: Sequence[Clause], reader: ClaimReader) -> Matches:
    """How the clauses of a story that are alike in words match in what they say.

    Clauses of the same words are the same without reading; what is told in the same words by several is read once.
    Cost is linear in the pairs that share a term, and most of it in the pairs that are read: at most `NEAREST` a clause.
    """
    pairs = sorted({*near_pairs(weigh(clauses, lambda clause: clause.terms, COMMON))})
    first_of: dict[tuple[object, ...], int] = {}
    kind = [first_of.setdefault((clause.terms, clause.negated, clause.denied), at) for at, clause in enumerate(clauses)]
    words = [" ".join((clause.read or clause.words).split()) for clause in clauses]
    needed = sorted({(min(kind[a], kind[b]), max(kind[a], kind[b])) for a, b in pairs if kind[a] != kind[b]})
    judged = dict(zip(needed, reader.judge(words, needed), strict=True))
    same: dict[Pair, float] = {}
    holds: dict[Pair, float] = {}
    for a, b in pairs:
        if kind[a] == kind[b]:
            same[a, b] = holds[a, b] = holds[b, a] = 1.0
            continue
        turned = kind[a] > kind[b]
        left, right, main = judged[(kind[b], kind[a]) if turned else (kind[a], kind[b])].tolist()
        same[a, b] = main
        holds[a, b], holds[b, a] = (right, left) if turned else (left, right)
    return Matches(same, holds)


def near_pairs(vectors: csr_matrix) -> Iterator[Pair]:
    """The pairs of rows (the lower first) with a cosine of at least `LIKE` that are among the nearest of either."""
    for start in range(0, vectors.shape[0], BLOCK):
        table = (vectors[start : start + BLOCK] @ vectors.T).tocsr()
        for row in range(table.shape[0]):
            here = slice(table.indptr[row], table.indptr[row + 1])
            columns, cosines = table.indices[here], table.data[here]
            near = (cosines >= LIKE) & (columns != start + row)
            columns, cosines = columns[near], cosines[near]
            for at in np.lexsort((columns, -cosines))[:NEAREST].tolist():
                other = int(columns[at])
                yield min(start + row, other), max(start + row, other)
