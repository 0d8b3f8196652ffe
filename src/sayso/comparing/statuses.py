"""Classes of which one person or thing can be only one."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.text.words import content_terms

# Each row is a group of classes that exclude each other at one time, each class with the words that tell it. Written by hand:
# what news of one event most often disagrees on.
GROUPS: tuple[dict[str, str], ...] = (
    {"soldier": r"soldiers?|servicemen|serviceman|conscripts?|regulars", "mercenary": r"mercenar(?:y|ies)|contractors?",
     "civilian": r"civilians?|non-combatants?", "rebel": r"rebels?|insurgents?|militants?|separatists?"},
    {"alive": r"alive|surviv(?:e|es|ed|or|ors|ing)|living", "dead": r"dead|die[sd]?|killed|deceased|death"},
    {"held": r"arrested|detained|jailed|imprisoned|in custody|captured", "free": r"released|freed|at large|acquitted|escaped"},
    {"convicted": r"convicted|found guilty|guilty", "acquitted": r"acquitted|cleared|innocent|not guilty"},
    {"open": r"open|opens|opened|reopen(?:s|ed)?", "shut": r"shut|closed|closes|closure"},
    {"accident": r"accident(?:al|ally)?|mishap", "intent": r"deliberate(?:ly)?|attack|sabotage|intentional(?:ly)?|arson"},
    {"suicide": r"suicide", "murder": r"murder(?:ed)?|homicide"},
    {"resigned": r"resign(?:s|ed|ation)?|quit|stepped down", "dismissed": r"sacked|fired|dismissed|ousted"},
    {"approved": r"approv(?:e|es|ed|al)|accepted|adopted|passed", "rejected": r"reject(?:s|ed)?|refused|declined|voted down|turned down"},
    {"won": r"won|wins|win|victory|beat|defeated", "lost": r"lost|loses|lose|defeat"},
    {"rose": r"rose|rises?|rising|risen|increas(?:e|es|ed)|climbed|grew|gained", "fell": r"fell|falls?|fallen|decreas(?:e|es|ed)|dropped|declined|shrank"},
    {"legal": r"legal(?:ly)?|lawful", "illegal": r"illegal(?:ly)?|unlawful"},
    {"allowed": r"allow(?:s|ed)?|permitted|authori[sz]ed", "banned": r"bann(?:ed|ing)|ban|prohibited|forbidden|barred"},
    {"safe": r"safe|unhurt|unharmed|uninjured", "hurt": r"injured|wounded|hurt|harmed"},
    {"genuine": r"genuine|authentic|real", "fake": r"fake|forged|fabricated|staged"},
    {"man": r"man|boy|son|father|husband|brother", "woman": r"woman|girl|daughter|mother|wife|sister"},
    {"north": r"north(?:ern)?", "south": r"south(?:ern)?"},
    {"east": r"east(?:ern)?", "west": r"west(?:ern)?"},
)  # fmt: skip
# Groups whose classes follow each other in time: one who was held is released, a strait that was shut is opened.
PASSING = ({"held", "free"}, {"open", "shut"}, {"alive", "dead"}, {"allowed", "banned"}, {"approved", "rejected"})
_PATTERNS = tuple(
    tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in group.items()) for group in GROUPS
)


def differing_status(one: str, other: str) -> tuple[tuple[str, str], frozenset[str], bool] | None:
    """The two words by which `one` and `other` tell classes that exclude each other, their terms, and whether one state
    may follow the other; None without.

    A text that tells two classes of a group ("a soldier shot a civilian") says nothing of which is meant.
    """
    for here, there in zip(_classes(one), _classes(other), strict=True):
        if len(here) == 1 and len(there) == 1 and here[0][0] != there[0][0]:
            terms = frozenset(content_terms(f"{here[0][1]} {there[0][1]}"))
            return (here[0][1], there[0][1]), terms, {here[0][0], there[0][0]} in PASSING
    return None


@lru_cache(maxsize=20_000)
def _classes(text: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """For each group the classes that `text` tells, each with its first word."""
    return tuple(
        tuple((name, found[0]) for name, pattern in group if (found := pattern.search(text))) for group in _PATTERNS
    )
