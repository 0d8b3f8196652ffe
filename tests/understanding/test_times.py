"""Times resolved against the day of publication."""

import pytest

from sayso.understanding.times import find_times

WEDNESDAY = "2024-11-13T16:45:00+01:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "2024-11-12"),
        ("on Wednesday", "2024-11-13"),
        ("last Wednesday", "2024-11-06"),
        ("next Friday", "2024-11-15"),
        ("yesterday", "2024-11-12"),
        ("on November 8", "2024-11-08"),
        ("on 3 January", "2025-01-03"),
        ("on March 4, 2019", "2019-03-04"),
        ("last week", "2024-11-04/2024-11-10"),
        ("over the next five years", "2024-11-13/2029-11-12"),
        ("in March 2020", "2020-03"),
    ],
)
def test_a_time_is_resolved_from_the_day_of_publication(text: str, value: str) -> None:
    sentence = f"The strait was open {text}."
    assert [time.value for time in find_times(sentence, WEDNESDAY)] == [value]


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    text = "It closed on Tuesday, as it had on 4 May 2012."
    assert [time.value for time in find_times(text, None)] == ["2012-05-04"]


def test_a_day_that_no_calendar_has_is_left_out() -> None:
    assert find_times("It was on February 31, 2024.", WEDNESDAY) == []
