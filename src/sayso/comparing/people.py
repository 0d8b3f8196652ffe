"""Join the speakers of a story's articles that are one person, body or office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.comparing.outlets import outlet_key
from sayso.identity import make_id
from sayso.records import Speaker, Statement, Story
from sayso.text.countries import countries_in
from sayso.text.words import fold, term_key, without_article

# Roles that one person holds at a time for a country or body, so that office and country name a person.
OFFICES = re.compile(
    r"\b(president|prime minister|premier|chancellor|king|queen|pope|foreign minister|defen[cs]e minister|finance minister|"
    r"minister|mayor|governor|harbour master|attorney general|police chief)\b",
    re.IGNORECASE,
)


def join_speakers(
    stories: Sequence[Story], speakers: Sequence[Speaker], statements: Sequence[Statement]
) -> tuple[list[Speaker], list[Statement]]:
    """The speakers with those of one story that are the same joined, and the statements pointing at them.

    Nobody is joined across stories, nor by a surname that two people of the story bear, nor when unnamed: the text's own description is all
    that is known of an unnamed source, and two descriptions alike may be two people (design, rule 8).
    """
    story_of = {article: story.id for story in stories for article in story.articles}
    groups: dict[str, list[Speaker]] = {}
    for speaker in speakers:
        groups.setdefault(story_of[_article(speaker, statements, story_of)], []).append(speaker)
    joined: list[Speaker] = []
    names: dict[str, str] = {}
    for members in groups.values():
        for group in _same(members):
            speaker = _merge(group)
            joined.append(speaker)
            names.update({one.id: speaker.id for one in group})
    return joined, [_rename(statement, names) for statement in statements]


def _article(speaker: Speaker, statements: Sequence[Statement], known: Mapping[str, str]) -> str:
    if speaker.mentions:
        return speaker.mentions[0].article
    return next(
        one.article for one in statements if speaker.id in (one.speaker, *one.via, *one.with_) and one.article in known
    )


def _same(speakers: list[Speaker]) -> list[list[Speaker]]:
    groups: list[list[Speaker]] = []
    # Full names first, so that a bare surname or office finds the one that it may belong to.
    for speaker in sorted(speakers, key=lambda one: (one.kind, -len(_name_words(one)), one.id)):
        fitting = [group for group in groups if any(same_speaker(speaker, other) for other in group)]
        fitting = fitting or [group for group in groups if any(_only_surname(speaker, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(speaker)
        else:
            groups.append([speaker])
    return groups


def same_speaker(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers of one story are the same, by name and office.

    People need a whole name in common, an office of one country, or a surname with an office that agrees; bodies
    the same name or its initials.
    """
    if one.kind != other.kind or one.kind in ("unnamed", "group"):
        return False
    if one.kind == "person":
        return _same_person(one, other)
    if one.kind == "document":
        return bool(re.search(r"[A-Z]", one.name[1:])) and fold(one.name) == fold(other.name)
    if one.name.lower() in COMMON_BODIES or other.name.lower() in COMMON_BODIES:
        return False
    return same_body(one.name, other.name)


# Words that name a body only within one text: "the company" of two papers need not be one.
COMMON_BODIES = {
    "company",
    "agency",
    "government",
    "ministry",
    "group",
    "union",
    "team",
    "campaign",
    "office",
    "council",
}


def same_body(one: str, other: str) -> bool:
    """Whether two names of bodies in one story mean one: the same words, its initials, or the same kind of body with
    no other proper name beside it ("the coast guard", "Kestria's coast guard", "the Kestrian coast guard").
    """
    if outlet_key(one) == outlet_key(other) or _initials(one) == other or _initials(other) == one:
        return True
    (here, kind), (there, other_kind) = _body_words(one), _body_words(other)
    if kind != other_kind:
        return False
    if not kind:
        return bool(here and there) and (here[: len(there)] == there or there[: len(here)] == here)
    if not here or not there:
        return len(kind) >= 2
    return len(here) == len(there) and all(a[:SAME_STEM] == b[:SAME_STEM] for a, b in zip(here, there, strict=True))


# "Kestria" and "Kestrian" share their first letters; so few tell most countries apart.
SAME_STEM = 5


def _body_words(name: str) -> tuple[list[str], list[str]]:
    """The proper and the common words of a body's name, folded."""
    words = re.findall(r"[\w’'&]+", without_article(name))
    return [fold(word) for word in words if word[0].isupper()], [fold(word) for word in words if word[0].islower()]


def _same_person(one: Speaker, other: Speaker) -> bool:
    a, b = _name_words(one), _name_words(other)
    if len(a) >= 2 and len(b) >= 2:
        # "Caretaker Bram Tully" is Bram Tully: a role that stands before a name in capitals is read as part of it.
        return a[-2:] == b[-2:] or (a[-1] == b[-1] and (a[0] == b[0] or a[0][0] == b[0] or b[0][0] == a[0]))
    office = _same_office(one, other)
    if a and b:
        return a[-1] == b[-1] and (office or a == b)
    return office


def _only_surname(one: Speaker, other: Speaker) -> bool:
    """Whether `one` is known by nothing but the surname of `other`.

    Within one story that is a person when no second one of that name speaks in it; the caller checks that.
    """
    a, b = _name_words(one), _name_words(other)
    return one.kind == other.kind == "person" and len(a) == 1 and len(b) > 1 and a[0] == b[-1] and not one.role


def _name_words(speaker: Speaker) -> list[str]:
    """The name's words as keys; nothing when the "name" is only an office."""
    if speaker.kind != "person" or (speaker.role and fold(speaker.name) == fold(speaker.role)):
        return []
    return [term_key(word) for word in re.findall(r"[\w’'-]+", speaker.name)]


def _same_office(one: Speaker, other: Speaker) -> bool:
    a, b = OFFICES.search(one.role or ""), OFFICES.search(other.role or "")
    if not a or not b or a[1].lower() != b[1].lower():
        return False
    here = countries_in(f"{one.role} {one.affiliation or ''}")
    there = countries_in(f"{other.role} {other.affiliation or ''}")
    if here or there:
        return bool(here & there)
    return bool(one.affiliation and other.affiliation and fold(one.affiliation) == fold(other.affiliation)) or (
        one.affiliation is None and other.affiliation is None and " " in a[1]
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _merge(group: list[Speaker]) -> Speaker:
    if len(group) == 1:
        return group[0]
    first = min(group, key=lambda one: one.id)
    named = [one for one in group if _name_words(one)] or group
    spellings = Counter(one.name for one in named)
    name = max(spellings, key=lambda one: (len(one.split()), spellings[one], one))
    aliases = dict.fromkeys(alias for one in group for alias in (one.name, *one.aliases) if alias != name)
    role = next((one.role for one in named if one.role), None)
    return replace(
        first,
        id=make_id("sp", *sorted(one.id for one in group)),
        name=name,
        aliases=tuple(aliases),
        mentions=tuple(mention for one in group for mention in one.mentions),
        role=role,
        affiliation=next((one.affiliation for one in named if one.affiliation), None),
    )


def _rename(statement: Statement, names: Mapping[str, str]) -> Statement:
    if not statement.speaker and not statement.via and not statement.with_:
        return statement
    speaker = names.get(statement.speaker, statement.speaker) if statement.speaker else None
    via = tuple(dict.fromkeys(names.get(one, one) for one in statement.via if names.get(one, one) != speaker))
    jointly = tuple(dict.fromkeys(names.get(one, one) for one in statement.with_ if names.get(one, one) != speaker))
    return replace(statement, speaker=speaker, with_=jointly, via=via)
