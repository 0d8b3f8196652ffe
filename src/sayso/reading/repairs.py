"""Report slips of the page that a reader would mend."""

from __future__ import annotations

import re
from collections import Counter

from sayso.records import Repair
from sayso.spans import Span

# Words that often follow a name and that no ordinary word ends in together with a capital at its start.
_AFTER_A_NAME = "should|would|could|will|must|might|shall|have|does|were|which|said|says|cannot|because|while|until"
_GLUED = re.compile(rf"(?<![\w’'-])([A-ZÀ-Þ][a-zß-ÿ]{{2,20}})({_AFTER_A_NAME})(?![\w’'-])")
# A sentence that starts without a space behind the full stop of the one before: "over.The".
_NO_SPACE = re.compile(r"(?<=[a-zß-ÿ]{3})([.!?][”\"]?)(?=[A-ZÀ-Þ][a-zß-ÿ]+ [a-zß-ÿ])")
_WORD = re.compile(r"[^\W\d_]+")


def find_repairs(text: str) -> list[Repair]:
    """Words of `text` that lost the space between them, in order, with what they should be.

    Two words count as glued only when the first one stands by itself elsewhere in the text, or the second opens a
    sentence, and the glued word stands nowhere else: a false repair is worse than a missed one.
    """
    seen = Counter(_WORD.findall(text))
    found = [
        Repair(Span(*match.span()), match.group(), f"{match[1]} {match[2]}")
        for match in _GLUED.finditer(text)
        if seen[match.group()] == 1 and seen[match[1]]
    ]
    for match in _NO_SPACE.finditer(text):
        start = match.start()
        while start and not text[start - 1].isspace():
            start -= 1
        end = match.end()
        while end < len(text) and not text[end].isspace():
            end += 1
        words = text[start:end]
        cut = match.end() - start
        # A web address or a name with a dot keeps its dot.
        if words.count(".") == 1 and not any(sign in words for sign in "@/:_"):
            found.append(Repair(Span(start, end), words, f"{words[:cut]} {words[cut:]}"))
    return sorted(found, key=lambda repair: repair.span)
