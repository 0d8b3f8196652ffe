"""Fit the line model: networks that see a line and those around it, under a chain over the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from samples import ROLES, Sample
from torch import nn
from torch.nn import functional

from sayso.reading.splitting.model import ALLOWED, ARRAYS, FARTHEST, FORBIDDEN, REACHES, ROLE_OF, STATES, LineModel

HIDDEN = 48
DROPPED = 0.15
# So many columns of the rows are hidden from a page in training.
COLUMNS_DROPPED = 0.1
RATE, CHAIN_RATE = 3e-3, 3e-3
DECAY = 1e-3
BATCH = 48
STEEPEST = 5.0
# Longer pages are cut to so many lines, most often around a line of an article.
CROP = 160
# Epochs line by line, then under the chain.
WARM_EPOCHS, CHAIN_EPOCHS = 2, 12
# What a page, and what a line of each role, counts in the losses; and the loss by line beside that of the chain.
PAGE_WEIGHTS = {"single": 1.0, "whole": 0.7, "near": 1.5, "clean": 1.5}
ROLE_WEIGHTS = (1.0, 4.0, 2.0, 2.0, 2.0, 4.0, 2.0)
BY_LINE = 0.3

Numbers = NDArray[np.float32]


class Network(nn.Module):
    """Scores the roles of every line of a batch of pages; shape in (pages, lines, columns), out (pages, lines, roles)."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.inner = nn.Linear(columns, HIDDEN)
        self.around = nn.ModuleList(nn.Conv1d(HIDDEN, HIDDEN, 3, padding=reach, dilation=reach) for reach in REACHES)
        self.outer = nn.Linear(HIDDEN, len(ROLES))
        for layer in self.around:
            nn.init.normal_(layer.weight, 0, 0.5 * (3 * HIDDEN) ** -0.5)
            nn.init.zeros_(layer.bias)

    def forward(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """`there` says which lines are none but padding."""
        if self.training:
            kept = torch.rand(rows.shape[0], 1, rows.shape[2]) > COLUMNS_DROPPED
            rows = rows * kept / (1 - COLUMNS_DROPPED)
        hidden = functional.relu(self.inner(rows)) * there[..., None]
        for layer in self.around:
            more = functional.relu(layer(hidden.transpose(1, 2)).transpose(1, 2))
            hidden = (hidden + functional.dropout(more, DROPPED, self.training)) * there[..., None]
        scores: torch.Tensor = self.outer(hidden)
        return scores


def fit(samples: Sequence[Sample], seed: int) -> LineModel:
    """The model fitted to the samples: first line by line, then under the chain as well."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    random = np.random.default_rng(seed)
    mean, scale = _moments(samples)
    network = Network(len(mean))
    chain = [torch.nn.Parameter(torch.from_numpy(table)) for table in _first_steps(samples)]
    for epochs, rate, chained in ((WARM_EPOCHS, RATE, False), (CHAIN_EPOCHS, CHAIN_RATE, True)):
        optimiser = torch.optim.AdamW(
            [
                {"params": network.parameters(), "lr": rate, "weight_decay": DECAY},
                {"params": chain, "lr": 2 * rate, "weight_decay": 0.0},
            ]
        )
        slower = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs * (len(samples) // BATCH))
        for epoch in range(epochs):
            lost = [
                _learn(batch, network, chain if chained else None, mean, scale, random, optimiser, slower)
                for batch in _batches(samples, random)
            ]
            print(f"  {'under the chain' if chained else 'line by line'}, epoch {epoch + 1}: loss {np.mean(lost):.3f}", flush=True)  # fmt: skip
    return _exported(network.eval(), chain, mean, scale)


def _learn(
    batch: Sequence[Sample], network: Network, chain: Sequence[torch.nn.Parameter] | None, mean: Numbers, scale: Numbers,
    random: np.random.Generator, optimiser: torch.optim.Optimizer, slower: torch.optim.lr_scheduler.LRScheduler,
) -> float:  # fmt: skip
    """One step down the slopes of a batch; its loss."""
    cuts = [_crop(sample, random) for sample in batch]
    longest = max(len(roles) for _, roles, _, _ in cuts)
    there = np.zeros((len(cuts), longest), np.bool_)
    rows = np.zeros((len(cuts), longest, len(mean)), np.float32)
    wanted = np.zeros((len(cuts), longest), np.int64)
    for page, (own, roles, _, _) in enumerate(cuts):
        there[page, : len(roles)] = True
        rows[page, : len(roles)] = np.clip((own.astype(np.float32) - mean) / scale, -FARTHEST, FARTHEST)
        wanted[page, : len(roles)] = roles
    shown = torch.from_numpy(there)
    scores = network(torch.from_numpy(rows), shown)
    by_line = functional.cross_entropy(
        scores[shown], torch.from_numpy(wanted)[shown], weight=torch.tensor(ROLE_WEIGHTS)
    )
    optimiser.zero_grad()
    if chain is None:
        by_line.backward()
        loss = float(by_line.detach())
    else:
        loss = _chain_loss(batch, cuts, scores, there, chain, by_line)
    nn.utils.clip_grad_norm_(network.parameters(), STEEPEST)
    optimiser.step()
    slower.step()
    if chain is not None:
        with torch.no_grad():
            chain[0][torch.from_numpy(~ALLOWED)] = FORBIDDEN
    return loss


Cut = tuple[NDArray[np.float16], NDArray[np.int64], int, bool]


def _chain_loss(
    batch: Sequence[Sample], cuts: Sequence[Cut], scores: torch.Tensor, there: NDArray[np.bool_],
    chain: Sequence[torch.nn.Parameter], by_line: torch.Tensor,
) -> float:  # fmt: skip
    """The loss under the chain, with the slopes left at the network's and the chain's parameters."""
    states = [states_of(sample.roles)[start : start + len(roles)] for sample, (_, roles, start, _) in zip(batch, cuts, strict=True)]  # fmt: skip
    whole = np.array([[start == 0, end] for _, _, start, end in cuts], np.float32)
    # A page whose gold the chain cannot tell, such as one with a deck above its title, teaches it nothing.
    told = np.array([ALLOWED[path[:-1], path[1:]].all() for path in states], np.float32)
    weights = told * np.array([PAGE_WEIGHTS[sample.page.mix] for sample in batch], np.float32) * 4 / there.sum()
    tables = [table.detach().numpy() for table in chain]
    loss, wrong, slopes = _chain_slopes(scores.detach().numpy()[..., ROLE_OF], states, there, whole, tables, weights)
    by_role = np.zeros(scores.shape, np.float32)
    np.add.at(by_role, (slice(None), slice(None), np.array(ROLE_OF)), wrong)
    (BY_LINE * by_line + (scores * torch.from_numpy(by_role)).sum()).backward()
    for table, slope in zip(chain, slopes, strict=True):
        table.grad = torch.from_numpy(np.ascontiguousarray(slope, dtype=np.float32))
    return loss


def _exported(network: Network, chain: Sequence[torch.nn.Parameter], mean: Numbers, scale: Numbers) -> LineModel:
    """The model as numpy reads it: a convolution as one table for the line before, the line, and the line behind."""

    def plain(table: torch.Tensor) -> Numbers:
        return np.ascontiguousarray(table.detach().numpy(), dtype=np.float32)

    around = [plain(layer.weight.permute(2, 1, 0).reshape(3 * HIDDEN, HIDDEN)) for layer in network.around]
    alone = [
        plain(network.inner.weight.T), plain(network.inner.bias), np.stack(around),
        np.stack([plain(layer.bias) for layer in network.around]), plain(network.outer.weight.T), plain(network.outer.bias),
    ]  # fmt: skip
    return LineModel(mean, scale, *(table[None] for table in alone), *(plain(table) for table in chain))


def join(models: Sequence[LineModel]) -> LineModel:
    """One model of the networks of several, fitted to the same samples, under the mean of their chains."""
    networks = [np.concatenate([getattr(model, name) for model in models]) for name in ARRAYS[2:8]]
    chain = [np.mean([getattr(model, name) for model in models], axis=0) for name in ARRAYS[8:]]
    return LineModel(models[0].mean, models[0].scale, *networks, *chain)


def states_of(roles: NDArray[np.int64]) -> NDArray[np.int64]:
    """The states of the chain for the roles of a page's lines."""
    begun = np.cumsum((roles == ROLES.index("title")) | (roles == ROLES.index("body"))) > 0
    return np.where((roles == 0) & begun, STATES.index("behind"), roles)


def _moments(samples: Sequence[Sample]) -> tuple[Numbers, Numbers]:
    rows = np.concatenate([sample.rows for sample in samples[::4]]).astype(np.float32)
    return rows.mean(0), rows.std(0) + np.float32(1e-3)


def _first_steps(samples: Sequence[Sample]) -> list[Numbers]:
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


def _batches(samples: Sequence[Sample], random: np.random.Generator) -> Iterator[list[Sample]]:
    """Samples of like length together, in random order."""
    lengths = np.array([min(len(sample.roles), CROP) for sample in samples]) + random.random(len(samples)) * 40
    order = np.argsort(lengths, kind="stable")
    starts = np.arange(0, len(order) - BATCH, BATCH)
    for start in random.permutation(starts):
        yield [samples[at] for at in order[start : start + BATCH]]


def _crop(sample: Sample, random: np.random.Generator) -> Cut:
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
    whole: NDArray[np.float32], chain: Sequence[Numbers], weights: NDArray[np.float32],
) -> tuple[float, NDArray[np.float32], list[Numbers]]:  # fmt: skip
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
