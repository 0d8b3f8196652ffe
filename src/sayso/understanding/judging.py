"""The network's votes on how a statement is put forward and what kind of article it stands in."""

from __future__ import annotations

from typing import get_args

from sayso.records import Genre, Stance

STANCES: tuple[Stance, ...] = get_args(Stance)
GENRES: tuple[Genre, ...] = get_args(Genre)
