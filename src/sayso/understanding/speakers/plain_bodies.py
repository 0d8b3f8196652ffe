"""Which body a description without a name means: "the company", "her campaign", "the newspaper"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sayso.spans import Span
from sayso.text.countries import countries_in
from sayso.understanding.speakers.bodies import Bodies
from sayso.understanding.speakers.describing import bare_words, may_be_firm, same_words
from sayso.understanding.speakers.descriptions import Description
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.nouns import FIRM_NOUNS, NEWSPAPERS, OUTLETS, PLAIN_BODIES, PUBLISHERS
from sayso.understanding.speakers.pronouns import PRONOUN_REACH
from sayso.understanding.speakers.vocabulary import BODY

# How many sentences back an outlet is looked for among those who told something.
HEARD_WITHIN = 2


class PlainBodies:
    """The bodies that descriptions without a name mean.

    `members` and `spoken` (place, place of the attribution, member) grow while the cast is read; `owner` tells whose a body
    is, `register` takes one up.
    """

    def __init__(
        self,
        ground: Ground,
        bodies: Bodies,
        members: Sequence[Member],
        spoken: Sequence[tuple[int, int, Member]],
        owner: Callable[[Description, Span], Member | None],
        register: Callable[[Member], Member],
    ) -> None:
        self._ground = ground
        self._bodies = bodies
        self._members = members
        self._spoken = spoken
        self._owner = owner
        self._register = register

    def meant(self, description: Description, source: Span) -> Member | None:
        """The body that `description` at `source` means, or None when it is not known."""
        head, at = description.head or "", source.start
        core = bare_words(description.words)
        modified = len(core.split()) > 1
        firmly = head in FIRM_NOUNS or head in PLAIN_BODIES
        same = same_words(description, self._members)
        if same and (modified or not firmly or description.indefinite):
            # "The company" may be another one each time.
            return same
        owner = self._owner(description, source)
        surname = owner.name.split()[-1] if owner and owner.kind == "person" else owner.name if owner else ""
        if owner:
            named = re.search(
                # A full stop ends no sentence behind "Mr" or an initial.
                rf"(?:(?:[A-Z][\w’'-]+|[A-Z][a-z]{{0,2}}\.) )*{re.escape(surname)}(?:[’']s?)? (?:[a-z]+ )?{re.escape(head)}\b",
                self._ground.text,
            )
            name = named[0] if named else description.words
            known = [one for one in self._members if bare_words(one.name) == bare_words(name)]
            body = self._bodies.by_name(name)
            known = known or ([body] if body else [])
            of = owner.name if owner.kind == "organisation" else None
            return known[0] if known else self._register(Member(name, "organisation", affiliation=of))
        wanted = countries_in(description.words)
        earlier = [
            one
            for one in reversed(self._members)
            if one.kind == "organisation" and re.search(rf"\b{re.escape(head)}$", one.name, re.IGNORECASE)
        ]
        heard = self._outlet_heard(at) if head in OUTLETS and not modified and not description.indefinite else None
        if heard:
            heard.kind = "organisation"
            return heard
        if not modified or description.indefinite:
            if (
                earlier
                and not description.indefinite
                and (earlier[0].name != earlier[0].name.lower() or head not in FIRM_NOUNS)
            ):
                return earlier[0]
            definite = re.match(r"(?:the|its|a|an) ", description.words, re.IGNORECASE)
            if not definite:
                return None
            if (
                description.indefinite
                and not modified
                and not re.search(r" (?:that|who|which|representing)", description.words)
            ):
                return None
            member = self._bodies.told_to_be(head, at)
            if member is None and head not in FIRM_NOUNS:
                member = self._bodies.by_noun(head, at)
            if member is None and firmly:
                member = self._firm(at)
            member = member or self._bodies.by_noun(head, at) or same
            return member if member and not (description.indefinite and not self._named_after(member, at)) else None
        told = self._bodies.told_to_be(core, at)
        if told:
            return told
        for one in earlier:
            theirs = countries_in(one.name)
            if set(core.split()) <= set(bare_words(one.name).split()) or (wanted and wanted & theirs):
                return one
        # "The online retail giant", with nothing that tells which, is whoever was named last.
        plain = firmly and not wanted and re.fullmatch(r"[Tt]he [a-z -]+", description.words)
        if plain and head in PUBLISHERS:
            return self._bodies.by_noun(head, at)
        return self._firm(at) if plain else None

    def _outlet_heard(self, at: int) -> Member | None:
        """Who told something right before "the newspaper" at `at`, when nothing makes them anybody or another kind of body."""
        for place, _, one in reversed(self._spoken):
            if place >= at or self._ground.sentences_between(place, at) > HEARD_WITHIN:
                continue
            unknown = not (one.gender or one.role or one.told_as or is_first_name(one.name.split()[0]))
            if one.name[0].isupper() and (one.kind == "organisation" or (one.kind == "person" and unknown)):
                last = one.name.split()[-1].lower()
                if last in NEWSPAPERS or not BODY.search(one.name):
                    return one
        return None

    def _firm(self, at: int) -> Member | None:
        """The firm that was named or spoke last before `at`."""
        spoken = {one: place for place, _, one in self._spoken if may_be_firm(one)}
        member = self._bodies.firm(at, PRONOUN_REACH, spoken)
        if member:
            member.kind = "organisation"
        return member

    def _named_after(self, member: Member, at: int) -> bool:
        """Whether `member` is a body that the article names only after `at`, close to it."""
        places = [place for place, one in self._bodies.at if one is member]
        return bool(places) and at < places[0] < at + 400
