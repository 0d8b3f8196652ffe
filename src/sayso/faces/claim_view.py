"""One claim as a reader of the dossier sees it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.faces.lookup import Lookup, articles_beside
from sayso.faces.origin_view import (
    OriginView,
    RelationView,
    interval,
    points_outside,
    unlisted_pairs,
    view_origin,
    view_outside,
    view_relation,
)
from sayso.faces.sentences import Window, excerpt
from sayso.faces.wording import (
    CONFLICTS,
    STANCES,
    Numbers,
    counted,
    listed,
    numbers_of,
    share,
    unquoted,
    when,
)
from sayso.records import Article, Claim, Conflict, Support
from sayso.spans import Span

# A page of 3,000 claims stays under 10 MB with these (measured with tests/faces/test_dossier.py); what they hold
# back is counted on the page, never dropped in silence.
MOST_SUPPORTS = 25
MOST_ORIGINS = 40
MOST_RELATIONS = 30


@dataclass(frozen=True, slots=True)
class Citation:
    """What somebody needs to check the words: all that is in the block for copying."""

    words: str
    where: str
    location: str
    link: str | None
    offsets: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SupportView:
    """One statement that says the claim, with its words inside their sentence."""

    windows: tuple[Window, ...]
    language: str
    speaker: str
    via: tuple[str, ...]
    stance: str
    stance_label: str
    article: str
    outlet: str
    date: str
    copied: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Another claim that cannot hold together with this one."""

    conflict: str
    kind: str
    claim: str
    words: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimHead:
    """What is seen of a claim before it is opened, or of one that is told in a single line."""

    id: str
    words: str
    language: str
    numbers: Numbers
    badges: tuple[tuple[str, str], ...]
    disputes: tuple[DisputeView, ...]
    who: str
    where: str
    article: str
    offsets: str
    read: str
    outside: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that its count rests on."""

    head: ClaimHead
    first: str
    read: str
    points_outside: str
    outside: tuple[tuple[str, str, str], ...]
    origins: tuple[OriginView, ...]
    more_origins: tuple[str, ...]
    relations: tuple[RelationView, ...]
    more_relations: int
    open_pairs: str
    supports: tuple[SupportView, ...]
    more_supports: tuple[str, ...]


def view_head(lookup: Lookup, claim: Claim) -> ClaimHead:
    """The head of `claim`."""
    article = lookup.articles.get(claim.first.article)
    support = next((support for support in claim.support if support.statement in lookup.statements), None)
    statement = lookup.statements[support.statement] if support else None
    return ClaimHead(
        id=claim.id,
        words=unquoted(claim.text),
        language=article.language if article else "",
        numbers=numbers_of(claim),
        badges=badges(claim),
        disputes=tuple(dispute(lookup, claim, conflict) for conflict in lookup.conflicts_of.get(claim.id, ())),
        who=lookup.voice(statement) if statement and statement.speaker else "own voice",
        where=f"{lookup.outlet(claim.first.article)}, {when(claim.first.at)}",
        article=claim.first.article,
        offsets=offsets(support.spans, title=statement.in_ == "title") if support and statement else "",
        read=lookup.read_briefly(articles_beside(lookup, claim)),
        outside=f"{counted(len(claim.outside), 'credit')} outside them" if claim.outside else "",
    )


def view_claim(lookup: Lookup, claim: Claim) -> ClaimView:
    """The whole of `claim`, up to the limits of this module."""
    relations = sorted(claim.relations, key=lambda relation: relation.relation != "distinct")
    supports = [support for support in claim.support if support.statement in lookup.statements]
    return ClaimView(
        head=view_head(lookup, claim),
        first=f"{lookup.outlet(claim.first.article)}, {when(claim.first.at)}",
        read=f"{counted(claim.counts.articles, 'article')}; {lookup.read(articles_beside(lookup, claim))}",
        points_outside=points_outside(len(claim.outside)),
        outside=tuple(view_outside(lookup, credit) for credit in claim.outside),
        origins=tuple(view_origin(lookup, origin) for origin in claim.origins[:MOST_ORIGINS]),
        more_origins=tuple(origin.name for origin in claim.origins[MOST_ORIGINS:]),
        relations=tuple(view_relation(lookup, claim, relation) for relation in relations[:MOST_RELATIONS]),
        more_relations=max(0, len(relations) - MOST_RELATIONS),
        open_pairs=unlisted_pairs(claim),
        supports=tuple(view_support(lookup, support) for support in supports[:MOST_SUPPORTS]),
        more_supports=tuple(lookup.outlet(lookup.statements[s.statement].article) for s in supports[MOST_SUPPORTS:]),
    )


def badges(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The stances of the claim's supports other than plain assertion, each with its label."""
    counts = Counter(support.stance for support in claim.support)
    told = []
    for stance, label in STANCES.items():
        if stance == "asserted" or not counts[stance]:
            continue
        some = counts[stance] < len(claim.support)
        told.append((str(stance), f"{label} in {counts[stance]} of {len(claim.support)}" if some else label))
    if any(origin.withdrawn for origin in claim.origins):
        told.append(("withdrawn", "taken back"))
    return tuple(told)


def dispute(lookup: Lookup, claim: Claim, conflict: Conflict) -> DisputeView:
    """The other side of `conflict`, seen from `claim`."""
    other_id = next((id_ for id_ in conflict.claims if id_ != claim.id), claim.id)
    other = lookup.claims.get(other_id)
    kind = CONFLICTS[conflict.kind]
    if conflict.kind == "denial" and not (other and is_denial(other)) and is_denial(claim):
        kind = "Is a denial"
    return DisputeView(
        conflict.id,
        kind,
        other_id,
        unquoted(other.text) if other else other_id,
        voices(other) if other else "",
        conflict.why,
    )


def is_denial(claim: Claim) -> bool:
    """Whether some support of `claim` denies something."""
    return any(support.stance == "denied" for support in claim.support)


def voices(claim: Claim) -> str:
    """The origins of a claim in a row, credited ones first."""
    ordered = sorted(claim.origins, key=lambda origin: not origin.credited)
    return listed([origin.name for origin in ordered], 3)


def view_support(lookup: Lookup, support: Support) -> SupportView:
    """One support; its statement must be in the dossier."""
    statement = lookup.statements[support.statement]
    article = lookup.articles[statement.article]
    text = lookup.base(statement)
    copied = lookup.copies_of.get(article.id, ())
    return SupportView(
        windows=excerpt(text, support.spans, statement.source, statement.cue),
        language=article.language,
        speaker=lookup.voice(statement),
        via=tuple(lookup.name(id_) for id_ in statement.via),
        stance=support.stance,
        stance_label=STANCES[support.stance],
        article=article.id,
        outlet=lookup.outlet(article.id),
        date=when(article.published),
        copied=f"article copied {share(copied[0].share)} from {lookup.outlet(copied[0].of)}" if copied else None,
        citation=cite(lookup, article, support.spans, text, title=statement.in_ == "title"),
    )


def cite(lookup: Lookup, article: Article, spans: tuple[Span, ...], text: str, *, title: bool) -> Citation:
    """Where `spans` of the article's text or title can be checked."""
    page = lookup.pages.get(article.page)
    location = page.location if page else "page not in this file"
    if page and page.member:
        location += f" ({page.member})"
    return Citation(
        words=" […] ".join(span.cut(text) for span in spans),
        where=f"{lookup.outlet(article.id)}, {when(article.published)}",
        location=location,
        link=web_link(page.location) if page else None,
        offsets=f"{offsets(spans, title=title)} of {article.id}",
        sha256=page.sha256 if page else "unknown",
    )


def offsets(spans: tuple[Span, ...], *, title: bool) -> str:
    """The name of the text with the spans in it: `text [120, 180)`."""
    return f"{'title' if title else 'text'} {', '.join(interval(span) for span in spans)}"


def web_link(location: str) -> str | None:
    """`location` if it is a web address, so that no other scheme ever becomes a link."""
    return location if location.lower().startswith(("https://", "http://")) else None
