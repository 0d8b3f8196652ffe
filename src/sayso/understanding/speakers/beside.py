"""What stands beside a name: title, role, age, party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.understanding.speakers.affiliations import is_held
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.names import ADJECTIVES, NOT_NAMES, ROLE_CAPITALS, ROLE_WORDS
from sayso.understanding.speakers.nouns import is_person_noun
from sayso.understanding.speakers.vocabulary import BODY, DETERMINER, HONORIFICS, TITLE_WORD, TITLES, is_title

AFTER = re.compile(
    r",? (?P<age>\d{1,3}),|, (?P<seat>[RDI]-[A-Z][\w. ]*?),|, (?P<role>(?:the |a |an )?(?:[^,.;:“”\"()\n]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bMrs)\.){4,160}?)(?=[,;:(\n]|(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)\.|$)| ?\((?P<party>[A-Z]+-[^()]{1,20})\)"
)
OF_BODY = re.compile(
    r"(?: of| from|,? who (?:leads|heads|runs|founded)(?: the)?| (?:leads|heads|runs|founded)(?: the)?)(?: [a-z]+)?(?: the)? "
    r"(?P<body>[A-Z][\w’'-]*(?: (?:of |for |and |& )?[A-Z][\w’'-]*\.?)+)"
)
# "Ana Prell of Orby Partners, a shipping firm".
OF_FIRM = re.compile(
    r" (?:of|from|at) (?P<body>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*), (?:an?|the|which) [^,.;:“”\"\n]{0,60}?\b(?:firm|company|group|bank|agency|consultancy|"
    r"institute|think tank|charity|organi[sz]ation|publication|newspaper|magazine|broker(?:age)?|startup|nonprofit)\b"
)
# ", who studies tides at the Orby Institute".
WORKS_AT = re.compile(
    r", who (?:[a-z]+ )?[a-z]+(?:s|ed|t) [^,.;:“”\"\n]{0,80}?\b(?:at|for|with) (?:the )?(?P<body>[A-Z][\w’'-]*(?: (?:(?:of|for|and|&)(?: the)? )?[A-Z][\w’'-]*)+)"
)
WHO_IS = re.compile(
    r", who (?:is|was|has been|became|now serves as|serves as|served as|works as) "
    r"(?P<role>(?:the |a |an |now )*(?:[^,.;:“”\"()\n]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bMrs)\.){3,120}?)(?=[,;:(\n]|(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)\.|$)"
)
# "Prell is now the chairman of the Harbour Board".
_IS_NOW = re.compile(
    r" (?:is|was|became|has been|serves as|served as) (?:now |currently |also )?(?:the |an? )?"
    r"(?P<role>(?:[a-z-]+ ){0,3}[a-z-]+ (?:of|at|for) (?:the |an? )?(?:Mr\.|Mrs\.|Ms\.|[^,.;:“”\"()\n])*?[A-Z][^,.;:“”\"()\n]*?)(?=[,;:.(\n]|$)"
)
# "As chief engineer for Orby Bank, Ana Prell".
_AS_ROLE = re.compile(r"\bAs (?:the |an? )?(?P<role>[^,.;:“”\"\n]{4,110}), $")
OFFICE_WITHIN = 60
# "Minister of tides and ferries Ana Prell".
_OFFICE_OF = re.compile(rf"\b(?P<role>(?:[A-Za-z-]+ )?(?:{TITLES}) of (?:the )?[a-z]+(?:,? and [a-z]+| [a-z]+)?) $")
BEFORE_COMMA = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?P<role>(?:[^,.;:“”\"\n]|\.(?=\w))*?"
    rf"\b(?:{TITLES})\b[^,;:“”\"\n]*?), $"
)
_WHOSE_OFFICE = re.compile(
    rf"\b[A-Z][\w’'& -]*[’']s (?P<role>(?:[a-z-]+ ){{0,3}}(?:{TITLES})(?: [^,.;:“”\"\n]{{1,60}})?), $"
)
# What has a verb is no role.
_CLAUSE = re.compile(
    r"\b(?:saying|said|says|would|was|were|are|is|had|has|have|met|whom|who|when|because|he|she|you|it|will)\b|\band [a-z]+ (?:its|his|her|their|the)\b"
)
_VERB = re.compile(r"\b(?:whom|succeeded|is|was|are|were|has|had|have|said|says)\b")
# What tells that words about somebody follow a surname: "Prell, a geologist,", "Prell is now the".
TOLD_NEXT = re.compile(
    r", (?:an?|the|now|who (?:is|was|became|works|serves)) |,? (?:is|was|became|serves as) (?:now |currently )?(?:the|an?) "
)
_TITLED_WITH_STOP = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|Col|Capt|Prof|Rev|Hon|Sens|Reps)\.$")


@dataclass(frozen=True, slots=True)
class Around:
    """The role before a name, the role in an apposition, party and seat ("R-Fla."), whether an age is given, and the body
    that the name is told to be of ("Ana Prell of Orby Bank").
    """

    before: str | None
    apposed: str | None
    seat: str | None
    aged: bool
    body: str | None = None


def around(ground: Ground, start: int, end: int) -> Around:
    """What stands beside the name at `[start, end)`."""
    text = ground.text
    after = AFTER.match(text, end)
    seat = (after["party"] or after["seat"]) if after else None
    aged = bool(after and after["age"])
    if after and after["age"]:
        after = AFTER.match(text, after.end() - 1)
    before = role_before(ground, start)
    if after and after["party"]:
        # "Rep. Ana Prell (D-Orby), head of the caucus".
        after = AFTER.match(text, after.end()) or after
    who = WHO_IS.match(text, end)
    now = _IS_NOW.match(text, end)
    now = now if now and TITLE_WORD.search(now["role"].partition(" of ")[0]) else None
    told = who["role"] if who else after["role"] if after else now["role"] if now else None
    if told and is_role(told):
        told = re.split(
            r" (?:on(?! the [A-Z])|during|at an?|in an?|said|says|told|who|whose|since|until|last|several|before|after) | -- ",
            DETERMINER.sub("", told).strip(),
        )[0]
    else:
        told = None if before else _role_and_comma(ground, start)
    of = OF_FIRM.match(text, end) or OF_BODY.match(text, end) or WORKS_AT.match(text, end)
    leads = bool(re.match(r",? (?:who )?(?:leads|heads|runs|founded)\b", text[end : end + 16]))
    return Around(
        before, told, seat, aged, of["body"] if of and (leads or of.re is OF_FIRM or BODY.search(of["body"])) else None
    )


def _role_and_comma(ground: Ground, start: int) -> str | None:
    """The role before a comma: "the mayor of Orby, Ann Bell", "Orby Bank’s economist, Ann Bell"."""
    whose = _WHOSE_OFFICE.search(ground.text, max(ground.sentence_start(start), start - 110), start)
    if whose:
        return DETERMINER.sub("", whose[0].removesuffix(", "))
    before = ground.text[max(ground.sentence_start(start), start - 110) : start]
    as_role = _AS_ROLE.search(before) if "As " in before else None
    if as_role and is_role(as_role["role"]):
        return as_role["role"]
    found = BEFORE_COMMA.search(before)
    if not found or len(found["role"].split()) >= 12 or _CLAUSE.search(found["role"]):
        return None
    return re.sub(r"^[a-z][^,]*?[’']s ", "", found["role"])


def role_before(ground: Ground, start: int) -> str | None:
    """The role right before the name at `start`, with its capitalised words: "Orby Harbour Chief"."""
    if " of " in ground.text[max(0, start - OFFICE_WITHIN) : start]:
        office = _OFFICE_OF.search(ground.text, max(ground.sentence_start(start), start - OFFICE_WITHIN), start)
        if office:
            return office["role"]
    if not title_before(ground.text, start):
        return None
    first = ground.sentence_start(start)
    taken: list[str] = []
    for word in reversed(ground.text[max(first, start - 100) : start].split()):
        bare = word.strip("“\"'‘(").rstrip(".")
        small = bare.lower()
        if (taken and word[-1] in ',;:”"') or len(taken) > 8:
            break
        fits = bool(is_title(bare) or is_title(f"{bare}.")) or is_person_noun(small) or small in ROLE_WORDS
        capital = bare[:1].isupper() and (small not in NOT_NAMES or small in ROLE_CAPITALS)
        first_lady = small == "first" and taken and taken[-1].lower() == "lady"
        if not (fits or capital or first_lady or (small == "of" and taken)):
            break
        taken.append(word.strip("“\"'‘("))
    while taken and taken[-1].lower() == "of":
        taken.pop()
    return " ".join(reversed(taken)) or None


def title_before(text: str, start: int) -> str | None:
    """The title or noun for a person right before a name, lower case without a full stop; or None."""
    before = text[max(0, start - 40) : start]
    found = re.search(r"(?P<word>[A-Za-z][\w’'-]*)\.? $", before)
    if not found:
        return None
    word = found["word"].lower()
    stopped = before.endswith(". ")
    if stopped and not _TITLED_WITH_STOP.search(before.rstrip()):
        return None
    if is_title(word) or is_title(word + ".") or word in HONORIFICS:
        return word
    return word if is_person_noun(word) and word not in ADJECTIVES else None


def is_role(words: str) -> bool:
    """Whether an apposition tells what somebody is."""
    bare = DETERMINER.sub("", words)
    zone = re.split(r"\s(?:of|for|at|in|from|with|who|on|to|whose|that)\s", bare)[0].split()
    return (
        bool(zone)
        and is_held(*(word.replace(".", "") for word in zone))
        and len(bare.split()) <= 20
        and not re.match(r"(?:said|says|told|who|and|but|the two|[a-z]+ed (?:as|to|by|in|with|the|a|an))\b", words)
        and not _VERB.search(words)
    )
