"""The network's votes on the stance of a statement or the genre of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from sayso.records import Genre, Stance
from sayso.spans import Span
from sayso.understanding.encoder import Reading, Scores, Tables

STANCES: tuple[Stance, ...] = get_args(Stance)
GENRES: tuple[Genre, ...] = get_args(Genre)
# A subword's votes: for each stance as content, for each as cue, for each genre.
COLUMNS = 2 * len(STANCES) + len(GENRES)
# How likely a genre other than report must be. This and `OPINION` were chosen on both draws of the gold set and on
# training/labels/unseen_genre.jsonl; 0.3 to 0.5 and 1 to 2 lie within three of 394 articles of each other.
LIKELY = 0.35
# Columns are commoner on the web than in the labels that the network learned from.
OPINION = 1.5
# Of fewer subwords nothing but the labels counts: a caption or a notice has no style.
FEWEST = 80
# A title that asks. It stands over so many times more of the analyses and columns than of the reports that were
# labelled in PolNeAR train (11 of 84 and 4 of 77 against 6 of 666).
ASKS = re.compile(
    r"^(?:what|why|how|who|where|when|is|are|will|can|could|should|does|do|did)\b|[:;–—] ?(?:what|why|how)\b|\?",
    re.IGNORECASE,
)
ASKED: dict[Genre, float] = {"analysis": 14.0, "opinion": 6.0}


@dataclass(frozen=True, slots=True)
class Votes:
    """What the network votes for the parts of one text.

    `starts` and `ends` [N] place the text's subwords in order. `sums` [N + 1, 21] are the running sums of their
    votes, `counts` [N + 1] of their number; marks that stand for no words count for nothing.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sums: NDArray[np.float64]
    counts: NDArray[np.int64]
    own_stance: Scores

    @classmethod
    def read(cls, readings: Sequence[Reading], tables: Tables) -> Votes:
        """The votes in the `readings` of a text's windows."""
        starts = np.array([start for reading in readings for start in reading.window.starts], dtype=np.int64)
        ends = np.array([end for reading in readings for end in reading.window.ends], dtype=np.int64)
        votes = np.concatenate([reading.votes for reading in readings]) if readings else np.zeros((0, COLUMNS))
        real = ends > starts
        sums = np.concatenate([np.zeros((1, COLUMNS)), np.cumsum(votes * real[:, None], axis=0, dtype=np.float64)])
        return cls(starts, ends, sums, np.concatenate([[0], np.cumsum(real)]), tables.own_stance)

    def stances(self, content: Sequence[Span], cue: Span | None) -> dict[Stance, float]:
        """The log-probability of each stance for a statement: the mean vote of its content's subwords, with its cue's.

        Without a cue the article speaks itself. All are equal where no window holds a word of the content.
        """
        said = self._mean(content)[: len(STANCES)]
        told = self._mean([cue])[len(STANCES) : 2 * len(STANCES)] if cue else self.own_stance
        scores = said + told
        scores = scores - scores.max()
        scores = scores - np.log(np.exp(scores).sum())
        return {stance: float(score) for stance, score in zip(STANCES, scores, strict=True)}

    def _mean(self, spans: Sequence[Span]) -> NDArray[np.float64]:
        total, count = np.zeros(COLUMNS), 0
        for span in spans:
            first = int(np.searchsorted(self.ends, span.start, side="right"))
            after = max(first, int(np.searchsorted(self.starts, span.end, side="left")))
            total += self.sums[after] - self.sums[first]
            count += int(self.counts[after] - self.counts[first])
        return total / max(1, count)


def genre_votes(readings: Sequence[Reading]) -> dict[Genre, float]:
    """The probability of each genre for an article: the mean over its windows' own, weighed by their length."""
    total = np.zeros(len(GENRES))
    for reading in readings:
        scores = reading.votes[:, 2 * len(STANCES) :].mean(axis=0)
        raised = np.exp(scores - scores.max())
        total += len(reading.window.ids) * raised / raised.sum()
    shares = total / total.sum() if total.any() else total + 1 / len(GENRES)
    return {genre: float(share) for genre, share in zip(GENRES, shares, strict=True)}


def judge_genre(told: Genre, title: str, readings: Sequence[Reading]) -> Genre:
    """What the page's own labels have `told`, unless that is "report", which is also what they say by silence.

    Then the likeliest genre by what the network reads and whether the title asks, when it is likely enough. A page is
    live by its labels and the times of its entries alone: the network takes any page full of dates for one.
    """
    if told != "report" or sum(len(reading.window.ids) for reading in readings) < FEWEST:
        return told
    votes = genre_votes(readings)
    votes["opinion"] *= OPINION
    if ASKS.search(title):
        votes = {genre: share * ASKED.get(genre, 1.0) for genre, share in votes.items()}
    best = max((genre for genre in GENRES if genre != "live"), key=lambda genre: votes[genre])
    return best if votes[best] >= LIKELY * sum(votes.values()) else told
