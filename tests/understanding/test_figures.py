"""Quantities with their unit, and what is none."""

import pytest

from sayso.understanding.figures import find_figures


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The ferry carried 212 passengers.", "212 passengers", 212, "passengers"),
        ("It cost $4.5 billion to build.", "$4.5 billion", 4.5e9, "USD"),
        ("They paid 2.4 million euros for it.", "2.4 million euros", 2.4e6, "EUR"),
        ("Twenty-three ships waited outside.", "Twenty-three ships", 23, "ships"),
        ("They lost fourteen boxes at sea.", "fourteen boxes", 14, "boxes"),
        ("Turnout was 61.5 percent in the town.", "61.5 percent", 61.5, "percent"),
        ("The fund holds 1,250,000 crowns today.", "1,250,000 crowns", 1_250_000, "crowns"),
        ("About 40 people left.", "About 40 people", 40, "people"),
    ],
)
def test_a_figure_has_words_value_and_unit(text: str, words: str, value: float, unit: str) -> None:
    [figure] = find_figures(text)
    assert figure.span.cut(text) == words
    assert figure.value == value
    assert figure.unit == unit


def test_at_least_leaves_the_upper_end_open() -> None:
    [figure] = find_figures("At least 14 containers were lost.")
    assert (figure.low, figure.high) == (14, None)


def test_up_to_leaves_the_lower_end_open() -> None:
    [figure] = find_figures("Up to 300 homes were flooded.")
    assert (figure.low, figure.high) == (None, 300)


def test_dozens_is_at_least_twelve_of_unknown_value() -> None:
    [figure] = find_figures("Dozens of residents fled.")
    assert (figure.value, figure.low, figure.high) == (None, 12, None)


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 14 March 2021.",
        "She left in 2019.",
        "At 10:45 the bell rang.",
        "The 81st regiment left.",
        "May 3 came.",
    ],
)
def test_dates_clock_times_and_ordinals_are_no_figures(text: str) -> None:
    assert find_figures(text) == []


def test_only_the_given_stretch_is_read() -> None:
    text = "Nine boats left and 12 crews stayed."
    assert [figure.span.cut(text) for figure in find_figures(text, 10)] == ["12 crews"]
