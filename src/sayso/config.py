"""Settings that a run may change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost; over a limit it becomes a row of problems.

    `page_bytes` counts bytes as found, `line_characters` and `article_characters` code points.
    """

    page_bytes: int = 20_000_000
    article_characters: int = 400_000
    parts: int = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works: its limits, the folder of the model's weights (None: those of the package), its processes."""

    limits: Limits = Limits()
    weights: str | None = None
    workers: int = 1
