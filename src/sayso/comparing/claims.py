"""Gather the clauses of a story that say the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from sayso.comparing.clashes import Difference, find_difference, turned
from sayso.comparing.clauses import FEWEST_DENIED, Clause
from sayso.comparing.joining import join_alike
from sayso.comparing.matching import Matches, match_clauses
from sayso.comparing.meaning import ClaimReader, shipped_reader
from sayso.comparing.weights import weigh
from sayso.records import Article, ConflictKind
from sayso.text.days import moment_of

# Cosine of TF-IDF vectors over which two clauses are taken to say the same. Chosen by hand on examples/ so that a
# false split is likelier than a false merge; the claim gold set will replace it.
SAME = 0.36
# What a story is about stands in many of its clauses and tells none of them apart. On examples/ 3 is as good as 0; on
# the large stories of news_cluster, looked at by hand, it keeps clauses apart that share only the story's names.
COMMON = 3.0
# A short clause may stand whole in a long one. Share of its weight that the long one must hold.
HELD = 0.72
FEWEST_SHARED = 3
# A bare "not" denies another clause only when little else differs.
CLEARLY_SAME = 0.7
# "Denied that …" names what it denies, in words near to it.
DENIES = 0.45
# What the probabilities that two clauses say the same must reach on average between two clusters for these to be joined; a
# pair that was not judged counts as 0. Of 0.3 to 0.5, on the dev half of benchmarks/gold/claims.jsonl and the claims of
# stories that nothing was learned from; from 0.36 to 0.45 little changes.
LEAST_MEAN = 0.4
# Pairs from this probability on are looked at for a conflict, too.
LIKELY = 0.4
# From this probability on two clauses are one claim although something in them differs that is no conflict.
CLEARLY_READ = 0.6
# Probability from which a clause says all of what another says. At 0.5 more is found (docs/claims.md), but a false merge
# gives a claim of the seed pages an origin that it has not.
HOLDS = 0.7
# The least probability that each of two clauses says all of the other once what differs is made even (who is denied, all that is
# denied): else they are no conflict. Chosen by eye on the events of dev and of the 86 claims (docs/comparing.md).
LEAST_EVENED = 0.3
# Rows of the table of pairs that are made at once.
BLOCK = 1000


@dataclass(frozen=True, slots=True)
class Cluster:
    """Clauses that say one thing, earliest first; those in `beside` say more, which other clusters hold."""

    clauses: tuple[Clause, ...]
    beside: tuple[Clause, ...] = ()

    @property
    def core(self) -> tuple[Clause, ...]:
        """The clauses that say this and nothing that matters beside it."""
        return tuple(clause for clause in self.clauses if clause not in self.beside)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two clusters whose words say the same but for what `difference` tells, seen from `clause_a`."""

    a: int
    b: int
    kind: ConflictKind
    difference: Difference
    clause_a: Clause
    clause_b: Clause


def gather_claims(
    clauses: Sequence[Clause], articles: Mapping[str, Article], reader: ClaimReader | None = None
) -> tuple[list[Cluster], list[Clash]]:
    """The clusters of `clauses` and the clashes between them; `reader` is the shipped one if not given.

    Pairs are joined from the likeliest down, two clusters only when their pairs are on average likely the same and none
    of them clashes. A clause that says all of another cluster's claim beside its own supports both. Cost is linear in
    the pairs that share a term.
    """
    if not clauses:
        return [], []
    reader = reader or shipped_reader()
    alike = _likeness(clauses)
    matches = match_clauses(clauses, reader)
    likely = {pair: score for pair, score in matches.same.items() if score >= LIKELY}
    looked_at = sorted({*alike, *likely, *_alike_but_for_figures(clauses)})
    differing = {(a, b): found for a, b in looked_at if (found := find_difference(clauses[a], clauses[b]))}
    apart = {
        pair: difference
        for pair, difference in _only_conflicting(differing, reader).items()
        # What differs may stand in what one says beside the claim that both share.
        if difference.kind or matches.same.get(pair, 0.0) < CLEARLY_READ
    }
    order = join_alike(len(clauses), matches.same, apart, LEAST_MEAN)
    place = {at: number for number, group in enumerate(order) for at in group}
    clusters = [
        Cluster(
            tuple(sorted((clauses[at] for at in [*group, *more]), key=lambda c: _when(c, articles))),
            tuple(clauses[at] for at in more),
        )
        for group, more in zip(order, _told_beside(order, place, matches, apart), strict=True)
    ]
    return clusters, _clashes(apart, place, clauses, alike)


def _only_conflicting(
    differing: Mapping[tuple[int, int], Difference], reader: ClaimReader
) -> dict[tuple[int, int], Difference]:
    """`differing`, those that are no conflict without a kind: two that would not say the same if they did not differ."""
    asked = {pair: found.evened for pair, found in differing.items() if found.kind and not found.sure and found.evened}
    # What many articles print is asked once.
    pairs = list(dict.fromkeys(asked.values()))
    words = list(dict.fromkeys(one for evened in pairs for one in evened))
    place = {one: at for at, one in enumerate(words)}
    plain = [" ".join(one.split()) for one in words]
    judged = reader.judge(plain, reader.read(plain), [(place[a], place[b]) for a, b in pairs])
    chances = dict(zip(pairs, judged.tolist(), strict=True))
    found: dict[tuple[int, int], Difference] = {}
    for pair, difference in differing.items():
        first, second, _ = chances[asked[pair]] if pair in asked else (1.0, 1.0, 1.0)
        least = first if difference.kind == "denial" else min(first, second)
        found[pair] = replace(difference, kind=None) if least < LEAST_EVENED else difference
    return found


def _told_beside(
    groups: Sequence[Sequence[int]],
    place: Mapping[int, int],
    matches: Matches,
    apart: Collection[tuple[int, int]],
) -> list[list[int]]:
    """For each of `groups`, the clauses of others that say all of what it says, and more.

    They must hold most of the group's clauses that they were compared with, and clash with none.
    """
    held: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (a, b), score in matches.holds.items():
        if place[a] != place[b]:
            held[a, place[b]].append(score)
    foes = {pair for a, b in apart for pair in ((a, place[b]), (b, place[a]))}
    more: list[list[int]] = [[] for _ in groups]
    for (a, number), scores in sorted(held.items()):
        if (a, number) not in foes and sum(scores) >= HOLDS * len(scores):
            more[number].append(a)
    return more


def _when(clause: Clause, articles: Mapping[str, Article]) -> tuple[float, str, int, int]:
    article = articles[clause.statement.article]
    own = clause.statement.in_ == "title"
    return moment_of(article.published), article.id, int(own), clause.spans[0].start


def _likeness(clauses: Sequence[Clause]) -> dict[tuple[int, int], float]:
    """How alike each pair of clauses is that may say the same, or of which one denies the other."""
    vectors = weigh(clauses, lambda clause: clause.terms, COMMON)
    weights = _weights(vectors)
    denied = np.array([clause.denied for clause in clauses])
    scores: dict[tuple[int, int], float] = {}
    for a, b, cosine in _near_pairs(vectors, SAME * 0.75, denied):
        inside = max(_held(weights[a], weights[b]), _held(weights[b], weights[a]))
        shared = _in_common(clauses[a], clauses[b])
        denials = clauses[a].denied + clauses[b].denied
        if denials == 1 and inside >= HELD and shared >= FEWEST_DENIED:
            scores[a, b] = max(cosine, DENIES)
        elif shared >= (FEWEST_DENIED if denials == 2 else FEWEST_SHARED) and (cosine >= SAME or inside >= HELD):
            scores[a, b] = max(cosine, SAME if inside >= HELD else 0.0)
    return scores


def _near_pairs(
    vectors: csr_matrix, least: float, denied: NDArray[np.bool_] | None = None
) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows (the first before the second) with a cosine of at least `least`, or of which one is denied.

    The table of all pairs is made a block of rows at a time: a story of 600 articles has 20,000 clauses.
    """
    for start in range(0, vectors.shape[0], BLOCK):
        table = (vectors[start : start + BLOCK] @ vectors.T).tocoo()
        rows = table.row + start
        near = table.data >= least
        if denied is not None:
            near |= denied[rows] != denied[table.col]
        near &= rows < table.col
        yield from zip(rows[near].tolist(), table.col[near].tolist(), table.data[near].tolist(), strict=True)


def _weights(vectors: csr_matrix) -> list[dict[int, float]]:
    """For each row the share of its weight that stands on each of its terms."""
    starts, columns, shares = vectors.indptr.tolist(), vectors.indices.tolist(), (vectors.data**2).tolist()
    return [dict(zip(columns[start:end], shares[start:end], strict=True)) for start, end in pairwise(starts)]


def _held(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The share of the weight of `one` that stands on terms which `other` has too."""
    return sum(share for term, share in one.items() if term in other)


def _alike_but_for_figures(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """The pairs of clauses with figures or days whose other words are alike."""
    counted = [at for at, clause in enumerate(clauses) if clause.figures or any(t[0] == "#" for t in clause.terms)]
    if not counted:
        return []
    vectors = weigh([clauses[at] for at in counted], lambda clause: [t for t in clause.terms if t[0] != "#"], COMMON)
    return [(counted[a], counted[b]) for a, b, _ in _near_pairs(vectors, SAME)]


def _in_common(one: Clause, other: Clause) -> int:
    """How many terms two clauses share; a figure or a day says as much as two words."""
    return sum(2 if term.startswith("#") else 1 for term in set(one.terms) & set(other.terms))


def _is_denial(one: Clause, other: Clause, score: float) -> bool:
    """Whether two clauses of opposite polarity are about the same thing closely enough to be called a denial."""
    return score >= (DENIES if one.denied or other.denied else CLEARLY_SAME)


def _clashes(
    apart: Mapping[tuple[int, int], Difference],
    place: Mapping[int, int],
    clauses: Sequence[Clause],
    scores: Mapping[tuple[int, int], float],
) -> list[Clash]:
    found: dict[tuple[int, int, str], Clash] = {}
    for (a, b), difference in sorted(apart.items(), key=lambda row: row[0]):
        kind = difference.kind
        if kind is None or place[a] == place[b]:
            continue
        if kind == "denial" and not difference.sure and not _is_denial(clauses[a], clauses[b], scores.get((a, b), 0.0)):
            continue
        key = (min(place[a], place[b]), max(place[a], place[b]), kind)
        first, second = (a, b) if place[a] == key[0] else (b, a)
        seen = difference if first == a else turned(difference)
        found.setdefault(key, Clash(key[0], key[1], kind, seen, clauses[first], clauses[second]))
    return list(found.values())
