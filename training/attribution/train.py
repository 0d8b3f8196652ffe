"""Train the attribution network on PolNeAR, and on what a teacher says of other texts.

    python training/attribution/train.py --data ../shared/data/polnear --base DIR --out build/attribution
        [--labels training/labels] [--soft build/soft.pkl]

`--base` is the folder of a BERT or MPNet encoder that shares MiniLM-L6's vocabulary. `--labels` are the stances, genres
and nested attributions that we labelled. `--soft` is what `teach.py` wrote. A run that was cut off goes
on from its last checkpoint when it is started again with the same arguments.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from model import AttributionNetwork, ByteDropout
from nested import nest
from polnear import IGNORED, Example, Inner, chain_path, make_examples, read_split, vary_typography
from read_labels import read_extraction, read_labels
from torch import Tensor, nn

from sayso.understanding.judging import STANCES
from sayso.understanding.windows import cut_windows, load_tokenizer

# glibc gives large blocks back to the kernel after each step and asks for them again at the next; without these a
# step takes three to seven times as long.
MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "100000000000", "MALLOC_TOP_PAD_": "1000000000"}
SECONDS_BETWEEN_CHECKPOINTS = 420
# BERT's tokenizer, which every base reads with: the ids of another one would mean other words.
TOKENIZER = Path(__file__).resolve().parents[2] / "src" / "sayso" / "weights" / "attribution" / "tokenizer.json"


def keep_memory() -> None:
    """Start this program again with `MEMORY` set, which only counts from a process's start."""
    if any(os.environ.get(name) != value for name, value in MEMORY.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **MEMORY})


def main() -> None:
    keep_memory()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--soft", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--encoder-rate", type=float, default=8e-5)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--chain-weight", type=float, default=0.5)
    parser.add_argument("--link-weight", type=float, default=0.3)
    parser.add_argument("--soft-weight", type=float, default=0.5)
    parser.add_argument("--stance-weight", type=float, default=0.1)
    parser.add_argument("--genre-weight", type=float, default=0.05)
    parser.add_argument("--inner-weight", type=float, default=0.5)
    parser.add_argument("--nested", type=int, default=1200, help="generated nested attributions an epoch")
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(str(TOKENIZER))
    articles = read_split(options.data / "train")
    network = AttributionNetwork(options.base)
    heads = [parameter for name, parameter in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": [one for one in network.encoder.parameters() if one.requires_grad], "lr": options.encoder_rate},
            {"params": heads, "lr": options.head_rate},
        ],
        weight_decay=0.01,
    )
    soft = pickle.loads(options.soft.read_bytes()) if options.soft else {"taught": {}, "more": [], "inside": {}}
    pages = read_extraction(options.data.parent)
    labels = read_labels(options.labels, articles, pages)
    if options.soft:
        # The teacher has looked where we had not.
        labels.inner.update(
            (name, Inner(one.attributions + soft["inside"].get(name, []))) for name, one in labels.inner.items()
        )
    genres = {
        window.ids: labels.genres[name]
        for name, text in pages.items()
        if name in labels.genres
        for window in cut_windows(text, tokenizer)
    }
    more = [replace(one, genre=genres.get(one.window.ids, -1)) for one in soft["more"]]
    windows = sum(len(make_examples(text, [], tokenizer)) for _, text, _ in articles)
    windows += len(more) + options.nested
    steps = options.epochs * (windows // options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    checkpoint = Checkpoint(options.out / "state.pt", network, optimizer, schedule)
    for epoch in range(checkpoint.epoch, options.epochs):
        chance = random.Random(f"{options.seed}.{epoch}")
        examples = [
            example
            for name, text, annotators in articles
            for example in make_examples(
                vary_typography(text, chance),
                chance.choice(annotators),
                tokenizer,
                labels.judged[name],
                labels.genres.get(name, -1),
                labels.inner.get(name),
            )
        ]
        # A teacher's word on a text holds for the text as it is, not with other quotation marks.
        examples = [replace(one, soft=soft["taught"].get(one.window.ids)) for one in examples]
        examples += more
        for text, outer, inner in nest(articles, options.nested, chance):
            text = vary_typography(text, chance)
            examples += make_examples(text, [outer], tokenizer, inner=Inner(inner))
        chance.shuffle(examples)
        run_epoch(network, checkpoint, make_batches(examples, options.batch, chance), options)
    torch.save(network.state_dict(), options.out / "network.pt")
    (options.out / "settings.json").write_text(
        json.dumps({key: str(value) for key, value in vars(options).items()}, indent=1)
    )


class Checkpoint:
    """Where a run stands, on disk: it starts from `path` when that exists."""

    def __init__(self, path: Path, network, optimizer, schedule) -> None:
        self.path, self.parts = path, {"network": network, "optimizer": optimizer, "schedule": schedule}
        self.network, self.optimizer, self.schedule = network, optimizer, schedule
        self.epoch, self.step = 0, 0
        self.saved_at = time.time()
        if path.exists():
            saved = torch.load(path, weights_only=False)
            for name, part in self.parts.items():
                part.load_state_dict(saved[name])
            self.epoch, self.step = saved["epoch"], saved["step"]

    def save(self, epoch: int, step: int, due: bool) -> None:
        """Note that `step` steps of `epoch` are done; write it when `due` or when the last time was long ago."""
        self.epoch, self.step = epoch, step
        if due or time.time() - self.saved_at > SECONDS_BETWEEN_CHECKPOINTS:
            part = self.path.with_suffix(".part")
            torch.save(
                {name: one.state_dict() for name, one in self.parts.items()} | {"epoch": epoch, "step": step}, part
            )
            part.replace(self.path)
            self.saved_at = time.time()


def make_batches(examples: list[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """Batches in random order; windows of like length go together, so that no padding is wasted."""
    groups = [examples[at : at + 40 * size] for at in range(0, len(examples), 40 * size)]
    batches = []
    for group in groups:
        group.sort(key=lambda example: len(example.labels))
        batches += [group[at : at + size] for at in range(0, len(group), size)]
    chance.shuffle(batches)
    return batches


def run_epoch(network: AttributionNetwork, checkpoint: Checkpoint, batches: list[list[Example]], options) -> None:
    """The rest of one pass over `batches`.

    Prints the mean losses every fifty steps: single, chain, link, stance, genre, and single and link of nested ones.
    """
    network.train()
    epoch, first = checkpoint.epoch, checkpoint.step
    began, losses, seen = time.time(), [], 0
    for step in range(first, len(batches)):
        torch.manual_seed(1_000_000 * options.seed + 10_000 * epoch + step)
        ByteDropout.chance = np.random.Generator(np.random.SFC64([options.seed, epoch, step]))
        batch = batches[step]
        ids, mask, labels, path = tensors_of(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, links, votes, inside = network(ids, mask)
        tags = tags.float()
        single = single_loss(tags, labels, batch, options.soft_weight)
        chain = network.chain_loss(tags, path, mask)
        link = link_loss(network, batch, links.float())
        stance, genre = vote_losses(network, batch, votes.float())
        loss = (1 - options.chain_weight) * single + options.chain_weight * chain + options.link_weight * link
        loss = loss + options.stance_weight * stance + options.genre_weight * genre
        inner, inner_link = inner_losses(network, batch, inside.float(), links.float())
        loss = loss + options.inner_weight * inner + options.link_weight * inner_link
        checkpoint.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        checkpoint.optimizer.step()
        checkpoint.schedule.step()
        losses.append([one.item() for one in (single, chain, link, stance, genre, inner, inner_link)])
        seen += int(mask.sum())
        if step % 50 == 49:
            recent = losses[-50:]
            means = " ".join(f"{sum(column) / len(recent):.4f}" for column in zip(*recent, strict=True))
            rate = seen / (time.time() - began)
            print(f"epoch {epoch} step {step + 1}/{len(batches)} {means} {rate:.0f}/s", flush=True)
        checkpoint.save(epoch, step + 1, due=False)
    checkpoint.save(epoch + 1, 0, due=True)


def single_loss(tags: Tensor, labels: Tensor, batch: list[Example], soft_weight: float) -> Tensor:
    """Mean cross-entropy a token: with the gold labels, mixed with the teacher's where it has spoken."""
    logs = nn.functional.log_softmax(tags, dim=2)
    total = torch.zeros(())
    count = int((labels != IGNORED).sum())
    for row, example in enumerate(batch):
        size = len(example.labels)
        real = labels[row, :size] != IGNORED
        gold = -logs[row, :size].gather(1, labels[row, :size].clamp(min=0).unsqueeze(1)).squeeze(1)[real].sum()
        if example.soft is None:
            total = total + gold
            continue
        taught = -(torch.from_numpy(example.soft.astype(np.float32)) * logs[row, :size]).sum(1)[real].sum()
        share = soft_weight if example.gold else 1.0
        total = total + share * taught + (1 - share) * gold
    return total / max(1, count)


def vote_losses(network: AttributionNetwork, batch: list[Example], votes: Tensor) -> tuple[Tensor, Tensor]:
    """Mean cross-entropy of the batch's labelled stances, then of its labelled genres; 0 where there is none."""
    stances, wanted, genres, kinds = [], [], [], []
    for example, one in zip(batch, votes.unbind(0), strict=True):
        for content, cue, label in example.stances:
            stances.append(network.stance_scores(one, content, cue))
            wanted.append(label)
        if example.genre >= 0:
            genres.append(one[: len(example.labels), 2 * len(STANCES) :].mean(0))
            kinds.append(example.genre)
    zero = torch.zeros(())
    stance = nn.functional.cross_entropy(torch.stack(stances), torch.tensor(wanted)) if stances else zero
    genre = nn.functional.cross_entropy(torch.stack(genres), torch.tensor(kinds)) if genres else zero
    # A batch counts by how much of it is labelled, as if the losses were summed over an epoch.
    return stance * min(1.0, len(stances) / 8), genre * min(1.0, len(genres) / 8)


def inner_losses(
    network: AttributionNetwork, batch: list[Example], inside: Tensor, links: Tensor
) -> tuple[Tensor, Tensor]:
    """Mean cross-entropy of the nested labels where they are known, and of the nested links; 0 where there is none."""
    rows = [row for row, example in enumerate(batch) if example.inner]
    inner = [batch[row].inner for row in rows]
    labels = torch.full(inside.shape[:2], IGNORED)
    for row, example in zip(rows, inner, strict=True):
        labels[row, : len(example.labels)] = torch.tensor(example.labels)
    if not rows or not (labels != IGNORED).any():
        return torch.zeros(()), torch.zeros(())
    single = nn.functional.cross_entropy(inside.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    return single, link_loss(network, inner, links[rows]) if any(one.cues for one in inner) else torch.zeros(())


def tensors_of(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, mask, labels (-100 where no label counts) and chain paths of `batch`, each [batch, tokens]."""
    longest = max(len(example.labels) for example in batch)
    ids, mask, path = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
    labels = torch.full((len(batch), longest), IGNORED)
    for row, example in enumerate(batch):
        size = len(example.labels)
        ids[row, :size] = torch.tensor(example.window.ids)
        mask[row, :size] = 1
        labels[row, :size] = torch.tensor(example.labels)
        path[row, :size] = torch.tensor(chain_path(example.labels))
    return ids, mask, labels, path


def link_loss(network: AttributionNetwork, batch: list[Example], links: Tensor) -> Tensor:
    """Mean cross-entropy over the batch's contents choosing their cue and cues choosing their source or none."""
    total, pairs = torch.zeros(()), 0
    for example, one in zip(batch, links.unbind(0), strict=True):
        if not example.cues:
            continue
        keep = [at for at, cue in enumerate(example.content_cue) if cue >= 0]
        if keep:
            scores = network.content_scores(one, list(example.cues), [example.contents[at] for at in keep])
            wanted = torch.tensor([example.content_cue[at] for at in keep])
            total = total + nn.functional.cross_entropy(scores, wanted, reduction="sum")
            pairs += len(keep)
        keep = [at for at, source in enumerate(example.cue_source) if source >= -1]
        if keep:
            scores = network.source_scores(one, [example.cues[at] for at in keep], list(example.sources))
            wanted = torch.tensor([example.cue_source[at] + 1 for at in keep])
            total = total + nn.functional.cross_entropy(scores, wanted, reduction="sum")
            pairs += len(keep)
    return total / max(1, pairs)


if __name__ == "__main__":
    main()
