"""Progress bars on standard error."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

WIDTH = 30


class ProgressBars:
    """One line for the stage that is running, drawn only when standard error is a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._stage = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown and self._stage:
            sys.stderr.write("\n")

    def show(self, stage: str, done: int, total: int | None) -> None:
        """Draw how far `stage` is: a bar when the total is known, else a count."""
        if not self._shown:
            return
        if stage != self._stage and self._stage:
            sys.stderr.write("\n")
        self._stage = stage
        if total:
            filled = WIDTH * done // total
            bar = "█" * filled + "·" * (WIDTH - filled)
            sys.stderr.write(f"\r{stage:<14} {bar} {done}/{total}")
        else:
            sys.stderr.write(f"\r{stage:<14} {done}")
        sys.stderr.flush()
