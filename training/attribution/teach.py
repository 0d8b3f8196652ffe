"""Write down what a trained network says of texts, for a smaller one to learn from.

    python training/attribution/teach.py --shared ../shared/data --run build/teacher --base DIR --labels training/labels
        --out build/soft.pkl

`--run` is the folder of the teacher's training, `--base` that of its encoder. Windows of PolNeAR train get its
probabilities beside their gold labels; windows of other news get probabilities, labels and links from it alone. It
reads contents in which somebody may say something once more, as texts of their own, for the attributions inside them:
those of other news, and those of PolNeAR train that `--labels` leave unsure.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from model import AttributionNetwork
from polnear import Attribution, Example, Inner, label_inside, label_window, read_split
from read_labels import read_labels
from tokenizers import Tokenizer
from torch import nn
from train import TOKENIZER

from sayso.understanding.encoder import Tables
from sayso.understanding.linking import SIGNS, link_stretches
from sayso.understanding.nesting import may_hold_others
from sayso.understanding.tagging import Stretch, find_stretches
from sayso.understanding.windows import Window, cut_windows, load_tokenizer

SEED = 20261124
BATCH = 16
# Of one event's 612 articles, enough to learn from and not so many that they outweigh the rest.
HELSINKI = 250

Name = TypeVar("Name", str, int)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
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
        confidence_inside=(0.0,) * SIGNS,
        confidence_again=(0.0,) * SIGNS,
        nested_choice=(),
    )
    reader = Reader(network, tables, tokenizer)
    examples = teach_more(reader, list(read_more(options.shared)))
    print(len(examples), "windows of other news", flush=True)
    articles = read_split(options.shared / "polnear" / "train")
    texts = {name: text for name, text, _ in articles}
    inner = read_labels(options.labels, articles, {}).inner
    inside = reader.read_inside(texts, {name: one.unsure for name, one in inner.items()})
    gold = [window for text in texts.values() for window in cut_windows(text, tokenizer)]
    taught = {window.ids: probabilities for window, probabilities, _ in reader.read(gold)}
    options.out.write_bytes(pickle.dumps({"taught": taught, "more": examples, "inside": dict(inside)}))


def teach_more(reader: Reader, texts: list[str]) -> list[Example]:
    """The windows of `texts` with what the teacher finds in them."""
    windows = {at: cut_windows(text, reader.tokenizer) for at, text in enumerate(texts)}
    text_of = {id(window): at for at, some in windows.items() for window in some}
    found, contents = [], defaultdict(list)
    for window, probabilities, links in reader.read([window for some in windows.values() for window in some]):
        at = text_of[id(window)]
        attributions = place(window, probabilities, links, reader.tables)
        found.append((at, window, attributions, probabilities))
        contents[at] += [
            span for one in attributions for span in one.content if may_hold_others(texts[at][slice(*span)])
        ]
    inside = reader.read_inside(dict(enumerate(texts)), contents)
    return [
        replace(
            label_window(window, attributions),
            soft=probabilities,
            gold=False,
            inner=label_inside(window, Inner(inside[at])),
        )
        for at, window, attributions, probabilities in found
    ]


@dataclass(frozen=True, slots=True)
class Reader:
    """The teacher, with what is needed to read with it."""

    network: AttributionNetwork
    tables: Tables
    tokenizer: Tokenizer

    def read(self, windows: list[Window]) -> Iterator[tuple[Window, np.ndarray, np.ndarray]]:
        """Each window with its probabilities [T, 7] and link vectors [T, 6 * 64 + 1], longest first."""
        windows = sorted(windows, key=lambda window: -len(window.ids))
        for first in range(0, len(windows), BATCH):
            batch = windows[first : first + BATCH]
            ids = nn.utils.rnn.pad_sequence([torch.tensor(window.ids) for window in batch], batch_first=True)
            mask = nn.utils.rnn.pad_sequence([torch.ones(len(window.ids)) for window in batch], batch_first=True).long()
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                tags, links, *_ = self.network(ids, mask)
            chances = tags.float().softmax(2).numpy().astype(np.float16)
            for row, window in enumerate(batch):
                size = len(window.ids)
                yield window, chances[row, :size], links[row, :size].float().numpy()
            if first % (20 * BATCH) == 0:
                print(f"{first} of {len(windows)} windows", flush=True)

    def read_inside(
        self, texts: Mapping[Name, str], contents: Mapping[Name, list[tuple[int, int]]]
    ) -> dict[Name, list[Attribution]]:
        """By text the attributions inside its `contents`, each read as a text of its own; spans into the whole."""
        windows = [
            (window, name, start)
            for name, spans in contents.items()
            for start, end in spans
            for window in cut_windows(texts[name][start:end], self.tokenizer)
        ]
        places = {id(window): (name, start) for window, name, start in windows}
        inside: dict[Name, list[Attribution]] = defaultdict(list)
        for window, probabilities, links in self.read([window for window, _, _ in windows]):
            name, start = places[id(window)]
            for one in place(window, probabilities, links, self.tables):
                roles = (one.source, one.cue, one.content)
                inside[name].append(Attribution(*(tuple((a + start, b + start) for a, b in role) for role in roles)))
        return inside


def read_more(shared: Path) -> Iterator[str]:
    """News texts without annotation; left out are those that the gold sets' stances and nested test half are drawn from."""
    items = Path(__file__).resolve().parents[2] / "benchmarks" / "gold" / "items"
    rows = [json.loads(line) for line in (items / "stance.jsonl").read_text(encoding="utf-8").splitlines()]
    nested = [json.loads(line) for line in (items / "nested.jsonl").read_text(encoding="utf-8").splitlines()]
    left_out = {row["text"] for row in rows} | {row["text"] for row in nested if row["half"] == "test"}
    for name in ("news_cluster", "stories_gold_standard"):
        for line in (shared / name / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if f"cluster/{row['id']}" not in left_out:
                yield row.get("text") or ""
    extraction = json.loads((shared / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    for name, page in extraction.items():
        if f"extraction/{name}" not in left_out:
            yield page["articleBody"]
    with (shared / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in random.Random(SEED).sample(rows, HELSINKI):
        yield max(row.values(), key=len).replace("###", "\n")


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
