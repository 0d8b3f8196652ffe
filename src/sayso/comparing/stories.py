"""Group articles that are about one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from sayso.comparing.weights import weigh
from sayso.identity import make_id
from sayso.records import Article, Story
from sayso.text.days import day_of, moment_of
from sayso.text.words import STOP, WORD, fold, term_key

# Chosen together on news_cluster (179 articles) and stories_gold_standard (96), the best for both at once:
# B-cubed F1 0.98 and 0.91. `benchmarks/stories.py` prints them.
TITLE_WEIGHT = 3
LEAD_WORDS = 150
LEAST_SIMILARITY = 0.11
# Articles lose half of their likeness over this many days. Dates of scraped articles are often wrong, so the decay
# has a floor.
HALF_LIFE_DAYS = 45.0
DECAY_FLOOR = 0.6


def find_stories(articles: Sequence[Article]) -> list[Story]:
    """Every article in exactly one story, stories by earliest member.

    Average link over TF-IDF of title, names and text. Memory grows with the square of the number of articles.
    """
    if not articles:
        return []
    labels = _labels(articles)
    groups: dict[int, list[Article]] = {}
    for article, label in zip(articles, labels, strict=True):
        groups.setdefault(label, []).append(article)
    stories = [_story(sorted(members, key=_when)) for members in groups.values()]
    return sorted(stories, key=lambda story: (moment_of(story.first), story.id))


def _labels(articles: Sequence[Article]) -> list[int]:
    if len(articles) == 1:
        return [0]
    likeness = _likeness(articles)
    distance = 1.0 - likeness
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), method="average")
    return [int(label) for label in fcluster(tree, t=1.0 - LEAST_SIMILARITY, criterion="distance")]


def _likeness(articles: Sequence[Article]) -> NDArray[np.float64]:
    vectors = weigh(articles, story_terms)
    likeness = np.asarray((vectors @ vectors.T).todense(), dtype=np.float64)
    days = [day_of(article.published or article.not_before) for article in articles]
    ordinals = np.array([day.toordinal() if day else np.nan for day in days])
    apart = np.abs(ordinals[:, None] - ordinals[None, :])
    decay = np.maximum(DECAY_FLOOR, 0.5 ** (apart / HALF_LIFE_DAYS))
    likeness *= np.where(np.isnan(apart), 1.0, decay)
    languages = np.array([article.language for article in articles])
    likeness[languages[:, None] != languages[None, :]] = 0.0
    return np.clip((likeness + likeness.T) / 2, 0.0, 1.0)


def story_terms(article: Article) -> list[str]:
    """The terms of an article: its title three times, the first part of its text once."""
    terms: list[str] = []
    for text, weight in ((article.title, TITLE_WEIGHT), (article.text, 1)):
        for count, found in enumerate(WORD.finditer(text)):
            if count >= LEAD_WORDS:
                break
            word = fold(found[0])
            if word in STOP or len(word) < 2:
                continue
            terms += [term_key(word)] * weight
    return terms


def _when(article: Article) -> tuple[float, str]:
    return moment_of(article.published or article.not_before), article.id


def _story(members: list[Article]) -> Story:
    counts = Counter(term for article in members for term in set(story_terms(article)))
    titled = [article for article in members if article.title] or members
    # The headline whose words most of the story's articles share stands for it.
    best = max(titled, key=lambda one: (_shared(one, counts), [-ord(letter) for letter in one.id]))
    dated = [article.published for article in members if article.published]
    return Story(
        make_id("sty", members[0].id),
        best.title,
        tuple(article.id for article in members),
        min(dated, key=moment_of, default=None),
        max(dated, key=moment_of, default=None),
    )


def _shared(article: Article, counts: Counter[str]) -> float:
    terms = {term_key(fold(found[0])) for found in WORD.finditer(article.title)}
    known = [counts[term] for term in terms if counts[term] > 1]
    return sum(known) / (3 + len(terms))
