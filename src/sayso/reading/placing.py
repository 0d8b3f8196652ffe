"""Give every row of a plain-text page its kind with its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from sayso.reading import cues, datelines, names
from sayso.reading.lines import (
    MASTHEAD_ROWS,
    Line,
    Row,
    find_known,
    is_prose,
    is_title_like,
    name_site,
)
from sayso.reading.splitting import evidence
from sayso.reading.splitting.model import FORBIDDEN, STATES, LineModel, State, shipped_model
from sayso.reading.splitting.shapes import Numbers
from sayso.reading.topics import opens_other_topic
from sayso.records import PartKind

_FOOTER_NAME = re.compile(r"[^\W\d_][\w.&’' -]{1,40}\s\|\s\S.{2,60}")
_TEXT: Final[dict[State, PartKind]] = {"title": "title", "deck": "deck", "body": "body", "subheading": "subheading"}
_TEXT_KINDS: Final = frozenset({*_TEXT.values(), "live_entry"})
_TEXT_COLUMNS: Final = [STATES.index(state) for state in _TEXT]
_NUMBER: Final = {state: at for at, state in enumerate(STATES)}
_TITLE: Final = STATES.index("title")
_SUBHEADING: Final = STATES.index("subheading")
_FURNITURE_COLUMNS: Final = [at for at, state in enumerate(STATES) if state not in _TEXT]

# Words alone settle these; of other kinds they are evidence, for a paragraph may use the same words.
_CERTAIN: Final = frozenset(
    {"date", "byline", "navigation", "tags", "related", "credit", "caption", "source_list", "template_key",
     "ticker_header", "ticker_item", "site_name", "section", "other"}
)  # fmt: skip
_HEAD: Final = frozenset({"date", "byline"})
# These belong to an article wherever they stand behind it, the others only close to it.
_OF_ARTICLE: Final = frozenset({"source_list", "tags", "author_note", "credit", "caption"})
_NEAR_ARTICLE: Final = frozenset({"date", "byline", "section", "dateline"})
# So many rows from its title or last line a date, byline or section label counts as an article's own. By eye, on the
# seeds and on text versions of Fundus pages, where the date of the next teaser stands five rows on.
NEAR: Final = 3
# What words that are nearly certain take off the score (natural logarithm of odds) of every state of text. On mixed pages
# of fold 0 values from 2 to 6 do alike; where the rules bind the model instead, starts F1 is 0.01 lower.
NEARLY_CERTAIN: Final = 4.0
# What a title gains in score where a dateline opens the next line, where it is the first line below a masthead that its
# words do not name, and where it stands between paragraphs of two topics, of which so many are compared; a title of the
# last kind has so many words. What a subheading, no longer than this, gains between paragraphs. By eye, on the seeds and
# on invented pages; on fold 0 those for datelines and topics, against 4 and 2.5, changed nothing on mixed pages
# and cost 0.009 of the starts F1 on whole text versions.
BEFORE_DATELINE: Final = 6.0
FIRST_UNTOLD: Final = 2.5
OTHER_TOPIC: Final = 3.5
BETWEEN_PARAGRAPHS: Final = 1.5
LONG_SUBHEADING: Final = 100
LONG_TITLE: Final = 5
LOOKED_BACK: Final = 40
LOOKED_AHEAD: Final = 5
# A line that ends with all of a title close by is the end of a path, a label before it or the like: what it loses in score,
# and what the title gains. By eye, on mixed pages of folds 0 to 2, whose errors were read.
HOLDS_TITLE: Final = 4.0
HELD_TITLE: Final = 2.0
HELD_NEAR: Final = 12
HELD_WORDS: Final = 4
SHORTEST_HELD: Final = 12
LONGEST_HOLDING: Final = 250
_SIGNS: Final = " *•·-–—|>»<«"
# What a title-like line of so many words gains where the next is no shorter and no rule names either: a title and its deck. By mixed pages
# of folds 0 to 2 and 4, of 1, 1.5 and 2; on fold 3, whose errors were not read, it puts one page in a hundred right.
BEFORE_DECK: Final = 1.5
DECKED_WORDS: Final = 3
# A deck has so many words or more, and no more characters than this; as the rules had it.
DECK_WORDS: Final = 4
DECK_CHARACTERS: Final = 260


def read_rows(lines: Sequence[Line], model: LineModel | None = None) -> list[Row]:
    """A row for every stretch of `lines`, each with its kind and article; `model` is the shipped one unless given."""
    if not lines:
        return []
    rows = find_known(lines)
    model = model or shipped_model()
    scores = model.score(_evidence(rows, lines))
    named = name_site(rows, lines)
    _weigh(named, lines, scores)
    states, shares = model.decode(scores)
    if "body" not in states:
        # A page with paragraphs alone, such as a note of one line, is read whole.
        told = {row.first for row in named if _is_paragraph(row, lines)}
        states = ["body" if at in told else state for at, state in enumerate(states)]
    kinds, confidences = _Placing(named, lines, states, shares).place()
    articles = _number_articles(kinds, [states[row.first] for row in named])
    return [
        tuple.__new__(Row, (row.first, row.last, kind, article, row.published, confidence))
        for row, kind, article, confidence in zip(named, kinds, articles, confidences, strict=True)
    ]


def _evidence(rows: Sequence[Row], lines: Sequence[Line]) -> Numbers:
    kinds = [row.kind for row in rows for _ in range(row.first, row.last + 1)]
    return evidence.gather([line.text for line in lines], [line.spaced for line in lines], kinds)


def _weigh(rows: Sequence[Row], lines: Sequence[Line], scores: Numbers) -> None:
    """Hold against the states of text what the words of a row say, and for a title what stands around it."""
    paragraphs = [_is_paragraph(row, lines) for row in rows]
    for holding, held in find_held(lines):
        scores[holding, _TITLE] -= HOLDS_TITLE
        scores[held, _TITLE] += HELD_TITLE
    for row, following in pairwise(rows):
        line, deck = lines[row.first], lines[following.first].text
        plain = row.kind is None and following.kind is None and row.first == row.last
        if (
            plain
            and len(line.text) <= len(deck) <= DECK_CHARACTERS
            and len(line.text.split()) >= DECKED_WORDS
            and is_title_like(line)
        ):
            scores[row.first, _TITLE] += BEFORE_DECK
    # Only below a masthead and before a paragraph does what stands around a line speak for a title or subheading.
    for at in [at for at in range(len(rows) - 1) if paragraphs[at + 1] or at <= MASTHEAD_ROWS]:
        line = lines[rows[at].first]
        if rows[at].kind is None and is_title_like(line):
            between = line.spaced and at > 0 and paragraphs[at - 1] and paragraphs[at + 1]
            scores[rows[at].first, _TITLE] += _leaning(rows, lines, paragraphs, at, between)
            if between and len(line.text) <= LONG_SUBHEADING and not paragraphs[at]:
                scores[rows[at].first, _SUBHEADING] += BETWEEN_PARAGRAPHS
    certain: list[int] = []
    for row in rows:
        if row.kind in _CERTAIN:
            certain += range(row.first, row.last + 1)
        elif row.kind == "live_entry":
            scores[row.first : row.last + 1, [*_FURNITURE_COLUMNS, _TITLE]] = FORBIDDEN
    scores[np.ix_(certain, _TEXT_COLUMNS)] -= NEARLY_CERTAIN


def find_held(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Pairs of lines close by of which the first ends with all of the second, a title-like one of some words."""
    firsts: dict[str, int] = {}
    # Lines of which one ends with the other end alike, which few of a page do.
    alike: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if len(line.text) >= SHORTEST_HELD:
            told = line.text.strip(_SIGNS)
            if SHORTEST_HELD <= len(told) <= LONGEST_HOLDING:
                end = told[-SHORTEST_HELD:].lower()
                first = firsts.setdefault(end, at)
                if first != at:
                    alike.setdefault(end, [first]).append(at)
    for places in alike.values():
        bare = {at: lines[at].text.strip(_SIGNS).lower() for at in places}
        for held, told in bare.items():
            if len(told.split()) < HELD_WORDS or not is_title_like(lines[held]):
                continue
            for holding in places:
                near = abs(holding - held) <= HELD_NEAR and len(bare[holding]) > len(told) + 1
                if near and bare[holding].endswith(told):
                    yield holding, held


def _leaning(rows: Sequence[Row], lines: Sequence[Line], paragraphs: Sequence[bool], at: int, between: bool) -> float:
    """How much the rows around a title-like line speak for a title that the shapes of lines do not tell.

    `between` says whether a blank line stands before it, and a paragraph on both sides.
    """
    line = lines[rows[at].first]
    if line.spaced and 0 < at <= MASTHEAD_ROWS and all(row.kind is not None for row in rows[:at]):
        return FIRST_UNTOLD
    if not paragraphs[at + 1]:
        return 0.0
    if datelines.read_dateline(lines[rows[at + 1].first].text) is not None:
        return BEFORE_DATELINE
    if not between or len(line.text.split()) < LONG_TITLE:
        return 0.0
    before = [lines[rows[near].first].text for near in range(max(0, at - LOOKED_BACK), at) if paragraphs[near]]
    ahead = range(at + 1, min(len(rows), at + 1 + LOOKED_AHEAD))
    after = [lines[rows[near].first].text for near in ahead if paragraphs[near]]
    return OTHER_TOPIC if opens_other_topic(line.text, before, after) else 0.0


def _is_paragraph(row: Row, lines: Sequence[Line]) -> bool:
    return row.kind is None and is_prose(lines[row.first].text)


class _Placing:
    """Names the kind of every row from its words and the state that the model gives it."""

    def __init__(self, rows: list[Row], lines: Sequence[Line], states: Sequence[State], shares: Numbers) -> None:
        self.rows = rows
        self.lines = lines
        self.states = states
        told = [_NUMBER[state] for state in states]
        self.shares = np.round(shares[range(len(told)), told], 3).tolist()
        # With one more, which is none, for what stands before the first and behind the last.
        self.heads = [*(row.kind in _HEAD for row in rows), False]
        self.furniture = np.round(shares[:, _FURNITURE_COLUMNS].sum(1), 3).tolist()

    def place(self) -> tuple[list[PartKind | None], list[float | None]]:
        """The kind of every row with how sure it is."""
        kinds: list[PartKind | None] = []
        confidences: list[float | None] = []
        for at, row in enumerate(self.rows):
            kind, confidence, state = row.kind, row.confidence, self.states[row.first]
            if state in _TEXT and kind != "live_entry":
                kind, confidence = _TEXT[state], self.shares[row.first]
            elif kind is None:
                kind = self._furniture(at, row, state)
                confidence = self.furniture[row.first] if kind == "other" else None
            kinds.append(kind)
            confidences.append(confidence)
        return kinds, confidences

    def _furniture(self, at: int, row: Row, state: State) -> PartKind:
        text = self.lines[row.first].text
        if state in ("before", "head") and (self.heads[at - 1] or self.heads[at + 1]) and names.is_name(text):
            return "byline"
        if cues.is_section(text):
            return "navigation" if state == "behind" and not self._title_near(row) else "section"
        if cues.is_author_note(text, at_end=state == "behind"):
            return "author_note"
        if state in ("gap", "behind") and cues.is_signature(text):
            return "credit"
        if at == len(self.rows) - 1 and _FOOTER_NAME.fullmatch(text):
            return "site_name"
        return "deck" if state == "head" and self._is_deck(at) else "other"

    def _is_deck(self, at: int) -> bool:
        """Whether a line between title and text is the only one there whose words do not tell what it is."""
        text = self.lines[self.rows[at].first].text
        if not len(text.split()) >= DECK_WORDS or len(text) > DECK_CHARACTERS:
            return False
        start, end = at, at
        while self._state(start) == "head":
            start -= 1
        while self._state(end) == "head":
            end += 1
        others = [row for row in self.rows[start + 1 : end] if row is not self.rows[at] and row.kind is None]
        return self._state(start) == "title" and all(names.is_name(self.lines[row.first].text) for row in others)

    def _state(self, at: int) -> State | None:
        return self.states[self.rows[at].first] if 0 <= at < len(self.rows) else None

    def _title_near(self, row: Row) -> bool:
        return "title" in self.states[row.last + 1 : row.last + 1 + NEAR]


def _number_articles(kinds: Sequence[PartKind | None], states: Sequence[State]) -> list[int | None]:
    """The number of the article that each row belongs to, by the kind and the state of every row."""
    numbers: list[int | None] = [None] * len(kinds)
    bodies = [at for at, kind in enumerate(kinds) if kind in ("body", "live_entry")]
    if not bodies:
        return numbers
    opens = [at for at, kind in enumerate(kinds) if kind == "title"]
    if not opens or opens[0] > bodies[0]:
        opens.append(bodies[0])
    starts = frozenset(opens)
    number, last = -1, -NEAR - 1
    for at, kind in enumerate(kinds):
        number += at in starts
        if kind in _TEXT_KINDS:
            last, numbers[at] = at, max(number, 0)
        elif kind not in _OF_ARTICLE and kind not in _NEAR_ARTICLE:
            continue
        elif states[at] in ("head", "gap"):
            numbers[at] = number
        elif kind in _NEAR_ARTICLE and any(next_ in starts for next_ in range(at + 1, at + 1 + NEAR)):
            numbers[at] = number + 1
        elif number >= 0 and (kind in _OF_ARTICLE or at - last <= NEAR):
            numbers[at] = number
    return numbers
