"""Times as found, put in order."""

import math

from sayso.text.days import day_of, moment_of


def test_offsets_are_reckoned() -> None:
    assert moment_of("2024-11-11T10:00:00+02:00") < moment_of("2024-11-11T09:00:00Z")


def test_a_day_comes_before_its_hours_and_no_time_comes_last() -> None:
    times = ["2024-11-11T00:01", "2024-11-11", None, "2024-11-10T23:59", "soon"]
    assert sorted(times, key=moment_of)[:3] == ["2024-11-10T23:59", "2024-11-11", "2024-11-11T00:01"]
    assert moment_of(None) == moment_of("soon") == math.inf


def test_a_day_is_read_from_what_stands_before_an_odd_clock() -> None:
    assert str(day_of("2024-11-11 25:99")) == "2024-11-11"
    assert day_of("next week") is None
