"""Items joined as they are alike, and those that must stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.joining import join_alike

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.1, 1),
    max_size=20,
)


def test_alike_items_are_one_group() -> None:
    assert join_alike(4, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}, [], 0.3) == [[0, 1, 2], [3]]


def test_a_chain_that_is_not_alike_on_average_is_cut() -> None:
    assert join_alike(4, {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}, [], 0.3) == [[0, 1], [2, 3]]


def test_two_that_must_stay_apart_keep_their_groups_apart() -> None:
    assert join_alike(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, [(0, 2)], 0.1) == [[0, 1], [2]]


@given(
    PAIRS, st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]), max_size=6)
)
def test_each_item_has_one_group_and_foes_never_share_one(
    scores: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> None:
    groups = join_alike(9, scores, apart, 0.2)
    assert sorted(at for group in groups for at in group) == list(range(9))
    for group in groups:
        inside = [(a, b) for a in group for b in group if a < b]
        assert not set(inside) & apart
