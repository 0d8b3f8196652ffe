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
SMALL_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
NUMBERS = frozenset([*SMALL_NUMBERS, "thousand", "million", "billion", "trillion"])
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
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


def is_number(word: str) -> bool:
    """Whether a folded word is a number or a part of one: "14", "3.5.20", "fourteen", "twenty-three", "million"."""
    return word in NUMBERS or word.replace(",", "").replace(".", "").isdigit() or number_value(word) is not None


def number_value(word: str) -> float | None:
    """The number that a folded word tells in digits or letters ("14", "1,200", "fourteen", "twenty-three"), None for any other."""
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    tens, _, unit = word.partition("-")
    if unit and 20 <= SMALL_NUMBERS.get(tens, 0) <= 90 and 1 <= SMALL_NUMBERS.get(unit, 0) <= 9:
        return float(SMALL_NUMBERS[tens] + SMALL_NUMBERS[unit])
    return float(SMALL_NUMBERS[word]) if word in SMALL_NUMBERS else None


def content_terms(text: str) -> list[str]:
    """The keys of the words of `text` that carry meaning, in order; numbers are left to figures."""
    terms = []
    for found in WORD.finditer(text):
        word = fold(found[0])
        if word in STOP or is_number(word) or len(word) < 2:
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
