"""Whom "they" means: the likeliest of those who are several, or a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.spans import Span
from sayso.understanding.speakers.bodies import Bodies
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.namings import Naming
from sayso.understanding.speakers.nouns import is_plural_person_noun
from sayso.understanding.speakers.phrases import plural_phrases
from sayso.understanding.speakers.pronouns import PRONOUN_REACH, QUOTE_ENDS

# What tells for or against a candidate, in the unit of one sentence's distance. By hand on `training/speakers`.
A_SENTENCE = -1.0
A_PARAGRAPH = -0.3
SUBJECT = 1.5
SPOKE = 1.0
SPOKE_BEFORE_A_QUOTATION = 1.5
TOLD = -1.0
QUOTED = -2.0
# A body is "it" more often, somebody of unknown gender "he" or "she"; what are no people say little.
A_BODY = -1.5
THINGS = -2.0
ALONE = -1.5
# A noun for people is looked for so many sentences back.
SENTENCES_BACK = 3
# What may stand between two who are named together.
_JOINS = re.compile(r",?(?: and| or| &|, along with|, together with|,) (?:[\w.’'-]+ ){0,4}?$")
# Several who were named before.
_PLURAL = re.compile(
    r"(?P<two>(?i:both(?: the)?|the two|these two))(?: [a-z-]+)??(?: (?P<noun>[a-z-]+))?|(?i:the|these) (?:[a-z-]+ ){0,2}?(?P<others>[a-z-]+)[’']?"
)
COUNTRIES = {"countries", "nations", "governments"}
# How many sentences back two people are looked for.
TWO_BACK = 3
_AND_HIS = re.compile(r" and (?:his|her|their) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)\b")


@dataclass(frozen=True, slots=True)
class Several:
    """A place before "they" where several people or a body stand: as members, or as `words` still to be described."""

    at: int
    subject: bool
    worth: float = 0.0
    members: tuple[Member, ...] = ()
    words: Span | None = None
    spoke: bool = False


def likeliest_several(found: Iterable[Several], at: int, ground: Ground) -> Several | None:
    """The one of `found` that "they" at `at` means, or None. Cost: linear in `found`."""
    told, quote = ground.told_at(at), ground.quoted_at(at)
    quoted = bool(QUOTE_ENDS.search(ground.text[max(0, at - 4) : at]))
    best: tuple[float, int] | None = None
    likeliest = None
    for one in found:
        if not 0 < at - one.at <= PRONOUN_REACH:
            continue
        score = A_SENTENCE * ground.sentences_between(one.at, at) + A_PARAGRAPH * ground.lines_between(one.at, at)
        score += (
            SUBJECT * one.subject + one.worth + SPOKE * one.spoke + SPOKE_BEFORE_A_QUOTATION * (one.spoke and quoted)
        )
        theirs = ground.told_at(one.at)
        if not one.spoke and ground.quoted_at(one.at) not in (None, quote):
            score += QUOTED
        elif not one.spoke and theirs and theirs != told:
            score += TOLD
        if best is None or (score, one.at) > best:
            best, likeliest = (score, one.at), one
    return likeliest


def told_plural(ground: Ground, at: int) -> Iterator[Several]:
    """The noun phrases for several people in the sentences before `at`."""
    here = ground.sentence_at(at)
    start = ground.sentences[max(0, here - SENTENCES_BACK + 1)].start if ground.sentences else 0
    for place in plural_phrases(ground.text, start, at):
        people = is_plural_person_noun(place.cut(ground.text).split()[-1].lower())
        yield Several(place.start, ground.is_subject(place.start), 0.0 if people else A_BODY, words=place)


def named_together(ground: Ground, inventory: Inventory, at: int) -> Iterator[Several]:
    """Those whom the words before `at` name side by side: "Prell and Lind", "Prell and her lawyers"."""
    text = ground.text
    row: list[Naming] = []
    for one in [*inventory.named_in(max(0, at - PRONOUN_REACH), at), None]:
        joined = one and row and one.start > row[-1].end and _JOINS.fullmatch(text, row[-1].end, one.start)
        if joined and one:
            row.append(one)
            continue
        members = tuple(dict.fromkeys(naming.member for naming in row))
        if len(members) > 1 and re.search(r"\b(?:and|with)\b|&", text[row[0].end : row[-1].start]):
            yield Several(row[0].start, row[0].subject, members=members)
        elif row:
            others = _AND_HIS.match(text, row[-1].end)
            if others and is_plural_person_noun(others["noun"]):
                yield Several(row[-1].start, row[-1].subject, members=(row[-1].member,))
        row = [one] if one else []


def named_before(words: str, at: int, ground: Ground, inventory: Inventory, bodies: Bodies) -> list[Member]:
    """Those whom `words` at `at` mean who were named before: "the two countries", "both men", "the moderators"; mostly nobody."""
    plural = _PLURAL.fullmatch(words)
    if not plural:
        return []
    noun = plural["others"] or plural["noun"] or "men"
    if plural["two"] and noun in COUNTRIES:
        return bodies.last_countries(at, PRONOUN_REACH, 2)
    if not is_plural_person_noun(noun):
        return []
    if plural["two"]:
        start = ground.sentences[max(0, ground.sentence_at(at) - TWO_BACK)].start if ground.sentences else 0
        last = list(dict.fromkeys(one.member for one in reversed(inventory.named_in(start, at))))[:2]
        return last[::-1] if len(last) == 2 else []
    rows = [
        one.members
        for one in named_together(ground, inventory, at)
        if len(one.members) > 1 and ground.sentences_between(one.at, at) <= 1
    ]
    return [*rows[-1]] if rows else []
