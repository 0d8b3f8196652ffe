"""Whom a description of one person means: the likeliest of those named or described, or somebody unnamed."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.spans import Span
from sayso.understanding.speakers.descriptions import Description
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.namings import Naming
from sayso.understanding.speakers.nouns import is_person_noun
from sayso.understanding.speakers.offices import EPITHETS, PLAIN, Office, office_of, words_of
from sayso.understanding.speakers.pronouns import FARTHEST, QUOTE_ENDS, Asked, Mention, choose
from sayso.understanding.speakers.saying import is_saying
from sayso.understanding.speakers.vocabulary import TITLE_WORD, UNNAMED, is_title

# A lead is the headline and the first sentences; whom it describes is named in the sentences after it. By hand on PolNeAR
# train.
LEAD_SENTENCES = 3
NAMED_WITHIN = 3
# Those whom articles leave unnamed on purpose are never taken for somebody named.
ANONYMOUS = {
    "official", "source", "person", "aide", "adviser", "advisor", "insider", "staffer", "staff", "spokesman", "spokeswoman", "spokesperson", "expert", "analyst",
    "witness", "resident", "diplomat", "employee", "worker", "operative", "ally", "friend", "relative", "neighbour", "neighbor", "member", "representative", "critic",
    "supporter", "voter", "user", "man", "woman", "lawyer", "attorney", "victim", "officer",
}  # fmt: skip
_DEFINITE = re.compile(r"(?:the|this|that|its|his|her|their|our) |\S+[’']s? ", re.IGNORECASE)
_COMPLEMENT = re.compile(r"\b(?:of|for|at|in|from|with|behind|on|to)\b")
_FORMER = re.compile(r"the (?:[\d-]+\w* )?former ", re.IGNORECASE)
_LIKE_A_NAME = re.compile(r"The(?: [A-Z][a-z]+){2,}")
_DEFINED = re.compile(r",? (?:who|that) ")
# What these tell weighs differently for "the mayor" and "a mayor".
BY_ARTICLE = {
    "like a pronoun", "likeliest to hold", "holds", "shared", "often", "far", "introduced ahead", "unnamed", "unnamed, complement", "unnamed, modified", "unnamed, noun seen", "unnamed, goes on",
}  # fmt: skip

Row = dict[str, float]
_NONE = Office()


@dataclass(frozen=True, slots=True)
class Described:
    """A description at `source`, with `told`, its words with the name of whom it belongs to, and those named in what it says."""

    description: Description
    source: Span
    told: str
    own: frozenset[Member] = frozenset()


def choose_holder(
    asked: Described, candidates: Sequence[Member], mentions: Sequence[Mention], ground: Ground, inventory: Inventory
) -> Member | None:
    """The one of `candidates` whom `asked` means, or None for somebody unnamed. Cost: linear in candidates and `mentions`.

    Source: the weights are learned by `training/speakers/train.py`.
    """
    weights = _weights()
    rows = features(asked, may_be_meant(asked, candidates, ground, inventory), mentions, ground, inventory)
    scores = {
        member: sum(weights.get(name, 0.0) * value for name, value in row.items()) for member, row in rows.items()
    }
    return max(scores, key=lambda member: scores[member])


def may_be_meant(asked: Described, candidates: Sequence[Member], ground: Ground, inventory: Inventory) -> list[Member]:
    """Those of `candidates` whom `asked` may mean at all: nobody named is an unnamed source."""
    description = asked.description
    indefinite = description.indefinite or re.match(r"(?:one|some|another) ", description.words, re.IGNORECASE)
    late = ground.sentence_at(asked.source.start) >= LEAD_SENTENCES
    hidden = UNNAMED.search(description.words) or (
        indefinite and (late or (description.head or "").lower() in ANONYMOUS)
    )
    named = set(inventory.people)
    # Somebody introduced anew is nobody who was described before, and "the deckhand who …" is no other than a deckhand.
    found = [one for one in candidates if not (hidden if one in named else indefinite)]
    defined = _DEFINED.match(ground.text, asked.source.end) or description.words.endswith(" who")
    return [one for one in found if not defined or office_of(one, description, asked.told).holds]


def features(
    asked: Described, candidates: Sequence[Member], mentions: Sequence[Mention], ground: Ground, inventory: Inventory
) -> dict[Member | None, Row]:
    """What tells for and against each of `candidates`, and for None: somebody whom the article does not name."""
    description, at = asked.description, asked.source.start
    head = (description.head or "").lower()
    wanted = words_of(asked.told) - {head} - PLAIN - {"former"}
    before: dict[Member, list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.at < at:
            before[one.member].append(one)
    shown = {member: [one for one in rows if _is_shown(one, at, ground)] for member, rows in before.items()}
    last = _last_of(shown, lambda one: True)
    last_subject, last_spoke = _last_of(shown, lambda one: one.subject), _last_of(shown, lambda one: one.spoke)
    most = max(map(len, before.values()), default=0)
    quoted = bool(QUOTE_ENDS.search(ground.text[max(0, at - 4) : at]))
    ahead = [one for one in inventory.named_in(asked.source.end, len(ground.text)) if one.full and not one.owning]
    here = ground.sentence_at(at)
    offices = {member: office_of(member, description, asked.told) for member in candidates}
    held_by_any = any(office.holds for office in offices.values())
    likeliest = _likeliest(offices, bool(wanted), {member: rows[-1].at for member, rows in before.items()})
    in_office = {member: _has_office(member) for member in {*before, *offices}}
    others = {member for member, told in in_office.items() if told and not offices.get(member, _NONE).holds}
    like_pronoun = choose(
        [one for one in mentions if one.at < at and one.member not in others],
        Asked(at, description.gender, asked.own),
        ground,
    )
    found: dict[Member | None, Row] = {}
    for member in candidates:
        other_gender = description.gender is not None and member.gender not in (None, description.gender)
        if (other_gender and member.gender_sure) or offices[member].other_country:
            continue
        office, has_office = offices[member], in_office[member]
        described = member.kind != "person"
        rows, mine = before.get(member, []), shown.get(member, [])
        found[member] = {
            "holds": office.holds,
            "likeliest to hold": member is likeliest,
            "like a pronoun": member is like_pronoun,
            "holds, none told": office.holds and bool(wanted) and not office.shared,
            "shared": min(office.shared, 3),
            "other office": has_office and not office.holds and is_title(head),
            "nothing told": not (member.told_as or member.role),
            "described": described,
            "described, holds": described and office.holds,
            "other gender": other_gender,
            "named in own words": member in asked.own,
            "often": math.log(1 + len(rows)),
            "most often": len(rows) == most > 0,
        }
        if rows:
            place = max(one.at for one in mine or rows)
            found[member] |= {
                "far": math.log(1 + (at - place) / 50),
                "paragraphs": min(ground.lines_between(place, at), 4),
                "only quoted": not mine,
                "last": member is last,
                "last subject": member is last_subject,
                "spoke": any(one.spoke for one in rows),
                "spoke last": member is last_spoke,
                "spoke last, before a quotation": member is last_spoke and quoted,
            }
        else:
            naming = next((one for one in ahead if one.member is member), None)
            apart = ground.sentence_at(naming.start) - here if naming else FARTHEST
            speaks = naming is not None and apart <= NAMED_WITHIN and _speaks(naming, ground)
            fits = office.holds or (speaks and not has_office)
            fits = fits and here < LEAD_SENTENCES and apart <= NAMED_WITHIN and head not in ANONYMOUS
            found[member] |= {
                "ahead": True,
                "sentences ahead": min(apart, FARTHEST),
                "first ahead": naming is not None and naming is ahead[0],
                "speaks ahead": speaks,
                "introduced ahead": fits,
            }
    found[None] = _unnamed(asked, ground, held_by_any, bool(wanted))
    article = "the" if _DEFINITE.match(description.words) else "a"
    return {
        member: {f"{article} {name}" if name in BY_ARTICLE else name: float(value) for name, value in row.items()}
        for member, row in found.items()
    }


def _unnamed(asked: Described, ground: Ground, held_by_any: bool, modified: bool) -> Row:
    """What tells that a description is of somebody whom the article does not name."""
    description, at = asked.description, asked.source.start
    head = (description.head or "").lower()
    words = description.words.split(",")[0]
    definite = bool(_DEFINITE.match(description.words))
    seen = bool(head and re.search(rf"\b{re.escape(head)}s?\b", ground.text[:at], re.IGNORECASE))
    complement, epithet = bool(_COMPLEMENT.search(words)), head in EPITHETS or head.endswith("-year-old")
    new = is_person_noun(head) and not seen and not is_title(head)
    defined = " who " in description.words or bool(_DEFINED.match(ground.text, asked.source.end))
    return {
        "unnamed": True,
        "unnamed, in the lead": ground.sentence_at(at) < LEAD_SENTENCES,
        "unnamed, as such": head in ANONYMOUS,
        "unnamed, epithet": epithet,
        "unnamed, title": is_title(head),
        "unnamed, noun for a person": is_person_noun(head),
        "unnamed, complement": complement,
        "unnamed, defined": defined,
        "unnamed, noun seen": seen,
        "unnamed, modified": modified,
        "unnamed, held": held_by_any,
        "unnamed, goes on": definite and not description.owner and not complement and (epithet or new),
        "unnamed, former": bool(_FORMER.match(description.words)),
        "unnamed, owned": bool(description.owner),
        "unnamed, bare": not definite and not description.indefinite,
        "unnamed, like a name": bool(_LIKE_A_NAME.fullmatch(description.words)),
        "unnamed, no noun for a person": description.kind == "unnamed",
    }


def _is_shown(one: Mention, at: int, ground: Ground) -> bool:
    """Whether a mention stands in the same voice as `at`, or tells who speaks."""
    theirs, quote = ground.told_at(one.at), ground.quoted_at(one.at)
    told = theirs is not None and theirs != ground.told_at(at)
    return one.spoke or not (told or quote not in (None, ground.quoted_at(at)))


def _last_of(shown: dict[Member, list[Mention]], fits: Callable[[Mention], bool]) -> Member | None:
    found = [one for rows in shown.values() for one in rows if fits(one)]
    return max(found, key=lambda one: one.at).member if found else None


def _likeliest(offices: dict[Member, Office], modified: bool, last: dict[Member, int]) -> Member | None:
    """The one whose office agrees best with a description, named last; None where none does."""
    fitting = [
        (office.former, office.shared, last.get(member, -1), member)
        for member, office in offices.items()
        if office.holds and not office.other_country and (office.shared or office.same_country or not modified)
    ]
    return max(fitting, key=lambda row: row[:3])[3] if fitting else None


def _has_office(member: Member) -> bool:
    return any(TITLE_WORD.search(role) for role in (*member.told_as, member.role or ""))


def _speaks(naming: Naming, ground: Ground) -> bool:
    """Whether somebody says something right where `naming` names them."""
    return is_saying(ground.text, naming.start, naming.end)


@cache
def _weights() -> dict[str, float]:
    text = resources.files("sayso").joinpath("weights/speakers/weights.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["descriptions"]
    return weights
