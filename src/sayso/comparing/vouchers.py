"""Who vouches for a claim, and how two vouchers stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.identity import make_id
from sayso.records import Origin, OriginKind, Place, Relation, Step
from sayso.text.days import moment_of


@dataclass(slots=True)
class Voucher:
    """A voucher while its supports are gathered."""

    key: str
    kind: OriginKind
    name: str
    credited: bool
    speakers: dict[str, None] = field(default_factory=dict)
    statements: dict[str, None] = field(default_factory=dict)
    steps: dict[Step, None] = field(default_factory=dict)
    standing: str | None = None
    evidence: list[Place] = field(default_factory=list)
    since: str | None = None
    kinds: set[str] = field(default_factory=set)
    known_by: set[str] = field(default_factory=set)
    relied_on_by: set[str] = field(default_factory=set)
    hearsay: bool = False

    def take(self, other: Voucher, step: Step) -> None:
        """Take over all that leads to `other`, which `step` shows to be the same."""
        self.speakers |= other.speakers
        self.statements |= other.statements
        self.steps |= {step: None, **other.steps}
        self.standing = self.standing or other.standing
        self.evidence += other.evidence
        self.since = min(self.since, other.since, key=moment_of)
        self.kinds |= other.kinds
        self.known_by |= other.known_by
        self.relied_on_by |= other.relied_on_by

    @property
    def is_unnamed(self) -> bool:
        """Whether it is an unnamed source or group, which may be anybody."""
        return bool(self.kinds) and self.kinds <= {"unnamed", "group"}


def make_origin(voucher: Voucher, claim: str) -> Origin:
    """The origin that `voucher` is of the claim whose earliest statement has the id `claim`."""
    return Origin(
        make_id("or", claim, voucher.key),
        voucher.kind,
        voucher.name,
        tuple(voucher.speakers),
        tuple(voucher.statements),
        "shown" if voucher.standing else "not_shown",
        voucher.credited,
        tuple(voucher.steps),
        voucher.since,
    )


def relate_vouchers(vouchers: Sequence[Voucher], origins: Sequence[Origin]) -> list[Relation]:
    """The settled pairs: distinct where both have standing shown, open with the reason where one has not."""
    found = []
    for (a, one), (b, other) in combinations(zip(vouchers, origins, strict=True), 2):
        names = f"{one.name}: {a.standing or 'no word on how they know'}; {other.name}: {b.standing or 'no word on how they know'}"
        spans = tuple(a.evidence[:1] + b.evidence[:1])
        maybe_one = _may_be_one(a, b)
        if a.standing and b.standing and not maybe_one:
            changes_if = "a text showed that one has it from the other"
            found.append(Relation(one.id, other.id, "distinct", names, spans, changes_if))
        elif one.credited and other.credited:
            unknown = [voucher.name for voucher in (a, b) if not voucher.standing]
            changes_if = (
                f"a text showed how {' and '.join(unknown)} {'know' if len(unknown) > 1 else 'knows'} it"
                if unknown
                else "a text told both apart by name and office"
            )
            found.append(Relation(one.id, other.id, "open", names, spans, changes_if))
    return found


def _may_be_one(a: Voucher, b: Voucher) -> bool:
    """Whether two vouchers may be the same although both have standing.

    An unnamed source may be any other person, and so may one known by an office or a surname alone when the other's
    office or surname agrees: independence is never invented.
    """
    people = {"unnamed", "group", "person"}
    if (a.is_unnamed and b.kinds <= people and b.kinds) or (b.is_unnamed and a.kinds <= people and a.kinds):
        return True
    return bool(a.known_by & b.known_by)
