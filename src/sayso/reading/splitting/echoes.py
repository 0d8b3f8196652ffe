"""Measure which words of a line come back in the paragraphs behind it, or stood in those before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading.splitting.shapes import Numbers
from sayso.reading.splitting.words import Words

# So many paragraphs before and behind a line are looked at; chosen with the folds of training/lines.
NEAR: Final = 3
FAR: Final = 10
MEMORY: Final = 40
# So many lines around a line may tell a title again, or be its rivals.
HEAD: Final = 12
_NEVER: Final = 1_000_000

NAMES: Final = (
    "echo_near", "echo_far", "said_near", "said_far", "echo_lead", "fresh_near", "fresh_far", "fresh_names", "fresh_names_near",
    "gone_near", "gone_far", "peak_before", "peak_after", "known", "rare_echo", "rare_said",
    "kin_before", "kin_after", "best_before", "best_after",
)  # fmt: skip


def listen(words: Words, prose: NDArray[np.bool_]) -> Numbers:
    """One row for each line, with the columns `NAMES`; `prose` says which lines count as paragraphs.

    `echo` is the share of a line's words that come back in the paragraphs behind it, `said` that of words that stood
    in those before; `fresh` is the share of the words of the paragraphs behind that are new to the page so far; `kin`
    is the share of words that other lines close by tell too, which are no paragraphs; `best` how much more of a line
    comes back than of the lines close by.
    """
    count, lines, numbers = words.count, words.lines, words.numbers
    # The ordinal of the next paragraph at or behind each line.
    ordinal = np.concatenate([[0], np.cumsum(prose)])[:count].astype(np.int64)
    paragraphs = int(prose.sum())
    told = prose[lines]
    width = paragraphs + 2
    keys = np.unique(numbers[told] * width + ordinal[lines[told]])
    if not len(keys):
        return np.zeros((count, len(NAMES)), np.float32)

    ahead, behind = _distances(keys, numbers, ordinal[lines], told, width)
    said = np.maximum(np.bincount(lines, minlength=count), 1)

    def share(holds: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.bincount(lines[holds], minlength=count) / said

    near, far = _fresh(keys, width, paragraphs, NEAR), _fresh(keys, width, paragraphs, FAR)
    named = words.capitals & told
    name_keys = np.unique(numbers[named] * width + ordinal[lines[named]])
    names_far, names_near = (_fresh(name_keys, width, paragraphs, ahead) for ahead in (FAR, NEAR))
    gone_near, gone_far = (_gone(keys, width, paragraphs, ahead) for ahead in (NEAR, FAR))
    at = np.minimum(ordinal, paragraphs)
    peak_before = far - np.concatenate([[1.0], far[:-1]])
    peak_after = far - np.concatenate([far[1:], [1.0]])
    # Words of few paragraphs tell the topic better than those of many.
    spread = np.bincount(keys // width, minlength=int(numbers.max()) + 1)
    rare = spread[numbers] <= max(3, paragraphs // 6)
    returning = np.log1p(np.bincount(lines[ahead <= NEAR], minlength=count))
    kin_before, kin_after = _kin(words, prose, share)
    rivals = np.where(prose, 0.0, np.log1p(np.bincount(lines[(ahead <= NEAR) & rare], minlength=count)))
    columns = [
        share(ahead <= NEAR), share(ahead <= FAR), share(behind <= NEAR), share(behind <= FAR),
        returning, near[at], far[at], names_far[at], names_near[at],
        gone_near[at], gone_far[at], peak_before[at], peak_after[at], share(behind <= MEMORY),
        share((ahead <= FAR) & rare), share((behind <= FAR) & rare),
        kin_before, kin_after, rivals - most_before(rivals, HEAD), rivals - most_before(rivals[::-1], HEAD)[::-1],
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def most_before(values: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """The greatest of the `window` values before each, 0 where none is greater."""
    padded = np.concatenate([np.zeros(window), values])
    most: NDArray[np.float64] = np.lib.stride_tricks.sliding_window_view(padded, window)[:-1].max(1)
    return most


def _distances(
    keys: NDArray[np.int64], numbers: NDArray[np.int64], places: NDArray[np.int64], held: NDArray[np.bool_], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How far from each word the next place with the same word lies, and the one before.

    `keys` are the words with their places, sorted; `held` says whether a word's own place is among them.
    """
    here = numbers * width + places
    after = np.searchsorted(keys, here + held, side="left")
    later = keys[np.minimum(after, len(keys) - 1)]
    ahead = np.where((after < len(keys)) & (later // width == numbers), later - here - held + 1, _NEVER)
    before = np.searchsorted(keys, here, side="left") - 1
    earlier = keys[np.maximum(before, 0)]
    behind = np.where((before >= 0) & (earlier // width == numbers), here - earlier, _NEVER)
    return ahead, behind


def _kin(
    words: Words, prose: NDArray[np.bool_], share: Callable[[NDArray[np.bool_]], NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The share of each line's words that the lines close before and behind it tell too, paragraphs left out."""
    short = ~prose[words.lines]
    width = words.count + 1
    keys = np.unique(words.numbers[short] * width + words.lines[short])
    if not len(keys):
        return np.zeros(words.count), np.zeros(words.count)
    ahead, behind = _distances(keys, words.numbers, words.lines, short, width)
    return share(behind <= HEAD), share(ahead <= HEAD)


def _fresh(keys: NDArray[np.int64], width: int, paragraphs: int, ahead: int) -> NDArray[np.float64]:
    """For each paragraph the share of words in it and the next `ahead` ones that the paragraphs before do not hold.

    `keys` are the words with their paragraphs, sorted; a word that stood before more than `MEMORY` paragraphs is new.
    """
    if not len(keys):
        return np.ones(paragraphs + 1)
    places = keys % width
    words = keys // width
    last = np.full(len(keys), -MEMORY - 1)
    same = words[1:] == words[:-1]
    last[1:][same] = places[:-1][same]
    # A word whose last mention is `last` crosses the boundaries behind that, up to its own place.
    starts = np.maximum(np.maximum(last + 1, places - ahead + 1), 0)
    known = (places - last <= MEMORY) & (last >= 0)
    crossing = _spread(starts[known], places[known], paragraphs)
    total = _spread(np.maximum(places - ahead + 1, 0), places, paragraphs)
    return np.concatenate([1 - crossing / np.maximum(total, 1), [1.0]])


def _gone(keys: NDArray[np.int64], width: int, paragraphs: int, back: int) -> NDArray[np.float64]:
    """For each paragraph the share of words of the `back` ones before that neither it nor those behind hold."""
    turned = np.sort(keys // width * width + (paragraphs - 1 - keys % width))
    return _fresh(turned, width, paragraphs, back)[::-1]


def _spread(starts: NDArray[np.int64], ends: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """How many of the ranges `[start, end]` hold each number below `count`."""
    steps = (
        np.bincount(starts, minlength=count + 1)[: count + 1] - np.bincount(ends + 1, minlength=count + 1)[: count + 1]
    )
    return np.cumsum(steps)[:count].astype(np.float64)
