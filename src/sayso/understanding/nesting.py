"""Attributions told inside other attributions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, find_attributions
from sayso.understanding.encoder import Encoder

# A content in which the tagger saw nothing is read once more when it holds one of these: the network costs as much for it
# as for any other text.
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
# "citing police", "quoting Zelenskyy": who the one that speaks relies on.
RELIES = re.compile(
    r"\b(?:citing|quoting|cited|quoted) (?!(?:by|her|his|their|its|my|our|as|in|that|how) )(?P<who>(?:[^,.;:“”\"\n—–]|(?<=\b[A-Z])\.)+)"
)
# "told the agency", "told Reuters": the voice in between.
TOLD_TO = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|in an interview with|in a statement to|informed) "
    r"(?P<who>(?:the )?(?:[A-Z][\w’'&-]*(?: (?:of|and|the|&) [A-Z][\w’'-]*| [A-Z][\w’'-]*)*|(?:news )?"
    r"(?:agency|newspaper|paper|broadcaster|magazine|channel|website|network)))"
)
# Fewer words than this inside make no statement of their own.
FEWEST_WORDS = 3
# Longer than this, what stands before a cue is a clause and no subject.
MOST_WORDS_OF_A_SUBJECT = 8
# "I think" within a quotation is how people speak, and tells of nobody else.
OWN_THOUGHT = re.compile(
    r"\b(?:think|believe|know|knew|guess|feel|felt|want|wanted|hope|wish|mean|suppose|feared?|love|like|need)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution, with the place in the list of the one that it is told inside."""

    attribution: Attribution
    parent: int | None


def find_nested(text: str, outer: list[Attribution], inner: list[Attribution], encoder: Encoder) -> list[Nested]:
    """`outer`, each followed by the attributions inside its content; `parent` is a place in the list returned.

    They are those of `inner`, which the network tagged in the same pass. A content that holds none of them is read once more as a text of its own when it holds a word of saying or thinking.
    """
    found: list[Nested] = []
    stacked = _stacked(outer, text)
    for at, attribution in enumerate(outer):
        if at in stacked.values():
            continue
        place = len(found)
        if at in stacked:
            below = outer[stacked[at]]
            who = attribution.content[-1]
            whole = (*attribution.content[:-1], Span(who.start, below.content[-1].end))
            found.append(Nested(replace(attribution, content=whole), None))
            found.append(Nested(replace(below, source=who), place))
            continue
        found.append(Nested(attribution, None))
        for content in attribution.content:
            inside = tagged_inside(text, content, inner) or read_again(text, content, encoder)
            found += [Nested(one, place) for one in inside]
    return found


def may_hold_others(content: str) -> bool:
    """Whether somebody may say, think or want something inside `content`."""
    return len(content.split()) >= 2 * FEWEST_WORDS and INNER_CUE.search(content) is not None


def tagged_inside(text: str, content: Span, inner: list[Attribution]) -> list[Attribution]:
    """Those of `inner` that lie in `content` with all of their parts."""
    inside = [one for one in inner if all(content.overlaps(span) for span in one.spans())]
    return [one for one in inside if _holds_up(one, content, text)]


def read_again(text: str, content: Span, encoder: Encoder) -> list[Attribution]:
    """The attributions of a content read as a text of its own, placed in `text`; none without a word of saying."""
    words = content.cut(text)
    if not may_hold_others(words):
        return []
    start = content.start + _opening(words)
    words = text[start : content.end]
    tables = replace(encoder.tables, confidence=encoder.tables.confidence_again)
    found = [_move(one, start) for one in find_attributions(words, encoder.read_text(words), tables)]
    return [one for one in found if one and _holds_up(one, content, text)]


def _stacked(outer: list[Attribution], text: str) -> dict[int, int]:
    """Attributions whose content is but the subject of the next one's cue: place of the outer, place of the inner.

    "According to reports, the officer recalled: …" comes from the tagger as two attributions to "reports".
    """
    found = {}
    for at, above in enumerate(outer):
        for to, below in enumerate(outer):
            if above is below or above.cue is None or below.cue is None or above.source != below.source:
                continue
            who = above.content[-1]
            follows = who.end <= below.cue.start and text[who.end : below.cue.start].isspace()
            told = below.content[0].start >= below.cue.end and who.start >= above.cue.end
            if above.source and follows and told and len(who.cut(text).split()) <= MOST_WORDS_OF_A_SUBJECT:
                found[at] = to
    return found


def _opening(words: str) -> int:
    """How many characters stand before the content proper: "that", an opening quotation mark."""
    opening = re.match(r"[\"“„«'‘]*(?:that |how |if |whether )?", words)
    return opening.end() if opening else 0


def _move(attribution: Attribution, by: int) -> Attribution | None:
    if attribution.cue is None or attribution.source is None:
        return None

    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(
        attribution,
        content=tuple(moved(span) for span in attribution.content),
        cue=moved(attribution.cue),
        source=moved(attribution.source),
    )


def _holds_up(inner: Attribution, outer: Span, text: str) -> bool:
    if inner.source is None or inner.cue is None:
        return False
    if inner.source.cut(text).lower() in ("i", "we") and OWN_THOUGHT.search(inner.cue.cut(text)):
        return False
    words = sum(len(span.cut(text).split()) for span in inner.content)
    whole = sum(len(span) for span in inner.content) > 0.95 * len(outer)
    return words >= FEWEST_WORDS and not whole


def cites_only(attribution: Attribution, text: str) -> bool:
    """Whether the attribution's content only names who is cited ("quoting Ada Lind"): nothing is said in it."""
    if attribution.cue is None or not re.fullmatch(r"(?:quot|cit|refer)\w+(?: to)?", attribution.cue.cut(text)):
        return False
    return len(attribution.content) == 1 and bool(
        re.fullmatch(r"(?:the )?(?:[A-Z][\w’'.-]* ?){1,4}", attribution.content[0].cut(text))
    )


def relied_on(text: str, sentence: Span, attribution: Attribution) -> Span | None:
    """The words that name whom the speaker cites in the same sentence, outside what is said; or None."""
    for found in RELIES.finditer(text, sentence.start, sentence.end):
        place = Span(found.start("who"), found.end("who"))
        cue = Span(found.start(), found.start() + 6)
        if attribution.source and place.overlaps(attribution.source):
            continue
        if not any(place.overlaps(content) for content in attribution.content) and not (
            attribution.cue and cue.overlaps(attribution.cue)
        ):
            return place
    return None


def told_to(text: str, sentence: Span, attribution: Attribution) -> Span | None:
    """The words that name the voice which the speaker told it to ("told Reuters"), or None."""
    if attribution.cue is None:
        return None
    last = min(sentence.end, attribution.cue.end + 60)
    found = TOLD_TO.search(text, attribution.cue.start, max(last, attribution.cue.end))
    if found is None or found.start() > attribution.cue.end:
        return None
    place = Span(found.start("who"), found.end("who"))
    return None if any(place.overlaps(content) for content in attribution.content) else place
