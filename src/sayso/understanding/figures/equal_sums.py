"""Sums and measures that a text gives twice, in two currencies or two units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import Figure
from sayso.spans import Span
from sayso.understanding.figures.currencies import CODES
from sayso.understanding.figures.numbers import DIGITS, WORDS, read_number

# Units of each currency to the US dollar, as an order of magnitude: the middle of about 2005 to 2025, in round
# numbers known to everybody who reads exchange tables. Currencies that lost more than the band in those years (lira,
# hryvnia, naira, Argentine peso, Egyptian pound) are left out on purpose.
PER_DOLLAR = {
    "USD": 1, "EUR": 0.85, "GBP": 0.7, "CHF": 0.95, "CAD": 1.25, "AUD": 1.35, "NZD": 1.5, "SGD": 1.35, "JPY": 115,
    "CNY": 6.8, "HKD": 7.8, "TWD": 31, "KRW": 1200, "INR": 65, "PKR": 150, "ZAR": 13, "NAD": 13, "SEK": 8.5, "NOK": 8,
    "DKK": 6.5, "ISK": 125, "PLN": 3.7, "HUF": 280, "ILS": 3.6, "RUB": 60, "BRL": 3.6, "MXN": 16, "MYR": 4, "THB": 33,
    "IDR": 13000, "PHP": 50, "VND": 22000, "AED": 3.67, "SAR": 3.75, "QAR": 3.64, "KWD": 0.3, "KES": 105, "TZS": 2300,
}  # fmt: skip
# How far a rate may lie from its table entry. Wide on purpose: a false alarm costs more than a miss.
BAND = 2.5
# How far a measure may lie from its conversion, besides the rounding of both numbers.
TOLERANCE = 0.15
# What words that several currencies share may stand for.
_AMBIGUOUS = (
    (re.compile(r"\bRs\b|rupee", re.IGNORECASE), ("INR", "PKR", "LKR", "NPR")),
    (re.compile("¥"), ("JPY", "CNY")),
    (re.compile(r"\bkr|\bkron|crown", re.IGNORECASE), ("SEK", "NOK", "DKK", "ISK")),
    (re.compile(r"\bpesos?\b|\bfrancs?\b|\bpounds?\b|₱", re.IGNORECASE), ()),
)
_QUALIFIED = re.compile(
    r"\b(?:Swiss|British|Indian|Swedish|Norwegian|Danish|Icelandic|Mexican|Philippine|Pakistani|sterling)\b"
)
_NEAR = r"about|around|roughly|approximately|some|nearly|almost|just over|just under"
_ABOUT = rf"(?:(?:{_NEAR}|approx\.?|more than|less than|or|equal to|=|~|≈|that is|i\.e\.)\s*)"
_HEDGE = re.compile(rf"(?:{_NEAR}|more than|less than)\s")
_OPENS = re.compile(rf"\s?\(\s?{_ABOUT}{{0,2}}")
_RESTATES = re.compile(
    rf",?\sor\s(?:{_NEAR}|the equivalent of)\s|"
    r",?\s(?:which is\s)?(?:the\s)?(?:equivalent (?:to|of)|equal to)\s(?:(?:about|around|roughly|approximately)\s)?|\s?=\s?"
)
_CLOSES = re.compile(r"\s?[);,/]")
# "Between", "to" or a sign before a number make it an end of a range, a product or a cold.
_PART_OF_MORE = re.compile(
    r"(?:\d\s?|\b(?:to|and|or|by|x|minus|between|another|extra)\s)$|[-–−×x+/$£€]\s?$|\b(?:each|per)\b[^.]{0,10}$",
    re.IGNORECASE,
)

# Metres, kilograms, square metres and metres a second that one of each unit is worth.
_LENGTHS = {
    r"miles?": 1609.344, r"mi": 1609.344, r"kilomet(?:re|er)s?": 1000, r"kms?": 1000, r"met(?:re|er)s?": 1, r"m": 1,
    r"yards?": 0.9144, r"f(?:ee|oo)t": 0.3048, r"ft": 0.3048, r"inch(?:es)?": 0.0254, r"centimet(?:re|er)s?": 0.01,
    r"cm": 0.01, r"millimet(?:re|er)s?": 0.001, r"mm": 0.001,
}  # fmt: skip
_WEIGHTS = {
    r"pounds?": 0.45359237, r"lbs?": 0.45359237, r"kilograms?": 1, r"kilogrammes?": 1, r"kilos?": 1, r"kgs?": 1,
    r"ounces?": 0.028349523, r"oz": 0.028349523, r"gram(?:me)?s?": 0.001, r"g": 0.001, r"(?:metric )?ton(?:ne)?s?": 1000,
    r"stone": 6.35029318,
}  # fmt: skip
_AREAS = {r"acres?": 4046.8564, r"hectares?": 10000, r"ha": 10000}
_SPEEDS = {r"mph": 0.44704, r"miles (?:an|per) hour": 0.44704, r"kph": 1 / 3.6, r"km/h": 1 / 3.6, r"kmh": 1 / 3.6,
           r"kilomet(?:re|er)s (?:an|per) hour": 1 / 3.6}  # fmt: skip
_HEAT = {r"(?:degrees? |°\s?)?(?:F|Fahrenheit)": 1.0, r"(?:degrees? |°\s?)?(?:C|Celsius|centigrade)": 0.0}
_KINDS: dict[str, dict[str, float]] = {
    "length": _LENGTHS,
    "weight": _WEIGHTS,
    "area": _AREAS,
    "speed": _SPEEDS,
    "heat": _HEAT,
}
_SQUARE = r"(?P<square>(?:square|sq\.?)[\s-])?"
_UNIT = "|".join(sorted((unit for table in _KINDS.values() for unit in table), key=len, reverse=True))
_MEASURE = rf"(?P<number>{DIGITS}(?:\s(?:million|billion|thousand))?|{WORDS})[\s-]?{_SQUARE}(?P<unit>{_UNIT})(?![\w/’']|\s(?:per|an?)\s)"
_FIRST = re.compile(rf"(?<![\w.,]){_MEASURE}")
_SECOND = re.compile(rf"{_MEASURE}(?=\s?\))")
# "6 feet 2 inches": the second is a part of the first.
_AFTER_A_UNIT = re.compile(rf"(?:{_UNIT})[\s,]{{1,2}}(?:and\s)?$")


@dataclass(frozen=True, slots=True)
class _Measure:
    figure: Figure
    kind: str
    # The least and the most that the number as rounded can stand for, in the unit of its kind.
    low: float
    high: float


def are_given_as_equal(text: str, first: Figure, second: Figure) -> bool:
    """Whether the words between two sums say that they are one: "$5 million (€4.6 million)"."""
    # The span of "about $280" begins with "about".
    hedge = _HEDGE.match(text, second.span.start, second.span.end)
    between = text[first.span.end : hedge.end() if hedge else second.span.start]
    after = second.span.end
    if _OPENS.fullmatch(between):
        return bool(_CLOSES.match(text, after))
    return bool(_RESTATES.fullmatch(between)) and not re.match(
        r"\s?(?:an?|per|each|whichever)\b", text[after:].lstrip(" ,")
    )


def cannot_be_one_sum(text: str, first: Figure, second: Figure) -> bool:
    """Whether two sums lie so far apart that no exchange rate of recent decades makes them one."""
    if first.unit == second.unit or not {first.unit, second.unit} <= CODES or not first.value or not second.value:
        return False
    if _PART_OF_MORE.search(text[max(0, first.span.start - 20) : first.span.start]):
        return False
    words = [one.span.cut(text) for one in (first, second)]
    # Beside "US$" a plain "$" is another country's.
    if any(one.startswith("$") for one in words) and any("US" in one for one in words):
        return False
    rates = [
        [PER_DOLLAR[code] for code in _readings(one.unit, told) if code in PER_DOLLAR]
        for one, told in zip((first, second), words, strict=True)
    ]
    ratios = [second.value / first.value * rate / other for rate in rates[0] for other in rates[1]]
    return bool(ratios) and not any(1 / BAND <= ratio <= BAND for ratio in ratios)


def _readings(code: str, words: str) -> tuple[str, ...]:
    """The currencies that `words`, read as `code`, may name."""
    if not _QUALIFIED.search(words):
        for pattern, codes in _AMBIGUOUS:
            if pattern.search(words):
                return codes
    return (code,)


def find_unequal_measures(text: str) -> list[tuple[Figure, Figure]]:
    """The lengths, weights, areas, speeds and temperatures with a conversion in brackets that is not theirs."""
    unequal = []
    for found in _FIRST.finditer(text):
        opens = _OPENS.match(text, found.end())
        other = _SECOND.match(text, opens.end()) if opens else None
        before = text[max(0, found.start() - 25) : found.start()]
        if not other or _PART_OF_MORE.search(before) or _AFTER_A_UNIT.search(before):
            continue
        first, second = _read(found), _read(other)
        if first.kind == second.kind and first.figure.unit != second.figure.unit and not _may_be_one(first, second):
            unequal.append((first.figure, second.figure))
    return unequal


def _read(found: re.Match[str]) -> _Measure:
    value = read_number(found["number"])
    kind, factor = next(
        (kind, factor)
        for kind, table in _KINDS.items()
        for unit, factor in table.items()
        if re.fullmatch(unit, found["unit"])
    )
    if found["square"]:
        kind, factor = "area", factor**2
    digits = re.fullmatch(r"[\d,]*(?:\.(\d+))?", found["number"])
    # Half of the last digit told; "120" may be rounded to ten.
    step = 0.5 / 10 ** len(digits[1]) if digits and digits[1] else 5.0 if value >= 100 and value % 10 == 0 else 0.5
    figure = Figure(Span(found.start(), found.end()), value, ((found["square"] or "") + found["unit"]).lower())
    if kind == "heat":
        return _Measure(figure, "heat", value, factor)
    return _Measure(figure, kind, max(0.0, value - step) * factor, (value + step) * factor)


def _may_be_one(first: _Measure, second: _Measure) -> bool:
    if first.kind == "heat":
        return _is_one_heat(first, second)
    return first.low <= second.high * (1 + TOLERANCE) and second.low <= first.high * (1 + TOLERANCE)


def _is_one_heat(first: _Measure, second: _Measure) -> bool:
    """Whether two temperatures are one, or two rises of temperature are: 2 °C is 36 °F, but a rise of 3.6 °F."""
    if first.high == second.high:
        return True
    celsius, fahrenheit = (second.low, first.low) if first.high else (first.low, second.low)
    return any(abs(one - fahrenheit) <= max(4.0, TOLERANCE * abs(one)) for one in (celsius * 1.8 + 32, celsius * 1.8))
