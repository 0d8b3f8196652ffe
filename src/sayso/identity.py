"""Short, stable names for records."""

from __future__ import annotations

import hashlib
from typing import Literal

Prefix = Literal["pg", "prt", "art", "sp", "stm", "sty", "cp", "cl", "or", "cf"]

# 12 hexadecimal digits: two of a million records share one with a probability of about 0.2%, and every id holds
# its parent's, so that only records of one parent could meet.
DIGITS = 12


def make_id(prefix: Prefix, *facts: object) -> str:
    """`prefix`, an underscore, and a short hash of `facts`; the same facts always give the same id."""
    told = "\x1f".join(map(str, facts))
    return f"{prefix}_{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
