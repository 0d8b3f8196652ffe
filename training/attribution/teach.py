"""Write down what a trained network says of texts, for a smaller one to learn from.

    python training/attribution/teach.py --shared ../shared/data --run build/teacher --base DIR --out build/soft.pkl

`--run` is the folder of the teacher's training, `--base` that of its encoder. Windows of PolNeAR train get its
probabilities beside their gold labels; windows of other news get probabilities, labels and links from it alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from model import AttributionNetwork
from polnear import Attribution, label_window, read_split
from torch import nn
from train import TOKENIZER

from sayso.understanding.encoder import Tables
from sayso.understanding.linking import SIGNS, link_stretches
from sayso.understanding.tagging import Stretch, find_stretches
from sayso.understanding.windows import Window, cut_windows, load_tokenizer

SEED = 20261124
BATCH = 16
# Of one event's 612 articles, enough to learn from and not so many that they outweigh the rest.
HELSINKI = 250


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    csv.field_size_limit(sys.maxsize)
    tokenizer = load_tokenizer(str(TOKENIZER))
    network = AttributionNetwork(options.base, pretrained=False)
    network.load_state_dict(torch.load(options.run / "network.pt"), strict=False)
    network.eval()
    tables = Tables(
        *(
            one.detach().numpy()
            for one in (network.steps, network.content_distance, network.source_distance, network.own_stance)
        ),
        no_source=0.0,
        confidence=(0.0,) * SIGNS,
    )
    more = [window for text in read_more(options.shared) for window in cut_windows(text, tokenizer)]
    examples = [
        replace(label_window(window, place(window, probabilities, links, tables)), soft=probabilities, gold=False)
        for window, probabilities, links in read_windows(network, more)
    ]
    print(len(examples), "windows of other news", flush=True)
    gold = [
        window
        for _, text, _ in read_split(options.shared / "polnear" / "train")
        for window in cut_windows(text, tokenizer)
    ]
    taught = {window.ids: probabilities for window, probabilities, _ in read_windows(network, gold)}
    options.out.write_bytes(pickle.dumps({"taught": taught, "more": examples}))


def read_more(shared: Path) -> Iterator[str]:
    """News texts without annotation; those that the gold sets of `benchmarks/gold` are drawn from are left out."""
    gold = Path(__file__).resolve().parents[2] / "benchmarks" / "gold" / "items" / "stance.jsonl"
    left_out = {json.loads(line)["text"] for line in gold.read_text(encoding="utf-8").splitlines()}
    for name in ("news_cluster", "stories_gold_standard"):
        for line in (shared / name / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if f"cluster/{row['id']}" not in left_out:
                yield row.get("text") or ""
    for page in json.loads((shared / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8")).values():
        yield page["articleBody"]
    with (shared / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in random.Random(SEED).sample(rows, HELSINKI):
        yield max(row.values(), key=len).replace("###", "\n")


def read_windows(network: AttributionNetwork, windows: list[Window]) -> Iterator[tuple[Window, np.ndarray, np.ndarray]]:
    """Each window with its probabilities [T, 7] and link vectors [T, 6 * 64 + 1], longest first."""
    windows = sorted(windows, key=lambda window: -len(window.ids))
    for first in range(0, len(windows), BATCH):
        batch = windows[first : first + BATCH]
        ids = nn.utils.rnn.pad_sequence([torch.tensor(window.ids) for window in batch], batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones(len(window.ids)) for window in batch], batch_first=True).long()
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            tags, links, *_ = network(ids, mask)
        chances = tags.float().softmax(2).numpy().astype(np.float16)
        for row, window in enumerate(batch):
            size = len(window.ids)
            yield window, chances[row, :size], links[row, :size].float().numpy()
        if first % (20 * BATCH) == 0:
            print(f"{first} of {len(windows)} windows", flush=True)


def place(window: Window, chances: np.ndarray, links: np.ndarray, tables: Tables) -> list[Attribution]:
    """The attributions that the teacher finds in `window`."""
    labels = np.log(np.maximum(chances.astype(np.float32), 1e-6))
    (stretches,) = find_stretches([window], [labels], tables.steps)
    found = link_stretches(stretches, links, tables)

    def spans(*stretches: Stretch | None) -> tuple[tuple[int, int], ...]:
        return tuple((window.starts[one.first], window.ends[one.last]) for one in stretches if one)

    return [Attribution(spans(one.source), spans(one.cue), spans(*one.contents)) for one in found]


if __name__ == "__main__":
    main()
