"""One story as a reader of the dossier sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.comparing.holding import find_holds
from sayso.faces.claim_view import MOST_SUPPORTS, ClaimHead, ClaimView, view_claim, view_head
from sayso.faces.lookup import Lookup
from sayso.faces.origin_view import quote
from sayso.faces.timeline import Timeline, timeline
from sayso.faces.wording import days, language, share, when
from sayso.records import Article, Claim, Conflict, Copy, Dossier, OriginCount, Speaker, Story

# How many claims a story shows at first, and how few even when none is disputed or told twice.
MOST_SHOWN = 12
FEWEST_SHOWN = 4
# How many supports the page shows in full, all claims together; the claims after them are told in one line each.
MOST_FULL_SUPPORTS = 2_500
MOST_SPEAKERS = 60


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article in a story's list."""

    id: str
    title: str
    language: str
    language_name: str
    outlet: str
    date: str
    genre: str
    analysed: bool
    copied: tuple[tuple[str, str, str, str], ...]
    page: str
    held_by: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two claims that cannot both hold as stated."""

    id: str
    kind: str
    why: str
    sides: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CopyView:
    """What one article took from another."""

    id: str
    of: str
    of_name: str
    copy: str
    copy_name: str
    share: str
    passages: int
    added: int
    dropped: int
    because: str


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker of one story."""

    name: str
    kind: str
    role: str
    affiliation: str
    aliases: str
    statements: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with its claims in three groups: `shown` at once, `more`, and `single`: told once by one outlet."""

    id: str
    title: str
    days: str
    read: str
    timeline: Timeline
    outlets: dict[str, str]
    articles: tuple[ArticleView, ...]
    shown: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]
    brief: tuple[ClaimHead, ...]
    single: tuple[ClaimHead, ...]
    conflicts: tuple[ConflictView, ...]
    copies: tuple[CopyView, ...]
    speakers: tuple[SpeakerRow, ...]
    more_speakers: int

    @property
    def claims(self) -> int:
        """How many claims it has."""
        return len(self.shown) + len(self.more) + len(self.brief) + len(self.single)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The claims of a story by where they are shown."""

    story: Story
    shown: tuple[Claim, ...]
    more: tuple[Claim, ...]
    single: tuple[Claim, ...]


def view_stories(dossier: Dossier, lookup: Lookup) -> tuple[StoryView, ...]:
    """Every story of the dossier in its order, for the page."""
    sorted_ = sort_stories(dossier, lookup)
    full = claims_in_full(sorted_)
    spoken = _statements_by_article(dossier)
    return tuple(_view_story(lookup, dossier, found, full, spoken) for found in sorted_)


def sort_stories(dossier: Dossier, lookup: Lookup) -> list[Sorted]:
    """Every story with its claims; those that several articles tell and that are contested or carried widely first."""
    of_story: dict[str, list[Claim]] = {}
    for claim in dossier.claims:
        of_story.setdefault(claim.story, []).append(claim)
    ordered = sorted(dossier.stories, key=lambda story: _weight(lookup, story, of_story.get(story.id, [])))
    return [sort_claims(lookup, story, of_story.get(story.id, [])) for story in ordered]


def sort_claims(lookup: Lookup, story: Story, claims: Iterable[Claim]) -> Sorted:
    """The claims of `story`, most carried and most disputed first, by where they are shown."""
    ranked = sorted(claims, key=lambda claim: _rank(lookup, claim))
    single = [claim for claim in ranked if is_single(lookup, claim)]
    others = [claim for claim in ranked if not is_single(lookup, claim)]
    worth = sum(claim.counts.articles > 1 or bool(disputes(lookup, claim)) for claim in others)
    shown = min(MOST_SHOWN, max(FEWEST_SHOWN, worth))
    return Sorted(story, tuple(others[:shown]), tuple(others[shown:]), tuple(single))


def is_single(lookup: Lookup, claim: Claim) -> bool:
    """Whether one article alone tells `claim`, in its outlet's own voice, with nobody against it."""
    if claim.counts.articles > 1 or claim.id in lookup.conflicts_of:
        return False
    statements = (lookup.statements.get(id_) for id_ in claim.statements)
    return all(statement is None or statement.speaker is None for statement in statements)


def disputes(lookup: Lookup, claim: Claim) -> tuple[Conflict, ...]:
    """The conflicts of `claim` that are more than a later update."""
    return tuple(found for found in lookup.conflicts_of.get(claim.id, ()) if found.kind != "superseded")


def claims_in_full(stories: Iterable[Sorted]) -> frozenset[str]:
    """The ids of the claims that fit on the page in full: first what each story shows at once, then the rest."""
    sorted_ = list(stories)
    room = MOST_FULL_SUPPORTS
    full = set()
    for claim in [*(c for found in sorted_ for c in found.shown), *(c for found in sorted_ for c in found.more)]:
        room -= min(len(claim.support), MOST_SUPPORTS)
        if room < 0:
            break
        full.add(claim.id)
    return frozenset(full)


def view_article(lookup: Lookup, article: Article, held_by: Sequence[str] = ()) -> ArticleView:
    """One article, with what it was copied from; `held_by` are the words that hold it in its story."""
    copied = lookup.copies_of.get(article.id, ())
    return ArticleView(
        id=article.id,
        title=article.title,
        language=article.language,
        language_name=language(article.language),
        outlet=lookup.outlet(article.id),
        date=when(article.published),
        genre=article.genre,
        analysed=article.analysed,
        copied=tuple((share(copy.share), lookup.outlet(copy.of), copy.of, copy.because) for copy in copied),
        page=article.page,
        held_by=", ".join(held_by),
    )


def _rank(lookup: Lookup, claim: Claim) -> tuple[int, int, int, int, str, str]:
    """Claims that many articles carry come first, and those that more than one stands for or somebody disputes."""
    disputed = len(disputes(lookup, claim))
    count = claim.independent_origins
    independent = count.low - 1 if isinstance(count, OriginCount) and count.low > 1 else 0
    weight = claim.counts.articles + 2 * independent
    return -weight, -disputed, -claim.counts.articles, -claim.counts.outlets, claim.first.at or "~", claim.id


def _weight(lookup: Lookup, story: Story, claims: list[Claim]) -> tuple[bool, int, int, int, str, str]:
    carried = max((claim.counts.articles for claim in claims), default=0)
    disputed = sum(bool(disputes(lookup, claim)) for claim in claims)
    lesser = len(story.articles) < 2 or (carried < 2 and not disputed)
    return lesser, -carried, -disputed, -len(story.articles), story.first or "~", story.id


def _statements_by_article(dossier: Dossier) -> dict[str, Counter[str]]:
    spoken: dict[str, Counter[str]] = {}
    for statement in dossier.statements:
        for speaker in dict.fromkeys(filter(None, (statement.speaker, *statement.with_))):
            spoken.setdefault(statement.article, Counter())[speaker] += 1
    return spoken


def _view_story(
    lookup: Lookup, dossier: Dossier, found: Sorted, full: frozenset[str], spoken: dict[str, Counter[str]]
) -> StoryView:
    story = found.story
    articles = [lookup.articles[id_] for id_ in story.articles if id_ in lookup.articles]
    inside = frozenset(article.id for article in articles)
    claims = [*found.shown, *found.more, *found.single]
    of_story = dict.fromkeys(conflict for claim in claims for conflict in lookup.conflicts_of.get(claim.id, ()))
    rows = _speakers(lookup, articles, spoken)
    later = [*found.shown, *found.more]
    held_by = {hold.article: hold.words for hold in find_holds(articles)}
    return StoryView(
        id=story.id,
        title=story.title,
        days=days(story.first, story.last),
        read=lookup.read(story.articles),
        timeline=timeline(articles, inside & frozenset(lookup.copies_of)),
        outlets={article.id: lookup.outlet(article.id) for article in articles},
        articles=tuple(view_article(lookup, one, held_by[one.id]) for one in sorted(articles, key=_by_time)),
        shown=tuple(view_claim(lookup, claim) for claim in found.shown if claim.id in full),
        more=tuple(view_claim(lookup, claim) for claim in found.more if claim.id in full),
        brief=tuple(view_head(lookup, claim) for claim in later if claim.id not in full),
        single=tuple(view_head(lookup, claim) for claim in found.single),
        conflicts=tuple(_view_conflict(lookup, conflict) for conflict in of_story),
        copies=tuple(_view_copy(lookup, copy) for copy in dossier.copies if copy.copy in inside),
        speakers=rows[:MOST_SPEAKERS],
        more_speakers=max(0, len(rows) - MOST_SPEAKERS),
    )


def _by_time(article: Article) -> tuple[str, str]:
    return article.published or "~", article.id


def _view_conflict(lookup: Lookup, conflict: Conflict) -> ConflictView:
    sides = [(id_, lookup.claims[id_].text if id_ in lookup.claims else id_) for id_ in conflict.claims]
    return ConflictView(
        conflict.id,
        conflict.kind.capitalize(),
        conflict.why,
        tuple(sides),
        tuple(quote(lookup, place) for place in conflict.spans),
    )


def _view_copy(lookup: Lookup, copy: Copy) -> CopyView:
    return CopyView(
        id=copy.id,
        of=copy.of,
        of_name=lookup.outlet(copy.of),
        copy=copy.copy,
        copy_name=lookup.outlet(copy.copy),
        share=share(copy.share),
        passages=len(copy.passages),
        added=len(copy.added),
        dropped=len(copy.dropped),
        because=copy.because,
    )


def _speakers(lookup: Lookup, articles: list[Article], spoken: dict[str, Counter[str]]) -> tuple[SpeakerRow, ...]:
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(spoken.get(article.id, Counter()))
    found = [(count, lookup.speakers[id_]) for id_, count in counts.items() if id_ in lookup.speakers]
    ordered = sorted(found, key=lambda pair: (-pair[0], pair[1].name, pair[1].id))
    return tuple(_speaker_row(speaker, count) for count, speaker in ordered)


def _speaker_row(speaker: Speaker, statements: int) -> SpeakerRow:
    return SpeakerRow(
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role or "",
        affiliation=speaker.affiliation or "",
        aliases="; ".join(speaker.aliases),
        statements=statements,
    )
