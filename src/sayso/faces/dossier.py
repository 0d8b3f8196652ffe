"""The dossier: one HTML file that needs nothing else to be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from sayso.faces.claim_view import ClaimHead, view_head, web_link
from sayso.faces.lookup import Lookup, look_up
from sayso.faces.story_view import ArticleView, StoryView, view_article, view_stories
from sayso.faces.wording import counted, language, when
from sayso.records import Dossier, MadeWith, Page, PartKind, Problem

# Parts that are an article's own text or title; all others are told under "left out of articles".
KEPT: frozenset[PartKind] = frozenset({"title", "deck", "body", "subheading", "live_entry"})
MOST_LEADS = 60

_PLURALS = {"body": "bodies", "template_key": "template keys", "tags": "tags", "related": "related links"}


@dataclass(frozen=True, slots=True)
class Head:
    """What was read, in figures."""

    figures: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A dated headline of a ticker, which makes no statement."""

    date: str
    words: str


@dataclass(frozen=True, slots=True)
class PageView:
    """One page, with what was left out of its articles."""

    id: str
    location: str
    link: str | None
    sha256: str
    retrieved: str | None
    articles: int
    left_out: tuple[str, ...]
    leads: tuple[Lead, ...]
    more_leads: int


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything that the template shows."""

    head: Head
    stories: tuple[StoryView, ...]
    loose_articles: tuple[ArticleView, ...]
    loose_claims: tuple[ClaimHead, ...]
    pages: tuple[PageView, ...]
    leads: int
    problems: tuple[Problem, ...]
    made_with: MadeWith


def render_dossier(dossier: Dossier) -> str:
    """The dossier as one HTML document without script, image or any other request.

    Equal dossiers give equal documents. Cost is linear in the statements shown.
    """
    return _template().render(dossier=view_dossier(dossier))


def view_dossier(dossier: Dossier) -> DossierView:
    """What the template shows of `dossier`."""
    lookup = look_up(dossier)
    told = {id_ for story in dossier.stories for id_ in story.articles}
    of_page = Counter(article.page for article in dossier.articles)
    return DossierView(
        head=_head(dossier),
        stories=view_stories(dossier, lookup),
        loose_articles=tuple(view_article(lookup, found) for found in dossier.articles if found.id not in told),
        loose_claims=_loose_claims(dossier, lookup),
        pages=tuple(_view_page(page, of_page[page.id]) for page in dossier.pages),
        leads=sum(part.kind == "ticker_item" for page in dossier.pages for part in page.parts),
        problems=dossier.problems,
        made_with=dossier.made_with,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("sayso.faces", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html")


def _loose_claims(dossier: Dossier, lookup: Lookup) -> tuple[ClaimHead, ...]:
    return tuple(view_head(lookup, claim) for claim in dossier.claims if claim.story not in lookup.stories)


def _head(dossier: Dossier) -> Head:
    outlets = {article.outlet for article in dossier.articles if article.outlet}
    tickers = sum(part.kind == "ticker_item" for page in dossier.pages for part in page.parts)
    numbers = (
        (len(dossier.pages), "page"),
        (len(dossier.articles), "article"),
        (len(outlets), "outlet"),
        (tickers, "ticker item"),
        (len(dossier.problems), "problem"),
    )
    unread = Counter(language(article.language) for article in dossier.articles if not article.analysed)
    return Head(
        tuple((f"{number:,}", noun if number == 1 else f"{noun}s") for number, noun in numbers),
        tuple(f"{counted(number, 'article')} in {name}" for name, number in sorted(unread.items())),
    )


def _view_page(page: Page, articles: int) -> PageView:
    counts = Counter(part.kind for part in page.parts if part.kind not in KEPT)
    leads = [part for part in page.parts if part.kind == "ticker_item"]
    leads.sort(key=lambda part: part.published or "", reverse=True)
    return PageView(
        id=page.id,
        location=f"{page.location} ({page.member})" if page.member else page.location,
        link=web_link(page.url or page.location),
        sha256=page.sha256,
        retrieved=when(page.retrieved) if page.retrieved else None,
        articles=articles,
        left_out=tuple(
            counted(number, kind.replace("_", " "), _PLURALS.get(kind)) for kind, number in sorted(counts.items())
        ),
        leads=tuple(Lead(when(part.published), part.text) for part in leads[:MOST_LEADS]),
        more_leads=max(0, len(leads) - MOST_LEADS),
    )
