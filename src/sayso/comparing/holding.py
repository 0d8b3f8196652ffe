"""What holds each article in its story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.comparing.stories import story_terms, story_words
from sayso.comparing.weights import Weigher
from sayso.records import Article

# So many words are told of each article: more repeat the story, fewer are the names alone. By hand on examples/.
MOST_TERMS = 6
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Hold:
    """How like the others of its story an article is, and by which words.

    `likeness` is the mean cosine between its terms and those of each other article, from 0 to 1, before days count.
    `words` stand as the article writes them first, the strongest first.
    """

    article: str
    likeness: float
    words: tuple[str, ...]


def find_holds(articles: Sequence[Article]) -> list[Hold]:
    """What holds each of `articles`, those of one story, beside the others; in their order.

    Terms weigh as in `stories.find_stories`, with the frequencies of these articles alone added to those of other
    news. An article that shares nothing, or has none beside it, has no words. Linear in the terms.
    """
    rows = [Counter(story_terms(article)) for article in articles]
    weigher = Weigher()
    for row in rows:
        weigher.see(row)
    vectors = [weigher.vector(row) for row in rows]
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    beside = max(1, len(articles) - 1)
    holds = []
    for article, vector in zip(articles, vectors, strict=True):
        parts = {term: weight * (total[term] - weight) / beside for term, weight in vector.items()}
        strongest = sorted((term for term in parts if parts[term] > 1e-9), key=lambda term: (-parts[term], term))
        written: dict[str, str] = {}
        for word, term, _ in story_words(article):
            written.setdefault(term, POSSESSIVE.sub("", word))
        words = tuple(written[term] for term in strongest[:MOST_TERMS])
        holds.append(Hold(article.id, sum(max(0.0, part) for part in parts.values()), words))
    return holds
