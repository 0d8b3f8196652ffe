"""Text that one article of a story took from another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.comparing.outlets import find_outlet, outlet_key
from sayso.comparing.slips import find_slips
from sayso.identity import make_id
from sayso.records import Article, Copy, CopyDirection, Passage, Statement
from sayso.spans import Span, covered, gaps
from sayso.text.days import moment_of
from sayso.text.words import tokens_with_places

# Words in a row that make two texts candidates. Source: containment of 3- to 5-grams separates rewritten from
# independent texts at 0.95 accuracy.
GRAM = 5
# An odd number of 64 bits that spreads the numbers of words; overflow is meant.
MIX = np.uint64(0x9E3779B97F4A7C15)
# Fewer words in a row than this are chance or a shared name, and no passage.
SHORTEST_PASSAGE = 8
# A copy has so many words of the other in all, and either a share of its own or one long run. The number of words is
# the design's; true wire pairs share about 30% of their 3-grams (measured by others on helsinki).
FEWEST_WORDS = 40
LEAST_SHARE = 0.25
# Shares this close are one text passed on: the words that both reprints kept say nothing of who was first.
NEARLY_AS_MUCH = 0.1


@dataclass(frozen=True, slots=True)
class _Tokens:
    words: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[bool]


def find_copies(articles: Sequence[Article], statements: Mapping[str, Sequence[Statement]]) -> list[Copy]:
    """For each article of one story the earlier article that it took most from, if any, and for each passage that is not
    from there the best of the others.

    A quotation that both print is a shared speaker and counts neither for the share nor for the run. A rare slip that
    two articles share is a passage by itself. Cost is
    linear in the words plus, for each pair that shares five words in a row, the product of their shared places.
    """
    if len(articles) < 2:
        return []
    tokens = {article.id: _tokenise(article, statements.get(article.id, ())) for article in articles}
    hits: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    order = {article.id: at for at, article in enumerate(articles)}
    for where in _shared_grams(articles, tokens):
        if len(where) <= 4 * len(articles):
            for one, at in where:
                for other, there in where:
                    if order[one] < order[other]:
                        hits[one, other].append((at, there))
    by_id = {article.id: article for article in articles}
    found: dict[str, list[Copy]] = defaultdict(list)
    for (one, other), pairs in sorted(hits.items()):
        copy = _compare(by_id[one], by_id[other], tokens[one], tokens[other], pairs)
        if copy:
            found[copy.copy].append(copy)
    settled = [one for name, copies in sorted(found.items()) for one in _best_parents(copies, by_id, tokens[name])]
    return [*settled, *_with_slips(by_id, tokens, settled)]


def _with_slips(
    articles: Mapping[str, Article], tokens: Mapping[str, _Tokens], copies: Sequence[Copy]
) -> Iterator[Copy]:
    """What else was taken as a rare slip shows, however few words stand in both: the passage is the slip alone."""
    placed = {id_: list(zip(one.words, one.starts, one.ends, strict=True)) for id_, one in tokens.items()}
    taken = {(one.of, one.copy) for one in copies}
    for slip in find_slips(articles, placed):
        places = dict(slip.places)
        earliest, *later = sorted(places, key=lambda id_: (moment_of(articles[id_].published), id_))
        for id_ in later:
            of, copy, told_by = direction(articles[earliest], articles[id_])
            of_one_house = outlet_key(of.outlet or "") == outlet_key(copy.outlet or "")
            if of_one_house or taken & {(of.id, copy.id), (copy.id, of.id)}:
                continue
            taken.add((of.id, copy.id))
            passage = Passage(places[of.id], places[copy.id])
            yield Copy(
                make_id("cp", of.id, copy.id),
                of.id,
                copy.id,
                round(1 / max(1, len(copy.text.split())), 3),
                (passage,),
                _rest([passage.copy], copy.text),
                _rest([passage.of], of.text),
                told_by,
                f"both write “{slip.word}” where {slip.usually} others tell the same with “{slip.usual}”; {_why(told_by, of, copy)}",
            )


def _shared_grams(articles: Sequence[Article], tokens: Mapping[str, _Tokens]) -> Iterator[list[tuple[str, int]]]:
    """Where each run of five words that stands in two places begins; two runs may share a number, seldom, and are told
    apart by their words later.
    """
    numbers: dict[str, int] = {}
    owners, places, keys = [], [], []
    for at, article in enumerate(articles):
        words = np.array([numbers.setdefault(word, len(numbers)) for word in tokens[article.id].words], dtype=np.uint64)
        size = max(0, len(words) - GRAM + 1)
        key = np.zeros(size, dtype=np.uint64)
        for shift in range(GRAM):
            key = key * MIX + words[shift : shift + size] + np.uint64(1)
        keys.append(key)
        owners.append(np.full(size, at))
        places.append(np.arange(size))
    key, owner, place = np.concatenate(keys), np.concatenate(owners), np.concatenate(places)
    order = np.argsort(key, kind="stable")
    key = key[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else np.array([], dtype=int)
    ends = np.r_[starts[1:], len(key)]
    for start, end in zip(starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True):
        rows = order[start:end]
        yield [(articles[one].id, where) for one, where in zip(owner[rows].tolist(), place[rows].tolist(), strict=True)]


def _best_parents(copies: Sequence[Copy], articles: Mapping[str, Article], taken: _Tokens) -> list[Copy]:
    """One parent for each passage of an article with the words `taken`: the best, then of what is left the best again.

    Words that a parent shares beside those already settled must be as many as make a copy.
    """
    kept: list[Copy] = []
    left = list(copies)
    while left:
        best = _best_parent(left, articles)
        kept.append(best)
        settled = [passage.copy for one in kept for passage in one.passages]
        rest = (_without(one, settled, articles[one.copy], articles[one.of], taken) for one in left if one is not best)
        left = [one for one in rest if one]
    return kept


def _without(copy: Copy, settled: Sequence[Span], article: Article, of: Article, taken: _Tokens) -> Copy | None:
    """`copy` with the passages that lie outside `settled`, None when they are too few words to be one."""
    passages = tuple(one for one in copy.passages if not any(one.copy.overlaps(span) for span in settled))
    if len(passages) == len(copy.passages):
        return copy
    words = sum(
        not taken.quoted[at]
        for one in passages
        for at in range(bisect_left(taken.starts, one.copy.start), bisect_left(taken.starts, one.copy.end))
    )
    if words < FEWEST_WORDS:
        return None
    return replace(
        copy,
        share=round(words / max(1, sum(not flag for flag in taken.quoted)), 3),
        passages=passages,
        added=_rest([one.copy for one in passages], article.text),
        dropped=_rest(sorted(one.of for one in passages), of.text),
        because=f"{words} words outside quotations stand in both and in no better parent; {_why(copy.direction, of, article)}",
    )


def _best_parent(copies: Sequence[Copy], articles: Mapping[str, Article]) -> Copy:
    """The article that the text was taken from, of all that share it: the one that is credited, else the earliest of
    those that share most.
    """
    most = max(copy.share for copy in copies)
    near = [copy for copy in copies if copy.share >= most - NEARLY_AS_MUCH]
    credited = [copy for copy in copies if copy.direction == "credits"]
    return min(credited or near, key=lambda copy: (moment_of(articles[copy.of].published), -copy.share, copy.of))


def _tokenise(article: Article, statements: Sequence[Statement]) -> _Tokens:
    rows = tokens_with_places(article.text)
    quoted = covered(
        span
        for statement in statements
        if statement.in_ == "text" and statement.kind == "direct"
        for span in statement.content
    )
    flags, at = [], 0
    for _, start, end in rows:
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        flags.append(at < len(quoted) and quoted[at].start < end)
    return _Tokens([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows], flags)


def _compare(one: Article, other: Article, a: _Tokens, b: _Tokens, pairs: list[tuple[int, int]]) -> Copy | None:
    runs = _runs(a.words, b.words, pairs)
    plain = [sum(not a.quoted[at] for at in range(start, start + length)) for start, _, length in runs]
    if not runs or not any(plain):
        return None
    of, copy, told_by = direction(one, other)
    swap = of is other
    size = max(1, sum(not flag for flag in (a if swap else b).quoted))
    share = min(1.0, sum(plain) / size)
    longest = max(plain)
    if sum(plain) < FEWEST_WORDS or (share < LEAST_SHARE and longest < FEWEST_WORDS):
        return None
    left, right = (b, a) if swap else (a, b)
    passages = [
        Passage(
            Span(left.starts[x], left.ends[x + length - 1]),
            Span(right.starts[y], right.ends[y + length - 1]),
        )
        for start, there, length in runs
        for x, y in [(there, start) if swap else (start, there)]
    ]
    passages.sort(key=lambda passage: (passage.copy, passage.of))
    return Copy(
        make_id("cp", of.id, copy.id),
        of.id,
        copy.id,
        round(share, 3),
        tuple(passages),
        _rest([passage.copy for passage in passages], copy.text),
        _rest([passage.of for passage in passages], of.text),
        told_by,
        f"{sum(plain)} words outside quotations stand in both, {longest} of them in a row; {_why(told_by, of, copy)}",
    )


def _runs(a: list[str], b: list[str], pairs: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Maximal runs of equal words (start in a, start in b, length), each word of either used once, longest first."""
    runs = set()
    for at, there in pairs:
        if at and there and a[at - 1] == b[there - 1]:
            continue
        length = 0
        while at + length < len(a) and there + length < len(b) and a[at + length] == b[there + length]:
            length += 1
        runs.add((at, there, length))
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for at, there, length in sorted(runs, key=lambda run: (-run[2], run)):
        if length < SHORTEST_PASSAGE:
            break
        if used_a.isdisjoint(range(at, at + length)) and used_b.isdisjoint(range(there, there + length)):
            kept.append((at, there, length))
            used_a.update(range(at, at + length))
            used_b.update(range(there, there + length))
    return kept


def _rest(spans: list[Span], text: str) -> tuple[Span, ...]:
    return tuple(gap for gap in gaps(spans, 0, len(text)) if len(gap.cut(text).split()) >= SHORTEST_PASSAGE)


def direction(one: Article, other: Article) -> tuple[Article, Article, CopyDirection]:
    """Which article the other was taken from, the one that took, and what tells: credits first, then time.

    Source: origins.md, "credit line, then time, then content decide".
    """
    for of, copy in ((one, other), (other, one)):
        here = {outlet_key(of.outlet): of.outlet} if of.outlet else {}
        credited = any(find_outlet(credit.name, here) for credit in copy.credits)
        if credited and outlet_key(of.outlet or "") != outlet_key(copy.outlet or ""):
            return of, copy, "credits"
    if one.published and other.published and _comparable(one.published, other.published):
        of, copy = (one, other) if moment_of(one.published) <= moment_of(other.published) else (other, one)
        return of, copy, "time"
    of, copy = (one, other) if len(one.text) >= len(other.text) else (other, one)
    return of, copy, "unknown"


def _why(told_by: CopyDirection, of: Article, copy: Article) -> str:
    if told_by == "credits":
        return f"{copy.outlet or 'the copy'} credits {of.outlet}"
    if told_by == "time":
        return f"{of.outlet or 'the other'} published earlier"
    return "no credit or date tells which took it from which; the longer is put first"


def _comparable(one: str, other: str) -> bool:
    """Whether two times as found differ in what both tell: the day, or the moment where both give a clock time."""
    if len(one) > 10 and len(other) > 10:
        return moment_of(one) != moment_of(other)
    return one[:10] != other[:10]
