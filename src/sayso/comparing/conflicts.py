"""Conflicts between claims: what cannot both hold, or was only updated later."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.comparing.claims import Clash
from sayso.comparing.figures import may_both_hold
from sayso.identity import make_id
from sayso.records import Article, Claim, Conflict, ConflictKind, Place
from sayso.text.days import day_of, moment_of

# Words by which a later count says that it replaces an earlier one.
UPDATED = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|climb(?:s|ed)?|increased|grew|grown|now|updated|revised|corrected|latest|new (?:count|toll|figure)|"
    r"counted again|final|confirmed)\b",
    re.IGNORECASE,
)
# Words by which an earlier one says that it is not the last.
EARLY = re.compile(
    r"\b(?:so far|at least|initial(?:ly)?|preliminary|first (?:count|reports?)|early (?:count|reports?)|provisional|yet)\b",
    re.IGNORECASE,
)


def make_conflict(clash: Clash, claims: Sequence[Claim], articles: Mapping[str, Article]) -> Conflict:
    """The conflict that `clash` is between two of `claims`; `superseded` where one was only an earlier word."""
    pair = (claims[clash.a], claims[clash.b])
    why = clash.difference.why
    kind: ConflictKind = clash.kind
    updated = None if kind == "denial" else _updated(clash, pair, articles)
    if updated:
        kind, why = "superseded", f"{why}; {updated}"
    places = []
    for at, clause in enumerate((clash.clause_a, clash.clause_b)):
        span = clash.difference.spans[at] if clash.difference.spans else clause.spans[0]
        if clause.statement.in_ == "text":
            places.append(Place(clause.statement.article, span))
    return tie(pair[0], pair[1], kind, why, places)


def tie(one: Claim, other: Claim, kind: ConflictKind, why: str, places: Sequence[Place]) -> Conflict:
    """The conflict of `kind` between two claims."""
    return Conflict(make_id("cf", one.id, other.id, kind), (one.id, other.id), kind, why, tuple(places))


def _updated(clash: Clash, pair: tuple[Claim, Claim], articles: Mapping[str, Article]) -> str | None:
    """Why the later of two claims only replaces the earlier, or None when they are in dispute."""
    figures = clash.difference.figures
    if figures and may_both_hold(*figures):
        return "both may hold, one as an earlier count"
    if _same_origin_later(pair):
        return "a later word from the same origin"
    days = [day_of(articles[clause.statement.article].published) for clause in (clash.clause_a, clash.clause_b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    earlier, later = (clash.clause_a, clash.clause_b) if days[0] < days[1] else (clash.clause_b, clash.clause_a)
    if clash.difference.passing:
        return "a later state"
    if figures and (UPDATED.search(later.words) or EARLY.search(earlier.words)):
        return "a later count"
    return None


def _same_origin_later(pair: tuple[Claim, Claim]) -> bool:
    """Whether one origin gave both, on different days."""
    for one in pair[0].origins:
        for other in pair[1].origins:
            same = one.kind == other.kind and one.name == other.name and one.credited and other.credited
            if same and one.since and other.since and one.since[:10] != other.since[:10]:
                return True
    return False


def is_later(time: str | None, than: str | None) -> bool:
    """Whether `time` is known to come after `than`."""
    return bool(time and than) and moment_of(time) > moment_of(than)
