"""The attribution network, run on onnxruntime."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.manifests import checked_manifest
from sayso.networks import open_network
from sayso.understanding.windows import Window, cut_windows, load_tokenizer

Scores = NDArray[np.float32]

# The layout of the folder of weights that this code reads.
FORMAT = 5
MEND = "reinstall sayso, or give the folder of whole weights with --weights"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one `window` of T subwords.

    `labels` [T, 7] holds log-probabilities of outside, then begin and inside of source, cue and content.
    `links` [T, 6 * 64 + 1] holds the vectors that `sayso.understanding.linking` compares. `votes` [T, 8 + 8 + 5]
    holds what each subword says for each stance as part of content, as part of a cue, and for each genre. `inner` [T, 7]
    is as `labels`, for the attributions that are told inside others' contents.
    """

    window: Window
    labels: Scores
    links: Scores
    votes: Scores
    inner: Scores


@dataclass(frozen=True, slots=True)
class Tables:
    """The few learned numbers that are used outside the network.

    `steps` [7, 7] is what it scores that one label follows another. `content_distance` and `source_distance` [24]
    score how far a content or a source stands from its cue, by bucket. `own_stance` [8] stands for the cue where the
    article speaks itself. `no_source` is added to the score that a cue
    has no source. `confidence` holds the weights of the calibration in `sayso.understanding.linking`; `confidence_inside`
    those for attributions tagged inside others' contents, `confidence_again` those for what is found there by reading again. `nested_choice`
    weighs the signs that such an attribution holds, in `sayso.understanding.nested_choice`.
    """

    steps: Scores
    content_distance: Scores
    source_distance: Scores
    own_stance: Scores
    no_source: float
    confidence: tuple[float, ...]
    confidence_inside: tuple[float, ...]
    confidence_again: tuple[float, ...]
    nested_choice: tuple[float, ...]


def _read_tables(path: Path) -> Tables:
    tables = json.loads(path.read_text(encoding="utf-8"))
    names = ("steps", "content_distance", "source_distance", "own_stance")
    steps, content, source, own = (np.asarray(tables[name], dtype=np.float32) for name in names)
    weights = (
        tuple(float(weight) for weight in tables[name])
        for name in ("confidence", "confidence_inside", "confidence_again", "nested_choice")
    )
    return Tables(steps, content, source, own, float(tables["no_source"]), *weights)


class Encoder:
    """The network of one folder of weights.

    The folder holds `model.onnx`, `tokenizer.json`, `tables.json` and `manifest.json`, which names the SHA-256 of
    the others. Raises `WeightsError` when one is missing or does not match.
    """

    def __init__(self, folder: str | None = None, threads: int = 1) -> None:
        self.folder = Path(folder) if folder else Path(str(resources.files("sayso"))) / "weights" / "attribution"
        self.manifest = checked_manifest(self.folder, FORMAT, MEND)
        self.tokenizer: Tokenizer = load_tokenizer(str(self.folder / "tokenizer.json"))
        self.tables = _read_tables(self.folder / "tables.json")
        self._session = open_network(self.folder / "model.onnx", threads)

    @property
    def digest(self) -> str:
        """SHA-256 of the network's weights."""
        return str(self.manifest["files"]["model.onnx"])

    def read(self, window: Window) -> Reading:
        """The network's scores for `window`; cost grows with the square of its length."""
        ids = np.asarray([window.ids], dtype=np.int64)
        labels, links, votes, inner = self._session.run(["labels", "links", "votes", "inner"], {"ids": ids})
        return Reading(window, log_softmax(labels[0]), links[0], votes[0], log_softmax(inner[0]))

    def read_text(self, text: str) -> list[Reading]:
        """The network's scores for each window of `text`; cost is linear in its length."""
        return [self.read(window) for window in cut_windows(text, self.tokenizer)]


def log_softmax(scores: Scores) -> Scores:
    """`scores` [T, N] as log-probabilities, row by row."""
    scores = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), dtype=np.float32)
