"""Clauses judged by their words and what these mean: what says the same, and what does not."""

from pathlib import Path

import numpy as np
import pytest

from sayso.comparing.matching import NEAREST, friends_of_friends, near_centres
from sayso.comparing.meaning import ClaimReader, shipped_reader
from sayso.errors import WeightsError

BOATS = "Two ferries collided in the fog off Ellery on Tuesday"


def judge(clauses: list[str], pairs: list[tuple[int, int]]) -> list[list[float]]:
    reader = shipped_reader()
    return reader.judge(clauses, reader.read(clauses), pairs).tolist()


def same(one: str, other: str) -> float:
    """How likely it is that the main claims of two clauses are one."""
    return judge([one, other], [(0, 1)])[0][2]


@pytest.mark.parametrize(
    "other",
    [
        "A pair of ferries crashed into each other in fog near Ellery on Tuesday",
        "that two ferries had collided in the fog off Ellery on Tuesday",
        "On Tuesday, in the fog off Ellery, 2 ferries collided",
        "Two passenger boats ran into one another on Tuesday as visibility off Ellery fell",
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
    [[holds, held, _]] = judge([more, less], [(0, 1)])
    assert holds > held


def test_a_judgement_does_not_depend_on_order_or_company() -> None:
    clauses = [BOATS, "The council will mend the school's roof", "A collision of two ferries off Ellery"]
    together = judge(clauses, [(0, 1), (0, 2), (1, 2)])
    [[left, right, main]] = judge(clauses, [(2, 0)])
    assert together[1] == [right, left, main]


def test_no_pairs_cost_nothing() -> None:
    assert judge([BOATS], []) == []


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="claim-weights"):
        ClaimReader(str(tmp_path))


def test_what_is_like_a_third_is_judged_too() -> None:
    sure, unsure = (0.9, 0.9, 0.9), (0.1, 0.1, 0.1)
    assert friends_of_friends({(0, 1): sure, (1, 2): sure, (2, 3): unsure}) == {(0, 2)}


def test_the_nearest_as_wholes_are_paired_once_and_never_with_themselves() -> None:
    angles = np.linspace(0, 0.5, 2 * NEAREST + 1, dtype=np.float32)
    centres = [np.array([np.cos(angle), np.sin(angle)]) for angle in angles]
    pairs = [*near_centres(centres)]
    assert (0, 1) in pairs
    # Either of the two may call the other near, but the two ends are nobody's nearest.
    assert (0, 2 * NEAREST) not in pairs
    assert all(a < b for a, b in pairs)
    assert [*near_centres([np.array([1.0, 0.0]), np.array([0.0, 1.0])])] == []
