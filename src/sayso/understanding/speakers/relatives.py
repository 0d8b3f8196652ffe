"""The words that a relative "who" or "that" attaches to."""

from __future__ import annotations

import re

from sayso.spans import Span
from sayso.understanding.speakers.descriptions import NAME
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.nouns import PARTISANS, is_person_noun, is_plural_person_noun
from sayso.understanding.speakers.phrases import phrase_around
from sayso.understanding.speakers.vocabulary import BODY, DOCUMENT, is_title

_NAME_END = re.compile(rf"(?P<name>{NAME.pattern})(?: \([^)]*\)|, \d+)?$")
_INDEFINITE = re.compile(r"\b(?:an?|another|one|some|many|the other)(?: [a-z-]+)* $")
# "and who", "but who": the antecedent of the relative before it in the sentence.
_AND = re.compile(r"\b(?:and|but|or)$")
_RELATIVE = re.compile(r"\b(?:who|that|which|whose)\b")
_LOOSE = re.compile(
    r"\b(?:those|others|people|anyone|everyone|someone|somebody|many|millions|thousands)\b(?! who)", re.IGNORECASE
)
_SOME_OF = re.compile(r"\b(?:many|some|most|all|both|half|several|one|two|three|few|each|a few|any) of $")
_MEMBERS_OF = re.compile(
    r"\b(?P<noun>[A-Za-z-]+) (?:in|at|from|of|with|within|inside) (?P<of>(?:the |(?:[A-Z\d][\w./’'-]* )+)?(?:[A-Z][\w.’'-]*|[a-z]+)(?: [A-Z][\w’'-]*| government| campaign| team)*)$"
)
_WORD = re.compile(r"[\w’'-]+")


def antecedent(ground: Ground, start: int, *, person: bool) -> Span | None:
    """The noun phrase or name that a relative pronoun at `start` attaches to; `person` when it is "who"."""
    text = ground.text
    low = max(ground.line_start(start), ground.sentence_start(start))
    some_of = _SOME_OF.search(text[low:start])
    before = _SOME_OF.sub("", text[low:start]).rstrip(" ,—–-(")
    if _AND.search(before):
        earlier = list(_RELATIVE.finditer(before))
        return antecedent(ground, low + earlier[-1].start(), person=person) if earlier else None
    members = _MEMBERS_OF.search(before) if person and (some_of or before == text[low:start].rstrip()) else None
    if members and (is_plural_person_noun(members["noun"].lower()) or BODY.search(members["of"])):
        noun = members["noun"].lower()
        if is_plural_person_noun(noun) or is_person_noun(noun) or is_title(noun):
            # "Officials in the ministry who": no body is a "who".
            begin = phrase_around(text, low + members.start("noun"), low + members.end("noun"), low).start
            return Span(begin, low + members.end())
    named = _NAME_END.search(before, max(0, len(before) - 90))
    if (
        named
        and not _INDEFINITE.search(before[: named.start()])
        and not _is_place(before[: named.start()], person=person)
    ):
        begin = low + named.start("name")
        title = named["name"].partition(" of ")[0]
        if is_title(title) and title != named["name"]:
            # "The former CEO of Orby Lines who" is what somebody is.
            begin = phrase_around(text, begin, begin + len(title), low).start
        return Span(begin, low + named.end("name"))
    words = list(_WORD.finditer(before))
    if not words:
        return None
    last = words[-1]
    if person and not _may_speak(last[0]):
        # "Those in the finance world who", "Ann Bell, 24, from Orby, who": the nearest that can be somebody.
        for word in reversed(words[-12:-1]):
            if _may_speak(word[0]) and (
                word[0][0].islower()
                or word.start() == 0
                or is_plural_person_noun(word[0].lower())
                or word[0].lower() in PARTISANS
            ):
                last = word
                break
        else:
            names = [found for found in NAME.finditer(before) if " " in found[0]]
            if names:
                return Span(low + names[-1].start(), low + names[-1].end())
    return phrase_around(text, low + last.start(), low + last.end(), low)


def _is_place(before: str, *, person: bool) -> bool:
    return person and bool(re.search(r"\b(?:from|in|at|near|of) $", before)) and bool(re.search(r"\d, | [A-Z]", before))


def _may_speak(word: str) -> bool:
    small = word.lower()
    return bool(
        is_person_noun(small)
        or is_plural_person_noun(small)
        or BODY.fullmatch(small)
        or DOCUMENT.fullmatch(small)
        or _LOOSE.fullmatch(small)
    )
