"""Gather what is known of every line of a page into the rows that the model reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading import datelines, names
from sayso.reading.splitting import echoes, shapes, words
from sayso.reading.splitting.shapes import Numbers
from sayso.records import PartKind

# What the words of a line alone say, as `cues.furniture_of` and the finders of tickers tell it.
_SAID: Final[tuple[PartKind, ...]] = (
    "date", "byline", "navigation", "tags", "related", "credit", "caption", "disclaimer", "other", "source_list",
    "template_key", "ticker_item", "live_entry", "section", "author_note",
)  # fmt: skip
_FIRST_SAID: Final = 9
_COLUMN: Final[dict[PartKind | None, int]] = {
    **{kind: at for at, kind in enumerate(_SAID)}, "ticker_header": _SAID.index("ticker_item")
}  # fmt: skip
# What stands before is asked behind the first digit, for which a line can be searched fast.
_CLOCK: Final = re.compile(r"\d(?<!\w.)(?:\d?[:.]\d\d\b|(?:(?<=1)9|(?<=2)0)\d\d\b)")
# Longer lines are not searched for words of furniture.
LONGEST_FURNITURE: Final = 200

# Two lines of the same words are twins; so many lines apart they may be one title, told twice.
NEAR_TWIN: Final = 12
# Farther than so many lines is nowhere.
NOWHERE: Final = 40

_PLAIN: Final = (
    "spaced", "spaced_after", "address", "year", "name", "twin_before", "twin_after", "near_twin_before",
    "near_twin_after", *(f"says_{kind}" for kind in _SAID),
)  # fmt: skip
_WINDOWS: Final = (2, 4, 8, 16, 32)
# How far the nearest line of these kinds stands.
_MARKS: Final = ("date", "byline", "name")
NAMES: Final = (
    *shapes.NAMES, *echoes.NAMES, *_PLAIN, "furniture_words",
    *(f"{what}_{side}_{window}" for window in _WINDOWS for what in ("prose", "short") for side in ("before", "after")),
    "from_start", "from_end", "page_lines", "prose_before", "prose_after", "since_prose", "until_prose", "spacing",
    "first_prose", "dateline", "dateline_follows", "longer_before", "longer_after",
    *(f"{what}_{mark}" for mark in _MARKS for what in ("since", "until")),
)  # fmt: skip


def gather(texts: Sequence[str], spaced: Sequence[bool], said: Sequence[PartKind | None]) -> Numbers:
    """One row for each line with the columns `NAMES`.

    `texts` are the lines, none of them blank; `spaced` tells before which a blank line stands; `said` is what the words
    of a line alone say of its kind.
    """
    page = shapes.spell(texts)
    own = shapes.measure(page)
    prose = own[:, shapes.NAMES.index("prose")] > 0
    told = words.read_words(page)
    plain = _plain(texts, own, spaced, said)
    furniture = (told.furniture[:, None] / (1 + np.expm1(3 * own[:, :1]) / 20)).astype(np.float32)
    columns: list[Numbers] = [
        own, echoes.listen(told, prose), plain, furniture, _stretches(own, prose, spaced), find_datelines(texts, prose),
        _rivals(own, prose), _marks(plain),
    ]  # fmt: skip
    return np.concatenate([column.T for column in columns], dtype=np.float32).T


def find_datelines(texts: Sequence[str], prose: NDArray[np.bool_]) -> Numbers:
    """Whether a dateline opens each line, and the next one."""
    told = np.zeros((len(texts), 2), np.float32)
    for at in np.flatnonzero(prose).tolist():
        told[at, 0] = datelines.read_dateline(texts[at][:LONGEST_FURNITURE]) is not None
    told[:-1, 1] = told[1:, 0]
    return told


def _plain(texts: Sequence[str], own: Numbers, spaced: Sequence[bool], said: Sequence[PartKind | None]) -> Numbers:
    count = len(texts)
    columns = np.zeros((len(_PLAIN), count), np.float32)
    columns[0] = spaced
    columns[1, :-1], columns[1, -1] = columns[0, 1:], 1
    columns[2, [at for at, text in enumerate(texts) if "@" in text or "www." in text or "://" in text]] = 1
    digits = np.flatnonzero(own[:, shapes.NAMES.index("digits")]).tolist()
    columns[3, [at for at in digits if len(texts[at]) <= LONGEST_FURNITURE and _CLOCK.search(texts[at])]] = 1
    columns[4, [at for at, text in enumerate(texts) if len(text) <= names.LONGEST_NAME and names.is_name(text)]] = 1
    twins: list[tuple[int, int]] = []
    last: dict[str, int] = {}
    for at, text in enumerate(texts):
        before = last.get(text)
        if before is not None:
            twins.append((before, at))
        last[text] = at
    if twins:
        first, second = np.array(twins).T
        near = second - first <= NEAR_TWIN
        columns[5, second] = columns[6, first] = 1
        columns[7, second[near]] = columns[8, first[near]] = 1
    of_kind = np.array([_COLUMN.get(kind, -1) for kind in said])
    (known,) = np.nonzero(of_kind >= 0)
    columns[_FIRST_SAID + of_kind[known], known] = 1
    return columns.T


def _rivals(own: Numbers, prose: NDArray[np.bool_]) -> Numbers:
    """How much wider each line is than the widest that is no paragraph close before it, and close behind."""
    width = np.where(prose, 0.0, own[:, 0])
    before = echoes.most_before(width, echoes.HEAD)
    after = echoes.most_before(width[::-1], echoes.HEAD)[::-1]
    return shapes.as_rows([own[:, 0] - before, own[:, 0] - after])


def _marks(plain: Numbers) -> Numbers:
    """How many lines ago a line of each of `_MARKS` stood, and how many lines on the next one stands."""
    columns: list[NDArray[np.float64]] = []
    for column in (_FIRST_SAID + _COLUMN["date"], _FIRST_SAID + _COLUMN["byline"], _PLAIN.index("name")):
        holds = plain[:, column] > 0
        for turned in (holds, holds[::-1]):
            at = np.arange(len(holds))
            seen = np.maximum.accumulate(np.where(turned, at, -NOWHERE))
            since = np.log1p(np.minimum(at - seen, NOWHERE)) / 2
            columns.append(since if turned is holds else since[::-1])
    return shapes.as_rows(columns)


def _stretches(own: Numbers, prose: NDArray[np.bool_], spaced: Sequence[bool]) -> Numbers:
    """How much prose stands before and behind each line, near and on the whole page."""
    count = len(own)
    weight = np.where(prose, np.minimum(np.expm1(3 * own[:, 0]), 400) / 100, 0.0)
    short = own[:, shapes.NAMES.index("long")] == 0
    at = np.arange(count)
    total = np.zeros((2, count + 1))
    np.cumsum([weight, short], axis=1, out=total[:, 1:])
    window = np.array(_WINDOWS)[:, None]
    before = total[:, :-1] - total[:, np.maximum(at - window, 0)].swapaxes(0, 1)
    after = total[:, np.minimum(at + 1 + window, count)].swapaxes(0, 1) - total[:, 1:]
    # In the order of `NAMES`: by window, then prose and short, then before and after.
    near = np.log1p(np.stack([before, after], axis=2)).reshape(-1, count)
    whole = max(float(total[0, -1]), 1e-6)
    told = np.flatnonzero(prose)
    passed = np.searchsorted(told, at)
    since = np.where(passed > 0, at - told[np.maximum(passed - 1, 0)] if len(told) else 99, 99)
    reached = np.searchsorted(told, at, side="right")
    until = np.where(reached < len(told), told[np.minimum(reached, len(told) - 1)] - at if len(told) else 99, 99)
    columns = [
        np.log1p(at) / 3, np.log1p(count - 1 - at) / 3, np.full(count, np.log1p(count) / 3), total[0, :-1] / whole,
        1 - total[0, 1:] / whole, np.log1p(np.minimum(since, 99)) / 2, np.log1p(np.minimum(until, 99)) / 2,
        np.full(count, sum(spaced) / count), (passed == 0).astype(np.float64),
    ]  # fmt: skip
    return np.concatenate([near, columns]).T.astype(np.float32)
