"""Other places where the content of a nested attribution may begin and end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from sayso.spans import Span, trim
from sayso.understanding.attribution import Attribution

Cut = Literal["as read", "after the cue", "quotation", "sentence", "whole", "clause", "from the start"]
CUTS: tuple[Cut, ...] = ("as read", "after the cue", "quotation", "sentence", "whole", "clause", "from the start")
SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
# Where a clause may end.
CLAUSE_END = re.compile(
    r"(?:,|;| [—–-]{1,2})\s|\s(?:because|after|when|while|although|though|but|if|before|since|following|despite|until) "
)
# No clause of its own is shorter, in characters.
SHORTEST_CLAUSE = 12
# The full stops of "U.S." and "Mrs.", which end no sentence.
NO_STOP = r"(?<=\b[A-Z])\.|(?<=\b[MDS][rst])\.|(?<=\bMrs)\."
# Words up to the end of a sentence, a quotation or a dash.
REST = rf"(?:[^.;:—–”“\"\n]|{NO_STOP})+"
# Where such words stop being what is said: at a comma or before a clause of their own; behind "that", which may hold verbs, at a comma.
REST_END = re.compile(
    r",| (?:would|will|could|can|should|may|might|must|has|had|have|is|are|was|were|said|says|after|when|while|before|during|as|because)\b"
)
COMMA = re.compile(",")
# As many characters of them are always said.
FEWEST_TOLD = 6
OPENINGS = "‘'“\""
DOUBLED = re.compile("''")
SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?…])['’](?!\w)|(?<=\s)‘(?=\s)")
CLOSING = re.compile(r"[”\"]")
# Words that stand before what is told: "that", with the quotation mark before it.
OPENING_WORDS = re.compile(r"[\"“„«'‘]*(?:that |how |if |whether )?")
EDGE = " ,;\n"


def opening(words: str) -> int:
    """How many characters stand before the content proper: "that", an opening quotation mark."""
    found = OPENING_WORDS.match(words)
    return found.end() if found else 0


def told_in(what: re.Match[str]) -> Span | None:
    """What is said of the group `what` of a match: `REST` behind a blank, to where its clause ends."""
    words = what["what"]
    end = (COMMA if words.startswith(" that ") else REST_END).search(words, FEWEST_TOLD)
    start = what.start("what")
    return trim(what.string, start, start + (end.start() if end else len(words)), " ,'’")


def other_cuts(text: str, content: Span, inner: Attribution) -> dict[Cut, Attribution]:
    """`inner`, which is told inside `content`, with its own content cut in every other way that may be meant."""
    cue = inner.cue
    found: dict[Cut, Attribution] = {}
    if cue is None:
        return found

    def put(cut: Cut, spans: tuple[Span, ...]) -> None:
        if spans and spans != inner.content and all(spans != one.content for one in found.values()):
            found[cut] = replace(inner, content=spans)

    def put_span(cut: Cut, start: int, end: int) -> None:
        span = trim(text, start, end, EDGE) if end > start else None
        put(cut, (span,) if span else ())

    before = tuple(span for span in inner.content if span.end <= cue.start)
    after = tuple(span for span in inner.content if span.start >= cue.end)
    if before and after:
        put("after the cue", after)
    elif after:
        start = after[0].start
        sentence = SENTENCE_END.search(text, start, content.end)
        if text[start] in OPENINGS:
            end = _end_of_quotation(text, start, content.end)
            if end is not None:
                put("quotation", (Span(start, end),))
        else:
            put_span("sentence", start, _before_space(sentence) if sentence else content.end)
        put_span("whole", start, content.end)
        clause = CLAUSE_END.search(text, start + SHORTEST_CLAUSE, after[-1].end)
        if clause:
            put_span("clause", start, clause.start())
    elif before:
        end = before[-1].end
        starts = [one.end() for one in SENTENCE_END.finditer(text, content.start, before[-1].start + 1)]
        start = max([content.start, *starts])
        put_span("from the start", start + opening(text[start:end]), end)
    return found


def _before_space(found: re.Match[str]) -> int:
    return found.start() + len(found.group().rstrip())


def _end_of_quotation(text: str, start: int, end: int) -> int | None:
    """Where the quotation that opens at `start` is closed, or None."""
    if text.startswith("''", start):
        closing = DOUBLED.search(text, start + 2, end)
    elif text[start] in "‘'":
        closing = SINGLE_CLOSING.search(text, start + 2, end)
    else:
        closing = CLOSING.search(text, start + 1, end)
    return closing.end() if closing else None
