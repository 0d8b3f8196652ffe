"""What every test of a file that holds pages asks: whether each page is found again, with each of its characters."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sayso.config import Limits
from sayso.reading import Reading, decode_source, load_member, page_character_matches, read_paths


def read(path: Path, limits: Limits | None = None) -> list[Reading]:
    """The readings of a file, each of whose pages was loaded again and compared, character by character."""
    readings = list(read_paths([str(path)], limits or Limits()))
    for reading in readings:
        assert all(problem.where and problem.what and problem.mend for problem in reading.problems)
        if reading.page is not None:
            assert_found_again(path, reading)
        else:
            assert reading.problems
    return readings


def assert_found_again(path: Path, reading: Reading) -> None:
    page = reading.page
    assert page is not None
    assert page.location == str(path)
    with path.open("rb") as file:
        data = load_member(file, page.member)
    assert data == load_member(path.read_bytes(), page.member)
    assert hashlib.sha256(data).hexdigest() == page.sha256
    source, _ = decode_source(data, page.encoding)
    assert source == page.source
    assert [part.start for part in page.parts] == [0, *(part.end for part in page.parts[:-1])]
    assert page.parts[-1].end == len(source)
    for article in reading.articles:
        assert len(article.map) == len(article.text)
        for at, character in enumerate(article.text):
            assert page_character_matches(source, article.map.to_page(at), character, page.media_type)


def rows(readings: list[Reading]) -> list[str]:
    """What the rows of problems say, in order."""
    return [problem.what for reading in readings for problem in reading.problems]
