"""What must hold of every reading, whatever the input."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from sayso.config import Limits
from sayso.faces.verify import verify_dossier
from sayso.interchange import VERSION, shipped_schema, to_json
from sayso.reading import Reading, page_character_matches, read_paths
from sayso.records import Dossier, MadeWith

# Small inputs cannot need more; a broken limit shows at once.
LIMITS = Limits(page_bytes=2_000_000, unpacked_bytes=20_000_000, held_bytes=20_000_000, members=5_000, pdf_pages=200)

# Runs of a map are alike, thousands of them, and validated one by one in Python; `OffsetMap` checks each.
RUNS_VALIDATED = 5


def broken_rules(path: Path, limits: Limits = LIMITS, readings: list[Reading] | None = None) -> Iterator[str]:
    """Each rule that the readings of a file break, in words; raises only what reading raises, which it must not.

    `readings` spares the first of two readings.
    """
    readings = readings or list(read_paths([str(path)], limits))
    if not readings:
        yield "nothing was said of the file"
    for reading in readings:
        yield from _of_reading(reading)
    yield from _of_ids(readings)
    dossier = _dossier(readings)
    document = {"sayso": VERSION, **to_json(dossier)}
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        yield f"it cannot be written as UTF-8: {error.reason}"
    few = [{**article, "map": article["map"][:RUNS_VALIDATED]} for article in document["articles"]]
    errors = _validator().iter_errors({**document, "articles": few})
    yield from (f"schema: {error.message[:200]}" for error in errors)
    again = _dossier(list(read_paths([str(path)], limits)))
    if to_json(again) != to_json(dossier):
        yield "reading twice gave two dossiers"
    found = verify_dossier(dossier)
    yield from (f"verify: {problem.what}" for problem in found.problems)
    if found.pages != len(dossier.pages):
        yield f"verify: {found.pages} of {len(dossier.pages)} pages were found again"


def _of_reading(reading: Reading) -> Iterator[str]:
    page = reading.page
    if page is None and (reading.articles or not reading.problems):
        yield "a reading with neither page nor problem"
    for problem in reading.problems:
        if not all(isinstance(told, str) and told.strip() for told in (problem.where, problem.what, problem.mend)):
            yield f"a row that leaves something out: {problem}"
    if page is None:
        return
    if not page.parts or page.parts[0].start != 0 or page.parts[-1].end != len(page.source):
        yield "parts do not cover the page"
    if any(one.end != other.start for one, other in zip(page.parts, page.parts[1:], strict=False)):
        yield "parts leave a gap or overlap"
    if any(part.start >= part.end for part in page.parts):
        yield "an empty part"
    for article in reading.articles:
        if len(article.map) != len(article.text):
            yield "a map of another length than its text"
            continue
        for at, character in enumerate(article.text):
            if not page_character_matches(page.source, article.map.to_page(at), character, page.media_type):
                yield f"character {character!r} of an article is not where its map says"
                break
        if article.page != page.id:
            yield "an article of another page"
        spans = [one.span for one in (*article.credits, *article.repairs) if one.span]
        if any(span.end > len(article.text) for span in spans):
            yield "a span behind the end of its text"


def _of_ids(readings: list[Reading]) -> Iterator[str]:
    pages = [reading.page for reading in readings if reading.page]
    parts = [part.id for page in pages for part in page.parts]
    articles = [article.id for reading in readings for article in reading.articles]
    for noun, ids in (("page", [page.id for page in pages]), ("part", parts), ("article", articles)):
        if len(set(ids)) != len(ids):
            yield f"two {noun}s with the id {Counter(ids).most_common(1)[0][0]}"
    known = set(articles)
    if any(part.article is not None and part.article not in known for page in pages for part in page.parts):
        yield "a part of an article that is not there"


def _dossier(readings: list[Reading]) -> Dossier:
    return Dossier(
        MadeWith("0", {}, {}),
        tuple(reading.page for reading in readings if reading.page),
        tuple(article for reading in readings for article in reading.articles),
        problems=tuple(problem for reading in readings for problem in reading.problems),
    )


@cache
def _validator() -> Any:
    return Draft202012Validator(shipped_schema())
