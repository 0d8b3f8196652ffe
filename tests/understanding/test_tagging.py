"""Label sequences: the best that the rules allow."""

import itertools

import numpy as np

from sayso.understanding.tagging import BETWEEN_WORDS, INSIDE_WORD, LABELS, ROLES, Stretch, find_stretches
from sayso.understanding.windows import Window

STEPS = np.zeros((LABELS, LABELS), dtype=np.float32)


def make_window(pieces: list[bool], silent: tuple[int, ...] = ()) -> Window:
    """A window of marks about subwords of one character each; those at `silent` places are line breaks."""
    count = len(pieces) + 2
    starts = tuple(range(count))
    ends = tuple(at if at in (0, count - 1, *silent) else at + 1 for at in range(count))
    return Window(tuple(range(count)), starts, ends, (False, *pieces, False))


def labels_of(stretches: list[Stretch], count: int) -> list[int]:
    labels = [0] * count
    for one in stretches:
        for at in range(one.first, one.last + 1):
            labels[at] = 1 + 2 * ROLES.index(one.role) + (at > one.first)
    return labels


def test_the_best_allowed_sequence_is_found() -> None:
    chance = np.random.default_rng(5)
    pieces = [False, True, False, False]
    window = make_window(pieces)
    steps = chance.normal(size=(LABELS, LABELS)).astype(np.float32)
    for _ in range(20):
        scores = chance.normal(scale=3, size=(len(window.ids), LABELS)).astype(np.float32)

        def total(path: tuple[int, ...], scores: np.ndarray = scores) -> float:
            whole = (0, *path, 0)
            moves = [
                (INSIDE_WORD if window.pieces[at] else BETWEEN_WORDS)[whole[at - 1], whole[at]]
                + steps[whole[at - 1], whole[at]]
                for at in range(1, len(whole))
            ]
            return float(sum(moves) + sum(scores[at, whole[at]] for at in range(1, len(whole) - 1)))

        best = max(itertools.product(range(LABELS), repeat=len(pieces)), key=total)
        (found,) = find_stretches([window], [scores], steps)
        assert labels_of(found, len(window.ids))[1:-1] == list(best)


def test_windows_side_by_side_are_read_as_each_alone() -> None:
    chance = np.random.default_rng(7)
    windows = [make_window([bool(chance.random() < 0.3) for _ in range(count)]) for count in (3, 17, 8, 1)]
    scores = [chance.normal(scale=3, size=(len(one.ids), LABELS)).astype(np.float32) for one in windows]
    together = find_stretches(windows, scores, STEPS)
    assert together == [find_stretches([one], [score], STEPS)[0] for one, score in zip(windows, scores, strict=True)]
    assert any(together)


def test_a_stretch_runs_over_a_line_break_but_does_not_end_on_one() -> None:
    window = make_window([False, False, False, False], silent=(2, 4))
    scores = np.zeros((6, LABELS), dtype=np.float32)
    scores[1, 5] = scores[3, 6] = 9
    scores[2, 0] = 9
    steps = STEPS.copy()
    steps[:, 5] = -1
    (found,) = find_stretches([window], [scores], steps)
    assert [(one.role, one.first, one.last) for one in found] == [("content", 1, 3)]


def test_no_window_has_no_stretches() -> None:
    assert find_stretches([], [], STEPS) == []
