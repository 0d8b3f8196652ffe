"""Attributions told inside other attributions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, find_attributions
from sayso.understanding.encoder import Encoder

# Content is only read again when it holds one of these: the network costs as much for it as for any other text.
INNER_CUE = re.compile(
    r"\b(?:said|says|say|saying|told|tells|according to|report(?:s|ed)|announc\w+|claim(?:s|ed)|den(?:y|ies|ied)|confirm(?:s|ed)|"
    r"warn(?:s|ed)|added|insist(?:s|ed)|wrote|writes|citing|quoting|acknowledg\w+|admitt?\w+|promis\w+|pledg\w+)\b",
    re.IGNORECASE,
)
# "citing police", "quoting Zelenskyy": who the one that speaks relies on.
RELIES = re.compile(r"\b(?:citing|quoting|cited|quoted|referring to) (?P<who>(?:[^,.;:“”\"\n—–]|(?<=\b[A-Z])\.)+)")
# "told the agency", "told Reuters": the voice in between.
TOLD_TO = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|in an interview with|in a statement to|informed) "
    r"(?P<who>(?:the )?(?:[A-Z][\w’'&-]*(?: (?:of|and|the|&) [A-Z][\w’'-]*| [A-Z][\w’'-]*)*|(?:news )?"
    r"(?:agency|newspaper|paper|broadcaster|magazine|channel|website|network)))"
)
# Fewer words than this inside make no statement of their own.
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution, with the place in the list of the one that it is told inside."""

    attribution: Attribution
    parent: int | None


def find_nested(text: str, outer: list[Attribution], encoder: Encoder) -> list[Nested]:
    """`outer`, each followed by the attributions inside its content; `parent` is a place in the list returned.

    The network reads each content that holds a cue once more, as a text of its own: it was trained on texts whose
    nested attributions are not annotated, and skips them when it sees the whole.
    """
    found: list[Nested] = []
    for attribution in outer:
        place = len(found)
        found.append(Nested(attribution, None))
        for content in attribution.content:
            words = content.cut(text)
            if len(words.split()) < 2 * FEWEST_WORDS or not INNER_CUE.search(words):
                continue
            start = content.start + _opening(words)
            for inner in find_attributions(text[start : content.end], encoder):
                moved = _move(inner, start)
                if moved and _holds_up(moved, content, text):
                    found.append(Nested(moved, place))
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
