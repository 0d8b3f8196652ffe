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
# A network tells furniture in one voice; where it stands is the chain's to tell.
ROLE_OF: Final = (0, 1, 2, 3, 4, 5, 6, 0)
FORBIDDEN: Final = -1e4
# Between a title and its text no other title stands: of several lines that may be it, the likeliest is chosen.
_NEXT: Final[dict[State, tuple[State, ...]]] = {
    "before": ("before", "title", "deck", "body"),
    "title": ("head", "deck", "body"),
    "head": ("head", "deck", "body", "subheading"),
    "deck": ("head", "deck", "body", "subheading", "gap"),
    "body": ("body", "subheading", "gap", "behind", "title"),
    "subheading": ("body", "subheading", "gap", "behind", "title"),
    "gap": ("gap", "body", "subheading"),
    "behind": ("behind", "title"),
}
ALLOWED: Final = np.array([[after in _NEXT[state] for after in STATES] for state in STATES])
ARRAYS: Final = (
    "mean", "scale", "inner", "inner_bias", "around", "around_bias", "outer", "outer_bias", "steps", "first", "last"
)  # fmt: skip
# Values further from the mean are cut off, as in training.
FARTHEST: Final = 6.0
# Each layer behind the first looks at a line and at those so many lines before and behind it.
REACHES: Final = (1, 2, 4, 8)
# Products of so many lines with the tables stay below OpenBLAS's 262,144 multiplications for one thread.
BLOCK: Final = 32
# So often the sums of the chain are scaled, lest they become too small for a number.
SCALED_EVERY: Final = 8
# No state is less likely than this at a line beside the likeliest one, so that every page has a course.
LEAST: Final = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class LineModel:
    """Networks that score each line by its own row and those around it, and the chain of states over the page.

    Shapes: `mean`, `scale` (columns), `inner` (networks, columns, hidden), `around` (networks, layers, 3 hidden, hidden),
    `outer` (networks, hidden, roles), `steps` (states, states).
    """

    mean: Numbers
    scale: Numbers
    inner: Numbers
    inner_bias: Numbers
    around: Numbers
    around_bias: Numbers
    outer: Numbers
    outer_bias: Numbers
    steps: Numbers
    first: Numbers
    last: Numbers

    def score(self, rows: Numbers) -> Numbers:
        """How well each state fits each line, in the mean of the networks; shape (lines, states)."""
        inputs = np.clip((rows - self.mean) / self.scale, -FARTHEST, FARTHEST)
        scores: Numbers = np.mean([self._voice(inputs, number) for number in range(len(self.inner))], axis=0)
        return scores[:, ROLE_OF]

    def _voice(self, inputs: Numbers, number: int) -> Numbers:
        """How well one network finds that each role fits each line."""
        hidden = np.maximum(_times(inputs, self.inner[number]) + self.inner_bias[number], 0)
        for reach, table, bias in zip(REACHES, self.around[number], self.around_bias[number], strict=True):
            told = np.concatenate([moved(hidden, -reach), hidden, moved(hidden, reach)], axis=1)
            more = _times(told, table)
            more += bias
            hidden += np.maximum(more, 0, out=more)
        voice: Numbers = _times(hidden, self.outer[number]) + self.outer_bias[number]
        return voice

    def decode(self, scores: Numbers) -> tuple[list[State], Numbers]:
        """The likeliest state of every line as one course, and the probability of each state; linear in the lines."""
        return [STATES[at] for at in self._course(scores)], self._shares(scores)

    def _course(self, scores: Numbers) -> list[int]:
        into = np.ascontiguousarray(self.steps.T)
        best = list(scores.copy())
        best[0] += self.first
        reached, furthest = np.empty_like(into), np.empty_like(best[0])
        before = best[0]
        for now in best[1:]:
            np.add(into, before, out=reached)
            np.maximum.reduce(reached, axis=1, out=furthest)
            now += furthest
            before = now
        course = [int((before + self.last).argmax())]
        ways = (np.array(best[:-1])[:, None] + into).argmax(2).tolist() if len(best) > 1 else []
        for way in reversed(ways):
            course.append(way[course[-1]])
        return course[::-1]

    def _shares(self, scores: Numbers) -> Numbers:
        """The probability of each state at each line (forward and backward sums)."""
        count = len(scores)
        likely = np.exp((scores - scores.max(1, keepdims=True)).astype(np.float64)) + LEAST
        steps = np.exp(self.steps.astype(np.float64))
        onward = steps * likely[:, None]
        forward, backward = np.empty(likely.shape), np.empty(likely.shape)
        forward[0] = np.exp(self.first) * likely[0]
        backward[-1] = np.exp(self.last)
        ways, ahead, behind = list(onward), list(forward), list(backward)
        for at in range(1, count):
            np.dot(ahead[at - 1], ways[at], out=ahead[at])
            if at % SCALED_EVERY == 0:
                ahead[at] /= ahead[at].sum()
        for at in range(count - 1, 0, -1):
            np.dot(ways[at], behind[at], out=behind[at - 1])
            if at % SCALED_EVERY == 0:
                behind[at - 1] /= behind[at - 1].sum()
        shares = forward * backward
        told: Numbers = (shares / np.maximum(shares.sum(1, keepdims=True), 1e-300)).astype(np.float32)
        return told


def moved(hidden: Numbers, reach: int) -> Numbers:
    """What is told of the lines `reach` further on, or back where it is negative; nothing beyond the page."""
    told = np.zeros_like(hidden)
    if reach > 0:
        told[:-reach] = hidden[reach:]
    else:
        told[-reach:] = hidden[:reach]
    return told


def _times(rows: Numbers, table: Numbers) -> Numbers:
    """The product of two tables, block by block: OpenBLAS puts larger ones on threads, which wait longer than they work."""
    blocks = -(-len(rows) // BLOCK)
    padded = np.zeros((blocks * BLOCK, rows.shape[1]), np.float32)
    padded[: len(rows)] = rows
    product: Numbers = (padded.reshape(blocks, BLOCK, -1) @ table).reshape(-1, table.shape[1])[: len(rows)]
    return product


@lru_cache(maxsize=1)
def shipped_model() -> LineModel:
    """The model that comes with the package."""
    return read_model((files("sayso") / "weights" / "lines" / "model.npz").read_bytes())


def read_model(data: bytes) -> LineModel:
    """A model from the bytes of its file."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return LineModel(**{name: arrays[name] for name in ARRAYS})
