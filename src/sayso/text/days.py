"""Calendar days of times as found."""

from __future__ import annotations

from datetime import date


def day_of(time: str | None) -> date | None:
    """The calendar day of an ISO 8601 time as found, or None."""
    try:
        return date.fromisoformat(time[:10]) if time else None
    except ValueError:
        return None
