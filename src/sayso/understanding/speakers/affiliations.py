"""The body or party that a role is held at."""

from __future__ import annotations

import re

from sayso.text.countries import country_of
from sayso.understanding.speakers.nouns import is_person_noun
from sayso.understanding.speakers.vocabulary import BODY, RANKS, is_title

PARTY = re.compile(r"\b(?:Republican|Democratic|Democrat|GOP|Labour|Conservative|Tory|Liberal Democrat)\b")
# Nouns that tell the kind of a body and not which.
COMMON_BODIES = {
    "company", "firm", "group", "agency", "organisation", "organization", "party", "government", "union", "office", "team", "department",
    "campaign", "newspaper", "paper", "council", "committee", "school", "university", "hospital", "church", "service",
}  # fmt: skip


def body_of(role: str) -> str | None:
    """The body or place that a role is held at: "Ostrel Lines" of "a spokesman for Ostrel Lines"."""
    if is_title(role):
        return None
    words = role.split()
    kept = len(words)
    held_at = re.search(r"\b(?P<by>of|at|for|with|from|in) (?:the )?(?P<body>.+)$", role)
    speaks_for = held_at is not None and held_at["by"] in ("for", "at", "with")
    ends = bool(words) and not speaks_for and is_held(words[-1])
    while (
        ends
        and kept
        # "coast guard spokeswoman": a guard is a person, and here the end of a body's name.
        and not (kept < len(words) and kept > 1 and BODY.fullmatch(words[kept - 1]))
        and (is_title(words[kept - 1]) or is_person_noun(words[kept - 1].lower()) or words[kept - 1].lower() in RANKS)
    ):
        kept -= 1
    rest = " ".join(words[:kept])
    if ends:
        named = bool(rest) and (bool(BODY.search(rest)) or (rest[0].isupper() and country_of(rest) in (None, rest)))
        if named and not rest.endswith((" of", " and", "’s", "'s")):
            return rest
        party = PARTY.search(role)
        return party[0] if party else None
    if held_at is None:
        party = PARTY.search(role)
        return party[0] if party else None
    # "an expert in shipping law at Orby University": the body comes last.
    at_body = re.search(r"\b(?:at|for|with) (?:the )?(?P<body>[A-Z][^,]*)$", role)
    if at_body:
        return at_body["body"].strip(" ,")
    # "of the shipping company" names no body; which one is meant, the rest of the article tells.
    common = held_at["body"].split()[-1].lower() in COMMON_BODIES
    named = held_at["body"][0].isupper() or (speaks_for and bool(BODY.search(held_at["body"])) and not common)
    return held_at["body"].strip(" ,") if named else None


def is_held(*words: str) -> bool:
    """Whether one of `words` is what a person is: a title or a noun for people."""
    return any(is_title(word) or is_person_noun(word.lower()) for word in words)
