"""How what somebody is told to be agrees with the words that a source is named by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.text.countries import countries_in
from sayso.understanding.speakers.descriptions import Description
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.vocabulary import DETERMINER

# Nouns by which a newspaper goes on about somebody whom it has named, whatever office they hold.
EPITHETS = {
    "candidate", "nominee", "contender", "hopeful", "front-runner", "frontrunner", "billionaire", "businessman", "businesswoman", "mogul", "tycoon",
    "magnate", "developer", "star", "actor", "actress", "singer", "rapper", "comedian", "entertainer", "democrat", "republican", "lawmaker", "legislator",
    "neurosurgeon", "surgeon", "heiress", "socialist", "centrist", "evangelical", "native", "author", "writer", "politician", "lady", "incumbent",
    "challenger", "man", "woman", "mother", "father", "veteran", "senator", "congressman", "congresswoman", "governor", "secretary", "leader", "artist",
    "lawyer", "executive", "player", "midfielder", "striker", "coach", "teenager", "financier", "champion", "driver", "winger", "defender", "goalkeeper", "swimmer", "winner", "racer", "frontman", "filmmaker", "designer",
    "model", "presenter", "host", "novelist", "royal", "duchess", "duke", "monarch", "defendant", "suspect", "victim", "mp", "mep", "mec",
}  # fmt: skip
# Titles as they are shortened before a name, and what else their holders are called.
SPELLED = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "col": "colonel", "capt": "captain",
           "sgt": "sergeant", "prof": "professor", "dr": "doctor", "lt": "lieutenant"}  # fmt: skip
ALSO = {"senator": ("lawmaker", "legislator"), "representative": ("congressman", "congresswoman", "lawmaker", "legislator"),
        "congressman": ("lawmaker", "representative"), "congresswoman": ("lawmaker", "representative"), "mp": ("lawmaker",),
        "nominee": ("candidate",), "contender": ("candidate",), "spokesman": ("spokesperson",), "spokeswoman": ("spokesperson",)}  # fmt: skip
# Words of an office that tell nothing about whose it is.
PLAIN = {
    "the",
    "a",
    "an",
    "of",
    "for",
    "at",
    "in",
    "and",
    "its",
    "his",
    "her",
    "their",
    "then",
    "new",
    "current",
    "us",
    "u.s.",
    # Words of praise and blame pick nobody out.
    "mega",
    "top",
    "major",
    "longtime",
    "veteran",
    "powerful",
    "influential",
    "embattled",
    "outspoken",
    "controversial",
    "prominent",
    "wealthy",
    "late",
    "popular",
    "famous",
}


@dataclass(frozen=True, slots=True)
class Office:
    """How an office agrees with a description: whether its noun is the same, how many other words are, the country, and "former"."""

    holds: bool = False
    shared: int = 0
    other_country: bool = False
    same_country: bool = False
    former: bool = True


@lru_cache(maxsize=4096)
def _held(role: str) -> frozenset[str]:
    """The nouns for those who hold `role`, its words before "of" and the like."""
    zone = re.split(r"\s(?:of|for|at|in|from|with|who|on|to|whose|that)\s", DETERMINER.sub("", role))[0].lower()
    held = {SPELLED.get(word, word) for word in re.findall(r"[\w-]+", zone)}
    return frozenset(held | {one for word in held for one in ALSO.get(word, ())})


def _agreement(office: Office) -> tuple[bool, bool, bool, int]:
    return office.holds, not office.other_country, office.former, office.shared


def office_of(member: Member, description: Description, told: str) -> Office:
    """How the roles of `member` agree with `description`: the role that agrees best.

    `told` are the words of the description with the name of whom it belongs to.
    """
    head = (description.head or "").lower()
    wanted = words_of(told) - {head} - PLAIN
    countries = countries_in(told)
    best = Office()
    roles = [*member.told_as, member.role or ""] if member.kind == "person" else []
    for role in {*roles, member.name}:
        held = _held(role)
        whole = words_of(f"{role} {member.affiliation or ''} {member.name}")
        theirs = countries_in(f"{role} {member.affiliation or ''}") if countries else frozenset()
        row = Office(
            head in held and not ("vice" in held and "vice" not in wanted),
            len((wanted & whole) - {"former"}),
            bool(countries and theirs and not countries & theirs),
            bool(countries & theirs),
            ("former" in wanted) == ("former" in whole),
        )
        if _agreement(row) > _agreement(best):
            best = row
    return best


def is_epithet(description: Description) -> bool:
    """Whether the words go on about somebody named before: "the businessman", "the former ambassador"."""
    if not re.match(r"(?:the|this|that) ", description.words, re.IGNORECASE):
        return False
    head = description.head or ""
    # A "mother of three" is described by her children alone.
    words = re.sub(r" of (?:two|three|four|five|six|seven|eight|nine|\d+)\b", "", description.words)
    simple = not re.search(r"\b(?:of|who|whose|for|at|in|from|with)\b", words)
    former = re.match(r"the (?:[\d-]+\w* )?former ", description.words, re.IGNORECASE)
    return bool(former or (simple and (head in EPITHETS or head.endswith("-year-old"))))


@lru_cache(maxsize=4096)
def words_of(words: str) -> frozenset[str]:
    """The words of `words` in lower case."""
    return frozenset(re.findall(r"[\w.-]*\w", words.lower()))
