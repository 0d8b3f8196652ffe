"""Group articles that are about one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

import numpy as np
from scipy.sparse import csr_matrix

from sayso.comparing.groups import Decay, Group, join_nearest, mean_likeness, shared_weight
from sayso.comparing.weights import Weigher
from sayso.identity import make_id
from sayso.records import Article, Story
from sayso.text.days import day_of, moment_of
from sayso.text.words import STOP, WORD, fold, term_key

# Chosen together on news_cluster (179 articles), stories_gold_standard (96) and examples/, one configuration for all and for
# batch and stream; `benchmarks/stories.py` prints the figures.
TITLE_WEIGHT = 4
LEAD_WORDS = 150
LEAST_LIKENESS = 0.12
# Dates of scraped articles are often wrong, so the decay has a floor.
DECAY = Decay(half_life=5.0, floor=0.5)
# What tells an article's story are its rarest terms: so many of them lead to the articles that may belong to it. A term of more
# articles than this leads nowhere. On both sets every story is found as with all pairs.
RAREST = 25
MOST_WITH_TERM = 200
# So many of the nearest are looked at for each article.
MOST_NEAR = 20
# Rows of the table of pairs that are made at once.
BLOCK = 2000
# A stream looks anew at a story of at most so many articles when it has grown: with all of them at hand it may be two.
MOST_LOOKED_AT = 60
# Share of the least likeness from which the nearest story is looked at with it.
NEARLY = 0.5


def find_stories(articles: Sequence[Article]) -> list[Story]:
    """Every article in exactly one story, stories by earliest member.

    Average link over TF-IDF of title, names and text. Time and memory are about linear in the number of articles, as long
    as stories stay small.
    """
    if not articles:
        return []
    rows = [Counter(story_terms(article)) for article in articles]
    weigher = Weigher()
    for row in rows:
        weigher.see(row)
    vectors = [weigher.vector(row) for row in rows]
    groups = [_group(at, article, vectors[at]) for at, article in enumerate(articles)]
    joined = join_nearest(groups, _near(vectors), DECAY, LEAST_LIKENESS)
    return _stories([[(articles[at], rows[at]) for at in group.members] for group in joined])


class StoryStream:
    """Stories while articles come in, in whatever order: each goes to the story that it is most like.

    A story that an article brings near to another is joined to it, so that one which was opened twice, or by an
    article that came late, becomes one again. The configuration is that of `find_stories`.
    """

    def __init__(self) -> None:
        self._articles: list[Article] = []
        self._weigher = Weigher()
        self._vectors: list[dict[str, float]] = []
        self._groups: dict[int, Group] = {}
        self._with_term: dict[str, set[int]] = {}

    def add(self, articles: Iterable[Article]) -> None:
        """Take in `articles`."""
        for article in articles:
            self._add(article)

    def stories(self) -> list[Story]:
        """The stories of all articles so far, by earliest member."""
        groups = (group.members for group in self._groups.values())
        return _stories([[(self._articles[at], self._vectors[at]) for at in members] for members in groups])

    def _add(self, article: Article) -> None:
        at = len(self._articles)
        self._articles.append(article)
        row = Counter(story_terms(article))
        self._weigher.see(row)
        self._vectors.append(self._weigher.vector(row))
        group = self._alone(at)
        # An article is a story of its own until it is joined to another.
        near = self._near(group)
        self._groups[at] = group
        self._note(at)
        grown = self._join(at, near)
        if grown != at:
            self._look_anew(grown, [one for one in near if one in self._groups and one != grown])

    def _alone(self, at: int) -> Group:
        return _group(at, self._articles[at], dict(self._vectors[at]))

    def _note(self, at: int) -> None:
        for term in self._telling(self._groups[at]):
            self._with_term.setdefault(term, set()).add(at)

    def _look_anew(self, at: int, near: Sequence[int]) -> None:
        """Group the articles of one story, with those of the nearest story beside it, again from the start.

        Where the first articles of two stories came in as one, the two are told apart once more of both have come.
        """
        here = self._groups[at]
        homes = [at]
        for other in near:
            beside = self._groups[other]
            product = shared_weight(here.total, beside.total)
            if mean_likeness(here, beside, product, DECAY) >= NEARLY * LEAST_LIKENESS:
                homes.append(other)
                break
        members = [one for home in homes for one in self._groups[home].members]
        if len(members) > MOST_LOOKED_AT:
            return
        rest = [list(range(place)) for place in range(len(members))]
        parts = join_nearest([self._alone(one) for one in members], rest, DECAY, LEAST_LIKENESS)
        if {frozenset(part.members) for part in parts} == {frozenset(self._groups[home].members) for home in homes}:
            return
        for home in homes:
            self._forget(home)
        for part in parts:
            home = min(part.members)
            self._groups[home] = part
            self._note(home)

    def _forget(self, at: int) -> None:
        for term in self._groups.pop(at).total:
            self._with_term.get(term, set()).discard(at)

    def _near(self, group: Group) -> list[int]:
        shared: Counter[int] = Counter()
        for term in self._telling(group):
            with_term = self._with_term.get(term, ())
            if len(with_term) <= MOST_WITH_TERM:
                shared.update(dict.fromkeys(with_term, 1))
        return [other for other, _ in sorted(shared.items(), key=lambda row: (-row[1], row[0]))[:MOST_NEAR]]

    def _telling(self, group: Group) -> list[str]:
        """The rarest terms of a group."""
        return sorted(group.total, key=lambda term: (self._weigher.frequency(term), term))[:RAREST]

    def _join(self, at: int, near: Sequence[int]) -> int:
        """Join the group `at` to the nearest of `near`, and that again, until none is near enough; where it is then."""
        left = set(near)
        while left:
            here = self._groups[at]
            scores = {
                other: mean_likeness(
                    here, self._groups[other], shared_weight(here.total, self._groups[other].total), DECAY
                )
                for other in left
            }
            best = max(scores, key=lambda other: (scores[other], -other))
            if scores[best] < LEAST_LIKENESS:
                break
            left.discard(best)
            into, gone = min(at, best), max(at, best)
            absorbed = self._groups.pop(gone)
            self._groups[into].take(absorbed)
            for term in absorbed.total:
                homes = self._with_term.get(term)
                if homes and gone in homes:
                    homes.discard(gone)
                    homes.add(into)
            at = into
        return at


def _near(vectors: Sequence[Mapping[str, float]]) -> list[list[int]]:
    """For each vector those that share most weight of its rarest terms, by number."""
    frequency = Counter(term for vector in vectors for term in vector)
    places: dict[str, int] = {}
    indices, values, starts = [], [], [0]
    for vector in vectors:
        rarest = sorted((term for term in vector if frequency[term] > 1), key=lambda term: (frequency[term], term))[
            :RAREST
        ]
        for term in rarest:
            if frequency[term] <= MOST_WITH_TERM:
                indices.append(places.setdefault(term, len(places)))
                values.append(vector[term])
        starts.append(len(indices))
    table = csr_matrix((values, indices, starts), shape=(len(vectors), max(1, len(places))))
    near: list[list[int]] = []
    turned = table.T.tocsr()
    for start in range(0, len(vectors), BLOCK):
        block = table[start : start + BLOCK] @ turned
        for row in range(block.shape[0]):
            columns = block.indices[block.indptr[row] : block.indptr[row + 1]]
            scores = block.data[block.indptr[row] : block.indptr[row + 1]]
            order = np.lexsort((columns, -scores))[: MOST_NEAR + 1]
            near.append([int(one) for one in columns[order] if one != start + row])
    return near


def _group(at: int, article: Article, vector: dict[str, float]) -> Group:
    day: date | None = day_of(article.published or article.not_before)
    return Group([at], vector, [day.toordinal()] if day else [], article.language)


def story_terms(article: Article) -> list[str]:
    """The terms of an article: its title four times, the first part of its text once."""
    return [term for _, term, weight in story_words(article) for _ in range(weight)]


def story_words(article: Article) -> Iterator[tuple[str, str, int]]:
    """The words of an article that tell its story: as written, as a term, how often it counts."""
    for text, weight in ((article.title, TITLE_WEIGHT), (article.text, 1)):
        for found in islice(WORD.finditer(text), LEAD_WORDS):
            word = fold(found[0])
            if word not in STOP and len(word) >= 2:
                yield found[0], term_key(word), weight


def _stories(groups: Iterable[list[tuple[Article, Mapping[str, float]]]]) -> list[Story]:
    """The stories of groups of articles, each with what its terms are."""
    stories = [_story(sorted(members, key=lambda one: _when(one[0]))) for members in groups]
    return sorted(stories, key=lambda story: (moment_of(story.first), story.id))


def _when(article: Article) -> tuple[float, str]:
    return moment_of(article.published or article.not_before), article.id


def _story(told: list[tuple[Article, Mapping[str, float]]]) -> Story:
    counts = Counter(term for _, terms in told for term in terms)
    members = [article for article, _ in told]
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
