"""Outlets and agencies under the names that texts use for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from sayso.text.words import fold, without_article

# Agencies that newspapers credit by an abbreviation. Source: their own style guides.
AGENCIES = {
    "ap": "associated press", "afp": "agence france-presse", "dpa": "deutsche presse-agentur", "pa": "press association",
    "upi": "united press international", "cp": "canadian press", "aap": "australian associated press", "pti": "press trust of india",
    "ani": "asian news international", "efe": "agencia efe",
}  # fmt: skip
DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\d?\.|edition\.|m\.)?([\w-]+(?:\.[\w-]+)*?)(?:\.(?:co|com|org|net|gov|ac))?\.[a-z]{2,}(?:/.*)?$"
)
# What steps call the outlet of a page that names none.
UNKNOWN_OUTLET = "an outlet that the page does not name"


@lru_cache(maxsize=100_000)
def outlet_key(name: str) -> str:
    """A key that "www.example.com", "Example" and "The Example" share."""
    plain = fold(name.strip())
    domain = DOMAIN.match(plain)
    if domain:
        plain = domain[1]
    plain = re.sub(r"^the[\s-]+", "", plain)
    plain = AGENCIES.get(plain, plain)
    return re.sub(r"\W+", "", plain)


def find_outlet(name: str, outlets: Mapping[str, str]) -> str | None:
    """The key in `outlets` (keys to names) of the outlet that `name` means, or None.

    Papers call each other by the last word of their name ("the Ledger"); that is enough when only one fits.
    """
    key = outlet_key(name)
    if key in outlets:
        return key
    words = _words(name)
    fitting = [other for other, full in outlets.items() if words and _words(full)[-len(words) :] == words]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in re.findall(r"[\w’'&]+", without_article(name)))
