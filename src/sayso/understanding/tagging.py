"""Turn the network's scores for a window into source, cue and content stretches."""

from __future__ import annotations

from collections.abc import Sequence
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


def find_stretches(windows: Sequence[Window], labels: Sequence[Scores], steps: Scores) -> list[list[Stretch]]:
    """For each window the stretches of the best allowed label sequence (Viterbi) for its log-probabilities [T, 7].

    `steps` [7, 7] scores one label after another. Line breaks take part with no score of their own, so that a
    quotation may run over them.
    """
    if not windows:
        return []
    longest = max(len(window.ids) for window in windows)
    # Past a window's end only "outside" is left, so that all of them can be decoded side by side.
    scores = np.full((longest, len(windows), LABELS), NEVER, dtype=np.float32)
    scores[:, :, 0] = 0.0
    inside_word = np.zeros((longest, len(windows)), dtype=bool)
    for column, (window, one) in enumerate(zip(windows, labels, strict=True)):
        count = len(window.ids)
        silent = np.equal(window.starts, window.ends)
        scores[:count, column] = np.where(silent[:, None], np.float32(0.0), one)
        scores[[0, count - 1], column, 1:] = NEVER
        inside_word[:count, column] = window.pieces
    moves = np.where(inside_word[:, :, None, None], INSIDE_WORD + steps, BETWEEN_WORDS + steps)
    best = scores[0]
    back = np.zeros((longest, len(windows), LABELS), dtype=np.int64)
    for at in range(1, longest):
        table = best[:, :, None] + moves[at]
        back[at] = table.argmax(axis=1)
        best = table.max(axis=1) + scores[at]
    columns = np.arange(len(windows))
    paths = np.zeros((longest, len(windows)), dtype=np.int64)
    paths[-1] = best.argmax(axis=1)
    for at in range(longest - 1, 0, -1):
        paths[at - 1] = back[at, columns, paths[at]]
    return [
        _collect(window, one, paths[: len(window.ids), column].tolist())
        for column, (window, one) in enumerate(zip(windows, labels, strict=True))
    ]


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
