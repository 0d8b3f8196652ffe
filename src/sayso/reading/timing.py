"""Refuse times that an article cannot have."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reading.assemble import Draft

# A page that was captured in the evening of one zone is dated tomorrow in another.
ZONES = timedelta(days=1)
# What a page prints whose time is empty: zero seconds of Unix time.
NO_TIME = "1970-01-01"


def refuse_impossible(draft: Draft, captured: str | None) -> None:
    """Take away what cannot be: a time after the capture, the zero of Unix time, and a change before the publication.

    `captured` is the time of capture in ISO 8601, or None where nobody told it; the clock is never asked.
    """
    draft.published = _possible(draft.published, captured)
    draft.modified = _possible(draft.modified, captured)
    if draft.published and draft.modified and draft.modified[:10] < draft.published[:10]:
        draft.modified = None


def _possible(told: str | None, captured: str | None) -> str | None:
    if told is None or told[:10] == NO_TIME:
        return None
    if captured is not None:
        try:
            latest = date.fromisoformat(captured[:10]) + ZONES
        except ValueError:
            return told
        if told[:10] > latest.isoformat():
            return None
    return told
