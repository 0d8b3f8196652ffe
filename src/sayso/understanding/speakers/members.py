"""Somebody in the cast of one article, while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records import SpeakerKind
from sayso.spans import Span
from sayso.understanding.speakers.affiliations import fuller_affiliation
from sayso.understanding.speakers.descriptions import PRONOUNS, Description, Gender
from sayso.understanding.speakers.names import is_related


@dataclass(slots=True, eq=False)
class Member:
    """Somebody in the cast while an article is read: what is known so far, and where they were mentioned.

    `number` is their place in the cast, which stays when more is learned of them. `sure` is false for a name of two
    words that nothing but its capitals makes a person's. `told_as` are words that tell what they are: roles,
    appositions, the kind of body.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    gender_sure: bool = False
    plural: bool = False
    sure: bool = True
    number: int = 0
    told_as: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    spoke_at: list[int] = field(default_factory=list)

    def learn(self, description: Description, words: str, place: Span | None) -> None:
        """Add what one more mention tells."""
        if not (description.role and is_related(description.role)):
            self.role = self.role or description.role
            self.affiliation = fuller_affiliation(self.affiliation, description.affiliation)
        if description.gender:
            self.gender, self.gender_sure = description.gender, True
        if description.role:
            self.told_as.append(description.role)
        alias = words.strip(" ,.")
        if alias and alias != self.name and alias not in self.aliases and alias.lower() not in PRONOUNS:
            self.aliases.append(alias)
        if place and place not in self.places:
            self.places.append(place)
