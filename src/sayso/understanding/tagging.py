"""Turn the network's scores for a window into source, cue and content stretches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sayso.understanding.encoder import Scores
from sayso.understanding.windows import Window

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
LABELS = 1 + 2 * len(ROLES)
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of subwords `[first, last]` (both inside) of one role, with the mean probability of its labels."""

    role: Role
    first: int
    last: int
    confidence: float


def _transitions(inside_word: bool) -> NDArray[np.float32]:
    """Score [from, to] of one label after another: 0 where allowed.

    Inside a word nothing begins and nothing ends, so that no stretch cuts a word.
    """
    allowed = np.full((LABELS, LABELS), NEVER, dtype=np.float32)
    for before in range(LABELS):
        for after in range(LABELS):
            is_inside = after > 0 and after % 2 == 0
            continues = is_inside and before in (after, after - 1)
            if inside_word:
                fits = continues or (before == 0 and after == 0)
            else:
                fits = continues or not is_inside
            if fits:
                allowed[before, after] = 0.0
    return allowed


BETWEEN_WORDS = _transitions(inside_word=False)
INSIDE_WORD = _transitions(inside_word=True)


def find_stretches(window: Window, labels: Scores, steps: Scores) -> list[Stretch]:
    """The stretches of the best allowed label sequence (Viterbi) for log-probabilities `labels` [T, 7].

    `steps` [7, 7] scores one label after another. Line breaks take part with no score of their own, so that a
    quotation may run over them.
    """
    count = len(window.ids)
    scores = labels.copy()
    starts, ends = window.starts, window.ends
    for at in range(count):
        if starts[at] == ends[at]:
            scores[at] = 0.0
    scores[0, 1:] = NEVER
    scores[-1, 1:] = NEVER
    best = scores[0]
    between_words, inside_word = BETWEEN_WORDS + steps, INSIDE_WORD + steps
    back = np.zeros((count, LABELS), dtype=np.int64)
    columns = np.arange(LABELS)
    for at in range(1, count):
        table = best[:, None] + (inside_word if window.pieces[at] else between_words)
        back[at] = table.argmax(axis=0)
        best = table[back[at], columns] + scores[at]
    path = [int(best.argmax())]
    for at in range(count - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    path.reverse()
    return _collect(window, labels, path)


def _collect(window: Window, labels: Scores, path: list[int]) -> list[Stretch]:
    stretches: list[Stretch] = []
    at = 0
    while at < len(path):
        if path[at] == 0:
            at += 1
            continue
        role = ROLES[(path[at] - 1) // 2]
        first = at
        at += 1
        while at < len(path) and path[at] == 2 + 2 * ROLES.index(role):
            at += 1
        real = [place for place in range(first, at) if window.ends[place] > window.starts[place]]
        if real:
            chances = np.exp([labels[place, path[place]] for place in real])
            stretches.append(Stretch(role, real[0], real[-1], float(chances.mean())))
    return stretches
