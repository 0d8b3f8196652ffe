"""Statements that quote the same words: one utterance, whoever they credit it to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.comparing.clauses import Clause
from sayso.text.words import fold

# So many words in a row that stand in quotation marks of both are one utterance; fewer may be a phrase that goes round.
# Of 86 claims on sixteen events that no gold set holds (read for this), eight words merged no two who had both spoken.
SHARED = 8
QUOTED = re.compile(r"[\"“”„«»‘](?P<said>[^\"“”„«»]+)")
WORD = re.compile(r"\w+(?:['’]\w+)*")


def same_quotations(clauses: Sequence[Clause]) -> Iterator[tuple[int, int, str]]:
    """The pairs of `clauses`, the lower number first, that quote `SHARED` words in a row alike, with these words.

    Each clause is paired with the first that has them alone, which is enough to join them. Linear in the words.
    """
    first: dict[tuple[str, ...], int] = {}
    paired: dict[int, set[int]] = defaultdict(set)
    for at, clause in enumerate(clauses):
        for words in _quoted(clause):
            folded = [fold(word) for word in words]
            for start in range(len(words) - SHARED + 1):
                run = tuple(folded[start : start + SHARED])
                one = first.setdefault(run, at)
                if one != at and one not in paired[at]:
                    paired[at].add(one)
                    yield one, at, " ".join(words[start : start + SHARED])


def _quoted(clause: Clause) -> Iterator[list[str]]:
    """The words of `clause` that it quotes, a list for each stretch."""
    if clause.points:
        return
    if clause.statement.kind == "direct":
        yield WORD.findall(clause.words)
    elif clause.statement.kind == "mixed":
        for found in QUOTED.finditer(clause.words):
            yield WORD.findall(found["said"])
