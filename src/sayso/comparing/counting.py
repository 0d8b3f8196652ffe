"""Count the origins of a claim from its vouchers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.records import Origin, OriginCount, Relation


def count_origins(origins: Sequence[Origin], relations: Sequence[Relation], hearsay: bool = False) -> OriginCount:
    """`high` is every origin, `low` the largest set in which each two are distinct, and 1 when there is any.

    `hearsay` says that nobody is named at all ("it is said"); then nobody is sure to vouch, and `low` is 0.

    Exact; cost is exponential in the number of origins with a distinct pair, in practice under twenty.

    Source: origins.md, "The two numbers".
    """
    distinct: dict[str, set[str]] = {origin.id: set() for origin in origins}
    for relation in relations:
        if relation.relation == "distinct":
            distinct[relation.a].add(relation.b)
            distinct[relation.b].add(relation.a)
    chosen = _largest([origin.id for origin in origins], distinct)
    if not chosen and origins and not hearsay:
        chosen = [origins[0].id]
    uncredited = sum(not origin.credited for origin in origins)
    return OriginCount(len(chosen), len(origins), uncredited, tuple(chosen))


def _largest(candidates: list[str], distinct: Mapping[str, set[str]]) -> list[str]:
    """The largest set of pairwise distinct candidates, the earliest one of its size."""
    best: list[str] = []

    def grow(chosen: list[str], left: list[str]) -> None:
        nonlocal best
        if len(chosen) > len(best):
            best = chosen
        for at, one in enumerate(left):
            if len(chosen) + len(left) - at <= len(best):
                return
            grow([*chosen, one], [other for other in left[at + 1 :] if other in distinct[one]])

    grow([], [one for one in candidates if distinct[one]])
    return best
