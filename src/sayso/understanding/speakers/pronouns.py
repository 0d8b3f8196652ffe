"""Whom a pronoun means: the likeliest of those named, described or heard before it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.understanding.speakers.descriptions import Gender
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member

# How far back, in characters, a pronoun may reach for somebody; three paragraphs of news hold about this much.
PRONOUN_REACH = 1500
# What tells for or against a candidate, in the unit of one sentence's distance. Tuned on the dev half of our speaker
# gold set and read over on GUM news.
A_SENTENCE = -1.2
A_PARAGRAPH = -0.25
SUBJECT = 1.8
OWNING = -0.7
TOLD_ELSEWHERE = -1.6
# Right after a quotation the one who spoke before goes on; elsewhere the subject counts for more.
SPOKE, SPOKE_LAST = 0.4, 0.2
QUOTED_SPOKE, QUOTED_SPOKE_LAST = 1.2, 0.8
SAME_GENDER = 0.7
UNSURE = -1.0
OFTEN = 0.3


@dataclass(frozen=True, slots=True)
class Mention:
    """A place before the pronoun where a candidate stands."""

    at: int
    member: Member
    subject: bool
    owning: bool = False
    spoke: bool = False


def likeliest(
    mentions: Iterable[Mention], at: int, ground: Ground, gender: Gender | None, barred: Member | None = None
) -> Member | None:
    """The member whom a pronoun of `gender` at `at` means, or None when nobody fits. Cost: linear in `mentions`."""
    told, quote = ground.told_at(at), ground.quoted_at(at)
    best: dict[Member, float] = {}
    often: dict[Member, int] = {}
    rows = [one for one in mentions if 0 < at - one.at <= PRONOUN_REACH]
    quoted = bool(re.search(r"[”\"»]\s?$|''\s?$", ground.text[max(0, at - 4) : at]))
    spoke, spoke_last = (QUOTED_SPOKE, QUOTED_SPOKE_LAST) if quoted else (SPOKE, SPOKE_LAST)
    last = max((one.at for one in rows if one.spoke), default=-1)
    for one in rows:
        member = one.member
        if member is barred or (gender and member.gender not in (None, gender)):
            continue
        score = A_SENTENCE * ground.sentences_between(one.at, at) + A_PARAGRAPH * ground.lines_between(one.at, at)
        score += SUBJECT * one.subject + OWNING * one.owning
        if one.spoke:
            score += spoke + spoke_last * (one.at == last)
        elif ((theirs := ground.told_at(one.at)) and theirs != told) or ground.quoted_at(one.at) not in (None, quote):
            score += TOLD_ELSEWHERE
        score += SAME_GENDER * (gender is not None and member.gender == gender) + UNSURE * (not member.sure)
        best[member] = max(score, best.get(member, -math.inf))
        often[member] = often.get(member, 0) + 1
    return max(best, key=lambda member: best[member] + OFTEN * math.log(often[member]), default=None)
