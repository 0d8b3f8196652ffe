"""What the words that name a source tell about it: name, role, body, kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.records import SpeakerKind
from sayso.text.countries import country_of

Gender = Literal["he", "she"]

PRONOUNS: dict[str, Gender | Literal["they", "it", "who", "i"]] = {
    "he": "he", "him": "he", "himself": "he", "his": "he", "she": "she", "her": "she", "herself": "she", "they": "they",
    "them": "they", "their": "they", "both": "they", "it": "it", "its": "it", "who": "who", "which": "who", "that": "who",
    "i": "i", "we": "i", "me": "i", "us": "i",
}  # fmt: skip

TITLES = (
    "president|vice president|prime minister|deputy prime minister|minister|chancellor|senator|sen\\.|representative|rep\\.|"
    "congressman|congresswoman|governor|gov\\.|mayor|secretary|secretary of state|secretary general|attorney general|"
    "speaker|king|queen|prince|princess|pope|cardinal|bishop|archbishop|judge|justice|general|gen\\.|colonel|col\\.|"
    "lieutenant|lt\\.|captain|capt\\.|sergeant|sgt\\.|major|admiral|commander|director|chief|chairman|chairwoman|chair|"
    "commissioner|ambassador|professor|prof\\.|doctor|dr\\.?|mr\\.?|mrs\\.?|ms\\.?|miss|sir|lord|lady|dame|rabbi|imam|sheikh|"
    "spokesman|spokeswoman|spokesperson|foreign minister|officer|inspector|detective|sheriff|analyst|expert|lawyer|attorney|"
    "leader|nominee|candidate|coach|manager|editor|author|journalist|reporter|columnist|engineer|harbour master|"
    "councillor|warden|skipper|pilot|nurse|teacher|head|founder|owner|executive|ceo|strategist|adviser|advisor|pollster|"
    "activist|historian|scientist|researcher|economist|resident|witness|farmer|fisherman|envoy|premier|deputy|superintendent"
)
TITLE = re.compile(rf"(?:{TITLES})", re.IGNORECASE)
HONORIFICS = {"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "dame", "madam", "mr.", "mrs.", "ms.", "dr."}
HE = {"mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "pope", "father", "brother", "husband",
      "fisherman", "policeman", "businessman"}  # fmt: skip
SHE = {"mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman",
       "mother", "sister", "wife", "policewoman", "businesswoman"}  # fmt: skip

BODY = re.compile(
    r"\b(?:ministry|ministries|department|agency|agencies|police|council|party|university|committee|commission|court|office|"
    r"government|administration|embassy|union|association|federation|institute|academy|bank|company|corporation|group|"
    r"inc\.?|ltd\.?|corp\.?|plc|llc|gmbh|airlines?|airways|authority|authorities|service|guard|army|navy|force|forces|"
    r"campaign|congress|senate|house|parliament|hospital|school|church|foundation|organi[sz]ation|board|bureau|"
    r"newspaper|paper|magazine|network|channel|radio|television|times|post|news|journal|herald|tribune|courier|gazette|"
    r"guardian|telegraph|standard|ledger|observer|star|echo|chronicle|daily|weekly|mail|press|reuters|bloomberg|center|centre|"
    r"line|lines|shipping|shipowner|carrier|operator|team|brigade|regiment|fleet|kremlin|pentagon|white house|"
    r"un|nato|eu|state|town hall|city hall|firm|society|trust|club|outlet|publication|website|blog)\b",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"\b(?:report|statement|poll|survey|study|letter|e-?mails?|memo|documents?|lawsuit|filing|paper|transcript|"
    r"press release|release|analysis|article|book|website|post|tweet|records?|manifest|law|bill|indictment|complaint|data|figures|"
    r"results|plan|notice|bulletin|ruling|verdict|resolution|affidavit|story|stories|reports|polls|minutes|log|chart)$",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|anonym\w+|asked not to be (?:named|identified)|not authori[sz]ed|declined to be (?:named|identified)|"
    r"unnamed|unidentified|on condition of|(?:a|one) person (?:who|with|familiar)|people (?:familiar|who|with|close))\b",
    re.IGNORECASE,
)
# "BEIJING – Chinese experts": the place of the report, at the head of its first sentence.
DATELINE = re.compile(r"^[A-Z][A-Z .,]{2,40}(?:\([^)]*\) )?[–—-]+ ")
DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|one|some|several|many|most|few|both|all|another|other|other)\s+",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"^(?:a|an|one|another)\s+", re.IGNORECASE)
COUNTED = re.compile(
    r"^(?:some|several|many|most|few|both|all|other|the other|the)?\s*(?:two|three|four|five|six|seven|eight|nine|ten|\d+|dozens of|hundreds of)?\s*",
    re.IGNORECASE,
)
SINGULAR_S = {
    "police",
    "news",
    "congress",
    "kremlin",
    "ss",
    "series",
    "reuters",
    "times",
    "headquarters",
    "lines",
    "politics",
}

_CAP = r"(?:[A-ZÀ-ÖØ-ÞŠŽĆČĐŁŚŹŻİĞŞ][\w’'\-]*\.?|(?:[A-Z]\.)+)"
_LINK = r"(?:&|de|la|le|van|von|der|den|bin|bint|al|el|ibn|da|dos|du|di|of|and|for|the|&)"
NAME = re.compile(rf"{_CAP}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAP})*")


@dataclass(frozen=True, slots=True)
class Description:
    """What a source phrase says.

    `name` is the proper name, or None; `head` the noun a phrase without a name turns on ("minister"); `plural` tells
    whether several are meant; `indefinite` whether the phrase introduces somebody unnamed ("a deckhand").
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


def describe(words: str) -> Description:
    """The description that `words`, a source phrase without its surroundings, gives."""
    # A source that runs over a sentence's end is cut there: the tagger took too much.
    first = re.split(r"(?<=[a-z]{3})\.\s+(?=[A-Z])", DATELINE.sub("", words))[0]
    phrase = re.sub(r"\s+", " ", first).strip(" ,.;:–—-\"“”'‘’")
    head_part, *others = [part.strip() for part in phrase.split(", ") if part.strip()] or [phrase]
    name, role = _name_and_role(head_part)
    if name is None and others:
        # "the harbour master, Ana Prell": the name stands in the apposition after the role.
        other_name, other_role = _name_and_role(others[0])
        if other_name and not BODY.search(other_name) and _is_person(other_name, other_role, others[0]):
            name, role = other_name, DETERMINER.sub("", head_part)
            others = others[1:]
    if name and others and _is_role(others[0]):
        role = role or DETERMINER.sub("", others[0])
    kind = _kind(phrase, head_part, name, role)
    if kind in ("unnamed", "group", "document") or (kind == "organisation" and name is None):
        name = None
    head = None if name else _head(head_part)
    return Description(
        phrase,
        kind,
        name,
        role,
        _affiliation(role or "") if kind == "person" else _author(phrase) if kind == "document" else None,
        head,
        _is_plural(head_part, name),
        bool(INDEFINITE.match(head_part)),
        _gender(phrase, role),
    )


def _name_and_role(part: str) -> tuple[str | None, str | None]:
    """The proper name at the end of `part`, with the words before it as its role."""
    bare = DETERMINER.sub("", part)
    of_office = re.match(rf"(?:[A-Z][\w’'-]+ )?(?:{TITLES})(?: (?:of|for|at) .+)?$", bare, re.IGNORECASE)
    if of_office and not re.search(r"^[A-Z]\w+ [A-Z]\w+$", bare):
        return None, bare
    titles = list(TITLE.finditer(bare))
    for title in reversed(titles):
        boundary = title.end() == len(bare) or not bare[title.end()].isalnum()
        opens = title.start() == 0 or not bare[title.start() - 1].isalnum()
        rest = bare[title.end() :].strip()
        named = NAME.match(rest) if boundary and opens else None
        if named:
            role = bare[: title.end()].strip()
            return _tidy(named[0]), None if role.lower().rstrip(".") in HONORIFICS else role
    names = list(NAME.finditer(bare))
    if not names:
        return None, None
    last = names[-1]
    before = bare[: last.start()].strip()
    if last.end() < len(bare) and re.match(r"\s+(?!(?:who|of|from|at|in|and|told)\b)[a-z]", bare[last.end() :]):
        # "the Trump campaign": the capitalised words only modify a common noun.
        return (bare, None) if BODY.search(bare) else (None, None)
    if BODY.search(bare) and not before:
        return bare, None
    return _tidy(last[0]), before or None


def _tidy(name: str) -> str:
    return re.sub(r"[’']s?$", "", name.strip(" ,.;:")) if not name.endswith(".") else name.strip(" ,;:")


def _is_role(part: str) -> bool:
    return bool(TITLE.search(part)) or bool(re.match(r"(?:the|a|an|who|of|from)\b", part))


def _is_person(name: str, role: str | None, part: str) -> bool:
    return bool(role) or len(name.split()) in (2, 3) or bool(TITLE.match(part))


def _kind(phrase: str, head_part: str, name: str | None, role: str | None) -> SpeakerKind:
    bare = DETERMINER.sub("", head_part)
    if UNNAMED.search(phrase):
        return "unnamed"
    if DOCUMENT.search(bare.split(" by ")[0].split(" from ")[0]) and (
        not name or not re.match(rf"^{re.escape(bare)}$", name)
    ):
        return "document"
    if name:
        if BODY.search(name) or "&" in name or re.fullmatch(r"[A-Z]{2,6}", name):
            return "organisation"
        if role or len(name.split()) >= 2:
            return "person"
        if country_of(name):
            return "organisation"
        return "organisation" if re.match(r"the\s", head_part, re.IGNORECASE) else "person"
    if role and not INDEFINITE.match(head_part) and not _is_plural(head_part, None):
        return "person"
    if INDEFINITE.match(head_part):
        return "organisation" if BODY.search(bare) and not TITLE.search(bare) else "unnamed"
    if BODY.search(bare) and not re.search(r"\b(?:officials?|members?|officers?|leaders|sources|workers)\b", bare):
        return "organisation"
    if _is_plural(head_part, None):
        return "group"
    return "person" if TITLE.search(bare) else "group" if COUNTED.match(bare) and bare.endswith("s") else "unnamed"


def _head(part: str) -> str | None:
    bare = re.split(r"\s(?:of|for|at|in|from|with|who|on|to|familiar|close)\s", DETERMINER.sub("", part))[0]
    words = re.findall(r"[\w’'-]+", bare)
    return words[-1].lower() if words else None


def _is_plural(part: str, name: str | None) -> bool:
    if name:
        return False
    head = _head(part) or ""
    if re.match(
        r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|both|all|most|other)\b", part, re.IGNORECASE
    ):
        return True
    return head in {"people", "men", "women", "children", "critics", "crew"} or (
        head.endswith("s") and head not in SINGULAR_S and not head.endswith("ss")
    )


def _affiliation(role: str) -> str | None:
    if TITLE.fullmatch(role):
        return None
    found = re.search(r"\b(?:of|at|for|with|from|in) (?:the )?([A-Z].*)$", role)
    if found:
        return found[1].strip(" ,")
    before = re.match(rf"((?:[A-Z][\w’'-]+ )*(?:[\w’'-]+ )*?(?:[\w’'-]+)) (?:{TITLES})$", role, re.IGNORECASE)
    return before[1] if before and (BODY.search(before[1]) or before[1][0].isupper()) else None


def _author(phrase: str) -> str | None:
    """Whose document it is: "a report by the engineers Tolland & Wray"."""
    found = re.search(rf"\b(?:by|from) (?:the )?(?:[a-z]+ )?(?P<name>{NAME.pattern})", phrase)
    return found["name"] if found else None


def _gender(phrase: str, role: str | None) -> Gender | None:
    words = {word.lower() for word in re.findall(r"[\w.]+", phrase)}
    if words & HE and not words & SHE:
        return "he"
    return "she" if words & SHE else None
