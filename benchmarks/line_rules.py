"""The rules that the line model took the place of, kept to be measured beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from sayso.reading import cues, datelines, names
from sayso.reading.lines import Line, Row, find_known, is_prose, name_site
from sayso.reading.topics import opens_other_topic
from sayso.records import PartKind

_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»“)\]]*$|[.!?][\"'”’»]?\s*\([^()]{2,30}\)$")
_FOOTER_NAME = re.compile(r"[^\W\d_][\w.&’' -]{1,40}\s\|\s\S.{2,60}")
_BULLET = re.compile(r"^(?:[•*▪◦·‣-]|\d{1,2}[.)])\s+")

# A paragraph ends a sentence and has six words, a title has 4 to 24, a subheading is shorter than a title that starts
# an article without a date, byline or dateline behind it.
TITLE_WORDS = (3, 24)
TITLE_CHARACTERS = 170
DECK_CHARACTERS = 260
LONG_TITLE = 5
# So many paragraphs before and behind a line are compared, to keep the cost linear.
LOOKED_BACK = 40
LOOKED_AHEAD = 5
SECTION_WORDS = 3

_ENDS = frozenset({"source_list", "tags", "author_note", "disclaimer"})
_HEAD = frozenset({"byline", "date"})
_WEAK = frozenset({"disclaimer", "author_note"})
_BELONGS = frozenset(
    {"title", "deck", "body", "subheading", "byline", "dateline", "date", "section", "caption", "credit", "author_note",
     "source_list", "tags", "live_entry"}
)  # fmt: skip


def read_rows(lines: Sequence[Line]) -> list[Row]:
    """A row for every stretch of `lines`, each with its role and article, by rules alone."""
    rows = name_site(find_known(lines), lines)
    return _ArticleWalk(rows, lines).walk()


class _ArticleWalk:
    """Walks the rows once, and gives title, deck, body and subheading to those whose words alone do not tell."""

    def __init__(self, rows: list[Row], lines: Sequence[Line]) -> None:
        self.rows = rows
        self.lines = lines
        self.done: list[Row] = []
        self.article = -1
        self.paragraphs: list[str] = []
        self.ended = False

    def walk(self) -> list[Row]:
        for at, row in enumerate(self.rows):
            if row.kind is None or (row.kind in _WEAK and not self._at_end(at)):
                self._place(at)
            else:
                self._keep(row)
        return self._close()

    def _text(self, at: int) -> str:
        return self.lines[self.rows[at].first].text

    def _keep(self, row: Row) -> None:
        text = self.lines[row.first].text
        self.ended = self.ended or (row.kind in _ENDS and bool(self.paragraphs))
        if row.kind == "navigation" and row.first == row.last == len(self.lines) - 1 and _FOOTER_NAME.fullmatch(text):
            row = row._replace(kind="site_name")
        self._add(row, row.kind)
        if row.kind == "live_entry":
            self.paragraphs.append(text)

    def _add(self, row: Row, kind: PartKind | None, confidence: float | None = None) -> None:
        article = max(self.article, 0) if kind in _BELONGS else None
        self.done.append(row._replace(kind=kind, article=article, confidence=confidence or row.confidence))

    def _place(self, at: int) -> None:
        row, text = self.rows[at], self._text(at)
        if self.article < 0 or not self.paragraphs:
            self._place_in_head(at)
            return
        confidence = self._starts_article(at)
        if confidence is not None:
            self._open(row, confidence)
        elif self.ended or self._closes_page(at):
            self._place_after_end(at)
        elif cues.is_author_note(text, at_end=False):
            self._add(row, "author_note")
        elif self._is_subheading(at):
            self._add(row, "subheading", 0.8)
        elif cues.is_signature(text):
            self._add(row, "credit")
        else:
            self._body(row)

    def _place_in_head(self, at: int) -> None:
        row, text = self.rows[at], self._text(at)
        neighbours = {self._kind(at + 1), self._kind(at - 1)}
        if self.article < 0 and cues.is_section(text) and self._next_unknown(at) is not None:
            self._add(row, "section")
        elif names.is_name(text) and "date" in neighbours and self.article >= 0:
            self._add(row, "byline", 0.8)
        elif self.article < 0 and self._is_title_like(at):
            self._open(row, 0.9)
        elif self.article >= 0 and self._is_deck(at):
            self._add(row, "deck", 0.8)
        elif (
            is_prose(text) or len(text) > TITLE_CHARACTERS or (self.article >= 0 and len(text.split()) > SECTION_WORDS)
        ):
            self._body(row)
        elif cues.is_section(text):
            self._add(row, "section")
        elif self.article >= 0 and len(text.split()) > 1:
            self._add(row, "subheading", 0.5)
        else:
            self._add(row, "other", 0.5)

    def _place_after_end(self, at: int) -> None:
        row, text = self.rows[at], self._text(at)
        if cues.is_author_note(text, at_end=True):
            self._add(row, "author_note")
        elif at == len(self.rows) - 1 and _FOOTER_NAME.fullmatch(text):
            self._add(row, "site_name")
        elif cues.is_section(text):
            self._add(row, "section" if self._next_unknown(at) is not None else "navigation")
        else:
            self._add(row, "other", 0.6)

    def _open(self, row: Row, confidence: float) -> None:
        self.article += 1
        self.paragraphs = []
        self.ended = False
        self._add(row, "title", confidence)

    def _body(self, row: Row) -> None:
        self.article = max(self.article, 0)
        self.paragraphs.append(self.lines[row.first].text)
        self._add(row, "body")

    def _kind(self, at: int) -> PartKind | None:
        return self.rows[at].kind if 0 <= at < len(self.rows) else None

    def _next_unknown(self, at: int) -> int | None:
        return next((next_ for next_ in range(at + 1, len(self.rows)) if self.rows[next_].kind is None), None)

    def _is_title_like(self, at: int) -> bool:
        line = self.lines[self.rows[at].first]
        words = len(line.text.split())
        return (
            TITLE_WORDS[0] <= words <= TITLE_WORDS[1]
            and len(line.text) <= TITLE_CHARACTERS
            and not line.text.rstrip("\"'”’»“").endswith((".", ",", ";", ":"))
            and not _BULLET.match(line.text)
            and (line.spaced or self.article < 0)
        )

    def _starts_article(self, at: int) -> float | None:
        """How sure it is that the row is the title of a further article; None when it is none."""
        if not self._is_title_like(at):
            return None
        after = at + 1
        while self._kind(after) in ("caption", "section", "template_key"):
            after += 1
        following = self._next_unknown(at)
        if following is None or not self._leads_to_prose(following):
            return None
        if self._kind(after) in _HEAD:
            return 0.95
        if after == following and datelines.read_dateline(self._text(following)) is not None:
            return 0.9
        if self.ended:
            return 0.75
        if len(self._text(at).split()) < LONG_TITLE:
            return None
        return 0.7 if opens_other_topic(self._text(at), self.paragraphs[-LOOKED_BACK:], self._ahead(at)) else None

    def _ahead(self, at: int) -> list[str]:
        """The next paragraphs behind the row."""
        texts = (self._text(after) for after in range(at + 1, len(self.rows)) if self.rows[after].kind is None)
        return list(islice(filter(is_prose, texts), LOOKED_AHEAD))

    def _leads_to_prose(self, at: int) -> bool:
        """Whether a paragraph stands at the row or, behind a deck, right after it."""
        after = self._next_unknown(at)
        return is_prose(self._text(at)) or (after is not None and is_prose(self._text(after)))

    def _is_deck(self, at: int) -> bool:
        text = self._text(at)
        if len(text) > DECK_CHARACTERS or self._next_unknown(at) is None:
            return False
        if _END_OF_SENTENCE.search(text):
            after = next((row.kind for row in self.rows[at + 1 :] if row.kind != "caption"), None)
            return after in ("byline", "date", "template_key")
        return len(text.split()) > SECTION_WORDS and datelines.read_dateline(text) is None

    def _is_subheading(self, at: int) -> bool:
        line = self.lines[self.rows[at].first]
        following = self._next_unknown(at)
        return (
            line.spaced
            and following is not None
            and self.lines[self.rows[following].first].spaced
            and len(line.text.split()) <= TITLE_WORDS[1] // 2
            and not _END_OF_SENTENCE.search(line.text.rstrip("\"'”’»")[-1:] + " ")
            and not line.text.endswith((".", ",", ";", ":", ".”", '."'))
            and not _BULLET.match(line.text)
        )

    def _at_end(self, at: int) -> bool:
        """Whether no paragraph of the article follows before another title or the end of the page."""
        for after in range(at + 1, len(self.rows)):
            if self.rows[after].kind is None:
                return not (is_prose(self._text(after)) and len(self._text(after)) > TITLE_CHARACTERS)
        return True

    def _closes_page(self, at: int) -> bool:
        """Whether the row is the site's name with its claim, as the last line of the page."""
        return at == len(self.rows) - 1 and _FOOTER_NAME.fullmatch(self._text(at)) is not None

    def _close(self) -> list[Row]:
        if self.article < 0:
            return [row._replace(article=None) for row in self.done]
        return self.done
