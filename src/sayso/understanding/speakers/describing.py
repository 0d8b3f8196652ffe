"""What a description without a name means among those told of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.understanding.speakers.descriptions import Description, describe
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.nouns import is_person_noun, is_plural_person_noun
from sayso.understanding.speakers.phrases import fuller_phrases
from sayso.understanding.speakers.vocabulary import BODY, DETERMINER, TITLE, is_title

# Longer than this, what follows "citing" is a clause and nobody's name. By hand on PolNeAR train.
MOST_WORDS_OF_A_VOICE = 12
_SOME = re.compile(r"(?:some|several|many|other|others|most|a few|dozens|hundreds|thousands)\b", re.IGNORECASE)


def same_words(description: Description, members: Sequence[Member]) -> Member | None:
    """The last of `members` that was told of in the same words."""
    wanted = bare_words(description.words)
    if _SOME.match(description.words):
        # "Some farmers" are not the "several farmers" of before.
        told = description.words.lower()
        return next(
            (one for one in reversed(members) if told in (one.name.lower(), *map(str.lower, one.aliases))), None
        )
    for one in reversed(members):
        if one.kind == description.kind and wanted in {bare_words(words) for words in (one.name, *one.aliases)}:
            return one
    return None


def group_meant(description: Description, members: Sequence[Member], text: str, at: int) -> Member | None:
    """The group or unnamed person that "the two officials" means at `at`, told of more fully before."""
    same = same_words(description, members)
    if same or not description.head:
        return same
    core = bare_words(description.words)
    if not re.match(r"(?:the|those|these|both|all|his|her|its|their) ", description.words, re.IGNORECASE):
        return None
    if len(core.split()) > 2:
        return None
    head = description.head
    stem = head.removesuffix("s")
    for one in reversed(members):
        zone = re.split(r",| (?:of|for|at|in|from|with|who|being|on|to|by) ", one.name)[0]
        if one.kind in ("unnamed", "group") and re.search(rf"\b{re.escape(stem)}s?\b", zone):
            return one
    if description.kind != "group" or core != head:
        return None
    places = list(fuller_phrases(text, frozenset({head}), at))
    return Member(" ".join(places[-1].cut(text).split()), "group", plural=True) if places else None


def bare_words(words: str) -> str:
    """`words` in lower case without the determiner before them."""
    return DETERMINER.sub("", words.strip(" ,.")).lower()


def head_of(words: str) -> str:
    """The noun that a description turns on, in lower case."""
    zone = re.split(r"[,;(]| (?:of|for|at|in|from|with|who|that|which|on|to|by|about|[a-z]+(?:ing|ed)) ", words)[
        0
    ].split()
    return zone[-1].lower() if zone else ""


def is_one_person(words: str) -> bool:
    """Whether `words` describe a single unnamed person."""
    zone = re.split(r"[,;]| (?:of|for|at|in|from|with|who|on|to|close|familiar) ", words)[0].lower().split()
    return zone[0] in ("a", "an", "one", "another") and is_person_noun(zone[-1])


def is_no_speaker(description: Description) -> bool:
    """Whether the words are a thing that says nothing: "that free setting", "her work"."""
    determiner = re.match(r"(?:this|that|his|her|its|their|my|our) ", description.words, re.IGNORECASE)
    return bool(determiner and description.kind == "unnamed" and not TITLE.search(description.head or ""))


def is_voice(words: str) -> bool:
    """Whether `words`, named after "citing", are somebody or something that tells: "police", not "a lack of money"."""
    told = describe(words)
    noun = told.head or ""
    # "the attack as proof" and "Reed's fondness of boats" are what somebody goes by, not who says it.
    if " as " in words:
        return False
    named = told.name is not None and told.name[:1].isupper() and not re.search(r"\w[’']s? ", words)
    tells = is_person_noun(noun) or is_plural_person_noun(noun) or BODY.fullmatch(noun) or told.kind == "document"
    tells = tells or (noun in ("source", "witness") and " for " not in words)
    return len(words.split()) <= MOST_WORDS_OF_A_VOICE and bool(
        named or tells or (told.kind in ("person", "unnamed") and is_title(noun))
    )


def may_be_firm(member: Member) -> bool:
    """Whether "the company" may mean `member`: a name that says nothing of what it is, and nothing tells to be a person's."""
    if not member.name[0].isupper() or BODY.search(member.name):
        return False
    called = is_first_name(member.name.split()[0]) or member.gender or member.role
    alone = " " not in member.name or not member.sure
    return member.kind == "organisation" or (member.kind == "person" and alone and not called)
