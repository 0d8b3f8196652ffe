"""Cut an article's text into the token windows that the tagger reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from sayso.errors import WeightsError

# Longest window in subwords, special tokens included; chosen on PolNeAR dev: 320 keeps nearly every
# attribution (98% span under 400 characters) in one window and costs no more for a subword than 256.
WINDOW = 320

# A token of the base vocabulary that its pre-training never used; it stands for a line break, because a
# paragraph is how a newspaper marks that a quotation ended or goes on.
BREAK = "[unused1]"


@dataclass(frozen=True, slots=True)
class Window:
    """A run of subwords: their vocabulary ids, with the span of each in the text.

    The first and last ids are the tokenizer's start and end marks; marks and line breaks have an empty span.
    `pieces` tells of each subword whether it goes on with the word before it.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pieces: tuple[bool, ...]


# Vocabulary id, start and end in the text, and whether it goes on with the word before.
Subword = tuple[int, int, int, bool]


def load_tokenizer(path: str) -> Tokenizer:
    """The tokenizer stored at `path`, with truncation and padding off."""
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut_windows(text: str, tokenizer: Tokenizer, longest: int = WINDOW) -> list[Window]:
    """Windows that together hold every subword of `text` once, in order.

    Lines stay whole where they fit; a line longer than a window is cut at the last sentence end that fits,
    else where the window is full. Offsets are code points into `text`.

    Source: the PolNeAR prototype cut at line ends, because attributions rarely cross a paragraph.
    """
    first, last, line_break = (_known(tokenizer, mark) for mark in ("[CLS]", "[SEP]", BREAK))
    room = longest - 2
    windows: list[Window] = []
    pending: list[Subword] = []

    def close() -> None:
        if any(end > start for _, start, end, _ in pending):
            at, to = pending[0][1], pending[-1][2]
            rows = [(first, at, at, False), *pending, (last, to, to, False)]
            windows.append(Window(*(tuple(column) for column in zip(*rows, strict=True))))
        pending.clear()

    for start, line in _lines(text):
        encoding = tokenizer.encode(line, add_special_tokens=False)
        tokens = [
            (token, start + begin, start + end, name.startswith("##"))
            for token, name, (begin, end) in zip(encoding.ids, encoding.tokens, encoding.offsets, strict=True)
        ]
        for piece in _pieces(tokens, text, room):
            if pending and len(pending) + 1 + len(piece) > room:
                close()
            if pending:
                pending.append((line_break, piece[0][1], piece[0][1], False))
            pending.extend(piece)
    close()
    return windows


def _known(tokenizer: Tokenizer, token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        raise WeightsError(
            "tokenizer.json", f"it lacks the token {token}", "use the tokenizer that came with the weights"
        )
    return int(number)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _pieces(tokens: list[Subword], text: str, room: int) -> Iterator[list[Subword]]:
    while len(tokens) > room:
        cut = room
        for place in range(room - 1, room // 2, -1):
            if text[tokens[place][1] : tokens[place][2]] in {".", "!", "?"}:
                cut = place + 1
                break
        yield tokens[:cut]
        tokens = tokens[cut:]
    if tokens:
        yield tokens
