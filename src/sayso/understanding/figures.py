"""Quantities in a text with their unit."""

from __future__ import annotations

import re

from sayso.records import Figure
from sayso.spans import Span

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "tn": 1e12,
    "k": 1e3,
}  # fmt: skip
# Lowest count each stands for. Source: ACLED's rule, as told in what users ask ("tens" 10, "dozens" 12, "hundreds" 100).
VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR", "₩": "KRW",
         "₪": "ILS", "A$": "AUD", "C$": "CAD"}  # fmt: skip
MONEY_NOUNS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
    "yuan": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rupee": "INR", "rupees": "INR",
    "shekel": "ILS", "shekels": "ILS", "hryvnia": "UAH", "franc": "CHF", "francs": "CHF", "won": "KRW", "peso": "MXN",
    "pesos": "MXN", "krona": "SEK", "kronor": "SEK", "kroner": "NOK", "lira": "TRY", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "jpy": "JPY", "cny": "CNY",
}  # fmt: skip

_WORD = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{_WORD})(?:[- ](?:{_WORD}))?\b"
    r"|\b(?:a|half a|one) (?=(?:hundred|thousand|million|billion|trillion|dozen)\b)|\b(?:dozens|scores|hundreds|thousands|millions|tens)\b)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|tn|m|k|dozen)"
_SIGN = "|".join(sorted((re.escape(sign) for sign in SIGNS), key=len, reverse=True))
FIGURE = re.compile(
    r"(?P<about>\b(?:at least|more than|over|above|as many as|up to|nearly|almost|about|around|some|roughly|approximately|"
    r"fewer than|less than|under|at most|no more than|an estimated|well over|just over|just under)\s+)?"
    rf"(?P<sign>{_SIGN})?(?<![\w.,])(?P<number>{_NUMBER})(?:[\s\u00a0-]?(?P<scale>{_SCALE})\b)?"
    rf"(?:\s+(?:of\s+)?(?:the\s+)?(?P<percent>percentage points?|percent|per cent)\b|\s?(?P<mark>%))?",
    re.IGNORECASE,
)
NOUN = re.compile(
    r"[\s\u00a0-]+(?:of\s+(?:the\s+|its\s+|their\s+)?)?((?:[a-z][\w’'-]*|[A-Z][\w’'-]+)(?:\s+(?:[a-z][\w’'-]*|[A-Z][\w’'-]+)){0,3})"
)
YEAR = re.compile(r"(?:1[89]|20)\d\d")
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*$")
STOP = {
    "and", "or", "in", "on", "at", "by", "to", "from", "with", "for", "of", "the", "a", "an", "is", "was", "were", "are",
    "had", "has", "have", "that", "which", "who", "than", "but", "as", "after", "before", "during", "since", "when", "while",
    "into", "would", "will", "could", "said", "says", "per", "if", "it", "he", "she", "they", "we", "be", "been", "not",
    "did", "do", "died", "under", "over", "near", "off", "more", "so", "then", "because", "out", "there", "this", "these",
}  # fmt: skip
PLURALS = {"people", "men", "women", "children", "police", "staff", "crew", "cattle", "sheep", "dead", "personnel"}
AT_LEAST = ("at least", "more than", "over", "above", "well over", "just over")
AT_MOST = (
    "as many as",
    "up to",
    "nearly",
    "almost",
    "fewer than",
    "less than",
    "under",
    "at most",
    "no more than",
    "just under",
)


def find_figures(text: str, start: int = 0, end: int | None = None) -> list[Figure]:
    """The figures in `text[start:end]`, spans into `text`, in order.

    A year, a day of a month, an age in a name line or a clock time is no figure. `low` and `high` are given where
    the words leave room ("at least", "dozens").
    """
    figures = []
    stop = len(text) if end is None else end
    for found in FIGURE.finditer(text, start, stop):
        figure = _figure(found, text, stop)
        if figure:
            figures.append(figure)
    return figures


def _figure(found: re.Match[str], text: str, stop: int) -> Figure | None:
    number = found["number"].strip().lower()
    after = text[found.end() : stop]
    value = _value(number)
    if found["scale"]:
        value *= 12 if found["scale"].lower() == "dozen" else SCALES[found["scale"].lower()]
    unit, length = _unit(found, after)
    if unit is None or (not found["sign"] and _is_date(found, text, after)):
        return None
    low, high, exact = _bounds(found, number, value)
    start = found.start("about") if found["about"] else found.start("sign") if found["sign"] else found.start("number")
    return Figure(Span(start, min(stop, found.end() + length)), exact, unit, low, high)


def _value(number: str) -> float:
    if number in VAGUE:
        return float(VAGUE[number])
    if number in ("a", "one"):
        return 1.0
    if number == "half a":
        return 0.5
    if number[0].isdigit():
        return float(re.sub(r"[,\u00a0\u202f]", "", number))
    return float(sum(TENS.get(word, UNITS.get(word, 0)) for word in re.split(r"[- ]", number)))


def _unit(found: re.Match[str], after: str) -> tuple[str | None, int]:
    """The unit of a figure, with how many characters of `after` name it; None when nothing is counted."""
    if found["sign"]:
        return SIGNS[found["sign"].upper()], 0
    if found["percent"] or found["mark"]:
        return "percent", 0
    noun = NOUN.match(after)
    if not noun:
        return None, 0
    words = noun[1].split()
    kept: list[str] = []
    for word in words:
        if word.lower() in STOP:
            break
        kept.append(word)
        if word.lower() in MONEY_NOUNS:
            return MONEY_NOUNS[word.lower()], noun.start(1) + len(" ".join(kept))
        if word.lower() in PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us"))):
            break
    if not kept or kept[0].lower() in ("a.m", "p.m", "am", "pm", "o’clock", "o'clock"):
        return None, 0
    if kept[0][0].isupper() and not kept[-1].islower():
        return None, 0
    return kept[-1].lower(), noun.start(1) + len(" ".join(kept))


def _is_date(found: re.Match[str], text: str, after: str) -> bool:
    before = text[max(0, found.start("number") - 12) : found.start("number")]
    number = found["number"]
    if YEAR.fullmatch(number) and not found["scale"]:
        return True
    if MONTH.search(before) or re.match(
        r"\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", after
    ):
        return True
    return bool(re.match(r"[:.]\d\d|(?:st|nd|rd|th)\b|-year-old", after))


def _bounds(found: re.Match[str], number: str, value: float) -> tuple[float | None, float | None, float | None]:
    """Lowest, highest and exact value; None where the words leave it open."""
    about = (found["about"] or "").strip().lower()
    if number in VAGUE:
        return value, None, None
    if about in AT_LEAST:
        return value, None, value
    if about in AT_MOST:
        return None, value, value
    return None, None, value
