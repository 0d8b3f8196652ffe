"""The vouchers of a claim whose statements are given, so that matching and counting can be judged apart."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparing.clauses import Clause, cut_clauses
from sayso.comparing.copies import find_copies
from sayso.comparing.origins import Traced, find_origins, measure_origins
from sayso.comparing.people import join_speakers
from sayso.comparing.sources import gather_sources
from sayso.records import Article, CannotMeasure, OriginCount, Speaker, Statement, Story
from sayso.spans import Span
from sayso.text.words import content_terms

# Words that a reader marks as saying the claim: the article, "text" or "title", and where in it.
Marked = tuple[str, str, Span]


def trace_given(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    marked: Sequence[Marked],
    words: str,
) -> tuple[Traced, OriginCount | CannotMeasure] | None:
    """The origins and the count of the claim that `marked` support, all `articles` being one story; None without any.

    Of the clauses in a marked stretch the one stands for it that shares most with `words`, those of the claim.
    """
    story = Story("given", "", tuple(article.id for article in articles), None, None)
    people, told = join_speakers([story], speakers, statements)
    by_article: dict[str, list[Statement]] = {article.id: [] for article in articles}
    for statement in told:
        by_article[statement.article].append(statement)
    sources = gather_sources(articles, {one.id: one for one in people}, people, find_copies(articles, by_article))
    clauses = cut_clauses(sources.articles, [one for article in articles for one in by_article[article.id]])
    terms = set(content_terms(words))
    chosen = [one for mark in marked if (one := _clause_in(mark, clauses, terms))]
    if not chosen:
        return None
    traced = find_origins(chosen, sources)
    return traced, measure_origins(traced, chosen, sources)


def _clause_in(mark: Marked, clauses: Sequence[Clause], terms: set[str]) -> Clause | None:
    article, layer, span = mark
    inside = [
        one
        for one in clauses
        if (one.statement.article, one.statement.in_) == (article, layer) and any(s.overlaps(span) for s in one.spans)
    ]
    return max(inside, key=lambda one: (len(terms & set(one.terms)), -one.spans[0].start), default=None)
