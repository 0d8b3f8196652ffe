"""The places that name somebody, and the pronouns that follow them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member

_PRONOUNS = re.compile(r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|her|hers|herself))\b", re.IGNORECASE)
# A sentence that begins with "He" behind one that names one person counts as so many other pronouns. By hand.
GOES_ON = 3
_GOES_ON = re.compile(r"(?:He|She)\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names a member: in full or in part, as owner ("Lind's") or not, as a subject or not."""

    start: int
    end: int
    member: Member
    full: bool
    owning: bool
    subject: bool


def guess_genders(namings: list[Naming], doubtful: set[Member], ground: Ground) -> None:
    """Give those of unknown gender the pronoun that follows them where they are the only one named."""
    votes: dict[Member, Counter[str]] = defaultdict(Counter)
    by_sentence: dict[int, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_sentence[ground.sentence_at(naming.start)].append(naming)
    sentences = ground.sentences
    for number, here in by_sentence.items():
        member = here[0].member
        if member.gender or member in doubtful or any(one.member is not member for one in here):
            continue
        end = sentences[number].end
        following = number + 1
        if following < len(sentences):
            goes_on = _GOES_ON.match(ground.text, sentences[following].start)
            if goes_on:
                votes[member][goes_on[0].lower()] += GOES_ON
            if following not in by_sentence:
                end = sentences[following].end
        for found in _PRONOUNS.finditer(ground.text, here[0].end, end):
            if ground.quoted_at(found.start()) is None:
                votes[member]["he" if found["he"] else "she"] += 1
    for member, counted in votes.items():
        told: Literal["he", "she"] = "he" if counted["he"] > counted["she"] else "she"
        if counted["he"] != counted["she"]:
            member.gender = told
