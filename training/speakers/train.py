"""Learn what tells for whom "he" or "she" means.

PYTHONPATH=src:benchmarks:training/attribution:training/speakers python training/speakers/train.py \
    --shared ../shared/data --out src/sayso/weights/speakers/weights.json

A conditional logit over the candidates of each pronoun whose meaning is known: our labels (`labels.jsonl`, those of halves "late" and
"last" left out) and the coreference of GUM news; nothing of the gold set. Prints how many are right when each eighth of the articles is
left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from data import read_gold_texts
from numpy.typing import NDArray
from polnear import read_split

from sayso.spans import Span
from sayso.understanding.analyse import credit_sources
from sayso.understanding.attribution import Attribution, find_attributions
from sayso.understanding.encoder import Encoder
from sayso.understanding.speakers import antecedents, pronouns
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.pronouns import Asked, Mention, features

SEED = 20261123
# What a candidate has depends on who was found to speak before it, so that all is read again with each round's weights.
ROUNDS = 3
PENALTY, STEPS, RATE = 3.0, 600, 0.03
FOLDS = 8
SINGULAR = {"he", "she", "him", "her", "his"}
Rows = dict[Member, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Known:
    """A text with its attributions, and the pronouns in it whose meaning is known: place and names."""

    name: str
    text: str
    told: list[Attribution]
    meant: list[tuple[int, list[str]]]


def read_known(shared: Path, encoder: Encoder) -> Iterator[Known]:
    """Our labelled sources, then GUM news."""
    here = Path(__file__).resolve()
    labels = (here.parent / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, labels) if row["half"] not in ("late", "last")]
    texts = {name: one.text for name, one in read_gold_texts().items()}
    pages = json.loads((shared / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    texts |= {f"web/{name}": page["articleBody"] for name, page in pages.items()}
    annotated = {}
    for name, text, told in read_split(shared / "polnear" / "train"):
        texts[f"polnear/{name}"], annotated[f"polnear/{name}"] = text, told[0]
    for name in sorted({row["text"] for row in rows}):
        text, mine = texts[name], [row for row in rows if row["text"] == name]
        if name in annotated:
            told = [_attribution(one) for one in annotated[name]]
        else:
            told = _with_sources(text, [Span(*row["source"]) for row in mine], encoder)
        meant = [
            (row["source"][0], [text[start:end] for start, end in [row["name"], *row.get("also", [])]])
            for row in mine
            if "name" in row and text[slice(*row["source"])].lower() in SINGULAR
        ]
        yield Known(name, text, told, meant)
    for path in sorted((shared / "gum_news").glob("*.conll")):
        text, chains = _read_gum(path)
        found = [(span, chain) for chain in chains for span in chain if span.cut(text).lower() in ("he", "she")]
        meant = [(span.start, [one.cut(text) for one in chain if one.cut(text)[0].isupper()]) for span, chain in found]
        yield Known(path.stem, text, _with_sources(text, [span for span, _ in found], encoder), meant)


def _attribution(one: Any) -> Attribution:
    content, cue, source = ([Span(*span) for span in part] for part in (one.content, one.cue, one.source))
    return Attribution(tuple(content), next(iter(cue), None), next(iter(source), None), 1.0)


def _with_sources(text: str, sources: list[Span], encoder: Encoder) -> list[Attribution]:
    """What the tagger finds in `text`, with an attribution for each of `sources`."""
    told = find_attributions(text, encoder.read_text(text), encoder.tables)
    told = [one for one in told if not (one.source and any(one.source.overlaps(span) for span in sources))]
    return told + [Attribution((Span(span.end, span.end + 1),), None, span, 1.0) for span in sources]


def _read_gum(path: Path) -> tuple[str, list[list[Span]]]:
    """The text of a CoNLL file, its tokens joined, with its chains of coreference."""
    text, open_at, chains = "", {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 3:
            continue
        word = cells[1]
        joined = not text or re.match(r"[.,;:?!)”%]|[’']", word) or text[-1] in "(“$"
        text += word if joined else f" {word}"
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", cells[2]):
            number = re.search(r"-(\d+)", mark)
            if not number:
                continue
            if mark.startswith("("):
                open_at.setdefault(number[1], []).append(len(text) - len(word))
            if mark.endswith(")") and open_at.get(number[1]):
                chains.setdefault(number[1], []).append(Span(open_at[number[1]].pop(), len(text)))
    return text, list(chains.values())


def gather(known: Sequence[Known], weights: dict[str, float]) -> list[tuple[str, Rows, list[bool]]]:
    """For each known pronoun the text's name, its candidates with their features, and which of them are meant."""
    seen: dict[int, Rows] = {}
    choose = pronouns.choose

    def record(mentions: Sequence[Mention], asked: Asked, ground: Ground) -> Member | None:
        seen[asked.at] = features(mentions, asked, ground)
        return choose(mentions, asked, ground)

    pronouns._weights = lambda: weights
    antecedents.choose = record
    gathered = []
    for one in known:
        seen.clear()
        credit_sources(one.text, sorted(one.told, key=lambda attribution: attribution.start))
        for at, names in one.meant:
            rows = seen.get(at, {})
            gathered.append((one.name, rows, [_is_named(member, names) for member in rows]))
    antecedents.choose = choose
    return gathered


def _is_named(member: Member, names: list[str]) -> bool:
    return any(member.name in name or name == member.name for name in names)


def fit(items: Sequence[tuple[str, Rows, list[bool]]]) -> dict[str, float]:
    """The weights under which those meant are likeliest, by gradient steps with a penalty on their squares (Adam)."""
    names = sorted({name for _, rows, _ in items for row in rows.values() for name in row})
    cases: list[tuple[NDArray[np.float64], NDArray[np.bool_]]] = [
        (np.array([[float(row[name]) for name in names] for row in rows.values()]), np.array(meant))
        for _, rows, meant in items
        if any(meant) and len(rows) > 1
    ]
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights
        for values, meant in cases:
            scores = values @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            wanted = shares * meant
            slope -= values.T @ (wanted / wanted.sum() - shares)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope * slope
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def right(items: Sequence[tuple[str, Rows, list[bool]]], weights: dict[str, float]) -> int:
    """How many of `items` have somebody who is meant as their best candidate."""
    count = 0
    for _, rows, meant in items:
        scores = [sum(weights[name] * value for name, value in row.items()) for row in rows.values()]
        count += bool(scores) and meant[int(np.argmax(scores))]
    return count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    known = list(read_known(options.shared, Encoder(None)))
    weights = {"sentences": -1.0}
    for _ in range(ROUNDS):
        items = gather(known, weights)
        weights = fit(items)
    names = sorted({name for name, _, _ in items})
    random.Random(SEED).shuffle(names)
    kept = 0
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        learned = fit([item for item in items if item[0] not in left_out])
        kept += right([item for item in items if item[0] in left_out], learned)
    among = sum(any(meant) for _, _, meant in items)
    print(f"{len(items)} pronouns, {among} with the one meant among the candidates")
    print(f"right with their articles left out: {kept}; learned from all: {right(items, weights)}")
    options.out.write_text(json.dumps({"pronouns": weights}, indent=1) + "\n", encoding="utf-8")
