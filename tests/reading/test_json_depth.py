"""JSON that is nested deeper than anything meant to be read."""

import json
from pathlib import Path

import pytest

from sayso.reading import read_paths
from sayso.reading.json_depth import MOST_LEVELS, check_depth


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def test_the_limit_counts_levels_and_not_brackets() -> None:
    check_depth(nested(MOST_LEVELS))
    check_depth(json.dumps([[{"a": "[[{{"}] for _ in range(3 * MOST_LEVELS)]))
    with pytest.raises(ValueError, match="100 levels"):
        check_depth(nested(MOST_LEVELS + 1))


def test_what_is_said_of_a_deep_feed_does_not_hang_on_who_asks(tmp_path: Path) -> None:
    """Python's own limit is met sooner the deeper the caller stands."""
    path = tmp_path / "feed.json"
    path.write_text(
        '{"version": "https://jsonfeed.org/version/1.1", "items": [' + '{"items": [' * 450, encoding="utf-8"
    )

    def told(depth: int) -> list[str]:
        if depth:
            return told(depth - 1)
        return [problem.what for reading in read_paths([str(path)]) for problem in reading.problems]

    assert told(0) == told(400)
    assert "nested" in told(0)[0]
