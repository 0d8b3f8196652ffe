"""Train the network that reads two clauses side by side, and write it as int8 ONNX.

    PYTHONPATH=training/claims python training/claims/side_by_side.py --shared ../shared --base MINILM --run build/pairs \
        --to src/sayso/weights/claims

MiniLM-L6 reads both clauses as one input; the means of either's states, their difference and the first state decide by one
hidden layer. What ships has four of its layers, trained on from there on the same pairs and on others, of which it learns what all
six say. The stories of `pairs.HELD` are left out and scored after each epoch. A run that was cut off goes on from its last
epoch; `clauses.py` writes the manifest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import onnx
import torch
from fitting import Course, Score, fit, prepare
from onnxruntime.quantization import QuantType, quantize_dynamic
from pairs import Pair, read_unlabelled, share_pairs
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from sayso.comparing.encoding import LONGEST_PAIR

HIDDEN = 128
COURSE = Course(epochs=3, batch=48, pool=1024, rate=5e-5, head_rate=5e-4, warm=0.08)
# The layers of the six that ship, and how they are trained on.
KEPT = (0, 1, 3, 5)
KEPT_COURSE = Course(epochs=2, batch=48, pool=1024, rate=5e-5, head_rate=2e-4, warm=0.04)
SCORED = 64
# The marks at the ends of clauses, in the ids of BERT's vocabulary.
MARKS = (101, 102)


class PairNetwork(nn.Module):
    """From `ids` and `sides` (0, 1, and -1 where padded) [pairs, T] to scores [pairs, 3]."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(base, attention_probs_dropout_prob=0.0)
        config._attn_implementation = "eager"
        self.encoder = AutoModel.from_pretrained(base, config=config, add_pooling_layer=False, dtype=torch.float32)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        size = 4 * config.hidden_size
        self.head = nn.Sequential(nn.Linear(size, HIDDEN), nn.GELU(), nn.Dropout(0.1), nn.Linear(HIDDEN, 3))

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        # The mark between the two goes with the first by its kind, and with neither in the means.
        kinds = sides.clamp(min=0)
        states = self.encoder(
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
    options, train, held = prepare(__doc__)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST_PAIR)
    network = PairNetwork(options.base)
    score = scorer(network, tokenizer)
    fit(network, score, train, held, options.run / "state.pt", COURSE)
    others, _ = share_pairs(read_unlabelled(options.shared))
    soft = teach(network, score, others)
    print(f"{len(soft)} pairs beside them", flush=True)
    layers = network.encoder.encoder.layer
    network.encoder.encoder.layer = nn.ModuleList(layers[at] for at in KEPT)
    fit(network, score, [*train, *soft], held, options.run / "kept.pt", KEPT_COURSE)
    export(network, options.run, options.to)


def scorer(network: PairNetwork, tokenizer: Tokenizer) -> Score:
    """What `network` says of pairs."""
    return lambda pairs: network(*make(tokenizer, pairs))


def teach(network: PairNetwork, score: Score, pairs: Sequence[Pair]) -> list[Pair]:
    """`pairs` with what `network` says of them as their targets, the mean of both ways round."""
    network.eval()
    taught = []
    with torch.no_grad():
        for at in range(0, len(pairs), SCORED):
            some = pairs[at : at + SCORED]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                here, there = score([(one.a, one.b) for one in some]), score([(one.b, one.a) for one in some])
            for one, chances in zip(some, torch.sigmoid((here + there[:, [1, 0, 2]]) / 2).tolist(), strict=True):
                taught.append(replace(one, targets=tuple(chances)))
    return taught


def make(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor]:
    """Ids and sides [n, T] of `pairs`."""
    read = [tokenizer.encode(*pair) for pair in pairs]
    longest = max(len(one.ids) for one in read)
    ids = torch.tensor([[*one.ids, *[0] * (longest - len(one.ids))] for one in read])
    return ids, torch.tensor([[*one.type_ids, *[-1] * (longest - len(one.ids))] for one in read])


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
