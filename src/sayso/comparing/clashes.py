"""Why two clauses that are alike in words do not say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.comparing.aligning import Change, find_change
from sayso.comparing.clauses import NEGATION, Clause, place_in
from sayso.comparing.figures import count_alike, differing_figures, in_one_measure, tell
from sayso.comparing.statuses import differing_status
from sayso.records import ConflictKind, Figure
from sayso.spans import Span
from sayso.text.countries import countries_in
from sayso.text.denials import without_denial
from sayso.text.words import STOP, WORD, content_terms, fold, term_key

# Share of their words (2 * shared / all, without figures, days and what differs) from which two clauses differ in one
# thing alone and cannot both hold. Chosen on the dev half of changed_claims.py and by hand on the dev events.
ALIKE = 0.5
CLEARLY_ALIKE = 0.66
# A clause of fewer words besides what differs leaves open what it is about.
FEWEST_BESIDE = 3
CONDITION = re.compile(
    r"\b(?:if|unless|whether|as long as|until|in case|could|might|may|should|would)\b", re.IGNORECASE
)
SHORT_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
# Places and dates that are told by a preposition, and names in capitals.
PLACE = re.compile(
    r"\b(in|at|near|outside|off|from|to|into|around)\s+(?:the\s+)?((?:[A-Z][\w’'.-]+)(?:\s+(?:of|de|del|la|the|[A-Z][\w’'.-]+))*)"
)
NAME = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s+(?:of|de|van|von|bin|al|the)?\s*[A-Z][\w’'-]+)*")
CALENDAR = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Spring|Summer|Autumn|Winter|Christmas|Easter|GMT|UTC)\b"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What keeps two clauses apart: a conflict of `kind`, or none where both may hold; `spans` show it in each.

    `passing` says that it is of states that follow each other (shut, then open), `sure` that nothing else differs. Where
    it is not sure, `evened` are the words of both as they would be if this did not differ: only when these say the same is
    it a conflict. Of a denial the first are what is denied, which may be more than the second denies.
    """

    kind: ConflictKind | None
    why: str
    spans: tuple[Span, Span] | None = None
    figures: tuple[Figure, Figure] | None = None
    passing: bool = False
    sure: bool = False
    evened: tuple[str, str] | None = None


def turned(difference: Difference) -> Difference:
    """The same difference seen from the other side."""
    spans, figures = difference.spans, difference.figures
    return replace(difference, spans=spans and (spans[1], spans[0]), figures=figures and (figures[1], figures[0]))


def find_difference(one: Clause, other: Clause) -> Difference | None:
    """Why two clauses that are alike in words do not say the same; None when they do.

    Polarity first, then figures, days, classes that exclude each other, places and names.
    """
    change = find_change(one, other)
    if (one.denied or one.negated) != (other.denied or other.negated):
        return _denial(one, other, change)
    if change and change.kind != "negation":
        return _changed(one, other, change)
    return _number(one, other) or _day(one, other) or _status(one, other) or _place(one, other)


def _changed(one: Clause, other: Clause, change: Change) -> Difference:
    """Two clauses that differ in one thing alone."""
    why = f"{change.one} against {change.other}"
    if _same_voice(one, other):
        return Difference(None, why, change.spans)
    kinds: dict[str, ConflictKind] = {"number": "number", "date": "date", "place": "place", "name": "status"}
    figures = [
        next((f for f in clause.figures if f.span.overlaps(span)), None)
        for clause, span in zip((one, other), change.spans, strict=True)
    ]
    both = (figures[0], figures[1]) if figures[0] and figures[1] else None
    if change.kind == "number" and both and not in_one_measure(one, both[0], other, both[1]):
        return Difference(None, why, change.spans)
    return Difference(kinds[change.kind], why, change.spans, both if change.kind == "number" else None, sure=True)


def share_of_words(one: Clause, other: Clause, without: frozenset[str] = frozenset()) -> float:
    """The share of the words of both that stand in both, without figures, days and `without`."""
    here, there = _plain(one) - without, _plain(other) - without
    if min(len(here), len(there)) < FEWEST_BESIDE:
        return 0.0
    return 2 * len(here & there) / (len(here) + len(there))


def _plain(clause: Clause) -> set[str]:
    return {term for term in clause.terms if not term.startswith("#")}


def _same_voice(one: Clause, other: Clause) -> bool:
    """Whether both stand in one article and are told by one; nobody is taken to contradict themselves in one text."""
    a, b = one.statement, other.statement
    return a.article == b.article and a.speaker == b.speaker


def _denial(one: Clause, other: Clause, change: Change | None) -> Difference:
    why = "one denies what the other says"
    if change and change.kind == "negation" and not _same_voice(one, other):
        return Difference("denial", why, change.spans, sure=True)
    denying = one if one.denied or one.negated else other
    plain = other if denying is one else one
    told_so = denying.denied
    holds = not _same_voice(one, other) and (told_so or _negates(denying, plain))
    return Difference("denial" if holds else None, why, evened=(_affirmed(plain), _affirmed(denying)))


def _affirmed(clause: Clause) -> str:
    """The words of `clause` without those that deny."""
    if clause.denied:
        return without_denial(clause.words)
    words = SHORT_NOT.sub("", clause.words) if clause.negated else clause.words
    return " ".join(NEGATION.sub(" ", words).split()) if clause.negated else words


def _negates(denying: Clause, plain: Clause) -> bool:
    """Whether one bare "not" negates a word that `plain`, without any, says, and neither is a condition."""
    if len(NEGATION.findall(denying.words)) != 1 or NEGATION.search(plain.words):
        return False
    if CONDITION.search(denying.words) or CONDITION.search(plain.words):
        return False
    found = NEGATION.search(denying.words)
    after = content_terms(denying.words[found.end() :]) if found else []
    return bool(after) and after[0] in _plain(plain)


def _number(one: Clause, other: Clause) -> Difference | None:
    pairs = list(differing_figures(one, other))
    if not pairs:
        return None
    for figure, there in pairs:
        if (
            count_alike(one, figure, other, there)
            and share_of_words(one, other) >= ALIKE
            and not _same_voice(one, other)
        ):
            why = f"{tell(figure)} against {tell(there)}"
            evened = _evened(one, place_in(one, figure.span), other, place_in(other, there.span))
            return Difference("number", why, (figure.span, there.span), (figure, there), evened=evened)
    figure, there = pairs[0]
    return Difference(None, f"{tell(figure)} and {tell(there)} count different things", (figure.span, there.span))


def _day(one: Clause, other: Clause) -> Difference | None:
    """Two days for what is else the same; a clause with more than one day leaves open which is meant."""
    here, there = (_times(clause) for clause in (one, other))
    if len(here) != 1 or len(there) != 1 or _same_voice(one, other):
        return None
    (value, span), (beside, other_span) = here[0], there[0]
    precise = len(value) == len(beside) and "/" not in value + beside
    if not precise or value == beside or share_of_words(one, other) < CLEARLY_ALIKE:
        return None
    evened = _evened(one, place_in(one, span), other, place_in(other, other_span))
    return Difference("date", f"{value} against {beside}", (span, other_span), evened=evened)


def _times(clause: Clause) -> list[tuple[str, Span]]:
    found: Mapping[str, Span] = {
        time.value.partition("T")[0]: time.span
        for time in clause.statement.times
        if any(s.overlaps(time.span) for s in clause.spans)
    }
    return list(found.items())


def _status(one: Clause, other: Clause) -> Difference | None:
    found = differing_status(one.words, other.words)
    if found is None or _same_voice(one, other):
        return None
    (a, b), terms, passing = found
    if share_of_words(one, other, terms) < CLEARLY_ALIKE:
        return None
    evened = _evened(one, _place_of(a, one), other, _place_of(b, other))
    return Difference("status", f"{a} against {b}", passing=passing, evened=evened)


def _place(one: Clause, other: Clause) -> Difference | None:
    """One place in each that the other does not have, told by one preposition in clauses that else say the same."""
    if _same_voice(one, other):
        return None
    mine, theirs = _only(one, other), _only(other, one)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (name, place), (there, other_place) = mine[0], theirs[0]
    without = frozenset((*_keys(name), *_keys(there)))
    if place is None or place != other_place or share_of_words(one, other, without) < CLEARLY_ALIKE:
        return None
    # A country and a town in it, or a country and its adjective ("Australian", "Australia"), are no two places.
    countries = (set(countries_in(name)), set(countries_in(there)))
    if bool(countries[0]) != bool(countries[1]) or countries[0] & countries[1]:
        return None
    evened = _evened(one, _place_of(name, one), other, _place_of(there, other))
    return Difference("place", f"{place} {name} against {place} {there}", evened=evened)


def _evened(one: Clause, here: Span, other: Clause, there: Span) -> tuple[str, str]:
    """The words of both, those of `one` at `here` also standing in `other` in the place of those at `there`."""
    return one.words, other.words[: there.start] + here.cut(one.words) + other.words[there.end :]


def _place_of(words: str, clause: Clause) -> Span:
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", clause.words)
    return Span(*found.span()) if found else Span(0, 0)


def _only(clause: Clause, other: Clause) -> list[tuple[str, str | None]]:
    """The names of `clause` of which no word stands in `other`, each with the preposition that makes it a place."""
    prepositions = {found.start(2): found[1].lower() for found in PLACE.finditer(clause.words)}
    theirs = {term_key(fold(found[0])) for found in WORD.finditer(other.words)}
    names = []
    for found in NAME.finditer(clause.words):
        # The first word of a clause is in capitals for its place.
        first = found.start() == len(clause.words) - len(clause.words.lstrip(" \"“‘'«"))
        name = found[0].removeprefix("The ")
        # "Musk's car" and "the rocket's car" tell two things of one car.
        if (
            re.search(r"['’]s?$", name)
            or clause.words[found.end() :].startswith(("'", "’"))
            or CALENDAR.match(name)
            or fold(name) in STOP
            or (first and " " not in name and found.start() not in prepositions)
        ):
            continue
        if not set(_keys(name)) & theirs:
            names.append((name, prepositions.get(found.start())))
    return names


def _keys(name: str) -> list[str]:
    return [term_key(fold(found[0])) for found in WORD.finditer(name)]
