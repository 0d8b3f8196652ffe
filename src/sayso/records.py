"""The nouns of sayso as frozen records.

Their fields are those of the interchange file. A trailing underscore keeps a name apart from a Python keyword and
is dropped in the file (`in_` is written `in`); a field that is None is left out. Spans are code points, half-open,
into the article's `text` unless a statement's `in_` says `title`. Times are ISO 8601 as found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.spans import OffsetMap, Span

PartKind = Literal[
    "title", "deck", "body", "subheading", "byline", "dateline", "date", "section", "caption", "credit",
    "author_note", "source_list", "tags", "related", "ticker_header", "ticker_item", "live_entry", "disclaimer",
    "template_key", "navigation", "site_name", "other",
]  # fmt: skip
Genre = Literal["report", "opinion", "analysis", "live", "release"]
StatementKind = Literal["direct", "indirect", "mixed", "own"]
Stance = Literal["no_comment", "denied", "question", "demand", "predicted", "hedged", "opinion", "asserted"]
SpeakerKind = Literal["person", "organisation", "group", "document", "unnamed"]
OriginKind = Literal["speaker", "document", "outlet"]
ConflictKind = Literal["number", "date", "place", "status", "denial", "superseded"]
# What tells which of two texts was taken from the other.
CopyDirection = Literal["credits", "time", "unknown"]
StepReason = Literal["says", "via", "credits", "copies", "covered_by", "same", "relies"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with one page: where, what, and how to mend it."""

    where: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch `[start, end)` of a page's decoded source, with the words that a reader sees there."""

    id: str
    kind: PartKind
    start: int
    end: int
    text: str
    article: str | None = None
    published: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as found, with its `url` on the web where what held it, or a capture record beside it, tells one.

    `retrieved` is when it was fetched, likewise. `canonical` is the address that its own markup gives as the right one, which
    may be another outlet's. `source` is its decoded text and is not written to the interchange file.
    """

    id: str
    location: str
    sha256: str
    media_type: str
    encoding: str
    parts: tuple[Part, ...]
    source: str
    member: str | None = None
    retrieved: str | None = None
    url: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that the article says its words come from; `span` is where the text says so."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A work that the page lists as used."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip of the page that is reported and not applied: the words at `span`, and what they should be."""

    span: Span
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of journalism, with the map of its text to the page."""

    id: str
    page: str
    title: str
    authors: tuple[str, ...]
    genre: Genre
    language: str
    text: str
    map: OffsetMap
    analysed: bool
    outlet: str | None = None
    publisher: str | None = None
    published: str | None = None
    not_before: str | None = None
    modified: str | None = None
    credits: tuple[Credit, ...] = ()
    cites: tuple[Citation, ...] = ()
    repairs: tuple[Repair, ...] = ()
    revision_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article names a speaker."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Joined:
    """The name that one article gives a speaker of several: why it was joined, and how sure that is, 0 to 1."""

    article: str
    name: str
    score: float
    because: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who statements are credited to; `joined` tells why the names of several articles are taken for one."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    role: str | None = None
    affiliation: str | None = None
    joined: tuple[Joined, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `unit` is an ISO 4217 code for money, else the counted noun."""

    span: Span
    value: float | None
    unit: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time that the words name, as an ISO 8601 date, time or interval."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Content that somebody is responsible for, with the words that show it."""

    id: str
    article: str
    in_: Literal["text", "title"]
    kind: StatementKind
    content: tuple[Span, ...]
    stance: Stance
    confidence: float
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    with_: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    parent: str | None = None
    said_on: str | None = None
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening; `first` and `last` are the earliest and latest publication among them."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles."""

    of: Span
    copy: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that the article `copy` took from the article `of`; `share` is the part of `copy` that was taken.

    With an unknown `direction` the longer text stands as `of`.
    """

    id: str
    of: str
    copy: str
    share: float
    passages: tuple[Passage, ...]
    added: tuple[Span, ...]
    dropped: tuple[Span, ...]
    direction: CopyDirection
    because: str


@dataclass(frozen=True, slots=True)
class Support:
    """The spans of one statement that say the claim."""

    statement: str
    spans: tuple[Span, ...]
    stance: Stance


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain from a voucher to where it was read, with the words that show it.

    `why` tells why two are counted as one here, and `changes_if` what a text would have to show for them to be two.
    """

    from_: str
    to: str
    because: StepReason
    text: str
    article: str | None = None
    span: Span | None = None
    why: str | None = None
    changes_if: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When, and with which statement, an origin took its claim back."""

    at: str | None
    statement: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A voucher of a claim: who puts it on the record from their own standing."""

    id: str
    kind: OriginKind
    name: str
    speakers: tuple[str, ...]
    statements: tuple[str, ...]
    standing: Literal["shown", "not_shown"]
    credited: bool
    chain: tuple[Step, ...]
    since: str | None = None
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article, as evidence."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """How two origins of a claim stand to each other; a pair without one is open.

    `changes_if` is what a text would have to show for them to stand otherwise.
    """

    a: str
    b: str
    relation: Literal["distinct", "open"]
    because: str
    spans: tuple[Place, ...] = ()
    changes_if: str | None = None


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins a claim has: at least `low`, at most `high`; `uncredited` of `high` give none."""

    low: int
    high: int
    uncredited: int
    low_set: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CannotMeasure:
    """Why no count is given."""

    cannot_measure: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A credit that points to a text that was not read."""

    name: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles and outlets carry a claim."""

    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class First:
    """The earliest article, in the texts read, that carries a claim."""

    article: str
    at: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that may hold or not, with every statement of a story that says it."""

    id: str
    story: str
    text: str
    statements: tuple[str, ...]
    support: tuple[Support, ...]
    first: First
    origins: tuple[Origin, ...]
    relations: tuple[Relation, ...]
    independent_origins: OriginCount | CannotMeasure
    outside: tuple[Outside, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both hold as stated."""

    id: str
    claims: tuple[str, str]
    kind: ConflictKind
    why: str
    spans: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What made a dossier: sayso's version, the digest of each model, and the settings that change the outcome."""

    version: str
    models: dict[str, str]
    settings: dict[str, str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that one run found; the interchange file holds exactly this."""

    made_with: MadeWith
    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()
