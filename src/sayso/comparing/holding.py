"""What holds each article in its story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.comparing.stories import story_terms
from sayso.comparing.weights import Weigher
from sayso.records import Article
from sayso.text.words import WORD, fold, term_key

# So many words are told of each article: more repeat the story, fewer are the names alone.
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
        written = dict(_as_written(article))
        words = tuple(written[term] for term in strongest[:MOST_TERMS])
        holds.append(Hold(article.id, sum(max(0.0, part) for part in parts.values()), words))
    return holds


def _as_written(article: Article) -> Iterator[tuple[str, str]]:
    """Each term of the article with the words that it first stands for, the last told first."""
    found = [one[0] for text in (article.title, article.text) for one in WORD.finditer(text)]
    for word in reversed(found):
        yield term_key(fold(word)), POSSESSIVE.sub("", word)
