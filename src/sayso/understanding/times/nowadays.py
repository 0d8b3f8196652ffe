"""Whether "today" means the day of publication or these times."""

from __future__ import annotations

import re

from sayso.understanding.times.tense import judge_tense, sentence_around

# "Today" as "nowadays". Chosen on sentences of PolNeAR train, read by hand.
_NOWADAYS_BEFORE = re.compile(
    r"(?:\beven|\bstill|\bto this day|\bof|\bthan|\blike|\blives?|\bexists?|\bremains?|\bcontinues?|\b(?:has|have) become|\blife|\bin (?:use|service)|\bfacing (?:\w+ ){0,2}\w+|"
    r"\bin (?:the )?(?:United States|U\.S\.|America|Britain|Europe|world|country|society|politics|history)|\bas (?:it|they|he|she|we) (?:is|are|do|does|stands?)|\b(?:that|which) exists?"
    r"|\bwe (?:know|live|face|see|have)(?: \w+){0,2}|\bwhere (?:we|they|it) (?:are|is)|\bthe (?:\w+ ){1,2}(?:he|she|it|they|we) (?:is|are)|\bcompared (?:to|with))\s$",
    re.IGNORECASE,
)
_NOWADAYS_AFTER = re.compile(
    r" as (?:it|she|he|they|we|when|in|ever)\b|[’']s (?:(?:most|more|biggest|largest|best)\b|(?:\w+ ){0,2}(?:world|society|economy|era|age|standards?|climate|politics|culture|environment|generation|youth|technology|"
    r"dollars|money|market|marketplace|America|Britain|china|russia|prices|kids|children|students|workers|women|men|parents|voters|"
    r"millennials|workforce|landscape|media|consumers|republicans|democrats|gop)\b)",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:are|is|remains?|lives?|exists?|works?|knows?|needs?|faces?|represents?|makes?|make up|serves?|has|have|owns?|runs?|contains?|employs?|do|can)\b"
    r"(?! (?:\w+ly )?(?:\w+ing|to|set|due|scheduled|expected|released|announced|\w+ed)\b)",
)


def means_nowadays(text: str, start: int, end: int) -> bool:
    """Whether the "today" at `text[start:end]` means these times, not the day of publication."""
    left, right = sentence_around(text, start, end)
    if _NOWADAYS_BEFORE.search(text[left:start]) or _NOWADAYS_AFTER.match(text, end):
        return True
    # Also the paper and the programme of that name.
    if text[start] == "T" and (text[:start].endswith("USA ") or re.match(r"['’”\"]| show\b", text[end : end + 6])):
        return text[:start].endswith(("USA ", "the ", "on ", "'", "‘", "“", '"'))
    if text[start:end] == "Today" and text[end : end + 1] in (",", " "):
        words = re.match(r",? (?:[\w’'-]+,? ){1,6}?(?P<verb>" + _LASTING.pattern + ")", text[end:right])
        return bool(words) and judge_tense(text, start, end) is None and not text[end:right].startswith(" is")
    return False
