"""The sets that the benchmarks read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sayso.records import Article
from sayso.spans import OffsetMap

SHARED = Path(__file__).resolve().parents[2] / "shared"
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def digest(*folders: Path) -> str:
    """A checksum of every file under `folders`, names and contents, so that a changed gold set is noticed."""
    summed = hashlib.sha256()
    for folder in folders:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            summed.update(str(path.relative_to(folder)).encode())
            summed.update(path.read_bytes())
    return summed.hexdigest()[:16]


def read_cluster(name: str) -> tuple[list[Article], list[str]]:
    """The articles of `news_cluster` or `stories_gold_standard` with the event that each is labelled with."""
    articles, events = [], []
    for line in (SHARED / "data" / name / "articles.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        articles.append(
            Article(
                row["id"],
                "",
                row.get("title") or "",
                (),
                "report",
                "en",
                row.get("text") or "",
                OffsetMap(()),
                True,
                outlet=row.get("outlet"),
                published=row.get("published"),
            )
        )
        events.append(str(row.get("event", row.get("event_name"))))
    return articles, events
