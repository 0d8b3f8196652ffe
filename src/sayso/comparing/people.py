"""Join the speakers of a story's articles that are one person, body or office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.outlets import outlet_key
from sayso.identity import make_id
from sayso.records import Joined, Speaker, Statement, Story
from sayso.text.countries import countries_in
from sayso.text.words import fold, term_key, without_article

# Roles that one person holds at a time for a country or body, so that office and country name a person.
OFFICES = re.compile(
    r"\b(president|prime minister|premier|chancellor|king|queen|pope|foreign minister|defen[cs]e minister|finance minister|"
    r"minister|mayor|governor|harbour master|attorney general|police chief)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two speakers of one story are taken for one, and how sure that is, 0 to 1.

    The scores order the reasons; they were set by hand, for want of a set to measure them on.
    """

    score: float
    because: str


SAME_NAME = Likeness(0.98, "the same name")
SAME_SPELLING = Likeness(0.95, "a spelling variant of the name")
SAME_BEHIND_OTHERS = Likeness(0.93, "the same name behind other words")
SAME_SURNAME_AND_OFFICE = Likeness(0.92, "the same surname and office")
SAME_INITIALS = Likeness(0.9, "its initials")
GIVEN_VARIANT = Likeness(0.85, "the same surname, and a variant of the given name")
SAME_SURNAME_AND_INITIAL = Likeness(0.85, "the same surname and initial")
SAME_OFFICE = Likeness(0.85, "the same office of the same country or body")
SAME_BODY = Likeness(0.8, "the same body, named more shortly")
ONLY_SURNAME = Likeness(0.75, "a surname that one speaker of the story bears")
BARE_NAME = Likeness(0.75, "the same single name in one story")


def join_speakers(
    stories: Sequence[Story], speakers: Sequence[Speaker], statements: Sequence[Statement]
) -> tuple[list[Speaker], list[Statement]]:
    """The speakers with those of one story that are the same joined, and the statements pointing at them.

    Nobody is joined across stories, nor by a surname that two people of the story bear, nor when unnamed: the text's own description is all
    that is known of an unnamed source, and two descriptions alike may be two people (design, rule 8).
    """
    story_of = {article: story.id for story in stories for article in story.articles}
    credited_in: dict[str, str] = {}
    for statement in statements:
        if statement.article in story_of:
            for name in (statement.speaker, *statement.via, *statement.with_):
                if name:
                    credited_in.setdefault(name, statement.article)
    groups: dict[str, list[_Placed]] = {}
    for speaker in speakers:
        article = speaker.mentions[0].article if speaker.mentions else credited_in[speaker.id]
        groups.setdefault(story_of[article], []).append(_Placed(speaker, article))
    joined: list[Speaker] = []
    names: dict[str, str] = {}
    for members in groups.values():
        for group in _same(members):
            speaker = _merge(group)
            joined.append(speaker)
            names.update({one.speaker.id: speaker.id for one in group})
    return joined, [_rename(statement, names) for statement in statements]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A speaker of one article, with why it belongs to the group that it stands in."""

    speaker: Speaker
    article: str
    likeness: Likeness | None = None


def _same(members: list[_Placed]) -> list[list[_Placed]]:
    groups: list[list[_Placed]] = []
    # Full names first, so that a bare surname or office finds the one that it may belong to.
    for one in sorted(members, key=lambda one: (one.speaker.kind, -len(_name_words(one.speaker)), one.speaker.id)):
        fitting = _fitting(one.speaker, groups, same_speaker) or _fitting(one.speaker, groups, _only_surname)
        # "Ana Prell" may be Ana M. Prell and Captain Ana Prell, but is first of all the Ana Prell of another article.
        closest = [fit for fit in fitting if fit[1].score == max(likeness.score for _, likeness in fitting)]
        if len(closest) == 1:
            group, likeness = closest[0]
            group.append(replace(one, likeness=likeness))
        else:
            groups.append([one])
    return groups


def _fitting(
    speaker: Speaker, groups: list[list[_Placed]], compare: Callable[[Speaker, Speaker], Likeness | None]
) -> list[tuple[list[_Placed], Likeness]]:
    """The groups with a member that `speaker` may be, each with the best reason for it."""
    fitting = []
    for group in groups:
        reasons = [likeness for other in group if (likeness := compare(speaker, other.speaker))]
        if reasons:
            fitting.append((group, max(reasons, key=lambda one: one.score)))
    return fitting


def same_speaker(one: Speaker, other: Speaker) -> Likeness | None:
    """Why two speakers of one story are the same, by name and office; None when they are not known to be.

    People need a whole name in common, an office of one country, or a surname with an office that agrees; bodies
    the same name or its initials.
    """
    if {one.kind, other.kind} == {"person", "organisation"}:
        # A firm whose article does not tell that it is one is taken for a person there.
        return SAME_NAME if fold(one.name) == fold(other.name) else None
    if one.kind != other.kind or one.kind in ("unnamed", "group"):
        return None
    if one.kind == "person":
        return _same_person(one, other)
    if one.kind == "document":
        titled = re.search(r"[A-Z]", one.name[1:]) and fold(one.name) == fold(other.name)
        return SAME_NAME if titled else None
    if one.name.lower() in COMMON_BODIES or other.name.lower() in COMMON_BODIES:
        return None
    if outlet_key(one.name) == outlet_key(other.name):
        return SAME_NAME
    if _initials(one.name) == other.name or _initials(other.name) == one.name:
        return SAME_INITIALS
    return SAME_BODY if same_body(one.name, other.name) else None


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
    no other proper name beside it ("the coast guard", "Kestria's coast guard", "the Kestrian coast guard"), with whose it is
    before or after it ("the Government of Kestria").
    """
    here, there = countries_in(one), countries_in(other)
    if here and there and not here & there:
        return False
    return _same_words(one, other) or _same_words(_whose_first(one), _whose_first(other))


def _same_words(one: str, other: str) -> bool:
    if outlet_key(one) == outlet_key(other) or _initials(one) == other or _initials(other) == one:
        return True
    (here, kind), (there, other_kind) = _body_words(one), _body_words(other)
    if len(here) >= 2 and len(there) >= 2 and (here[-len(there) :] == there or there[-len(here) :] == here):
        # "The Dockers' Union" is the Seafarers' and Dockers' Union.
        return True
    if kind != other_kind:
        return False
    if not kind:
        return bool(here and there) and (here[: len(there)] == there or there[: len(here)] == here)
    if not here or not there:
        return len(kind) >= 2
    return len(here) == len(there) and all(
        a.startswith(b[:SAME_STEM]) or b.startswith(a[:SAME_STEM]) for a, b in zip(here, there, strict=True)
    )


STATE_BODIES = (
    r"(?:[Gg]overnment|[Mm]inistry|[Dd]epartment|[Pp]olice|[Aa]rmy|[Nn]avy|[Pp]arliament|[Ee]mbassy|[Cc]abinet)"
)
OF_WHOM = re.compile(rf"(?P<body>{STATE_BODIES}) of (?:the )?(?P<whose>[A-Z].*)")
ENDS_IN_BODY = re.compile(rf"(?P<whose>.*) (?P<body>{STATE_BODIES})")


def _whose_first(name: str) -> str:
    """The name of a body of a state with whose it is before it, and what it is in small letters."""
    bare = without_article(name)
    found = OF_WHOM.fullmatch(bare) or ENDS_IN_BODY.fullmatch(bare)
    return f"{found['whose']} {found['body'].lower()}" if found else bare


# "Kestria" and "Kestrian" share their first letters; so few tell most countries apart.
SAME_STEM = 5


def _body_words(name: str) -> tuple[list[str], list[str]]:
    """The proper and the common words of a body's name, folded."""
    words = re.findall(r"[\w’'&]+", without_article(name))
    return [fold(word) for word in words if word[0].isupper()], [fold(word) for word in words if word[0].islower()]


def _same_person(one: Speaker, other: Speaker) -> Likeness | None:
    a, b = _name_words(one), _name_words(other)
    if len(a) >= 2 and len(b) >= 2:
        if a[-1] != b[-1]:
            return None
        if a[0] == b[0] and _same_length(one, other, 0):
            return SAME_NAME if fold(one.name) == fold(other.name) else SAME_SPELLING
        if a[-2] == b[-2] and _same_length(one, other, -2):
            # "Caretaker Bram Tully" is Bram Tully: a role that stands before a name in capitals is read as part of it.
            return SAME_BEHIND_OTHERS
        if a[0][0] == b[0] or b[0][0] == a[0]:
            return SAME_SURNAME_AND_INITIAL
        return GIVEN_VARIANT if _skeleton(one) and _skeleton(one) == _skeleton(other) else None
    if not a or not b:
        return SAME_OFFICE if _same_office(one, other) else None
    if a[-1] != b[-1]:
        return None
    return SAME_SURNAME_AND_OFFICE if _agreeing_office(one, other) else BARE_NAME if a == b else None


def _same_length(one: Speaker, other: Speaker, at: int) -> bool:
    """Whether the given names are as long, by a letter: the keys of words drop endings that tell Daniel from Danielle."""
    here, there = (re.findall(r"[\w’'-]+", speaker.name)[at] for speaker in (one, other))
    return abs(len(here) - len(there)) <= 1


# A given name of so many consonants whose vowels alone differ is one name in two romanisations (Mohammed, Muhammad);
# shorter ones may be two names (Jon, Jan).
FEWEST_CONSONANTS = 4


def _skeleton(speaker: Speaker) -> str:
    """The given name with every run of vowels made one and doubled letters single; empty when it is too short."""
    given = fold(speaker.name.split()[0])
    bones = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]+", "-", given))
    return bones if sum(letter != "-" for letter in bones) >= FEWEST_CONSONANTS else ""


def _only_surname(one: Speaker, other: Speaker) -> Likeness | None:
    """Why `one` may be `other`, when it is known by nothing but the other's surname.

    Within one story that is a person when no second one of that name speaks in it; the caller checks that.
    """
    a, b = _name_words(one), _name_words(other)
    bare = one.kind == other.kind == "person" and len(a) == 1 and len(b) > 1 and a[0] == b[-1] and not one.role
    return ONLY_SURNAME if bare else None


def _name_words(speaker: Speaker) -> list[str]:
    """The name's words as keys; nothing when the "name" is only an office."""
    if speaker.kind != "person" or (speaker.role and fold(speaker.name) == fold(speaker.role)):
        return []
    return [term_key(word) for word in re.findall(r"[\w’'-]+", speaker.name)]


def _same_office(one: Speaker, other: Speaker) -> bool:
    """Whether the office alone tells that both are one: the country or body is given for both, or the office is one of a kind."""
    if not _agreeing_office(one, other):
        return False
    here, there = _countries(one), _countries(other)
    if here or there:
        return bool(here & there)
    office = OFFICES.search(one.role or "")
    neither = one.affiliation is None and other.affiliation is None
    return bool(one.affiliation and other.affiliation) or bool(neither and office and " " in office[1])


def _agreeing_office(one: Speaker, other: Speaker) -> bool:
    """Whether both hold an office of one name, and no country or body tells that it is another's: enough beside a surname."""
    a, b = OFFICES.search(one.role or ""), OFFICES.search(other.role or "")
    if not a or not b or a[1].lower() != b[1].lower():
        return False
    here, there = _countries(one), _countries(other)
    if here and there:
        return bool(here & there)
    return not (one.affiliation and other.affiliation) or fold(one.affiliation) == fold(other.affiliation)


def _countries(speaker: Speaker) -> set[str]:
    return set(countries_in(f"{speaker.role} {speaker.affiliation or ''}"))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _merge(group: list[_Placed]) -> Speaker:
    if len(group) == 1:
        return group[0].speaker
    members = [one.speaker for one in group]
    first = min(members, key=lambda one: one.id)
    kinds = {one.kind for one in members}
    named = [one for one in members if _name_words(one)] or members
    spellings = Counter(one.name for one in named)
    name = max(spellings, key=lambda one: (len(one.split()), spellings[one], one))
    aliases = dict.fromkeys(alias for one in members for alias in (one.name, *one.aliases) if alias != name)
    role = next((one.role for one in named if one.role), None)
    return replace(
        first,
        id=make_id("sp", *sorted(one.id for one in members)),
        kind="organisation" if "organisation" in kinds else first.kind,
        name=name,
        aliases=tuple(aliases),
        mentions=tuple(mention for one in members for mention in one.mentions),
        role=role,
        affiliation=next((one.affiliation for one in named if one.affiliation), None),
        joined=tuple(
            Joined(one.article, one.speaker.name, one.likeness.score, one.likeness.because)
            for one in group
            if one.likeness
        ),
    )


def _rename(statement: Statement, names: Mapping[str, str]) -> Statement:
    if not statement.speaker and not statement.via and not statement.with_:
        return statement
    speaker = names.get(statement.speaker, statement.speaker) if statement.speaker else None
    via = tuple(dict.fromkeys(names.get(one, one) for one in statement.via if names.get(one, one) != speaker))
    jointly = tuple(dict.fromkeys(names.get(one, one) for one in statement.with_ if names.get(one, one) != speaker))
    return replace(statement, speaker=speaker, with_=jointly, via=via)
