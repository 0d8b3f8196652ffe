"""What a description of a document means: one told of before, its title, or the name that the article gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.spans import Span
from sayso.understanding.speakers.describing import bare_words, same_words
from sayso.understanding.speakers.descriptions import Description
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.nouns import same_document
from sayso.understanding.speakers.phrases import fuller_phrases, phrase_around, title_of
from sayso.understanding.speakers.vocabulary import DETERMINER

# A document told of without a name is named within so many characters, when the article goes on about it.
NAMED_WITHIN = 700
# No more words than these stand before the noun of a document that was told of before: "the new poll".
MOST_WORDS = 3
_BACK = re.compile(r"(?:the|this|that|its|his|her|their) |\S+[’']s? ", re.IGNORECASE)
_NEW = re.compile(r"(?:an?|one of the|another) |(?:new|latest|recent) ", re.IGNORECASE)
# What "the report" may be when no report is told of.
NONE: frozenset[str] = frozenset()
ALSO = {
    "report": frozenset({"study", "analysis", "survey", "review", "audit", "investigation"}),
    "document": frozenset({"letter", "memo", "memorandum", "filing", "report", "indictment"}),
    "findings": frozenset({"study", "survey", "report", "poll", "analysis", "review"}),
    "results": frozenset({"study", "survey", "poll"}),
    "piece": frozenset({"article", "story", "column", "editorial", "op-ed", "essay"}),
}
# "University of " before "Orby poll".
_OF_NAME = re.compile(r"(?:[A-Z][\w/-]+ )+of $")
OF_WITHIN = 40
_CAPITAL = re.compile(r"[A-Z][\w&/.-]*(?![\w’'])")


def document_meant(description: Description, members: Sequence[Member], text: str, at: int) -> Member | None:
    """The document that "the study" means at `at`: one told of before, its title, or its first fuller description.

    "A new poll" is the poll that the article names next, when it names one alone.
    """
    heads = same_document(description.head or "")
    same = same_words(description, members)
    if same:
        return same
    core = bare_words(description.words).split()
    if _NEW.match(description.words) and len(core) <= MOST_WORDS and not _CAPITAL.search(description.words[1:]):
        named = _named(text, heads, at, at + NAMED_WITHIN)
        earlier = _named(text, heads, 0, at)
        return _member(named[0].cut(text), members) if len(named) == 1 and not earlier else None
    if not _BACK.match(description.words) or len(core) > MOST_WORDS:
        return None
    title = title_of(text, description.head or "", at)
    if title:
        return _member(title, members)
    modifiers = set(core) - {description.head or "", "new", "same"}
    told = [one for one in members if one.kind == "document" and heads & set(re.findall(r"[\w-]+", one.name.lower()))]
    told = [one for one in told if not modifiers or modifiers & set(re.findall(r"[\w-]+", one.name.lower()))]
    named = _named(text, heads, 0, at) if not modifiers else []
    if told:
        unnamed = not _CAPITAL.search(told[-1].name)
        return _member(named[0].cut(text), members) if unnamed and len(named) == 1 else told[-1]
    places = _fuller(text, heads, modifiers, at) or _fuller(text, ALSO.get(description.head or "", NONE), modifiers, at)
    if not places:
        return None
    unnamed = not _CAPITAL.search(places[-1].cut(text)[1:])
    fullest = (named if unnamed and len(named) == 1 else places)[-1].cut(text)
    return _member(re.sub("^[Tt]he ", "", fullest), members)


def _fuller(text: str, heads: frozenset[str], modifiers: set[str], at: int) -> list[Span]:
    """The phrases before `at` that say more of such a document, and what `modifiers` say of it."""
    return [
        place
        for place in (fuller_phrases(text, heads, at) if heads else ())
        if not modifiers or any(word in place.cut(text).lower() for word in modifiers)
    ]


def _member(words: str, members: Sequence[Member]) -> Member:
    name = " ".join(words.split())
    bare = DETERMINER.sub("", name)
    known = [one for one in members if one.kind == "document" and DETERMINER.sub("", one.name) == bare]
    return known[0] if known else Member(name, "document")


def _named(text: str, heads: frozenset[str], start: int, end: int) -> list[Span]:
    """The first phrase for each document that the words in `[start, end)` name: "the Orby Bank survey"."""
    found: dict[tuple[str, ...], Span] = {}
    for noun in re.finditer(rf"\b(?:{'|'.join(sorted(map(re.escape, heads)))})\b", text[:end]):
        if noun.start() < start:
            continue
        place = phrase_around(text, noun.start(), noun.end(), text.rfind("\n", 0, noun.start()) + 1)
        words = DETERMINER.sub("", place.cut(text))
        names = tuple(_CAPITAL.findall(words))
        of = _OF_NAME.search(text, max(0, place.end - len(words) - OF_WITHIN), place.end - len(words))
        words = text[of.start() : place.end] if of else words
        if names:
            found.setdefault(names, Span(place.end - len(words), place.end))
    return list(found.values())
