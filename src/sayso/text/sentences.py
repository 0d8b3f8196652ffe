"""Sentences of a text as spans."""

from __future__ import annotations

import unicodedata

import sentencex

from sayso.spans import Span, trim

# Marks that matter to where a sentence ends, as their plain forms.
PLAIN = {"…": ".", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-"}


def find_sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text` without edge white space, in order; none runs over a line break.

    Source: sentencex (Wikimedia), F1 0.911 on our news sample. It counts bytes, and fails inside characters of more
    than one ("J.\u00a0Smith", sentencex 1.0.32), so that it is given each line with plain stand-ins of the same length.
    """
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            at = start
            plain = line if line.isascii() else line.translate(_STAND_INS)
            for sentence in sentencex.segment(language, plain):
                span = trim(text, at, at + len(sentence))
                at += len(sentence)
                if span:
                    spans.append(span)
            rest = trim(text, at, start + len(line))
            if rest:
                spans.append(rest)
        start += len(line) + 1
    return spans


def _stand_in(character: str) -> str:
    """An ASCII character of the same kind: capital, small letter, digit, mark or space."""
    if character in PLAIN:
        return PLAIN[character]
    category = unicodedata.category(character)
    return {"L": "X" if character.isupper() else "x", "N": "1", "M": "x", "P": ","}.get(category[0], " ")


class _StandIns(dict[int, str]):
    """Stand-ins by code point for `str.translate`, each made when it is first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if code < 128 else _stand_in(chr(code))
        return self[code]


_STAND_INS = _StandIns()
