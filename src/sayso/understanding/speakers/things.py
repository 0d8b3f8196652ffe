"""What "it" means: the likeliest of the bodies, countries and documents before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.pronouns import PRONOUN_REACH, Mention

# What tells for or against a candidate, in the unit of one sentence's distance. By hand on `training/speakers`.
A_SENTENCE = -1.0
A_PARAGRAPH = -0.3
SUBJECT = 1.5
SPOKE = 1.0
# Named last in the sentence before, and no subject: "cited a memorandum. It says".
ENDS = 0.6
TOLD = -2.0
A_PLACE = -1.5
OWNING = -0.5
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|near|across|around|from|throughout|outside|into|to) (?:the )?$")


def likeliest_thing(mentions: Iterable[Mention], at: int, ground: Ground) -> Member | None:
    """The member among `mentions` that "it" at `at` means, or None. Cost: linear in `mentions`."""
    text, told, quote = ground.text, ground.told_at(at), ground.quoted_at(at)
    best: tuple[float, int] | None = None
    found = None
    for one in mentions:
        if not 0 < at - one.at <= PRONOUN_REACH:
            continue
        apart = ground.sentences_between(one.at, at)
        score = A_SENTENCE * apart + A_PARAGRAPH * ground.lines_between(one.at, at)
        score += SUBJECT * one.subject + SPOKE * one.spoke + OWNING * one.owning
        theirs = ground.told_at(one.at)
        if not one.spoke and ((theirs and theirs != told) or ground.quoted_at(one.at) not in (None, quote)):
            score += TOLD
        if not one.subject:
            score += A_PLACE * bool(_PLACED.search(text[max(0, one.at - 16) : one.at])) + ENDS * (apart == 1)
        if best is None or (score, one.at) > best:
            best, found = (score, one.at), one.member
    return found
