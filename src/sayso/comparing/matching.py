"""Judge which clauses of a story say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from scipy.sparse import csr_matrix

from sayso.comparing.clauses import Clause
from sayso.comparing.encoding import Reading, Values
from sayso.comparing.meaning import ClaimReader
from sayso.comparing.weights import weigh

Pair = tuple[int, int]

# What a story is about stands in many of its clauses and tells none of them apart. On examples/ 3 is as good as 0; on
# the large stories of news_cluster, looked at by hand, it keeps clauses apart that share only the story's names.
COMMON = 3.0
# Cosine of TF-IDF vectors from which two clauses are judged: it keeps 92% of the pairs labelled the same in
# training/labels/claims.jsonl.
LIKE = 0.15
# A clause is judged beside so many of those that are most like it in words, and as many of those most like it as a whole.
# On dev 8 give an F1 of statements of 0.730, 12, 16 and 24 each 0.741; on the 86 claims 0.419 and 0.422.
NEAREST = 12
# Cosine of the clauses' centres from which they are judged. Set by hand, on no set: what it lets through is judged anyway.
LIKE_AS_WHOLES = 0.6
# Two clauses that are both so likely the same as a third are judged beside each other, too: as `claims.LEAST_MEAN`, by hand.
FRIENDS = 0.4
# Of clauses in the same words so many are paired with each other and with others: an agency's text may stand in hundreds. By hand.
MOST_COPIES = 12
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
    """How the clauses of a story that are alike, in words or as wholes, match in what they say.

    Clauses of the same words are the same without being judged; what is told in the same words by several is read once.
    Cost grows with the clauses, and with the pairs of them that are judged: at most `NEAREST` twice a clause.
    """
    first_of: dict[tuple[object, ...], int] = {}
    kind = [first_of.setdefault((clause.terms, clause.negated, clause.denied), at) for at, clause in enumerate(clauses)]
    words = [" ".join((clause.read or clause.words).split()) for clause in clauses]
    kinds = sorted(first_of.values())
    readings = dict(zip(kinds, reader.read([words[at] for at in kinds]), strict=True))
    near = {(kinds[a], kinds[b]) for a, b in near_pairs(weigh([clauses[at] for at in kinds], _terms, COMMON))}
    near |= {(kinds[a], kinds[b]) for a, b in near_centres([readings[at].centre for at in kinds])}
    members: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(kind):
        members[one].append(at)
    told_in = {one: {clauses[at].statement.article for at in group} for one, group in members.items()}
    judged = _judge(words, readings, near, told_in, reader)
    judged |= _judge(words, readings, friends_of_friends(judged) - near, told_in, reader)
    same: dict[Pair, float] = {}
    holds: dict[Pair, float] = {}
    for group in members.values():
        for a, b in combinations(group[:MOST_COPIES], 2):
            same[a, b] = holds[a, b] = holds[b, a] = 1.0
    for (first, second), (left, right, main) in judged.items():
        for a, b in product(members[first][:MOST_COPIES], members[second][:MOST_COPIES]):
            same[min(a, b), max(a, b)] = main
            holds[a, b], holds[b, a] = left, right
    return Matches(same, holds)


def _terms(clause: Clause) -> tuple[str, ...]:
    return clause.terms


def _judge(
    words: Sequence[str],
    readings: Mapping[int, Reading],
    pairs: Collection[Pair],
    told_in: Mapping[int, set[str]],
    reader: ClaimReader,
) -> dict[Pair, tuple[float, float, float]]:
    ordered = sorted(pairs)
    # Whether an article says a thing twice matters little, and costs a fifth of all reading side by side.
    once = {(a, b) for a, b in ordered if len(told_in[a] | told_in[b]) == 1}
    return {
        pair: (row[0], row[1], row[2])
        for pair, row in zip(ordered, reader.judge(words, readings, ordered, once).tolist(), strict=True)
    }


def friends_of_friends(judged: Mapping[Pair, tuple[float, float, float]]) -> set[Pair]:
    """The pairs that are likely the same as a third, and were perhaps not among the nearest of each other.

    Of the friends of each the likeliest `2 * NEAREST` count: what many are like would else make too many pairs.
    """
    friends: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), (_, _, main) in judged.items():
        if main >= FRIENDS:
            friends[a].append((-main, b))
            friends[b].append((-main, a))
    near = ([other for _, other in sorted(group)[: 2 * NEAREST]] for group in friends.values())
    return {(min(pair), max(pair)) for group in near for pair in combinations(group, 2)}


def near_centres(centres: Sequence[Values]) -> Iterator[Pair]:
    """The pairs of `centres` (the lower first) with a cosine of at least `LIKE_AS_WHOLES` that are among the nearest of either."""
    rows = np.stack(centres)
    for start in range(0, len(rows), BLOCK):
        table = rows[start : start + BLOCK] @ rows.T
        for row, cosines in enumerate(table, start):
            cosines[row] = -1.0
            near = np.flatnonzero(cosines >= LIKE_AS_WHOLES)
            for other in near[np.argsort(-cosines[near], kind="stable")][:NEAREST].tolist():
                yield min(row, other), max(row, other)


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
