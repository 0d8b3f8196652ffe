"""Days and moments of times as found."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime


def day_of(time: str | None) -> date | None:
    """The calendar day of an ISO 8601 time as found, or None."""
    try:
        return date.fromisoformat(time[:10]) if time else None
    except ValueError:
        return None


def moment_of(time: str | None) -> float:
    """Seconds since 1970 of an ISO 8601 time as found, to put times in order; infinity when there is none.

    A time without an offset is taken as UTC, and a day as its start: the page says no more.
    """
    try:
        found = datetime.fromisoformat(time) if time else None
    except ValueError:
        day = day_of(time)
        found = datetime(day.year, day.month, day.day) if day else None
    if found is None:
        return math.inf
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
