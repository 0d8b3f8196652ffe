"""Sentences of a text as spans."""

from __future__ import annotations

import sentencex

from sayso.spans import Span, trim


def find_sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` without edge white space, in order; none runs over a line break.

    Source: sentencex (Wikimedia), F1 0.911 on our news sample. Its strings are laid back onto the text, so that
    the offsets stay code points whatever it counts in.
    """
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            at = start
            for sentence in sentencex.segment(language, line):
                place = text.find(sentence, at, start + len(line))
                if place < 0:
                    continue
                span = trim(text, place, place + len(sentence))
                at = place + len(sentence)
                if span:
                    spans.append(span)
            if not spans or spans[-1].end <= start:
                whole = trim(text, start, start + len(line))
                if whole:
                    spans.append(whole)
        start += len(line) + 1
    return spans
