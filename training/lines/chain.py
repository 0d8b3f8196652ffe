"""Fit the line model: a small network for each line under a chain over the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from samples import ROLES, Sample

from sayso.reading.splitting.model import ALLOWED, FORBIDDEN, ROLE_OF, STATES, LineModel

HIDDEN = 48
DROPPED = 0.15
WARM_RATE, CHAIN_RATE = 2e-3, 5e-4
WARM_BATCH, CHAIN_BATCH = 512, 24
# Longer pages are cut to so many lines, most often around a line of an article.
CROP = 160
DECAY = 1e-4
# What a page, and what a line, counts in the losses.
PAGE_WEIGHTS = {"single": 1.0, "whole": 0.7, "near": 1.5, "clean": 1.5}
RARE_ROLE_WEIGHTS = (1.0, 4.0, 2.0, 2.0, 2.0, 4.0, 2.0)

Parameters = list[NDArray[np.float32]]


class _Adam:
    """The optimiser of Kingma and Ba (2015), with a cosine schedule."""

    def __init__(self, parameters: Parameters, rate: float, steps: int) -> None:
        self.parameters, self.rate, self.steps, self.done = parameters, rate, steps, 0
        self.first = [np.zeros_like(one) for one in parameters]
        self.second = [np.zeros_like(one) for one in parameters]

    def step(self, slopes: Sequence[NDArray[np.float32]], faster: int = 99) -> None:
        """Go down the slopes; the parameters from number `faster` on, of the chain, four times as fast."""
        self.done += 1
        rate = self.rate * (0.5 + 0.5 * np.cos(np.pi * min(self.done / self.steps, 1)))
        for at, slope in enumerate(slopes):
            self.first[at] = 0.9 * self.first[at] + 0.1 * slope
            self.second[at] = 0.999 * self.second[at] + 0.001 * slope * slope
            ahead = self.first[at] / (1 - 0.9**self.done)
            spread = np.sqrt(self.second[at] / (1 - 0.999**self.done)) + 1e-8
            self.parameters[at] -= ((4 if at >= faster else 1) * rate * ahead / spread).astype(np.float32)


def fit(samples: Sequence[Sample], seed: int, warm_epochs: int = 3, chain_epochs: int = 2) -> LineModel:
    """The model fitted to the samples: first line by line, then under the chain."""
    random = np.random.default_rng(seed)
    mean, scale = _moments(samples)
    width = len(mean)
    network: Parameters = [
        random.normal(0, np.sqrt(2 / width), (width, HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        random.normal(0, np.sqrt(1 / HIDDEN), (HIDDEN, len(ROLES))).astype(np.float32),
        np.zeros(len(ROLES), np.float32),
    ]
    _warm(samples, network, mean, scale, random, warm_epochs)
    chain = _first_steps(samples)
    _fit_chain(samples, network, chain, mean, scale, random, chain_epochs)
    return LineModel(mean, scale, *network, *chain)


def states_of(roles: NDArray[np.int64]) -> NDArray[np.int64]:
    """The states of the chain for the roles of a page's lines."""
    begun = np.cumsum((roles == ROLES.index("title")) | (roles == ROLES.index("body"))) > 0
    return np.where((roles == 0) & begun, STATES.index("behind"), roles)


def _moments(samples: Sequence[Sample]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    rows = np.concatenate([sample.rows for sample in samples[::4]]).astype(np.float32)
    return rows.mean(0), rows.std(0) + np.float32(1e-3)


def _warm(
    samples: Sequence[Sample], network: Parameters, mean: NDArray[np.float32], scale: NDArray[np.float32],
    random: np.random.Generator, epochs: int,
) -> None:  # fmt: skip
    rows = np.concatenate([sample.rows for sample in samples])
    roles = np.concatenate([sample.roles for sample in samples])
    weights = np.concatenate([
        np.array(RARE_ROLE_WEIGHTS)[sample.roles] * PAGE_WEIGHTS[sample.page.mix] for sample in samples
    ]).astype(np.float32)  # fmt: skip
    batches = len(roles) // WARM_BATCH
    adam = _Adam(network, WARM_RATE, epochs * batches)
    for epoch in range(epochs):
        order = random.permutation(len(roles))
        lost = 0.0
        for at in range(batches):
            chosen = order[at * WARM_BATCH : (at + 1) * WARM_BATCH]
            inputs = np.clip((rows[chosen].astype(np.float32) - mean) / scale, -6, 6)
            hidden, kept = _hidden(inputs, network, random)
            scores = hidden @ network[2] + network[3]
            scores -= scores.max(1, keepdims=True)
            shares = np.exp(scores)
            shares /= shares.sum(1, keepdims=True)
            weight = weights[chosen] / weights[chosen].sum()
            told = shares[np.arange(len(chosen)), roles[chosen]]
            lost -= float((weight * np.log(told + 1e-9)).sum())
            shares[np.arange(len(chosen)), roles[chosen]] -= 1
            adam.step(_slopes(inputs, hidden, kept, shares * weight[:, None], network))
        print(f"  line by line, epoch {epoch + 1}: loss {lost / batches:.4f}", flush=True)


def _hidden(
    inputs: NDArray[np.float32], network: Parameters, random: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:  # fmt: skip
    hidden = np.maximum(inputs @ network[0] + network[1], 0)
    kept = ((random.random(hidden.shape, dtype=np.float32) > DROPPED) / np.float32(1 - DROPPED)).astype(np.float32)
    return hidden * kept, kept * (hidden > 0)


def _slopes(
    inputs: NDArray[np.float32], hidden: NDArray[np.float32], kept: NDArray[np.float32], wrong: NDArray[np.float32],
    network: Parameters,
) -> list[NDArray[np.float32]]:  # fmt: skip
    back = (wrong @ network[2].T) * kept
    return [inputs.T @ back + DECAY * network[0], back.sum(0), hidden.T @ wrong + DECAY * network[2], wrong.sum(0)]


def _first_steps(samples: Sequence[Sample]) -> Parameters:
    """The steps between states, and the states that open and close a page, as counted."""
    steps = np.full((len(STATES), len(STATES)), 0.5)
    first, last = np.full(len(STATES), 0.5), np.full(len(STATES), 0.5)
    for sample in samples:
        states = states_of(sample.roles)
        np.add.at(steps, (states[:-1], states[1:]), 1)
        first[states[0]] += 1
        last[states[-1]] += 1
    steps = np.where(ALLOWED, np.log(steps / steps.sum(1, keepdims=True)) / 2, FORBIDDEN)
    return [steps.astype(np.float32), np.log(first / first.sum()).astype(np.float32), np.log(last / last.sum()).astype(np.float32) / 2]  # fmt: skip


def _fit_chain(
    samples: Sequence[Sample], network: Parameters, chain: Parameters, mean: NDArray[np.float32],
    scale: NDArray[np.float32], random: np.random.Generator, epochs: int,
) -> None:  # fmt: skip
    adam = _Adam([*network, *chain], CHAIN_RATE, epochs * (len(samples) // CHAIN_BATCH))
    for epoch in range(epochs):
        lost, batches = 0.0, 0
        for batch in _batches(samples, random):
            cuts = [_crop(sample, random) for sample in batch]
            lengths = np.array([len(roles) for _, roles, _, _ in cuts])
            inputs = np.clip((np.concatenate([rows for rows, *_ in cuts]).astype(np.float32) - mean) / scale, -6, 6)
            hidden, kept = _hidden(inputs, network, random)
            there = np.arange(lengths.max())[None] < lengths[:, None]
            scores = np.zeros((*there.shape, len(ROLES)), np.float32)
            scores[there] = hidden @ network[2] + network[3]
            states = [states_of(sample.roles)[start : start + len(roles)] for sample, (_, roles, start, _) in zip(batch, cuts, strict=True)]  # fmt: skip
            whole = np.array([[start == 0, end] for _, _, start, end in cuts], np.float32)
            weights = np.array([PAGE_WEIGHTS[sample.page.mix] for sample in batch], np.float32) / lengths.sum() * 4
            loss, wrong, slopes = _chain_slopes(scores[..., ROLE_OF], states, there, whole, chain, weights)
            by_role = np.zeros_like(scores)
            np.add.at(by_role, (slice(None), slice(None), np.array(ROLE_OF)), wrong)
            adam.step([*_slopes(inputs, hidden, kept, by_role[there], network), *slopes], faster=len(network))
            chain[0][~ALLOWED] = FORBIDDEN
            lost, batches = lost + loss, batches + 1
        print(f"  under the chain, epoch {epoch + 1}: loss {lost / batches:.3f}", flush=True)


def _batches(samples: Sequence[Sample], random: np.random.Generator) -> Iterator[list[Sample]]:
    """Samples of like length together, in random order."""
    lengths = np.array([min(len(sample.roles), CROP) for sample in samples]) + random.random(len(samples)) * 40
    order = np.argsort(lengths, kind="stable")
    starts = np.arange(0, len(order) - CHAIN_BATCH, CHAIN_BATCH)
    for start in random.permutation(starts):
        yield [samples[at] for at in order[start : start + CHAIN_BATCH]]


def _crop(sample: Sample, random: np.random.Generator) -> tuple[NDArray[np.float16], NDArray[np.int64], int, bool]:
    """Rows, roles, where they start, and whether they reach the end of the page."""
    count = len(sample.roles)
    start = 0
    if count > CROP:
        start = int(random.integers(0, count - CROP + 1))
        told = np.flatnonzero(sample.roles)
        if len(told) and random.random() < 0.7:
            start = int(np.clip(random.choice(told) - random.integers(CROP), 0, count - CROP))
    return sample.rows[start : start + CROP], sample.roles[start : start + CROP], start, start + CROP >= count


def _chain_slopes(
    scores: NDArray[np.float32], states: Sequence[NDArray[np.int64]], there: NDArray[np.bool_],
    whole: NDArray[np.float32], chain: Parameters, weights: NDArray[np.float32],
) -> tuple[float, NDArray[np.float32], Parameters]:  # fmt: skip
    """The loss of a batch, and its slopes by the score of each state and by the chain (forward and backward sums)."""
    pages, count, _ = scores.shape
    steps = np.exp(chain[0])
    first, last = whole[:, :1] * chain[1], whole[:, 1:] * chain[2]
    top = scores.max(2, keepdims=True)
    likely = np.exp(scores - top)
    forward = np.empty_like(scores)
    sizes = np.ones((pages, count), np.float32)
    now = np.exp(first) * likely[:, 0]
    sizes[:, 0] = now.sum(1)
    forward[:, 0] = now / sizes[:, :1]
    for at in range(1, count):
        now, on = (forward[:, at - 1] @ steps) * likely[:, at], there[:, at]
        sizes[:, at] = np.where(on, np.maximum(now.sum(1), 1e-30), 1)
        forward[:, at] = np.where(on[:, None], now / sizes[:, at : at + 1], forward[:, at - 1])
    backward = np.empty_like(scores)
    backward[:, -1] = np.exp(last)
    total = np.maximum((forward[:, -1] * backward[:, -1]).sum(1), 1e-30)
    pairs = np.zeros_like(steps)
    for at in range(count - 1, 0, -1):
        on = there[:, at, None]
        flow = likely[:, at] * backward[:, at] / sizes[:, at : at + 1]
        pairs += forward[:, at - 1].T @ np.where(on, flow * (weights / total)[:, None], 0) * steps
        backward[:, at - 1] = np.where(on, flow @ steps.T, backward[:, at])
    shares = forward * backward
    shares /= np.maximum(shares.sum(2, keepdims=True), 1e-30)
    loss = ((np.log(sizes) + top[:, :, 0]) * there).sum(1) + np.log(total)
    wrong = shares * there[..., None]
    closing = np.zeros_like(chain[2])
    for page, path in enumerate(states):
        at = np.arange(len(path))
        loss[page] -= scores[page, at, path].sum() + chain[0][path[:-1], path[1:]].sum() + first[page, path[0]] + last[page, path[-1]]  # fmt: skip
        ending = wrong[page, at[-1]].copy()
        ending[path[-1]] -= 1
        closing += whole[page, 1] * weights[page] * ending
        wrong[page, at, path] -= 1
        np.add.at(pairs, (path[:-1], path[1:]), -weights[page])
    wrong *= weights[:, None, None]
    opening = (wrong[:, 0] * whole[:, :1]).sum(0)
    return (
        float(np.minimum(loss, 500).mean()),
        wrong,
        [np.where(ALLOWED, pairs, 0).astype(np.float32), opening, closing],
    )
