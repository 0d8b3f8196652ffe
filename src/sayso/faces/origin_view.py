"""The origins of a claim as a reader of the dossier sees them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from sayso.comparing.outlets import UNKNOWN_OUTLET
from sayso.faces.lookup import Lookup
from sayso.faces.wording import (
    ORIGIN_KINDS,
    OWN_STEP,
    STANDINGS,
    STEPS,
    TOLD_STEP,
    counted,
    day_in_words,
    unquoted,
    when,
)
from sayso.records import CannotMeasure, Claim, Origin, Outside, Place, Relation, Step
from sayso.spans import Span

MOST_STEPS = 12
# So many pairs of origins are told by name, of those that no relation tells apart.
MOST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of an origin's chain with the words that show it."""

    from_: str
    because: str
    to: str
    words: str
    where: str | None
    why: str | None
    changes_if: str | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin, with its chain."""

    name: str
    kind: str
    standing: str
    shown: bool
    since: str
    credited: str
    withdrawn: str | None
    steps: tuple[StepView, ...]
    more_steps: int


@dataclass(frozen=True, slots=True)
class RelationView:
    """How two origins stand to each other, why, in which words."""

    a: str
    b: str
    relation: str
    because: str
    changes_if: str | None
    words: tuple[tuple[str, str], ...]


def view_origin(lookup: Lookup, origin: Origin, most_steps: int | None = MOST_STEPS) -> OriginView:
    """One origin with the first `most_steps` of its chain, or all of them."""
    taken_back = origin.withdrawn
    return OriginView(
        name=origin.name,
        kind=ORIGIN_KINDS[origin.kind],
        standing=STANDINGS[origin.standing],
        shown=origin.standing == "shown",
        since=f"since {when(origin.since)}" if origin.since else _undated(lookup, origin),
        credited="credited" if origin.credited else "gives no source",
        withdrawn=when(taken_back.at) if taken_back else None,
        steps=tuple(view_step(lookup, origin, step) for step in origin.chain[:most_steps]),
        more_steps=len(origin.chain[most_steps:]) if most_steps is not None else 0,
    )


def _undated(lookup: Lookup, origin: Origin) -> str:
    """That an origin has no date, with the day before which none of its articles can be, where their texts tell one."""
    articles = {lookup.statements[one].article for one in origin.statements if one in lookup.statements}
    bounds = [lookup.articles[one].not_before for one in articles if one in lookup.articles]
    days = [day for day in bounds if day]
    if not days or len(days) < len(bounds):
        return "without a date"
    return f"without a date, not before {when(min(days))} by its text"


def view_step(lookup: Lookup, origin: Origin, step: Step) -> StepView:
    """One step; ends that are ids are told by name."""
    from_, to = (origin.name if end == origin.id else lookup.name(end) for end in (step.from_, step.to))
    says = step.because == "says"
    within = says and from_ == to
    article = lookup.articles.get(step.article or "")
    told_of = says and article is not None and to not in (article.outlet, UNKNOWN_OUTLET)
    return StepView(
        from_=from_,
        because=OWN_STEP if within else TOLD_STEP if told_of else STEPS[step.because],
        to="" if within else to,
        words=unquoted(step.text),
        where=place_of(lookup, step.article, step.span),
        why=step.why,
        changes_if=step.changes_if,
    )


def place_of(lookup: Lookup, article: str | None, span: Span | None) -> str | None:
    """The outlet, the day and the offsets of words, as far as they are known."""
    if article is None or article not in lookup.articles:
        return None
    told = f"{lookup.outlet(article)}, {day_in_words(lookup.articles[article].published)}"
    return f"{told} {interval(span)}" if span else told


def interval(span: Span) -> str:
    """A span as it is written in prose: `[120, 180)`."""
    return f"[{span.start}, {span.end})"


def view_relation(lookup: Lookup, claim: Claim, relation: Relation) -> RelationView:
    """One relation with the words that its reason rests on."""
    names = {origin.id: origin.name for origin in claim.origins}
    return RelationView(
        a=names.get(relation.a, relation.a),
        b=names.get(relation.b, relation.b),
        relation=relation.relation,
        because=relation.because,
        changes_if=relation.changes_if,
        words=tuple(quote(lookup, place) for place in relation.spans),
    )


def quote(lookup: Lookup, place: Place | Outside) -> tuple[str, str]:
    """The words of a place, with where they stand."""
    return unquoted(lookup.words(place.article, place.span)), place_of(
        lookup, place.article, place.span
    ) or place.article


def view_outside(lookup: Lookup, credit: Outside) -> tuple[str, str, str]:
    """The name of a credit whose text was not read, the words that give it, and where they stand."""
    return credit.name, *quote(lookup, credit)


def points_outside(number: int) -> str:
    """How many credits point outside the articles read."""
    if not number:
        return "no credit points outside them"
    return f"{counted(number, 'credit')} {'points' if number == 1 else 'point'} outside them"


def unlisted_pairs(claim: Claim) -> str:
    """A sentence on the pairs of origins without a relation, or nothing when each pair has one."""
    if isinstance(claim.independent_origins, CannotMeasure) or len(claim.origins) < 2:
        return ""
    listed_pairs = {frozenset((relation.a, relation.b)) for relation in claim.relations}
    pairs = [(a, b) for a, b in combinations(claim.origins, 2) if frozenset((a.id, b.id)) not in listed_pairs]
    if not pairs:
        return ""
    verb = "is" if len(pairs) == 1 else "are"
    named = f" ({'; '.join(f'{a.name} / {b.name}' for a, b in pairs)})" if len(pairs) <= MOST_PAIRS else ""
    return (
        f"{counted(len(pairs), 'pair')} not listed {verb} open{named}: nothing read shows whether one relies on the other, "
        "so the lower count takes them as one and the upper as two."
    )
