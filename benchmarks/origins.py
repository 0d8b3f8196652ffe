"""Claims and origins of `examples/` against what a careful reader says of them.

    python benchmarks/origins.py [--show] [--given]

A claim of ours stands for a claim of the reader's when it holds most of its supports. Reported: the share of support
pairs that stand together (recall), the share of supports in our claim that the reader did not list (false merges), and
how often `low`, `high` and both are right. With `--given` each claim's statements are those of the reader, so that matching
does not count; it is then shown who vouches.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations

from data import EXAMPLES
from given import Marked, trace_given

from sayso.records import Article, CannotMeasure, Claim, Dossier, Speaker
from sayso.running.pipeline import make_dossier
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """One claim of the reader's beside ours."""

    text: str
    low: int
    high: int
    found_low: int | None
    found_high: int | None
    supports: int
    together: int
    pairs: int
    pairs_found: int


def score_origins(dossier: Dossier) -> list[Outcome]:
    """An outcome for each claim in `examples/truth.json`."""
    truth = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
    return [_outcome(claim, dossier) for claim in truth["claims"]]


def _outcome(truth: dict, dossier: Dossier) -> Outcome:
    holders = [_holders(support, dossier) for support in truth["support"]]
    votes = Counter(claim for claims in holders for claim in claims)
    best = max(sorted(votes), key=lambda one: votes[one], default=None)
    claim = next((one for one in dossier.claims if one.id == best), None)
    pairs = list(combinations(holders, 2))
    count = claim.independent_origins if claim else None
    measured = None if count is None or isinstance(count, CannotMeasure) else count
    return Outcome(
        truth["text"],
        truth["low"],
        truth["high"],
        measured.low if measured else None,
        measured.high if measured else None,
        len(holders),
        votes[best] if best else 0,
        len(pairs),
        sum(bool(one & other) for one, other in pairs),
    )


def _holders(support: dict, dossier: Dossier) -> set[str]:
    """The ids of our claims with a support that overlaps the reader's words."""
    statements = {statement.id: statement for statement in dossier.statements}
    found = set()
    for article in _articles(support["file"], dossier):
        for layer, text in (("text", article.text), ("title", article.title)):
            start = text.find(support["words"])
            if start < 0:
                continue
            end = start + len(support["words"])
            for claim in dossier.claims:
                if _supports(claim, statements, article, layer, start, end):
                    found.add(claim.id)
    return found


def _supports(claim: Claim, statements: dict, article: Article, layer: str, start: int, end: int) -> bool:
    for support in claim.support:
        statement = statements[support.statement]
        if statement.article == article.id and statement.in_ == layer:
            shared = sum(max(0, min(end, span.end) - max(start, span.start)) for span in support.spans)
            if shared >= 0.5 * min(end - start, sum(len(span) for span in support.spans)):
                return True
    return False


def _articles(name: str, dossier: Dossier) -> list[Article]:
    file, _, record = name.partition("#")
    pages = {page.id for page in dossier.pages if page.location.endswith(file)}
    articles = [article for article in dossier.articles if article.page in pages]
    if record:
        rows = (EXAMPLES / "pages" / file).read_text(encoding="utf-8").rstrip("\n").split("\n")
        titles = {json.loads(row)["id"]: json.loads(row)["title"] for row in rows if row.strip()}
        articles = [article for article in articles if article.title == titles[record]]
    return articles


@dataclass(frozen=True, slots=True)
class Given:
    """One claim of the reader's with the origins that its statements lead to."""

    text: str
    right: bool
    names: tuple[str, ...]
    told: str


def score_given(dossier: Dossier) -> list[Given]:
    """For each claim in `examples/truth.json` whether low and high are right when its statements are the reader's."""
    truth = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
    return [_given(claim, dossier) for claim in truth["claims"]]


def _given(truth: dict, dossier: Dossier) -> Given:
    marked = [mark for support in truth["support"] for mark in _marks(support, dossier)]
    votes = Counter(article for article, _, _ in marked)
    story = next(one for one in dossier.stories if votes.most_common(1)[0][0] in one.articles)
    among = {*story.articles, *votes}
    found = trace_given(
        [article for article in dossier.articles if article.id in among and article.analysed],
        [statement for statement in dossier.statements if statement.article in among],
        [_within(one, among) for one in dossier.speakers if any(mention.article in among for mention in one.mentions)],
        marked,
        truth["text"],
    )
    if found is None:
        return Given(truth["text"], False, (), "no statement found")
    traced, count = found
    numbers = (None, None) if isinstance(count, CannotMeasure) else (count.low, count.high)
    told = f"low {numbers[0]}/{truth['low']} high {numbers[1]}/{truth['high']}"
    names = tuple(f"{one.name} ({one.standing}{'' if one.credited else ', uncredited'})" for one in traced.origins)
    return Given(truth["text"], numbers == (truth["low"], truth["high"]), names, f"{told} reader: {truth['origins']}")


def _within(speaker: Speaker, articles: set[str]) -> Speaker:
    return replace(speaker, mentions=tuple(one for one in speaker.mentions if one.article in articles))


def _marks(support: dict, dossier: Dossier) -> list[Marked]:
    found = []
    for article in _articles(support["file"], dossier):
        for layer, text in (("text", article.text), ("title", article.title)):
            start = text.find(support["words"])
            if start >= 0 and article.analysed:
                found.append((article.id, layer, Span(start, start + len(support["words"]))))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--given", action="store_true")
    options = parser.parse_args()
    dossier = make_dossier([str(EXAMPLES / "pages")])
    if options.given:
        given = score_given(dossier)
        for claim in given if options.show else ():
            print(f"{'right' if claim.right else 'WRONG'} {claim.text}: {claim.told}; ours: {list(claim.names)}")
        print(f"both right, statements given {sum(one.right for one in given)}/{len(given)}")
        return
    outcomes = score_origins(dossier)
    if options.show:
        for one in outcomes:
            print(
                f"{one.text[:62]:62} low {one.found_low}/{one.low} high {one.found_high}/{one.high} "
                f"in one claim {one.together}/{one.supports}"
            )
    total = len(outcomes)
    print(f"claims {total}")
    print(f"pairs of supports in one claim {sum(o.pairs_found for o in outcomes)}/{sum(o.pairs for o in outcomes)}")
    print(f"low right {sum(o.low == o.found_low for o in outcomes)}/{total}")
    print(f"high right {sum(o.high == o.found_high for o in outcomes)}/{total}")
    print(f"both right {sum((o.low, o.high) == (o.found_low, o.found_high) for o in outcomes)}/{total}")


if __name__ == "__main__":
    main()
