"""The stages from bytes to a dossier, run in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import fields, replace
from importlib.metadata import version

from sayso.comparing.compare import compare
from sayso.comparing.meaning import ClaimReader
from sayso.config import Settings
from sayso.reading import Reading, read_paths
from sayso.records import Article, Dossier, Genre, MadeWith, Page, Problem, Speaker, Statement
from sayso.running.revisions import join_revisions
from sayso.running.workers import analyse_all
from sayso.understanding.encoder import Encoder

# Called with the name of a stage, how much of it is done, and how much there is (None: not known yet).
Progress = Callable[[str, int, int | None], None]


def no_progress(stage: str, done: int, total: int | None) -> None:
    """Tell nobody."""


def read_pages(locations: Iterable[str], settings: Settings = Settings(), progress: Progress = no_progress) -> Dossier:
    """The dossier of the pages at `locations` with pages, articles and problems only."""
    pages, articles, problems = _read(read_paths(locations, settings.limits, settings.best), progress)
    return Dossier(_made_with(settings, {}), pages, articles, problems=problems)


def make_dossier(
    locations: Iterable[str], settings: Settings = Settings(), progress: Progress = no_progress
) -> Dossier:
    """The whole dossier of the pages at `locations`: read, understood and compared.

    A page that cannot be read becomes a problem. Raises `WeightsError` when a model is missing.
    """
    encoder, reader = Encoder(settings.weights), ClaimReader(settings.claim_weights)
    pages, articles, problems = _read(read_paths(locations, settings.limits, settings.best), progress)
    statements: list[Statement] = []
    speakers: list[Speaker] = []
    total = len(articles)
    genres: list[Genre] = []
    with closing(analyse_all(articles, encoder, settings)) as analyses:
        for done, analysis in enumerate(analyses, 1):
            if isinstance(analysis, Problem):
                problems = (*problems, analysis)
                genres.append(articles[done - 1].genre)
            else:
                statements += analysis.statements
                speakers += analysis.speakers
                problems = (*problems, *analysis.problems)
                genres.append(analysis.genre)
            progress("understanding", done, total)
    articles = tuple(replace(article, genre=genre) for article, genre in zip(articles, genres, strict=True))
    progress("comparing", 0, 1)
    found = compare(articles, statements, speakers, reader, settings.workers)
    progress("comparing", 1, 1)
    return Dossier(
        _made_with(settings, {"attribution": encoder.digest, "claims": reader.digest}),
        pages,
        articles,
        found.speakers,
        found.statements,
        found.stories,
        found.copies,
        found.claims,
        found.conflicts,
        problems,
    )


def _read(
    readings: Iterator[Reading], progress: Progress
) -> tuple[tuple[Page, ...], tuple[Article, ...], tuple[Problem, ...]]:
    pages: list[Page] = []
    articles: list[Article] = []
    problems: list[Problem] = []
    for done, reading in enumerate(readings, 1):
        if reading.page:
            pages.append(reading.page)
        articles += reading.articles
        problems += reading.problems
        progress("reading", done, None)
    return tuple(pages), join_revisions(pages, articles), tuple(problems)


def _made_with(settings: Settings, models: dict[str, str]) -> MadeWith:
    limits = settings.limits
    told = {field.name: str(getattr(limits, field.name)) for field in fields(limits)}
    return MadeWith(version("sayso"), models, told | ({"best": "True"} if settings.best else {}))
