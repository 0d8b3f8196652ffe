"""Join items that are alike, never two that must stay apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping

Pair = tuple[int, int]


def join_alike(count: int, scores: Mapping[Pair, float], apart: Collection[Pair], least_mean: float) -> list[list[int]]:
    """The groups of the items 0 to `count` - 1, ordered by first member.

    Pairs are joined from the highest score down: two groups when the scores of all pairs between them are at least
    `least_mean` on average (a pair without a score counts as 0) and no pair between them is in `apart`. Cost is about
    linear in the scored pairs: what holds between groups is kept up to date and not counted anew.
    """
    group_of = list(range(count))
    members = {at: [at] for at in range(count)}
    totals: dict[int, dict[int, float]] = {at: {} for at in range(count)}
    foes: dict[int, set[int]] = {at: set() for at in range(count)}
    for (a, b), score in scores.items():
        totals[a][b] = totals[b][a] = score
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    for (a, b), _ in sorted(scores.items(), key=lambda row: (-row[1], row[0])):
        one, other = group_of[a], group_of[b]
        if one == other or other in foes[one]:
            continue
        if totals[one][other] < least_mean * len(members[one]) * len(members[other]):
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        for at in members[other]:
            group_of[at] = one
        members[one] += members.pop(other)
        _move(totals, foes, other, one)
    return sorted((sorted(group) for group in members.values()), key=lambda group: group[0])


def _move(totals: dict[int, dict[int, float]], foes: dict[int, set[int]], gone: int, into: int) -> None:
    """Give the totals and foes of the group `gone` to the group `into`."""
    for third, total in totals.pop(gone).items():
        del totals[third][gone]
        if third != into:
            totals[into][third] = totals[into].get(third, 0.0) + total
            totals[third][into] = totals[into][third]
    for foe in foes.pop(gone):
        foes[foe].discard(gone)
        foes[foe].add(into)
        foes[into].add(foe)
