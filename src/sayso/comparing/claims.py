"""Gather the clauses of a story that say the same thing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from sayso.comparing.clauses import FEWEST_DENIED, Clause
from sayso.comparing.joining import join_alike
from sayso.comparing.weights import weigh
from sayso.records import Article, Figure
from sayso.text.days import moment_of
from sayso.text.words import stem

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
# Rows of the table of pairs that are made at once.
BLOCK = 1000
# Figures closer than this share are one figure told in other words ("nearly 300", "298").
CLOSE = 0.03


@dataclass(frozen=True, slots=True)
class Cluster:
    """Clauses that say one thing, earliest first."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two clusters whose words say the same but for a denial or a figure."""

    a: int
    b: int
    kind: str
    why: str
    clause_a: Clause
    clause_b: Clause
    figures: tuple[Figure, Figure] | None = None


def gather_claims(clauses: Sequence[Clause], articles: Mapping[str, Article]) -> tuple[list[Cluster], list[Clash]]:
    """The clusters of `clauses` and the clashes between them.

    Pairs are joined from the most alike down, two clusters only when their pairs are alike on average and none of
    them clashes. Cost is linear in the pairs that share a term.
    """
    if not clauses:
        return [], []
    scores = _likeness(clauses)
    apart: dict[tuple[int, int], tuple[str, str, tuple[Figure, Figure] | None]] = {}
    for a, b in sorted({*scores, *_alike_but_for_figures(clauses)}):
        reason = clash(clauses[a], clauses[b])
        if reason:
            apart[a, b] = reason
    # Half of the threshold on average: paraphrases of one claim are alike in pairs, not all to all.
    order = join_alike(len(clauses), scores, apart, SAME / 2)
    place = {at: number for number, group in enumerate(order) for at in group}
    clusters = [
        Cluster(tuple(sorted((clauses[at] for at in group), key=lambda c: _when(c, articles)))) for group in order
    ]
    return clusters, _clashes(apart, place, clauses, scores)


def _when(clause: Clause, articles: Mapping[str, Article]) -> tuple[float, str, int, int]:
    article = articles[clause.statement.article]
    own = clause.statement.in_ == "title"
    return moment_of(article.published), article.id, int(own), clause.spans[0].start


def _likeness(clauses: Sequence[Clause]) -> dict[tuple[int, int], float]:
    """How alike each pair of clauses is that may say the same, or of which one denies the other."""
    vectors = weigh(clauses, lambda clause: clause.terms, COMMON)
    denied = np.array([clause.denied for clause in clauses])
    scores: dict[tuple[int, int], float] = {}
    for a, b, cosine in _near_pairs(vectors, SAME * 0.75, denied):
        inside = max(_held(vectors, a, b), _held(vectors, b, a))
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


def _held(vectors: csr_matrix, one: int, other: int) -> float:
    """The share of the weight of row `one` that stands on terms which row `other` has too."""
    mine = slice(vectors.indptr[one], vectors.indptr[one + 1])
    theirs = vectors.indices[vectors.indptr[other] : vectors.indptr[other + 1]]
    return float((vectors.data[mine][np.isin(vectors.indices[mine], theirs)] ** 2).sum())


def _alike_but_for_figures(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """The pairs of clauses with figures whose other words are alike."""
    counted = [at for at, clause in enumerate(clauses) if clause.figures]
    if not counted:
        return []
    vectors = weigh([clauses[at] for at in counted], lambda clause: [t for t in clause.terms if t[0] != "#"], COMMON)
    return [(counted[a], counted[b]) for a, b, _ in _near_pairs(vectors, SAME)]


def _in_common(one: Clause, other: Clause) -> int:
    """How many terms two clauses share; a figure or a day says as much as two words."""
    return sum(2 if term.startswith("#") else 1 for term in set(one.terms) & set(other.terms))


def clash(one: Clause, other: Clause) -> tuple[str, str, tuple[Figure, Figure] | None] | None:
    """Why two clauses that are alike in words do not say the same: kind, reason, the figures; None when they do."""
    if (one.denied or one.negated) != (other.denied or other.negated):
        return "denial", "one denies what the other says", None
    pair = _differing_figures(one.figures, other.figures)
    if pair:
        return "number", f"{_told(pair[0])} against {_told(pair[1])}", pair
    return None


def _differing_figures(here: Sequence[Figure], there: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The first two figures of one unit that cannot be the same, when no figure of that unit agrees."""
    units: dict[str, list[Figure]] = defaultdict(list)
    for figure in there:
        units[_unit(figure)].append(figure)
    for figure in here:
        others = units.get(_unit(figure))
        if others and not any(agree(figure, other) for other in others):
            return figure, others[0]
    return None


def _unit(figure: Figure) -> str:
    return figure.unit if figure.unit.isupper() else stem(figure.unit)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures may be the same quantity as told."""
    if one.value is not None and other.value is not None:
        return abs(one.value - other.value) <= CLOSE * max(abs(one.value), abs(other.value))
    exact = one.value if one.value is not None else other.value
    low = one.low if one.low is not None else other.low
    return exact is None or low is None or exact >= low


def may_both_hold(one: Figure, other: Figure) -> bool:
    """Whether two figures leave room for one quantity: "at least nine" and 14 do, 9 and 14 do not."""
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _range(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else -math.inf if figure.high is not None else figure.value
    high = figure.high if figure.high is not None else math.inf if figure.low is not None else figure.value
    return low if low is not None else -math.inf, high if high is not None else math.inf


def _told(figure: Figure) -> str:
    number = figure.value if figure.value is not None else figure.low
    return f"{number:,.10g} {figure.unit}" if number is not None else figure.unit


def _is_denial(one: Clause, other: Clause, score: float) -> bool:
    """Whether two clauses of opposite polarity are about the same thing closely enough to be called a denial."""
    return score >= (DENIES if one.denied or other.denied else CLEARLY_SAME)


def _clashes(
    apart: Mapping[tuple[int, int], tuple[str, str, tuple[Figure, Figure] | None]],
    place: Mapping[int, int],
    clauses: Sequence[Clause],
    scores: Mapping[tuple[int, int], float],
) -> list[Clash]:
    found: dict[tuple[int, int, str], Clash] = {}
    for (a, b), (kind, why, figures) in sorted(apart.items()):
        if place[a] == place[b] or (
            kind == "denial" and not _is_denial(clauses[a], clauses[b], scores.get((a, b), 0.0))
        ):
            continue
        key = (min(place[a], place[b]), max(place[a], place[b]), kind)
        first, second = (a, b) if place[a] == key[0] else (b, a)
        if figures and first != a:
            figures = (figures[1], figures[0])
        found.setdefault(key, Clash(key[0], key[1], kind, why, clauses[first], clauses[second], figures))
    return list(found.values())
