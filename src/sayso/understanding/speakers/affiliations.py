"""The body or party that a role is held at."""

from __future__ import annotations

import re

from sayso.text.countries import country_of
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.nouns import is_person_noun
from sayso.understanding.speakers.vocabulary import BODY, RANKS, is_title

# "A Conservative economist" is of no party.
PARTY = re.compile(
    r"\b(?:Republican|Democratic|Democrat|GOP|Labour|Conservative(?= (?:[A-Z]|minister|lead|candidate|peer|council|politic|lawmaker|senator|mayor|$))|Tory|"
    r"Liberal Democrat)\b"
)
# Whose somebody is, in front of what: "the Prell campaign’s chief fundraiser", "Orby Bank’s chief economist".
_OWNED = re.compile(r"(?:[Tt]he )?(?P<owner>[A-Z][^,]*?\w)(?:[’']s|(?<=s)[’']) (?P<office>[a-z][^,]*|[A-Z]{2,4})$")
# "Orby Economics managing director": capitals, and the office in small letters behind them.
_CAPITALS_FIRST = re.compile(
    r"(?:[Tt]he )?(?P<body>(?:[A-Z][\w&.’'-]*(?: (?:of|and|&|for) )? ?)+) (?P<office>[a-z][a-z -]*\b)"
)
# "D-Va.": the party and whom somebody sits for.
SEAT = re.compile(r"[RDI]-[A-Z][\w. ]*")
# Offices before which a place's name stands, and no body's.
PLACED = {
    "mayor", "governor", "gov", "senator", "sen", "representative", "rep", "congressman", "congresswoman", "lawmaker", "resident", "native",
    "voter", "president", "premier", "king", "queen", "prince", "princess", "mp", "councillor", "councilman", "councilwoman",
}  # fmt: skip
# Nouns that tell the kind of a body and not which.
COMMON_BODIES = {
    "company", "firm", "group", "agency", "organisation", "organization", "party", "government", "union", "office", "team", "department",
    "campaign", "newspaper", "paper", "council", "committee", "school", "university", "hospital", "church", "service",
}  # fmt: skip


def body_of(role: str) -> str | None:
    """The body or place that a role is held at: "Ostrel Lines" of "a spokesman for Ostrel Lines"."""
    if is_title(role):
        return None
    owned = _OWNED.match(role)
    if (
        owned
        and is_held(re.split(r" (?:of|for|at|in|on|and) ", owned["office"])[0].split()[-1])
        and (BODY.search(owned["owner"]) or not _is_person(owned["owner"]))
    ):
        return owned["owner"]
    role = re.sub(r"^(?:[Ff]ormer|[Ll]ongtime|[Tt]hen|[Ee]x) ", "", role)
    first = role.partition(" and ")[0]
    if first != role and is_held(first.split()[-1]) and is_held(role.split()[-1]):
        # "Orby Bank director and senior economist" is held at the bank.
        role = first
    words = role.split()
    kept = len(words)
    held_at = re.search(r"\b(?P<by>of|at|for|with|from|in|on) (?:the )?(?P<body>.+)$", role)
    if held_at and held_at["by"] == "on" and not (held_at["body"][0].isupper() and BODY.search(held_at["body"])):
        held_at = None
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
        # "Orby Mayor" is held at no body, nor is "the state advocate".
        placed = words[-1].lower().rstrip(".") in PLACED and not BODY.search(rest)
        if named and not placed and not _is_somebodys(rest) and rest.lower() != "state":
            return re.sub(r"^[Tt]he ", "", rest)
        party = PARTY.search(role)
        return party[0] if party else None
    if held_at is None:
        party = PARTY.search(role)
        return party[0] if party else None
    # "an expert in shipping law at Orby University": the body comes last, but for what is part of a body's name.
    at_body = re.search(r"\b(?:at|for|with) (?:the )?(?P<body>[A-Z][^,]*)$", role)
    named_for = re.search(r"\b(?:of|at) (?:the )?(?P<body>[A-Z]\w+(?: [A-Z][\w’'-]*)* for (?:the )?[A-Z][^,]*)$", role)
    if named_for:
        return named_for["body"].strip(" ,")
    if at_body:
        return at_body["body"].strip(" ,")
    behind = _CAPITALS_FIRST.match(role)
    if (
        behind
        and not held_at["body"][0].isupper()
        and not PARTY.search(behind["body"])
        and not is_held(behind["body"].split()[-1])
    ):
        # "UN envoy for legal affairs".
        held = behind["body"].strip()
        if (BODY.search(held) or held.isupper() or " " in held) and country_of(held) in (None, held):
            return held
    # "of the shipping company" names no body; which one is meant, the rest of the article tells.
    common = held_at["body"].split()[-1].lower() in COMMON_BODIES
    body = bool(BODY.search(held_at["body"]))
    named = held_at["body"][0].isupper() or (speaks_for and body and not common)
    # Nobody is a member of where they are: "an adviser in Orby".
    named = named and (body or held_at["by"] not in ("in", "from"))
    return held_at["body"].strip(" ,") if named else None


def office_alone(role: str) -> str:
    """`role` without whose it is: "chief economist" of "Orby Bank’s chief economist"."""
    owned = _OWNED.match(role)
    return owned["office"] if owned else role


def fuller_affiliation(known: str | None, told: str | None) -> str | None:
    """Of two affiliations of somebody the one to keep: the first, but any body rather than a party."""
    if known is None or told is None:
        return known or told
    return told if PARTY.fullmatch(known) and not PARTY.fullmatch(told) and not SEAT.fullmatch(told) else known


def _is_person(words: str) -> bool:
    """Whether `words` are somebody's name, or a country's: "President Prell", "Ana Prell", "Freedonia"."""
    named = words.split()
    return is_held(named[0]) or is_first_name(named[0]) or (country_of(words) is not None)


def _is_somebodys(words: str) -> bool:
    """Whether `words` tell whose somebody is and not where they work: "President Prell’s special"."""
    return bool(re.search(r"[’']s?(?: [a-z]+)*$| (?:of|and)$", words))


def is_held(*words: str) -> bool:
    """Whether one of `words` is what a person is: a title or a noun for people."""
    return any(is_title(word) or is_person_noun(word.lower()) for word in words)
