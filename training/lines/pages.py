"""Text versions of pages with the gold role of every line."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from lxml import etree
from lxml import html as lxml_html

from sayso.reading.decoding import decode

Style = Literal["browser", "spaced", "tight", "bullets", "pieces"]
Role = Literal["outside", "title", "head", "deck", "body", "subheading", "gap"]

STYLES: tuple[Style, ...] = ("browser", "spaced", "tight", "bullets", "pieces")
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main",
     "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "tr", "ul"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = _HEADINGS | {"p", "ul", "ol", "blockquote", "figure", "pre", "dl"}
_SILENT = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "video", "audio",
     "canvas"}
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*>")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W_]+")

# Shorter pieces of a gold paragraph are looked for only beside other pieces of it.
SHORTEST_PIECE = 20
# What a line outside the gold takes off the worth of a stretch of lines, for each character.
LOST_ON_THE_WAY = 0.15
# A title that stands so many lines before itself is told twice in one head; further up it is another page's link.
TOLD_AGAIN = 10
# A heading of which, or with which the title, shares half of the words tells it in other words; so many words or more.
SHARED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a text version: its words, the heading it stood in, and whether a blank line stands before it."""

    text: str
    heading: str | None
    spaced: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """What the gold says of one page; headings and summary are empty where the gold does not tell them apart."""

    name: str
    country: str
    html: str
    title: str
    authors: tuple[str, ...]
    published: str
    summary: tuple[str, ...]
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A text version of one page: its lines, and the role of each."""

    name: str
    country: str
    style: str
    lines: tuple[Shown, ...]
    roles: tuple[Role, ...]

    def source(self) -> str:
        """The page as text, with a blank line wherever one is shown."""
        return join(self.lines)


def join(lines: Sequence[Shown]) -> str:
    """Lines as one text, with a blank line wherever one is shown."""
    return "".join(("\n" if line.spaced and at else "") + line.text + "\n" for at, line in enumerate(lines))


def read_gold(data: Path) -> Iterator[Gold]:
    """Every page of `pages/` and of `article_extraction/` that has a gold body, in a fixed order."""
    yield from _read_pages(data / "pages")
    yield from _read_extraction(data / "article_extraction")


def show(document: str, style: Style) -> list[Shown]:
    """The lines that a page shows.

    `browser` breaks lines as `innerText` does; `spaced` puts a blank line before every block, `tight` before none;
    `bullets` marks list items and shows hidden elements; `pieces` gives every text node a line of its own.
    """
    root = lxml_html.document_fromstring(document)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    walk = _Walk(style)
    silent: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if silent is None and event == "start" and walk.is_silent(element):
            silent = element
        if silent is None:
            walk.open(element) if event == "start" else walk.close(element)
        elif event == "end" and element is silent:
            silent = None
            walk.say(element.tail)
    walk.end_line(0)
    return walk.lines


def text_page(gold: Gold, style: Style) -> TextPage:
    """The text version of a page with the role of each line."""
    lines = show(gold.html, style)
    return TextPage(gold.name, gold.country, style, tuple(lines), tuple(_roles(lines, gold)))


class _Walk:
    """Collects the lines of a page while its elements open and close."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[Shown] = []
        self.pieces: list[str] = []
        self.headings: list[str] = []
        self.wanted = 0
        self.bullet = ""

    def is_silent(self, element: Any) -> bool:
        if element.tag in _SILENT:
            return True
        if self.style != "browser":
            return False
        return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None

    def open(self, element: Any) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self.end_line(2)
            self.headings.append(tag)
        elif tag in _BLOCKS or tag == "br":
            self.end_line(2 if tag in _PARAGRAPHS else 1)
        if tag == "li" and self.style == "bullets":
            self.bullet = "* "
        self.say(element.text)

    def close(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.end_line(2 if tag in _PARAGRAPHS else 1)
        if tag in _HEADINGS and self.headings:
            self.headings.pop()
        self.say(element.tail)

    def say(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.style == "pieces":
                self.end_line(1)

    def end_line(self, breaks: int) -> None:
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        self.pieces = []
        if text:
            spaced = {"spaced": True, "tight": False, "pieces": False}.get(self.style, self.wanted > 1)
            self.lines.append(Shown(self.bullet + text, self.headings[-1] if self.headings else None, spaced))
            self.wanted, self.bullet = 0, ""
        self.wanted = max(self.wanted, breaks)


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    """The letters and digits of a text, without case: what two versions of one line share."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def _roles(lines: Sequence[Shown], gold: Gold) -> list[Role]:
    said = [normal(line.text) for line in lines]
    told = _told(said, gold)
    first, last = _best_stretch(said, told)
    if first < 0:
        return ["outside"] * len(lines)
    title = _find_title(lines, said, gold, first, last)
    if title is not None:
        title = first_telling(said, _nearer_heading(lines, title, first, gold.title))
    roles: list[Role] = []
    begun = min(first, title) if title is not None else first
    text_begun = False
    for at, role in enumerate(told):
        inside = begun <= at <= last
        if at == title:
            roles.append("title")
        elif not inside:
            roles.append("outside")
        elif role is not None and at >= first:
            heading = role == "body" and lines[at].heading is not None and len(said[at]) < 150 and text_begun
            roles.append("subheading" if heading else "body" if text_begun and role == "deck" else role)
            text_begun = text_begun or role == "body"
        else:
            roles.append("gap" if text_begun else "head")
    if title is not None and "body" not in roles[:title]:
        # A deck above the title is a kicker: the article starts at its title.
        roles[:title] = ["outside"] * title
    return roles


def first_telling(said: Sequence[str], title: int) -> int:
    """The first line that tells a title which stands again a few lines on: there its article starts.

    `said` are the lines as `normal` gives them. Pages tell a title twice, as the end of a path and as a heading, or for
    print and for screen; which of the two the gold found would else hang on the page's markup, which no text shows.
    """
    return next(at for at in range(max(0, title - TOLD_AGAIN), title + 1) if said[at] == said[title])


def _nearer_heading(lines: Sequence[Shown], title: int, first: int, wanted: str) -> int:
    """The heading that tells the title in other words close to the text, where the line found stands far above; else that.

    Sites put the title that search engines shall show, or their own name, at the top of the page, as much as a hundred
    lines before the heading of the article.
    """
    told = set(_WORD.findall(wanted.casefold()))
    for at in range(first - 1, title + TOLD_AGAIN, -1):
        if lines[at].heading in ("h1", "h2"):
            own = set(_WORD.findall(lines[at].text.casefold()))
            if len(own & told) >= max(SHARED_WORDS, min(len(own), len(told)) / 2):
                return at
    return title


def _told(said: Sequence[str], gold: Gold) -> list[Role | None]:
    """What the gold says of each line wherever it stands: deck, subheading, body or nothing."""
    sets: list[tuple[Role, set[str]]] = [
        ("body", {normal(text) for text in gold.paragraphs}),
        ("subheading", {normal(text) for text in gold.headings}),
        ("deck", {normal(text) for text in gold.summary}),
    ]
    joined: list[tuple[Role, str]] = [
        ("body", "|".join(map(normal, gold.paragraphs))),
        ("deck", "|".join(map(normal, gold.summary))),
    ]
    told: list[Role | None] = []
    for text in said:
        role: Role | None = next((role for role, texts in sets if text and text in texts), None)
        if role is None and len(text) >= SHORTEST_PIECE:
            role = next((role for role, whole in joined if text in whole), None)
        if role is None and len(text) >= 2 * SHORTEST_PIECE:
            held = sum(len(piece) for piece in sets[0][1] if len(piece) >= SHORTEST_PIECE and piece in text)
            role = "body" if held >= 0.6 * len(text) else None
        told.append(role)
    whole = joined[0][1]
    for at, text in enumerate(said):
        if told[at] is None and text:
            before = said[at - 1] if at and told[at - 1] == "body" else ""
            after = said[at + 1] if at + 1 < len(said) and told[at + 1] == "body" else ""
            if (before and before + text in whole) or (after and text + after in whole):
                told[at] = "body"
    return told


def _best_stretch(said: Sequence[str], told: Sequence[Role | None]) -> tuple[int, int]:
    """The first and last line of the stretch that holds most of the gold with least else; -1 where there is none."""
    best, first, last = 0.0, -1, -1
    worth, begun = 0.0, 0
    for at, (text, role) in enumerate(zip(said, told, strict=True)):
        if worth <= 0:
            worth, begun = 0.0, at
        worth += len(text) if role else -LOST_ON_THE_WAY * min(len(text), 400)
        if role and worth > best:
            best, first, last = worth, begun, at
    while 0 <= first < last and told[first] is None:
        first += 1
    return first, last


def _find_title(
    lines: Sequence[Shown], said: Sequence[str], gold: Gold, first: int, last: int
) -> int | None:  # fmt: skip
    wanted = normal(gold.title)
    near = [*range(first - 1, -1, -1), *range(first, min(first + 4, last))]
    if wanted and gold.headings != ("?",):
        same = [at for at in near if said[at] == wanted]
        like = [at for at in near if len(said[at]) >= 12 and len(said[at]) > 0.6 * len(wanted) and wanted.startswith(said[at])]  # fmt: skip
        more = [at for at in near if len(wanted) >= 12 and said[at].startswith(wanted) and len(said[at]) < 1.5 * len(wanted)]  # fmt: skip
        for found in (same, like, more):
            if found:
                return next((at for at in found if lines[at].heading == "h1"), found[0])
        return next((at for at in near if lines[at].heading == "h1" and len(said[at]) >= 12), None)
    of_page = [at for at in near if len(said[at]) >= 12 and said[at] in wanted and len(said[at]) > 0.25 * len(wanted)]
    heads = [at for at in near if lines[at].heading == "h1" and len(said[at]) >= 12]
    both = [at for at in heads if at in of_page]
    of_page.sort(key=lambda at: -len(said[at]))
    # A heading that the title of the page does not hold may be that of a box: then nobody knows where the article starts.
    return next(iter([*both, *of_page]), None)


def _decode(path: Path) -> str:
    return _DECLARED.sub("", decode(gzip.decompress(path.read_bytes())).text.replace("\0", ""))


def _read_pages(folder: Path) -> Iterator[Gold]:
    for path in sorted(folder.glob("*/*.json")):
        captures = sorted(path.parent.glob(f"{path.stem}_[0-9]*.html.gz"))
        documents = [_decode(capture) for capture in captures]
        shown = [normal("".join(line.text for line in show(document, "tight"))) for document in documents]
        for version, told in json.loads(path.read_text("utf-8")).items():
            body = told.get("body") or {}
            sections = body.get("sections") or []
            paragraphs = [text for section in sections for text in section.get("paragraphs") or [] if text]
            kept = [sum(normal(text) in page for text in paragraphs) for page in shown]
            if not paragraphs or not kept or max(kept) < 0.5 * len(paragraphs):
                continue
            headings = [text for section in sections for text in section.get("headline") or [] if text]
            yield Gold(
                f"pages/{path.parent.name}/{path.stem}/{version}",
                path.parent.name,
                documents[kept.index(max(kept))],
                told.get("title") or "",
                tuple(told.get("authors") or ()),
                told.get("publishing_date") or "",
                tuple(text for text in body.get("summary") or [] if text),
                tuple(headings),
                tuple(paragraphs),
            )


def _read_extraction(folder: Path) -> Iterator[Gold]:
    told = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name in sorted(told):
        document = _decode(folder / "html" / f"{name}.html.gz")
        root = lxml_html.document_fromstring(document)
        named = root.xpath("//meta[@property='og:title']/@content") + root.xpath("//head/title/text()")
        paragraphs = tuple(text for text in told[name]["articleBody"].split("\n") if text.strip())
        # "?" says that the gold does not tell headings from paragraphs, nor the title.
        yield Gold(
            f"article_extraction/{name}", "xx", document, max(named, key=len, default=""), (), "", (), ("?",), paragraphs
        )  # fmt: skip
