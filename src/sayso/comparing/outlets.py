"""Outlets and agencies under the names that texts use for them."""

from __future__ import annotations

import re

from sayso.comparing.words import fold

# Agencies that newspapers credit by an abbreviation. Source: their own style guides.
AGENCIES = {
    "ap": "associated press", "afp": "agence france-presse", "dpa": "deutsche presse-agentur", "pa": "press association",
    "upi": "united press international", "cp": "canadian press", "aap": "australian associated press", "pti": "press trust of india",
    "ani": "asian news international", "efe": "agencia efe",
}  # fmt: skip
DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\d?\.|edition\.|m\.)?([\w-]+(?:\.[\w-]+)*?)(?:\.(?:co|com|org|net|gov|ac))?\.[a-z]{2,}(?:/.*)?$"
)


def outlet_key(name: str) -> str:
    """A key that "www.example.com", "Example" and "The Example" share."""
    plain = fold(name.strip())
    domain = DOMAIN.match(plain)
    if domain:
        plain = domain[1]
    plain = re.sub(r"^the[\s-]+", "", plain)
    plain = AGENCIES.get(plain, plain)
    return re.sub(r"\W+", "", plain)
