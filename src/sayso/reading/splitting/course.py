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
        tables = _stretches(steps + scores[1:, None], 0.0, -np.inf).transpose(0, 2, 3, 1).copy()
        ahead = tables.swapaxes(1, 2).copy()
        for at in range(1, STRETCH):
            (ahead[at - 1][:, None] + tables[at][:, :, None]).max(0, out=ahead[at])
        enters = np.empty((len(first), ahead.shape[3]))
        enter = best[0]
        for at in range(enters.shape[1]):
            enters[:, at] = enter
            enter = (ahead[-1, :, :, at] + enter).max(1)
        reached = (ahead + enters).max(2)
        best[1:] = reached.transpose(2, 0, 1).reshape(-1, len(first))[: len(scores) - 1]
    course = [int((best[-1] + last).argmax())]
    ways = (best[:-1, None] + steps.T).argmax(2).tolist()
    for way in reversed(ways):
        course.append(way[course[-1]])
    return course[::-1]


def find_shares(scores: Table, steps: Table, first: Table, last: Table) -> Table:
    """The probability of each state at each line (forward and backward sums); shapes as in `find_course`."""
    count, states = scores.shape
    likely = np.exp(scores - scores.max(1, keepdims=True)) + LEAST
    forward, backward = np.empty_like(likely), np.empty_like(likely)
    forward[0], backward[-1] = np.exp(first) * likely[0], np.exp(last)
    if count > 1:
        ahead = _stretches(np.exp(steps) * likely[1:, None], 1.0, 0.0)
        behind = ahead.copy()
        for at in range(1, STRETCH):
            ahead[at] = ahead[at - 1] @ ahead[at]
            behind[-at - 1] = behind[-at - 1] @ behind[-at]
        enters, leaves = np.empty((ahead.shape[1], states)), np.empty((ahead.shape[1], states))
        enter, leave = forward[0], backward[-1]
        for at, whole in enumerate(ahead[-1]):
            enters[at] = enter
            enter = enter @ whole
            enter /= enter.sum() + _TINY
        for at in range(len(leaves) - 1, -1, -1):
            leaves[at] = leave
            leave = behind[0, at] @ leave
            leave /= leave.sum() + _TINY
        forward[1:] = _in_order((enters[:, None] @ ahead)[:, :, 0])[: count - 1]
        backward[:-1] = _in_order((behind @ leaves[..., None])[..., 0])[: count - 1]
    shares = forward * backward
    told: Table = shares / np.maximum(shares.sum(1, keepdims=True), _TINY)
    return told


def _stretches(tables: Table, stays: float, else_: float) -> Table:
    """The tables of one line each in stretches, filled up with ones that change nothing; shape (`STRETCH`, stretches, ...)."""
    states = tables.shape[1]
    stretches = -(-len(tables) // STRETCH)
    filled = np.full((stretches * STRETCH, states, states), else_)
    filled[: len(tables)] = tables
    filled[len(tables) :, range(states), range(states)] = stays
    return np.ascontiguousarray(filled.reshape(stretches, STRETCH, states, states).swapaxes(0, 1))


def _in_order(told: Table) -> Table:
    """What is told of each line of each stretch, as one row for each line."""
    return told.swapaxes(0, 1).reshape(-1, told.shape[2])
