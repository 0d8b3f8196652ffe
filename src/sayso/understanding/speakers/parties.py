"""Those who speak together in one source."""

from __future__ import annotations

import re

from sayso.spans import Span
from sayso.text.countries import countries_in
from sayso.understanding.speakers.descriptions import Description, describe, is_bare_role
from sayso.understanding.speakers.nouns import is_plural_person_noun
from sayso.understanding.speakers.offices import is_epithet
from sayso.understanding.speakers.vocabulary import BODY, DETERMINER


def joint_parties(text: str, source: Span) -> list[Span]:
    """The spans of those who speak together in one source ("the mayor and Ada Lind"), or the source alone.

    Only parties that are each a name, a body or an office are taken apart: "Tolland and Wray" is one firm, and "two
    residents and a shopkeeper" are told as one group.
    """
    words = source.cut(text)
    joint = re.fullmatch(r"(?P<first>.+?),? and (?P<second>.+)", words, re.DOTALL)
    if not joint or "," in joint["first"]:
        return [source]
    second = describe(joint["second"])
    if is_bare_role(joint["first"]) and second.role and second.name:
        # "Former pilot and mayor Ana Prell" is one.
        return [source]
    if (
        is_epithet(describe(joint["first"]))
        and not second.name
        and not DETERMINER.match(joint["second"])
        and not second.plural
    ):
        # "The billionaire and former mayor" is one too.
        return [Span(source.start, source.start + joint.end("first"))]
    whose = re.match(r"(?:his|her|their) ", joint["second"]) and is_plural_person_noun(second.head or "")
    parties = (describe(joint["first"]), *([] if whose else [second]))
    if not all(_is_party(party, text) for party in parties):
        return [source]
    middle = source.start + joint.end("first")
    return [Span(source.start, middle), Span(source.start + joint.start("second"), source.end)]


def _is_party(party: Description, text: str) -> bool:
    if party.kind == "organisation":
        return bool(BODY.search(party.words) or countries_in(party.words))
    if party.kind != "person":
        return False
    # A surname alone is a party when the article gives the whole name somewhere.
    surname = re.escape(party.name or "-")
    return bool(party.role or " " in (party.name or "") or re.search(rf"\b[A-Z][\w.’-]+ {surname}\b", text))
