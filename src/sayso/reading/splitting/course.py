"""Find the likeliest course of a chain of states over the lines of a page, with the probability of each state.

Line by line both are vectors times a table; here the tables of `STRETCH` lines in a row are joined for all stretches of
the page at once, which takes a fifth of the time.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]

STRETCH: Final = 8
# No state is less likely than this at a line beside the likeliest one, so that every page has a course; with it the
# product of a stretch stays far above the smallest number there is.
LEAST: Final = 1e-12
_TINY: Final = 1e-300


def find_course(scores: Table, steps: Table, first: Table, last: Table) -> list[int]:
    """The likeliest state of every line, as one course; shapes (lines, states), (states, states), (states), (states)."""
    best = np.empty_like(scores)
    best[0] = scores[0] + first
    if len(scores) > 1:
        # With the stretches as the last axis each sum and each maximum runs over numbers that stand in a row.
        tables = steps[..., None] + _stretches(scores[1:]).transpose(1, 2, 0).copy()[:, None]
        whole = tables[0].swapaxes(0, 1).copy()
        joined = np.empty((len(first), *whole.shape))
        for table in tables[1:]:
            whole = np.add(whole[:, None], table[:, :, None], out=joined).max(0)
        enters = np.empty((len(first), whole.shape[2]))
        enter = best[0]
        for at, over in enumerate(whole.transpose(2, 0, 1).copy()):
            enters[:, at] = enter
            enter = np.maximum.reduce(over + enter, axis=1)
        reached = []
        for table in tables:
            enters = (enters[:, None] + table).max(0)
            reached.append(enters)
        best[1:] = np.array(reached).transpose(2, 0, 1).reshape(-1, len(first))[: len(scores) - 1]
    course = [int((best[-1] + last).argmax())]
    # As bytes, one for each line and state: a page asks for one state of each line alone.
    ways = (best[:-1, None] + steps.T).argmax(2).astype(np.uint8).tobytes()
    for at in range(len(ways) - len(first), -1, -len(first)):
        course.append(ways[at + course[-1]])
    return course[::-1]


def find_shares(scores: Table, steps: Table, first: Table, last: Table) -> Table:
    """The probability of each state at each line (forward and backward sums); shapes as in `find_course`."""
    likely = np.exp(scores - scores.max(1, keepdims=True)) + LEAST
    weights = np.exp(steps)
    forward = _sums(likely, weights, np.exp(first))
    backward = _sums(likely[::-1], weights.T, np.exp(last))[::-1]
    # Both count the line itself.
    shares = forward * backward / likely
    told: Table = shares / np.maximum(shares.sum(1, keepdims=True), _TINY)
    return told


def _sums(likely: Table, weights: Table, first: Table) -> Table:
    """The sums over all courses up to each line that end in each state, but for one factor for each stretch of lines."""
    states = len(first)
    sums = np.empty_like(likely)
    sums[0] = first * likely[0]
    if len(likely) > 1:
        lines = _stretches(likely[1:]).swapaxes(0, 1).copy()
        whole = weights * lines[0][:, None]
        for line in lines[1:]:
            whole = (whole.reshape(-1, states) @ weights).reshape(whole.shape) * line[:, None]
        enters = np.empty((len(whole), states))
        enter, ones = sums[0], np.ones(states)
        for at, over in enumerate(whole):
            enters[at] = enter
            enter = enter.dot(over)
            enter /= enter.dot(ones) + _TINY
        reached = []
        for line in lines:
            enters = enters @ weights * line
            reached.append(enters)
        sums[1:] = np.array(reached).swapaxes(0, 1).reshape(-1, states)[: len(likely) - 1]
    return sums


def _stretches(lines: Table) -> Table:
    """The rows of lines in stretches, the last one filled up with zeros; shape (stretches, `STRETCH`, states)."""
    stretches = -(-len(lines) // STRETCH)
    filled = np.zeros((stretches * STRETCH, lines.shape[1]))
    filled[: len(lines)] = lines
    return filled.reshape(stretches, STRETCH, -1)
