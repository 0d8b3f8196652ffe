"""The sets that the benchmarks read."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text that gold annotations point into: `text` by code points, with its title and day of publication."""

    name: str
    title: str
    text: str
    published: str | None


ENGLISH = ("au", "ca", "gl", "il", "ind", "my", "na", "tw", "tz", "ua", "uk", "us", "za")


def read_gold_texts() -> dict[str, GoldText]:
    """PolNeAR dev, the English pages of 2023 to 2026, `news_cluster`, `helsinki` and `article_extraction` by name.

    Each text never changes: of a page it is the gold body (summary, subheadings and paragraphs, each on its own line), not
    what sayso reads.
    """
    texts = {}
    for path in sorted((SHARED / "data" / "polnear" / "dev" / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        day = re.search(r"_(\d{4}-\d\d-\d\d)_", path.name)
        name = f"polnear/{path.stem}"
        texts[name] = GoldText(name, "", text, day[1] if day else None)
    for country in ENGLISH:
        for path in sorted((SHARED / "data" / "pages" / country).glob("*.json")):
            for version, page in json.loads(path.read_text(encoding="utf-8")).items():
                published = page.get("publishing_date") or ""
                if "2023" <= published[:4] <= "2026":
                    name = f"pages/{country}/{path.stem}/{version}"
                    texts[name] = GoldText(name, page.get("title") or "", _body(page["body"]), published)
    for article in read_cluster("news_cluster")[0]:
        name = f"cluster/{article.id}"
        texts[name] = GoldText(name, article.title, article.text, article.published)
    for text in read_event_texts().values():
        if text.event == "summit":
            texts[text.name] = GoldText(text.name, "", text.text, "2018-07-16")
    extraction = SHARED / "data" / "article_extraction" / "ground-truth.json"
    for name, page in json.loads(extraction.read_text(encoding="utf-8")).items():
        texts[f"extraction/{name}"] = GoldText(f"extraction/{name}", "", page["articleBody"], None)
    return texts


def _body(body: dict[str, Any]) -> str:
    lines = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        lines += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class EventText:
    """A text about one event: `text` by code points, with its title, its outlet and its time of publication."""

    name: str
    event: str
    title: str
    outlet: str
    published: str | None
    text: str
    authors: tuple[str, ...] = ()


def read_event_texts() -> dict[str, EventText]:
    """The articles of `news_cluster` and of `helsinki` (one event, "summit") by name; each text never changes.

    A text of `helsinki` is the page as scraped, one paragraph a line, so that its title and time stand in it.
    """
    texts = {}
    for line in (SHARED / "data" / "news_cluster" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name, authors = f"cluster/{row['id']}", tuple(row["authors"] or ())
        texts[name] = EventText(
            name, str(row["event"]), row["title"] or "", row["outlet"] or "", row["published"], row["text"], authors
        )
    with (SHARED / "data" / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = f"helsinki/{row['id']}"
            text = "\n".join(part.strip() for part in row["text"].split("###"))
            texts[name] = EventText(name, "summit", "", row["publisher"], None, text)
    return texts


def read_story_texts() -> dict[str, EventText]:
    """The articles of `stories_gold_standard` by name, which no gold set of ours points into."""
    articles, events = read_cluster("stories_gold_standard")
    return {
        f"stories/{one.id}": EventText(f"stories/{one.id}", f"stories/{event}", one.title, one.outlet or "", one.published, one.text)
        for one, event in zip(articles, events, strict=True)
    }  # fmt: skip
