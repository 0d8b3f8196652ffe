"""Seconds and memory of the whole comparing stage as the number of articles grows.

    python benchmarks/growth.py [--sizes 1000 10000 100000] [--understood FILE] [--workers N]

The articles are those of `news_cluster`, resampled: each round takes all 179 again with other names, figures and dates, and with a
third of its other words exchanged, the same in all articles of a round, so that each event becomes a new one and stories stay as
small as they are. Every exchanged word is as long as the one before. So the statements, speakers and figures need not be made anew:
they are remapped from the base article, with their spans. What is measured is comparing alone.

Seconds are those of one core (CPU time), so that other work on the machine does not count. Each size runs in a process of its own,
after the articles are made. `--understood` keeps the analysed base articles in a file. With `--workers` the whole stage is run by so many
at once, and articles are told by the second on the clock: other work on the machine counts.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import pickle
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from data import read_cluster

from sayso.comparing.compare import cast_stories, compare, compare_story
from sayso.comparing.copies import find_copies
from sayso.comparing.people import join_speakers
from sayso.comparing.stories import find_stories
from sayso.records import Article, Figure, Speaker, Statement
from sayso.text.days import day_of
from sayso.text.words import NUMBERS, STOP
from sayso.understanding.analyse import analyse
from sayso.understanding.encoder import Encoder

Base = list[tuple[Article, tuple[Statement, ...], tuple[Speaker, ...]]]
# Share of the common words that a round exchanges.
REWORDED = 0.33
DAYS_APART = 3
LETTERS = re.compile(r"[A-Za-z]{4,}|\d+")
KEPT = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "president",
        "minister",
        "police",
        "officials",
        "spokesman",
        "spokeswoman",
        "associated",
        "press",
        "reuters",
        "citing",
        "that",
        "this",
        "said",
    ]
)


def understand(file: Path | None) -> Base:
    """The analysed base articles, from `file` where it is there."""
    if file and file.exists():
        return pickle.loads(file.read_bytes())  # written by this benchmark
    encoder = Encoder()
    base: Base = []
    for article in read_cluster("news_cluster")[0]:
        analysis = analyse(article, encoder)
        base.append((article, analysis.statements, analysis.speakers))
    if file:
        file.write_bytes(pickle.dumps(base))
    return base


def resample(base: Base, size: int) -> tuple[list[Article], list[Statement], list[Speaker]]:
    """`size` articles with their statements and speakers."""
    common = {word for article, _, _ in base for word in re.findall(r"\b[a-z]{4,}\b", article.text)}
    articles: list[Article] = []
    statements: list[Statement] = []
    speakers: list[Speaker] = []
    for number in range(size):
        article, told, people = base[number % len(base)]
        turn = number // len(base)
        changed = _article(article, turn, common)
        articles.append(changed)
        statements += [_statement(one, article, changed, turn) for one in told]
        speakers += [_speaker(one, turn, common) for one in people]
    return articles, statements, speakers


def reword(text: str, turn: int, common: set[str]) -> str:
    """`text` as the round `turn` has it, of the same length."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        low = word.lower()
        if word.isdigit():
            return _digits(word, turn)
        if low in STOP or low in KEPT or low in NUMBERS:
            return word
        made = _exchanged(low, turn, low in common)
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made

    return LETTERS.sub(other, text) if turn else text


@lru_cache(maxsize=500_000)
def _exchanged(word: str, turn: int, common: bool) -> str:
    """A made-up word as long as `word`, or the word itself where it is common and this round leaves it."""
    drawn = hashlib.blake2b(f"{turn}:{word}".encode(), digest_size=32).digest()
    if common and drawn[0] >= 256 * REWORDED:
        return word
    letters = ("bcdfghjklmnprstvz", "aeiou")
    return "".join(letters[at % 2][drawn[1 + at % 31] % len(letters[at % 2])] for at in range(len(word)))


def _digits(digits: str, turn: int) -> str:
    """Another number of as many digits; years stay."""
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return digits
    first, rest = int(digits[0]), digits[1:]
    return f"{(first - 1 + turn) % 9 + 1 if first else 0}{rest}"


def _article(article: Article, turn: int, common: set[str]) -> Article:
    published = article.published
    if published and day_of(published):
        moved = datetime.fromisoformat(published) + timedelta(days=DAYS_APART * turn)
        published = moved.isoformat() if len(published) > 10 else moved.date().isoformat()
    return replace(
        article,
        id=f"{article.id}-{turn}",
        title=reword(article.title, turn, common),
        text=reword(article.text, turn, common),
        published=published,
    )


def _statement(statement: Statement, before: Article, after: Article, turn: int) -> Statement:
    layers = (before.title, after.title) if statement.in_ == "title" else (before.text, after.text)
    return replace(
        statement,
        id=f"{statement.id}-{turn}",
        article=after.id,
        speaker=statement.speaker and f"{statement.speaker}-{turn}",
        with_=tuple(f"{one}-{turn}" for one in statement.with_),
        via=tuple(f"{one}-{turn}" for one in statement.via),
        parent=statement.parent and f"{statement.parent}-{turn}",
        figures=tuple(_figure(one, *layers) for one in statement.figures),
    )


def _figure(figure: Figure, before: str, after: str) -> Figure:
    """The figure with its value changed as its first digits were."""
    old, new = (re.search(r"\d+", figure.span.cut(text)) for text in (before, after))
    if not old or not new or old[0] == new[0] or not int(old[0]):
        return figure
    share = int(new[0]) / int(old[0])
    bounds = [None if one is None else one * share for one in (figure.value, figure.low, figure.high)]
    return replace(figure, value=bounds[0], low=bounds[1], high=bounds[2])


def _speaker(speaker: Speaker, turn: int, common: set[str]) -> Speaker:
    return replace(
        speaker,
        id=f"{speaker.id}-{turn}",
        name=reword(speaker.name, turn, common),
        aliases=tuple(reword(one, turn, common) for one in speaker.aliases),
        affiliation=speaker.affiliation and reword(speaker.affiliation, turn, common),
        mentions=tuple(replace(one, article=f"{one.article}-{turn}") for one in speaker.mentions),
    )


def measure(base: Base, size: int) -> None:
    """Print the figures of one size: articles, seconds of stories and copies and of the rest, peak memory and what of it is new."""
    articles, statements, speakers = resample(base, size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    stories = find_stories(articles)
    grouped = time.process_time() - began
    people, told = join_speakers(stories, speakers, statements)
    by_article: dict[str, list[Statement]] = {article.id: [] for article in articles}
    for statement in told:
        by_article[statement.article].append(statement)
    known = {article.id: article for article in articles}
    names = {speaker.id: speaker for speaker in people}
    casts = cast_stories(stories, people, told)
    joined = time.process_time() - began - grouped
    copying = comparing = 0.0
    counts = [0, 0, 0]
    for story in stories:
        members = [known[one] for one in story.articles]
        start = time.process_time()
        copies = find_copies(members, by_article)
        middle = time.process_time()
        claims, conflicts = compare_story(story, members, by_article, names, casts.get(story.id, ()), copies)
        copying += middle - start
        comparing += time.process_time() - middle
        counts = [counts[0] + len(copies), counts[1] + len(claims), counts[2] + len(conflicts)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    biggest = max(len(story.articles) for story in stories)
    print(
        f"{size} {grouped:.2f} {copying:.2f} {joined:.2f} {comparing:.2f} {peak:.0f} {peak - before:.0f} "
        f"{len(stories)} {biggest} {counts[0]} {counts[1]} {counts[2]}"
    )


def measure_workers(base: Base, size: int, workers: int) -> None:
    """Print how many articles a second so many workers compare, all of the stage together."""
    articles, statements, speakers = resample(base, size)
    began = time.perf_counter()
    found = compare(articles, statements, speakers, workers=workers)
    seconds = time.perf_counter() - began
    told = f"{size / seconds:.1f} a second on the clock, {len(found.claims)} claims"
    print(f"{size} articles, {workers} workers: {seconds:.1f} s, {told}", flush=True)


def report(rows: Sequence[Sequence[float]]) -> None:
    """Print each size, and the exponent of time between one and the next."""
    for row in rows:
        size, stories, copies, speakers, claims, peak, more, found, biggest, *_ = row
        total = stories + copies + speakers + claims
        print(
            f"{size:.0f} articles: {total:.1f} s (stories {stories:.1f}, copies {copies:.1f}, speakers {speakers:.1f}, claims, "
            f"conflicts and origins {claims:.1f}); peak {peak:.0f} MiB, {more:.0f} of them while comparing; {found:.0f} stories, "
            f"the biggest of {biggest:.0f}"
        )
        print(
            f"  articles a second: stories and copies {size / (stories + copies):.0f}; "
            f"speakers, claims, conflicts and origins {size / (speakers + claims):.0f}"
        )
    for one, other in pairwise(rows):
        exponent = math.log(sum(other[1:5]) / sum(one[1:5])) / math.log(other[0] / one[0])
        print(f"exponent of time from {one[0]:.0f} to {other[0]:.0f}: {exponent:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--understood", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int)
    options = parser.parse_args()
    if options.workers:
        for size in options.sizes:
            measure_workers(understand(options.understood), size, options.workers)
        return
    if options.one:
        measure(understand(options.understood), options.one)
        return
    file = options.understood or Path("/tmp") / "sayso-growth-base.pkl"
    understand(file)
    rows = []
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", str(size), "--understood", str(file)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        rows.append([float(one) for one in told.split()])
        print(told, end="", file=sys.stderr)
    report(rows)


if __name__ == "__main__":
    main()
