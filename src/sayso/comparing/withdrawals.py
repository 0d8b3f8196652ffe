"""Statements by which somebody takes back what they said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.comparing.clauses import Clause
from sayso.comparing.conflicts import is_later
from sayso.comparing.outlets import find_outlet, outlet_key
from sayso.comparing.people import same_body
from sayso.comparing.sources import Sources
from sayso.comparing.telling import find_named
from sayso.records import Claim, Origin, Speaker, Withdrawal
from sayso.text.words import content_terms

_WORD_GIVEN = (
    r"(?:report|story|claim|statement|figure|account|allegation|accusation|article|toll|count|post|tweet|assertion|announcement|"
    r"remark|testimony|estimate|version|warning|confession)s?"
)
_ITS = r"(?:(?:its|his|her|their|the|a|an|that|this|our|my|all)\s+)(?:[\w’'-]+\s+){0,3}?"
WITHDRAWS = re.compile(
    rf"\b(?:withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?|t(?:ook|akes?|aken|aking) back|recant(?:s|ed|ing)?|"
    rf"walk(?:s|ed|ing)? back|disown(?:s|ed)?|delet(?:es?|ed|ing)|corrected|pulled)\s+{_ITS}{_WORD_GIVEN}\b"
    rf"|\b(?:t(?:ook|akes?|aken) (?:it|that|this|them) back)\b|\bno longer stands? by\b"
    rf"|\b{_WORD_GIVEN}\s+(?:was|were|has been|have been|is|are)\s+(?:since\s+|later\s+)?(?:withdrawn|retracted|taken back|corrected|deleted)\b",
    re.IGNORECASE,
)
# Words of withdrawing are no words of what is withdrawn.
_NOT_CONTENT = frozenset(
    content_terms(
        "withdrew withdraws withdrawn withdrawing retract retracted retracts took taken back recanted walked disowned deleted corrected "
        "longer stand stands report story claim statement figure account allegation article toll count post tweet announcement testimony "
        "estimate version since later"
    )
)
# Share of what a withdrawal names that the claim must hold, by weight of words. Chosen by hand on invented texts.
NAMED = 0.6
FEWEST_NAMED = 2
OWN_NAMES = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|this (?:newspaper|paper|website|outlet)|[Tt]he (?:newspaper|paper|website|broadcaster))\b"
)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A clause that takes something back, with who does: speakers of the story, an outlet's key, or both."""

    clause: Clause
    speakers: tuple[Speaker, ...]
    outlet: str | None


def find_withdrawals(clauses: Sequence[Clause], sources: Sources) -> list[TakenBack]:
    """Those of `clauses` that tell of a withdrawal by somebody who can be named."""
    found = []
    for clause in clauses:
        taken = WITHDRAWS.search(clause.words)
        if not taken:
            continue
        article = sources.articles[clause.statement.article]
        by = [speaker for speaker, place in find_named(clause.words, sources.cast) if place.start < taken.start()]
        spoken = clause.statement.speaker
        if spoken and (not by or OWN_NAMES.search(clause.words[: taken.start()])):
            by = [sources.speakers[spoken]]
        outlet = next((key for one in by if (key := find_outlet(one.name, sources.outlets_read))), None)
        if outlet is None:
            outlet = _named_outlet(clause.words[: taken.start()], sources)
        if outlet is None and not spoken and OWN_NAMES.search(clause.words[: taken.start()]):
            outlet = outlet_key(article.outlet or "")
        if by or outlet:
            found.append(TakenBack(clause, tuple(by), outlet))
    return found


def mark_withdrawn(claims: Sequence[Claim], taken: Sequence[TakenBack], sources: Sources) -> list[Claim]:
    """`claims` with the origins that took them back marked, each with when and by which statement."""
    marked = list(claims)
    for one in taken:
        named = (
            set(one.clause.terms) - _NOT_CONTENT - {term for who in one.speakers for term in content_terms(who.name)}
        )
        if len(named) < FEWEST_NAMED:
            continue
        for at, claim in enumerate(marked):
            words = {term for support in (claim.text,) for term in content_terms(support)}
            if len(named & words) >= max(FEWEST_NAMED, NAMED * min(len(named), len(words))):
                marked[at] = replace(claim, origins=tuple(_marked(origin, one, sources) for origin in claim.origins))
    return marked


def _marked(origin: Origin, taken: TakenBack, sources: Sources) -> Origin:
    statement = taken.clause.statement
    at = statement.said_on or sources.articles[statement.article].published
    later = origin.since is None or at is None or is_later(at, origin.since) or at[:10] == origin.since[:10]
    if origin.withdrawn or not later or statement.id in origin.statements or not _is_by(origin, taken):
        return origin
    return replace(origin, withdrawn=Withdrawal(at, statement.id))


def _is_by(origin: Origin, taken: TakenBack) -> bool:
    if taken.outlet and origin.kind == "outlet" and outlet_key(origin.name) == taken.outlet:
        return True
    return any(
        one.id in origin.speakers
        or one.name == origin.name
        or (one.kind == "organisation" and same_body(one.name, origin.name))
        for one in taken.speakers
    )


def _named_outlet(words: str, sources: Sources) -> str | None:
    """The key of the outlet whose name stands in `words`, whole or by its last word after "the"."""
    for key, name in sources.outlets_read.items():
        last = name.split()[-1]
        if re.search(rf"(?<!\w){re.escape(name)}(?=\W|$)", words) or re.search(
            rf"\b[Tt]he {re.escape(last)}(?=\W|$)", words
        ):
            return key
    return None
