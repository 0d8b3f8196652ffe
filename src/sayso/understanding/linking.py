"""Join the stretches of a window into attributions."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.understanding.encoder import Scores, Tables
from sayso.understanding.tagging import Stretch

# Width of one link vector, and how many buckets each distance table has; both as in training.
LINK = 64
BUCKETS = 24
# The chance of a part that is not there; and how near to 0 or 1 a chance may come, lest one part decide alone.
EVEN = 0.5
CERTAIN = 1e-4
# How many numbers the calibration weighs: a constant, five chances, no source, no cue.
SIGNS = 8


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with its content stretches and its source, if any.

    `confidence` is the probability that content and source are right, as calibrated on PolNeAR dev.
    """

    cue: Stretch | None
    source: Stretch | None
    contents: tuple[Stretch, ...]
    confidence: float


def distance_bucket(distance: int) -> int:
    """The bucket of a signed distance in subwords: logarithmic, half of the buckets to each side."""
    half = BUCKETS // 2
    size = min(half - 1, int(2 * math.log2(1 + abs(distance))))
    return half + size if distance >= 0 else half - 1 - size


def gap(span: tuple[int, int], cue: tuple[int, int]) -> int:
    """Subwords between a half-open span and a cue; negative when the span comes first."""
    return span[0] - cue[1] if span[0] >= cue[0] else -(cue[0] - span[1]) - 1


def link_stretches(stretches: list[Stretch], links: Scores, tables: Tables) -> list[Linked]:
    """Attributions of one window: each content goes to its likeliest cue, each cue takes its likeliest source or none.

    `links` is [T, 6 * 64 + 1]. Content in a window without a cue comes back alone. Cues without content are left out.
    """
    cues = [stretch for stretch in stretches if stretch.role == "cue"]
    sources = [stretch for stretch in stretches if stretch.role == "source"]
    contents = [stretch for stretch in stretches if stretch.role == "content"]
    if not cues:
        return [Linked(None, None, (one,), _confidence((one,), None, None, EVEN, EVEN, tables)) for one in contents]
    if not contents:
        return []
    to_cue = _softmax(_pair_scores(links, cues, contents, 0, tables.content_distance))
    none = links[[cue.first for cue in cues], 6 * LINK][:, None] + tables.no_source
    to_source = none
    if sources:
        to_source = np.concatenate([none, _pair_scores(links, cues, sources, 3, tables.source_distance).T], axis=1)
    to_source = _softmax(to_source)
    found = []
    chosen = to_cue.argmax(axis=1)
    for place, cue in enumerate(cues):
        mine = [at for at in range(len(contents)) if chosen[at] == place]
        if not mine:
            continue
        best = int(to_source[place].argmax())
        source = sources[best - 1] if best else None
        chosen_contents = tuple(contents[at] for at in mine)
        content_link = min(float(to_cue[at, place]) for at in mine)
        confidence = _confidence(chosen_contents, cue, source, float(to_source[place, best]), content_link, tables)
        found.append(Linked(cue, source, chosen_contents, confidence))
    return found


def _confidence(
    contents: tuple[Stretch, ...],
    cue: Stretch | None,
    source: Stretch | None,
    source_link: float,
    content_link: float,
    tables: Tables,
) -> float:
    """The calibrated probability of an attribution: logistic in the log-odds of its parts.

    Source: logistic (Platt) calibration, fitted by `training/attribution/calibrate.py`.
    """
    parts = (
        min(content.confidence for content in contents),
        cue.confidence if cue else EVEN,
        source.confidence if source else EVEN,
        source_link,
        content_link,
    )
    signs = (1.0, *(log_odds(part) for part in parts), float(source is None), float(cue is None))
    return 1 / (1 + math.exp(-sum(weight * sign for weight, sign in zip(tables.confidence, signs, strict=True))))


def log_odds(chance: float) -> float:
    """The log-odds of `chance`, which is kept away from 0 and 1."""
    held = min(max(chance, CERTAIN), 1 - CERTAIN)
    return math.log(held / (1 - held))


def _pair_scores(links: Scores, cues: list[Stretch], spans: list[Stretch], part: int, bias: Scores) -> Scores:
    """Scores [spans, cues]; the query of a cue stands at its first subword, a span's keys at its first and last."""
    query, begin, end = (links[:, (part + step) * LINK : (part + step + 1) * LINK] for step in range(3))
    keys = begin[[span.first for span in spans]] + end[[span.last for span in spans]]
    scores = keys @ query[[cue.first for cue in cues]].T / math.sqrt(LINK)
    buckets = [
        [distance_bucket(gap((span.first, span.last + 1), (cue.first, cue.last + 1))) for cue in cues] for span in spans
    ]
    return np.asarray(scores + bias[np.asarray(buckets)], dtype=np.float32)


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
