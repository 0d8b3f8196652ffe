"""The network's votes, counted for a statement and for an article."""

import numpy as np
import pytest

from sayso.spans import Span
from sayso.understanding.encoder import Reading, Tables
from sayso.understanding.judging import COLUMNS, GENRES, STANCES, Votes, genre_votes, judge_genre
from sayso.understanding.windows import Window

OWN = np.zeros(len(STANCES), dtype=np.float32)
OWN[STANCES.index("opinion")] = 5
EVEN = (0.0,) * 8
TABLES = Tables(np.zeros((7, 7)), np.zeros(24), np.zeros(24), OWN, 0.0, EVEN, EVEN, EVEN, ())


def make_reading(start: int, votes: np.ndarray) -> Reading:
    """A window of subwords of one character each from `start` on, between two marks that stand for no words."""
    inner = range(start, start + len(votes) - 2)
    window = Window(
        tuple(range(len(votes))),
        (start, *inner, inner.stop),
        (start, *(at + 1 for at in inner), inner.stop),
        (False,) * len(votes),
    )
    labels = np.zeros((len(votes), 7), dtype=np.float32)
    return Reading(window, labels, np.zeros((len(votes), 385)), votes, labels)


@pytest.fixture
def readings() -> list[Reading]:
    chance = np.random.default_rng(3)
    return [make_reading(start, chance.normal(size=(12, COLUMNS)).astype(np.float32)) for start in (0, 10)]


def test_a_statement_has_the_mean_vote_of_its_contents_and_of_its_cue(readings: list[Reading]) -> None:
    votes = Votes.read(readings, TABLES)
    found = votes.stances([Span(2, 5), Span(8, 12)], Span(6, 8))
    one, other = (reading.votes[1:-1] for reading in readings)
    said = np.concatenate([one[2:5], one[8:10], other[0:2]])[:, : len(STANCES)].mean(axis=0)
    told = one[6:8, len(STANCES) : 2 * len(STANCES)].mean(axis=0)
    scores = said + told
    wanted = scores - np.log(np.exp(scores).sum())
    assert [found[stance] for stance in STANCES] == pytest.approx(wanted.tolist(), abs=1e-5)


def test_without_a_cue_the_article_speaks_itself(readings: list[Reading]) -> None:
    found = Votes.read(readings, TABLES).stances([Span(0, 20)], None)
    assert max(found, key=lambda stance: found[stance]) == "opinion"


def test_where_nothing_was_read_all_stances_are_alike() -> None:
    flat = Tables(TABLES.steps, TABLES.content_distance, TABLES.source_distance, np.zeros(8), 0.0, EVEN, EVEN, EVEN, ())
    found = Votes.read([], flat).stances([Span(0, 4)], None)
    assert len({round(value, 6) for value in found.values()}) == 1


def test_what_a_page_says_of_itself_comes_before_the_votes() -> None:
    votes = np.zeros((100, COLUMNS), dtype=np.float32)
    votes[:, 2 * len(STANCES) + GENRES.index("analysis")] = 4
    reading = make_reading(0, votes)
    assert genre_votes([reading])["analysis"] > 0.9
    assert judge_genre("report", "", [reading]) == "analysis"
    assert judge_genre("live", "", [reading]) == "live"
    assert judge_genre("report", "", []) == "report"


def test_a_title_that_asks_makes_an_analysis_likelier() -> None:
    votes = np.zeros((100, COLUMNS), dtype=np.float32)
    votes[:, 2 * len(STANCES) + GENRES.index("report")] = 2
    reading = make_reading(0, votes)
    assert judge_genre("report", "Council votes on the ferry", [reading]) == "report"
    assert judge_genre("report", "Why the council voted for the ferry", [reading]) == "analysis"


def test_the_network_alone_makes_no_live_page() -> None:
    votes = np.zeros((100, COLUMNS), dtype=np.float32)
    votes[:, 2 * len(STANCES) + GENRES.index("live")] = 4
    assert judge_genre("report", "", [make_reading(0, votes)]) == "report"


def test_a_few_words_have_no_style() -> None:
    votes = np.zeros((40, COLUMNS), dtype=np.float32)
    votes[:, 2 * len(STANCES) + GENRES.index("opinion")] = 4
    assert judge_genre("report", "", [make_reading(0, votes)]) == "report"
