"""Rare slips of the pen that articles share: evidence that one was written from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.comparing.outlets import outlet_key
from sayso.comparing.weights import is_known
from sayso.records import Article
from sayso.spans import Span
from sayso.text.sentences import find_sentences
from sayso.text.words import content_terms, term_key, tokens_with_places

# All by hand: on news_cluster, stories_gold_standard and helsinki (887 articles) they leave one slip, and it is one.
# Shorter words are near to many others by chance.
SHORTEST = 6
# A form that more articles have is another spelling and no slip.
MOST_HOLDERS = 3
# So many outlets must write the usual form, and so many articles tell the same with it in a sentence of their own.
FEWEST_USUAL = 3
FEWEST_TELLING = 2
# Sentences that share so many terms beside the word tell the same.
SAME_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Slip:
    """The articles, by id, with the span of `word` where `usually` articles write `usual` in telling the same."""

    word: str
    usual: str
    usually: int
    places: tuple[tuple[str, Span], ...]


def find_slips(articles: Sequence[Article]) -> list[Slip]:
    """The slips that two or three articles of different outlets share among `articles`, which are those of one story.

    A slip is one letter off a word that at least three other outlets write, is unknown in other news, and is no form or
    romanisation of that word (`term_key`). It stands in sentences that tell the same as those with the usual word: two
    people of like names are told of differently. Linear in the words.
    """
    if len({outlet_key(one.outlet or one.id) for one in articles}) < FEWEST_USUAL + 2:
        return []
    first: dict[str, dict[str, tuple[str, Span]]] = defaultdict(dict)
    for article in articles:
        for word, start, end in tokens_with_places(article.text):
            if len(word) >= SHORTEST and word.isalpha():
                first[word].setdefault(article.id, (article.text[start:end], Span(start, end)))
    by_id = {article.id: article for article in articles}
    usual: dict[str, list[str]] = defaultdict(list)
    for word, places in first.items():
        if _outlets(places, by_id) >= FEWEST_USUAL:
            for short in _shortened(word):
                usual[short].append(word)
    found = []
    for word, places in sorted(first.items()):
        if not 2 <= len(places) <= MOST_HOLDERS or _outlets(places, by_id) < 2 or is_known(term_key(word)):
            continue
        near = {other for short in _shortened(word) for other in usual.get(short, ()) if _is_one_off(word, other)}
        for other in sorted(near, key=lambda one: (-len(first[one]), one)):
            slip = _slip(word, other, first, by_id)
            if slip:
                found.append(slip)
                break
    return found


def _slip(
    word: str, usual: str, first: dict[str, dict[str, tuple[str, Span]]], articles: dict[str, Article]
) -> Slip | None:
    holders, others = first[word], {id_: place for id_, place in first[usual].items() if id_ not in first[word]}
    if term_key(word) == term_key(usual) or _outlets(others, articles) < FEWEST_USUAL:
        return None
    told = {id_: _beside(articles[id_], place[1]) for id_, place in (*holders.items(), *others.items())}
    one, *rest = holders
    if any(len(told[one] & told[other]) < SAME_SENTENCE for other in rest):
        return None
    telling = sum(len(told[one] & told[other]) >= SAME_SENTENCE for other in others)
    if telling < FEWEST_TELLING:
        return None
    written = next(iter(others.values()))[0]
    return Slip(holders[one][0], written, telling, tuple((id_, place[1]) for id_, place in holders.items()))


def _outlets(places: dict[str, tuple[str, Span]], articles: dict[str, Article]) -> int:
    return len({outlet_key(articles[id_].outlet or id_) for id_ in places})


def _beside(article: Article, at: Span) -> set[str]:
    """The terms of the sentence that holds `at`, without those of the word there."""
    for sentence in find_sentences(article.text):
        if sentence.overlaps(at):
            return set(content_terms(sentence.cut(article.text))) - set(content_terms(at.cut(article.text)))
    return set()


def _shortened(word: str) -> Iterator[str]:
    """`word`, and `word` without each of its letters: two words share one of these when they are a letter apart."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter changed, added, left out or swapped with the next makes `one` of `other`."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
