r"""Reading of HTML on two sets of real pages: body, metadata, offsets, speed.

    python benchmarks/reading.py [--best] [--seconds] [--rounds 3] [--worst 10]

Bodies are scored as the article-extraction benchmark of scrapinghub does: 4-grams of `\w+` tokens with their counts, a
precision and a recall a page, F1 of the two means. Its gold has no titles, and neither has `article.text`; what the page
prints as deck or subheading is in both. On the Fundus pages the gold body is summary, subheadings and paragraphs.

Authors are compared as sets of names, case and white space folded: the figure is the F1 over all names of all pages. The
gold names agencies among the authors, which sayso keeps apart as credits. Three figures: of the authors alone, which misses
all agencies; with the agencies that sayso credits outside the text (author fields, bylines, credit lines), right or wrong;
and without the agencies of the gold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import statistics
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from data import ENGLISH, SHARED

from sayso.config import Settings
from sayso.reading import Reading, page_character_matches, read_paths
from sayso.reading.credits import is_agency
from sayso.records import Article

_TOKEN = re.compile(r"\w+")
EXTRACTION = SHARED / "data" / "article_extraction"
FUNDUS = SHARED / "data" / "pages"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page as found with what people wrote down of it; `published` is a day in ISO 8601.

    What a set does not tell is None.
    """

    name: str
    source: bytes
    body: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    english: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system says of a page."""

    body: str
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    agencies: tuple[str, ...] = ()


def read_extraction() -> list[GoldPage]:
    """The 181 pages of the article-extraction benchmark, in the order of their names."""
    gold = json.loads((EXTRACTION / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        GoldPage(name, gzip.decompress((EXTRACTION / "html" / f"{name}.html.gz").read_bytes()), told["articleBody"])
        for name, told in sorted(gold.items())
    ]


def read_fundus() -> list[GoldPage]:
    """The Fundus pages of all countries; the versions of a publisher stand in the order of their pages' days."""
    pages = []
    for path in sorted(FUNDUS.glob("*/*.json")):
        versions = sorted(json.loads(path.read_text(encoding="utf-8")).items())
        files = sorted(path.parent.glob(f"{path.stem}_????_??_??.html.gz"))
        for (version, told), file in zip(versions, files, strict=True):
            authors = told.get("authors")
            pages.append(
                GoldPage(
                    f"{path.parent.name}/{path.stem}/{version}",
                    gzip.decompress(file.read_bytes()),
                    gold_body(told["body"]),
                    told.get("title"),
                    tuple(authors) if authors is not None else (),
                    told.get("publishing_date"),
                    path.parent.name in ENGLISH,
                )
            )
    return pages


def gold_body(body: dict[str, Any]) -> str:
    """Summary, subheadings and paragraphs, each on its own line."""
    lines = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        lines += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    return "\n".join(line for line in lines if line)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text's tokens with their counts; a shorter text is one shingle."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(1, len(tokens) - 3)) if tokens)


def score_page(gold: str, said: str) -> tuple[float, float]:
    """Precision and recall of one page's body; each is 1 where both texts are empty."""
    wanted, got = shingles(gold), shingles(said)
    both = sum((wanted & got).values())
    if not wanted and not got:
        return 1.0, 1.0
    return both / max(1, sum(got.values())), both / max(1, sum(wanted.values()))


def score_bodies(gold: Sequence[str], said: Sequence[str]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and the F1 of both; source: `evaluate.py` of the benchmark."""
    pairs = [(score_page(one, other), one, other) for one, other in zip(gold, said, strict=True)]
    precision = statistics.mean(pair[0] for pair, _, other in pairs if other.strip())
    recall = statistics.mean(pair[1] for pair, one, _ in pairs if one.strip())
    return precision, recall, f1(precision, recall)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, or 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_authors(pages: Sequence[GoldPage], said: Sequence[Answer]) -> float:
    """F1 over all names of all pages."""
    wanted = got = both = 0
    for page, answer in zip(pages, said, strict=True):
        gold, names = ({_fold(name) for name in one} for one in (page.authors or (), answer.authors))
        wanted, got, both = wanted + len(gold), got + len(names), both + len(gold & names)
    return f1(both / got if got else 0.0, both / wanted if wanted else 0.0)


def with_agencies(said: Sequence[Answer]) -> list[Answer]:
    """The answers with the agencies that they credit outside the text among the authors."""
    return [replace(answer, authors=(*answer.authors, *answer.agencies)) for answer in said]


def without_agencies(pages: Sequence[GoldPage]) -> list[GoldPage]:
    """The pages with the persons, desks and sites among their authors, and no agency."""
    return [replace(page, authors=tuple(name for name in page.authors or () if not is_agency(name))) for page in pages]


def score_titles(pages: Sequence[GoldPage], said: Sequence[Answer]) -> float:
    """The share of titles that are exactly the gold one, white space folded."""
    return statistics.mean(
        " ".join((page.title or "").split()) == " ".join(answer.title.split())
        for page, answer in zip(pages, said, strict=True)
    )


def score_days(pages: Sequence[GoldPage], said: Sequence[Answer]) -> float:
    """The share of the pages with a gold time whose day of publication is the gold one, each by its own clock."""
    return statistics.mean(
        page.published[:10] == (answer.published or "")[:10]
        for page, answer in zip(pages, said, strict=True)
        if page.published
    )


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


class Readers:
    """The systems, each from a page's bytes to what it says of it; every page is a file, as for users."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.readings: list[Reading] = []
        logging.disable(logging.CRITICAL)
        warnings.simplefilter("ignore")

    def sayso(self, source: bytes, settings: Settings | None = None) -> Answer:
        """The whole reading: decoded, cut into parts and articles, each character mapped to the source."""
        path = self.folder / "page.html"
        path.write_bytes(source)
        settings = settings or Settings()
        [reading] = read_paths([str(path)], settings.limits, settings.best)
        self.readings.append(reading)
        if not reading.articles:
            return Answer("")
        body = "\n".join(article.text for article in reading.articles)
        first = reading.articles[0]
        agencies = tuple(credit.name for credit in first.credits if credit.span is None and is_agency(credit.name))
        return Answer(body, first.title, first.authors, first.published, agencies)

    def best(self, source: bytes) -> Answer:
        """The same with `--best`."""
        return self.sayso(source, Settings(best=True))

    def trafilatura(self, source: bytes) -> Answer:
        """The body alone, in precision mode."""
        import trafilatura

        text = trafilatura.extract(source, favor_precision=True, include_comments=False)
        return Answer(text or "")

    def trafilatura_metadata(self, source: bytes) -> Answer:
        """Body with title, authors, and htmldate's original date, as trafilatura gives them."""
        from htmldate import find_date
        from trafilatura import extract_metadata

        told = extract_metadata(source)
        authors = tuple(name.strip() for name in (told.author or "").split(";") if name.strip()) if told else ()
        day = find_date(source.decode("utf-8", "replace"), original_date=True)
        return Answer(self.trafilatura(source).body, (told.title or "") if told else "", authors, day)


def share_shown(readings: Iterable[Reading]) -> tuple[int, int]:
    """How many characters of all articles their page shows where the map says, and how many there are."""
    shown = whole = 0
    for reading in readings:
        for article in reading.articles:
            whole += len(article.text)
            shown += _shown(reading, article)
    return shown, whole


def _shown(reading: Reading, article: Article) -> int:
    page = reading.page
    assert page is not None
    return sum(
        page_character_matches(page.source, article.map.to_page(at), character, page.media_type)
        for at, character in enumerate(article.text)
    )


def measure_speed(systems: dict[str, Callable[[bytes], Answer]], pages: Sequence[GoldPage], rounds: int) -> None:
    """Print pages a second of processor time on one core; the systems take turns page by page."""
    for read in systems.values():
        read(pages[0].source)
    rates: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(rounds):
        took = dict.fromkeys(systems, 0.0)
        for page in pages:
            for name, read in systems.items():
                began = time.process_time()
                read(page.source)
                took[name] += time.process_time() - began
        for name, seconds in took.items():
            rates[name].append(len(pages) / seconds)
    for name, one in rates.items():
        print(f"  {name:24} {statistics.median(one):6.1f} pages a second ({min(one):.1f} to {max(one):.1f})")
    halves = [one / other for one, other in zip(rates["sayso"], rates["trafilatura, precision"], strict=True)]
    print(f"  {'ratio':24} {statistics.median(halves):6.2f} ({min(halves):.2f} to {max(halves):.2f})")


def print_worst(name: str, pages: Sequence[GoldPage], said: Sequence[Answer], count: int) -> None:
    """Print the pages with the lowest F1 of the body."""
    scored = sorted((f1(*pair), pair, page.name) for page, answer in zip(pages, said, strict=True)
                    for pair in [score_page(page.body, answer.body)])  # fmt: skip
    print(f"  worst of {name}:")
    for value, (precision, recall), page_name in scored[:count]:
        print(f"    {value:.3f} (precision {precision:.3f}, recall {recall:.3f}) {page_name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--best", action="store_true", help="measure `--best` too")
    parser.add_argument("--seconds", action="store_true", help="measure pages a second too")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N pages with the lowest F1")
    options = parser.parse_args()
    extraction, fundus = read_extraction(), read_fundus()
    with tempfile.TemporaryDirectory() as folder:
        readers = Readers(Path(folder))
        bodies: dict[str, Callable[[bytes], Answer]] = {"sayso": readers.sayso}
        if options.best:
            bodies["sayso --best"] = readers.best
        print(f"article_extraction, {len(extraction)} pages: precision, recall, F1 of the body")
        for name, read in (bodies | {"trafilatura, precision": readers.trafilatura}).items():
            said = [read(page.source) for page in extraction]
            figures = score_bodies([page.body for page in extraction], [one.body for one in said])
            print(f"  {name:24} {figures[0]:.4f} {figures[1]:.4f} {figures[2]:.4f}")
            if options.worst:
                print_worst(name, extraction, said, options.worst)
        for label, pages in (("all", fundus), ("English", [page for page in fundus if page.english])):
            print(
                f"Fundus, {label}, {len(pages)} pages: body F1, title exact, author F1, with agencies, without agencies, "
                "publication day"
            )
            for name, read in (bodies | {"trafilatura, htmldate": readers.trafilatura_metadata}).items():
                said = [read(page.source) for page in pages]
                body = score_bodies([page.body for page in pages], [one.body for one in said])[2]
                authors = (
                    score_authors(pages, said),
                    score_authors(pages, with_agencies(said)),
                    score_authors(without_agencies(pages), said),
                )
                told = (body, score_titles(pages, said), *authors, score_days(pages, said))
                print(f"  {name:24} " + " ".join(f"{one:.4f}" for one in told))
                if options.worst:
                    print_worst(name, pages, said, options.worst)
        shown, whole = share_shown(readers.readings)
        print(f"{shown} of {whole} characters of articles are shown where the map says: {shown / whole:.4%}")
        if options.seconds:
            print("article_extraction, pages a second")
            measure_speed(bodies | {"trafilatura, precision": readers.trafilatura}, extraction, options.rounds)


if __name__ == "__main__":
    main()
