"""Nested attributions made from plain ones: a paragraph of PolNeAR with somebody who passes it on.

PolNeAR leaves the attributions inside a content unannotated, so what is labelled there is ours, and little of it is
second-hand report ("the agency said that the minister said"). Here the paragraph's own attributions become the nested
ones, and the frame around it is the outer one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from polnear import Attribution

# In the frames P is the paragraph without its stop and S who passes it on; ⟦ ⟧ are about the content, ‹ › about the cue.
FRAMES = (
    "S ‹said› ⟦that P⟧.",
    "S ‹reported› ⟦that P⟧.",
    "S ‹wrote› ⟦that P⟧.",
    "S ‹claimed› ⟦that P⟧.",
    "S ‹said› ⟦P⟧.",
    "‹According to› S, ⟦P⟧.",
    "⟦P⟧, S ‹said›.",
    "⟦P⟧, S ‹reported›.",
    "⟦P⟧, ‹according to› S.",
    "⟦“P,”⟧ S ‹said›.",
    "⟦“P,”⟧ ‹said› S.",
    "⟦“P,”⟧ S ‹told› reporters.",
    "S ‹said›: ⟦“P.”⟧",
    "S ‹wrote›: ⟦“P.”⟧",
    "⟦“P,”⟧ S ‹added›.",
)
MARKS = "⟦⟧‹›"
# Words that a sentence only capitalises because they open it.
OPENERS = frozenset(["The", "A", "An", "In", "On", "At", "He", "She", "They", "It", "We", "His", "Her", "Their", "This", "That", "These", "Those", "Many", "Some", "Most", "But", "And", "If", "As", "For", "With", "After", "Before"])  # fmt: skip
INNER_QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "'"})
FEWEST_WORDS, MOST_WORDS = 6, 70
LONGEST_SOURCE = 5


def nest(
    articles: list[tuple[str, str, list[list[Attribution]]]], count: int, chance: random.Random
) -> Iterator[tuple[str, Attribution, list[Attribution]]]:
    """`count` made texts, each with the attribution of its frame and those inside it."""
    if not count:
        return
    sources = [
        text[start:end]
        for _, text, annotators in articles
        for one in annotators[0]
        for start, end in one.source[:1]
        if len(one.source) == 1 and len(text[start:end].split()) <= LONGEST_SOURCE and "\n" not in text[start:end]
    ]
    paragraphs = [
        (text, start, end, inside)
        for _, text, annotators in articles
        for start, end in _paragraphs(text)
        if (inside := _attributions_in(annotators[0], start, end))
    ]
    for text, start, end, inside in chance.sample(paragraphs, min(count, len(paragraphs))):
        yield _framed(text[start:end], start, inside, chance.choice(sources), chance.choice(FRAMES))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs that a frame fits about, without their stops."""
    start = 0
    for line in text.split("\n"):
        words = len(line.split())
        if FEWEST_WORDS <= words <= MOST_WORDS and line.rstrip()[-1] == "." and not line[0].isspace():
            yield start, start + len(line.rstrip()) - 1
        start += len(line) + 1


def _attributions_in(attributions: list[Attribution], start: int, end: int) -> list[Attribution]:
    """The attributions inside [start, end), if each that touches it is inside and has a source."""
    inside = []
    for one in attributions:
        spans = (*one.source, *one.cue, *one.content)
        if any(begin < end and stop > start for begin, stop in spans):
            if not one.source or not all(start <= begin and stop <= end for begin, stop in spans):
                return []
            inside.append(one)
    return inside


def _framed(
    words: str, start: int, inside: list[Attribution], source: str, frame: str
) -> tuple[str, Attribution, list[Attribution]]:
    if "“" in frame:
        words = words.translate(INNER_QUOTES)
    elif not frame.startswith("⟦") and words.split()[0] in OPENERS:
        words = words[0].lower() + words[1:]
    if frame.startswith("S"):
        source = source[0].upper() + source[1:]
    text, places = "", {}
    for character in frame:
        if character in MARKS:
            places[character] = len(text)
        elif character in "SP":
            places[character] = len(text)
            text += source if character == "S" else words
        else:
            text += character
    outer = Attribution(
        ((places["S"], places["S"] + len(source)),),
        ((places["‹"], places["›"]),),
        ((places["⟦"], places["⟧"]),),
    )
    by = places["P"] - start

    def moved(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((begin + by, stop + by) for begin, stop in spans)

    return text, outer, [Attribution(moved(one.source), moved(one.cue), moved(one.content)) for one in inside]
