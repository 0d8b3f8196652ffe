"""Measure the shape of every line of a page from its characters, whatever its language."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

# Classes of characters; every code point has one.
(
    _OTHER,
    _LOWER,
    _UPPER,
    _LETTER,
    _WIDE,
    _DIGIT,
    _SPACE,
    _FULL_STOP,
    _ASKS,
    _COMMA,
    _COLON,
    _QUOTE,
    _DASH,
    _BRACKET,
    _BAR,
) = range(15)
_CLASSES: Final = 15
_LISTED: Final = {
    ".…。．।॥۔։።܀": _FULL_STOP,
    "!?！？؟¿¡‽": _ASKS,
    ",;、，；،؛": _COMMA,
    ":：": _COLON,
    "\"'“”„‟«»‘’‚‛‹›「」『』《》": _QUOTE,
    "-–—―‐‑‒": _DASH,
    "()[]{}（）【】": _BRACKET,
    "|•·*▪◦‣►▶→←›>»#/\\+=~^_@&©●■▸": _BAR,
}
# Scripts that put no space between words: from kana to the ideographs, and the full width forms.
_WIDE_RANGES: Final = (
    (0x0E00, 0x0E7F),
    (0x1100, 0x11FF),
    (0x3040, 0x318F),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
)
BASIC_PLANE: Final = 0x10000
# A letter of a wide script counts as so many characters, two of them as a word; by eye, on the pages of Fundus.
WIDE_CHARACTER: Final = 2.5
WIDE_WORD: Final = 2.0

NAMES: Final = (
    "length", "words", "digits", "capitals", "capital_words", "commas", "word_length", "ends_sentence", "ends_asking",
    "ends_colon", "ends_comma", "ends_letter", "ends_digit", "starts_lower", "starts_upper", "starts_digit",
    "starts_quote", "starts_bar", "starts_wide", "sentences", "quotes", "bars", "brackets", "colons", "all_capitals",
    "long", "paragraph", "prose",
)  # fmt: skip

# A line that ends a sentence counts as prose from this width on; the bare rule that the model is compared with has 80.
PROSE_WIDTH: Final = 60
PARAGRAPH_WIDTH: Final = 140


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """The code points of a page, line behind line without breaks; with the class, line and table place of each.

    `places` are the code points with all beyond the basic plane told as one, for tables of one entry each.
    """

    count: int
    points: NDArray[np.uint32]
    places: NDArray[np.intp]
    classes: NDArray[np.uint8]
    lines: NDArray[np.int64]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]


def spell(texts: Sequence[str]) -> Letters:
    """The letters of a page's lines, none of them empty; linear in the characters."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.minimum(points, BASIC_PLANE, dtype=np.intp)
    starts = np.cumsum(lengths) - lengths
    lines = np.repeat(np.arange(len(texts)), lengths)
    return Letters(len(texts), points, places, _table().take(places), lines, starts, lengths)


def measure(page: Letters) -> Numbers:
    """One row for each line, with the columns `NAMES`; linear in the characters."""
    classes, lines, starts, lengths = page.classes, page.lines, page.starts, page.lengths
    counts = np.bincount(lines + classes * np.int64(page.count), minlength=page.count * _CLASSES)
    counts = counts.reshape(_CLASSES, page.count)

    letters = classes - _LOWER <= _LETTER - _LOWER
    opens = letters.copy()
    opens[1:] &= ~letters[:-1]
    opens[starts] = letters[starts]
    (firsts,) = opens.nonzero()
    of_firsts = lines[firsts]
    initials = np.bincount(of_firsts, minlength=page.count)
    capitals = np.bincount(of_firsts[classes[firsts] == _UPPER], minlength=page.count)

    (stops,) = ((classes == _FULL_STOP) | (classes == _ASKS)).nonzero()
    behind = classes[np.minimum(stops + 1, len(classes) - 1)]
    # A full stop inside a word or number is none; what stands behind the last letter of the page does not matter.
    inner = (behind == _SPACE) | (behind == _QUOTE) | (classes[stops] != _FULL_STOP) | (page.points[stops] > 127)
    inner |= stops == len(classes) - 1
    sentences = np.bincount(lines[stops[inner]], minlength=page.count)

    ends = starts + lengths - 1
    first, last = classes[starts], classes[ends]
    # A quotation mark or bracket behind the full stop closes the sentence with it.
    before = classes[np.maximum(ends - 1, starts)]
    closing = np.where((last == _QUOTE) | (last == _BRACKET), before, last)

    wide = counts[_WIDE]
    width = lengths + (WIDE_CHARACTER - 1) * wide
    words = initials + wide / WIDE_WORD + 1e-6
    all_letters = counts[_LOWER : _WIDE + 1].sum(0)
    ends_sentence = (closing == _FULL_STOP) | (closing == _ASKS)
    columns = [
        np.log1p(width) / 3,
        np.log1p(words) / 2,
        counts[_DIGIT] / lengths,
        counts[_UPPER] / np.maximum(all_letters, 1),
        capitals / np.maximum(initials, 1),
        counts[_COMMA] / np.maximum(words, 1),
        np.minimum(all_letters / np.maximum(words, 1), 12) / 6,
        ends_sentence,
        closing == _ASKS,
        last == _COLON,
        last == _COMMA,
        (last >= _LOWER) & (last <= _WIDE),
        last == _DIGIT,
        first == _LOWER,
        first == _UPPER,
        first == _DIGIT,
        first == _QUOTE,
        first == _BAR,
        (first == _WIDE) | (first == _LETTER),
        np.log1p(sentences),
        *np.log1p(counts[[_QUOTE, _BAR, _BRACKET, _COLON]]),
        (counts[_UPPER] > 3) & (counts[_LOWER] == 0),
        width >= PROSE_WIDTH,
        width >= PARAGRAPH_WIDTH,
        ends_sentence & (width >= PROSE_WIDTH),
    ]
    return as_rows(columns)


def as_rows(columns: Sequence[NDArray[Any]]) -> Numbers:
    """One row for each line; in memory each column stands in a row, as it was measured."""
    rows = np.empty((len(columns), len(columns[0])), np.float32)
    for at, column in enumerate(columns):
        rows[at] = column
    return rows.T


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint8]:
    """The class of every code point of the basic plane; the last place stands for those beyond it."""
    by_category = {"Ll": _LOWER, "Lu": _UPPER, "Lt": _UPPER, "Lo": _LETTER, "Lm": _LETTER, "Mn": _LETTER, "Mc": _LETTER,
                   "Nd": _DIGIT, "Zs": _SPACE, "Zl": _SPACE, "Zp": _SPACE, "Cc": _SPACE}  # fmt: skip
    table = np.zeros(BASIC_PLANE + 1, np.uint8)
    for point in range(BASIC_PLANE):
        table[point] = by_category.get(unicodedata.category(chr(point)), _OTHER)
    for start, end in _WIDE_RANGES:
        found = table[start : end + 1]
        found[(found == _LETTER) | (found == _OTHER)] = _WIDE
    for characters, class_ in _LISTED.items():
        for character in characters:
            table[ord(character)] = class_
    return table
