"""Measure which words of a line come back in the paragraphs behind it, or stood in those before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading.splitting.shapes import Numbers, as_rows
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
    places = ordinal[lines]
    here = numbers * width + places
    keys = _once(here[told])
    if not len(keys):
        return np.zeros((count, len(NAMES)), np.float32)

    ahead, behind = _distances(keys, here, numbers, told, width)
    every = _mentions(keys, width)
    named = _mentions(_once(here[words.capitals & told]), width)
    turned = _mentions(np.sort(keys // width * width + (paragraphs - 1 - keys % width)), width)
    near, far, names_far, names_near, gone_near, gone_far = _fresh(
        [(every, NEAR), (every, FAR), (named, FAR), (named, NEAR), (turned, NEAR), (turned, FAR)], paragraphs
    )
    gone_near, gone_far = gone_near[::-1], gone_far[::-1]
    at = np.minimum(ordinal, paragraphs)
    peak_before = far - np.concatenate([[1.0], far[:-1]])
    peak_after = far - np.concatenate([far[1:], [1.0]])
    # Words of few paragraphs tell the topic better than those of many.
    spread = np.bincount(keys // width, minlength=int(numbers.max()) + 1)
    rare = spread[numbers] <= max(3, paragraphs // 6)
    comes_near, comes_far, stood_far = ahead <= NEAR, ahead <= FAR, behind <= FAR
    counts = _count(
        [comes_near, comes_far, behind <= NEAR, stood_far, behind <= MEMORY, comes_far & rare, stood_far & rare,
         comes_near & rare], lines, count,
    )  # fmt: skip
    said = np.maximum(np.bincount(lines, minlength=count), 1)
    echo_near, echo_far, said_near, said_far, known, rare_echo, rare_said = counts[:-1] / said
    kin_before, kin_after = _kin(words, prose) / said
    rivals = np.where(prose, 0.0, np.log1p(counts[-1]))
    columns = [
        echo_near, echo_far, said_near, said_far, np.log1p(counts[0]), near[at], far[at], names_far[at], names_near[at],
        gone_near[at], gone_far[at], peak_before[at], peak_after[at], known, rare_echo, rare_said,
        kin_before, kin_after, rivals - most_before(rivals, HEAD), rivals - most_before(rivals[::-1], HEAD)[::-1],
    ]  # fmt: skip
    return as_rows(columns)


def most_before(values: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """The greatest of the `window` values before each, 0 where none is greater."""
    most = np.concatenate([np.zeros(window), values])[:-1]
    reach = 1
    while reach < window:
        step = min(reach, window - reach)
        most = np.maximum(most[step:], most[:-step])
        reach += step
    return most


def _once(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sorted keys, each once."""
    new = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    return keys[new]


def _distances(
    keys: NDArray[np.int64], here: NDArray[np.int64], numbers: NDArray[np.int64], held: NDArray[np.bool_], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How far from each word the next place with the same word lies, and the one before.

    `keys` are the words with their places, each once, and `here` the same of the words asked for, both sorted; `held` says
    whether a word's own place is among the keys.
    """
    at = np.searchsorted(keys, here)
    after = at + held
    later = keys[np.minimum(after, len(keys) - 1)]
    ends = (numbers + 1) * width
    ahead = np.where((after < len(keys)) & (later < ends), later - here - held + 1, _NEVER)
    before = at - 1
    earlier = keys[np.maximum(before, 0)]
    behind = np.where((before >= 0) & (earlier >= ends - width), here - earlier, _NEVER)
    return ahead, behind


def _kin(words: Words, prose: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many of each line's words the lines close before it tell too, and those close behind, paragraphs left out."""
    short = ~prose[words.lines]
    width = words.count + 1
    here = words.numbers * width + words.lines
    keys = _once(here[short])
    if not len(keys):
        return np.zeros((2, words.count), np.int64)
    ahead, behind = _distances(keys, here, words.numbers, short, width)
    return _count([behind <= HEAD, ahead <= HEAD], words.lines, words.count)


def _count(holds: Sequence[NDArray[np.bool_]], lines: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """For each of the `holds` how many of the words of each line it holds for; `lines` are those of the words."""
    row, word = np.nonzero(holds)
    return np.bincount(row * count + lines[word], minlength=len(holds) * count).reshape(len(holds), count)


def _mentions(keys: NDArray[np.int64], width: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The place of each of the sorted `keys`, and that of the last one before it with the same word."""
    places = keys % width
    last = np.full(len(keys), -MEMORY - 1)
    same = keys[1:] - places[1:] == keys[:-1] - places[:-1]
    last[1:][same] = places[:-1][same]
    return places, last


def _fresh(
    mentions: Sequence[tuple[tuple[NDArray[np.int64], NDArray[np.int64]], int]], paragraphs: int
) -> NDArray[np.float64]:
    """For each paragraph the share of words in it and the next ones that the paragraphs before do not hold.

    One row for each of the `mentions`, and so many paragraphs as are told with them. The words are given by their paragraph
    and the last one before it that holds them; a word that stood before more than `MEMORY` paragraphs is new.
    """
    width = paragraphs + 1
    sizes = [len(places) for (places, _), _ in mentions]
    row = np.repeat(np.arange(len(mentions)) * width, sizes)
    places = np.concatenate([places for (places, _), _ in mentions])
    last = np.concatenate([last for (_, last), _ in mentions])
    opens = np.maximum(places - np.repeat([ahead - 1 for _, ahead in mentions], sizes), 0)
    # A word whose last mention is `last` crosses the boundaries behind that, up to its own place.
    known = (places - last <= MEMORY) & (last >= 0)
    ends = row + places
    crossing = _spread((row + np.maximum(last + 1, opens))[known], ends[known], len(mentions), width)
    total = _spread(row + opens, ends, len(mentions), width)
    return 1 - crossing / np.maximum(total, 1)


def _spread(starts: NDArray[np.int64], ends: NDArray[np.int64], rows: int, width: int) -> NDArray[np.int64]:
    """How many of the ranges `[start, end]` hold each number, in rows of so many; no range reaches the last of its row."""
    count = rows * width
    steps = np.bincount(starts, minlength=count) - np.bincount(ends + 1, minlength=count)
    return np.cumsum(steps.reshape(rows, width), axis=1)
