"""Who vouches for a claim, and how two vouchers stand to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.identity import make_id
from sayso.records import Origin, OriginKind, Place, Relation, Speaker, Step
from sayso.text.words import term_key


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
    hearsay: bool = False

    @property
    def is_unnamed(self) -> bool:
        """Whether it is an unnamed source or group, which may be anybody."""
        return bool(self.kinds) and self.kinds <= {"unnamed", "group"}


# Roles whose holders speak for their body.
VOICES = (
    "spokes", "press officer", "press secretary", "managing director", "chief executive", "ceo", "general secretary",
    "chairman", "chairwoman",
)  # fmt: skip


def speaks_for_body(speaker: Speaker) -> bool:
    """Whether the speaker's role is to speak for a body, so that the body is the voucher."""
    role = (speaker.role or "").lower()
    return bool(speaker.affiliation) and any(word in role for word in VOICES)


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
        if a.standing and b.standing and not _may_be_one(a, b):
            found.append(Relation(one.id, other.id, "distinct", names, tuple(a.evidence[:1] + b.evidence[:1])))
        elif one.credited and other.credited:
            found.append(Relation(one.id, other.id, "open", names, tuple(a.evidence[:1] + b.evidence[:1])))
    return found


def known_by(speaker: Speaker) -> set[str]:
    """The surname and the head of the office by which a speaker of kind person may be known."""
    if speaker.kind == "organisation":
        # "police" may be "Brinmouth police".
        return {word for word in speaker.name.split() if word.islower()}
    if speaker.kind != "person":
        return set()
    office = re.findall(r"[a-z]+", (speaker.role or "").lower().split(" of ")[0].split(" at ")[0])
    return {term_key(speaker.name.split()[-1]), *office[-1:]}


def _may_be_one(a: Voucher, b: Voucher) -> bool:
    """Whether two vouchers may be the same although both have standing.

    An unnamed source may be any other person, and so may one known by an office or a surname alone when the other's
    office or surname agrees: independence is never invented.
    """
    people = {"unnamed", "group", "person"}
    if (a.is_unnamed and b.kinds <= people and b.kinds) or (b.is_unnamed and a.kinds <= people and a.kinds):
        return True
    return bool(a.known_by & b.known_by)
