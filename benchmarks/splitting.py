"""How well plain-text pages are split: text F1, article starts and pages a second, on pages never trained on.

    PYTHONPATH=training/lines python training/lines/train.py --data ../shared/data --out build/lines
    PYTHONPATH=training/lines python benchmarks/splitting.py [--run build/lines] [--folds 0,1,2,3,4] [--seconds]

Each page of `pages/` and `article_extraction/` is read by the model of the fold that left its publisher out. Compared in
the same run: a bare baseline (lines of 80 characters or more that end in punctuation are text; one of 20 to 170 without,
behind such a line and with two of them next, starts an article), and the rules that the model took the place of.

Text F1 is that of the article-extraction benchmark: shares of found, missed and false over the union, summed over pages;
over words (ideographs and kana each a word), and over runs of four of them. An article starts at the line of its title;
where the same words stand again before its first paragraph, either line is right, but not both. A page is right when all
of its articles start there and none elsewhere. "Strictly" counts the first telling of a title alone.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import line_rules
from data import SHARED
from mixes import MixedPage, mix_pages, whole_page
from pages import STYLES, Gold, Shown, TextPage, normal, read_gold
from samples import page_folds

from sayso.config import Limits
from sayso.reading.assemble import Found
from sayso.reading.lines import Row, split_lines
from sayso.reading.placing import read_rows
from sayso.reading.plain import TEXT_KINDS, read_plain
from sayso.reading.splitting.model import LineModel, read_model

Reader = Callable[[Sequence[Shown]], tuple[str, list[int]]]
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W_]+")
_ENDS = tuple('.!?…。！？؟।"”’»)')
# Other seeds than those of training, though their pages are left out anyway.
MIX_SEED = 1000
MIXED = {"clean": 60, "near": 100, "whole": 30}
BARE_CHARACTERS = 80
# So many mixed pages of each fold are timed, and so often.
TIMED = 20
PASSES = 3


class Score:
    """Found, false and missed, each a share of their union on a page, summed over pages."""

    def __init__(self) -> None:
        self.found = self.false = self.missed = 0.0

    def add(self, said: Counter[tuple[str, ...]], gold: Counter[tuple[str, ...]]) -> None:
        """Add one page."""
        both = sum((said & gold).values())
        whole = sum(said.values()) + sum(gold.values()) - both or 1
        self.found += both / whole
        self.false += (sum(said.values()) - both) / whole
        self.missed += (sum(gold.values()) - both) / whole

    def f1(self) -> float:
        """Twice what was found over all that was said or there."""
        return 2 * self.found / max(2 * self.found + self.false + self.missed, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--run", type=Path, default=Path("build/lines"))
    parser.add_argument("--folds", default="0,1,2,3,4")
    parser.add_argument("--seconds", action="store_true", help="only how many pages a second, with the shipped model")
    options = parser.parse_args()
    folds = page_folds(options.data)
    if options.seconds:
        measure_seconds(folds)
        return
    golds = {gold.name: gold_text(gold) for gold in read_gold(options.data)}
    numbers = [int(number) for number in options.folds.split(",")]
    models = {number: read_model((options.run / f"{number}.npz").read_bytes()) for number in numbers}
    texts: dict[tuple[str, str, str], tuple[Score, Score]] = {}
    starts: dict[tuple[str, str], list[int]] = {}
    for number in numbers:
        readers = make_readers(models[number])
        for page in folds[number]:
            score_text(page, golds[page.name], readers, texts)
        for mix, count in MIXED.items():
            for mixed in mix_pages(folds[number], count, MIX_SEED + number, (mix,)):
                score_starts(mixed, mix, readers, starts)
        for page in folds[number]:
            if "title" in page.roles:
                score_starts(whole_page(page), "alone", readers, starts)
    report(texts, starts)


def gold_text(gold: Gold) -> tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """The words and runs of four words of a gold body."""
    text = "\n".join([*gold.summary, *(line for line in gold.headings if line != "?"), *gold.paragraphs])
    return count_runs(text, 1), count_runs(text, 4)


def count_runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    """How often each run of so many words stands in a text."""
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[at : at + length]) for at in range(max(1, len(words) - length + 1)))


def make_readers(model: LineModel) -> dict[str, Reader]:
    """The systems compared: each gives the text of a page and the lines at which articles start."""
    return {
        "bare": read_bare,
        "rules": lambda lines: read_by(lines, lambda text: line_rules.read_rows(split_lines(text))),
        "sayso": lambda lines: read_by(lines, lambda text: read_rows(split_lines(text), model)),
    }


def read_bare(lines: Sequence[Shown]) -> tuple[str, list[int]]:
    """The baseline of two rules."""
    prose = [len(line.text) >= BARE_CHARACTERS and line.text.endswith(_ENDS) for line in lines]
    starts = [
        at
        for at, line in enumerate(lines)
        if not prose[at] and 20 <= len(line.text) <= 170 and not line.text.endswith(_ENDS)
        and (at == 0 or prose[at - 1]) and all(prose[at + 1 : at + 3]) and at + 2 < len(lines)
    ]  # fmt: skip
    return "\n".join(line.text for line, told in zip(lines, prose, strict=True) if told), starts


def read_by(lines: Sequence[Shown], read: Callable[[str], list[Row]]) -> tuple[str, list[int]]:
    """The text and starts by rows: an article starts at its title, else at its first line of text."""
    text = "".join(("\n" if line.spaced and at else "") + line.text + "\n" for at, line in enumerate(lines))
    rows = read(text)
    said = [line.text for row in rows if row.kind in TEXT_KINDS for line in lines[row.first : row.last + 1]]
    told = {row.article for row in rows if row.kind in TEXT_KINDS}
    first: dict[int, int] = {}
    for row in rows:
        if row.article in told and row.article is not None and (row.kind == "title" or row.kind in TEXT_KINDS):
            first.setdefault(row.article, row.first)
    return "\n".join(said), list(first.values())


def score_text(
    page: TextPage, gold: tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]], readers: dict[str, Reader],
    texts: dict[tuple[str, str, str], tuple[Score, Score]],
) -> None:  # fmt: skip
    """Add the text F1 of one page, under its set and style."""
    for name, read in readers.items():
        said = read(page.lines)[0]
        runs = count_runs(said, 1), count_runs(said, 4)
        english = page.country in ("au", "ca", "il", "ind", "na", "uk", "us", "xx", "za", "my", "tz", "ua", "gl")
        for group in (page.name.split("/")[0], "all", "English" if english else "other languages"):
            for score, found, wanted in zip(
                texts.setdefault((name, page.style, group), (Score(), Score())), runs, gold, strict=True
            ):  # fmt: skip
                score.add(found, wanted)


def score_starts(
    page: MixedPage, mix: str, readers: dict[str, Reader], starts: dict[tuple[str, str], list[int]]
) -> None:
    """Add the starts found, false and missed on one page, whether all are right, and the further ones alone."""
    for name, read in readers.items():
        gold = set(page.starts)
        strictly = set(read(page.lines)[1])
        said = settle(strictly, page)
        row = starts.setdefault((name, mix), [0] * 12)
        further_said, further_gold = said - {min(said, default=0)}, gold - {min(gold)}
        for at, added in enumerate(
            (len(said & gold), len(said - gold), len(gold - said), said == gold, 1,
             len(further_said & further_gold), len(further_said - further_gold), len(further_gold - further_said),
             len(strictly & gold), len(strictly - gold), len(gold - strictly), strictly == gold)
        ):  # fmt: skip
            row[at] += int(added)


def settle(said: set[int], page: MixedPage) -> set[int]:
    """`said` with every line that tells a gold title again, before its first paragraph, taken for the first telling."""
    told = set(said)
    for start in page.starts:
        body = next((at for at in range(start, len(page.roles)) if page.roles[at] == "body"), start)
        again = [at for at in range(start + 1, body) if normal(page.lines[at].text) == normal(page.lines[start].text)]
        if start not in told and sum(at in told for at in again) == 1:
            told = told.difference(again) | {start}
    return told


def report(texts: dict[tuple[str, str, str], tuple[Score, Score]], starts: dict[tuple[str, str], list[int]]) -> None:
    """Print both tables."""
    print("text F1 over words / over runs of four")
    for group in ("all", "pages", "article_extraction", "English", "other languages"):
        for style in STYLES:
            told = {
                name: texts[name, style, group] for name in ("bare", "rules", "sayso") if (name, style, group) in texts
            }
            print(f"  {group:18} {style:8}", *(f"{name} {words.f1():.3f} / {runs.f1():.3f}   " for name, (words, runs) in told.items()))  # fmt: skip
    print(
        "article starts: F1 (precision, recall), F1 of the second and later ones, whole pages right; F1 and pages strictly"
    )
    for mix in (*MIXED, "alone"):
        for name in ("bare", "rules", "sayso"):
            found, false, missed, right, pages, *further = starts[name, mix]
            f1, later, strict = (
                2 * hit / max(2 * hit + wrong + lost, 1)
                for hit, wrong, lost in ((found, false, missed), further[:3], further[3:6])
            )
            print(f"  {mix:6} {name:6} {f1:.3f} ({found / max(found + false, 1):.3f}, {found / max(found + missed, 1):.3f})  {later:.3f}  {right / pages:.3f} of {pages}   {strict:.3f} {further[6] / pages:.3f}")  # fmt: skip


def measure_seconds(folds: Sequence[Sequence[TextPage]]) -> None:
    """Pages a second through the whole reading beside the bare baseline, in turns, by the time the process had on its core.

    The middle one of `PASSES` counts; the pages of one pass come one after another, as in a run.
    """
    shown = [page for fold in folds for page in fold if page.style == "browser"]
    near, clean = (
        [page for at, fold in enumerate(folds) for page in mix_pages(fold, TIMED, MIX_SEED + at, (mix,))]
        for mix in ("near", "clean")
    )
    sets: dict[str, Sequence[TextPage | MixedPage]] = {
        "as a browser copies them": shown, "2 to 4 articles, much furniture": near, "2 to 4 articles, little furniture": clean,
    }  # fmt: skip
    for name, pages in sets.items():
        sources = [page.source() for page in pages]
        founds = [Found(text.encode("utf-8", "replace"), "page.txt", None, "text/plain", "utf-8", text) for text in sources]  # fmt: skip
        read_plain(founds[0], Limits())
        spent: dict[str, list[float]] = {"sayso": [], "bare": []}
        for _ in range(PASSES):
            began = time.process_time()
            for found in founds:
                read_plain(found, Limits())
            middle = time.process_time()
            for source in sources:
                read_bare([Shown(line.strip(), None, False) for line in source.split("\n") if line.strip()])
            spent["sayso"].append(middle - began)
            spent["bare"].append(time.process_time() - middle)
        told = "; ".join(f"{what} {len(pages) / median(times):.0f} ({len(pages) / max(times):.0f} to {len(pages) / min(times):.0f})" for what, times in spent.items())  # fmt: skip
        print(f"{name}: {len(pages)} pages of {sum(len(page.lines) for page in pages) / len(pages):.0f} lines, pages a second on one core: {told}")  # fmt: skip


if __name__ == "__main__":
    main()
