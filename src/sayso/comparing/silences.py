"""Silences that a story tells of, and who ended them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.clauses import Clause, layer_text
from sayso.comparing.conflicts import is_later, tie
from sayso.comparing.people import same_body
from sayso.comparing.sources import Sources
from sayso.comparing.telling import find_named
from sayso.records import Claim, Conflict, Place, Speaker, Statement
from sayso.text.words import content_terms

# A silence that may end. To refuse a comment is an answer.
SILENT = re.compile(
    r"\bno (?:immediate |official |public )?(?:reaction|comment|response|word|answer|reply|statement)\b[^.;]{0,60}?\b(?:from|by)\b|"
    r"\b(?:ha(?:s|ve|d) (?:not|yet to)|ha(?:s|ve|d)n['’]t|did not|didn['’]t)\s+(?:yet |immediately |so far |at first )?"
    r"(?:react|respond|comment|repl|answer|speak|spoken|say anything|said anything)\w*|"
    r"\b(?:could not|couldn['’]t) (?:immediately )?be reached\b|\bremain(?:s|ed)? silent\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Silence:
    """A clause that says of `who` that they have not spoken yet."""

    clause: Clause
    who: Speaker


def find_silences(statements: Sequence[Statement], sources: Sources) -> list[Silence]:
    """The statements of a story that tell of a silence, each with whose it is."""
    found = []
    for statement in statements:
        text = layer_text(sources.articles[statement.article], statement)
        words = " ".join(span.cut(text) for span in statement.content)
        if not SILENT.search(words):
            continue
        named = find_named(words, sources.cast)
        if named:
            clause = Clause(statement, statement.content, words, tuple(content_terms(words)), (), True, False)
            found.append(Silence(clause, named[0][0]))
    return found


def end_silences(
    silences: Sequence[tuple[Silence, Claim]],
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    sources: Sources,
) -> list[Conflict]:
    """For each silence the earliest later statement of who was silent, tied to it as `superseded`."""
    claim_of: Mapping[str, Claim] = {one: claim for claim in reversed(claims) for one in claim.statements}
    conflicts = []
    for silence, claim in silences:
        told = sources.articles[silence.clause.statement.article]
        spoken = [
            one
            for one in statements
            if one.id in claim_of
            and claim_of[one.id].id != claim.id
            and one.in_ == "text"
            and _speaks_for(one, silence.who, sources)
            and is_later(sources.articles[one.article].published, told.published)
        ]
        if not spoken:
            continue
        first = min(
            spoken, key=lambda one: (sources.articles[one.article].published or "", one.article, one.content[0])
        )
        days = (told.published or "")[:10], (sources.articles[first.article].published or "")[:10]
        why = f"no word from {silence.who.name} yet on {days[0]}, and a first one on {days[1]} in the texts read"
        places = [Place(one.article, one.content[0]) for one in (silence.clause.statement, first) if one.in_ == "text"]
        conflicts.append(tie(claim, claim_of[first.id], "superseded", why, places))
    return conflicts


def _speaks_for(statement: Statement, who: Speaker, sources: Sources) -> bool:
    if statement.speaker is None or statement.stance == "no_comment":
        return False
    speaker = sources.speakers[statement.speaker]
    if speaker.id == who.id:
        return True
    body = speaker.affiliation or (speaker.name if speaker.kind == "organisation" else None)
    return who.kind == "organisation" and body is not None and same_body(body, who.name)
