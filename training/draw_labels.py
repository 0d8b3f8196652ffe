"""Draw what is labelled for training, beside PolNeAR's own annotation (`python training/draw_labels.py`).

Writes `labels/items/<set>.jsonl`: ids and offsets into PolNeAR train and, for genre, the names of all of its articles,
of the pages that the gold set left (`pages/…`) and of the longer pages of `article_extraction` (`extraction/…`). The
patterns are those of `benchmarks/draw_gold.py`; the texts are others, but for genre's pages.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

LABELS = Path(__file__).resolve().parent / "labels"
ROOT = LABELS.parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "training" / "attribution")]

from data import SHARED, read_gold_texts  # noqa: E402
from draw_gold import NO_COMMENT, QUOTED, REPORTING, STANCES  # noqa: E402
from polnear import read_split  # noqa: E402
from read_labels import read_extraction  # noqa: E402

from sayso.text.sentences import find_sentences  # noqa: E402
from sayso.understanding.nesting import may_hold_others  # noqa: E402

SEED = 20261123
# How many told statements and sentences of the articles' own voice each pattern of a stance gives.
TOLD = {"no_comment": 150, "denied": 170, "question": 170, "demand": 170, "predicted": 170, "hedged": 170, "opinion": 170, "any": 230}  # fmt: skip
OWN = {"no_comment": 40, "denied": 40, "question": 60, "demand": 50, "predicted": 80, "hedged": 80, "opinion": 80, "any": 70}  # fmt: skip
# The second draw, at random: told statements and sentences of the articles' own voice.
MORE_TOLD, MORE_OWN = 1500, 700
# Contents with a word of saying were drawn in two goes: so many, then all others.
NESTED = 600
# Then so many of the contents that hold a word of thinking, wanting or showing (`sayso.understanding.nesting.INNER_CUE`).
THOUGHTS, FEWEST_WORDS = 1500, 7
# Genre was drawn in two goes: so many articles of PolNeAR with the pages, then all others.
GENRES = 300


def main() -> None:
    articles = read_split(SHARED / "data" / "polnear" / "train")
    texts = {f"polnear/{name}": text for name, text, _ in articles}
    told = [(f"polnear/{name}", one) for name, _, annotators in articles for one in annotators[0]]
    (LABELS / "items").mkdir(exist_ok=True)
    write("stance", draw_stances(texts, told))
    spoken = draw_contents(texts, told)
    write("nested", [*spoken, *draw_thoughts(texts, told, spoken)])
    taken = {json.loads(line)["text"] for line in (ROOT / "benchmarks/gold/items/genre.jsonl").open(encoding="utf-8")}
    left = [name for name in read_gold_texts() if name.startswith("pages/") and name not in taken]
    drawn = random.Random(f"{SEED}.genre").sample(sorted(texts), GENRES)
    more = [name for name in sorted(texts) if name not in drawn]
    pages = sorted(read_extraction(SHARED / "data"))
    write("genre", [{"text": name} for name in [*drawn, *left, *more, *pages]])


def write(name: str, items: list[dict[str, Any]]) -> None:
    rows = [json.dumps({"id": f"{name}-{at:04d}", **item}) for at, item in enumerate(items, 1)]
    (LABELS / "items" / f"{name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def draw_stances(texts: dict[str, str], told) -> list[dict[str, Any]]:
    """Told statements, then sentences of the article's own voice, by the patterns in which stances tend to show."""
    chance = random.Random(f"{SEED}.stance")
    statements = [
        ({"text": name, "content": [list(span) for span in one.content], "cue": [list(span) for span in one.cue]},
         " ".join(texts[name][start:end] for start, end in (*one.cue, *one.content)))
        for name, one in told
    ]  # fmt: skip
    own = []
    for name, text in texts.items():
        for sentence in find_sentences(text):
            words = sentence.cut(text)
            if NO_COMMENT.search(words) or not (REPORTING.search(words) or QUOTED.search(words)):
                own.append(({"text": name, "content": [[sentence.start, sentence.end]], "cue": []}, words))
    items, taken = [], set()
    for pool, counts in ((statements, TOLD), (own, OWN)):
        for kind, count in counts.items():
            fitting = [
                item
                for item, words in pool
                if STANCES[kind][0].search(words) and len(words.split()) >= 4 and json.dumps(item) not in taken
            ]
            drawn = chance.sample(fitting, min(count, len(fitting)))
            taken.update(json.dumps(item) for item in drawn)
            items += drawn
    chance.shuffle(items)
    for pool, count in ((statements, MORE_TOLD), (own, MORE_OWN)):
        items += chance.sample([item for item, _ in pool if json.dumps(item) not in taken], count)
    return items


def draw_contents(texts: dict[str, str], told) -> list[dict[str, Any]]:
    """Fragments of content that hold a word of saying: somebody may say something inside them."""
    fitting = sorted(
        {
            (name, start, end)
            for name, one in told
            for start, end in one.content
            if len(texts[name][start:end].split()) >= 8 and REPORTING.search(texts[name][start:end])
        }
    )
    drawn = random.Random(f"{SEED}.nested").sample(fitting, NESTED)
    left = [one for one in fitting if one not in drawn]
    drawn += random.Random(f"{SEED}.more_nested").sample(left, len(left))
    return [{"text": name, "content": [start, end]} for name, start, end in drawn]


def draw_thoughts(texts: dict[str, str], told, spoken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Fragments of content, none of `spoken`, in which somebody may think, want or show something."""
    taken = {(item["text"], *item["content"]) for item in spoken}

    def cut(name: str, spans) -> str:
        return " ".join(texts[name][start:end] for start, end in spans)

    fitting = sorted(
        {
            (name, start, end, cut(name, one.source), cut(name, one.cue))
            for name, one in told
            for start, end in one.content
            if (name, start, end) not in taken
            and len(texts[name][start:end].split()) >= FEWEST_WORDS
            and may_hold_others(texts[name][start:end])
        }
    )
    random.Random("20261124.inner").shuffle(fitting)
    return [{"text": name, "content": [start, end]} for name, start, end, *_ in fitting[:THOUGHTS]]


if __name__ == "__main__":
    main()
