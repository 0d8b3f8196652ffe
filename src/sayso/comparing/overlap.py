"""What two clauses have in common in words, as numbers to decide by."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.comparing.weights import rarity
from sayso.text.words import STOP, WORD, fold, is_number, number_value, term_key

# A number tells claims apart more than most words do.
NUMBER_WEIGHT = 5.0
NEGATION = re.compile(r"\b(?:not|never|no|deny|denied|false)\b|n['’]t\b", re.IGNORECASE)
FEATURES = 16


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a clause that carry meaning: their weight by how rare they are, which are numbers, which names.

    `joined` are two words in a row written as one: "air strikes" and "airstrikes".
    """

    weight: dict[str, float]
    numbers: frozenset[str]
    names: frozenset[str]
    joined: dict[str, tuple[str, str]]
    negated: bool


@lru_cache(maxsize=100_000)
def read_words(clause: str) -> Words:
    """The words of `clause`."""
    weight: dict[str, float] = {}
    numbers, names = set(), set()
    joined: dict[str, tuple[str, str]] = {}
    before: tuple[str, str] | None = None
    for found in WORD.finditer(clause):
        word = fold(found[0])
        number, value = is_number(word), number_value(word)
        if word in STOP and not number:
            before = None
            continue
        # "Fourteen" and "14" are one number.
        key = term_key(word) if not number else word if value is None else f"{value:g}"
        weight[key] = NUMBER_WEIGHT if number else rarity(key)
        if number:
            numbers.add(key)
        elif found[0][0].isupper():
            names.add(key)
        if before:
            joined[term_key(before[1] + word)] = (before[0], key)
        before = key, word
    return Words(weight, frozenset(numbers), frozenset(names), joined, len(NEGATION.findall(clause)) % 2 == 1)


def overlap_features(one: str, other: str) -> Sequence[float]:
    """`FEATURES` numbers: shares of the weight in common, seen from either; sizes; numbers, names and negation."""
    a, b = read_words(one), read_words(other)
    mine, theirs = _shared(a, b), _shared(b, a)
    of_a = sum(a.weight[key] for key in mine) / (sum(a.weight.values()) or 1.0)
    of_b = sum(b.weight[key] for key in theirs) / (sum(b.weight.values()) or 1.0)
    only_a, only_b = a.numbers - b.numbers, b.numbers - a.numbers
    return (
        of_a, of_b, min(of_a, of_b), max(of_a, of_b), of_a * of_b,
        math.log(1 + len(a.weight)), math.log(1 + len(b.weight)), sum(a.weight[key] for key in mine) / 10,
        float(bool(a.numbers & b.numbers)), float(bool(only_a and only_b)), len(only_a), len(only_b),
        len(a.names & b.names), len(a.names - b.names), len(b.names - a.names), float(a.negated != b.negated),
    )  # fmt: skip


def _shared(one: Words, other: Words) -> set[str]:
    """The words of `one` that `other` has too, also where one of them writes two words as one."""
    shared = {key for key in one.weight if key in other.weight or key in other.joined}
    return shared | {key for whole, parts in one.joined.items() if whole in other.weight for key in parts}
