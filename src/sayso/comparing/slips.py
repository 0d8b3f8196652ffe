"""Rare slips of the pen that articles share: evidence that one was written from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.outlets import outlet_key
from sayso.comparing.weights import is_known
from sayso.records import Article
from sayso.spans import Span
from sayso.text.sentences import find_sentences
from sayso.text.words import content_terms, term_key

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


Tokens = Sequence[tuple[str, int, int]]


def find_slips(articles: Mapping[str, Article], tokens: Mapping[str, Tokens]) -> list[Slip]:
    """The slips that two or three articles of different outlets share among `articles`, which are those of one story, by id.

    A slip is one letter off a word that at least three other outlets write, is unknown in other news, and is no form or
    romanisation of that word (`term_key`). It stands in sentences that tell the same as those with the usual word: two
    people of like names are told of differently. `tokens` are the folded words of each text with their spans. Linear in
    the words.
    """
    outlets = {id_: outlet_key(article.outlet or id_) for id_, article in articles.items()}
    if len({*outlets.values()}) < FEWEST_USUAL + 2:
        return []
    holders: dict[str, list[str]] = defaultdict(list)
    for id_ in articles:
        for word in {word for word, _, _ in tokens[id_] if len(word) >= SHORTEST}:
            holders[word].append(id_)

    def told_by(word: str, besides: Collection[str] = ()) -> int:
        return len({outlets[id_] for id_ in holders[word] if id_ not in besides})

    usual: dict[str, list[str]] = defaultdict(list)
    for word, held in holders.items():
        if len(held) >= FEWEST_USUAL and word.isalpha():
            for short in _shortened(word):
                usual[short].append(word)
    found = []
    for word in sorted(word for word, held in holders.items() if 2 <= len(held) <= MOST_HOLDERS):
        near = {other for short in _shortened(word) for other in usual.get(short, ()) if _is_one_off(word, other)}
        # Asked last what costs most: few words have another beside them.
        if not near or not word.isalpha() or told_by(word) < 2 or is_known(term_key(word)):
            continue
        for other in sorted(near, key=lambda one: (-len(holders[one]), one)):
            others = [id_ for id_ in holders[other] if id_ not in holders[word]]
            if term_key(word) != term_key(other) and told_by(other, holders[word]) >= FEWEST_USUAL:
                slip = _slip(articles, _places(word, holders[word], tokens), _places(other, others, tokens))
                if slip:
                    found.append(slip)
                    break
    return found


def _places(word: str, articles: Sequence[str], tokens: Mapping[str, Tokens]) -> dict[str, Span]:
    """Where each of `articles` first writes `word`."""
    return {id_: next(Span(start, end) for one, start, end in tokens[id_] if one == word) for id_ in articles}


def _slip(articles: Mapping[str, Article], holders: dict[str, Span], others: dict[str, Span]) -> Slip | None:
    """The slip at the places of `holders` beside the usual word at those of `others`, if they tell the same."""
    told = {id_: _beside(articles[id_], place) for id_, place in {**holders, **others}.items()}
    one, *rest = holders
    if any(len(told[one] & told[other]) < SAME_SENTENCE for other in rest):
        return None
    telling = sum(len(told[one] & told[other]) >= SAME_SENTENCE for other in others)
    if telling < FEWEST_TELLING:
        return None
    written, usual = holders[one].cut(articles[one].text), next(iter(others))
    return Slip(written, others[usual].cut(articles[usual].text), telling, tuple(holders.items()))


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
