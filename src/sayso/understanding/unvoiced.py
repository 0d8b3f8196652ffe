"""What is said of somebody by nobody in particular: "officers accused of hacking", "ships believed to be at sea"."""

from __future__ import annotations

import re

from sayso.spans import Span
from sayso.understanding.attribution import Attribution

_BE = r"(?:is|are|was|were|be|been|being)(?: \w+ly| also| now| still| widely)?"
# The cue, then what is said. Behind a pronoun "believed" and "thought" are what somebody does.
UNVOICED = re.compile(
    r"(?P<cue>"
    rf"\b(?:(?:{_BE}|stands?|stood) )?(?:accused|suspected)(?= of )|"
    rf"\b(?:{_BE} )(?:said|reported|claimed|rumou?red|understood|believed|thought|alleged|feared|charged)(?= (?:to (?:be|have)|with) )|"
    r"(?<!\bI )(?<!\b[Hh]e )(?<!\b[Ww]e )(?<![Tt]hey )(?<!\bwho )(?<!\bnot )\b(?:believed|thought|alleged)(?= to (?:be|have) )"
    r")(?P<what> (?:of|to|with) [^.;:—–”“\"\n]+)"
)  # fmt: skip
# Where what is said ends before its sentence does: at a comma that no "and" of a list follows, before a clause of its own.
CLAUSE_END = re.compile(r",| (?:could|would|will|may|might|should|must|can|said|says|has|had|have|is|are|was|were)\b")
# Words that no noun phrase before the cue goes back over.
BEFORE_IT = re.compile(
    r"(?:of|in|on|at|to|for|from|with|by|against|about|between|over|into|as|that|and|or|but|than|like|is|are|was|were|be|been|has|have|had|"
    r"[Ww]hen|[Ww]hile|[Ii]f|[Bb]ecause|including|\w+(?:ed|ing))"
)
DETERMINER = re.compile(r"(?:[Tt]he|[Aa]n?|[Ss]ome|[Tt]hose|[Tt]hese|[Mm]any|[Ss]everal|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)")
# A longer one is more than a noun phrase.
MOST_WORDS = 8
# By eye on the nested ones of PolNeAR train; what is read with "by" or a source of its own is left to the tagger.
CONFIDENCE = 0.7


def with_unvoiced(text: str, content: Span, inside: list[Attribution]) -> list[Attribution]:
    """`inside` with what is said in `content` of somebody without anybody who says it.

    The tagger has seen some of these; where it takes of whom it is said for who says so, its attribution is replaced.
    """
    found = list(inside)
    for match in UNVOICED.finditer(text, content.start, content.end):
        cue = Span(*match.span("cue"))
        same = [one for one in found if one.cue and one.cue.overlaps(cue)]
        if any(one.source is None or text[one.source.end : cue.start].strip() for one in same):
            continue
        found = [one for one in found if one not in same]
        start, words = match.start("what") + 1, match["what"]
        end = CLAUSE_END.search(words, 4)
        stop = match.start("what") + (end.start() if end else len(words))
        told = Span(start, start + len(text[start:stop].rstrip(" ,'’")))
        of_whom = _noun_phrase(text, content.start, cue.start)
        if len(told) > 0:
            found.append(Attribution((of_whom, told) if of_whom else (told,), cue, None, CONFIDENCE))
    return sorted(found, key=lambda one: one.start)


def _noun_phrase(text: str, first: int, end: int) -> Span | None:
    """The words right before `end`, back to where a noun phrase begins; none where there is none from `first` on."""
    words = list(re.finditer(r"\S+", text[first:end]))
    start = None
    for word in reversed(words[-MOST_WORDS:]):
        if word[0][-1] in ",.;:)—–”\"" or BEFORE_IT.fullmatch(word[0]):
            break
        start = word.start()
        if DETERMINER.fullmatch(word[0]):
            break
    return None if start is None else Span(first + start, first + len(text[first:end].rstrip()))
