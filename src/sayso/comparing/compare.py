"""Compare the articles of a run: stories, then what their articles share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.claims import Cluster, gather_claims
from sayso.comparing.clauses import Clause, cut_clauses
from sayso.comparing.conflicts import make_conflict
from sayso.comparing.copies import find_copies
from sayso.comparing.meaning import ClaimReader
from sayso.comparing.origins import find_origins, measure_origins
from sayso.comparing.outlets import outlet_key
from sayso.comparing.people import join_speakers
from sayso.comparing.silences import end_silences, find_silences
from sayso.comparing.sources import Sources, gather_sources
from sayso.comparing.stories import find_stories
from sayso.comparing.withdrawals import find_withdrawals, mark_withdrawn
from sayso.identity import make_id
from sayso.processes import one_thread, start_workers
from sayso.records import (
    Article,
    Claim,
    Conflict,
    Copy,
    Counts,
    First,
    Speaker,
    Statement,
    Story,
    Support,
)

# What makes a clause of a phrase, and what that is worth beside the share of terms in common when words are shown for a claim. By eye on
# examples/, where "the Ledger of rusted lashings" stood for "the lashings were rusted".
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)\b|n[’']t\b"
)
SENTENCE = 0.2

# Fewer articles are compared before other processes have loaded the networks.
FEWEST_TO_SHARE = 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the articles of a run have in common."""

    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    stories: tuple[Story, ...]
    copies: tuple[Copy, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]


def compare(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    reader: ClaimReader | None = None,
    workers: int = 1,
) -> Comparison:
    """Stories, joined speakers, copies, claims with their origins, conflicts. Stories do not look at each other.

    `reader` judges whether two clauses say the same; the shipped one if not given. So many processes (`workers`) compare stories at
    once where there is enough to share; what is found does not depend on it.
    """
    with one_thread():
        stories = find_stories(articles)
        people, told = join_speakers(stories, speakers, statements)
        by_article: dict[str, list[Statement]] = {article.id: [] for article in articles}
        for statement in told:
            by_article[statement.article].append(statement)
        known = {article.id: article for article in articles}
        names = {speaker.id: speaker for speaker in people}
        casts = cast_stories(stories, people, told)
        tasks = (_task(story, known, by_article, names, casts.get(story.id, ())) for story in stories)
        if workers <= 1 or len(articles) < FEWEST_TO_SHARE:
            parts = [_compare_task(task, reader) for task in tasks]
        else:
            # Threads would wait for each other: a third of the time is not the networks'.
            folder = str(reader.folder) if reader else None
            with start_workers(workers, _load, folder) as pool:
                parts = [*pool.map(_compare_here, tasks)]
    copies = tuple(one for found, _, _ in parts for one in found)
    claims = tuple(one for _, made, _ in parts for one in made)
    conflicts = tuple(one for _, _, clashes in parts for one in clashes)
    return Comparison(tuple(people), tuple(told), tuple(stories), copies, claims, conflicts)


@dataclass(frozen=True, slots=True)
class _Task:
    """A story with all that comparing it needs."""

    story: Story
    members: Sequence[Article]
    statements: Mapping[str, Sequence[Statement]]
    speakers: Mapping[str, Speaker]
    cast: Sequence[Speaker]


def _task(
    story: Story,
    articles: Mapping[str, Article],
    statements: Mapping[str, Sequence[Statement]],
    speakers: Mapping[str, Speaker],
    cast: Sequence[Speaker],
) -> _Task:
    members = [articles[one] for one in story.articles if articles[one].analysed]
    told = {article.id: statements[article.id] for article in members}
    heard = (name for row in told.values() for one in row for name in (one.speaker, *one.via, *one.with_) if name)
    known = {one.id: one for one in cast} | {name: speakers[name] for name in heard}
    return _Task(story, members, told, known, cast)


def _compare_task(task: _Task, reader: ClaimReader | None) -> tuple[list[Copy], list[Claim], list[Conflict]]:
    found = find_copies(task.members, task.statements)
    claims, conflicts = compare_story(
        task.story, task.members, task.statements, task.speakers, task.cast, found, reader
    )
    return found, claims, conflicts


# That of a worker's process.
_reader: ClaimReader | None = None


def _load(folder: str | None) -> None:
    global _reader
    _reader = ClaimReader(folder)


def _compare_here(task: _Task) -> tuple[list[Copy], list[Claim], list[Conflict]]:
    return _compare_task(task, _reader)


def compare_one(
    story: Story,
    articles: Sequence[Article],
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    reader: ClaimReader | None = None,
) -> tuple[list[Claim], list[Conflict]]:
    """The claims and conflicts of `articles` that are known to be one story."""
    people, told = join_speakers([story], speakers, statements)
    by_article: dict[str, list[Statement]] = {article.id: [] for article in articles}
    for statement in told:
        by_article[statement.article].append(statement)
    copies = find_copies(articles, by_article)
    return compare_story(story, articles, by_article, {one.id: one for one in people}, people, copies, reader)


def cast_stories(
    stories: Sequence[Story], speakers: Sequence[Speaker], statements: Sequence[Statement]
) -> dict[str, list[Speaker]]:
    """The speakers of each story by its id."""
    story_of = {article: story.id for story in stories for article in story.articles}
    heard: dict[str, str] = {}
    for statement in statements:
        for name in (statement.speaker, *statement.via, *statement.with_):
            if name:
                heard.setdefault(name, story_of[statement.article])
    casts: dict[str, list[Speaker]] = {}
    for speaker in speakers:
        story = story_of[speaker.mentions[0].article] if speaker.mentions else heard.get(speaker.id)
        if story:
            casts.setdefault(story, []).append(speaker)
    return casts


def compare_story(
    story: Story,
    articles: Sequence[Article],
    statements: Mapping[str, Sequence[Statement]],
    speakers: Mapping[str, Speaker],
    cast: Sequence[Speaker],
    copies: Sequence[Copy],
    reader: ClaimReader | None = None,
) -> tuple[list[Claim], list[Conflict]]:
    """The claims and conflicts of `articles`, which are the analysed ones of `story` and took `copies` from each other."""
    sources = gather_sources(articles, speakers, cast, copies)
    known = sources.articles
    told = [one for article in articles for one in statements[article.id]]
    silences = find_silences(told, sources)
    silent = {silence.clause.statement.id for silence in silences}
    clauses = cut_clauses(known, [one for one in told if one.id not in silent])
    taken = find_withdrawals(clauses, sources)
    back = {one.clause.statement.id for one in taken}
    clusters, clashes = gather_claims([one for one in clauses if one.statement.id not in back], known, reader)
    claims = mark_withdrawn([_claim(story, cluster, sources) for cluster in clusters], taken, sources)
    conflicts = [make_conflict(clash, claims, known) for clash in clashes]
    kept = [(silence, _claim(story, Cluster((silence.clause,)), sources)) for silence in silences]
    conflicts += end_silences(kept, claims, told, sources)
    return claims + [claim for _, claim in kept], conflicts


def _claim(story: Story, cluster: Cluster, sources: Sources) -> Claim:
    clauses = cluster.clauses
    traced = find_origins(clauses, sources)
    articles = sources.articles
    first = articles[clauses[0].statement.article]
    supports = _supports(clauses)
    outlets = {outlet_key(articles[one.statement.article].outlet or "") or one.statement.article for one in clauses}
    return Claim(
        make_id("cl", story.id, min((one.statement.id, one.spans[0].start) for one in cluster.core)),
        story.id,
        _told(cluster.core),
        tuple(support.statement for support in supports),
        supports,
        First(first.id, first.published),
        traced.origins,
        traced.relations,
        measure_origins(traced, clauses, sources),
        traced.outside,
        Counts(len({_seen_first(articles, one.statement.article) for one in clauses}), len(outlets)),
    )


def _seen_first(articles: Mapping[str, Article], identity: str) -> str:
    """The earliest revision of an article: revisions of one article are one article."""
    earlier = articles[identity].revision_of
    return _seen_first(articles, earlier) if earlier is not None and earlier in articles else identity


def _told(clauses: Sequence[Clause]) -> str:
    """The words that stand for a claim: those that share most with the others, rather a clause than a phrase, the shorter first."""
    shown = [one for one in clauses if not one.points] or list(clauses)
    terms = [set(one.terms) for one in clauses]

    def central(clause: Clause) -> tuple[float, int]:
        mine = set(clause.terms)
        likeness = sum(len(mine & other) / max(1, len(mine | other)) for other in terms) / len(terms)
        return likeness + SENTENCE * bool(VERB.search(clause.words)), -len(clause.words)

    return max(shown, key=central).words


def _supports(clauses: Sequence[Clause]) -> tuple[Support, ...]:
    spans: dict[str, list[Clause]] = {}
    for clause in clauses:
        spans.setdefault(clause.statement.id, []).append(clause)
    return tuple(
        Support(
            identity,
            tuple(sorted(span for clause in group for span in clause.spans)),
            group[0].statement.stance,
        )
        for identity, group in spans.items()
    )
