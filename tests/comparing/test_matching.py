"""Clauses judged by their words: what says the same, and what does not."""

from pathlib import Path

import pytest

from sayso.comparing.meaning import ClaimReader, shipped_reader
from sayso.errors import WeightsError

BOATS = "Two ferries collided in the fog off Ellery on Tuesday"


def same(one: str, other: str) -> float:
    """How likely it is that the main claims of two clauses are one."""
    return float(shipped_reader().judge([one, other], [(0, 1)])[0, 2])


@pytest.mark.parametrize(
    "other",
    [
        "A pair of ferries crashed into each other in fog near Ellery on Tuesday",
        "that two ferries had collided in the fog off Ellery on Tuesday",
        "On Tuesday, in the fog off Ellery, 2 ferries collided",
    ],
)
def test_other_words_tense_and_number_format_say_the_same(other: str) -> None:
    assert same(BOATS, other) > 0.5


@pytest.mark.parametrize(
    "other",
    [
        "Passengers from two ferries were treated in hospital after the collision",
        "The mayor of Ellery praised the crews of the ferries",
    ],
)
def test_other_claims_about_the_same_things_are_not_the_same(other: str) -> None:
    assert same(BOATS, other) < 0.5


def test_a_clause_that_says_more_holds_the_one_that_says_less() -> None:
    more, less = "The factory in Halden will close in May and 300 people will lose their jobs", "The factory will close"
    [[holds, held, _]] = shipped_reader().judge([more, less], [(0, 1)]).tolist()
    assert holds > held


def test_a_judgement_does_not_depend_on_order_or_company() -> None:
    clauses = [BOATS, "The council will mend the school's roof", "A collision of two ferries off Ellery"]
    together = shipped_reader().judge(clauses, [(0, 1), (0, 2), (1, 2)])
    alone = shipped_reader().judge(clauses, [(2, 0)])
    assert together[1].tolist() == alone[0][[1, 0, 2]].tolist()


def test_no_pairs_cost_nothing() -> None:
    assert shipped_reader().judge([], []).shape == (0, 3)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="claim-weights"):
        ClaimReader(str(tmp_path))
