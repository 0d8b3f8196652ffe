"""Read clauses by the network that tells which words mean the same where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.comparing.overlap import NUMBER_WEIGHT
from sayso.comparing.weights import rarity
from sayso.text.words import STOP, WORD, fold, is_number, term_key

Values = NDArray[np.float32]

# Subwords of a clause that are read, marks included; all but one in a thousand have fewer.
LONGEST = 64
# Words that carry no meaning of their own still tell a little: "on" from "off".
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
    """The network of `folder`: `model.onnx`, from `ids` [1, T] to `states` [1, T, D], and its `tokenizer.json`."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def read(self, clause: str) -> Reading:
        """`clause` as the network reads it, alone: what stands beside it in a batch would change the int8 scales."""
        tokens = self._tokenizer.encode(clause)
        states = self._session.run(["states"], {"ids": np.asarray([tokens.ids], dtype=np.int64)})[0][0]
        weight = subword_weights(clause, tokens)
        # The marks at the ends mean nothing.
        kept = weight > 0
        states, weight = states[kept], weight[kept]
        centre = weight @ states
        return Reading(states, weight, centre / max(float(np.linalg.norm(centre)), 1e-9))


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
