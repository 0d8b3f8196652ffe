"""Measure which words of a line come back in the paragraphs behind it, or stood in those before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading.splitting.shapes import Numbers

# Words of four letters or more, for shorter ones are mostly grammar; of scripts without spaces, single letters.
_WORD = re.compile(
    r"[^\W\d_\u0e00-\u0e7f\u3040-\u318f\u3400-\u9fff\uac00-\ud7af]{4,}|[\u0e00-\u0e7f\u3400-\u9fff\uac00-\ud7af]{2}"
)
# Words that share so many letters at their start count as one, whatever their endings.
STEM: Final = 6
# So many paragraphs before and behind a line are looked at; chosen with the folds of training/lines.
NEAR: Final = 3
FAR: Final = 10
MEMORY: Final = 40
_NEVER: Final = 1_000_000

NAMES: Final = (
    "echo_near", "echo_far", "said_near", "said_far", "echo_lead", "fresh_near", "fresh_far", "fresh_names", "fresh_names_near",
    "gone_near", "gone_far", "peak_before", "peak_after", "known", "rare_echo", "rare_said",
)  # fmt: skip


def listen(texts: Sequence[str], prose: NDArray[np.bool_]) -> Numbers:
    """One row for each line, with the columns `NAMES`; `prose` says which lines count as paragraphs.

    `echo` is the share of a line's words that come back in the paragraphs behind it, `said` that of words that stood
    in those before; `fresh` is the share of the words of the paragraphs behind that are new to the page so far.
    """
    count = len(texts)
    lines, words, names = _words(texts)
    # The ordinal of the next paragraph at or behind each line.
    ordinal = np.concatenate([[0], np.cumsum(prose)])[:count].astype(np.int64)
    paragraphs = int(prose.sum())
    if not len(words) or not paragraphs:
        return np.zeros((count, len(NAMES)), np.float32)
    told = prose[lines]
    width = paragraphs + 2
    keys = np.unique(words[told] * width + ordinal[lines[told]])
    if not len(keys):
        return np.zeros((count, len(NAMES)), np.float32)

    here = words * width + ordinal[lines]
    # The next paragraph with the word, behind the line itself.
    after = np.searchsorted(keys, here + told, side="left")
    later = np.where(after < len(keys), keys[np.minimum(after, len(keys) - 1)], -1)
    ahead = np.where(later // width == words, later - here - told + 1, _NEVER)
    before = np.searchsorted(keys, here, side="left") - 1
    earlier = np.where(before >= 0, keys[np.maximum(before, 0)], -1)
    behind = np.where((before >= 0) & (earlier // width == words), here - earlier, _NEVER)

    said = np.maximum(np.bincount(lines, minlength=count), 1)

    def share(holds: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.bincount(lines[holds], minlength=count) / said

    near, far = _fresh(keys, width, paragraphs, NEAR), _fresh(keys, width, paragraphs, FAR)
    names_far, names_near = (
        _fresh_names(words, lines, names & told, ordinal, width, paragraphs, ahead) for ahead in (FAR, NEAR)
    )
    gone_near, gone_far = (_gone(keys, width, paragraphs, ahead) for ahead in (NEAR, FAR))
    at = np.minimum(ordinal, paragraphs)
    peak_before = far - np.concatenate([[1.0], far[:-1]])
    peak_after = far - np.concatenate([far[1:], [1.0]])
    # Words of few paragraphs tell the topic better than those of many.
    spread = np.bincount(keys // width, minlength=int(words.max()) + 1)
    rare = spread[words] <= max(3, paragraphs // 6)
    columns = [
        share(ahead <= NEAR), share(ahead <= FAR), share(behind <= NEAR), share(behind <= FAR),
        np.log1p(np.bincount(lines[ahead <= NEAR], minlength=count)), near[at], far[at], names_far[at], names_near[at],
        gone_near[at], gone_far[at], peak_before[at], peak_after[at], share(behind <= MEMORY),
        share((ahead <= FAR) & rare), share((behind <= FAR) & rare),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _words(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """The line, number and capital of every word."""
    numbers: dict[str, int] = {}
    counts = np.zeros(len(texts), np.int64)
    words: list[int] = []
    names: list[bool] = []
    for at, text in enumerate(texts):
        found = _WORD.findall(text)
        counts[at] = len(found)
        names += [word[0].isupper() for word in found]
        words += [numbers.setdefault(word[:STEM].lower(), len(numbers)) for word in found]
    return np.repeat(np.arange(len(texts)), counts), np.array(words, np.int64), np.array(names, np.bool_)


def _fresh(keys: NDArray[np.int64], width: int, paragraphs: int, ahead: int) -> NDArray[np.float64]:
    """For each paragraph the share of words in it and the next `ahead` ones that the paragraphs before do not hold.

    `keys` are the words with their paragraphs, sorted; a word that stood before more than `MEMORY` paragraphs is new.
    """
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


def _fresh_names(
    words: NDArray[np.int64], lines: NDArray[np.int64], names: NDArray[np.bool_], ordinal: NDArray[np.int64], width: int,
    paragraphs: int, ahead: int,
) -> NDArray[np.float64]:  # fmt: skip
    if not names.any():
        return np.ones(paragraphs + 1)
    return _fresh(np.unique(words[names] * width + ordinal[lines[names]]), width, paragraphs, ahead)


def _spread(starts: NDArray[np.int64], ends: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """How many of the ranges `[start, end]` hold each number below `count`."""
    steps = (
        np.bincount(starts, minlength=count + 1)[: count + 1] - np.bincount(ends + 1, minlength=count + 1)[: count + 1]
    )
    return np.cumsum(steps)[:count].astype(np.float64)
