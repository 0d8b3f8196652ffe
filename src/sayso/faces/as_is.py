"""Statements of files taken as they are, for corpora with offsets of their own."""

from __future__ import annotations

from typing import Any

from sayso.identity import make_id
from sayso.interchange import to_json
from sayso.records import Article
from sayso.spans import OffsetMap
from sayso.understanding.analyse import analyse
from sayso.understanding.encoder import Encoder

# What the line tells of each statement; the rest of the record needs the tables around it.
KEPT = ("id", "kind", "source", "cue", "content", "parent", "stance", "confidence")


def statements_as_is(name: str, text: str, encoder: Encoder) -> dict[str, Any]:
    """`{"doc": name, "statements": […]}` of `text` taken as one English article, offsets into `text`."""
    article = Article(make_id("art", name), make_id("pg", name), "", (), "report", "en", text, OffsetMap(()), True)
    statements = [to_json(statement) for statement in analyse(article, encoder).statements]
    rows = [{key: statement[key] for key in KEPT if key in statement} for statement in statements]
    return {"doc": name, "statements": rows}
