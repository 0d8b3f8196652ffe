"""Words of an article shown inside the whole sentence that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.spans import Span, covered, gaps

Role = Literal["plain", "source", "cue"]

# How far a sentence may reach beyond the words, in code points; longer ones are cut and marked as cut. Four
# times the length that newspapers' style books call long.
REACH = 700

_END = re.compile(r"""[.!?…]["'”’»)\]]*[^\S\n]+(?=["'“‘«„(\[]*[^\W\d_a-zß-öø-ÿ]|["'“‘«„(\[]*\d)|\s*\n\s*""")
_TITLES = re.compile(r"\b(?:Mrs?|Ms|Dr|St|Prof|Gen|Col|Capt|Sgt|Lt|Rep|Sen|Gov|No|[A-Z])\.\s+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one role: the source, the cue, or neither."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces that are all, or all not, of the highlighted words."""

    pieces: tuple[Piece, ...]
    marked: bool

    @property
    def text(self) -> str:
        """The words of its pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Window:
    """One or more whole sentences; `cut_before` or `cut_after` when a sentence is too long to be shown whole."""

    segments: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool


def sentence_around(text: str, span: Span) -> Span:
    """The sentence or sentences of `text` that hold `span`, at most `REACH` characters longer on each side."""
    low, high = max(0, span.start - REACH), min(len(text), span.end + REACH)
    start, end = low, high
    for found in _END.finditer(text, low, high):
        if _TITLES.search(text, low, found.end()):
            continue
        stop = found.start() + len(found.group().rstrip())
        if found.end() <= span.start:
            start = found.end()
        elif stop >= span.end:
            end = stop
            break
    return Span(*_at_words(text, Span(start, end), span))


def excerpt(
    text: str, marks: Iterable[Span], source: Span | None = None, cue: Span | None = None
) -> tuple[Window, ...]:
    """The sentences of `text` that hold the marked words, their source and their cue, in the order of the text.

    Overlapping or touching marks are shown as one.
    """
    marked = covered(marks)
    roles: list[tuple[Span, Role]] = []
    if source:
        roles.append((source, "source"))
    if cue:
        roles.append((cue, "cue"))
    held = [sentence_around(text, span) for span in [*marked, *(span for span, _ in roles)]]
    return tuple(_window(text, span, marked, roles) for span in _joined(text, held))


def _at_words(text: str, sentence: Span, inner: Span) -> tuple[int, int]:
    """`sentence` moved in to the nearest word borders where it was cut for its length."""
    start, end = sentence.start, sentence.end
    if _is_cut(text, start):
        start = min(inner.start, next((at + 1 for at in range(start, inner.start) if text[at].isspace()), start))
    if _is_cut(text, end):
        end = max(inner.end, next((at for at in range(end - 1, inner.end, -1) if text[at].isspace()), end))
    return start, end


def _is_cut(text: str, at: int) -> bool:
    """Whether a border at `at` falls inside a word."""
    return 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace()


def _joined(text: str, sentences: Iterable[Span]) -> list[Span]:
    """`sentences` in order, joined where only white space stands between."""
    joined: list[Span] = []
    for span in covered(sentences):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _window(text: str, window: Span, marks: list[Span], roles: list[tuple[Span, Role]]) -> Window:
    inside = [span for span in marks if window.holds(span)]
    stretches = sorted(
        [*((span, True) for span in inside), *((s, False) for s in gaps(inside, window.start, window.end))]
    )
    segments = tuple(Segment(_pieces(text, span, roles), marked) for span, marked in stretches)
    before = text[: window.start].rstrip(" \t")
    return Window(
        segments,
        bool(before) and before[-1] not in "\n.!?…\"'”’»)]",
        window.end < len(text) and text[window.end] != "\n" and text[window.end - 1] not in ".!?…\"'”’»)]",
    )


def _pieces(text: str, stretch: Span, roles: list[tuple[Span, Role]]) -> tuple[Piece, ...]:
    edges = {stretch.start, stretch.end}
    for span, _ in roles:
        edges.update(edge for edge in (span.start, span.end) if stretch.start < edge < stretch.end)
    cuts = sorted(edges)
    parts = [Span(start, end) for start, end in pairwise(cuts)]
    return tuple(Piece(part.cut(text), _role(part, roles)) for part in parts)


def _role(part: Span, roles: list[tuple[Span, Role]]) -> Role:
    return next((role for span, role in roles if span.holds(part)), "plain")
