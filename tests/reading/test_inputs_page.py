"""The page about inputs names every suffix with every limit, and quotes messages that the code has."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from sayso.config import Limits
from sayso.reading import kinds

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "inputs.md").read_text("utf-8")
CODE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src" / "sayso" / "reading").rglob("*.py")))
SECTION = PAGE[PAGE.index("## What is refused") : PAGE.index("## What it does not do")]
MESSAGES = [
    said
    for line in SECTION.splitlines()
    if line.startswith("|")
    for said in re.findall(r"`([^`]+)`", line)
    if " " in said and not said.startswith("sayso fetch")
]


def test_every_suffix_and_limit_is_named() -> None:
    assert [suffix for suffix in kinds.SUFFIXES if f"`{suffix}`" not in PAGE] == []
    fields = {
        field.name: f"{getattr(Limits(), field.name):,}".replace(",", " ") for field in dataclasses.fields(Limits)
    }
    assert [name for name, value in fields.items() if f"| `{name}` | {value} |" not in PAGE] == []


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_is_one_of_the_code(message: str) -> None:
    for piece in re.split(r"…|\b\d+\b", message):
        words = piece.strip(" ,:;()<>")
        assert words in CODE, words
