"""A disputed figure over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Article, Claim, Conflict, Figure, Statement
from sayso.spans import Span
from sayso.text.days import moment_of
from sayso.text.words import stem


@dataclass(frozen=True, slots=True)
class Point:
    """A figure that an origin gave, with the earliest article in which it did; `value` is its lowest where it is a range."""

    at: str | None
    value: float
    open_above: bool
    origin: str
    claim: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Series:
    """What origins gave for one figure, in order of time, those without a time last; `unit` as in `Figure`."""

    unit: str
    claims: tuple[str, ...]
    points: tuple[Point, ...]


def find_series(
    claim: Claim,
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
) -> list[Series]:
    """The series of each figure of `claim` that another claim disputes or replaces, in order of unit.

    Claims that are tied by a conflict over figures, also through a third, tell one figure.
    """
    known = {one.id: one for one in claims if one.story == claim.story}
    told: dict[str, list[Statement]] = {}
    for statement in statements.values():
        if statement.in_ == "text" and statement.figures:
            told.setdefault(statement.article, []).append(statement)
    here = [(one.claims, units) for one in conflicts if one.claims[0] in known and (units := _units_of(one, told))]
    found = []
    for unit in sorted({unit for pair, units in here if claim.id in pair for unit in units}):
        tied = _tied(claim.id, [pair for pair, units in here if unit in units])
        points = [point for one in tied if one in known for point in _points(known[one], unit, statements, articles)]
        first: dict[tuple[str, float, bool], Point] = {}
        for point in sorted(points, key=_when):
            first.setdefault((point.origin, point.value, point.open_above), point)
        if len({(point.value, point.open_above) for point in first.values()}) > 1:
            found.append(Series(unit, tuple(tied), tuple(sorted(first.values(), key=_when))))
    return found


def latest(series: Series) -> Point:
    """The figure given last; of several at one time the first in order."""
    dated = [point for point in series.points if point.at]
    return max(dated, key=lambda point: moment_of(point.at), default=series.points[0])


def lowest(series: Series) -> Point:
    """The lowest figure that anybody gave."""
    return min(series.points, key=lambda point: (point.value, _when(point)))


def acled(series: Series) -> Point:
    """The lowest of the last words of each origin.

    Source: ACLED on how it codes fatalities: the most conservative estimate where reports differ, revised, upward or
    downward, when better information becomes available.
    """
    last: dict[str, Point] = {}
    for point in series.points:
        last[point.origin] = point
    return min(last.values(), key=lambda point: (point.value, _when(point)))


# The named policies that reduce a series to one figure: views, never what is true.
POLICIES = {"latest": latest, "lowest": lowest, "ACLED": acled}


def _units_of(conflict: Conflict, told: Mapping[str, Sequence[Statement]]) -> set[str]:
    """The units of the figures at the two places of a conflict that is over figures; `told` has them by article."""
    if conflict.kind not in ("number", "superseded") or len(conflict.spans) != 2:
        return set()
    units = [
        {
            _unit(figure)
            for statement in told.get(place.article, ())
            for figure in statement.figures
            if figure.span.overlaps(place.span)
        }
        for place in conflict.spans
    ]
    return units[0] & units[1]


def _tied(claim: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The ids of the claims that `pairs` tie together with `claim`, which is first."""
    tied = [claim]
    for one in tied:
        for pair in pairs:
            if one in pair:
                tied += [other for other in pair if other not in tied]
    return tied


def _points(
    claim: Claim, unit: str, statements: Mapping[str, Statement], articles: Mapping[str, Article]
) -> list[Point]:
    of = {statement: origin.name for origin in claim.origins for statement in origin.statements}
    points = []
    for support in claim.support:
        statement = statements[support.statement]
        for figure in statement.figures:
            value = figure.value if figure.value is not None else figure.low
            inside = any(span.overlaps(figure.span) for span in support.spans)
            if value is None or not inside or _unit(figure) != unit or statement.in_ != "text":
                continue
            at = statement.said_on or articles[statement.article].published
            open_above = figure.low is not None and figure.high is None
            name = of.get(statement.id, "nobody named")
            points.append(Point(at, value, open_above, name, claim.id, statement.article, figure.span))
    return points


def _unit(figure: Figure) -> str:
    return figure.unit if figure.unit.isupper() else stem(figure.unit)


def _when(point: Point) -> tuple[float, str, int]:
    return moment_of(point.at), point.article, point.span.start
