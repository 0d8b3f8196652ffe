"""Invented articles for tests of what comes after reading."""

from __future__ import annotations

from sayso.identity import make_id
from sayso.records import Article, Credit, Figure, Speaker, SpeakerKind, Stance, Statement
from sayso.spans import Span, map_of


def article(
    outlet: str, text: str, published: str | None = "2024-11-11", title: str = "", agencies: tuple[str, ...] = ()
) -> Article:
    """An English report of `outlet`."""
    return Article(
        make_id("art", outlet, text), make_id("pg", outlet), title, (), "report", "en", text, map_of(range(len(text))),
        True, outlet=outlet, published=published, credits=tuple(Credit(name) for name in agencies),
    )  # fmt: skip


def speaker(
    name: str, kind: SpeakerKind = "person", role: str | None = None, affiliation: str | None = None, at: str = ""
) -> Speaker:
    """A speaker of the article `at`."""
    return Speaker(make_id("sp", name, at), name, kind, (), (), role, affiliation)


def told(
    where: Article,
    content: str,
    who: Speaker | None = None,
    stance: Stance = "asserted",
    figures: tuple[Figure, ...] = (),
    via: tuple[Speaker, ...] = (),
    cue: str | None = None,
) -> Statement:
    """The statement whose words are `content`, said by `who` or by the article itself."""
    start = where.text.index(content)
    cue_start = where.text.index(cue) if cue else 0
    return Statement(
        make_id("stm", where.id, start), where.id, "text", "indirect" if who else "own",
        (Span(start, start + len(content)),), stance, 0.9, Span(cue_start, cue_start + len(cue)) if cue else None,
        None, who.id if who else None, (), tuple(one.id for one in via), figures=figures,
    )  # fmt: skip
