"""One claim in plain words for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.comparing.counting import largest_distinct
from sayso.comparing.series import POLICIES, Point, find_series
from sayso.errors import SaysoError
from sayso.faces.claim_view import dispute
from sayso.faces.lookup import Lookup, articles_beside, find_record, look_up
from sayso.faces.origin_view import (
    OriginView,
    RelationView,
    points_outside,
    quote,
    unlisted_pairs,
    view_origin,
    view_relation,
)
from sayso.faces.terminal import wrapped
from sayso.faces.wording import counted, listed, numbers_of, unquoted, when
from sayso.records import CannotMeasure, Claim, Dossier, Origin, OriginCount

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Stands after any day of a month or any month of a year, so that "2031-03" counts from its end on.
_END_OF_PERIOD = "-99-99"
_MERGES = {"is counted as one with", "is copied by", "is the credit that covers", "is relied on by"}


@dataclass(frozen=True, slots=True)
class CountAsOf:
    """The count of a claim as of a day: `origins` were on the record by then; `undated` have no date to tell."""

    count: OriginCount
    origins: tuple[Origin, ...]
    undated: int
    later: int
    taken_back: int


def explain_claim(dossier: Dossier, claim_id: str, as_of: str | None = None) -> str:
    """The claim, its three numbers, and all that they rest on, wrapped to 88 columns.

    Args:
        dossier: what one run found.
        claim_id: the id of a claim, or a beginning that only one claim's id has.
        as_of: a day as in `2024-11-18`; then only origins on the record by that day are counted.

    Raises:
        InterchangeError: no claim, or more than one, has that id.
        SaysoError: `as_of` is not a day.

    """
    claim = find_record(dossier.claims, claim_id, "claims")
    lookup = look_up(dossier)
    counted_as_of = count_as_of(claim, as_of) if as_of else None
    lines = [*_opening(lookup, claim), "", *_numbers(lookup, claim, counted_as_of, as_of), ""]
    for section in (
        _origins(lookup, claim, counted_as_of),
        _relations(lookup, claim),
        _disputes(lookup, claim),
        _figures(dossier, lookup, claim),
        _outside(lookup, claim),
    ):
        written = list(section)
        lines += [*written, ""] if written else []
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def count_as_of(claim: Claim, as_of: str) -> CountAsOf:
    """The origins of `claim` on the record by the end of the day `as_of`, not withdrawn by then, counted again.

    An origin that was taken back on an unknown day stays in `high` and is kept out of the larger sets of `low`. A
    claim that cannot be measured is counted here as its origins stand; the caller says that it cannot be measured.
    Source: `origins.md`, "The two numbers". Cost grows steeply only with many origins that are mostly distinct.

    Raises `SaysoError` when `as_of` is not a day.
    """
    if not _DAY.fullmatch(as_of):
        raise SaysoError("--as-of", f"{as_of!r} is not a day", "give a day as 2024-11-18")
    dated = [origin for origin in claim.origins if origin.since]
    by_then = [origin for origin in dated if _is_by(origin.since, as_of)]
    left = tuple(o for o in by_then if not (o.withdrawn and o.withdrawn.at and _is_by(o.withdrawn.at, as_of)))
    firm = [origin.id for origin in left if not origin.withdrawn or origin.withdrawn.at]
    distinct = {frozenset((r.a, r.b)) for r in claim.relations if r.relation == "distinct"}
    low_set = largest_distinct(firm, distinct) or tuple(origin.id for origin in left[:1])
    uncredited = sum(not origin.credited for origin in left)
    return CountAsOf(
        count=OriginCount(len(low_set), len(left), uncredited, low_set),
        origins=left,
        undated=len(claim.origins) - len(dated),
        later=len(dated) - len(by_then),
        taken_back=len(by_then) - len(left),
    )


def _is_by(time: str | None, day: str) -> bool:
    """Whether `time` is surely on or before `day`; a month or year alone counts from its end on."""
    found = (time or "")[:10]
    return bool(found) and (found + _END_OF_PERIOD)[:10] <= day


def _opening(lookup: Lookup, claim: Claim) -> Iterator[str]:
    yield claim.id
    yield from wrapped(f"“{unquoted(claim.text)}”", "  ")
    story = lookup.stories.get(claim.story)
    if story:
        yield from wrapped(f"Story: {story.title} ({story.id})", "  ")
    first = f"{lookup.outlet(claim.first.article)}, {when(claim.first.at)}"
    yield from wrapped(f"Earliest in the texts read: {first}", "  ")


def _numbers(lookup: Lookup, claim: Claim, as_of: CountAsOf | None, day: str | None) -> Iterator[str]:
    yield from wrapped(numbers_of(claim).line)
    read = lookup.read(articles_beside(lookup, claim))
    yield from wrapped(f"in {read}; {points_outside(len(claim.outside))}.", "  ")
    if as_of is None:
        return
    yield ""
    measured = not isinstance(claim.independent_origins, CannotMeasure)
    count = as_of.count if measured else claim.independent_origins
    yield from wrapped(f"As of {when(day)}: {numbers_of(claim, count).line}")
    yield from wrapped("Articles and outlets are those of all days read; only the origins are of that day.", "  ")
    told = [
        f"{counted(as_of.undated, 'origin has', 'origins have')} no date and cannot be placed on a day",
        f"{as_of.later} came later",
        f"{as_of.taken_back} had taken it back by then",
    ]
    yield from wrapped("; ".join(told) + ".", "  ")


def _origins(lookup: Lookup, claim: Claim, as_of: CountAsOf | None) -> Iterator[str]:
    yield "ON WHOSE SAY-SO"
    if not claim.origins:
        yield "  Nobody puts it on the record in the texts read."
    counted_ids = {origin.id for origin in as_of.origins} if as_of else None
    for number, origin in enumerate(claim.origins, 1):
        yield ""
        yield from _origin(number, view_origin(lookup, origin, most_steps=None))
        if counted_ids is not None and origin.id not in counted_ids:
            yield "   not counted as of that day"
        yield from _merged(lookup, origin)


def _origin(number: int, origin: OriginView) -> Iterator[str]:
    yield from wrapped(f"{number}. {origin.name}", "", "   ")
    facts = [origin.kind, origin.credited, origin.standing, origin.since]
    if origin.withdrawn:
        facts.append(f"taken back: {origin.withdrawn}")
    yield from wrapped(", ".join(facts), "   ")
    for step in origin.steps:
        merge = "counted as one: " if step.because in _MERGES else ""
        yield from wrapped(f"- {merge}{' '.join(filter(None, (step.from_, step.because, step.to)))}", "   ", "     ")
        if step.why:
            yield from wrapped(f"why: {step.why}", "       ")
        if step.changes_if:
            yield from wrapped(f"would be two if {step.changes_if}", "       ")
        if step.words:
            where = f" — {step.where}" if step.where else ""
            yield from wrapped(f"“{step.words}”{where}", "       ")


def _merged(lookup: Lookup, origin: Origin) -> Iterator[str]:
    statements = [lookup.statements[id_] for id_ in origin.statements if id_ in lookup.statements]
    if len(statements) > 1:
        outlets = list(dict.fromkeys(lookup.outlet(statement.article) for statement in statements))
        told = f"counted as one: {len(statements)} statements in {listed(outlets, len(outlets))}"
        yield from wrapped(told, "   ", "     ")


def _relations(lookup: Lookup, claim: Claim) -> Iterator[str]:
    yield "ARE THEY INDEPENDENT?"
    for relation in claim.relations:
        yield from _relation(view_relation(lookup, claim, relation))
    unlisted = unlisted_pairs(claim)
    if unlisted:
        yield from wrapped(unlisted, "  ")
    if len(claim.origins) < 2:
        yield "  There is no second origin to compare."


def _relation(relation: RelationView) -> Iterator[str]:
    told = f"- {relation.a} / {relation.b}: {relation.relation}, because: {relation.because}"
    yield from wrapped(told, "  ", "    ")
    if relation.changes_if:
        yield from wrapped(f"would change if {relation.changes_if}", "    ")
    for words, where in relation.words:
        yield from wrapped(f"“{words}” — {where}", "      ")


def _disputes(lookup: Lookup, claim: Claim) -> Iterator[str]:
    yield "WHO DISPUTES IT"
    conflicts = lookup.conflicts_of.get(claim.id, ())
    if not conflicts:
        yield "  Nobody, as far as sayso finds in the texts read."
    for conflict in conflicts:
        found = dispute(lookup, claim, conflict)
        yield from wrapped(f"- {found.kind}: {found.who}: “{found.words}” ({found.claim})", "  ", "    ")
        yield from wrapped(f"why: {found.why}", "    ")


def _figures(dossier: Dossier, lookup: Lookup, claim: Claim) -> Iterator[str]:
    """Each disputed figure over time, with what the named policies make of it."""
    for series in find_series(claim, dossier.claims, dossier.conflicts, lookup.statements, lookup.articles):
        yield f"THE FIGURE OVER TIME ({series.unit})"
        for point in series.points:
            told = f"- {when(point.at)}: {_value(point)}, {point.origin} ({point.claim})"
            yield from wrapped(told, "  ", "    ")
        for name, policy in POLICIES.items():
            point = policy(series)
            yield from wrapped(f"{name}: {_value(point)}, {point.origin}", "  ", "    ")
        yield from wrapped("What a policy picks is a view of what was said, and not what is true.", "  ")


def _value(point: Point) -> str:
    return f"{'at least ' if point.open_above else ''}{point.value:,.10g}"


def _outside(lookup: Lookup, claim: Claim) -> Iterator[str]:
    yield "CREDITS THAT POINT OUTSIDE THE TEXTS READ"
    if not claim.outside:
        yield "  None."
    for credit in claim.outside:
        words, where = quote(lookup, credit)
        yield from wrapped(f"- {credit.name}: “{words}” — {where}", "  ", "    ")
