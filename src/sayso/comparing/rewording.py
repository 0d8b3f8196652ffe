"""Say sentence by sentence what one text made of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayso.spans import Span
from sayso.text.sentences import find_sentences
from sayso.text.words import NUMBERS, tokens_with_places

PairingKind = Literal["same", "reworded", "added", "dropped"]
ChangeKind = Literal["figure", "hardened", "softened", "credit dropped", "credit added", "words"]

# Two sentences are one reworded when so much of the words of both stand in the same order in both: 2 * shared / all.
# Chosen by eye on the copies among the invented pages of examples/.
REWORDED = 0.5
# Fewer words than this are a name or a date line, and are the same or not at all; by eye, likewise.
SHORTEST = 5

# Words that weaken what they stand with; `May` is a month.
_WEAKENING = re.compile(
    r"\b(?:(?-i:may)|might|could|perhaps|possibly|probably|maybe|potentially|allegedly|alleged|reportedly|apparently|"
    r"supposedly|presumably|unconfirmed|seems?|seemed|appears?|appeared|suspected|believed|thought|likely|unlikely|"
    r"suggests?|claims?|claimed|about|around|nearly|almost|roughly|some|at least|up to)\b",
    re.IGNORECASE,
)
_CREDITING = re.compile(
    r"\b(?:according to|said|says|told|added|stated|confirmed|announced|reported|claimed|citing|quoted|wrote|tweeted)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a reworded sentence that differ: `of` in the text it came from, `copy` in the one that took it.

    One of the two is None where words were only added, or only dropped. `at` is where in the copy the words stand, or
    where the dropped ones would.
    """

    kind: ChangeKind
    of: Span | None
    copy: Span | None
    at: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """A sentence of either text with the one that it was made from, or was made into.

    `moved` says that it stands in another place among the sentences that both have.
    """

    kind: PairingKind
    of: Span | None
    copy: Span | None
    moved: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]


def find_rewording(of: str, copy: str) -> list[Pairing]:
    """What became of each sentence of `of`, and where each of `copy` is from: those of `copy` in order, then the dropped.

    Every sentence of both texts is in one pairing. Cost grows with the product of the numbers of sentences.
    """
    left, right = _sentences(of), _sentences(copy)
    partner = _match(left, right)
    moved = _out_of_order(partner)
    pairings = []
    for at, sentence in enumerate(right):
        if at not in partner:
            pairings.append(Pairing("added", None, sentence.span))
            continue
        source = left[partner[at]]
        if source.words == sentence.words:
            pairings.append(Pairing("same", source.span, sentence.span, at in moved))
        else:
            changes = tuple(_changes(source, sentence, of, copy))
            pairings.append(Pairing("reworded", source.span, sentence.span, at in moved, changes))
    taken = set(partner.values())
    return pairings + [Pairing("dropped", one.span, None) for at, one in enumerate(left) if at not in taken]


def _sentences(text: str) -> list[_Sentence]:
    found = []
    for span in find_sentences(text):
        rows = tokens_with_places(span.cut(text))
        places = tuple(Span(span.start + start, span.start + end) for _, start, end in rows)
        found.append(_Sentence(span, tuple(word for word, _, _ in rows), places))
    return found


def _match(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> dict[int, int]:
    """For sentences of `right` by number, the sentence of `left`: the closest first, each used once."""
    counts = [Counter(one.words) for one in left]
    found: list[tuple[float, int, int, int]] = []
    for at, sentence in enumerate(right):
        words = Counter(sentence.words)
        for there, one in enumerate(left):
            length = len(one.words) + len(sentence.words)
            # No order of the words can share more than the words themselves do.
            if length == 0 or 2 * sum((words & counts[there]).values()) < REWORDED * length:
                continue
            if one.words == sentence.words:
                found.append((-1.0, abs(at - there), at, there))
            elif min(len(one.words), len(sentence.words)) >= SHORTEST:
                likeness = SequenceMatcher(None, one.words, sentence.words, autojunk=False).ratio()
                if likeness >= REWORDED:
                    found.append((-likeness, abs(at - there), at, there))
    partner: dict[int, int] = {}
    used: set[int] = set()
    for _, _, at, there in sorted(found):
        if at not in partner and there not in used:
            partner[at] = there
            used.add(there)
    return partner


def _out_of_order(partner: dict[int, int]) -> set[int]:
    """Those sentences that must be moved so that all others stand in the order of the other text: as few as can be."""
    order = sorted(partner)
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for at in order:
        place = bisect_left(ends, partner[at])
        before[at] = last[place - 1] if place else None
        if place == len(ends):
            ends.append(partner[at])
            last.append(at)
        else:
            ends[place], last[place] = partner[at], at
    kept: set[int] = set()
    at_end: int | None = last[-1] if last else None
    while at_end is not None:
        kept.add(at_end)
        at_end = before[at_end]
    return set(order) - kept


def _changes(one: _Sentence, other: _Sentence, of: str, copy: str) -> Iterator[Change]:
    for tag, a, b, c, d in SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before = Span(one.places[a].start, one.places[b - 1].end) if b > a else None
        after = Span(other.places[c].start, other.places[d - 1].end) if d > c else None
        at = after.start if after else other.places[c - 1].end if c else other.span.start
        yield Change(_kind(before.cut(of) if before else "", after.cut(copy) if after else ""), before, after, at)


def _kind(before: str, after: str) -> ChangeKind:
    figures = _figures(before), _figures(after)
    # "The two ends" for "either end" changes no figure.
    written = any(letter.isdigit() for word in (*figures[0], *figures[1]) for letter in word)
    if figures[0] != figures[1] and (written or (figures[0] and figures[1])):
        return "figure"
    weak = len(_WEAKENING.findall(before)), len(_WEAKENING.findall(after))
    if weak[0] != weak[1]:
        return "hardened" if weak[0] > weak[1] else "softened"
    credited = bool(_CREDITING.search(before)), bool(_CREDITING.search(after))
    if credited[0] != credited[1]:
        return "credit dropped" if credited[0] else "credit added"
    return "words"


def _figures(words: str) -> list[str]:
    rows = [word for word, _, _ in tokens_with_places(words)]
    return [word for word in rows if word in NUMBERS or any(letter.isdigit() for letter in word)]
