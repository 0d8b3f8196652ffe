"""What is known of a story when its claims are followed to their origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.outlets import outlet_key
from sayso.records import Article, Copy, Speaker
from sayso.spans import Span
from sayso.text.sentences import find_sentences


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of a story by id, all speakers, those of the story, the sentences of each text, what each article took.

    `persons` are the names and surnames of the people among those of the story.
    """

    articles: Mapping[str, Article]
    speakers: Mapping[str, Speaker]
    cast: Sequence[Speaker]
    sentences: Mapping[str, Sequence[Span]]
    copies_of: Mapping[str, Sequence[Copy]]
    outlets_read: Mapping[str, str]
    persons: frozenset[str]


def gather_sources(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], cast: Sequence[Speaker], copies: Sequence[Copy]
) -> Sources:
    """The sources of a story of `articles`, in which `cast` of all `speakers` are named and `copies` were found."""
    taken: dict[str, list[Copy]] = {}
    for copy in copies:
        taken.setdefault(copy.copy, []).append(copy)
    return Sources(
        {article.id: article for article in articles},
        speakers,
        cast,
        {article.id: find_sentences(article.text) for article in articles},
        taken,
        {outlet_key(article.outlet): article.outlet for article in articles if article.outlet},
        frozenset(name for one in cast if one.kind == "person" for name in (one.name, one.name.split()[-1])),
    )
