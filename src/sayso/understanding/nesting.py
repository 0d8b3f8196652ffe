"""Attributions told inside other attributions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, Layers, find_attributions
from sayso.understanding.citing import without_cited
from sayso.understanding.encoder import Encoder
from sayso.understanding.joining import find_stacked, join_clauses, with_rest_of_quotation
from sayso.understanding.nested_choice import Candidate, ReadBy, choose, find_candidates
from sayso.understanding.nested_cuts import opening
from sayso.understanding.nested_nouns import with_owned_words
from sayso.understanding.nested_sources import tidy_source
from sayso.understanding.passing_on import FEWEST_WORDS, find_passed_on, with_as_clauses
from sayso.understanding.unvoiced import with_unvoiced

# A content in which the tagger saw nothing is read once more when a cue in it is this likely and it holds one of these
# words: the network costs as much for it as for any other text.
LIKELY_CUE = 0.1
INNER_CUE = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|accord(?:ing|ance)|report(?:s|ed|ing|edly)?|announc\w+|claim(?:s|ed|ing)?|"
    r"den(?:y|ies|ied|ying)|confirm(?:s|ed|ing)?|warn(?:s|ed|ing)?|add(?:s|ed)|insist(?:s|ed|ing)?|wr(?:ote|ites?|iting|itten)|"
    r"cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|acknowledg\w+|admit\w*|promis\w+|pledg\w+|vow\w*|believ\w+|think(?:s|ing)?|thought|"
    r"wants?|wanted|fear(?:s|ed)?|hop(?:es?|ed|ing)|consider(?:s|ed)?|suggest\w*|show(?:s|ed|n)?|argu(?:es?|ed|ing)|express\w*|"
    r"recall(?:s|ed)?|mention(?:s|ed)?|accus\w+|urg(?:es?|ed|ing)|demand(?:s|ed)?|ask(?:s|ed|ing)?|convinced|know[ns]?|knew|"
    r"learn(?:s|ed|t)|hear[ds]?|call(?:s|ed|ing)? (?:on|for|him|her|them|it)|predict\w*|conclud\w+|found|stat(?:es|ed)|explain\w*|"
    r"testif\w+|alleg\w+|tweet\w*|posted|criticiz\w+|criticis\w+|worried|concerned|agree[ds]?|order(?:s|ed)|support(?:s|ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution, with the place in the list of the one that it is told inside."""

    attribution: Attribution
    parent: int | None


def find_nested(
    text: str, sentences: list[Span], outer: list[Attribution], layers: Layers, encoder: Encoder
) -> list[Nested]:
    """`outer`, each followed by the attributions inside its content; `parent` is a place in the list returned."""
    found: list[Nested] = []
    stacked = find_stacked(outer, text)
    passed_on = find_passed_on(text, sentences, outer)
    outer, joined = join_clauses(text, sentences, outer)
    places: dict[int, int] = {}
    voices: dict[Attribution, int] = {}
    for at, attribution in enumerate(outer):
        if at in stacked.values():
            continue
        if at in passed_on:
            voice = passed_on[at]
            if voice not in voices:
                voices[voice] = len(found)
                found.append(Nested(voice, None))
            found.append(Nested(attribution, voices[voice]))
            continue
        if at in joined and joined[at] in places:
            found.append(Nested(attribution, places[joined[at]]))
            continue
        place = places[at] = len(found)
        if at in stacked:
            below = outer[stacked[at]]
            who = attribution.content[-1]
            whole = (*attribution.content[:-1], Span(who.start, below.content[-1].end))
            found.append(Nested(replace(attribution, content=whole), None))
            found.append(Nested(replace(below, source=who), place))
            continue
        attribution = without_cited(attribution, text)
        found.append(Nested(attribution, None))
        below_it = [outer[one].cue for one, above in joined.items() if above == at]
        for content in attribution.content:
            inside = choose(read_inside(text, content, layers, encoder), encoder.tables.nested_choice)
            inside = [one for one in inside if not any(one.cue and cue and one.cue.overlaps(cue) for cue in below_it)]
            for add in (with_as_clauses, with_unvoiced, with_owned_words):
                inside = add(text, content, inside)
            inside = [with_rest_of_quotation(text, attribution, one) for one in inside]
            found += [Nested(without_cited(one, text), place) for one in inside]
    return found


def read_inside(text: str, content: Span, layers: Layers, encoder: Encoder) -> list[list[Candidate]]:
    """What may be told inside `content`, by the labels of the pass over the whole text.

    A content in which they find nothing, though a cue is likely enough, is read once more as a text of its own.
    """
    readings: dict[ReadBy, list[Attribution]] = {"tagged": tagged_inside(content, layers.inner)}
    if not readings["tagged"] and layers.chance_inside(content) >= LIKELY_CUE:
        readings["again"] = read_again(text, content, encoder)
    readings["bold"] = tagged_inside(content, layers.bold)
    readings = {by: [tidy_source(text, one) for one in found] for by, found in readings.items()}
    return find_candidates(text, content, readings)


def may_hold_others(content: str) -> bool:
    """Whether somebody may say, think or want something inside `content`."""
    return len(content.split()) >= 2 * FEWEST_WORDS and INNER_CUE.search(content) is not None


def tagged_inside(content: Span, inner: list[Attribution]) -> list[Attribution]:
    """Those of `inner` that lie in `content` with all of their parts."""
    return [one for one in inner if one.cue and all(content.overlaps(span) for span in one.spans())]


def read_again(text: str, content: Span, encoder: Encoder) -> list[Attribution]:
    """The attributions of a content read as a text of its own, placed in `text`; none without a word of saying."""
    words = content.cut(text)
    if not may_hold_others(words):
        return []
    start = content.start + opening(words)
    words = text[start : content.end]
    tables = replace(encoder.tables, confidence=encoder.tables.confidence_again)
    found = (_move(one, start) for one in find_attributions(words, encoder.read_text(words), tables))
    return [one for one in found if one]


def _move(attribution: Attribution, by: int) -> Attribution | None:
    if attribution.cue is None:
        return None

    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        attribution,
        content=tuple(moved(span) for span in attribution.content),
        cue=moved(attribution.cue),
        source=moved(attribution.source) if attribution.source else None,
    )
