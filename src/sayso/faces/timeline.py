"""A story's articles as dots on a date axis, one lane an outlet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from sayso.faces.wording import MONTHS, when
from sayso.records import Article

DotKind = Literal["original", "copy", "unread"]

# Chosen by eye on a 360 px page: more ticks run into each other, closer dots cover each other.
MOST_TICKS = 5
CLOSEST_DOTS = 5.0
MOST_LEVELS = 4
# Chosen so that the claims begin on the first screen after the headline.
MOST_LANES = 8

_STEPS = (1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365)


@dataclass(frozen=True, slots=True)
class Dot:
    """One article at `left` percent of the axis, on one of its lane's levels."""

    article: str
    left: float
    level: int
    kind: DotKind
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The dots of one outlet on as many `levels` as keep them apart."""

    outlet: str
    dots: tuple[Dot, ...]
    levels: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at `left` percent of the axis."""

    left: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes over one axis, the earliest outlet first; `folded` ones are shown on demand, `undated` articles apart."""

    lanes: tuple[Lane, ...]
    folded: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    undated: tuple[str, ...]


def timeline(articles: Sequence[Article], copies: frozenset[str]) -> Timeline:
    """The time line of `articles`; those whose id is in `copies` are shown as copies.

    Times without an offset are placed as if in UTC, days without a clock at noon.
    """
    placed = sorted(((moment, article) for article in articles if (moment := moment_of(article.published))), key=_order)
    undated = tuple(article.id for article in articles if moment_of(article.published) is None)
    if not placed:
        return Timeline((), (), (), undated)
    first = placed[0][0].date()
    days = (placed[-1][0].date() - first).days + 1
    lanes: dict[str, list[tuple[float, Article]]] = {}
    for moment, article in placed:
        since = moment - datetime(first.year, first.month, first.day, tzinfo=UTC)
        left = round(100 * since / timedelta(days=days), 2)
        lanes.setdefault(article.outlet or "outlet not named", []).append((left, article))
    made = tuple(_lane(name, dots, copies) for name, dots in lanes.items())
    return Timeline(made[:MOST_LANES], made[MOST_LANES:], _ticks(first, days), undated)


def moment_of(time: str | None) -> datetime | None:
    """An ISO 8601 time as a moment in UTC, or None when it has no day or cannot be read."""
    if not time:
        return None
    try:
        moment = datetime.fromisoformat(time.strip())
    except ValueError:
        return None
    if len(time.strip()) <= len("2024-11-11"):
        moment = moment.replace(hour=12)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _order(placed: tuple[datetime, Article]) -> tuple[datetime, str]:
    return placed[0], placed[1].id


def _lane(outlet: str, dots: list[tuple[float, Article]], copies: frozenset[str]) -> Lane:
    last_of_level: list[float] = []
    made = []
    for left, article in dots:
        free = next((at for at, last in enumerate(last_of_level) if left - last >= CLOSEST_DOTS), len(last_of_level))
        level = min(free, MOST_LEVELS - 1)
        last_of_level[level:] = [left, *last_of_level[level + 1 :]]
        kind: DotKind = "copy" if article.id in copies else "original" if article.analysed else "unread"
        note = {"copy": "copy", "original": "no copy found", "unread": "not analysed"}[kind]
        made.append(Dot(article.id, left, level, kind, f"{outlet}, {when(article.published)}, {note}: {article.title}"))
    return Lane(outlet, tuple(made), len(last_of_level))


def _ticks(first: date, days: int) -> tuple[Tick, ...]:
    if days == 1:
        return tuple(Tick(hour / 0.24, f"{hour:02d}:00") for hour in (0, 6, 12, 18))
    step = next((step for step in _STEPS if days / step <= MOST_TICKS), days // MOST_TICKS + 1)
    return tuple(
        Tick(round(100 * at / days, 2), _label(first + timedelta(days=at), far=days > 300))
        for at in range(0, days, step)
    )


def _label(day: date, *, far: bool) -> str:
    month = MONTHS[day.month - 1][:3]
    return f"{month} {day.year}" if far else f"{day.day} {month}"
