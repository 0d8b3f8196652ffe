"""Settings that a run may change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page, and a file that holds pages, may cost; over a limit it becomes a row of problems.

    `page_bytes` counts bytes as found, `article_characters` code points. Of a file that holds pages: `held_bytes`
    counts what must be in memory as a whole (a feed, a list, a letter, a PDF), `unpacked_bytes` what an archive gives
    in all, `unpacked_ratio` how many times its packed size a packed file may have, `members` its pages, `depth` the
    files that may lie in one another, `pdf_pages` the pages of one PDF.
    """

    page_bytes: int = 20_000_000
    article_characters: int = 400_000
    parts: int = 20_000
    held_bytes: int = 200_000_000
    unpacked_bytes: int = 20_000_000_000
    unpacked_ratio: int = 200
    members: int = 1_000_000
    depth: int = 4
    pdf_pages: int = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works: its limits, the folder of the model's weights (None: those of the package), its processes."""

    limits: Limits = Limits()
    weights: str | None = None
    workers: int = 1
