"""Whether the words around a time tell of what has been or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"]

# A full stop before a space ends a sentence unless it belongs to an initial or to a short form.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bLt)(?<!\bGen)(?<!\bJan)"
    r"(?<!\bFeb)(?<!\bMar)(?<!\bApr)(?<!\bAug)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!\ba\.m)(?<!\bp\.m)[.!?]"
    r"[\"'”’)\]]*\s|\n"
)
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?|[,;:()“”\"—–]")
MODALS = {"will", "shall", "may", "might", "can", "could", "should", "must", "would", "won't", "'ll", "cannot", "let"}
# What is arranged, so that the time beside it lies ahead, even when the arranging is past.
ARRANGED = {
    "expected", "scheduled", "slated", "due", "planned", "plans", "plan", "planning", "poised", "expects", "expect",
    "upcoming", "deadline", "looming", "agreed", "vowed", "promised", "pledged", "intends", "intend", "hopes", "hope",
    "wants", "aims", "aim", "prepares", "prepare", "preparing", "urged", "invited", "ready", "likely", "eager",
    "forthcoming", "starting", "beginning", "effective", "needs", "need", "going", "invites", "proposed", "hoping",
    "proposes", "threatened", "threatens", "forecast", "predicted", "awaits", "awaiting", "await", "tentatively",
}  # fmt: skip
# After these an infinitive lies ahead too; alone they say nothing.
LEADS_ON = {"is", "are", "has", "have", "set", "about", "asked", "ordered", "decided", "order", "time", "continue"}
# Past forms that do not end in -ed, with nouns of what nobody tells before it has been.
IRREGULAR = {
    "said", "told", "was", "were", "had", "did", "came", "went", "took", "made", "gave", "met", "won", "lost",
    "held", "spoke", "wrote", "began", "left", "found", "saw", "got", "became", "brought", "bought", "built",
    "caught", "chose", "drew", "drove", "fell", "felt", "fought", "flew", "forgot", "grew", "heard", "hid", "kept",
    "knew", "laid", "led", "lay", "meant", "paid", "ran", "rose", "sang", "sat", "sent", "shook", "shot", "showed",
    "slept", "sold", "sought", "spent", "stood", "stole", "struck", "swore", "taught", "tore", "thought", "threw",
    "understood", "woke", "wore", "withdrew", "died", "been", "done", "gone", "seen", "taken", "given", "broken",
    "shown", "known", "written", "broke", "spoken", "born", "fled", "dealt", "dug", "swept", "hung", "burst",
    "sank", "rang", "drank", "swam", "wound", "bore", "froze", "stuck", "bid", "didn't", "wasn't", "weren't",
    "hadn't", "underwent", "oversaw", "undid", "overcame", "arose", "forbade", "upheld", "overthrew", "beaten",
    "hit", "since", "couldn't", "wouldn't", "attack", "shooting", "crash", "killing", "slaying", "death",
    "explosion", "blast", "bombing", "massacre", "earthquake", "defeat", "victory", "victories", "loss", "romp",
    "triumph", "debacle",
}  # fmt: skip
# Things nobody arranges: "Friday's attack" is over.
SUDDEN = re.compile(
    r"[’']s? (?:[a-z]+ ){0,2}(?:attack|shooting|crash|killing|arrest|death|explosion|blast|bombing|earthquake|quake|fire|"
    r"announcement|incident|collapse|massacre|defeat|loss|win|victory|decision|report|remarks|comments|statement|violence|"
    r"raid|strike|accident|murder|protests?|ruling|verdict)"
)
# Timetables are told in the present: "The fair opens on Friday."
TIMETABLE = {
    "open", "opens", "begin", "begins", "start", "starts", "air", "airs", "premiere", "premieres", "meet", "meets",
    "face", "faces", "head", "heads", "take", "takes", "end", "ends", "close", "closes", "launch", "launches",
    "arrive", "arrives", "travel", "travels", "return", "returns", "host", "hosts", "hold", "holds", "vote",
    "votes", "expire", "expires", "debate", "debates", "speak", "speaks", "visit", "visits", "kick", "kicks",
    "become", "becomes", "go", "goes", "come", "comes", "play", "plays", "leave", "leaves", "resume", "resumes",
    "run", "runs", "mark", "marks", "fall", "falls", "gather",
}  # fmt: skip
_NOT_PAST = {
    "need",
    "indeed",
    "speed",
    "red",
    "bed",
    "united",
    "hundred",
    "ted",
    "fed",
    "reed",
    "seed",
    "feed",
    "breed",
}
NEAR = 20


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The start and end of the sentence that `text[start:end]` stands in, looked for within 500 characters."""
    left = 0
    for found in _END.finditer(text, max(0, start - 500), start):
        left = found.end()
    right = _END.search(text, end, end + 500)
    return max(left, start - 500), right.start() if right else min(len(text), end + 500)


def judge_tense(text: str, start: int, end: int) -> Tense | None:
    """Whether what is told at the time `text[start:end]` lies behind or ahead; None when the sentence does not say.

    The verb that stands nearest before the time decides; after it, when the time opens its clause.
    """
    left, right = sentence_around(text, start, end)
    if SUDDEN.match(text, end):
        return "past"
    before = _words(text, left, start)
    after = _words(text, end, right)
    while before and before[-1] in (
        "on",
        "early",
        "late",
        "at",
        "in",
        "of",
        "the",
        "next",
        "last",
        "this",
        "by",
        "from",
    ):
        before.pop()
    opens = not before or not before[-1][0].isalpha() or before[-1] in ("that", "and", "but", "when", "as", "if", "so")
    if not opens:
        return _backward(before) or _forward(after)
    return _forward(after) or _backward(before)


def _words(text: str, start: int, end: int) -> list[str]:
    words = []
    for found in _WORD.finditer(text, start, end):
        word = found[0].lower().replace("’", "'")
        if word.endswith(("'ll", "'re")):
            words += [word[:-3], {"'ll": "will", "'re": "are"}[word[-3:]]]
        else:
            words.append(word)
    return words


def _backward(words: list[str]) -> Tense | None:
    for at in range(len(words) - 1, max(-1, len(words) - 1 - NEAR), -1):
        tense = _tense_at(words, at)
        if tense:
            return tense
    return None


def _forward(words: list[str]) -> Tense | None:
    for at in range(min(len(words), NEAR)):
        if words[at] == ")":
            return None
        tense = _tense_at(words, at)
        if tense:
            return tense
    return None


def _tense_at(words: list[str], at: int) -> Tense | None:
    """What the word at `at` says, with the few words before it that belong to its verb."""
    word, chain = words[at], words[max(0, at - 4) : at]
    if word in ("will", "shall", "won't", "would"):
        return None if words[at + 1 : at + 2] == ["have"] and word != "will" else "future"
    if word in ("likely", "eager", "ready", "going") and words[at + 1 : at + 2] != ["to"]:
        return None
    if word in ARRANGED:
        # "Agreed on Friday" is past, "agreed to meet on Friday" is not.
        if word.endswith("ed") and word not in ("expected", "scheduled", "slated", "planned", "proposed"):
            return "future" if words[at + 1 : at + 2] == ["to"] else "past"
        return "future"
    if word == "effect" and words[at - 1 : at] and words[at - 1] in ("take", "takes", "taking"):
        return "future"
    if word in MODALS:
        # "Could not be reached on Sunday" is a reporter's past.
        past = "have" in words[at + 1 : at + 3] or (word == "could" and words[at + 1 : at + 2] == ["not"])
        return "past" if past else "future"
    if (
        word == "to"
        and any(one in LEADS_ON for one in words[max(0, at - 2) : at])
        and words[at + 1 : at + 2] != ["the"]
    ):
        return "future"
    if word in ("is", "are"):
        following = words[at + 1 : at + 3]
        return "future" if not following or any(one.endswith("ing") for one in following) else None
    if _is_past(word):
        # A participle goes with the verb before it: "will be opened", "is to be held", "is being held".
        if chain[-1:] and chain[-1] in ("is", "are"):
            return None
        held = {"be", "being"} & set(chain[-2:]) or ("get" in chain[-2:] and MODALS & set(chain))
        return "future" if held and not {"was", "were", "not", "couldn't", "wouldn't"} & set(chain) else "past"
    if word in TIMETABLE and not any(one in ("to", "did", "not") or one in MODALS for one in chain[-2:]):
        return "future" if word.endswith("s") else None
    return None


def _is_past(word: str) -> bool:
    return word in IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)
