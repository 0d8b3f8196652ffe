"""Whom "he" or "she" means: the likeliest of those named, described or heard before it."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.understanding.speakers.descriptions import Gender
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.namings import Naming
from sayso.understanding.speakers.saying import is_asked

# How far back, in characters, a pronoun may reach for somebody; three paragraphs of news hold about this much.
PRONOUN_REACH = 1500
# Distances in sentences count no further than this.
FARTHEST = 6
QUOTE_ENDS = re.compile(r"[”\"»]\s?$|''\s?$|[,.!?…][’']\s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place before the pronoun where a candidate stands: by name, by a pronoun, or as the source of what is said.

    `asked` tells whether it is somebody who is asked something there.
    """

    at: int
    member: Member
    subject: bool
    owning: bool = False
    spoke: bool = False
    pronoun: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun of `gender` at `at`; `own` are those named in what it says, `barred` cannot be meant.

    `ahead` is who is named as the subject of the main clause when the pronoun stands in a clause before it.
    """

    at: int
    gender: Gender | None
    own: frozenset[Member] = frozenset()
    barred: Member | None = None
    ahead: Member | None = None


def choose(mentions: Sequence[Mention], asked: Asked, ground: Ground) -> Member | None:
    """The member whom `asked` means, or None when nobody fits. Cost: linear in `mentions`.

    Source: the weights are learned by `training/speakers/train.py`.
    """
    rows = features(mentions, asked, ground)
    if not rows:
        return None
    weights = _weights()
    scores = {
        member: sum(weights.get(name, 0.0) * value for name, value in row.items()) for member, row in rows.items()
    }
    return max(scores, key=lambda member: scores[member])


def features(mentions: Sequence[Mention], asked: Asked, ground: Ground) -> dict[Member, dict[str, float]]:
    """What tells for and against each candidate for `asked`, by name."""
    at, told, quote = asked.at, ground.told_at(asked.at), ground.quoted_at(asked.at)
    near = [one for one in mentions if 0 < at - one.at <= PRONOUN_REACH]
    # Who spoke right before may bear a given name that most with the other pronoun do.
    heard = max(
        (one for one in near if one.spoke and ground.sentences_between(one.at, at) <= 1),
        key=lambda one: one.at,
        default=None,
    )
    last_heard = heard.member if heard else None
    by_member: dict[Member, list[Mention]] = defaultdict(list)
    visible: set[Mention] = set()
    for one in near:
        member = one.member
        if member is asked.barred or (_is_other(member, asked) and (member.gender_sure or member is not last_heard)):
            continue
        by_member[member].append(one)
        theirs = ground.told_at(one.at)
        elsewhere = (theirs is not None and theirs != told) or ground.quoted_at(one.at) not in (None, quote)
        if one.spoke or not elsewhere:
            visible.add(one)
    last_spoke = max((one.at for one in near if one.spoke), default=-1)
    quoted = bool(QUOTE_ENDS.search(ground.text[max(0, at - 4) : at]))
    subject = ground.is_subject(at)
    found = {}
    for member, rows in by_member.items():
        shown = [one for one in rows if one in visible]
        subjects = [one for one in shown if one.subject]
        spoken = [one for one in shown if one.spoke]
        distance = _distance(shown, at, ground)
        if member.kind != "person" and distance > 1:
            # Nobody goes on about somebody unnamed for long without saying what they are.
            continue
        from_subject = _distance(subjects, at, ground)
        lines = min((ground.lines_between(one.at, at) for one in shown), default=4)
        found[member] = {
            "sentences": min(distance, FARTHEST),
            "sentences from subject": min(from_subject, FARTHEST),
            "paragraphs": min(lines, 4),
            "same sentence": distance == 0,
            "subject in same sentence": from_subject == 0 and subject,
            "subject in sentence before": from_subject == 1,
            "asked": quoted and any(one.asked and ground.sentences_between(one.at, at) <= 1 for one in shown),
            "main subject ahead": member is asked.ahead,
            "spoke": bool(spoken),
            "spoke last": any(one.at == last_spoke for one in spoken),
            "spoke last, near": any(
                one.at == last_spoke and ground.sentences_between(one.at, at) <= 1 for one in spoken
            ),
            "spoke before a quotation": bool(spoken) and quoted,
            "spoke last before a quotation": quoted and any(one.at == last_spoke for one in spoken),
            "only quoted": not shown,
            "only owning": bool(shown) and all(one.owning for one in shown),
            "named in own words": member in asked.own,
            "gender known": asked.gender is not None and member.gender == asked.gender,
            "other pronoun": _is_other(member, asked),
            "a body": member.kind == "organisation",
            "unsure": not member.sure,
            "unnamed": member.kind != "person",
            "often": math.log(1 + sum(not one.pronoun for one in rows)),
        }
    if asked.ahead and asked.ahead not in found and not _is_other(asked.ahead, asked):
        found[asked.ahead] = {
            "main subject ahead": 1.0,
            "named ahead alone": 1.0,
            "gender known": asked.ahead.gender is not None,
        }
    return found


def mention_of(naming: Naming, text: str) -> Mention:
    """The place of `naming` among the candidates."""
    return Mention(naming.start, naming.member, naming.subject, naming.owning, asked=is_asked(text, naming.start))


def _is_other(member: Member, asked: Asked) -> bool:
    """Whether `member` takes the other pronoun: by a given name alone, that is likely and no more."""
    return asked.gender is not None and member.gender not in (None, asked.gender)


def _distance(mentions: Sequence[Mention], at: int, ground: Ground) -> int:
    return min((ground.sentences_between(one.at, at) for one in mentions), default=FARTHEST)


@cache
def _weights() -> dict[str, float]:
    text = resources.files("sayso").joinpath("weights/speakers/weights.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["pronouns"]
    return weights
