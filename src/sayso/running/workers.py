"""Share the understanding of articles out over processes."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from sayso.config import Settings
from sayso.processes import start_workers
from sayso.records import Article, Problem
from sayso.understanding.analyse import Analysis, analyse
from sayso.understanding.encoder import Encoder

# Fewer articles than this are done before a second process has loaded the model.
FEWEST_TO_SHARE = 12

_encoder: Encoder | None = None


def analyse_all(
    articles: Sequence[Article], encoder: Encoder, settings: Settings
) -> Generator[Analysis | Problem, None, None]:
    """The analysis of each article, in the order given, whatever the number of workers; or why it failed.

    Each article is understood by itself, so that the outcome does not depend on how they are shared out.
    """
    if settings.workers <= 1 or len(articles) < FEWEST_TO_SHARE:
        for article in articles:
            yield _analyse_or_tell(article, encoder)
        return
    with start_workers(settings.workers, _load, settings.weights) as pool:
        yield from pool.map(_analyse, articles, chunksize=4)


def _load(weights: str | None) -> None:
    global _encoder
    _encoder = Encoder(weights)


def _analyse(article: Article) -> Analysis | Problem:
    if _encoder is None:
        raise RuntimeError("the worker was started without its model")
    return _analyse_or_tell(article, _encoder)


def _analyse_or_tell(article: Article, encoder: Encoder) -> Analysis | Problem:
    try:
        return analyse(article, encoder)
    except Exception as error:  # one article that we fail on must not cost the others (design, rule 5)
        what = f"the article “{article.title[:60]}” could not be understood ({type(error).__name__}: {error})"
        return Problem(article.id, what, "report it with the page; its text was read and is kept")
