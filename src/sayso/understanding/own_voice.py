"""The clauses that no attribution holds, as stretches of the article's own voice."""

from __future__ import annotations

import re

from sayso.spans import Span, covered, gaps, trim
from sayso.understanding.fragments import QUOTES

# A leftover of fewer words is connective ("in a statement", "on Monday").
FEWEST_WORDS = 4
EDGE = " ,;:.!?–—-()[]…" + QUOTES + "‘’'"
CONNECTIVE = re.compile(
    r"^(?:and|but|in|on|at|during|after|before|to|while|when|as|speaking|adding|with|from|for|by|of|who|which)\b",
    re.IGNORECASE,
)
# A finite verb, as far as word forms tell one: a plural noun also ends in "s", so present forms are left out.
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|held|took|gave|made|came|went|"
    r"saw|found|left|lost|led|met|ran|fell|rose|became|began|sent|told|kept|won|hit|got|put|set|says?|[a-z]{3,}ed)\b"
)


def find_own_voice(text: str, sentences: list[Span], taken: list[Span]) -> list[Span]:
    """The stretches of `sentences` outside `taken` that state something, in order.

    A sentence that nothing is taken from comes back whole. What is left of a sentence that was partly taken comes
    back when it has a verb and more words than a connective.
    """
    held = covered(taken)
    stretches: list[Span] = []
    for sentence in sentences:
        touching = [span for span in held if span.overlaps(sentence)]
        if not touching:
            stretches.append(sentence)
            continue
        for gap in gaps(touching, sentence.start, sentence.end):
            span = trim(text, gap.start, gap.end, EDGE)
            if span and _states(span.cut(text)):
                stretches.append(span)
    return stretches


def _states(words: str) -> bool:
    count = len(words.split())
    if count < FEWEST_WORDS:
        return False
    if CONNECTIVE.match(words):
        return count >= 2 * FEWEST_WORDS and bool(VERB.search(words))
    return bool(VERB.search(words))
