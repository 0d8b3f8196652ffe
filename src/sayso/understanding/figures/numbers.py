"""Numbers as newspapers write them, in digits or in words."""

from __future__ import annotations

import re

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6,
    "mln": 1e6, "mil": 1e6, "crore": 1e7, "billion": 1e9, "b": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
    "trn": 1e12,
}  # fmt: skip
PARTS = {"half": 0.5, "quarter": 0.25, "½": 0.5, "¼": 0.25, "¾": 0.75}

_UNIT = "|".join(word for word, value in SMALL.items() if 0 < value < 10)
_OTHER = "|".join(word for word, value in SMALL.items() if value >= 10 or not value)
_TWO = rf"(?:(?:{_OTHER})(?:[-\s](?:{_UNIT})\b)?|(?:{_UNIT}))\b"
_AND_A_PART = r"(?:[-\s]and[-\s]a[-\s](?:half|quarter)\b)?"
# The scales that are words; the letters stand for them after digits only.
_SCALE = r"(?:dozen|hundred|thousand|lakh|million|crore|billion|trillion)\b"
_LETTER = r"(?:\s?(?:bn|trn|tn|mn|mln)|[mkb])\b"
# A space as the mark of thousands needs a currency's sign before it, see `SPACED`.
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{2,3})*[,\u00a0\u202f]\d{3}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?[½¼¾])?"
SPACED = r"\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|\d+,\d{1,2}(?=\s?(?:million|billion|trillion|bn|m)\b)"
_TAIL = rf"(?:,?\s(?:and\s)?{_TWO}(?:[-\s]hundred\b(?:\s(?:and\s)?{_TWO})?)?)?"
WORDS = (
    rf"\b(?:{_TWO}[-\s]hundred\b(?:[-\s](?:and[-\s])?{_TWO})?(?:[-\s]{_SCALE})?"
    rf"|{_TWO}[-\s]thousand\b{_TAIL}|{_TWO}{_AND_A_PART}(?:[-\s]{_SCALE}){{0,2}})"
)
ROUND = rf"\b(?:half[-\s]an?|half|(?:an?|one)[-\s]quarter[-\s](?:of[-\s])?an?|an?[-\s]half|an?[-\s]couple(?:[-\s]of)?|an?)[-\s]{_SCALE}(?:[-\s]{_SCALE})?"
NUMBER = rf"(?:{DIGITS}{_AND_A_PART}(?:[\s-]?{_SCALE}|{_LETTER})*|{WORDS}|{ROUND})"


def read_number(words: str) -> float:
    """The value of `words`, which `NUMBER` or `SPACED` matches: "two and a half million" is 2500000.

    Raises `ValueError` on anything else.
    """
    words = re.sub(r"(?<=\d)(?=[^\W\d]|[½¼¾])", " ", words.lower())
    if re.fullmatch(SPACED, words):
        words = words.replace(" ", "").replace(",", ".") if "," in words else words.replace(" ", "")
    elif decimal := re.match(r"(\d+),(\d{1,2})(?= )", words):
        words = f"{decimal[1]}.{decimal[2]}{words[decimal.end() :]}"
    total = current = 0.0
    before = ""
    # "half a million" is half of one; "three and a half million" is a half more than three.
    for token in [one for one in re.split(r"[\s-]+|,\s", words) if one not in ("and", "a", "an", "of", "")]:
        if token in ("hundred", "dozen"):
            current = (current or 1) * SCALES[token]
        elif token in SCALES:
            # "Two thousand billion" multiplies, "two million three thousand" adds.
            total = (
                total * SCALES[token] if before in SCALES and not current else total + (current or 1) * SCALES[token]
            )
            current = 0.0
        else:
            current += _value(token)
        before = token
    return tidy(total + current)


def _value(token: str) -> float:
    if token == "couple":
        return 2.0
    if token in PARTS:
        return PARTS[token]
    return float(SMALL[token]) if token in SMALL else float(re.sub(r"[,\u00a0\u202f]", "", token))


def tidy(value: float) -> float:
    """`value` without the dust of binary fractions: 13200, not 13200.000000000002."""
    return float(f"{value:.10g}")
