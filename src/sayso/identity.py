"""Short, stable names for records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

Prefix = Literal["pg", "prt", "art", "sp", "stm", "sty", "cp", "cl", "or", "cf"]

# 12 hexadecimal digits: two of a million records share one with a probability of about 0.2%, and every id holds
# its parent's, so that only records of one parent could meet.
DIGITS = 12


def make_id(prefix: Prefix, *facts: object) -> str:
    """`prefix`, an underscore, and a short hash of `facts`; the same facts always give the same id."""
    return _name(prefix, "\x1f".join(map(str, facts)))


def make_ids(prefix: Prefix, parent: str, facts: Iterable[tuple[object, object]]) -> list[str]:
    """What `make_id` gives for `parent` with each two of the `facts`; for the many records of one page."""
    return [_name(prefix, f"{parent}\x1f{one}\x1f{other}") for one, other in facts]


def _name(prefix: Prefix, told: str) -> str:
    return f"{prefix}_{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
