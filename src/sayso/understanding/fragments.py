"""Tidy the fragments of a content: whole quotations, no stray punctuation, nothing cut that belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.spans import Span

QUOTES = '"“”„«»'
OPENING = '"“„«'
LEADING = re.compile(r"(?:[,:;—–-]|\.(?!\w))+\s*")
# The rest of a quotation that the tagger left out: its last mark, with the stop before it; the stop alone where the
# quotation goes on in the next paragraph.
CLOSING_REST = re.compile(r"[.,!?;:…]{0,3}[\"”»“]|[.!?…]+(?=\n)")


def tidy_fragments(fragments: Iterable[Span], cue: Span | None, text: str) -> tuple[Span, ...]:
    """`fragments` of one content in text order, as PolNeAR's annotators cut them.

    Fragments with nothing but punctuation between them are one, unless the cue or a line break stands there. Marks
    that a quotation was cut off from join it; a comma or stop at the edge stays out where there is no quotation.
    """
    worded = [span for span in sorted(fragments) if any(character.isalnum() for character in span.cut(text))]
    merged: list[Span] = []
    for span in (_whole_quotation(_bare(span, text), text) for span in worded):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        elif merged and _touching(merged[-1], span, cue, text):
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


def _touching(before: Span, after: Span, cue: Span | None, text: str) -> bool:
    between = text[before.end : after.start]
    if "\n" in between or any(character.isalnum() for character in between):
        return False
    return not (cue and before.end <= cue.start < after.start)


def _bare(span: Span, text: str) -> Span:
    words = span.cut(text)
    start = span.start
    leading = LEADING.match(words)
    if leading and leading.end() < len(words):
        start += leading.end()
    ends = words[-1] in ".,;" and len(words) > 1 and not any(mark in words for mark in QUOTES)
    return Span(start, span.end - ends)


def _whole_quotation(span: Span, text: str) -> Span:
    words = span.cut(text)
    if words[0] in OPENING and not any(mark in words[1:] for mark in QUOTES):
        rest = CLOSING_REST.match(text, span.end)
        if rest:
            return Span(span.start, rest.end())
    opened_before = span.start > 0 and text[span.start - 1] in OPENING
    if opened_before and words[-1] in QUOTES and not any(mark in words[:-1] for mark in QUOTES):
        return Span(span.start - 1, span.end)
    return span
