"""Who the sources of one article are, each mention joined to the one it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.spans import Span
from sayso.text.rumours import RUMOUR
from sayso.understanding.speakers.affiliations import body_of
from sayso.understanding.speakers.antecedents import Antecedents
from sayso.understanding.speakers.bodies import Bodies
from sayso.understanding.speakers.describing import (
    group_meant,
    is_no_speaker,
    same_words,
)
from sayso.understanding.speakers.descriptions import NAME, PRONOUNS, Description, describe
from sayso.understanding.speakers.documents import document_meant
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.holders import Described, choose_holder
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.names import NOT_NAMES
from sayso.understanding.speakers.parties import joint_parties
from sayso.understanding.speakers.plain_bodies import PlainBodies
from sayso.understanding.speakers.pronouns import Mention, mention_of
from sayso.understanding.speakers.relatives import antecedent
from sayso.understanding.speakers.saying import SAYS_NEXT
from sayso.understanding.speakers.several import named_before
from sayso.understanding.speakers.vocabulary import DETERMINER, DOCUMENT, is_title

__all__ = ["Cast", "Member", "joint_parties"]

# After these the words name whom somebody speaks to or of, not who speaks.
ADDRESSED = re.compile(r"\b(?:told|tells|telling|tell|accus(?:ed|es|ing)|asked|asking|informed|reminded|assured) $")
_APPOSED_BEFORE = re.compile(rf"(?P<name>{NAME.pattern})(?: \([^)]*\))?(?:, \d+)?, $")
# "Many of whom": those before them.
_OF_WHOM = re.compile(
    r"(?:many|some|most|all|both|half|several|one|two|three|few|each|a few|any) of (?P<relative>whom|which)"
)
# "My father" is of whoever writes.
_OF_AUTHOR = re.compile(r"(?:my|our) [a-z]", re.IGNORECASE)
# Titles as they are cut off before a name.
_TITLE_ALONE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Prof|Capt|Gen|Col|Lt|Sgt|Rev)\.?")
# Of these, nobody says anything.
NOBODY = re.compile(r"(?:no ?body|no[- ]?one|none|any ?body|any ?one|nothing)\b")


class Cast:
    """The people, bodies and documents of one article.

    `text` is the article's text; `told` are the stretches that quote or report somebody, in which a name is no
    antecedent for the pronoun that tells who speaks. `body` is the cast of the article's body when `text` is its
    headline: a headline names people in too few words to tell who is who, and its places are not kept. `sentences` are
    those of `text` where they are known.
    """

    def __init__(
        self, text: str, told: Sequence[Span], body: Cast | None = None, sentences: list[Span] | None = None
    ) -> None:
        self.text = text
        self.members: list[Member] = body.members if body else []
        self._keeps_places = body is None
        self._ground = Ground(text, told, sentences)
        self._inventory: Inventory = body._inventory if body else Inventory(self._ground)
        self._bodies: Bodies = (
            body._bodies if body else Bodies(self._ground, {one.name.lower() for one in self._inventory.people})
        )
        self._mentions = [mention_of(one, text) for one in ([] if body else self._inventory.namings)]
        self._spoken: list[tuple[int, int, Member]] = []
        self._antecedents = Antecedents(
            self._ground,
            self._inventory,
            self._bodies,
            self.members,
            self._mentions,
            self._spoken,
            self._find,
            self._described,
            ahead=self._keeps_places,
        )

        self._plain_bodies = PlainBodies(
            self._ground, self._bodies, self.members, self._spoken, self._owner, self._register
        )

    def resolve_all(self, source: Span, said_at: int) -> list[Member | None]:
        """Whoever the words at `source` mean, several when "they" stands for those named together."""
        words = source.cut(self.text).strip()
        plural = named_before(words, source.start, self._ground, self._inventory, self._bodies)
        if plural and same_words(describe(words), self.members):
            plural = []
        together: list[Member | None] = [self._register(one) for one in plural]
        for one in plural:
            one.spoke_at.append(said_at)
            self._spoken.append((source.start, said_at, one))
        if together:
            return together
        first = self.resolve(source, said_at)
        several = self._antecedents.several(source.start) if first and PRONOUNS.get(words.lower()) == "they" else ()
        others = [self._register(one) for one in several if one is not first] if first in several else []
        for one in others:
            one.spoke_at.append(said_at)
        return [first, *others]

    def resolve(self, source: Span, said_at: int) -> Member | None:
        """Whoever the words at `source` mean; `said_at` is where the attribution stands. None when it is not known."""
        words = source.cut(self.text)
        bare = re.sub(r"[^\w’' ]", "", words).strip().lower()
        relative = _OF_WHOM.fullmatch(bare)
        if relative:
            source = Span(source.end - len(relative["relative"]), source.end)
        # "The WHO" and "U.S." are no pronouns.
        pronoun = "who" if relative else None if words.isupper() and len(words) > 1 else PRONOUNS.get(bare)
        if not pronoun and ADDRESSED.search(self.text[max(0, source.start - 14) : source.start]):
            return None
        if pronoun == "who":
            member = self._relative(source)
        elif pronoun:
            member = self._antecedents.meant(pronoun, source.start)
            if member and self._keeps_places:
                member.places.append(source)
        elif words in ("A", "Q") and self._antecedents.first_person.is_interview:
            member = self._antecedents.first_person.answering if words == "A" else None
        elif (
            re.fullmatch(r"(?:the|a|an|this|that|one|self|['’ ]+|['’]s)?", bare)
            or NOBODY.match(bare)
            or RUMOUR.fullmatch(bare)
        ):
            return None
        else:
            member = (
                self._named_right_after(source)
                or self._in_apposition(source)
                or self._described(describe(words), words, source)
            )
        if member:
            self._register(member)
            if member.kind in ("unnamed", "document") and member.affiliation and member.affiliation.islower():
                # "A company spokeswoman", "on the brand's page": which one, the article tells.
                body = self._plain_bodies.meant(describe(f"the {member.affiliation}"), source)
                member.affiliation = body.name if body else None
            if member.affiliation and " " not in member.affiliation:
                # "The Dockers' Federation (DF)", when somebody is told to be of the DF.
                body = self._bodies.by_name(member.affiliation)
                member.affiliation = body.name if body else member.affiliation
            member.spoke_at.append(said_at)
            self._spoken.append((source.start, said_at, member))
            self._mentions.append(Mention(source.start, member, self._ground.is_subject(source.start), spoke=True))
        return member

    def resolve_words(self, words: str, source: Span) -> Member:
        """Whoever `words`, standing at `source`, mean."""
        description = describe(words)
        return self._described(description, words, source) or self._introduce(description, words, source)

    def _register(self, member: Member) -> Member:
        if member not in self.members:
            member.number = len(self.members)
            self.members.append(member)
        return member

    def _named_right_after(self, source: Span) -> Member | None:
        """The one whose name follows `source`, when that is the role before it: "the mayor" of "the mayor, Ada Lind"."""
        words = source.cut(self.text)
        if _TITLE_ALONE.fullmatch(words):
            # "Dr", with the name left outside: "Dr. Ada Lind".
            behind = self.text[source.end : source.end + 3]
            start = source.end + len(behind) - len(behind.lstrip(". "))
            named = [one for one in self._inventory.named_in(source.start, start + 1) if one.start <= start < one.end]
            return self._register(named[0].member) if named else None
        if (
            not re.match(r"(?:the|its|his|her|their|[A-Z][\w’' ]+[’']s) ", words)
            or self.text[source.end : source.end + 2] != ", "
        ):
            return None
        named = self._inventory.named_in(source.end + 2, source.end + 3)
        description = describe(words)
        fits = named and named[0].full and not named[0].owning and not description.name and description.kind == "person"
        if not fits or not re.match(r"[,.;:]", self.text[named[0].end : named[0].end + 1]):
            return None
        member = named[0].member
        self._register(member).learn(describe(f"{member.name}, {words}"), words, source if self._keeps_places else None)
        return member

    def _in_apposition(self, source: Span) -> Member | None:
        """The one whose name stands before `source`, when that is an apposition ("Ada Lind, the mayor, said")."""
        words = source.cut(self.text)
        if not re.match(r"(?:the|an?|another|one of the) ", words):
            return None
        line = self._ground.line_start(source.start)
        named = _APPOSED_BEFORE.search(self.text, max(line, source.start - 90), source.start)
        if named is None or named["name"].split()[0].lower() in NOT_NAMES:
            return None
        description = describe(words)
        if SAYS_NEXT.match(self.text, source.end) and self.text[source.end] == " ":
            # "Prell, a deckhand said, is ill": only a second comma would make it one.
            return None
        opens = self._ground.is_subject(named.start("name"))
        # In "lost in the Tarrow Strait, the coast guard said" and "in Orby, a deckhand said" it is no apposition.
        closed = bool(
            re.match(
                r"(?:[,;.)]| (?:who|that|which|whose|in|of|for|with|from|based)\b)",
                self.text[source.end : source.end + 8],
            )
        )
        member = self._inventory.by_name(named["name"], source.start)
        if description.kind in ("person", "unnamed"):
            if not opens and not (closed and member):
                return None
            if member is None and opens and description.kind == "person":
                whole = describe(f"{named['name']}, {words}")
                member = Member(named["name"], "person") if whole.kind == "person" and whole.name else None
        elif description.kind == "organisation" and (closed or opens) and not re.match("the ", words):
            member = self._bodies.by_name(named["name"]) or Member(named["name"], "organisation")
        else:
            return None
        if member:
            known = describe(f"{member.name}, {words}") if member.kind == "person" else description
            self._register(member).learn(known, words, source if self._keeps_places else None)
        return member

    def _described(self, description: Description, words: str, source: Span) -> Member | None:
        member = self._find(description, source)
        if member is None and is_no_speaker(description):
            return None
        if member is None:
            return self._introduce(description, words, source)
        # What only goes on about somebody ("the businessman") is a guess, and teaches nothing about them.
        known = description if description.name else replace(description, role=None, affiliation=None)
        self._register(member).learn(known, words, source if self._keeps_places else None)
        if member.kind == "person" and description.kind == "person" and not description.name:
            role = DETERMINER.sub("", description.words.split(",")[0])
            if is_title(role.split()[-1]):
                # Said in passing, it is better than nothing.
                member.role = member.role or role
                member.affiliation = member.affiliation or body_of(role)
        self._learn_owner(member, description, source)
        return member

    def _learn_owner(self, member: Member, description: Description, source: Span) -> None:
        """Whose a person or document is, as its affiliation: "the company's manifest"."""
        if member.kind in ("person", "document") and description.owner and not member.affiliation:
            owner = self._owner(description, source)
            member.affiliation = owner.name if owner and owner.kind == "organisation" else None

    def _introduce(self, description: Description, words: str, source: Span) -> Member:
        name = re.sub(r"^(?:the|this|that|these) ", "", description.words, flags=re.IGNORECASE)
        if description.kind in ("person", "organisation"):
            name = re.split(r", (?:who|which|whose) ", name)[0]
        name = re.split(
            r",? [—–-]+ |, " if description.kind == "document" else r",? [—–-]+ |, (?:like|including|such as|an?) ",
            name,
        )[0]
        sure = bool(description.role) or " " not in name or is_first_name(name.split()[0])
        member = self._register(
            Member(description.name or name, description.kind, plural=description.plural, sure=sure)
        )
        if description.name and description.kind == "person":
            self._inventory.add(member, description.name, source.start)
        member.learn(description, words, source if self._keeps_places else None)
        if member.kind == "document":
            self._learn_owner(member, description, source)
        return member

    def _find(self, description: Description, source: Span) -> Member | None:
        titled = self._titled(source)
        if titled and not (description.name and self._inventory.by_name(description.name, source.start)):
            return titled
        if description.name:
            return self._named(description, source)
        if description.kind in ("person", "unnamed") and not description.plural:
            return self._holder(description, source)
        if description.kind == "person":
            return same_words(description, self.members)
        if description.kind == "organisation":
            return self._plain_bodies.meant(description, source)
        if description.kind == "document":
            return document_meant(description, self.members, self.text, source.start)
        return self._group(description, source)

    def _group(self, description: Description, source: Span) -> Member | None:
        """The group that a description means, or the body whose name ends in its noun."""
        group = group_meant(description, self.members, self.text, source.start)
        if group is None and re.fullmatch(r"[Tt]he [a-z]{4,}", description.words) and not description.plural:
            return self._bodies.ending_in(description.head or "", source.start)
        return group

    def _titled(self, source: Span) -> Member | None:
        """The person whose full name ends the words at `source` after capitals or a title, or opens them before "of"."""
        for one in self._inventory.named_in(source.start, source.end):
            ends = one.end == source.end or self.text[one.end : one.end + 1] in ",("
            before = self.text[source.start : one.start].split()
            if DOCUMENT.search(" ".join(before).partition(" by ")[0]):
                # "A study by the law professor Ana Prell" is no person.
                continue
            if one.full and ends and before and (before[-1][0].isupper() or is_title(before[-1])):
                return one.member
            if one.full and not before and re.match(r" (?:of|from|at|with) ", self.text[one.end : one.end + 6]):
                return one.member
        return None

    def _named(self, description: Description, source: Span) -> Member | None:
        name = description.name or ""
        known = [one for one in self.members if one.name.lower() == name.lower() and one.kind != "person"]
        if known:
            return known[0]
        if description.kind == "person" or len(name.split()) == 1:
            member = self._inventory.by_name(name, source.start, description.gender)
            if member:
                return member
        body = self._bodies.by_name(name) or self._bodies.country(name)
        if body:
            return body
        members = [one for one in self.members if name in one.aliases and one.kind != "person"]
        return members[0] if members else None

    def _holder(self, description: Description, source: Span) -> Member | None:
        """The one whom a description of one person means."""
        if _OF_AUTHOR.match(description.words):
            # "My father" is nobody whom the article names.
            return same_words(description, self.members)
        owner = self._owner(description, source)
        told = f"{description.words} {owner.name}" if owner else description.words
        asked = Described(description, source, told, self._antecedents.named_in_own(source.start))
        heard = [one for one in self.members if one.kind in ("person", "unnamed") and not one.plural]
        candidates = [one for one in dict.fromkeys([*self._inventory.people, *heard]) if one is not owner]
        member = choose_holder(asked, candidates, self._mentions, self._ground, self._inventory)
        if member and not DETERMINER.match(description.words):
            # "Ex-mayor says …": the article may go on about "the mayor".
            member.told_as.append(description.words)
        if member or (description.kind == "unnamed" and description.indefinite):
            return member
        member = same_words(description, self.members)
        if owner and not description.affiliation and description.kind == "person":
            member = member or self._register(Member(description.words, "person"))
            member.affiliation = member.affiliation or (owner.name if owner.kind == "organisation" else None)
        if member or description.kind == "person":
            return member
        return self._group(description, source)

    def _owner(self, description: Description, source: Span) -> Member | None:
        """Whose the thing or person is: "its" spokesman, "Lind's" campaign, "the company's" director."""
        owner = description.owner
        if not owner:
            return None
        pronoun = PRONOUNS.get(owner.lower())
        if pronoun:
            return self._antecedents.whose(pronoun, source.start)
        told = describe(owner)
        if told.kind not in ("person", "organisation"):
            return None
        return self._find(told, Span(source.start, min(len(self.text), source.start + len(owner))))

    def _relative(self, source: Span) -> Member | None:
        """The one before a relative "who" or "that"."""
        place = antecedent(self._ground, source.start, person=source.cut(self.text).lower().startswith("who"))
        words = place.cut(self.text) if place else ""
        if place is None or not any(character.isalpha() for character in words):
            return None
        apposed = self._in_apposition(place)
        named = self._inventory.named_in(place.start, place.end)
        known = apposed or (named[-1].member if named and named[-1].end == place.end else None)
        known = known or self._inventory.by_name(words, source.start) or self._bodies.by_name(words)
        return known or self._described(describe(words), words, place)
