"""The noun phrases of an article that describe somebody without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.spans import Span
from sayso.understanding.speakers.nouns import PLURAL_BODIES, is_plural_person_noun, same_document

# Words that never stand inside a noun phrase before its noun.
_STOPS = {
    "of", "for", "at", "in", "from", "with", "who", "on", "to", "by", "and", "or", "but", "that", "which", "as", "than", "about", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "said", "says", "told", "interviewed", "asked", "cited", "among", "between", "against", "into", "after",
    "before", "when", "while", "if", "because", "not", "like", "under", "over", "according", "including", "made", "give", "gave", "released", "published",
    "called", "see", "saw", "found", "read", "will", "would", "can", "could", "may", "might", "also", "whose", "where", "how", "what", "it", "he", "she", "they",
    "there", "remain", "them", "him", "us", "me", "shows", "showed", "wrote", "issued", "sent", "described", "met", "urged", "quoted", "helped", "left", "led", "let", "makes", "make",
}  # fmt: skip
# What follows one of these is a verb.
_BEFORE_VERBS = {"who", "will", "would", "can", "could", "may", "might", "should", "must", "they", "he", "she"}
_OPENERS = {"the", "a", "an", "this", "that", "these", "those", "some", "many", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine",
            "ten", "dozens", "his", "her", "its", "their", "another", "one", "most", "both", "all", "few", "other", "my", "our"}  # fmt: skip
_COMPLEMENT = re.compile(
    r" (?:by|from|of|in|published|conducted|released|commissioned|announcing|written|issued|signed|posted|sent|obtained|representing|"
    r"close to|familiar with|who|for|at|with|on) [^,.;:“”\"\n()]*"
)
_A_NUMBER_OF = re.compile(
    r"\b(?:[Aa] (?:number|group|handful|couple|majority|series|range) of|(?:(?:[Tt]ens|[Hh]undreds) of )?(?:[Tt]housands|[Mm]illions) of|[Dd]ozens of|[Ss]cores of|[Hh]undreds of) $"
)
_VERB = re.compile(
    r" (?:found|finds|says|said|shows|showed|show|suggests?|suggested|that|which|is|was|are|were|has|had|have|will|would|told|asked|added|to)\b.*$"
)
_TITLED = re.compile(
    r"[^.\n“‘\"]{0,70}?\b(?:titled|entitled|called|named|dubbed)\b,? (?:[“‘\"'](?P<quoted>[^”\"\n]{3,120}?)[,.]?(?:[”\"]|’(?!\w)|'(?!\w))|(?<!named )(?P<plain>[A-Z][^.,;“”\"\n]{5,100}))"
    r"|,? [“\"](?P<named>[A-Z0-9][^”\"\n]{2,120}?)[,.]?[”\"]"
)
# "“The Long Tide,” her book".
_ENTITLED = re.compile(r"[“\"](?P<title>[A-Z0-9][^”\"\n]{2,120}?),[”\"] (?:[\w’'.]+ ){1,5}$")


def phrase_around(text: str, start: int, end: int, low: int) -> Span:
    """The noun phrase that turns on the noun at `[start, end)`, with its determiner and, for `low` a limit to the left."""
    begin = start
    before = list(re.finditer(r"\S+", text[max(low, start - 70) : start]))
    offset = max(low, start - 70)
    several_people = is_plural_person_noun(text[start:end].lower())
    for word in reversed(before[-6:]):
        bare = word[0].strip('“”"‘(')
        place = offset + word.start()
        joined = re.search(r"([\w’'-]+) $", text[max(low, place - 24) : place]) if bare == "and" else None
        if joined and several_people and is_plural_person_noun(joined[1].lower()):
            # "95 retired generals and admirals".
            continue
        counts = bare.lower() == "than" and text[max(0, place - 5) : place] == "more "
        if not counts and (word[0][-1] in ',.;:”")—–' or bare.lower() in _STOPS or "\n" in text[place:start]):
            break
        earlier = re.search(r"([\w’'-]+)[^\S\n]+$", text[max(low, place - 12) : place])
        if earlier and (
            earlier[1].lower() in _BEFORE_VERBS
            or (bare.endswith("ed") and re.search(r"[^s’']s$|[^s]ly$|^[A-Z][a-z]+$", earlier[1]))
        ):
            # "The mayor’s aides urged", "Prell rebuked", "sharply rebuked".
            break
        begin = place + len(word[0]) - len(word[0].lstrip('“"‘('))
        if bare.lower() in _OPENERS and not re.fullmatch(
            "two|three|four|five|six|seven|eight|nine|ten|other|few", bare.lower()
        ):
            break
    several = _A_NUMBER_OF.search(text, max(low, begin - 24), begin)
    return Span(several.start() if several else begin, end)


def fuller_phrases(text: str, nouns: frozenset[str], before: int) -> Iterator[Span]:
    """The noun phrases before `before` that turn on one of `nouns` and say more than "the" and it."""
    for found in re.finditer(rf"\b(?:{'|'.join(sorted(map(re.escape, nouns)))})\b", text[:before], re.IGNORECASE):
        line = text.rfind("\n", 0, found.start()) + 1
        place = phrase_around(text, found.start(), found.end(), line)
        complement = _COMPLEMENT.match(text, found.end())
        if complement and complement.end() <= before:
            told = _VERB.sub("", complement[0]).rstrip()
            if len(told.split()) > 1:
                place = Span(place.start, found.end() + len(told))
        if len(place.cut(text).split()) > 2:
            yield place


def title_of(text: str, head: str, before: int) -> str | None:
    """The title that the article gives, before `before`, to a document which it calls `head`."""
    best = None
    for found in re.finditer(rf"\b(?:{'|'.join(sorted(same_document(head)))}|advice)\b", text[:before], re.IGNORECASE):
        titled = _TITLED.match(text, found.end())
        if titled:
            title = titled["quoted"] or titled["plain"] or titled["named"]
            if title and (title[0].isupper() or title[0].isdigit()):
                best = title.strip()
        entitled = _ENTITLED.search(text, max(0, found.start() - 160), found.start())
        if entitled:
            best = entitled["title"].strip()
    return best


def plural_phrases(text: str, start: int, end: int) -> Iterator[Span]:
    """The noun phrases in `[start, end)` that mean several people or bodies, last first."""
    for found in reversed(list(re.finditer(r"[\w’-]+", text[start:end]))):
        if is_plural_person_noun(found[0].lower()) or found[0] in PLURAL_BODIES:
            yield phrase_around(text, start + found.start(), start + found.end(), start)
