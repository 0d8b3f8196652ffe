"""Where the source of a nested attribution begins and ends."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.spans import Span, trim
from sayso.understanding.attribution import Attribution

EDGE = " ,;:"
RELATIVES = frozenset({"who", "which"})
# What the tagger may take for who speaks where that stands between it and the cue: "that Ada Lind denied".
JOINING = frozenset({"that", "as", "when", "while", "if", "whether", "because"})
# The words of a line right before the pronoun, with at most a comma between.
BEFORE = re.compile(r"(?P<words>(?:[\w’'.&-]+ ){0,5}[\w’'&-]+),? $")
# Farther than this before the pronoun the words begin anew, in characters.
REACH = 80
DETERMINERS = frozenset(
    {"the", "a", "an", "some", "many", "most", "several", "other", "those", "these", "his", "her", "their", "its", "our", "my", "all"}
)  # fmt: skip
# Words that no noun phrase goes over.
OUTSIDE = re.compile(
    r"(?:of|to|with|including|and|or|but|by|from|in|on|at|for|like|as|than|is|are|was|were|be|been|has|have|had|said|says|told|that|if|"
    r"because|between|among|against|about|not|[a-z]+(?:ed|ing))$"
)


def tidy_source(text: str, attribution: Attribution) -> Attribution:
    """`attribution` whose source ends with no comma, and is the noun before "who" ("a clerk, who") or behind "that" instead of it."""
    source = attribution.source
    if source is None:
        return attribution
    if source.cut(text).lower() in RELATIVES:
        source = noun_phrase_before(text, source.start) or source
    elif source.cut(text).lower() in JOINING and attribution.cue:
        source = noun_phrase_before(text, attribution.cue.start, source.end + 1) or source
    return replace(attribution, source=trim(text, source.start, source.end, EDGE) or source)


def noun_phrase_before(text: str, before: int, first: int = 0) -> Span | None:
    """The noun phrase right before a place, which begins at `first` at the earliest, as far as word forms tell."""
    start = max(first, before - REACH)
    found = BEFORE.search(text[start:before])
    if found is None:
        return None
    end = start + found.end("words")
    place = end
    for word in reversed(found["words"].split(" ")):
        if OUTSIDE.match(word):
            break
        place -= len(word) + (place < end)
        if word.lower() in DETERMINERS:
            break
    return Span(place, end) if place < end else None
