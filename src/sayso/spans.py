"""Half-open spans of code points with the maps that carry them from an article back to its page."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from operator import sub

from sayso.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of a named text.

    Raises `SpanError` unless 0 <= start < end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"[{self.start}, {self.end})", "a span must hold a character", "give 0 <= start < end")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words of this span in `text`; raises `SpanError` when it ends after `text` does."""
        if self.end > len(text):
            raise SpanError(
                f"[{self.start}, {self.end})",
                f"the text ends at {len(text)}",
                "check that the span belongs to this text",
            )
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both hold some character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


def trim(text: str, start: int, end: int, also: str = "") -> Span | None:
    """The span of `text[start:end]` without white space (and characters of `also`) at its ends, or None."""
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end) if start < end else None


def covered(spans: Iterable[Span]) -> list[Span]:
    """`spans` sorted, with overlapping and touching ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def gaps(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The stretches of `[start, end)` that no span holds, in order."""
    left = []
    for span in covered(spans):
        if span.start > start and start < end:
            left.append(Span(start, min(span.start, end)))
        start = max(start, span.end)
    if start < end:
        left.append(Span(start, end))
    return left


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of an article's text that stand in order in the page's decoded source.

    `length` counts code points of the article; a run over a character reference or an escape has length 1 and
    starts where that reference starts.
    """

    text_start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The runs that tie an article's text to its page, ordered by `text_start`, without gap or overlap."""

    runs: tuple[Run, ...]

    def __post_init__(self) -> None:
        expected = 0
        for run in self.runs:
            if run.text_start != expected or run.length < 1 or run.page_start < 0:
                raise SpanError(
                    f"run at {run.text_start}", f"expected a run at {expected}", "give runs in order, without a gap"
                )
            expected += run.length

    def __len__(self) -> int:
        return self.runs[-1].text_start + self.runs[-1].length if self.runs else 0

    def to_page(self, position: int) -> int:
        """The place in the page of the article's character `position`; cost is logarithmic in the runs."""
        if not 0 <= position < len(self):
            raise SpanError(str(position), f"the mapped text has {len(self)} characters", "give a place inside it")
        at = bisect.bisect_right(self.runs, position, key=lambda run: run.text_start) - 1
        run = self.runs[at]
        return run.page_start + position - run.text_start


def map_of(*stretches: Sequence[int]) -> OffsetMap:
    """The map of a text, given stretch by stretch: the places in the page of its characters, in order."""
    runs: list[Run] = []
    start = page = end = 0
    for stretch in stretches:
        for first, length in _unbroken(stretch):
            # Within a run a character stands as far from the page's start as from its own text's, but for one number.
            if first - end != page - start or not end:
                if end:
                    runs.append(Run(start, page, end - start))
                start, page = end, first
            end += length
    if end:
        runs.append(Run(start, page, end - start))
    return OffsetMap(tuple(runs))


def _unbroken(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The first of each row of places that follow one another, with how many these are."""
    if isinstance(places, range) and places.step == 1:
        return [(places.start, len(places))] if places else []
    runs: list[tuple[int, int]] = []
    start = 0
    for _, run in groupby(map(sub, places, count())):
        length = len(list(run))
        runs.append((places[start], length))
        start += length
    return runs
