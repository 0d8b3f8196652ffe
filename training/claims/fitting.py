"""Fit a network to labelled pairs of clauses, with checkpoints."""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from pairs import Pair, read_pairs, share_pairs, told
from torch import Tensor, nn
from torch.nn import functional

SEED = 1
# Scores [n, 3] of n pairs of clauses.
Score = Callable[[Sequence[tuple[str, str]]], Tensor]


@dataclass(frozen=True, slots=True)
class Course:
    """How a network is fitted: pairs are batched with others of about their length, out of `pool` at a time; `rate` is that
    of the encoder, `head_rate` that of the rest; the share `warm` of all steps leads up to them.
    """

    epochs: int
    batch: int
    pool: int
    rate: float
    head_rate: float
    warm: float


def prepare(doc: str | None) -> tuple[argparse.Namespace, list[Pair], list[Pair]]:
    """The folders of the command line (`shared`, `base`, `run`, `to`), the pairs to learn from, those left out; chance is seeded."""
    parser = argparse.ArgumentParser(description=doc)
    for name in ("--shared", "--base", "--run", "--to"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    train, held = share_pairs(read_pairs(options.shared))
    print(f"{len(train)} pairs to learn from, {len(held)} left out", flush=True)
    random.seed(SEED)
    torch.manual_seed(SEED)
    return options, train, held


def fit(
    network: nn.Module, score: Score, train: Sequence[Pair], held: Sequence[Pair], state: Path, course: Course
) -> None:
    """Train in place, from `state` on if it is there; tells what is right of `held` after each epoch.

    The parameters whose names begin with "encoder" are the encoder's.
    """
    learned = [(name, one) for name, one in network.named_parameters() if one.requires_grad]
    encoder = [one for name, one in learned if name.startswith("encoder")]
    rest = [one for name, one in learned if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": course.rate}, {"params": rest, "lr": course.head_rate}], weight_decay=0.01
    )
    steps = course.epochs * -(-len(train) // course.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(1.0, (at + 1) / (course.warm * steps)) * max(0.02, 1 - at / steps)
    )
    parts = {"network": network, "optimizer": optimizer, "schedule": schedule}
    done = 0
    if state.exists():
        saved = torch.load(state, weights_only=False)
        for name, one in parts.items():
            one.load_state_dict(saved[name])
        random.setstate(saved["chance"])
        done = saved["epochs"]
    for epoch in range(done, course.epochs):
        network.train()
        total = 0.0
        batches = _batches(train, course)
        for places in batches:
            rows = [(train[at], random.random() < 0.5) for at in places]
            wanted = torch.tensor([one.turned if turned else one.targets for one, turned in rows])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = score([(one.b, one.a) if turned else (one.a, one.b) for one, turned in rows])
            loss = functional.binary_cross_entropy_with_logits(scores.float(), wanted)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        rest_of_state = {"chance": random.getstate(), "epochs": epoch + 1}
        torch.save({**{name: one.state_dict() for name, one in parts.items()}, **rest_of_state}, state)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.4f}{told(score, network, held)}", flush=True)


def _batches(train: Sequence[Pair], course: Course) -> list[list[int]]:
    """Places in `train`, each batch of pairs of about one length."""
    order = random.sample(range(len(train)), len(train))
    order = [
        at
        for start in range(0, len(order), course.pool)
        for at in sorted(order[start : start + course.pool], key=lambda at: len(train[at].a) + len(train[at].b))
    ]
    found = [order[start : start + course.batch] for start in range(0, len(order), course.batch)]
    random.shuffle(found)
    return found
