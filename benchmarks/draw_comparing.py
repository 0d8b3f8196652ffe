"""Draw the items of the gold sets on comparing (`python benchmarks/draw_comparing.py`).

Writes `gold/items/{claim_seeds,copies,pairs}.jsonl`: names of texts and offsets into those of `data.read_event_texts`, no
words. What is drawn is decided by a seeded chance and by how many words two raw texts share, never by anything that
sayso found.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from data import EventText, read_event_texts
from draw_gold import seeded, write

from sayso.text.sentences import find_sentences

WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\b\d[\d,.]*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b")

# Events of `news_cluster` that claims are drawn from; two more groups are articles of the summit, which no reader could
# read whole. Of a group's sentences the first two that hold a claim of the event are taken; the others are spares.
CLAIM_EVENTS, SUMMIT_GROUPS, SUMMIT_ARTICLES = 13, 2, 8
SEEDS = 6
# An event is read whole by the annotators: at most this many of its articles, drawn at random.
MOST_ARTICLES = 9
FEWEST_ARTICLES = 4
# Pairs of articles: so many for each share of five-word runs of the shorter text that the longer one has too.
COPY_SHARES = ((0.0, 0.02, 22), (0.02, 0.1, 24), (0.1, 0.3, 18), (0.3, 0.6, 16), (0.6, 1.01, 20))
RUN = 5
# Pairs of sentences: so many for each cosine of their words, weighed by how rare each is in the event.
PAIR_LIKENESS = ((0.12, 0.25, 20), (0.25, 0.4, 26), (0.4, 0.55, 24), (0.55, 0.7, 16), (0.7, 0.9, 10))
NUMBER_PAIRS = 24


def main() -> None:
    events: dict[str, list[EventText]] = defaultdict(list)
    for text in read_event_texts().values():
        events[text.event].append(text)
    write("claim_seeds", draw_claim_seeds(events))
    write("copies", draw_copies(events))
    write("pairs", draw_pairs(events))


def draw_claim_seeds(events: dict[str, list[EventText]]) -> list[dict[str, Any]]:
    """Groups of articles that are read together, each with sentences to take a claim from."""
    chance = seeded("claims")
    large = sorted(name for name, texts in events.items() if name != "summit" and len(texts) >= FEWEST_ARTICLES)
    groups = [
        chance.sample(events[name], min(MOST_ARTICLES, len(events[name])))
        for name in chance.sample(large, CLAIM_EVENTS)
    ]
    fitting = [text for text in events["summit"] if 250 <= len(text.text.split()) <= 1100]
    groups += [chance.sample(fitting, SUMMIT_ARTICLES) for _ in range(SUMMIT_GROUPS)]
    return [{"articles": sorted(text.name for text in group), "seeds": _seeds(chance, group)} for group in groups]


def _seeds(chance: random.Random, texts: Sequence[EventText]) -> list[dict[str, Any]]:
    """Sentences of `texts`: by turns one that shares words with another article, and any other."""
    sentences = [one for text in texts for one in sentences_of(text)]
    weights = rarity(words for _, _, words in sentences)
    shared = [
        one
        for one in sentences
        if any(0.3 <= likeness(one[2], other[2], weights) < 0.95 for other in sentences if other[0].name != one[0].name)
    ]
    drawn = []
    for at in range(SEEDS):
        text, span, _ = chance.choice(shared if at % 2 == 0 and shared else sentences)
        drawn.append({"text": text.name, "sentence": list(span)})
    return drawn


def draw_copies(events: dict[str, list[EventText]]) -> list[dict[str, Any]]:
    """Pairs of articles about one event, two thirds of them of the summit where a bin allows."""
    chance = seeded("copies")
    found: dict[tuple[int, bool], list[tuple[str, str]]] = defaultdict(list)
    for name, texts in events.items():
        runs = {text.name: _runs(text) for text in texts}
        pairs = list(combinations(sorted(runs), 2))
        for one, other in chance.sample(pairs, min(len(pairs), 20_000)):
            smaller = min(len(runs[one]), len(runs[other]))
            if smaller < 100:
                continue
            share = len(runs[one] & runs[other]) / smaller
            at = next(at for at, (low, high, _) in enumerate(COPY_SHARES) if low <= share < high)
            found[at, name == "summit"].append((one, other))
    items = []
    for at, (_, _, count) in enumerate(COPY_SHARES):
        summit = _spread_pairs(chance, found[at, True], count * 2 // 3)
        others = _spread_pairs(chance, found[at, False], count - len(summit))
        more = _spread_pairs(chance, [pair for pair in found[at, True] if pair not in summit], count)
        items += [{"a": one, "b": other} for one, other in [*summit, *others, *more][:count]]
    chance.shuffle(items)
    return items


def _runs(text: EventText) -> set[tuple[str, ...]]:
    """The five-word runs of the paragraphs that read as prose."""
    runs = set()
    for line in text.text.split("\n"):
        if len(line) >= 80 and line.rstrip("\"'”’ ").endswith((".", "!", "?")):
            words = WORD.findall(line.lower())
            runs.update(zip(*(words[at:] for at in range(RUN)), strict=False))
    return runs


def _spread_pairs(chance: random.Random, pairs: Sequence[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """`count` of `pairs` at random, no text in more than two of them."""
    seen: Counter[str] = Counter()
    kept = []
    for one, other in chance.sample(list(pairs), len(pairs)):
        if len(kept) < count and seen[one] < 2 and seen[other] < 2:
            seen[one] += 1
            seen[other] += 1
            kept.append((one, other))
    return kept


def draw_pairs(events: dict[str, list[EventText]]) -> list[dict[str, Any]]:
    """Pairs of sentences of one event from different articles, by likeness, then such as give different numbers."""
    chance = seeded("pairs")
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    numbers = []
    for name in sorted(events):
        if name == "summit":
            continue
        sentences = [one for text in events[name] for one in sentences_of(text)]
        weights = rarity(words for _, _, words in sentences)
        for one, other in combinations(sentences, 2):
            if one[0].name == other[0].name:
                continue
            like = likeness(one[2], other[2], weights)
            item = {
                "event": name,
                "a": {"text": one[0].name, "sentence": list(one[1])},
                "b": {"text": other[0].name, "sentence": list(other[1])},
            }
            at = next((at for at, (low, high, _) in enumerate(PAIR_LIKENESS) if low <= like < high), None)
            if at is not None:
                found[at].append(item)
            if 0.25 <= like < 0.9 and _numbers(one) and _numbers(other) and _numbers(one) != _numbers(other):
                numbers.append(item)
    items: list[dict[str, Any]] = []
    pools = [*((found[at], count) for at, (_, _, count) in enumerate(PAIR_LIKENESS)), (numbers, NUMBER_PAIRS)]
    for pool, count in pools:
        seen = Counter(item["event"] for item in items)
        kept = 0
        for item in chance.sample(pool, len(pool)):
            if kept < count and seen[item["event"]] < 12 and item not in items:
                seen[item["event"]] += 1
                items.append(item)
                kept += 1
    chance.shuffle(items)
    return items


Sentence = tuple[EventText, tuple[int, int], frozenset[str]]


def sentences_of(text: EventText) -> list[Sentence]:
    """The sentences of eight to sixty words, each with its words in lower case."""
    return [
        (text, (one.start, one.end), frozenset(WORD.findall(one.cut(text.text).lower())))
        for one in find_sentences(text.text)
        if 8 <= len(one.cut(text.text).split()) <= 60
    ]


def _numbers(sentence: Sentence) -> frozenset[str]:
    text, (start, end), _ = sentence
    return frozenset(NUMBER.findall(text.text[start:end].lower()))


def rarity(sentences: Iterable[frozenset[str]]) -> dict[str, float]:
    """How much each word counts: the logarithm of how few of the sentences have it."""
    held = list(sentences)
    counts = Counter(word for words in held for word in words)
    return {word: math.log(1 + len(held) / count) for word, count in counts.items()}


def likeness(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    """The cosine of two sets of words, each counted by its weight."""
    shared = sum(weights[word] ** 2 for word in one & other)
    lengths = [math.sqrt(sum(weights[word] ** 2 for word in words)) for words in (one, other)]
    return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0


if __name__ == "__main__":
    main()
