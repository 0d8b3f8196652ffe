"""Count the origins of a claim from its vouchers."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Origin, OriginCount, Relation


def count_origins(origins: Sequence[Origin], relations: Sequence[Relation], hearsay: bool = False) -> OriginCount:
    """`high` is every origin, `low` the largest set in which each two are distinct, and 1 when there is any.

    `hearsay` says that nobody is named at all ("it is said"); then nobody is sure to vouch, and `low` is 0.

    Exact; cost is exponential in the number of origins with a distinct pair, in practice under twenty.

    Source: origins.md, "The two numbers".
    """
    pairs = {frozenset((relation.a, relation.b)) for relation in relations if relation.relation == "distinct"}
    linked = {origin for pair in pairs for origin in pair}
    chosen = largest_distinct([origin.id for origin in origins if origin.id in linked], pairs)
    if not chosen and origins and not hearsay:
        chosen = (origins[0].id,)
    uncredited = sum(not origin.credited for origin in origins)
    return OriginCount(len(chosen), len(origins), uncredited, chosen)


def largest_distinct(origins: list[str], distinct: set[frozenset[str]]) -> tuple[str, ...]:
    """The first largest set of `origins` of which each pair is in `distinct`, in their order."""
    best: tuple[str, ...] = ()

    def grow(chosen: tuple[str, ...], candidates: list[str]) -> None:
        nonlocal best
        if len(chosen) > len(best):
            best = chosen
        for at, origin in enumerate(candidates):
            rest = candidates[at:]
            if len(chosen) + _most_distinct(rest, distinct) <= len(best):
                return
            grow((*chosen, origin), [other for other in rest[1:] if frozenset((origin, other)) in distinct])

    grow((), origins)
    return best


def _most_distinct(origins: list[str], distinct: set[frozenset[str]]) -> int:
    """An upper bound: the groups left when each origin joins the first group that it is open to throughout."""
    groups: list[list[str]] = []
    for origin in origins:
        home = next((g for g in groups if all(frozenset((origin, other)) not in distinct for other in g)), None)
        if home is None:
            groups.append([origin])
        else:
            home.append(origin)
    return len(groups)
