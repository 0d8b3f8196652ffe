"""Train the network that reads two clauses side by side, and write it as int8 ONNX.

    PYTHONPATH=training/claims python training/claims/side_by_side.py --shared ../shared --base MINILM --run build/pairs \
        --to src/sayso/weights/claims

MiniLM-L6 reads both clauses as one input; the means of either's states, their difference and the first state decide by one
hidden layer. The stories of `pairs.HELD` are left out and scored after each epoch. A run that was cut off goes on from its
last epoch; `clauses.py` writes the manifest.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from pairs import Pair, read_pairs, share_pairs, told
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from sayso.comparing.encoding import LONGEST_PAIR

SEED = 1
HIDDEN = 128
EPOCHS, BATCH, RATE, HEAD_RATE = 4, 48, 5e-5, 5e-4
POOL = 1024
# The marks at the ends of clauses, in the ids of BERT's vocabulary.
MARKS = (101, 102)


class PairNetwork(nn.Module):
    """From `ids` and `sides` (0, 1, and -1 where padded) [pairs, T] to scores [pairs, 3]."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(base, attention_probs_dropout_prob=0.0)
        config._attn_implementation = "eager"
        self.enc = AutoModel.from_pretrained(base, config=config, add_pooling_layer=False, dtype=torch.float32)
        self.enc.embeddings.word_embeddings.weight.requires_grad = False
        size = 4 * config.hidden_size
        self.head = nn.Sequential(nn.Linear(size, HIDDEN), nn.GELU(), nn.Dropout(0.1), nn.Linear(HIDDEN, 3))

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        # The mark between the two goes with the first by its kind, and with neither in the means.
        kinds = sides.clamp(min=0)
        states = self.enc(
            input_ids=ids, attention_mask=(sides >= 0).long(), token_type_ids=(kinds * _words(ids)).long()
        ).last_hidden_state
        means = []
        for side in (0, 1):
            mask = (sides == side) * _words(ids)
            means.append((states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1))
        one, other = means
        return self.head(torch.cat([one, other, (one - other).abs(), states[:, 0]], -1).float())


def _words(ids: Tensor) -> Tensor:
    return ((ids != MARKS[0]) & (ids != MARKS[1])).float()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    train, held = share_pairs(read_pairs(options.shared))
    print(f"{len(train)} pairs to learn from, {len(held)} left out", flush=True)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST_PAIR)
    options.run.mkdir(parents=True, exist_ok=True)
    network = PairNetwork(options.base)
    fit(network, tokenizer, train, held, options.run / "state.pt")
    export(network, options.run, options.to)


def make(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor]:
    """Ids and sides [n, T] of `pairs`."""
    read = [tokenizer.encode(*pair) for pair in pairs]
    longest = max(len(one.ids) for one in read)
    ids = torch.tensor([[*one.ids, *[0] * (longest - len(one.ids))] for one in read])
    return ids, torch.tensor([[*one.type_ids, *[-1] * (longest - len(one.ids))] for one in read])


def fit(network: PairNetwork, tokenizer: Tokenizer, train: Sequence[Pair], held: Sequence[Pair], state: Path) -> None:
    """Train in place, from `state` on if it is there; tells what is right of `held` after each epoch."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    head = [one for name, one in network.named_parameters() if name.startswith("head")]
    rest = [one for name, one in network.named_parameters() if not name.startswith("head") and one.requires_grad]
    optimizer = torch.optim.AdamW([{"params": rest, "lr": RATE}, {"params": head, "lr": HEAD_RATE}], weight_decay=0.01)
    steps = EPOCHS * -(-len(train) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(1.0, (at + 1) / (0.08 * steps)) * max(0.02, 1 - at / steps)
    )
    done = 0
    if state.exists():
        saved = torch.load(state, weights_only=False)
        for name, one in (("network", network), ("optimizer", optimizer), ("schedule", schedule)):
            one.load_state_dict(saved[name])
        random.setstate(saved["chance"])
        done = saved["epochs"]
    for epoch in range(done, EPOCHS):
        network.train()
        order = random.sample(range(len(train)), len(train))
        order = [
            at
            for start in range(0, len(order), POOL)
            for at in sorted(order[start : start + POOL], key=lambda at: len(train[at].a) + len(train[at].b))
        ]
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for places in batches:
            rows = [(train[at], random.random() < 0.5) for at in places]
            wanted = torch.tensor([one.turned if swapped else one.targets for one, swapped in rows])
            cut = [(one.b, one.a) if swapped else (one.a, one.b) for one, swapped in rows]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(*make(tokenizer, cut))
            loss = functional.binary_cross_entropy_with_logits(scores.float(), wanted)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        parts = {"network": network, "optimizer": optimizer, "schedule": schedule}
        others = {"chance": random.getstate(), "epochs": epoch + 1}
        torch.save({**{name: one.state_dict() for name, one in parts.items()}, **others}, state)
        print(f"epoch {epoch + 1}{told(lambda pairs: network(*make(tokenizer, pairs)), network, held)}", flush=True)


def export(network: PairNetwork, run: Path, to: Path) -> None:
    """Write `pairs.onnx`."""
    network.eval()
    sides = torch.tensor([[0] * 12 + [1] * 12])
    torch.onnx.export(
        network,
        (torch.randint(1000, 2000, (1, 24)), sides),
        str(run / "full.onnx"),
        input_names=["ids", "sides"],
        output_names=["scores"],
        dynamic_axes={"ids": {1: "tokens"}, "sides": {1: "tokens"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        str(run / "full.onnx"),
        str(to / "pairs.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


if __name__ == "__main__":
    main()
