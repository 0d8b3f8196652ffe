"""Who holds the office that a source is named by."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sayso.text.countries import countries_in
from sayso.understanding.speakers.descriptions import Description
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.nouns import is_person_noun
from sayso.understanding.speakers.vocabulary import DETERMINER, TITLE_WORD, is_title

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
_PLAIN = {
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


def by_office(
    description: Description, told: str, people: Sequence[Member], last_place: Callable[[Member, int], int], at: int
) -> Member | None:
    """The one of `people` who is told to be what `description` says, named nearest before `at`; None when none is.

    `told` are its words with those of whom it belongs to. What it says beside the noun must not speak against them:
    another country, another body, "former".
    """
    head = (description.head or "").lower()
    if not head:
        return None
    wanted = _words(told) - {head} - _PLAIN
    countries = countries_in(told)
    best: tuple[tuple[bool, int, bool, int], Member] | None = None
    for member in people:
        roles = [*member.told_as, member.role or ""] if member.kind == "person" else [member.name]
        for role in roles:
            zone = re.split(r"\s(?:of|for|at|in|from|with|who|on|to|whose|that)\s", DETERMINER.sub("", role))[0].lower()
            held = {SPELLED.get(word, word) for word in re.findall(r"[\w-]+", zone)}
            held |= {one for word in held for one in ALSO.get(word, ())}
            whole = _words(f"{role} {member.affiliation or ''} {member.name}")
            if head not in held or ("vice" in held and "vice" not in wanted):
                continue
            theirs = countries_in(f"{role} {member.affiliation or ''}")
            if countries and theirs and not countries & theirs:
                continue
            shared = wanted & whole
            former = ("former" in wanted) == ("former" in whole)
            if wanted - {"former"} and not shared - {"former"} and not (countries & theirs):
                continue
            place = last_place(member, at)
            row = ((former, len(shared - {"former"}), place >= 0, place), member)
            if best is None or row[0] > best[0]:
                best = row
    return best[1] if best else None


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


def goes_on(description: Description, before: str) -> bool:
    """Whether a noun for a person that the article has not used in `before` goes on about somebody whom it has named.

    "The pilot", when nobody was said to be one. An office may be held by somebody whom the article does not name.
    """
    head = description.head or ""
    if not re.match(r"(?:the|this|that) ", description.words, re.IGNORECASE) or not is_person_noun(head):
        return False
    if is_title(head) and head not in EPITHETS:
        return False
    if description.owner or re.search(r"\b(?:of|for|at|in|from|with|behind)\b", description.words.split(",")[0]):
        return False
    return not re.search(rf"\b{re.escape(head)}s?\b", before, re.IGNORECASE)


def holds_other_office(member: Member, description: Description) -> bool:
    """Whether `member` is told to hold an office which is not the one that the words name."""
    head = description.head or ""
    if not is_title(head) or not member.role:
        return False
    held = {
        SPELLED.get(word, word) for told in (*member.told_as, member.role) for word in re.findall(r"\w+", told.lower())
    }
    return bool(TITLE_WORD.search(member.role)) and head not in held


def _words(words: str) -> set[str]:
    return set(re.findall(r"[\w.-]*\w", words.lower()))
