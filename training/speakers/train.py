"""Learn what tells whom "he", "she" or a description of one person means.

PYTHONPATH=src:benchmarks:training/attribution:training/speakers python training/speakers/train.py \
    --shared ../shared/data --out src/sayso/weights/speakers/weights.json

Two conditional logits over the candidates of each source whose meaning is known: of pronouns from our labels (`labels.jsonl`,
those of half "many-held" left out) and the coreference of GUM news, of descriptions from our labels; nothing of the gold set. Prints how
many are right when each eighth of the articles is left out.
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
from polnear import read_split
from understanding import wanted_names

from sayso.spans import Span
from sayso.understanding.analyse import credit_sources
from sayso.understanding.attribution import Attribution, find_attributions
from sayso.understanding.encoder import Encoder
from sayso.understanding.speakers import antecedents, cast, holders, pronouns
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.holders import Described
from sayso.understanding.speakers.inventory import Inventory
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.pronouns import Asked, Mention

SEED = 20261123
# What a candidate has depends on who was found to speak before it, so that all is read again with each round's weights.
ROUNDS = 2
# Where few labels tell, weights stay near these: whom a lead introduces, and who holds an office, was read by eye in PolNeAR train.
PRIOR = {
    "pronouns": {"other pronoun": -3.0, "main subject ahead": 2.0, "asked": 2.0},
    "descriptions": {"a introduced ahead": 3.0, "a likeliest to hold": 1.5, "the likeliest to hold": 1.5},
}  # fmt: skip
PENALTIES, STEPS, RATE = {"pronouns": 10.0, "descriptions": 2.0}, 600, 0.03
START = {
    "pronouns": {"sentences": -1.0},
    "descriptions": {"the unnamed": 1.0, "a unnamed": 1.0},
}
FOLDS = 8
SINGULAR = {"he", "she", "him", "her", "his"}
Rows = dict[Member | None, dict[str, float]]
# The text's name, the candidates with what tells for them, which of them are meant.
Item = tuple[str, Rows, list[bool]]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Known:
    """A text with its attributions, and the sources in it whose meaning is known: span and label."""

    name: str
    text: str
    told: list[Attribution]
    meant: list[tuple[Span, dict[str, Any]]]


def read_known(shared: Path, encoder: Encoder) -> Iterator[Known]:
    """Our labelled sources, then GUM news."""
    here = Path(__file__).resolve()
    labels = (here.parent / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, labels) if row["half"] != "many-held"]
    texts = {name: one.text for name, one in read_gold_texts().items()}
    pages = json.loads((shared / "article_extraction" / "ground-truth.json").read_text(encoding="utf-8"))
    texts |= {f"web/{name}": page["articleBody"] for name, page in pages.items()}
    for path, pool in (("news_cluster", "cluster"), ("stories_gold_standard", "stories")):
        lines = (shared / path / "articles.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
        texts |= {f"{pool}/{row['id']}": row["text"] or "" for row in map(json.loads, lines)}
    annotated = {}
    for name, text, told in read_split(shared / "polnear" / "train"):
        texts[f"polnear/{name}"], annotated[f"polnear/{name}"] = text, told[0]
    for name in sorted({row["text"] for row in rows}):
        text, mine = texts[name], [row for row in rows if row["text"] == name]
        if name in annotated:
            told = [_attribution(one) for one in annotated[name]]
        else:
            told = _with_sources(text, [Span(*row["source"]) for row in mine], encoder)
        meant = [(Span(*row["source"]), row) for row in mine if "name" in row]
        yield Known(name, text, told, meant)
    for path in sorted((shared / "gum_news").glob("*.conll")):
        text, chains = _read_gum(path)
        found = [(span, chain) for chain in chains for span in chain if span.cut(text).lower() in ("he", "she")]
        meant = [(span, _label([one for one in chain if one.cut(text)[0].isupper()])) for span, chain in found]
        yield Known(path.stem, text, _with_sources(text, [span for span, _ in found], encoder), meant)


def _label(named: list[Span]) -> dict[str, Any]:
    spans = [[span.start, span.end] for span in named]
    return {"name": spans[0], "also": spans[1:], "kind": "person", "chain": True} if spans else {"none": True}


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


def gather(known: Sequence[Known], weights: Weights) -> dict[str, list[Item]]:
    """The items of pronouns and descriptions, from what the cast asks while it reads each text with `weights`."""
    seen: dict[tuple[int, int | None], tuple[str, Rows]] = {}
    choose, choose_holder = pronouns.choose, holders.choose_holder

    def record(mentions: Sequence[Mention], asked: Asked, ground: Ground) -> Member | None:
        rows: Rows = {**pronouns.features(mentions, asked, ground)}
        seen[asked.at, None] = "", rows
        return choose(mentions, asked, ground)

    def record_holder(
        asked: Described,
        candidates: Sequence[Member],
        mentions: Sequence[Mention],
        ground: Ground,
        inventory: Inventory,
    ) -> Member | None:
        rows = holders.features(
            asked, holders.may_be_meant(asked, candidates, ground, inventory), mentions, ground, inventory
        )
        # Asked again, the place is one that a later pronoun looks back at.
        seen.setdefault((asked.source.start, asked.source.end), (asked.description.words, rows))
        return choose_holder(asked, candidates, mentions, ground, inventory)

    pronouns._weights = lambda: weights["pronouns"]
    holders._weights = lambda: weights["descriptions"]
    antecedents.choose, cast.choose_holder = record, record_holder
    gathered: dict[str, list[Item]] = {kind: [] for kind in weights}
    for one in known:
        seen.clear()
        credit_sources(one.text, sorted(one.told, key=lambda attribution: attribution.start))
        for span, row in one.meant:
            pronoun = span.cut(one.text).lower() in SINGULAR
            words, rows = seen.get((span.start, None if pronoun else span.end), ("", {}))
            itself = re.sub("^(?:the|this|that) ", "", words, flags=re.IGNORECASE)
            names = [member.name if member else itself for member in rows]
            told = [one.text[start:end] for start, end in [row["name"], *row.get("also", [])]] if "chain" in row else []
            meant = [
                name in wanted_names(row, one.text, name) or any(str(name) in other for other in told) for name in names
            ]
            if rows or pronoun:
                gathered["pronouns" if pronoun else "descriptions"].append((one.name, rows, meant))
    antecedents.choose, cast.choose_holder = choose, choose_holder
    return gathered


def fit(items: Sequence[Item], kind: str) -> dict[str, float]:
    """The weights under which those meant are likeliest, by gradient steps with a penalty on their squares from those of `PRIOR` (Adam)."""
    names = sorted({name for _, rows, _ in items for row in rows.values() for name in row})
    cases = [(rows, meant) for _, rows, meant in items if any(meant) and not all(meant)]
    values = np.array([[float(row.get(name, 0.0)) for name in names] for rows, _ in cases for row in rows.values()])
    wanted = np.array([one for _, meant in cases for one in meant], dtype=np.float64)
    starts = np.cumsum([0, *(len(meant) for _, meant in cases)])[:-1]
    sizes = [len(meant) for _, meant in cases]
    prior, penalty = np.array([PRIOR[kind].get(name, 0.0) for name in names]), PENALTIES[kind]
    weights, first, second = prior.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = values @ weights
        shares = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        shares /= np.repeat(np.add.reduceat(shares, starts), sizes)
        aims = shares * wanted
        aims /= np.repeat(np.add.reduceat(aims, starts), sizes)
        slope = penalty * (weights - prior) - values.T @ (aims - shares)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope * slope
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def right(items: Sequence[Item], weights: dict[str, float]) -> int:
    """How many of `items` have somebody who is meant as their best candidate."""
    count = 0
    for _, rows, meant in items:
        scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows.values()]
        count += bool(scores) and meant[int(np.argmax(scores))]
    return count


def report(kind: str, items: Sequence[Item], weights: dict[str, float]) -> None:
    """Print how many of `items` are right with their articles left out, and with `weights`, learned from all."""
    names = sorted({name for name, _, _ in items})
    random.Random(SEED).shuffle(names)
    kept = 0
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        learned = fit([item for item in items if item[0] not in left_out], kind)
        kept += right([item for item in items if item[0] in left_out], learned)
    among = sum(any(meant) for _, _, meant in items)
    print(f"{kind}: {len(items)}, {among} with the one meant among the candidates")
    print(f"right with their articles left out: {kept}; learned from all: {right(items, weights)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    known = list(read_known(options.shared, Encoder(None)))
    weights: Weights = {**START}
    for _ in range(ROUNDS):
        gathered = gather(known, weights)
        weights = {kind: fit(items, kind) for kind, items in gathered.items()}
    for kind, items in gathered.items():
        report(kind, items, weights[kind])
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
