"""What the words that name a source tell about it: name, role, body, kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.records import SpeakerKind
from sayso.text.countries import country_of
from sayso.understanding.speakers.affiliations import body_of, is_held
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.nouns import FIRM_NOUNS, PARTISANS, THINGS, is_person_noun, is_plural_person_noun
from sayso.understanding.speakers.vocabulary import (
    ALONE,
    BODY,
    CONJUNCTION,
    DATELINE,
    DETERMINER,
    DOCUMENT,
    HE,
    HONORIFICS,
    INDEFINITE,
    INITIALS,
    SHE,
    SINGULAR_S,
    TITLE,
    TITLE_WORD,
    TITLES,
    UNNAMED,
    is_title,
)

Gender = Literal["he", "she"]

PRONOUNS: dict[str, Gender | Literal["they", "it", "who", "i", "you"]] = {
    "he": "he", "him": "he", "himself": "he", "his": "he", "she": "she", "her": "she", "herself": "she", "they": "they",
    "them": "they", "their": "they", "both": "they", "it": "it", "its": "it", "who": "who", "which": "who", "that": "who",
    "i": "i", "we": "i", "me": "i", "us": "i", "myself": "i", "my": "i", "our": "i", "whom": "who", "whose": "who",
    "themselves": "they", "itself": "it", "you": "you", "one": "you", "yourself": "you", "your": "you", "oneself": "you",
}  # fmt: skip

_CAP = r"(?:(?:[A-Z]\.)+|[A-ZÀ-ÖØ-ÞŠŽĆČĐŁŚŹŻİĞŞ](?:[\w\-]|&(?=[A-Z])|[’'](?=\w{2}))*(?:(?<=\b[A-Z])\.|(?<=\bJr)\.|(?<=\bSt)\.)?)"
_LINK = r"(?:for a|&|de|la|le|van|von|der|den|bin|bint|al|el|ibn|da|dos|du|di|of|and|for|the|on)"
# A party and seat in brackets, "(R-Orby)", is no nickname.
_NICKNAME = r"(?!\([A-Z]{1,3}-)[“\"'‘(][A-Z][\w.-]*[”\"'’)]"
NAME = re.compile(rf"{_CAP}(?:[^\S\n]+(?:{_NICKNAME}[^\S\n]+|(?:{_LINK}[^\S\n]+){{0,2}}){_CAP})*")
# A person's name: no "of", "and" or "the" inside.
_PARTICLE = r"(?:de|la|le|van|von|der|den|bin|bint|al|el|ibn|da|dos|du|di|ben|ter|y)"
PERSON_NAME = re.compile(rf"{_CAP}(?:[^\S\n]+(?:{_NICKNAME}[^\S\n]+|(?:{_PARTICLE}[^\S\n]+){{0,2}}){_CAP})*")
_WRITTEN = re.compile(rf"\b(?:by|from) (?:the )?(?:[a-z]+ )?(?P<name>{NAME.pattern})")
_POSTED = re.compile(
    rf"\bon (?:the )?(?P<name>{PERSON_NAME.pattern}?|(?<=the )(?!(?:official|front|home|same|new|main)\b)[a-z]+)(?:[’']s?)? (?:official )?"
    r"(?:(?:Facebook|Twitter|Instagram|web) )?(?:page|website|site|account|blog|feed|channel)\b"
)
# Where the noun phrase before its complements ends.
_COMPLEMENT = re.compile(
    r"\s(?:of|for|at|in|from|with|who|whom|whose|which|that|on|to|by|familiar|close|including|as|near|against|under|about|behind|out|"
    r"representing|backing|supporting|opposing|involved|surveyed|published|released|conducted|obtained|based|titled|entitled|called|fatally|after|before|during)\s"
)
# A body's name with possessives and "and" inside.
_LINKED = re.compile(r"[A-Z][\w-]*(?:[’']s?)?(?: (?:and |& |of |for )?[A-Z][\w-]*(?:[’']s?)?)+")
OWNER = re.compile(
    r"^(?:(?P<pronoun>its|his|her|their)|(?P<words>(?:the |a |an )?[^,]*?\w)(?:[’']s|(?<=s)[’']))\s+(?=\w)",
    re.IGNORECASE,
)
# Words that stand between a source and its verb.
_VERBAL = re.compile(
    r"also|each|has|have|had|is|are|was|were|will|would|then|later|now|still|even|earlier|once|never|always|just|who|that|which|flat-out|"
    r"himself|herself|itself|themselves|yesterday|today|"
    r"(?:recent|repeated|previous|initial|final|public|privat|quick|immediate|angri|briefly|clear|further|wrong|correct|subsequent|open|former|"
    r"strong|reported|alleged|apparent|eventual|sudden|original|explicit|official|actual|simp|mere|real|rare|usual|general|certain|"
    r"firm|flat|vehement|categorical|consistent|persistent|proud|joking|tearful|candid)ly"
)
# The author of a post as pages mark it up: author="anaprell".
_AUTHOR = re.compile(r"^author=\"?(\w+)\"?$")
# Whoever speaks for a body does nothing else: "an NTIB spokesman".
_VOICE = re.compile(r"\bspokes\w+", re.IGNORECASE)
# "the father, from Orby": no name stands behind these.
_FROM = re.compile(r"(?:from|of|in|at|near|with|who|whose|aged)\s")
_PARTY = re.compile(r"\s*\((?P<party>[^()]*)\)")


_CALLED = re.compile(
    r"^(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother) [^,A-Z]*(?:[A-Z]{2,5} )?(?:called|named|known as) (?P<name>[A-Z0-9][\w’'&-]*(?: [A-Z0-9][\w’'&-]*)*)$",
)


@dataclass(frozen=True, slots=True)
class Description:
    """What a source phrase says.

    `name` is the proper name, or None; `head` the noun a phrase without a name turns on ("minister"); `owner` whose it
    is ("its", "the company"); `plural` tells whether several are meant; `indefinite` whether the phrase introduces
    somebody unnamed ("a deckhand").
    """

    words: str
    kind: SpeakerKind
    name: str | None
    role: str | None
    affiliation: str | None
    head: str | None
    plural: bool
    indefinite: bool
    gender: Gender | None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A phrase without appositions: its name, or the role or noun that it turns on."""

    name: str | None
    role: str | None
    head: str | None


def describe(words: str) -> Description:
    """The description that `words`, a source phrase without its surroundings, gives."""
    # A source that runs over a sentence's end is cut there: the tagger took too much.
    first = re.split(r"(?<=[a-z]{3})\.\s+(?=[A-Z])", DATELINE.sub("", words))[0]
    first = CONJUNCTION.sub("", _AUTHOR.sub(r"\1", first)).replace("‘s ", "’s ")
    phrase = re.sub(r"\s+", " ", first).strip(" ,.;:–—-\"“”'‘’")
    phrase = re.sub(r"[’']s$", "", phrase)
    if re.search(r"\b[A-Z]\.[A-Z]$", phrase):
        phrase += "."
    phrase = _without_verb(phrase)
    phrase = re.sub(r"(?<=\w) [—–] .*$", "", phrase) if re.search(r"[A-Z]\w* [—–] ", phrase) else phrase
    called = _CALLED.search(phrase)
    if called:
        # "A new group called Orby Forward".
        phrase = called["name"]
    party = _PARTY.search(phrase)
    head_part, *others = [part.strip() for part in _PARTY.sub("", phrase).split(", ") if part.strip()] or [phrase]
    if others and re.fullmatch(r"(?:Jr|Sr)\.?", others[0]):
        head_part = f"{head_part} {others.pop(0)}"
    owned = OWNER.match(head_part)
    if owned and owned["words"] and (_COMPLEMENT.search(owned["words"]) or _is_name_inside(head_part, owned.end())):
        owned = None
    owner = (owned["pronoun"] or owned["words"]) if owned else None
    parsed = _parse(head_part[owned.end() :] if owned else head_part)
    if parsed.name is None and others and not _FROM.match(others[0]):
        # "the harbour master, Ana Prell": the name stands in the apposition after the role.
        other = _parse(others[0])
        if (
            other.name
            and not BODY.search(other.name)
            and not _is_plural(parsed.head)
            and _looks_personal(other, others[0])
        ):
            parsed = _Parsed(other.name, DETERMINER.sub("", head_part), None)
            others = others[1:]
    name, role = parsed.name, parsed.role
    if name and others and _is_role(others[0]):
        role = role or DETERMINER.sub("", others[0])
    kind = _kind(phrase, head_part, parsed)
    if kind in ("unnamed", "group", "document") or (kind == "organisation" and name and not name[0].isupper()):
        name = None
    affiliation = body_of(role or "") if kind == "person" else author_of(phrase) if kind == "document" else None
    if kind == "unnamed" and _VOICE.search(head_part):
        affiliation = body_of(DETERMINER.sub("", head_part))
    if kind == "person" and not affiliation:
        affiliation = (
            party["party"] if party else owner if owned and owned["words"] and owned["words"][0].isupper() else None
        )
    return Description(
        phrase,
        kind,
        name,
        role if kind == "person" else None,
        affiliation,
        None if name else parsed.head or _head(head_part),
        not name and _is_many(head_part, parsed.head),
        bool(INDEFINITE.match(head_part)),
        _gender(phrase, role),
        owner,
    )


def _without_verb(phrase: str) -> str:
    """`phrase` without the words of its verb that a source may end in: "The letter also", "the council has"."""
    words = phrase.split()
    kept = 1 + bool(words and DETERMINER.match(f"{words[0]} x"))
    while len(words) > kept and _VERBAL.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _is_name_inside(part: str, end: int) -> bool:
    """Whether the possessive that ends at `end` stands inside a body's name: "the People's Daily"."""
    whole, rest = DETERMINER.sub("", part), part[end:].split()
    owner = re.sub(r"[’']s?$", "", part[:end].split()[-1]).lower()
    several = is_plural_person_noun(owner) or part[:end].rstrip()[-2:] in ("s’", "s'")
    return not is_first_name(owner) and len(rest) < (4 if several else 2) and _is_body_name(whole)


def _is_body_name(words: str) -> bool:
    """Whether `words` are capitals that end in a noun for a body, with possessives and "and" between."""
    last = words.split()[-1]
    return last[0].isupper() and bool(_LINKED.fullmatch(words)) and bool(BODY.fullmatch(last) or last.lower() in THINGS)


def _parse(part: str) -> _Parsed:
    """The proper name at the end of `part`, before its complements, with the words before it as its role."""
    bare = DETERMINER.sub("", part)
    titled = _titled_name(bare)
    if titled:
        return titled
    complement = _COMPLEMENT.search(bare)
    zone = bare[: complement.start()] if complement else bare
    office = re.match(rf"(?:[\w’'.-]+ )*?(?:{TITLES}) of (?:the )?[\w’'-]+(?: [A-Z][\w’'-]*)?$", bare, re.IGNORECASE)
    if complement and complement[0].strip() in ("of", "for", "on", "at", "in"):
        if BODY.search(zone.split()[-1]) and zone.split()[-1][0].isupper():
            # "the Ministry of Fisheries", "the state Division of Ferries": the name runs on after "of".
            capital = re.search(r"(?:^| )(?=[A-Z])", bare)
            whole = NAME.match(bare, capital.end()) if capital else None
            return _Parsed(_tidy(whole[0]) if whole else zone, None, None)
        if not office and TITLE.search(zone.split()[-1] if zone.split() else ""):
            behind = _given_name_behind(bare, complement.end())
            if behind is not None:
                return _Parsed(_tidy(bare[behind:]), bare[:behind].strip(), None)
    tokens = list(re.finditer(r"\S+", zone))
    if not tokens:
        return _Parsed(None, None, None)
    last = tokens[-1][0]
    if zone.lower() in ALONE:
        return _Parsed(None, None, zone.lower())
    # "The Post" is a newspaper, "Polls" only open a sentence.
    common = len(tokens) == 1 and DOCUMENT.fullmatch(last.lower()) and (last[0].islower() or bare == part)
    if common or (last in INITIALS and (len(tokens) == 1 or tokens[-2][0].islower())):
        return _Parsed(None, None, last.lower())
    if not (last[0].isupper() or last in ("Jr", "Jr.")) or (last.istitle() and is_plural_person_noun(last.lower())):
        return _Parsed(None, bare if is_person_noun(last.lower()) or is_title(last) else None, last.lower())
    if bare != part and last.istitle() and last.lower() in PARTISANS and not is_first_name(tokens[0][0]):
        return _Parsed(None, bare, last.lower())
    if _is_body_name(zone) and not is_first_name(tokens[0][0]):
        # "Seafarers’ and Dockers’ Union", "People’s Daily".
        return _Parsed(_tidy(zone), None, None)
    opens = 0
    # "Stephen King" holds no title.
    called = is_first_name(tokens[0][0]) and all(token[0][0].isupper() for token in tokens)
    for title in () if called else TITLE_WORD.finditer(zone):
        surname = title.end() == len(zone) and any(is_first_name(token[0]) for token in tokens[:-1])
        if not surname and not re.match(r"[’']s\b", zone[title.end() :]):
            opens = title.end()
    for token in tokens[:-1]:
        if (token[0][0].islower() and not re.fullmatch(_PARTICLE, token[0])) or (
            token[0][0].isupper() and is_person_noun(token[0].lower()) and token.start() == 0
        ):
            opens = max(opens, token.end())
    rest = zone[opens:].strip(" .") if opens else zone
    role = zone[:opens].strip() or None
    if not rest:
        return _Parsed(None, bare, last.lower())
    named = PERSON_NAME.match(rest)
    if not named:
        return _Parsed(None, None, last.lower())
    name = rest if BODY.search(rest) else named[0]
    if opens and zone[opens : opens + 1] == "." and len(name) == 1:
        return _Parsed(None, None, last.lower())
    return _Parsed(_tidy(name), _role(role), None)


def _role(words: str | None) -> str | None:
    """`words` before a name when they tell what somebody is: no "Mr", no "only"."""
    last = words.split()[-1].lower().rstrip(".") if words else ""
    if not words or words.lower().rstrip(".") in HONORIFICS or is_plural_person_noun(last):
        return None
    if TITLE_WORD.search(words) or is_person_noun(last):
        return words
    return words if " " in words and last not in ("and", "or", "of", "the", "both") else None


def _titled_name(bare: str) -> _Parsed | None:
    """The name that ends `bare` right behind a title: "Bank of Orby chief economist Ana Prell"; or None."""
    found = re.search(rf"(?P<title>(?:\b[\w-]+|\b[A-Z][a-z]+\.)) (?P<name>{PERSON_NAME.pattern})$", bare)
    while found:
        title = found["title"]
        if is_title(title) or is_person_noun(title):
            break
        found = re.compile(rf"(?P<title>(?:\b[\w-]+|\b[A-Z][a-z]+\.)) (?P<name>{PERSON_NAME.pattern})$").search(
            bare, found.start("name")
        )
    if not found:
        return None
    role = bare[: found.end("title")]
    if _is_body_name(f"The {found['name']}"):
        return None
    if re.search(r"\b(?:for|with|by|to|from|who|that|on|near|close|familiar|including|against|or)\b", role):
        return None
    if " and " in role and not is_bare_role(role.rpartition(" and ")[0]):
        return None
    for preposition in re.finditer(r"(\S+) (?:of|at|in) ", role):
        if not preposition[1][0].isupper() or (is_person_noun(preposition[1].lower()) and not is_title(preposition[1])):
            return None
        if is_plural_person_noun(preposition[1].lower()):
            return None
    return _Parsed(_tidy(found["name"]), _role(role), None)


def is_bare_role(words: str) -> bool:
    """Whether `words` before "and" are another role of who is named after it: "former pilot" of "former pilot and mayor Ana Prell"."""
    last = words.split()[-1]
    return not re.match(r"(?:the|his|her|its|their)\b", words, re.IGNORECASE) and is_held(last)


def _given_name_behind(bare: str, after: int) -> int | None:
    """Where the name begins in "secretary of defence Ash Carter": at a given name that another word follows."""
    words = list(re.finditer(r"[A-Z][\w’'-]+", bare[after:]))
    # "Minister of tides and ferries Ana Prell": no name of a body stands before it.
    opens = 0 if words and words[0].start() else 1
    return next((after + one.start() for one in words[opens:-1] if is_first_name(one[0])), None)


def _tidy(name: str) -> str:
    return re.sub(r"[’']s?$", "", name.strip(" ,.;:")) if not name.endswith(".") else name.strip(" ,;:")


def _is_role(part: str) -> bool:
    zone = re.split(r"\s(?:of|for|at|in|from|with|who|on|to|whose|that)\s", DETERMINER.sub("", part))[0].split()
    holds = any(is_title(word.strip(".")) or is_person_noun(word.lower().strip(".")) for word in zone)
    return holds and not re.match(r"(?:who|whose|and|but|said|says|told)\b", part)


def _looks_personal(parsed: _Parsed, part: str) -> bool:
    words = (parsed.name or "").split()
    return bool(parsed.role) or len(words) in (2, 3) or bool(TITLE.match(part)) or is_first_name(part)


def _kind(phrase: str, head_part: str, parsed: _Parsed) -> SpeakerKind:
    role = parsed.role
    bare, name = DETERMINER.sub("", head_part), parsed.name
    if UNNAMED.search(phrase):
        return "unnamed"
    if parsed.head is None or not (is_person_noun(parsed.head) or is_plural_person_noun(parsed.head)):
        noun = bare if name else parsed.head or ""
        if DOCUMENT.search(noun.split(" by ")[0].split(" from ")[0]) and (not name or bare != name):
            return "document"
    if name and country_of(name):
        return "organisation"
    if name:
        before = _COMPLEMENT.split(role or "")[0].split()
        last = name.split()[-1].lower()
        if (
            BODY.search(name)
            or "&" in name
            or (last in THINGS and " " in name and not is_first_name(name.split()[0]))
            or re.fullmatch(r"[A-Z]{2,6}", name)
            or (before and BODY.fullmatch(before[-1]) and not is_held((role or "").split()[-1], before[-1]))
        ):
            return "organisation"
        if role or len(name.split()) >= 2:
            return "person"
        return "organisation" if re.match(r"the\s", head_part, re.IGNORECASE) else "person"
    head = parsed.head or _head(head_part) or ""
    many = _is_many(head_part, head)
    if INDEFINITE.match(head_part) and not many:
        return "organisation" if BODY.fullmatch(head) and not is_title(head) else "unnamed"
    if is_plural_person_noun(head):
        return "group"
    if (BODY.fullmatch(head) or head in FIRM_NOUNS) and not is_title(head):
        return "organisation"
    if many:
        return "group"
    return "person" if role or is_title(head) or is_person_noun(head) else "unnamed"


def _head(part: str) -> str | None:
    bare = DETERMINER.sub("", part)
    complement = _COMPLEMENT.search(bare)
    words = re.findall(r"[\w’'-]+", bare[: complement.start()] if complement else bare)
    return words[-1].lower() if words else None


def _is_many(part: str, head: str | None) -> bool:
    if re.match(
        r"(?:the |these |those )?(?:two|three|four|five|six|seven|eight|nine|ten|dozens|several|many|some|both|all|most|few|others?|half|those|these|more than \d+|\d+)(?![\w-])",
        part, re.IGNORECASE,
    ):  # fmt: skip
        return True
    return _is_plural(head or _head(part))


def _is_plural(head: str | None) -> bool:
    return bool(head) and (
        is_plural_person_noun(head or "")
        or ((head or "").endswith("s") and head not in SINGULAR_S and not (head or "").endswith("ss"))
    )


def author_of(phrase: str) -> str | None:
    """Whose document it is: "a report by the engineers Tolland & Wray", "a statement on Orby Lines' website"."""
    found = _WRITTEN.search(phrase.split(" on ")[0]) or _POSTED.search(phrase)
    return found["name"] if found else None


def _gender(phrase: str, role: str | None) -> Gender | None:
    words = {word.lower() for word in re.findall(r"[\w.]+", re.split(r", | of | for ", phrase)[0])}
    words |= {word.lower() for word in re.findall(r"[\w.]+", role or "")}
    if words & HE and not words & SHE:
        return "he"
    return "she" if words & SHE else None
