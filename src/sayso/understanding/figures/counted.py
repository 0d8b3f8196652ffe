"""What a number counts: the noun, the currency or the share that is told after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.understanding.figures.currencies import read_currency

STOP = {
    "in", "on", "at", "by", "to", "from", "with", "for", "the", "a", "an", "is", "was", "were", "are", "am", "had",
    "has", "have", "that", "which", "who", "whom", "whose", "than", "but", "as", "after", "before", "during",
    "since", "when", "while", "into", "would", "will", "could", "should", "can", "may", "might", "must", "said",
    "says", "say", "per", "if", "it", "he", "she", "they", "we", "i", "you", "be", "been", "being", "not", "did",
    "do", "does", "died", "under", "over", "near", "off", "so", "then", "because", "out", "there", "this", "these",
    "those", "until", "till", "against", "between", "through", "around", "about", "without", "within", "toward",
    "towards", "across", "behind", "along", "among", "amid", "despite", "every", "each", "any", "no", "how", "what",
    "where", "why", "just", "also", "only", "up", "down", "away", "back", "ago", "later", "earlier", "yesterday",
    "today", "tomorrow", "tonight", "now", "still", "already", "alone", "together", "apiece", "plus", "versus",
    "vs", "throughout", "via", "onto", "upon", "beyond", "above", "below", "like", "yes", "told", "took", "went",
    "came", "made", "got", "let", "rose", "fell", "dropped", "climbed", "grew", "jumped", "showed", "voted", "won",
    "lost", "his", "her", "its", "their", "our", "my", "your", "him", "them", "us", "nor", "yet", "too", "either",
    "both", "all", "compared", "including", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "dozen", "half", "several", "many",
}  # fmt: skip
# Words that end in s and are no plurals.
_NOT_PLURAL = {
    "his", "its", "this", "is", "was", "has", "does", "as", "less", "across", "always", "perhaps", "yes", "plus",
    "towards", "besides", "overseas", "sometimes", "hers", "ours", "theirs", "yours", "versus", "vs", "news",
    "politics", "basis", "lens", "gas", "bus", "various", "previous", "serious", "thus", "christmas", "texas",
    "arkansas", "kansas", "illinois", "massachusetts", "afterwards", "u.s", "u.s.", "series",
}  # fmt: skip
IRREGULAR = {
    "people", "men", "women", "children", "feet", "teeth", "mice", "geese", "aircraft", "cattle", "sheep", "fish",
    "species", "series", "personnel", "police", "staff", "crew", "troops", "media", "criteria", "alumni", "deer",
    "grandchildren", "data", "offspring", "hertz", "percent", "salmon", "oxen", "craft", "spacecraft",
}  # fmt: skip
# One of these is enough; nothing behind it is the head.
MEASURES = {
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "decade", "decades", "century", "centuries", "mile", "miles", "kilometre", "kilometres",
    "kilometer", "kilometers", "metre", "metres", "meter", "meters", "foot", "feet", "inch", "inches", "yard",
    "yards", "pound", "pounds", "ounce", "ounces", "ton", "tons", "tonne", "tonnes", "kilogram", "kilograms",
    "kilogramme", "kilogrammes", "kilo", "kilos", "gram", "grams", "grammes", "stone", "gallon", "gallons", "litre",
    "litres", "liter", "liters", "barrel", "barrels", "acre", "acres", "hectare", "hectares", "degree", "degrees",
    "km", "kg", "cm", "mm", "ft", "mph", "kph", "lb", "lbs", "oz", "mw", "gw", "kw", "kwh", "mwh", "megawatt",
    "megawatts", "gigawatt", "gigawatts", "watts", "gb", "tb", "mb", "hz", "khz", "mhz", "ghz", "celsius",
    "fahrenheit", "nights", "night", "weekends", "calories", "times",
}  # fmt: skip
_HURT = (
    r"(?:killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|hospitali[sz]ed|stranded|homeless|drowned|dying|"
    r"rescued|evacuated|infected|sickened|kidnapped|executed|jailed|imprisoned|feared dead|unaccounted|present|deaths?)"
)
_PERSONS_DO = (
    r"(?:attended|marched|protested|gathered|fled|turned out|showed up|signed up|rallied|queued|lined up|demonstrated|cheered|"
    r"survived|perished|died|of (?:us|them|you|whom)|more(?=\s(?:were|are|was|have|had)\b|[.,;])|others|without|lost their|who)"
)
_PEOPLE = re.compile(
    rf"\s(?:(?:of\s)?(?:more|others?|were|are|was|had been|have been|have|had|to be|left|reported|reportedly|still|feared)\s){{0,3}}(?:{_HURT}|{_PERSONS_DO})\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s?%|[\s-]?per[\s-]?cent(?:age)?\b(?!\spoints?)", re.IGNORECASE)
_POINTS = re.compile(r"[\s-](?:percentage|per cent|percent|%)[\s-]points?\b", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\s?(°\s?[CF]|°|km/h|mph|kph|km|kg|cm|mm|kWh|MWh|GWh|TWh|kW|MW|GW|GB|TB|MB|KB|GHz|MHz|Hz|lbs?|oz|ft|sq ft|ml|mg|m²|km²|[CF])(?![\w/])"
)
_HYPHEN = re.compile(r"-(?:plus-)?(?:(?:square|cubic)-)?([A-Za-z]+)")
# What a hyphen joins to a number without anything being counted.
_NOT_COUNTED = {
    "way", "fold", "something", "ish", "hit", "time", "and", "to", "or", "a", "on", "all", "odd", "minus", "plus", "of",
    "for", "in", "by", "dimensional", "sided",
}  # fmt: skip
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-zÀ-ɏ](?:[\w’'-]*\w)?[’']?|Fortune\s500")
_OF = re.compile(
    r"[\s\u00a0]+of\s+(?:(?:the|its|their|his|her|our|my|these|those|such|all|what|some|other|an?)\s+(?:(?:last|past|previous|first|next|top|other|remaining)\s+)?)?"
)
_AGE = re.compile(
    r"-year-old|[\s-]years?[\s-]old|-\s(?:and|to|or)\s\d+-year|-\w+-olds?\b|\sand\s(?:older|over|under|up)\b"
)
_MONEY_TALK = re.compile(
    r"\b(?:paid|pay|pays|cost|costs|costing|worth|price|priced|spend|spent|earn\w*|fine|fined|funding|fund|grant|tax|sterling|salary|"
    r"wages?|budget|donat\w+|bonus|loan|debt|rent|charged?)\b|£",
    re.IGNORECASE,
)
_CENTS = re.compile(r"(cents?|pence)\b")
_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_WHOLE = re.compile(rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_FEW})(?=\s)")
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit of a number, with where the words that tell it end."""

    unit: str
    end: int
    scale: float = 1.0


def read_counted(text: str, at: int, stop: int, value: float | None, dollar: str) -> Counted | None:
    """What the number that ends at `at` counts, read up to `stop`; None when nothing is counted.

    `value` is None for "dozens" and the like; `dollar` is the currency of a plain "dollars". Source: docs/gold.md,
    "Figures".
    """
    if _AGE.match(text, at, stop):
        return None
    if found := _POINTS.match(text, at, stop):
        return Counted("percentage points", found.end())
    if found := _SHARE.match(text, at, stop):
        return Counted("percent", found.end())
    if found := _ATTACHED.match(text, at, stop):
        return Counted(found[1] if len(found[1]) == 1 or "°" in found[1] else found[1].lower(), found.end())
    if text[at : at + 1] == "-":
        found = _HYPHEN.match(text, at, stop)
        return _hyphened(text, found, stop, dollar) if found else None
    if not text[at : at + 1].isspace():
        return _persons(text, at, value, dollar)
    of = _OF.match(text, at, stop)
    start = of.end() if of else at + len(text[at:stop]) - len(text[at:stop].lstrip(" \u00a0\u202f"))
    money = read_currency(text, start, stop, dollar)
    if money:
        return Counted(money[0], money[1])
    if found := _CENTS.match(text, start, stop):
        return Counted("GBP" if found[1] == "pence" else dollar, found.end(), 0.01)
    if of and (found := _WHOLE.match(text, start, stop)):
        # "Four of the 10 judges" are judges; the ten are a figure of their own.
        whole = read_counted(text, found.end(), stop, None, dollar)
        return Counted(whole.unit, at) if whole else None
    if found := _PEOPLE.match(text, at, stop):
        return Counted("people", at)
    return _noun(text, start, stop, value) or _persons(text, at, value, dollar)


def _persons(text: str, at: int, value: float | None, dollar: str) -> Counted | None:
    """What is meant without a noun: people, in "the two agreed" and "thousands fled"; money, in "it cost millions"."""
    before = text[max(0, at - 30) : at]
    if value is None and re.search(r"(?:dozens|scores|hundreds|thousands|millions|billions)$", before, re.IGNORECASE):
        is_money = _MONEY_TALK.search(before) or re.match(r"\s(?:more\s)?in\s[a-z]", text[at : at + 10])
        return Counted(dollar if is_money else "people", at)
    if value is not None and re.search(rf"\b(?:the|these|those|all|other) {_FEW}$", before, re.IGNORECASE):
        return Counted("people", at)
    return None


def _hyphened(text: str, found: re.Match[str], stop: int, dollar: str) -> Counted | None:
    """The noun of "a 10-day trip"; "five-way" counts nothing."""
    word = found[1].lower()
    if word in _NOT_COUNTED or word.endswith("ed"):
        return _noun(text, found.end() + 1, stop, 2.0) if word in ("odd", "plus") else None
    money = read_currency(text, found.start(1), stop, dollar)
    return Counted(*money) if money else Counted(word, found.end(1))


def _noun(text: str, start: int, stop: int, value: float | None) -> Counted | None:
    """The head of the noun phrase at `start`: its first plural that no other plural follows."""
    kept: list[re.Match[str]] = []
    head: re.Match[str] | None = None
    place = start
    while len(kept) < LONGEST and (found := _TOKEN.match(text, place, stop)):
        word = found[0].lower()
        if word in ("and", "or") and kept and not head and text[found.end() : found.end() + 1] == " ":
            place = found.end() + 1
            continue
        if word in STOP or word in ("and", "or") or (head and not _follows(head[0], found[0])):
            break
        if value == 1 and kept and re.search(r"ed$|s$", word):
            break
        kept.append(found)
        if (value != 1 and is_plural(found[0])) or (word in MEASURES and (value == 1 or len(kept) == 1)):
            head = found
            if word in MEASURES or found[0][-1] in "’'":
                break
        gap = re.match(r"[\s\u00a0]", text[found.end() : found.end() + 1])
        if not gap or text[found.end()] == "\n":
            break
        place = found.end() + 1
    if head is None:
        head = _single(kept, value)
    return Counted(_told(head[0]), head.end()) if head else None


def _follows(head: str, word: str) -> bool:
    """Whether `word` after the plural `head` is the true head: "police officers", "House Democrats"."""
    return is_plural(word) and (word[0].islower() or head[0].isupper()) and word.lower() not in MEASURES


def is_plural(word: str) -> bool:
    """Whether `word` looks like the plural of a noun."""
    low = word.lower()
    if low in IRREGULAR or (
        low.endswith(("men", "women", "people")) and len(low) > 5 and low not in ("specimen", "regimen")
    ):
        return True
    if low[-1] in "’'":
        return low[-2:-1] == "s"
    return (
        low.endswith("s")
        and len(low) > 3
        and not low.endswith(("ss", "us", "'s", "’s", "is"))
        and low not in _NOT_PLURAL
    )


def _single(kept: list[re.Match[str]], value: float | None) -> re.Match[str] | None:
    """The noun that is no plural: "one person", "400 staff"; None where the words look like no noun."""
    words = [one for one in kept if one[0].islower() and not re.search(r"(?:ly|ed|ing|er|est)$|[’']s$", one[0])]
    if not words or len(words) < len(kept):
        return None
    if value == 1:
        return words[0] if len(words) == 1 else words[-1] if len(words) < 4 else None
    return (
        words[0]
        if len(words) == 1
        and words[0][0] not in ("a.m", "p.m", "am", "pm", "other", "more", "such", "last", "past", "next", "first")
        else None
    )


def _told(word: str) -> str:
    return word.lower().rstrip("’'").removesuffix("'s").removesuffix("’s")


def are_pounds_money(text: str, start: int, end: int) -> bool:
    """Whether the "pounds" near `text[start:end]` are paid and not weighed."""
    return bool(_MONEY_TALK.search(text, max(0, start - 80), end + 60)) and not re.search(
        r"\b(?:weigh\w*|weight|heavy|lost|lose|losing|gained|lighter|heavier|ounces?|thrust|pressure)\b|\bpounds of\b",
        text[max(0, start - 60) : end + 40],
    )
