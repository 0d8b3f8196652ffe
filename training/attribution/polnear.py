"""Read PolNeAR's brat annotations into windows with labels."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.understanding.windows import Window, cut_windows

ROLES = ("source", "cue", "content")
# Label numbers: 0 outside, then begin and inside of each role in order.
BEGIN = {role: 1 + 2 * place for place, role in enumerate(ROLES)}
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: the fragments of each role, as spans of code points."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement whose stance was labelled: its spans of code points (no cue: the article's own) and the label."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    stance: int


@dataclass(frozen=True, slots=True)
class Inner:
    """The attributions inside a text's contents, and the spans in which nobody has looked for any."""

    attributions: list[Attribution] = field(default_factory=list)
    unsure: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is to be learned from it.

    `labels` has one number a token. `sources`, `cues` and `contents` are token spans, half-open. `cue_source`
    holds for each cue the place in `sources` or -1; `content_cue` for each content fragment the place in
    `cues` or -1 (its cue is in another window). `stances` has for each labelled statement the tokens of its content,
    those of its cue, and the label; `genre` is the article's, or -1. `soft` [tokens, 7] are a teacher's probabilities
    of the labels; `gold` is false where `labels` and links are the teacher's too. `inner` has labels and links of the
    attributions inside the window's contents, or is None where they are not known.
    """

    window: Window
    labels: tuple[int, ...]
    sources: tuple[tuple[int, int], ...]
    cues: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]
    cue_source: tuple[int, ...]
    content_cue: tuple[int, ...]
    stances: tuple[tuple[tuple[int, ...], tuple[int, ...], int], ...] = ()
    genre: int = -1
    soft: NDArray[np.float16] | None = None
    gold: bool = True
    inner: Example | None = None


def read_split(folder: Path) -> list[tuple[str, str, list[list[Attribution]]]]:
    """Every article of a split: name, text and the attributions, one list for each of its annotators.

    Raises `FileNotFoundError` where `folder` lacks `text/` or `attributions/`.
    """
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").iterdir()):
        matched = re.match(r"(.*)_[0-9a-f]{4}\.ann$", path.name)
        if matched:
            files[matched.group(1)].append(path)
    articles = []
    for name, paths in sorted(files.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        articles.append((name, text, [_read_brat(path, text) for path in paths]))
    return articles


def _read_brat(path: Path, text: str) -> list[Attribution]:
    marks: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if cells[0].startswith("T") and len(cells) >= 2:
            offsets = cells[1].partition(" ")[2]
            marks[cells[0]] = [(int(a), int(b)) for a, b in (part.split() for part in offsets.split(";"))]
        elif cells[0].startswith("E") and len(cells) >= 2:
            events.append(cells[1].split()[1:])
    attributions = []
    for arguments in events:
        found: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for argument in arguments:
            label, _, mark = argument.partition(":")
            role = re.sub(r"\d+$", "", label).lower()
            if role in found and mark in marks:
                found[role] += [_trim(text, *span) for span in marks[mark]]
        if found["content"] and found["cue"]:
            attributions.append(Attribution(*(tuple(sorted(found[role])) for role in ROLES)))
    return attributions


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def make_examples(
    text: str,
    attributions: list[Attribution],
    tokenizer: Tokenizer,
    judged: Sequence[Judged] = (),
    genre: int = -1,
    inner: Inner | None = None,
) -> list[Example]:
    """The windows of `text`, each labelled with the attributions and judged statements that fall in it."""
    return [
        replace(
            label_window(window, attributions),
            stances=_judged_tokens(window, judged),
            genre=genre,
            inner=label_inside(window, inner) if inner else None,
        )
        for window in cut_windows(text, tokenizer)
    ]


def label_inside(window: Window, inner: Inner) -> Example:
    """`window` with the labels and links of the attributions inside its contents, none where nobody has looked."""
    example = label_window(window, inner.attributions)
    unsure = set(_tokens_in(window, inner.unsure))
    return replace(example, labels=tuple(IGNORED if at in unsure else label for at, label in enumerate(example.labels)))


def _judged_tokens(
    window: Window, judged: Sequence[Judged]
) -> tuple[tuple[tuple[int, ...], tuple[int, ...], int], ...]:
    found = []
    for one in judged:
        content, cue = (_tokens_in(window, spans) for spans in (one.content, one.cue))
        if content and (cue or not one.cue):
            found.append((content, cue, one.stance))
    return tuple(found)


def _tokens_in(window: Window, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(
        at
        for at, (start, end) in enumerate(zip(window.starts, window.ends, strict=True))
        if end > start and any(start < stop and end > begin for begin, stop in spans)
    )


def label_window(window: Window, attributions: list[Attribution]) -> Example:
    """`window` with the labels and links of the attributions that fall in it."""
    labels = [IGNORED if start == end else 0 for start, end in zip(window.starts, window.ends, strict=True)]
    spans: dict[str, dict[tuple[int, int], int]] = {role: {} for role in ROLES}

    def place(role: str, characters: tuple[int, int]) -> int:
        if characters[1] <= window.starts[0] or characters[0] >= window.ends[-1]:
            return -1
        inside = [
            at
            for at, (start, end) in enumerate(zip(window.starts, window.ends, strict=True))
            if end > start and start < characters[1] and end > characters[0]
        ]
        if not inside:
            return -1
        span = (inside[0], inside[-1] + 1)
        if span not in spans[role]:
            spans[role][span] = len(spans[role])
            for at in range(*span):
                labels[at] = BEGIN[role] + (at > span[0])
        return spans[role][span]

    cue_source: dict[int, int] = {}
    content_cue: dict[int, int] = {}
    for attribution in attributions:
        cues = [place("cue", span) for span in attribution.cue]
        sources = [place("source", span) for span in attribution.source]
        contents = [place("content", span) for span in attribution.content]
        cue = next((found for found in cues if found >= 0), -1)
        for content in contents:
            if content >= 0:
                content_cue[content] = cue
        if cue >= 0 and (not attribution.source or any(found >= 0 for found in sources)):
            cue_source[cue] = next((found for found in sources if found >= 0), -1)
    return Example(
        window,
        tuple(labels),
        *(tuple(spans[role]) for role in ROLES),
        cue_source=tuple(cue_source.get(cue, -2) for cue in range(len(spans["cue"]))),
        content_cue=tuple(content_cue.get(content, -1) for content in range(len(spans["content"]))),
    )


def chain_path(labels: Sequence[int]) -> list[int]:
    """`labels` with a label for the tokens that have none: marks and line breaks go on with a span that spans them."""
    path = [0] * len(labels)
    following = 0
    for at in range(len(labels) - 1, -1, -1):
        if labels[at] != IGNORED:
            following = path[at] = labels[at]
        elif following and following % 2 == 0:
            path[at] = following
    return path


STRAIGHT = str.maketrans("“”‘’", "\"\"''")
GUILLEMETS = str.maketrans("“”", "«»")


def vary_typography(text: str, chance: random.Random) -> str:
    """`text` with other quotation marks, length kept, so that the tagger does not lean on one house style."""
    draw = chance.random()
    if draw < 0.15:
        return text.translate(STRAIGHT)
    if draw < 0.18:
        return text.translate(GUILLEMETS)
    if draw < 0.21:
        return text.translate(str.maketrans("“”", "‘’"))
    if draw < 0.24:
        return re.sub("[“”]", lambda _: " " if chance.random() < 0.3 else '"', text)
    return text
