"""Groups of texts that grow by joining, with how alike any two are on average."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Vector = Mapping[str, float]


@dataclass(slots=True)
class Group:
    """Texts by number, the sum of their vectors, and their days as ordinals; `language` is the one they share."""

    members: list[int]
    total: dict[str, float]
    days: list[int]
    language: str

    @property
    def day(self) -> float | None:
        """The middle of the days that are known."""
        return sum(self.days) / len(self.days) if self.days else None

    def take(self, other: Group) -> None:
        """Join `other` to this group."""
        self.members += other.members
        self.days += other.days
        for term, weight in other.total.items():
            self.total[term] = self.total.get(term, 0.0) + weight


def shared_weight(one: Vector, other: Vector) -> float:
    """The product of two vectors; cost is the length of the shorter."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


@dataclass(frozen=True, slots=True)
class Decay:
    """How likeness falls with the days between: half of it every `half_life` days, never under the share `floor`."""

    half_life: float
    floor: float

    def of(self, one: Group, other: Group) -> float:
        """The share of their likeness that two groups keep; all of it when one has no day."""
        a, b = one.day, other.day
        return 1.0 if a is None or b is None else max(self.floor, 0.5 ** (abs(a - b) / self.half_life))


def mean_likeness(one: Group, other: Group, product: float, decay: Decay) -> float:
    """The mean likeness of all pairs between two groups whose sums have the product `product`."""
    if one.language != other.language:
        return 0.0
    return product / (len(one.members) * len(other.members)) * decay.of(one, other)


def join_nearest(groups: Sequence[Group], near: Sequence[Sequence[int]], decay: Decay, least: float) -> list[Group]:
    """Join the two groups that are most alike on average until none are alike by `least`; `near` names who may be.

    Average link: the mean over all pairs is known from the sums of the vectors, so that pairs which are not in `near`
    count as well. Cost is about linear in the pairs of `near`.
    """
    return _Joining(groups, near, decay, least).run()


@dataclass(slots=True)
class _Joining:
    groups: Sequence[Group]
    near: Sequence[Sequence[int]]
    decay: Decay
    least: float
    alive: dict[int, Group] = field(default_factory=dict)
    products: dict[int, dict[int, float]] = field(default_factory=dict)
    version: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    heap: list[tuple[float, int, int, int, int]] = field(default_factory=list)

    def run(self) -> list[Group]:
        self.alive = dict(enumerate(self.groups))
        self.products = {at: {} for at in self.alive}
        for at, others in enumerate(self.near):
            for other in others:
                if other not in self.products[at]:
                    product = shared_weight(self.groups[at].total, self.groups[other].total)
                    self.products[at][other] = self.products[other][at] = product
        for at, row in self.products.items():
            for other in row:
                if at < other:
                    self._push(at, other)
        while self.heap:
            _, a, b, seen_a, seen_b = heapq.heappop(self.heap)
            if a in self.alive and b in self.alive and (seen_a, seen_b) == (self.version[a], self.version[b]):
                self._join(a, b)
        return list(self.alive.values())

    def _push(self, a: int, b: int) -> None:
        a, b = min(a, b), max(a, b)
        score = mean_likeness(self.alive[a], self.alive[b], self.products[a][b], self.decay)
        if score >= self.least:
            heapq.heappush(self.heap, (-score, a, b, self.version[a], self.version[b]))

    def _join(self, a: int, b: int) -> None:
        if len(self.alive[a].members) < len(self.alive[b].members):
            a, b = b, a
        into, gone = self.alive[a], self.alive.pop(b)
        mine, theirs = self.products[a], self.products.pop(b)
        del mine[b], theirs[a]
        for third in set(mine) | set(theirs):
            other = self.alive[third].total
            product = mine[third] if third in mine else shared_weight(into.total, other)
            product += theirs[third] if third in theirs else shared_weight(gone.total, other)
            mine[third] = self.products[third][a] = product
            self.products[third].pop(b, None)
        into.take(gone)
        self.version[a] += 1
        for third in mine:
            self._push(a, third)
