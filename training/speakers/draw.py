"""Draw the sources that a reader says whom they mean.

PYTHONPATH=src:benchmarks:training/attribution python training/speakers/draw.py --polnear ../shared/data/polnear/train --cluster ../shared/data/news_cluster/articles.jsonl --web ../shared/data/article_extraction/ground-truth.json

Prints each article with its drawn sources marked by number; `labels.jsonl` holds what was read. Every third
article, or event where several tell of one, is held out. With `--stories ../shared/data/stories_gold_standard/articles.jsonl`
prints the halves "late" and "last" instead, and with `--many` as well the halves "many" and "many-held": each drawn
from articles that no earlier half holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from pathlib import Path
from typing import Any

from draw_gold import PAGE_SOURCE, PRONOUN
from polnear import read_split

SEED = 20261123
# Articles up to this many characters, which a reader has in view as a whole.
LONGEST = 6500
AN_ARTICLE, MOST = 4, 5
FEWEST = 2
LONGEST_FRESH = 20000
SHORTEST = 1200
ENGLISH = re.compile(r"\b(?:the|and|said)\b")
# As in the gold set: pronouns, descriptions without a capital, others.
SHARES = {"pronoun": 0.4, "description": 0.35, "other": 0.25}


def kind_of(words: str) -> str:
    """Whether `words` are a pronoun, a description without a capital, or another source."""
    rest = re.sub(r"^(?:The|A|An|Some|Many|One|Two|His|Her|Their)\b", "", words)
    return "pronoun" if PRONOUN.fullmatch(words) else "other" if re.search("[A-Z]", rest) else "description"


def beside_saying(text: str) -> list[list[int]]:
    """The places where a pronoun, a description or a name stands beside a verb of saying."""
    found = []
    for match in PAGE_SOURCE.finditer(text):
        group = "before" if match["before"] else "after"
        found.append([match.start(group), match.start(group) + len(match[group].rstrip())])
    return found


def draw(polnear: Path, cluster: Path, web: Path) -> list[dict[str, Any]]:
    """The articles with their drawn sources: `text` (a name), `half`, `words` (the whole text), `sources`.

    Those of half "fresh" come from other articles, of any length, and were first looked at when all else was done.
    """
    chance = random.Random(SEED)
    pools: dict[str, list[tuple[str, str, list[list[int]], str]]] = {"polnear": [], "cluster": [], "web": []}
    for name, text, told in read_split(polnear):
        sources = sorted({one.source[0] for one in told[0] if len(one.source) == 1})
        pools["polnear"].append((f"polnear/{name}", text, [list(span) for span in sources], name))
    for line in cluster.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        pools["cluster"].append((f"cluster/{row['id']}", row["text"], beside_saying(row["text"]), row["event"]))
    for name, page in sorted(json.loads(web.read_text(encoding="utf-8")).items()):
        text = page["articleBody"]
        if len(ENGLISH.findall(text)) > len(text) / 120:
            pools["web"].append((f"web/{name}", text, beside_saying(text), name))
    articles = []
    for pool, count in (("polnear", 60), ("cluster", 40), ("web", 90)):
        fitting = [row for row in pools[pool] if SHORTEST <= len(row[1]) <= LONGEST and len(row[2]) >= FEWEST]
        drawn = chance.sample(fitting, min(count, len(fitting)))
        events = sorted({row[3] for row in drawn})
        for name, text, sources, event in drawn:
            chosen: list[list[int]] = []
            while len(chosen) < min(AN_ARTICLE, len(sources)):
                left = [one for one in sources if one not in chosen]
                wanted = chance.choices(list(SHARES), list(SHARES.values()))[0]
                kept = [one for one in left if kind_of(text[one[0] : one[1]]) == wanted] if pool != "cluster" else left
                chosen.append(chance.choice(kept or left))
            half = "held" if events.index(event) % 3 == 2 else "train"
            articles.append({"text": name, "half": half, "words": text, "sources": sorted(chosen)})
    taken = {article["text"] for article in articles}
    for pool, count in (("polnear", 34), ("web", 40)):
        left = [row for row in pools[pool] if row[0] not in taken and len(row[1]) <= LONGEST_FRESH and len(row[2]) >= 2]
        if pool == "web":
            left = [row for row in left if len(row[1]) > LONGEST]
        for name, text, sources, _ in chance.sample(left, min(count, len(left))):
            wanted = chance.choices(list(SHARES), list(SHARES.values()))[0]
            kinds = [one for one in sources if kind_of(text[one[0] : one[1]]) == wanted]
            chosen = chance.sample(kinds if len(kinds) > 1 else sources, 2)
            articles.append({"text": name, "half": "fresh", "words": text, "sources": sorted(chosen)})
    return articles


# Of the stories so many were read before the last halves were drawn, the first in this order that hold a pronoun or description.
STORIES_READ, STORIES_SEED = 34, 7


def draw_later(polnear: Path, cluster: Path, stories: Path) -> list[dict[str, Any]]:
    """The articles of halves "late" and "last": those with an odd digest that nobody had read; fields as for `draw`.

    Two sources of each of the first half, one or two of each of the second.
    """
    labels = (Path(__file__).resolve().parent / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    taken = {row["text"] for row in map(json.loads, labels) if row["half"] in ("train", "held", "fresh")}
    pools: dict[str, list[tuple[str, str, list[list[int]]]]] = {"polnear": [], "cluster": [], "stories": []}
    for name, text, told in read_split(polnear):
        sources = sorted({one.source[0] for one in told[0] if len(one.source) == 1})
        pools["polnear"].append((f"polnear/{name}", text, [list(span) for span in sources]))
    for pool, path in (("cluster", cluster), ("stories", stories)):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]
        if pool == "stories":
            mixed = list(rows)
            random.Random(STORIES_SEED).shuffle(mixed)
            told_of = [row["id"] for row in mixed if _has_unnamed(row["text"] or "")]
            taken |= {f"stories/{name}" for name in told_of[:STORIES_READ]}
        pools[pool] += [(f"{pool}/{row['id']}", row["text"], beside_saying(row["text"])) for row in rows if row["text"]]
    articles: list[dict[str, Any]] = []
    counts = {"late": {"polnear": 28, "cluster": 12, "stories": 8}, "last": {"polnear": 50, "cluster": 8, "stories": 4}}
    for number, (half, sizes) in enumerate(counts.items(), 1):
        chance = random.Random(SEED + number)
        drawn: list[dict[str, Any]] = []
        for pool, count in sizes.items():
            left = [row for row in pools[pool] if row[0] not in taken and len(row[2]) >= FEWEST]
            left = [row for row in left if SHORTEST <= len(row[1]) < LONGEST_FRESH and _digest(row[0]) % 2]
            for name, text, sources in chance.sample(left, min(count, len(left))):
                chosen: list[list[int]] = []
                while len(chosen) < min(2 if half == "late" else 1 + len(drawn) % 2, len(sources)):
                    rest = [one for one in sources if one not in chosen]
                    wanted = chance.choices(list(SHARES), list(SHARES.values()))[0]
                    kept = [one for one in rest if kind_of(text[one[0] : one[1]]) == wanted]
                    chosen.append(chance.choice(kept or rest))
                drawn.append({"text": name, "half": half, "words": text, "sources": sorted(chosen)})
        taken |= {article["text"] for article in drawn}
        articles += drawn
    return articles


# How many articles of half "many" are drawn; of the stories 36 fit.
MANY, MANY_SEED = {"polnear": 280, "stories": 60}, 3


def draw_many(polnear: Path, stories: Path) -> list[dict[str, Any]]:
    """The articles of half "many", which no other half holds, with up to five sources of each; fields as for `draw`.

    Of `labels.jsonl` every fifth of them, by digest, is half "many-held".
    """
    labels = (Path(__file__).resolve().parent / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    taken = {row["text"] for row in map(json.loads, labels) if not row["half"].startswith("many")}
    pools: dict[str, list[tuple[str, str, list[list[int]]]]] = {"polnear": [], "stories": []}
    for name, text, told in read_split(polnear):
        sources = sorted({one.source[0] for one in told[0] if len(one.source) == 1})
        pools["polnear"].append((f"polnear/{name}", text, [list(span) for span in sources]))
    for row in map(json.loads, stories.read_text(encoding="utf-8").rstrip("\n").split("\n")):
        pools["stories"].append((f"stories/{row['id']}", row["text"] or "", beside_saying(row["text"] or "")))
    chance = random.Random(SEED + MANY_SEED)
    articles = []
    for pool, count in MANY.items():
        fitting = [row for row in pools[pool] if row[0] not in taken and len(row[2]) >= FEWEST]
        fitting = [row for row in fitting if SHORTEST <= len(row[1]) <= LONGEST]
        fitting = [row for row in fitting if len(ENGLISH.findall(row[1])) > len(row[1]) / 120]
        for name, text, sources in chance.sample(fitting, min(count, len(fitting))):
            chosen: list[list[int]] = []
            while len(chosen) < min(MOST, len(sources)):
                rest = [one for one in sources if one not in chosen]
                wanted = chance.choices(list(SHARES), list(SHARES.values()))[0]
                kept = [one for one in rest if kind_of(text[one[0] : one[1]]) == wanted]
                chosen.append(chance.choice(kept or rest))
            half = "many" if _digest(name) % 5 else "many-held"
            articles.append({"text": name, "half": half, "words": text, "sources": sorted(chosen)})
    chance.shuffle(articles)
    return articles


def _has_unnamed(text: str) -> bool:
    return any(kind_of(text[start:end]) != "other" for start, end in beside_saying(text))


def _digest(name: str) -> int:
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--cluster", type=Path, required=True)
    parser.add_argument("--web", type=Path, required=True)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--many", action="store_true")
    options = parser.parse_args()
    paths = (options.polnear, options.cluster)
    if options.many:
        articles = draw_many(options.polnear, options.stories)
    else:
        articles = draw_later(*paths, options.stories) if options.stories else draw(*paths, options.web)
    for number, article in enumerate(articles):
        text = article["words"]
        for at, (start, end) in reversed(list(enumerate(article["sources"], 1))):
            text = f"{text[:start]}⟦{at}:{text[start:end]}⟧{text[end:]}"
        print(f"=== {number} {article['text']} ({article['half']})\n{text}\n")
