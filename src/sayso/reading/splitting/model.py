"""Decode the likeliest course of a page: which of its lines are title, text or furniture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final, Literal

import numpy as np

from sayso.reading.splitting.shapes import Numbers

State = Literal["before", "title", "head", "deck", "body", "subheading", "gap", "behind"]

# `before` the first article and `behind` one are furniture; so are `head`, between a title and its text, and `gap`, between
# the lines of the text.
STATES: Final[tuple[State, ...]] = ("before", "title", "head", "deck", "body", "subheading", "gap", "behind")
# The network tells furniture in one voice; where it stands is the chain's to tell.
ROLE_OF: Final = (0, 1, 2, 3, 4, 5, 6, 0)
FORBIDDEN: Final = -1e4
_NEXT: Final[dict[State, tuple[State, ...]]] = {
    "before": ("before", "title", "deck", "body"),
    "title": ("head", "deck", "body"),
    "head": ("head", "deck", "body", "subheading", "title"),
    "deck": ("head", "deck", "body", "subheading", "gap"),
    "body": ("body", "subheading", "gap", "behind", "title"),
    "subheading": ("body", "subheading", "gap", "behind", "title"),
    "gap": ("gap", "body", "subheading"),
    "behind": ("behind", "title"),
}
ALLOWED: Final = np.array([[after in _NEXT[state] for after in STATES] for state in STATES])
ARRAYS: Final = ("mean", "scale", "inner", "inner_bias", "outer", "outer_bias", "steps", "first", "last")
# Values further from the mean are cut off, as in training.
FARTHEST: Final = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class LineModel:
    """A network with one hidden layer that scores each line, and the chain of states over the page.

    Shapes: `mean`, `scale` (columns), `inner` (columns, hidden), `outer` (hidden, roles), `steps` (states, states).
    """

    mean: Numbers
    scale: Numbers
    inner: Numbers
    inner_bias: Numbers
    outer: Numbers
    outer_bias: Numbers
    steps: Numbers
    first: Numbers
    last: Numbers

    def score(self, rows: Numbers) -> Numbers:
        """How well each state fits each line, by the line's own row; shape (lines, states)."""
        inputs = np.clip((rows - self.mean) / self.scale, -FARTHEST, FARTHEST)
        hidden = np.maximum(inputs @ self.inner + self.inner_bias, 0)
        scores: Numbers = (hidden @ self.outer + self.outer_bias)[:, ROLE_OF]
        return scores

    def decode(self, scores: Numbers) -> tuple[list[State], Numbers]:
        """The likeliest state of every line as one course, and the probability of each state; linear in the lines."""
        return [STATES[at] for at in self._course(scores)], self._shares(scores)

    def _course(self, scores: Numbers) -> list[int]:
        steps = self.steps.T.copy()
        best = self.first + scores[0]
        came = np.zeros(scores.shape, np.intp)
        every = np.arange(len(STATES))
        for at in range(1, len(scores)):
            reached = steps + best
            came[at] = reached.argmax(1)
            best = reached[every, came[at]] + scores[at]
        course = [int((best + self.last).argmax())]
        for row in came[:0:-1].tolist():
            course.append(row[course[-1]])
        return course[::-1]

    def _shares(self, scores: Numbers) -> Numbers:
        """The probability of each state at each line (forward and backward sums)."""
        count = len(scores)
        likely = np.exp(scores - scores.max(1, keepdims=True)) + np.float32(1e-20)
        steps = np.exp(self.steps)
        forward, backward = np.empty_like(likely), np.empty_like(likely)
        now = np.exp(self.first) * likely[0]
        forward[0] = now / now.sum()
        for at in range(1, count):
            now = (forward[at - 1] @ steps) * likely[at]
            forward[at] = now / max(float(now.sum()), 1e-30)
        now = np.exp(self.last)
        backward[-1] = now
        turned = steps.T.copy()
        for at in range(count - 1, 0, -1):
            now = (likely[at] * now) @ turned
            now = now / max(float(now.sum()), 1e-30)
            backward[at - 1] = now
        shares = forward * backward
        told: Numbers = shares / np.maximum(shares.sum(1, keepdims=True), np.float32(1e-30))
        return told


@lru_cache(maxsize=1)
def shipped_model() -> LineModel:
    """The model that comes with the package."""
    return read_model((files("sayso") / "weights" / "lines" / "model.npz").read_bytes())


def read_model(data: bytes) -> LineModel:
    """A model from the bytes of its file."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return LineModel(**{name: arrays[name] for name in ARRAYS})
