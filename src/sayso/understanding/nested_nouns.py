"""What somebody's claim, denial or promise says, told inside a content: "Reed's denials that …", "his plans to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.nested_cuts import REST, told_in
from sayso.understanding.nested_sources import noun_phrase_before

OWNED = re.compile(
    r"(?P<owner>\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)|(?:’s|'s|s’|s'))"
    r"(?P<cue> (?:[a-z]+ ){0,2}?(?:denials?|claims?|assertions?|assurances?|promises?|pledges?|vows?|warnings?|accusations?|allegations?|"
    r"statements?|declarations?|admissions?|announcements?|insistence|contentions?|arguments?|suggestions?|predictions?|beliefs?|fears?|"
    r"hopes?|demands?|requests?|offers?|threats?|plans?))"
    rf"(?=(?P<what> (?:that|of|to|about) {REST}))"
)
# "assurances from officials that …", "promises by Reed to …".
GIVEN = re.compile(
    r"\b(?P<cue>(?:denials?|claims?|assertions?|assurances?|promises?|pledges?|warnings?|accusations?|allegations?|statements?|complaints?|"
    r"reports?|demands?|requests?|offers?|threats?)) (?:from|by) (?P<who>[^,.;:—–”“\"\n]{2,60}?)"
    rf"(?=(?P<what> (?:that|to) {REST}))"
)
# A noun of doing owns what stands behind "to" and "of": "the state's claim to the land" is nobody's words.
NO_WORDS = re.compile(r" (?:to|of) (?:the|a|an|fame|[A-Z]\w+)\b")
# Of 25 in the labelled contents of PolNeAR train and of unseen texts 19 are right.
CONFIDENCE = 0.75


def with_owned_words(text: str, content: Span, inside: list[Attribution]) -> list[Attribution]:
    """`inside` with what somebody's claims, denials or promises in `content` say; those with the same cue make way."""
    told = [*_owned(text, content), *_given(text, content)]
    cues = [one.cue for one in told if one.cue]
    rest = [one for one in inside if not (one.cue and any(one.cue.overlaps(cue) for cue in cues))]
    return sorted([*rest, *told], key=lambda one: one.start)


def _owned(text: str, content: Span) -> Iterator[Attribution]:
    for match in OWNED.finditer(text, content.start, content.end):
        words = match["what"]
        if not words.startswith(" that") and NO_WORDS.match(words):
            continue
        cue = Span(match.start("cue") + 1, match.end("cue"))
        pronoun = Span(*match.span("owner"))
        source = pronoun if match["owner"].isalpha() else noun_phrase_before(text, cue.start, content.start)
        told = told_in(match)
        if source and told:
            yield Attribution((told,), cue, source, CONFIDENCE)


def _given(text: str, content: Span) -> Iterator[Attribution]:
    for match in GIVEN.finditer(text, content.start, content.end):
        told = told_in(match)
        if told:
            yield Attribution((told,), Span(*match.span("cue")), Span(*match.span("who")), CONFIDENCE)
