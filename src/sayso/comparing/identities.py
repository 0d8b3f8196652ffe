"""Which voucher a speaker is: itself, the body that it speaks for, or the author of what it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sayso.comparing.people import COMMON_BODIES
from sayso.records import Speaker
from sayso.text.countries import countries_in
from sayso.text.words import fold, term_key, without_article

# Roles whose holders speak for their body whatever they say.
VOICES = re.compile(
    r"spokes|press officer|press secretary|managing director|chief executive|\bceo\b|general secretary|"
    r"secretary[- ]general|\bchair(?:man|woman|person)?\b",
    re.IGNORECASE,
)
# Roles whose holders speak for their body in its own matters.
OFFICIALS = re.compile(
    r"\b(?:leader|mayor|chief|head|director|commander|minister|commissioner|officials?|officers?|superintendent|sheriff|"
    r"manager|owner|founder|co-founder|authorities)\b",
    re.IGNORECASE,
)
# Bodies too wide for one voice: two ministers of one government are two. Source: origins.md.
WIDE_BODIES = re.compile(
    r"\b(?:government|cabinet|administration|parliament|congress|senate|house|party|assembly|state|kremlin|union)\b",
    re.IGNORECASE,
)
# What a person saw or did themselves is no word of their body.
OWN_SIGHT = re.compile(r"\b(?:I|my|me|myself)\b")
# "The report by the engineers Tolland & Wray": the author is the last name in capitals after "by", "of" or "from".
AUTHORED = re.compile(
    r"\b(?:by|of|from)\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,2}(?P<author>[A-Z][\w.’'-]*(?:\s+(?:&|and|of|the|for|[A-Z][\w.’'-]*))*)"
)
# "A news release from the zoo": a body that its text calls by what it is.
AUTHORED_PLAINLY = re.compile(r"\b(?:by|from)\s+the\s+(?P<author>[a-z][\w-]*(?:\s[a-z][\w-]*)?)$")
OWNED = re.compile(r"^(?P<author>.+?)(?:['’]s|s['’])\s+(?P<what>(?!and\b|&)\S.*)$")
# "The parents' committee" is no part of parents.
OF_PEOPLE = re.compile(r"[a-z]+s['’] ")
# Those who are told together with somebody: "Lind and her colleagues".
THEIRS = re.compile(
    r"(?:his|her|their|its)\s+(?:\w+\s+)?"
    r"(?:colleagues?|team|co-\w+|partners?|fellow\w*|aides?|staff|group|researchers|lawyers?)\b"
)
GROUP_OF = re.compile(rf"^(?P<one>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*)\s+and\s+{THEIRS.pattern}")
WORKS = re.compile(
    r"\b(?:report|study|statement|letter|document|survey|post|tweet|filing|memo|manifest|bill|release|register|log|"
    r"paper|file|complaint|indictment|analysis|dossier|email|e-mail|blog|website|page|note|plan|list|entry|record|finding|result)s?\b",
    re.IGNORECASE,
)

# What a speaker has found out themselves, told as if it spoke: "our data", "initial indications".
OWN_EVIDENCE = re.compile(
    r"(?:our|my) .+|(?:the |all |some |any )?(?:(?:early|initial|first|preliminary|latest|available|current) )?"
    r"(?:indications?|findings?|evidence|data|figures|estimates|analysis|numbers|results|information)",
    re.IGNORECASE,
)


# People told by their duty, with what the name of the body that has it holds.
DUTIES = {
    "investigators": r"investigations? (?:branch|bureau|board|agency|authority|service|unit|commission)", "inspectors": "inspectorate",
    "firefighters": r"fire (?:brigade|department|service|and rescue)", "fire crews": r"fire (?:brigade|department|service|and rescue)",
    "prosecutors": "prosecut", "regulators": r"regulat(?:or|ory)", "detectives": r"police(?! federation)", "police officers": r"police(?! federation)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """The voucher of a speaker: `body` says that it is a body; `why` and `changes_if` are given where it is another."""

    name: str
    body: bool
    why: str | None = None
    changes_if: str | None = None


def identify(speaker: Speaker, words: str, persons: Collection[str] = ()) -> Identity:
    """The voucher that `speaker` is when it says `words`; `persons` are names and surnames of people, who are no bodies.

    Source: origins.md, rule 4 and "When are two vouchers the same?".
    """
    if speaker.kind == "document":
        author = author_of(speaker)
        if author:
            return Identity(
                author, True, "a document and its author are one voucher", f"{speaker.name} had another author"
            )
        return Identity(speaker.name, False)
    if speaker.kind == "organisation":
        name = without_article(speaker.name)
        owner = OWNED.match(name)
        if owner and owner["what"][0].islower() and not OF_PEOPLE.match(name):
            why = "a part of a body speaks for it in its matter"
            return Identity(owner["author"], True, why, f"{speaker.name} kept a record of its own")
        return Identity(speaker.name, speaker.name.lower() not in COMMON_BODIES)
    if speaker.kind in ("person", "unnamed") and speaker.affiliation:
        if VOICES.search(_role(speaker)):
            why = f"{_role(speaker)}: speaks for the body"
            return Identity(speaker.affiliation, True, why, f"{speaker.name} told it from what they saw themselves")
        if _is_official(speaker) and speaker.affiliation not in persons and not OWN_SIGHT.search(words):
            why = f"{_role(speaker)}: speaks for the body in its matter"
            return Identity(speaker.affiliation, True, why, f"{speaker.name} told it from what they saw themselves")
    return Identity(speaker.name, False)


def author_of(document: Speaker) -> str | None:
    """Who wrote the document: its affiliation, who its name gives as author, or whose it is; None when nobody is named."""
    if document.affiliation:
        return document.affiliation
    name = without_article(document.name)
    owner = OWNED.match(name)
    if owner and WORKS.search(owner["what"]) and not (owner["author"].islower() and WORKS.search(owner["author"])):
        return owner["author"]
    by = AUTHORED.search(name) or AUTHORED_PLAINLY.search(name)
    return by["author"] if by and WORKS.search(name[: by.start()]) else None


def body_on_duty(group: str, bodies: Iterable[str]) -> str | None:
    """Which of `bodies` people told by their duty alone ("investigators") act for, when one of them has it in its name."""
    duty = DUTIES.get(without_article(group).lower())
    found = {body for body in bodies if re.search(rf"\b{duty}", body, re.IGNORECASE)} if duty else set()
    return found.pop() if len(found) == 1 else None


def is_own_evidence(source: str) -> bool:
    """Whether the words of a source inside what somebody says are no more than what that voice has found out."""
    return bool(OWN_EVIDENCE.fullmatch(source))


def same_group(one: Speaker, other: Speaker) -> bool:
    """Whether one is a group told together with the other: "Lind and her colleagues" and Ada Lind."""
    for group, person in ((one, other), (other, one)):
        told = GROUP_OF.match(group.name)
        if told and person.kind == "person" and _surname(told["one"]) == _surname(person.name):
            return True
    return False


def known_by(speaker: Speaker) -> set[str]:
    """The surname and the head of the office by which a speaker of kind person may be known."""
    if speaker.kind == "organisation":
        # "police" may be "Brinmouth police".
        return {word for word in speaker.name.split() if word.islower()}
    if speaker.kind != "person":
        return set()
    office = re.findall(r"[a-z]+", (speaker.role or "").lower().split(" of ")[0].split(" at ")[0])
    return {_surname(speaker.name), *office[-1:]}


def body_key(name: str) -> str:
    """The key of a body's voucher."""
    return f"body:{fold(without_article(name))}"


def _role(speaker: Speaker) -> str:
    return speaker.role or (speaker.name if speaker.kind == "unnamed" else "")


def _is_official(speaker: Speaker) -> bool:
    body = speaker.affiliation or ""
    return bool(OFFICIALS.search(_role(speaker))) and not WIDE_BODIES.search(body) and not countries_in(body)


def _surname(name: str) -> str:
    return term_key(name.split()[-1])
