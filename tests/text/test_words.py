"""Words as terms that can be compared."""

import pytest

from sayso.text.words import number_value


@pytest.mark.parametrize(
    ("word", "value"),
    [("14", 14), ("1,200", 1200), ("2.4", 2.4), ("fourteen", 14), ("twenty-three", 23), ("hundred", 100)],
)
def test_a_number_is_the_same_in_digits_and_in_letters(word: str, value: float) -> None:
    assert number_value(word) == value


@pytest.mark.parametrize("word", ["million", "one-off", "14th", "1,20", "ship", ""])
def test_other_words_are_no_numbers(word: str) -> None:
    assert number_value(word) is None
