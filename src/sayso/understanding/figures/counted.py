"""What a number counts: the noun, the currency or the share that is told after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.understanding.figures.currencies import read_currency, read_mark_after

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
# Verbs that follow a noun phrase and look like the plural of another noun: "two politicians looks set".
_VERBS = {"looks", "seems", "gets", "makes", "goes", "comes", "needs", "wants", "gives", "takes", "ages", "says"}
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
    "grandchildren", "data", "offspring", "hertz", "percent", "salmon", "oxen", "craft", "spacecraft", "ads",
    "livestock", "bacteria", "dice", "brothers-in-law", "sisters-in-law",
}  # fmt: skip
# Plurals in -is; other words that end so are none ("crisis", "Paris").
_IN_IS = re.compile(
    r"(?:israeli|iraqi|pakistani|saudi|emirati|kuwaiti|omani|qatari|yemeni|bangladeshi|somali|nepali|azeri|punjabi|bengali|"
    r"kashmiri|houthi|yazidi|nazi|rabbi|jihadi|taxi|alibi|bikini|safari|tsunami|ski|kiwi|emoji)s"
)
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
    "fahrenheit", "nights", "night", "weekends", "calories", "times", "cup", "cups", "tablespoon", "tablespoons", "teaspoon",
    "teaspoons", "tbsp", "tsp", "min", "mins", "hr", "hrs", "sec", "secs", "horsepower", "hp", "carat", "carats", "knots",
}  # fmt: skip
_HURT = (
    r"(?:killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|hospitali[sz]ed|stranded|homeless|drowned|dying|"
    r"rescued|evacuated|infected|sickened|kidnapped|executed|jailed|imprisoned|feared dead|unaccounted|present)"
    # "Two infected patients" are patients.
    r"(?!\s(?!(?:as|is|was|has|this|across|his|its|overseas|plus)\b)[a-z]+(?:[^s]s|men|children|people)\b)"
)
_PERSONS_DO = (
    r"(?:attended|marched|protested|gathered|fled|turned out|showed up|signed up|rallied|queued|lined up|demonstrated|cheered|"
    r"survived|perished|died|of (?:us|them|you|whom)|more(?=\s(?:were|are|was|have|had)\b|[.,;])|others|without|lost their|who|"
    r"taken (?:hostage|captive|prisoner|to hospital|to (?:a|the) hospital|into custody)|held hostage)"
)
# What is done to people alone, after "were", and where nobody but people remain.
_DONE_TO_PERSONS = (
    r"(?:(?:were|was|are|have been|had been|being)\s(?:\w+ly\s)?(?:taken to (?:a |the )?(?:\w+ )?hospitals?|rushed to|airlifted|treated|admitted to|"
    r"discharged|trapped|charged with|convicted|sentenced|deported|laid off|fired|sacked|shot|stabbed|beaten|in (?:a )?(?:hospital|"
    r"critical|serious|stable|custody|jail|prison))|"
    r"(?:still )?remain(?:s|ed)? (?:in (?:hospital|custody|jail|prison|critical|serious|stable|intensive)|hospitali[sz]ed|missing|trapped|inside))"
)
_PEOPLE = re.compile(
    rf"\s(?:(?:of\s)?(?:more|others?|were|are|was|had been|have been|have|had|to be|left|reported|reportedly|still|feared)\s){{0,3}}(?:{_HURT}|{_PERSONS_DO}|strong)\b|\sof\s(?:the|those)\s{_HURT}\b|\s{_DONE_TO_PERSONS}\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s?%|[\s-]?per[\s-]?cent(?:age)?\b(?!\spoints?)", re.IGNORECASE)
_POINTS = re.compile(r"[\s-](?:percentage|per cent|percent|%)[\s-]points?\b", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\s?(°\s?[CF]|°|km/h|mph|kph|km|kg|cm|mm|kWh|MWh|GWh|TWh|kW|MW|GW|GB|TB|MB|KB|GHz|MHz|Hz|lbs?|oz|ft|sq ft|ml|mg|(?<=\d)[gWV]|hp|bhp|"
    r"mAh|Mbps|Gbps|fps|rpm|mins?|hrs?|secs?|m²|km²|[CF](?!-))(?![\w/])"
)
# A number with "m" that is a length: "the 40m well", "80m-deep", "a depth of 40m", "315m thick".
_METRES = re.compile(
    r"(?:-|\s)(?:deep|high|tall|long|wide|thick|away|above|below|down|from|race|sprint|dash|hurdles|freestyle|butterfly|relay|backstroke)\b|\s\(\d+ ?f"
)
_METRES_BEFORE = re.compile(
    r"\b(?:depth|height|length|width|altitude|distance|diameter|elevation) of (?:about |around |some |nearly |over )?$|\bthe $|\bdug (?:only |just )?$"
)
_HYPHEN = re.compile(r"-(?:plus-)?(?:(?:square|cubic)-)?([A-Za-z]+)")
# What a hyphen joins to a number without anything being counted.
_NOT_COUNTED = {
    "way", "fold", "something", "ish", "hit", "and", "to", "or", "a", "on", "all", "odd", "minus", "plus", "of",
    "for", "in", "by", "dimensional", "sided",
}  # fmt: skip
# What parts two words of one noun phrase: "two small, last-minute changes".
_GAP = re.compile(
    r"[ \t\u00a0\u202f]|,\s((?:[a-z]+-[\w’'-]+|(?![a-z]+ing\b)[a-z]+))(?=(?:\s[\w’'-]+)?\s[a-z][\w’'-]*s\b)"
)
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d{3}(?=\s[A-Z])|(?<=Boeing\s)\d{3}|[A-Za-zÀ-ɏ](?:[\w’'-]*\w)?[’']?|Fortune\s500")
_OF = re.compile(
    r"[\s\u00a0]+(?:out\s)?of\s+(?:(?:the|its|their|his|her|our|my|these|those|such|all|what|some|other|an?)\s+(?:(?:last|past|previous|first|next|top|other|remaining)\s+)?)?"
)
_AGE = re.compile(
    r"-year-old|[\s-]years?[\s-]old|-\s(?:and|to|or)\s\d+-year|-\w+-olds?\b|\sand\s(?:older|over|under|up)\b"
)
_MONEY_TALK = re.compile(
    r"\b(?:paid|pay|pays|paying|cost|costs|costing|worth|price|priced|spend|spends|spent|spending|earn\w*|fine|fined|funding|fund|grant|tax|sterling|salary|"
    r"wages?|budget|donat\w+|bonus|loan|debt|rent|charged?|lent|lend(?:s|ing)?|owe[ds]?|owing|invest(?:s|ed|ing)?|(?:made|make|makes|making|save|saves|saved|"
    r"saving|lost|lose|loses|losing|raised|raise|raising|give|gave|giving)(?=\s(?:the\s|them\s|it\s|\w+\s)?(?:\w+\sof\s)?(?:hundreds|thousands|millions|billions)$)|(?:have|has|had)(?=\s(?:millions|billions)$))\b|£",
    re.IGNORECASE,
)
_CENTS = re.compile(r"(cents?|pence)\b")
_SUM_BETWEEN = re.compile(r"\s(?=[$£€])[$£€]\d[\d,.]*(?:[kmb]|bn|[\s-](?:million|billion))?(?:-[a-z]+)*\s")
_LOWEST = re.compile(r"(?<!several )(?:dozens|scores|hundreds|thousands|millions|billions)$", re.IGNORECASE)
_IN_AID = re.compile(r"\s(?:more\s)?in\s(?!(?:the|a|an|their|his|her|its|our|this|that|these|those|one)\b)[a-z]")
_GIVEN = re.compile(r"\s(?:\w+\s){1,3}(?:donated|owed|paid|spent|earned|lent|invested)\b")
_MORE = re.compile(r"\s(?:more|other|additional|extra)\b")
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
    if money := read_mark_after(text, at, stop):
        return Counted(*money)
    if found := _ATTACHED.match(text, at, stop):
        return Counted(found[1] if len(found[1]) == 1 or "°" in found[1] else found[1].lower(), found.end())
    if text[at : at + 1] == "-":
        found = _HYPHEN.match(text, at, stop)
        return _hyphened(text, found, stop, dollar) if found else None
    if text[at : at + 5] in ('" of ', "” of "):
        at += 1
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
    if found := _SUM_BETWEEN.match(text, at, stop):
        # "Three $500 prizes" are prizes; the sum is a figure of its own.
        noun = _noun(text, found.end(), stop, value)
        return Counted(noun.unit, at) if noun else None
    # "Hundreds cast their votes": a lowest count stands before no noun, but "hundreds more homes".
    bare = value is None and not of and _LOWEST.search(text, max(0, at - 30), at) and not _MORE.match(text, at, stop)
    noun = None if bare else _noun(text, start, stop, None if of else value)
    if noun and (money := read_currency(noun.unit, 0, len(noun.unit), dollar)):
        noun = Counted(money[0], noun.end)
    return noun or _persons(text, at, value, dollar)


def _persons(text: str, at: int, value: float | None, dollar: str) -> Counted | None:
    """What is meant without a noun: people, in "the two agreed" and "thousands fled"; money, in "it cost millions"."""
    before = text[max(0, at - 30) : at]
    if value is None and (lowest := _LOWEST.search(before)):
        is_money = lowest[0].lower() not in ("dozens", "scores") and (
            _MONEY_TALK.search(before) or _IN_AID.match(text, at) or _GIVEN.match(text, at)
        )
        return Counted(dollar if is_money else "people", at)
    if value is not None and re.search(rf"\b(?:the|these|those|all|other) {_FEW}$", before, re.IGNORECASE):
        return Counted("people", at)
    return None


def _hyphened(text: str, found: re.Match[str], stop: int, dollar: str) -> Counted | None:
    """The noun of "a 10-day trip"; "five-way" counts nothing."""
    word = found[1].lower()
    if word == "strong":
        return Counted("people", found.end(1))
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
        if (
            (word in STOP and found[0] != "US")
            or word in ("and", "or")
            or (kept and word in _VERBS)
            or (head and not _follows(head[0], found[0]))
        ):
            break
        if word == "light" and not kept and (years := re.compile(r"light\syears?\b").match(text, found.start(), stop)):
            return Counted(years[0], years.end())
        long = re.fullmatch(r"([a-z]+)-(?:long|deep|tall|high|wide|thick)", word)
        if long and long[1] in MEASURES and not kept:
            return Counted(long[1], found.start() + len(long[1]))
        if value == 1 and kept and re.search(r"ed$|s$", word):
            break
        kept.append(found)
        is_measure = word in MEASURES and not found[0].isupper()
        if (value != 1 and is_plural(found[0])) or (is_measure and (value == 1 or len(kept) == 1)):
            head = found
            if is_measure or found[0][-1] in "’'":
                break
        gap = _GAP.match(text, found.end(), stop)
        if not gap or (gap[0][0] == "," and (head or len(kept) > 1 or not found[0].islower() or gap[1] in STOP)):
            break
        place = gap.end() - len(gap[1] or "")
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
    # "MPs", "TVs", "Iraqis".
    if re.fullmatch(r"[A-Z]{2,5}s", word) or _IN_IS.fullmatch(low) or low.endswith("children"):
        return True
    return (
        low.endswith("s")
        and len(low) > 3
        and not low.endswith(("ss", "us", "'s", "’s", "is"))
        and low not in _NOT_PLURAL
    )


def _single(kept: list[re.Match[str]], value: float | None) -> re.Match[str] | None:
    """The noun that is no plural: "one person", "zero support"; None where the words look like no noun."""
    if value not in (0, 1):
        return None
    words = [one for one in kept if one[0].islower() and not re.search(r"(?:ly|ed|ing|er|est)$|[’']s$", one[0])]
    if not words or len(words) < len(kept):
        return None
    if value == 1:
        return words[0] if len(words) == 1 else words[-1] if len(words) < 4 else None
    return words[0] if len(words) == 1 else None


def _told(word: str) -> str:
    return word.lower().rstrip("’'").removesuffix("'s").removesuffix("’s")


def are_metres(text: str, start: int, end: int, counted: Counted | None) -> bool:
    """Whether the "m" that ends `text[start:end]` is no million: "the 40m well", "80m-deep"."""
    if not re.search(r"\d\s?m$", text[start:end]) or (counted and is_plural(counted.unit)):
        return False
    return bool(_METRES.match(text, end)) or bool(_METRES_BEFORE.search(text, max(0, start - 40), start))


def are_pounds_money(text: str, start: int, end: int) -> bool:
    """Whether the "pounds" near `text[start:end]` are paid and not weighed."""
    return bool(_MONEY_TALK.search(text, max(0, start - 80), end + 60)) and not re.search(
        r"\b(?:weigh\w*|weight|heavy|lost|lose|losing|gained|lighter|heavier|ounces?|thrust|pressure)\b|\bpounds of\b",
        text[max(0, start - 60) : end + 40],
    )
