"""Copies among the 612 pages of `helsinki`: whether they join texts that credit different agencies.

    python benchmarks/agencies.py [--show]

All pages are about one summit and go in as one story. Printed: the pairs found as copies (each text with those that it took
passages from), how many name agencies on both sides and how many of these have none in common; the biggest group of texts tied by
copies, with what ties it; and how many distinct texts there are when each copy of most of a text is counted with its parent.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from data import read_event_texts

from sayso.comparing.copies import find_copies
from sayso.comparing.outlets import outlet_key
from sayso.reading.credits import is_agency, read_credits
from sayso.records import Article, Copy, Statement
from sayso.spans import OffsetMap
from sayso.understanding.analyse import analyse
from sayso.understanding.encoder import Encoder

# From this share on a text is a copy as a whole, as in comparing.py.
MOST = 0.34


def read_pages() -> list[Article]:
    """The pages of `helsinki` with the credits that stand in their text."""
    return [
        Article(
            text.name,
            text.name,
            text.title,
            (),
            "report",
            "en",
            text.text,
            OffsetMap(()),
            True,
            outlet=text.outlet,
            published=text.published,
            credits=tuple(read_credits(text.text, text.authors, text.outlet)),
        )
        for text in read_event_texts().values()
        if text.event == "summit"
    ]


def agencies_of(article: Article) -> set[str]:
    """The keys of the agencies that an article names as where its words are from, or is."""
    named = {outlet_key(credit.name) for credit in article.credits if is_agency(credit.name)}
    return named | ({outlet_key(article.outlet)} if article.outlet and is_agency(article.outlet) else set())


def groups_of(copies: list[Copy]) -> list[list[str]]:
    """The articles tied by copies, the biggest group first."""
    home: dict[str, str] = {}

    def find(one: str) -> str:
        while home.setdefault(one, one) != one:
            one = home[one]
        return one

    for copy in copies:
        home[find(copy.copy)] = find(copy.of)
    groups: dict[str, list[str]] = defaultdict(list)
    for one in list(home):
        groups[find(one)].append(one)
    return sorted(groups.values(), key=lambda group: (-len(group), group))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    articles = read_pages()
    encoder = Encoder(options.weights)
    statements: dict[str, tuple[Statement, ...]] = {one.id: analyse(one, encoder).statements for one in articles}
    report(articles, find_copies(articles, statements), options.show)


def report(articles: list[Article], copies: list[Copy], show: bool) -> None:
    """Print the figures."""
    known = {article.id: article for article in articles}
    both, differing = 0, []
    for copy in copies:
        here, there = agencies_of(known[copy.of]), agencies_of(known[copy.copy])
        if here and there:
            both += 1
            differing += [copy] * here.isdisjoint(there)
    print(f"{len(articles)} texts, {sum(bool(agencies_of(one)) for one in articles)} name an agency")
    print(
        f"{len(copies)} pairs found as copies, {both} name agencies on both sides, {len(differing)} different ones only"
    )
    print(
        f"share of all pairs {len(differing) / max(1, len(copies)):.4f}, of those with agencies {len(differing) / max(1, both):.4f}"
    )
    whole = [copy for copy in copies if copy.share >= MOST]
    groups = groups_of(whole)
    print(
        f"{len(whole)} copies of most of a text; distinct texts {len(articles) - sum(len(group) - 1 for group in groups)}"
    )
    for name, tied in (("any copy", groups_of(copies)), ("copies of most of a text", groups)):
        if not tied:
            continue
        agencies = Counter(agency for one in tied[0] for agency in agencies_of(known[one]))
        inside = [copy for copy in copies if copy.copy in set(tied[0])]
        print(
            f"biggest group by {name}: {len(tied[0])} texts of {len({known[one].outlet for one in tied[0]})} publishers, tied by "
            f"{len(inside)} copies; agencies {dict(agencies.most_common(4))}; median share "
            f"{sorted(copy.share for copy in inside)[len(inside) // 2] if inside else 0}"
        )
    for copy in differing if show else ():
        print(copy.of, agencies_of(known[copy.of]), copy.copy, agencies_of(known[copy.copy]), copy.share, copy.because)


if __name__ == "__main__":
    main()
