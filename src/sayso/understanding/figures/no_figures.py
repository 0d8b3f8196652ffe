"""Numbers that are no figures: years, days, ages, clock times, numbers in names."""

from __future__ import annotations

import re

from sayso.understanding.figures.counted import Counted, is_plural
from sayso.understanding.figures.currencies import CODES

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_DAY_BEFORE = re.compile(rf"\b{_MONTH}\s(?:\d{{1,2}}\s?[-–]\s?)?$")
_DAY_AFTER = re.compile(rf"(?:\s?[-–]\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# What may be counted by a number that looks like a year.
_NO_YEAR = {
    "people",
    "men",
    "women",
    "troops",
    "votes",
    "jobs",
    "soldiers",
    "calories",
    "residents",
    "students",
    "miles",
    "feet",
}
_NOT_AFTER = re.compile(
    r"[:/]\d|(?:st|nd|rd|th|s)\b|[’']s\b|\.\d\d\s?[ap]\.?m|\s?[ap]\.?m\b(?!\w)|\so[’']clock|-\d{3,}|\sGMT\b|"
    r"\s(?:[A-Z][\w’'-]+\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Drive|Blvd|Boulevard|Way|Square|Place|Court)\b|"
    r"\sin\sthe\s(?:morning|afternoon|evening)\b|\s(?:freeway|highway|expressway)\b",
    re.IGNORECASE,
)
# Names and numbers that go together. A number straight after a name counts nothing unless a plural follows.
_NAMED = re.compile(
    r"(?:\b(?:No\.?|Nos\.?|Number|number|Local|Fortune|Interstate|Route|Highway|Section|Article|Chapter|Page|Title|Proposition|Prop\.?|"
    r"Amendment|Resolution|Flight|Boeing|Airbus|Apollo|Channel|Formula|Room|Gate|Area|Group|Act|Bill|Rule|Part|Phase|Level|Grade|Covid|Type|"
    r"District|Division|Unit|Ward|Zone|Game|Week|Day|Lot|Block|Platform|Terminal|Year|Band|Step|Stage|Chapters|Round|Matthew|Psalm|John|USA|"
    r"[Vv]ersion|[Uu]pdate|iOS|iPadOS|macOS|Android|Wi-Fi|Bluetooth|HDMI|USB|S&P|FTSE|Stoxx|STOXX|Russell|Nikkei|Nasdaq|CAC|"
    r"[Aa]ged?|[Aa]ges|the age of|aged between|page|chapter|section|article|room|grade|route|figure|table|step|phase|level|type|box|lane|channel|class)\s)$"
)
# "4K" is how finely a picture is drawn; "iPhone 11" and "AirPods 2" are names.
_PICTURE = re.compile(r"[2458]K|4k")
_PRODUCT_BEFORE = re.compile(r"\b(?:i[A-Z][a-z]+|AirPods|PlayStation|Play[Ss]tation|MacBook|OnePlus|ThinkPad)\s$")
# "Voters under 45"; "a mother of four" tells of children, who are not named.
_AGES = re.compile(
    r"\b(?:[a-z]{2,}s|[A-Z][a-z]+s|people|men|women|children|those|anyone|everyone)\s(?:aged\s)?(?:under|over|above|below)\s$"
)
_FACTOR = re.compile(r"\bfactor\sof\s$", re.IGNORECASE)
_LATER_AGE = re.compile(r"\b[Aa]ge[sd]? \d{1,2}(?:,? and |, | to | or )$")
_PARENT = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|grandmother|grandfather|widow)s?[-\s]of[-\s]$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"(?<=[\w,;]\s)[A-Z][\w’'-]+\s$")
# "One" as a pronoun, or as no more than "a".
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|some|which|the|this|that|only|another|other|number|not|day|last|first|as|loved|a|formula|force|xbox|"
    r"capital|world\swar)\s$",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(
    r"\s(?:of|another|day|thing|things|way|side|hand|time|more|by|point|reason|question|example|issue|part|place|end|kind|sort|step|"
    r"who|that|can|could|might|must|should|may|would|has|is|was|in|on|at|to|and|or|such|last|final|big|major|key|former|senior|top|"
    r"morning|night|evening|afternoon|moment|instance|man[’']s|person[’']s)\b|[-.,;:?!’']"
)


def is_no_figure(text: str, found: re.Match[str], counted: Counted | None) -> bool:
    """Whether the match of `quantities.QUANTITY` is a date, an age, a clock time, a pronoun or part of a name."""
    if not found["number"]:
        # The roads of South Africa are called "the R61".
        return found["sign"] == "R" and found["sum"].isdigit() and text[: found.start()].endswith("the ")
    words = found["number"]
    before = text[max(0, found.start() - 30) : found.start()]
    if words.lower() == "one":
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(text, found.end()))
    if (not counted or counted.unit == "people") and (_PARENT.search(before) or _FACTOR.search(before)):
        return True
    if not words[0].isdigit():
        return bool(re.match(r"\s?[ap]\.m|\so[’']clock|-year-old|\syears?\sold", text[found.end() : found.end() + 12]))
    share_or_sum = counted is not None and (counted.unit in CODES or counted.unit.startswith("percent"))
    if share_or_sum:
        return False
    if _YEAR.fullmatch(words) and not (counted and counted.unit in _NO_YEAR):
        return True
    if (words[0] == "0" and words[1:2].isdigit()) or _NOT_AFTER.match(text, found.end()):
        return True
    if words.isdigit() and len(words) < 3 and (_DAY_BEFORE.search(before) or _DAY_AFTER.match(text, found.end())):
        return True
    if not counted and len(words) < 4 and (_AGES.search(before) or _LATER_AGE.search(before)):
        return True
    if _NAMED.search(before) or _PICTURE.fullmatch(words) or (len(words) < 3 and _PRODUCT_BEFORE.search(before)):
        return True
    # "Windows 10 update": after a name only a plural is counted.
    return bool(_NAME_BEFORE.search(before)) and not (counted and is_plural(counted.unit))
