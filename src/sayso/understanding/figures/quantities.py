"""Numbers in a text that may be quantities, with what each is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.understanding.figures.currencies import SIGN, SIGNS
from sayso.understanding.figures.numbers import NUMBER, PARTS, SPACED, read_number

# Lowest count each stands for. Source: ACLED's rule, as told in docs/gold.md, "Figures".
VAGUE = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12, "several": 3,
    "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip
SHARES = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fourth": 25.0, "fifth": 20.0, "sixth": 100 / 6, "seventh": 100 / 7,
    "eighth": 12.5, "ninth": 100 / 9, "tenth": 10.0,
}  # fmt: skip


_PART = r"(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_FEW = r"(?:two|three|four|five|six|seven|eight|nine)"
_SHARE = (
    rf"\b(?:{_FEW}[-\s]{_PART}s|one[-\s]{_PART}(?!\sof\sa))\b|\ban?\s{_PART}\b(?=\s(?:of(?!\sa\b)|as|more|less)\b)|(?<=\bby\s)a\s{_PART}\b(?!\s[a-z])|"
    r"(?:(?<=\bby\s)|(?<=than\s)|(?<=nearly\s)|(?<=almost\s)|(?<=about\s)|(?<=roughly\s)|(?<=around\s))half\b(?!-|\san?\b|\s(?:hour|mile|dozen))|"
    r"(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?<!last\s)(?<!back\s)(?<!top\s)(?<!bottom\s)\bhalf\b(?=\s(?:of|the|its|their|his|her|our|all|say|said|were|are)\b)"
)
_WHOLE = r"(?:[3-9]|10|20|25|50|100|1,?000|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)"
_RATIO = (
    rf"(?<![\w$£€.,-])(?P<part>\d{{1,3}}|one|{_FEW})\s(?:(?:in|out\sof|of)\severy\s|in\s|out\sof\s|of\s(?=10\b|ten\b|100\b))"
    rf"(?P<whole>{_WHOLE})(?![\d:%-]|[.,]\d)\b(?!\s(?:years?|days?|weeks?|months?|hours?|minutes?|seconds?|million|thousand|percent|per|of\sthe)\b)"
)
_VAGUE = (
    # "Millions and millions" are no more than millions.
    r"\b(?:(?P<again>dozens|hundreds|thousands|millions|billions)\s(?:and|upon)\s(?=(?P=again)\b))*(?:(?:tens|scores|dozens|hundreds|thousands|millions|billions)\sof\s(?:dozens|hundreds|thousands|millions|billions|trillions)|"
    r"(?:tens|scores)(?=\sof\b)|dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores|"
    r"several(?:\s(?:dozen|hundred|thousand|million|billion)s?)?|(?<=\bfew\s)(?:dozen|hundred|thousand|million|billion))\b"
)
_FIGURES = r"\b(?:four|five|six|seven|eight|nine)[-\s]figures?\b(?!\s(?:of|from|in|who|were|are|skat\w+)\b)"
_AND_HALF = r"\ban?\s(?P<halved>year|month|week|day|hour|decade|century|mile|minute)\sand\sa\s(?P<rest>half|quarter)\b"
_HALVED = (
    r"(?:hour|mile|day|minute|century|decade|percentage|percent|point|degree|inch|second|year|pound|tonne?|acre)s?\b"
)
QUANTITY = re.compile(
    # No number begins inside a word: to say so first takes a third off the time of the search.
    rf"(?<![A-Za-z])(?=[^\s,.])(?:(?P<share>{_SHARE})|(?P<ratio>{_RATIO})|(?P<vague>{_VAGUE})"
    r"|(?P<pair>\b(?:a\s)?couple\b(?=\sof\s|\smore\s|\s[a-z-]+s\b)(?!\s(?:says|was|has|is))|"
    r"(?<=\ba\s)couple(?=\s(?!(?:and|in|from|with|to|are|were|had|at|on|who|by|for)\b)(?![a-z]+(?:ing|ed)\b)[a-z]+\s[a-z]+s\b))"
    rf"|(?P<digits>{_FIGURES})|(?P<longer>{_AND_HALF})"
    rf"|(?P<half>\bhalf(?:[-\s]an?\b)?|\ba\s(?:half|quarter))(?=[-\s]{_HALVED})"
    rf"|(?<![A-Za-z])(?P<sign>(?-i:{SIGN}))\s?(?P<sum>(?:{SPACED})(?:[\s-]?(?:million|billion|trillion|bn|m)\b)?|{NUMBER})"
    rf"|(?<![\w.,/:#’'°$£€])(?<![A-Za-z][-–])(?P<number>{NUMBER}))",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number is worth: `value` is None where the words give a lowest count only."""

    value: float | None
    low: float | None = None
    unit: str | None = None
    high: float | None = None


def read_amount(found: re.Match[str], dollar: str) -> Amount:
    """What a match of `QUANTITY` is worth, with its unit where the number bears it; `dollar` is that of a plain "$"."""
    if found["share"]:
        return Amount(_share(found["share"].lower()), None, "percent")
    if found["ratio"]:
        return Amount(100 * _count(found["part"]) / _count(found["whole"]), None, "percent")
    if found["vague"]:
        low = 1.0
        once = re.sub(r"\b(\w+)\s(?:and|upon)\s(?=\1)", "", found["vague"].lower())
        for word in re.split(r"\s(?:of\s)?", once):
            low *= VAGUE[word]
        return Amount(None, low)
    if found["pair"]:
        return Amount(2.0)
    if found["digits"]:
        count = int(read_number(re.split(r"[-\s]", found["digits"])[0]))
        return Amount(None, 10.0 ** (count - 1), dollar, 10.0**count - 1)
    if found["longer"]:
        return Amount(1 + PARTS[found["rest"].lower()], None, found["halved"].lower())
    if found["half"]:
        return Amount(0.25 if "quarter" in found["half"].lower() else 0.5)
    if found["sign"]:
        return Amount(read_number(found["sum"]), None, SIGNS.get(found["sign"], dollar))
    return Amount(read_number(found["number"]))


def _count(words: str) -> float:
    return 100.0 if words.lower() == "hundred" else read_number(words)


def _share(words: str) -> float:
    many, _, part = words.replace("-", " ").rpartition(" ")
    times = 1.0 if many in ("", "a", "an") else read_number(many)
    return times * SHARES[part.removesuffix("s")]
