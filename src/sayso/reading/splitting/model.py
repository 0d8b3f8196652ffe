"""Decode the likeliest course of a page: which of its lines are title, text or furniture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final, Literal

import numpy as np

from sayso.reading.splitting.course import find_course, find_shares
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
        count, networks = len(rows), len(self.inner)
        blocks = -(-count // BLOCK)
        inputs = np.zeros((1, blocks * BLOCK, rows.shape[1]), np.float32)
        np.clip((rows - self.mean) / self.scale, -FARTHEST, FARTHEST, out=inputs[0, :count])
        hidden = _times(inputs, self.inner)
        hidden += self.inner_bias[:, None]
        np.maximum(hidden, 0, out=hidden)
        width = hidden.shape[2]
        # Of each line what is told of the line so many before it, of itself, and of the one so many behind.
        told = np.zeros((networks, blocks * BLOCK, 3 * width), np.float32)
        for layer, reach in enumerate(REACHES):
            # Nothing stands beyond the page.
            hidden[:, count:] = 0
            told[:, :reach, :width] = 0
            told[:, reach:, :width] = hidden[:, :-reach]
            told[:, :, width : 2 * width] = hidden
            told[:, :-reach, 2 * width :] = hidden[:, reach:]
            told[:, -reach:, 2 * width :] = 0
            more = _times(told, self.around[:, layer])
            more += self.around_bias[:, layer, None]
            hidden += np.maximum(more, 0, out=more)
        voices: Numbers = _times(hidden, self.outer) + self.outer_bias[:, None]
        scores: Numbers = voices[:, :count].mean(0)
        return scores[:, ROLE_OF]

    def decode(self, scores: Numbers) -> tuple[list[State], Numbers]:
        """The likeliest state of every line as one course, and the probability of each state; linear in the lines."""
        wide = scores.astype(np.float64)
        chain = self.steps.astype(np.float64), self.first.astype(np.float64), self.last.astype(np.float64)
        return [STATES[at] for at in find_course(wide, *chain)], find_shares(wide, *chain).astype(np.float32)


def _times(rows: Numbers, tables: Numbers) -> Numbers:
    """The rows of each network times its table, block by block: OpenBLAS puts larger products on threads, which wait longer
    than they work.
    """
    networks, count, width = rows.shape
    product: Numbers = rows.reshape(networks, -1, BLOCK, width) @ tables[:, None]
    return product.reshape(len(tables), count, -1)


@lru_cache(maxsize=1)
def shipped_model() -> LineModel:
    """The model that comes with the package."""
    return read_model((files("sayso") / "weights" / "lines" / "model.npz").read_bytes())


def read_model(data: bytes) -> LineModel:
    """A model from the bytes of its file."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return LineModel(**{name: arrays[name] for name in ARRAYS})
