"""The words of a text as terms that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
# Verbs of saying attribute a claim and are no part of it.
SAYING = {
    "said", "say", "says", "saying", "told", "tell", "tells", "according", "reported", "reportedly", "added", "noted", "mr",
    "mrs", "ms", "also", "would", "could", "like", "just", "new", "did", "does", "s", "t",
}  # fmt: skip
STOP = frozenset(ENGLISH_STOP_WORDS) | SAYING
# The same words that `sayso.understanding.figures.mentions` reads as numbers.
NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
    ]
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """`word` in lower case without accents, possessive or typographic apostrophes."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"'s?$", "", bare)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word (Snowball English)."""
    return str(_STEMMER.stemWord(word))


def content_terms(text: str) -> list[str]:
    """The keys of the words of `text` that carry meaning, in order; numbers are left to figures."""
    terms = []
    for found in WORD.finditer(text):
        word = fold(found[0])
        if word in STOP or word in NUMBERS or word.replace(",", "").replace(".", "").isdigit() or len(word) < 2:
            continue
        terms.append(term_key(word))
    return terms


@lru_cache(maxsize=200_000)
def term_key(word: str) -> str:
    """A key that the forms of one word share, and the spelling variants of one name: Zelensky, Zelenskyy and
    Zelenskiy give the same.

    Names are not told from other words: the first word of a sentence is in capitals too. Source: the endings and letters on which the common romanisations of Cyrillic differ.
    """
    key = fold(word)
    key = re.sub(r"(?:iy|yy|yi|ij|ii|y|i)$", "y", key)
    key = key.replace("kh", "h").replace("zh", "j").replace("ks", "x").replace("w", "v").replace("ck", "k")
    key = re.sub(r"(.)\1", r"\1", key)
    return stem(key.replace("oe", "o").replace("ue", "u").replace("ae", "a"))


def tokens_with_places(text: str) -> list[tuple[str, int, int]]:
    """Each word of `text`, folded, with its span as two code point offsets."""
    return [(fold(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


def without_article(name: str) -> str:
    """`name` without "the", "a" or "an" before it."""
    return re.sub(r"^(?:the|an?)\s+", "", name, flags=re.IGNORECASE)
