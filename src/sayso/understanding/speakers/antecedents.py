"""Whom a pronoun means among those that an article has told of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sayso.spans import Span
from sayso.text.countries import country_of
from sayso.understanding.speakers.bodies import Bodies
from sayso.understanding.speakers.describing import head_of, is_one_person, may_be_firm
from sayso.understanding.speakers.descriptions import Description, Gender, describe
from sayso.understanding.speakers.documents import document_meant
from sayso.understanding.speakers.first_person import FirstPerson
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.nouns import is_person_noun, is_plural_person_noun
from sayso.understanding.speakers.pronouns import PRONOUN_REACH, Asked, Mention, choose
from sayso.understanding.speakers.several import (
    A_BODY,
    ALONE,
    THINGS,
    Several,
    likeliest_several,
    named_together,
    told_plural,
)
from sayso.understanding.speakers.things import likeliest_thing
from sayso.understanding.speakers.vocabulary import BODY, DOCUMENT, HE, SHE

# "The pilot", "my older sister": somebody without a name, when the noun is one for people and no name follows.
_SUBJECT_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Aa]nother|[Oo]ne) (?:[\w-]+ ){0,3}?(?P<noun>[a-z-]+)(?=[ ,](?![A-Z]))"
)
# "The letter", "a 2001 memorandum issued by the port".
_DOCUMENT_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Tt]his) (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]+)\b(?: (?:by|from|of|issued|published|written|posted|released) [^,.;:“”\"\n()]{3,60})?"
)
# A clause that comes before its main clause opens so.
_FRONTED = re.compile(
    r"(?:In|As|While|After|Before|Though|Although|If|When|Despite|With|Since|Once|Even|Because|On|At|During)\b"
)
_COMMA = re.compile(r",[”\"’']* ")
# So many characters behind the comma hold the name of the main clause's subject, with the titles before it.
AHEAD_WITHIN = 40
_HE, _SHE = re.compile(r"\b[Hh]e\b"), re.compile(r"\b[Ss]he\b")


class Antecedents:
    """The people, bodies and documents that a pronoun may mean.

    `members`, `mentions` and `spoken` (place, place of the attribution, member) grow while the cast is read; `find` and
    `described` look for whom a description means. `ahead` tells whether a name that comes after may be meant.
    """

    def __init__(
        self,
        ground: Ground,
        inventory: Inventory,
        bodies: Bodies,
        members: list[Member],
        mentions: list[Mention],
        spoken: list[tuple[int, int, Member]],
        find: Callable[[Description, Span], Member | None],
        described: Callable[[Description, str, Span], Member | None],
        *,
        ahead: bool,
    ) -> None:
        self.text = ground.text
        self.members = members
        self._ground = ground
        self._inventory = inventory
        self._bodies = bodies
        self._mentions = mentions
        self._spoken = spoken
        self._find = find
        self._described = described
        self._ahead = ahead
        self._meant: dict[int, Member | None] = {}
        self.first_person = FirstPerson(ground, inventory)

    def meant(self, pronoun: str, at: int) -> Member | None:
        """Whom `pronoun`, in its plain form, means at `at`; None when it is nobody or not known."""
        if pronoun == "you":
            return None
        if pronoun == "i":
            return self._first_person(at)
        if pronoun in ("he", "she"):
            return self._third_person("he" if pronoun == "he" else "she", at)
        if pronoun == "it":
            return likeliest_thing(self._things_before(at), at, self._ground)
        return next(iter(self.several(at)), None)

    def several(self, at: int) -> tuple[Member, ...]:
        """Whom "they" means at `at`: a group or body, or those who are named together; empty when it is not known."""
        places = [*self._several_spoken(at), *told_plural(self._ground, at), *self._several_bodies(at)]
        places += named_together(self._ground, self._inventory, at)
        found = likeliest_several(places, at, self._ground)
        if found is None or found.words is None:
            return found.members if found else ()
        words = found.words.cut(self.text)
        member = self._described(describe(words), words, found.words)
        return (member,) if member else ()

    def _several_spoken(self, at: int) -> Iterator[Several]:
        """Those who spoke before `at` and may be several, a body or somebody of unknown gender."""
        for place, _, one in self._spoken:
            if place < at:
                subject = self._ground.is_subject(place)
                if one.kind == "group" or one.plural:
                    people = is_plural_person_noun(head_of(one.name))
                    yield Several(place, subject, 0.0 if people else THINGS, (one,), spoke=True)
                elif one.kind == "organisation" or may_be_firm(one):
                    yield Several(place, subject, A_BODY, (one,), spoke=True)
                elif one.kind in ("unnamed", "person") and one.gender is None:
                    yield Several(place, subject, ALONE, (one,), spoke=True)

    def _several_bodies(self, at: int) -> Iterator[Several]:
        for one in self._bodies.mentions_before(at, PRONOUN_REACH):
            if not country_of(one.member.name):
                yield Several(one.at, one.subject, A_BODY, (one.member,))

    def whose(self, pronoun: str, at: int) -> Member | None:
        """Whom a possessive means at `at`: "his" lawyer, "its" spokesman."""
        if pronoun in ("he", "she"):
            return self._remembered("he" if pronoun == "he" else "she", at)
        return self.meant(pronoun, at)

    def _remembered(self, gender: Gender, at: int) -> Member | None:
        """Whom "he" or "she" means at `at`, looked for once: each looks back at others before it."""
        if at not in self._meant:
            self._meant[at] = None
            self._meant[at] = self._third_person(gender, at)
        return self._meant[at]

    def people_before(self) -> Iterator[Mention]:
        """Every place where a person stands, by name or as the source of what is said."""
        for one in self._mentions:
            if (
                one.member.kind == "person"
                or (one.member.kind == "unnamed" and is_one_person(one.member.name))
                or _may_be_person(one.member)
            ):
                yield one

    def _things_before(self, at: int) -> Iterator[Mention]:
        """The bodies, countries and documents before `at`, with those that spoke."""
        for one in self._mentions:
            thing = (
                one.member.kind in ("organisation", "document", "group")
                or may_be_firm(one.member)
                or (one.member.kind == "unnamed" and not is_one_person(one.member.name))
            )
            if one.spoke and thing and not one.member.plural and one.at < at:
                yield one
        yield from self._bodies.mentions_before(at, PRONOUN_REACH)
        here = self._ground.sentence_at(at)
        start = self._ground.sentences[max(0, here - 1)].start
        for found in _DOCUMENT_NOUN.finditer(self.text, start, at):
            if not DOCUMENT.fullmatch(found["noun"]):
                continue
            place = Span(found.start(), found.end())
            description = describe(place.cut(self.text))
            member = document_meant(description, self.members, self.text, at)
            member = member or Member(re.sub("^[Tt]he ", "", description.words), "document")
            yield Mention(place.start, member, self._ground.is_subject(place.start))

    def _third_person(self, gender: Gender, at: int) -> Member | None:
        mentions = [*self.people_before(), *self._nouns_before(gender, at), *self._pronouns_before(gender, at)]
        quoted = self._ground.quoted_at(at) is not None
        barred = self._first_person(at) if quoted else None
        own = self.named_in_own(at)
        member = choose(mentions, Asked(at, gender, own, barred, self._ahead_in_sentence(at)), self._ground)
        if member is None and not self._spoken and self._ahead:
            # "He never lied. Carl Lorne quit on Monday": the name comes after.
            ahead = self._inventory.named_in(at, at + 500)
            member = next(
                (one.member for one in ahead if one.full and one.subject and one.member.gender in (None, gender)), None
            )
        if member:
            member.gender = member.gender or gender
            member.kind = "person" if member.kind == "organisation" else member.kind
        return member

    def _ahead_in_sentence(self, at: int) -> Member | None:
        """Who is the subject of the main clause, when `at` stands in one before it: "As he left, Ana Prell said"."""
        if not self._ground.sentences:
            return None
        here = self._ground.sentences[self._ground.sentence_at(at)]
        if not _FRONTED.match(self.text, here.start):
            return None
        comma = _COMMA.search(self.text, at, here.end)
        if comma is None:
            return None
        found = next(iter(self._inventory.named_in(comma.end(), comma.end() + AHEAD_WITHIN)), None)
        fits = found and found.subject and not found.owning and self._ground.quoted_at(found.start) is None
        return found.member if found and fits else None

    def named_in_own(self, at: int) -> frozenset[Member]:
        """Those whom the words that the pronoun at `at` says name: right before it, or right after its verb."""
        spans = [told for told in (self._ground.told_before(at), self._ground.told_after(at)) if told]
        return frozenset(one.member for span in spans for one in self._inventory.named_in(span.start, span.end))

    def _pronouns_before(self, gender: Gender, at: int) -> Iterator[Mention]:
        """Those whom "he" or "she" means in the words before `at`, back to the sentence before."""
        here = self._ground.sentence_at(at)
        start = self._ground.sentences[max(0, here - 1)].start if self._ground.sentences else 0
        for found in (_HE if gender == "he" else _SHE).finditer(self.text, start, at):
            place = found.start()
            if self._ground.told_at(place) or self._ground.quoted_at(place) is not None:
                continue
            member = self._remembered(gender, place)
            if member:
                yield Mention(place, member, self._ground.is_subject(place), pronoun=True)

    def _nouns_before(self, gender: Gender, at: int) -> list[Mention]:
        """Somebody without a name who is the subject of a clause shortly before `at`: "My mother is mild, but she says"."""
        here = self._ground.sentence_at(at)
        start = self._ground.sentences[max(0, here - 1)].start if self._ground.sentences else 0
        found = []
        for opening in _SUBJECT_NOUN.finditer(self.text, start, at):
            noun = opening["noun"].lower()
            if not is_person_noun(noun) or (noun in SHE and gender == "he") or (noun in HE and gender == "she"):
                continue
            if self._ground.told_at(opening.start()) or self._ground.quoted_at(opening.start()) is not None:
                continue
            if not self._ground.is_subject(opening.start()):
                continue
            place = Span(opening.start(), opening.end())
            description = describe(place.cut(self.text))
            member = self._find(description, place)
            if member is None:
                member = Member(
                    description.words, description.kind, gender=gender if noun in SHE or noun in HE else None
                )
            if member.kind in ("person", "unnamed") and not member.plural:
                found.append(Mention(place.start, member, subject=True))
        return found

    def _first_person(self, at: int) -> Member | None:
        """Who says "I" at `at`: inside quotation marks, the one who speaks there; the author is nobody."""
        if self._ground.quoted_at(at) is None:
            return self.first_person.at(at)
        line = self._ground.line_at(at)
        said = [
            (place, said_at, one)
            for place, said_at, one in self._spoken
            if said_at <= at and line - self._ground.line_at(said_at) <= 1
        ]
        return max(said, key=lambda row: row[1])[2] if said else None


def _may_be_person(member: Member) -> bool:
    """Whether `member`, taken for a body because nothing told what it is, may be somebody after all."""
    return (
        member.kind == "organisation"
        and not member.sure
        and member.gender is None
        and re.fullmatch(r"(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+", member.name) is not None
        and not BODY.search(member.name)
    )
