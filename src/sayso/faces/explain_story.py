"""One story in plain words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.comparing.holding import Hold, find_holds
from sayso.faces.lookup import find_record, look_up
from sayso.faces.terminal import wrapped
from sayso.faces.wording import days, listed, when
from sayso.records import Article, Dossier


def explain_story(dossier: Dossier, story_id: str) -> str:
    """The story with its articles, and for each the words that hold it there, wrapped to 88 columns.

    Raises `InterchangeError` when no story, or more than one, has an id that begins so.
    """
    story = find_record(dossier.stories, story_id, "stories")
    lookup = look_up(dossier)
    articles = [lookup.articles[id_] for id_ in story.articles if id_ in lookup.articles]
    lines = [story.id, *wrapped(story.title, "  "), *wrapped(days(story.first, story.last), "  ")]
    lines += [*wrapped(f"{lookup.read(story.articles)}.", "  "), "", "WHAT HOLDS EACH ARTICLE IN IT"]
    for article, hold in zip(articles, find_holds(articles), strict=True):
        lines += _held(article, hold, lookup.outlet(article.id))
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _held(article: Article, hold: Hold, outlet: str) -> Iterator[str]:
    title = article.title or "untitled"
    yield from wrapped(f"- {outlet}, {when(article.published)}: {title} ({article.id})", "  ", "    ")
    if hold.words:
        told = f"held by: {listed(hold.words, len(hold.words))} (likeness to the others {hold.likeness:.2f})"
        yield from wrapped(told, "    ", "      ")
    else:
        yield "    held by no word that another article has"
