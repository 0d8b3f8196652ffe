"""Report slips of the page that a reader would mend."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate

from sayso.records import Repair
from sayso.spans import Span

# Words that often follow a name and that no ordinary word ends in together with a capital at its start.
_AFTER_A_NAME = (
    "should", "would", "could", "will", "must", "might", "shall", "have", "does", "were", "which", "said", "says", "cannot",
    "because", "while", "until",
)  # fmt: skip
# What stands before is asked behind the first letter, for which the text can be searched fast; so it is below.
_GLUED = re.compile(rf"([A-ZÀ-Þ](?<![\w’'-].)[a-zß-ÿ]{{2,20}})({'|'.join(_AFTER_A_NAME)})(?![\w’'-])")
# A word that is long enough for that: its end tells most of them from glued ones.
_LONG_NAME = re.compile(r"[A-ZÀ-Þ](?<![\w’'-].)[a-zß-ÿ]{6,28}+(?![\w’'-])")
# A sentence that starts without a space behind the full stop of the one before: "over.The".
_NO_SPACE = re.compile(r"([.!?](?<=[a-zß-ÿ]{3}.)[”\"]?)(?=[A-ZÀ-Þ][a-zß-ÿ]+ [a-zß-ÿ])")
_WORD = re.compile(r"[^\W\d_]+")
# A line that says the same words twice, as a caption does that is shown and read out.
_TWICE = re.compile(r"(\S.{18,400}?\S)[\s:]{0,3}\1")
# Runs of spaces; a space before a comma or full stop; marks without width inside a word.
_ODD_SPACE = re.compile(
    r"(?<=[^\s.!?:”])[ \t\u00a0]{2,}(?=\S)|(?<=[^\W\d_])[ \u00a0]+(?=[,.](?:\s|$))|(?<=\w)[\u200b\u2060\ufeff]+(?=\w)"
)
# The pattern matches in no text without one of these.
_ODD = ("  ", "\t", "\u00a0", " ,", " .", "\u200b", "\u2060", "\ufeff")
# A line is told as said before from so many words on; shorter ones, such as a speaker's name in an interview, come back.
FEWEST_WORDS = 5


def find_repairs(text: str) -> list[Repair]:
    """Slips of `text` in order, with what they should be: lost spaces, odd spaces, words or lines told twice.

    Two words count as glued only when the first one stands by itself elsewhere in the text, or the second opens a
    sentence, and the glued word stands nowhere else: a false repair is worse than a missed one.
    """
    ends = [long.start() for long in _LONG_NAME.finditer(text) if long.group().endswith(_AFTER_A_NAME)]
    glued = [match for start in ends if (match := _GLUED.match(text, start))]
    seen = Counter(_WORD.findall(text)) if glued else Counter[str]()
    found = [
        Repair(Span(*match.span()), match.group(), f"{match[1]} {match[2]}")
        for match in glued
        if seen[match.group()] == 1 and seen[match[1]]
    ]
    end = 0
    for match in _NO_SPACE.finditer(text):
        if match.start() < end:  # a word with two stops is none that lost its space
            continue
        start = match.start()
        while start and not text[start - 1].isspace():
            start -= 1
        end = match.end()
        while end < len(text) and not text[end].isspace():
            end += 1
        words = text[start:end]
        cut = match.end() - start
        # A web address or a name with a dot keeps its dot.
        if words.count(".") == 1 and not any(sign in words for sign in "@/:_"):
            found.append(Repair(Span(start, end), words, f"{words[:cut]} {words[cut:]}"))
    for more in (_doubled(text), _odd_spaces(text)):
        found += _apart(more, found)
    return sorted(found, key=lambda repair: repair.span)


def _apart(repairs: list[Repair], taken: list[Repair]) -> list[Repair]:
    """Those of `repairs` that share no character with one of `taken`; cost: linear but for the sorting."""
    spans = sorted(repair.span for repair in taken)
    starts = [span.start for span in spans]
    # How far those reach that start no later.
    reach = list(accumulate((span.end for span in spans), max))

    def is_free(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before == 0 or reach[before - 1] <= span.start

    return [repair for repair in repairs if is_free(repair.span)]


def _doubled(text: str) -> list[Repair]:
    """Lines that say their words twice, or that an earlier line has said."""
    found: list[Repair] = []
    said: set[str] = set()
    start = 0
    for line in text.split("\n"):
        bare = line.strip().rstrip(" \u00a0:")
        twice = _TWICE.fullmatch(bare) if _ends_as_it_opens(bare) else None
        if twice:
            at = start + line.index(bare)
            found.append(Repair(Span(at, at + len(bare)), bare, twice[1]))
        elif bare in said and len(bare.split()) >= FEWEST_WORDS:
            found.append(Repair(Span(start, start + len(line)), line, ""))
        said.add(bare)
        start += len(line) + 1
    return found


def _ends_as_it_opens(line: str) -> bool:
    """Whether a line ends with the words of its first half, with at most three signs between."""
    for between in range(4):
        half = (len(line) - between) // 2
        if half > 0 and line[0] == line[-half] and line.startswith(line[-half:]):
            return True
    return False


def _odd_spaces(text: str) -> list[Repair]:
    """Words with a space too many between them, each told with the words at both sides."""
    found: list[Repair] = []
    if not any(odd in text for odd in _ODD):
        return found
    for match in _ODD_SPACE.finditer(text):
        if found and match.start() < found[-1].span.end:
            continue
        start, end = match.span()
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        spaces = match.group().strip("\u200b\u2060\ufeff")
        between = " " if spaces and match.end() < len(text) and text[match.end()] not in ",." else ""
        mended = text[start : match.start()] + between + text[match.end() : end]
        found.append(Repair(Span(start, end), text[start:end], mended))
    return found
