"""Who says "I" outside quotation marks: whoever signed the letter that it stands in, or answers in an interview."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member

# A line that is a name alone, or what somebody is called on a platform.
_SIGNED = re.compile(
    r"^[—–-]?[^\S\n]?(?P<name>@\w+|[A-Z][\w.’'-]*(?: (?:[A-Z][\w’'-]*\.?|de|van|von|la))? [A-Z][\w’'-]+)(?:\.|, [^\n]{3,40})?$",
    re.MULTILINE,
)
_PLACE = re.compile(r"\s*[A-Z][\w ]+, [A-Z][\w. ]+$", re.MULTILINE)
# What the editors of such a page say of it themselves.
_EDITORS = re.compile(r"We (?:asked|invited|want to hear)\b")
# So many signed letters make a page of letters; a lone line with a name may be anything.
FEWEST_LETTERS = 2
LONGEST_LETTER = 3000
_QUESTION = re.compile(r"^Q(?::|\.|(?=[A-Z]))", re.MULTILINE)
_ANSWER = re.compile(r"^A(?::|\.|(?=[A-Z]))", re.MULTILINE)
FEWEST_ANSWERS = 2


class FirstPerson:
    """The letters and interviews of an article, asked who writes or answers at a place."""

    def __init__(self, ground: Ground, inventory: Inventory) -> None:
        self._text = ground.text
        self._ground = ground
        self._inventory = inventory
        self._writers: dict[str, Member] = {}

    def at(self, place: int) -> Member | None:
        """Who says "I" at `place`, outside quotation marks; None for the author of the article."""
        line = self._text[self._ground.line_start(place) :][:2]
        if self._answers and line.startswith("A"):
            return self.answering
        return self._signed_after(place)

    @property
    def is_interview(self) -> bool:
        """Whether the article is told in questions and answers, each with its letter."""
        return self._answers

    @cached_property
    def answering(self) -> Member | None:
        """Whom an interview is with: the one named most often before its first question."""
        first = _QUESTION.search(self._text)
        named = self._inventory.named_in(0, first.start() if first else 0)
        counted = Counter(one.member for one in named)
        return max(counted, key=lambda member: counted[member]) if counted else None

    @cached_property
    def _answers(self) -> bool:
        if "\nA" not in self._text or "\nQ" not in self._text:
            return False
        return (
            len(_ANSWER.findall(self._text)) >= FEWEST_ANSWERS and len(_QUESTION.findall(self._text)) >= FEWEST_ANSWERS
        )

    @cached_property
    def _signatures(self) -> list[tuple[int, str]]:
        found = [
            (one.start(), one["name"])
            for one in _SIGNED.finditer(self._text)
            if one["name"].startswith("@")
            or is_first_name(one["name"].split()[0])
            or (_PLACE.match(self._text, one.end()) and not one["name"].isupper())
        ]
        return found if len(found) >= FEWEST_LETTERS else []

    def _signed_after(self, place: int) -> Member | None:
        """The writer of the letter that `place` stands in."""
        if _EDITORS.match(self._text, self._ground.line_start(place)):
            return None
        for start, name in self._signatures:
            if place < start <= place + LONGEST_LETTER:
                known = self._inventory.by_name(name, start)
                return known or self._writers.setdefault(name, Member(name, "person"))
        return None
