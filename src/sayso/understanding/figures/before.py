"""What a number counts, told by the words before it."""

from __future__ import annotations

import re

from sayso.understanding.figures.counted import Counted, read_counted

# How far back the words that tell it may stand, within the sentence.
REACH = 130
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’')]*\s|\n")
# "A crowd of about 700", "a nation of 4.8 million". In lower case: the Group of 20 is a name.
_BODY = re.compile(
    r"\b(?:crowds?|audience|group|party|team|staff|crew|family|workforce|congregation|panel|gathering|population|membership|turnout|"
    r"attendance|nation|country|city|town|village|state|community|region)(?:\s\w+)?\sof\s$|"
    r"\b(?:[Aa]ttendance|[Pp]opulation|[Tt]urnout)(?::|,|\s(?:was|is|at|to|from|reached|totall?ed|of))\s(?:an estimated\s)?$"
)
_TOLL = re.compile(r"\btoll\b[^;:]{0,70}\b(?:to|at|of|was|is|reached|as|now)\s$", re.IGNORECASE)
_DONE_TO = re.compile(
    r"\b(?:kill(?:s|ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing)|employ(?:s|ed|ing)|behead(?:ed|ing)|"
    r"execut(?:ed|ing)|la(?:id|y|ying|ys)\soff|evacuat(?:ed|ing)|rescu(?:ed|ing)|displac(?:ed|ing)|infect(?:ed|ing)|massacred|"
    r"murder(?:ed|ing)|hospitali[sz](?:ed|ing)|trapp(?:ed|ing)|deport(?:ed|ing))\s(?:(?:another|an additional|a further|some other)\s)?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\bnumbers? of (?=(?P<noun>\w))[^;:]{3,90}\b(?:to|from|at|of|reached|was|is|by|and|exceeded|hit|currently)\s$",
    re.IGNORECASE,
)
_TOTALLED = re.compile(
    r"\b(?P<noun>[a-z][\w’'-]*s),?\s?(?:—|–|--|-)?\s?(?:(?:which|that|now|have|has|had|already)\s){0,3}"
    r"(?:totall?ed|totall?ing|numbered|numbering)\s$"
)
_APPOSED = re.compile(r"\b(?P<noun>[a-z][\w’'-]*[a-z]s)(?:\s?(?:—|–|--)\s?|\s-\s|,\swith\s)$")
_POINTS = re.compile(r"\bpoints?, or [\d.]+\s?(?:%|percent|per cent),? (?:to|at) $")
# What may follow a number that stands before no noun of its own.
_AFTER = re.compile(r"\s?[,.;:)”\"’—–](?!\d)|\s-|\s[a-z]|\s?$")
_AFTER_APPOSED = re.compile(r"\s?[,;)—–](?!\d)|\s-|\sin\s(?:all|total)\b|\sof\s(?:which|them)\b|\sso\sfar\b")


def read_counted_before(text: str, start: int, last: int, since: int) -> Counted | None:
    """What the number at `text[start:last]` counts by the words before it, of which none stand before `since`.

    Asked when no noun follows the number. `start` is where "about" or "at least" begins; None when nothing tells.
    """
    since = max(since, start - REACH)
    for ended in _SENTENCE_ENDS.finditer(text, since, start):
        since = ended.end()
    before = text[since:start]
    if not _AFTER.match(text, last):
        return None
    if _POINTS.search(before):
        return Counted("points", last)
    if _BODY.search(before) or _TOLL.search(before) or _DONE_TO.search(before):
        return Counted("people", last)
    if found := _NUMBER_OF.search(before):
        noun = read_counted(text, since + found.start("noun") - 1, start, 2.0, "USD")
        return Counted(noun.unit, last) if noun else None
    if found := _TOTALLED.search(before):
        return Counted(found["noun"].lower(), last)
    if (found := _APPOSED.search(before)) and _AFTER_APPOSED.match(text, last):
        return Counted(found["noun"].lower(), last)
    return None
