"""Read clauses by two networks: one tells what each word means where it stands, the other reads two clauses side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.comparing.overlap import NUMBER_WEIGHT
from sayso.comparing.weights import rarity
from sayso.networks import open_network
from sayso.text.words import STOP, WORD, fold, is_number, term_key

Values = NDArray[np.float32]

# Subwords of a clause that are read, marks included: of 47,114 clauses of the texts learned from, one in 400 has more.
LONGEST = 64
# Of two clauses side by side; the longer is cut first.
LONGEST_PAIR = 96
# Words that carry no meaning of their own still tell a little: "on" from "off". By hand, before anything was learned.
STOP_WEIGHT = 0.15


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause of T subwords: `states` [T, D], each of length 1, tell what a subword means where it stands; `weight` [T]
    how rare its word is in other news, shared among the word's subwords; `centre` [D], of length 1, is their weighed sum.
    """

    states: Values
    weight: Values
    centre: Values


class ClauseEncoder:
    """The networks of `folder`: `clauses.onnx`, from `ids` [1, T] to `states` [1, T, D], and `pairs.onnx`, from `ids` and
    `sides` [1, T] (0 and 1) to `scores` [1, 3]; with their `tokenizer.json`.
    """

    def __init__(self, folder: Path) -> None:
        self._tokenizer, self._pairs_tokenizer = _tokenizer(folder, LONGEST), _tokenizer(folder, LONGEST_PAIR)
        self._clauses, self._pairs = open_network(folder / "clauses.onnx"), open_network(folder / "pairs.onnx")

    def read_pair(self, one: str, other: str) -> Values:
        """Scores [3] that `one` says all that `other` says, the other way round, and that their main claims are one.

        They are read in the order of their words, so that it does not matter which is the first.
        """
        swapped = other < one
        tokens = self._pairs_tokenizer.encode(*((other, one) if swapped else (one, other)))
        ids, sides = (np.asarray([values], dtype=np.int64) for values in (tokens.ids, tokens.type_ids))
        scores = self._pairs.run(["scores"], {"ids": ids, "sides": sides})[0][0]
        return np.asarray(scores[[1, 0, 2]] if swapped else scores)

    def read(self, clause: str) -> Reading:
        """`clause` as the network reads it, alone: what stands beside it in a batch would change the int8 scales."""
        tokens = self._tokenizer.encode(clause)
        states = self._clauses.run(["states"], {"ids": np.asarray([tokens.ids], dtype=np.int64)})[0][0]
        weight = subword_weights(clause, tokens)
        # The marks at the ends mean nothing.
        kept = weight > 0
        states, weight = states[kept], weight[kept]
        centre = weight @ states
        return Reading(states, weight, centre / max(float(np.linalg.norm(centre)), 1e-9))


def _tokenizer(folder: Path, longest: int) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    return tokenizer


def subword_weights(clause: str, tokens: Any) -> Values:
    """The weight of each of `tokens`; where no word of the clause has any, all count the same."""
    words = [(found.start(), found.end(), _weight(found[0])) for found in WORD.finditer(clause)]
    place: list[int | None] = []
    at = 0
    for start, end in tokens.offsets:
        while at < len(words) and words[at][1] <= start:
            at += 1
        inside = end > start and at < len(words) and words[at][0] <= start
        place.append(at if inside else None)
    shares = np.bincount([one for one in place if one is not None], minlength=len(words))
    weight = np.array([0.0 if one is None else words[one][2] / shares[one] for one in place], dtype=np.float32)
    return weight if weight.any() else np.ones_like(weight)


def _weight(word: str) -> float:
    folded = fold(word)
    if is_number(folded):
        return NUMBER_WEIGHT
    return STOP_WEIGHT if folded in STOP else rarity(term_key(folded))
