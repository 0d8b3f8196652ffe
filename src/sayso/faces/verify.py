"""Check a dossier against the pages that it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import SaysoError
from sayso.reading import decode_source, load_member, page_character_matches
from sayso.records import Article, Claim, Dossier, Page, Problem, Statement
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Verification:
    """How many pages, spans and characters were checked, and what did not hold."""

    pages: int
    spans: int
    characters: int
    problems: tuple[Problem, ...]


def verify_dossier(dossier: Dossier, root: Path | None = None) -> Verification:
    """Find every page again, check its digest, and cut every span anew from its stored bytes.

    `root` is put before each relative location. Cost is linear in the characters of the articles.
    """
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    pages = {page.id: page for page in dossier.pages}
    for page in dossier.pages:
        try:
            source = _source(page, root)
        except (OSError, SaysoError) as error:
            problems.append(
                Problem(_where(page), f"the page cannot be read again ({error})", "give its folder with --root")
            )
            continue
        if source is None:
            problems.append(
                Problem(_where(page), "the page changed: its SHA-256 is another", "find the page as it was")
            )
            continue
        sources[page.id] = source
        problems += _check_parts(page, source)
    characters = 0
    for article in dossier.articles:
        if article.page in sources:
            characters += len(article.text)
            problems += _check_map(article, pages[article.page], sources[article.page])
    known = {article.id: article for article in dossier.articles}
    spans = 0
    for place, article_id, span, layer, words in _spans(dossier):
        spans += 1
        article = known.get(article_id)  # type: ignore[assignment]
        if article is None:
            problems.append(
                Problem(place, f"it names the article {article_id}, which is not here", "make the file again")
            )
            continue
        text = article.title if layer == "title" else article.text
        if span.end > len(text):
            problems.append(Problem(place, f"{span} ends after its text", "make the file again"))
        elif words is not None and span.cut(text) != words:
            problems.append(Problem(place, f"{span} holds other words than “{words[:40]}”", "make the file again"))
    problems += _check_claims(dossier, known)
    return Verification(len(sources), spans, characters, tuple(problems))


def _where(page: Page) -> str:
    return f"{page.location} {page.member}" if page.member else page.location


def _source(page: Page, root: Path | None) -> str | None:
    path = Path(page.location)
    with (root / path if root and not path.is_absolute() else path).open("rb") as file:
        data = load_member(file, page.member)
    if hashlib.sha256(data).hexdigest() != page.sha256:
        return None
    return decode_source(data, page.encoding)[0]


def _check_parts(page: Page, source: str) -> Iterator[Problem]:
    expected = 0
    for part in page.parts:
        if part.start != expected or part.end <= part.start:
            yield Problem(
                f"{_where(page)}, part {part.id}", f"it starts at {part.start}, expected {expected}", "report it"
            )
        expected = part.end
        if page.media_type == "text/plain" and part.text not in source[part.start : part.end]:
            yield Problem(f"{_where(page)}, part {part.id}", "its words are not at its place", "report it")
    if expected != len(source):
        yield Problem(_where(page), f"its parts end at {expected} of {len(source)}", "report it")


def _check_map(article: Article, page: Page, source: str) -> Iterator[Problem]:
    if len(article.map) != len(article.text):
        yield Problem(article.id, f"its map has {len(article.map)} characters of {len(article.text)}", "report it")
        return
    for run in article.map.runs:
        here = article.text[run.text_start : run.text_start + run.length]
        if source[run.page_start : run.page_start + run.length] == here:
            continue
        for at, character in enumerate(here):
            place = run.page_start + at
            if not page_character_matches(source, place, character, page.media_type):
                yield Problem(
                    f"{_where(page)}, {article.id}", f"character {run.text_start + at} is not at {place}", "report it"
                )
                return


def _spans(dossier: Dossier) -> Iterator[tuple[str, str, Span, str, str | None]]:
    """Every span of the file: where it stands, its article, itself, its layer, and the words it must hold, if told."""
    for article in dossier.articles:
        for credit in article.credits:
            if credit.span:
                yield article.id, article.id, credit.span, "text", None
        for repair in article.repairs:
            yield article.id, article.id, repair.span, "text", repair.from_
    for speaker in dossier.speakers:
        for mention in speaker.mentions:
            yield speaker.id, mention.article, mention.span, "text", None
    for statement in dossier.statements:
        for span in (*statement.content, statement.cue, statement.source):
            if span:
                yield statement.id, statement.article, span, statement.in_, None
        for figure in statement.figures:
            yield statement.id, statement.article, figure.span, statement.in_, None
        for time in statement.times:
            yield statement.id, statement.article, time.span, statement.in_, None
    for copy in dossier.copies:
        for passage in copy.passages:
            yield copy.id, copy.of, passage.of, "text", None
            yield copy.id, copy.copy, passage.copy, "text", None
    for claim in dossier.claims:
        for origin in claim.origins:
            for step in origin.chain:
                if step.article and step.span:
                    yield origin.id, step.article, step.span, "text", step.text
        for place in (place for relation in claim.relations for place in relation.spans):
            yield claim.id, place.article, place.span, "text", None
    for conflict in dossier.conflicts:
        for place in conflict.spans:
            yield conflict.id, place.article, place.span, "text", None


def _check_claims(dossier: Dossier, articles: Mapping[str, Article]) -> Iterator[Problem]:
    statements = {statement.id: statement for statement in dossier.statements}
    for claim in dossier.claims:
        missing = [one for one in claim.statements if one not in statements]
        if missing:
            yield Problem(claim.id, f"it names the statement {missing[0]}, which is not here", "make the file again")
        elif not _is_verbatim(claim, statements, articles):
            yield Problem(claim.id, "its words are those of none of its statements", "make the file again")


def _is_verbatim(claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article]) -> bool:
    """Whether the claim's words stand in one of its articles, run by run."""
    for support in claim.support:
        statement = statements[support.statement]
        article = articles[statement.article]
        text = article.title if statement.in_ == "title" else article.text
        if claim.text in text or claim.text == " ".join(span.cut(text) for span in support.spans):
            return True
        if claim.text == " ".join(span.cut(text) for span in statement.content):
            return True
    return False
