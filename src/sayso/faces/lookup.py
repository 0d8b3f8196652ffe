"""The records of a dossier found by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from sayso.errors import InterchangeError
from sayso.faces.wording import counted, language, listed
from sayso.records import Article, Claim, Conflict, Copy, Dossier, Page, Speaker, Statement, Story
from sayso.spans import Span

Record = TypeVar("Record", Article, Claim, Story)


@dataclass(frozen=True, slots=True)
class Lookup:
    """One dictionary for each kind of record, by id; built once, linear in the records."""

    pages: dict[str, Page]
    articles: dict[str, Article]
    speakers: dict[str, Speaker]
    statements: dict[str, Statement]
    stories: dict[str, Story]
    claims: dict[str, Claim]
    conflicts_of: dict[str, tuple[Conflict, ...]]
    copies_of: dict[str, tuple[Copy, ...]]

    def outlet(self, article: str) -> str:
        """The outlet of an article, or that none is named."""
        found = self.articles.get(article)
        return (found.outlet if found else None) or "outlet not named"

    def name(self, id_: str) -> str:
        """What a reader calls a record: a speaker's name, an article's outlet; the id itself if it is unknown."""
        if id_ in self.speakers:
            return self.speakers[id_].name
        if id_ in self.articles:
            return self.outlet(id_)
        if id_ in self.statements:
            return self.name(self.statements[id_].article)
        return id_

    def words(self, article: str, span: Span) -> str:
        """The words of an article's text at `span`; nothing when the article is not in the dossier."""
        found = self.articles.get(article)
        return span.cut(found.text) if found else ""

    def base(self, statement: Statement) -> str:
        """The text that a statement's spans point into."""
        article = self.articles[statement.article]
        return article.title if statement.in_ == "title" else article.text

    def voice(self, statement: Statement) -> str:
        """Who is responsible for a statement, joint speakers included."""
        names = [self.name(id_) for id_ in (statement.speaker, *statement.with_) if id_]
        return listed(names, len(names)) if names else f"{self.outlet(statement.article)}, in its own voice"

    def read_briefly(self, articles: Iterable[str]) -> str:
        """How many of `articles` were read, of how many outlets, in a few words."""
        found = [self.articles[id_] for id_ in articles if id_ in self.articles]
        outlets = {article.outlet for article in found if article.outlet}
        return f"{counted(len(found), 'article')} of {counted(len(outlets), 'outlet')} read"

    def read(self, articles: Iterable[str]) -> str:
        """How many of `articles` were read, of how many outlets, with those that could not be analysed."""
        found = [self.articles[id_] for id_ in articles if id_ in self.articles]
        told = self.read_briefly(article.id for article in found)
        unnamed = sum(article.outlet is None for article in found)
        if unnamed:
            told += f" ({unnamed} without a named outlet)"
        unread = [article for article in found if not article.analysed]
        if unread:
            names = sorted({language(article.language) for article in unread})
            told += f", {len(unread)} of them not analysed ({listed(names)})"
        return told


def look_up(dossier: Dossier) -> Lookup:
    """The lookup of `dossier`."""
    conflicts: dict[str, list[Conflict]] = {}
    for conflict in dossier.conflicts:
        for claim in dict.fromkeys(conflict.claims):
            conflicts.setdefault(claim, []).append(conflict)
    copies: dict[str, list[Copy]] = {}
    for copy in sorted(dossier.copies, key=lambda copy: (-copy.share, copy.id)):
        copies.setdefault(copy.copy, []).append(copy)
    return Lookup(
        pages={page.id: page for page in dossier.pages},
        articles={article.id: article for article in dossier.articles},
        speakers={speaker.id: speaker for speaker in dossier.speakers},
        statements={statement.id: statement for statement in dossier.statements},
        stories={story.id: story for story in dossier.stories},
        claims={claim.id: claim for claim in dossier.claims},
        conflicts_of={id_: tuple(found) for id_, found in conflicts.items()},
        copies_of={id_: tuple(found) for id_, found in copies.items()},
    )


def find_record(records: Sequence[Record], id_: str, noun: str) -> Record:
    """The one of `records` with that id, or the only one whose id begins so; raises `InterchangeError` if there is none.

    `noun` is what the records are called, in the plural.
    """
    found = [record for record in records if id_ and record.id.startswith(id_)]
    exact = [record for record in found if record.id == id_]
    if exact or len(found) == 1:
        return (exact or found)[0]
    few = ", ".join(record.id for record in (found or records)[:3])
    if found:
        raise InterchangeError(id_, f"{len(found)} {noun} begin so", f"give more of the id: {few}")
    mend = f"ask for one of its {noun} ({few}), or" if few else "name another file with --in, or"
    raise InterchangeError(
        id_ or "no id", f"none of the {noun} of this file has that id", f"{mend} name its file with --in"
    )


def articles_beside(lookup: Lookup, claim: Claim) -> tuple[str, ...]:
    """The articles that were read for a claim: those of its story, or those that carry it if it has none."""
    if claim.story in lookup.stories:
        return lookup.stories[claim.story].articles
    carried = (lookup.statements[id_].article for id_ in claim.statements if id_ in lookup.statements)
    return tuple(dict.fromkeys(chain(carried, [claim.first.article])))
