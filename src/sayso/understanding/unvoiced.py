"""What is said of somebody by nobody in particular: "officers accused of hacking", "ships believed to be at sea"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.nested_cuts import REST, told_in
from sayso.understanding.nested_sources import noun_phrase_before

_BE = r"(?:is|are|was|were|be|been|being)(?: \w+ly| also| now| still| widely)?"
# The cue, then what is said. Behind a pronoun "believed" and "thought" are what somebody does.
UNVOICED = re.compile(
    r"(?P<cue>"
    rf"\b(?:(?:{_BE}|stands?|stood) )?(?:accused|suspected)(?= of )|"
    rf"\b(?:{_BE} )(?:said|claimed|rumou?red|understood|believed|thought|alleged|feared|charged)(?= (?:to (?:be|have)|with) )|"
    rf"\b(?:{_BE} )reported(?= )(?! by\b)|"
    r"(?<!\bI )(?<!\b[Hh]e )(?<!\b[Ww]e )(?<![Tt]hey )(?<!\bwho )(?<!\bnot )\b(?:believed|thought|alleged)(?= to (?:be|have) )"
    rf")(?=(?P<what> {REST}))"
)
# "What officials believed to be a boat" has who believes it before the cue.
WHAT = re.compile(r"\b[Ww]hat (?:[\w’'-]+ ){1,5}$")
# Of 16 in the labelled contents of PolNeAR train and of unseen texts 7 are right and 12 have a labelled cue, by labels older than
# docs/gold.md on whom it is said of.
CONFIDENCE = 0.5


def with_unvoiced(text: str, content: Span, inside: list[Attribution]) -> list[Attribution]:
    """`inside` with what is said in `content` of somebody without anybody who says it.

    The tagger has seen some of these; where it takes of whom it is said for who says so, its attribution is replaced.
    """
    found = list(inside)
    for match in UNVOICED.finditer(text, content.start, content.end):
        cue = Span(*match.span("cue"))
        of_whom = noun_phrase_before(text, cue.start, content.start)
        same = [one for one in found if one.cue and one.cue.overlaps(cue)]
        if any(one.source and text[one.source.end : cue.start].strip() for one in same):
            continue
        if WHAT.search(text[content.start : cue.start]):
            continue
        found = [one for one in found if one not in same]
        if same and same[0].source is None:
            found.append(_with_subject(same[0], of_whom))
            continue
        told = told_in(match)
        if told:
            found.append(_with_subject(Attribution((told,), cue, None, CONFIDENCE), of_whom))
    return sorted(found, key=lambda one: one.start)


def _with_subject(attribution: Attribution, of_whom: Span | None) -> Attribution:
    """`attribution` with whom it is about as a fragment of its content: "officers … of hacking"."""
    if of_whom is None or any(span.overlaps(of_whom) for span in attribution.content):
        return attribution
    return replace(attribution, content=(of_whom, *attribution.content))
