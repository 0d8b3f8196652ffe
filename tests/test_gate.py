"""The evaluation gate: figures that may not fall in silence.

Each floor stands a little under what was measured when it was set, for the noise between machines. A gold set that
changed fails its checksum first: whoever changes one says so here, with the figures measured on the new set.
"""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
SHARED = Path(__file__).parents[2] / "shared" / "data"
sys.path.insert(0, str(BENCHMARKS))

from attribution import score  # noqa: E402
from data import EXAMPLES, digest  # noqa: E402
from origins import score_given, score_origins  # noqa: E402
from reading import Readers, read_extraction, read_fundus, score_authors, score_bodies, score_days, score_titles  # noqa: E402
from stories import score_stories  # noqa: E402
from understanding import GOLD as OWN_SETS  # noqa: E402
from understanding import Scorer  # noqa: E402

from sayso.running.pipeline import make_dossier  # noqa: E402
from sayso.understanding.encoder import Encoder  # noqa: E402

shared = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")]

ATTRIBUTION_FLOORS = {
    "frag exact source": 0.81,
    "frag exact cue": 0.735,
    "frag exact content": 0.68,
    "content token": 0.905,
    "content overlap IoU>=.5": 0.785,
    "AR (content.5 + source)": 0.74,
}
# On the dev halves of our own sets; the test halves are scored by hand, once a set of changes is done. The first four draws
# are for development now, of nested ones the first five, of speakers six. Measured on
# all: content tokens 0.916, right source 0.748, speakers 0.875, nested 0.602, plain sentences left alone 0.815, stance 0.761,
# times 0.959, figures 0.962, genre 0.910. Nested was 0.612 on four draws, under an older guideline (docs/gold.md).
UNDERSTANDING_FLOORS = {
    "out of domain: content token": 0.905,
    "out of domain: content with right source": 0.735,
    "speakers": 0.868,
    "nested": 0.60,
    "no nesting left alone": 0.785,
    "stance": 0.745,
    "stance, given the words": 0.77,
    "times": 0.95,
    "figures": 0.953,
    "genre": 0.90,
}
# On every third page of the two sets of HTML; all pages are measured by benchmarks/reading.py.
READING_FLOORS = {"body": 0.971, "Fundus body": 0.964, "title": 0.80, "authors": 0.85, "day": 0.985}
# For batch and stream. news_cluster was 0.97 (0.990 measured in batch) while stories_gold_standard stood at 0.911, under what
# was asked of it: one configuration for both gives 0.966 and 0.969, and grows linearly.
STORY_FLOORS = {"news_cluster": 0.95, "stories_gold_standard": 0.96}
# Of the claims in examples/truth.json: low right, high right, both right. Measured: 14, 10, 10; one of them may hang on the folder
# that the examples lie in, because ids break ties. By words alone it was 13, 11, 11, but on 86 claims of real news the networks bring
# the F1 of statements from 0.22 to 0.42 and low and high from 0.42 to 0.52 (docs/claims.md).
ORIGIN_FLOORS = (13, 9, 9)
# Of the same with the reader's statements: both right.
GIVEN_FLOOR = 15

GOLD = {
    "polnear/dev": "9cbd66853ebab6ce",
    "news_cluster": "a1401a57a8f9e834",
    "stories_gold_standard": "6e7a648a80c586e6",
    "article_extraction": "b7f1a13698bbbe4a",
    "pages": "6f83827e7cf902c0",
    "examples": "78358af10cfdbbc8",
    "gold": "9da71102e1cdcefa",
}


@pytest.mark.parametrize("name", GOLD)
def test_the_gold_sets_are_those_the_floors_were_set_on(name: str) -> None:
    folder = {"examples": EXAMPLES, "gold": OWN_SETS}.get(name, SHARED / name)
    if not folder.is_dir():
        pytest.skip("needs ../shared")
    assert digest(folder) == GOLD[name]


class TestShared:
    pytestmark = shared

    def test_attribution_on_polnear_dev(self) -> None:
        figures, told = score(Encoder())
        low = {name: figures[name][2] for name, floor in ATTRIBUTION_FLOORS.items() if figures[name][2] < floor}
        assert not low, told

    def test_understanding_on_our_own_sets(self) -> None:
        figures = Scorer(Encoder(), "dev").score()
        assert not {name: figures[name] for name, floor in UNDERSTANDING_FLOORS.items() if figures[name] < floor}

    def test_reading_of_html(self, tmp_path: Path) -> None:
        extraction, fundus = read_extraction()[::3], read_fundus()[::3]
        readers = Readers(tmp_path)
        first, second = ([readers.sayso(page.source) for page in pages] for pages in (extraction, fundus))
        figures = {
            "body": score_bodies([page.body for page in extraction], [one.body for one in first])[2],
            "Fundus body": score_bodies([page.body for page in fundus], [one.body for one in second])[2],
            "title": score_titles(fundus, second),
            "authors": score_authors(fundus, second),
            "day": score_days(fundus, second),
        }
        assert not {name: figures[name] for name, floor in READING_FLOORS.items() if figures[name] < floor}, figures

    @pytest.mark.parametrize("stream", [False, True])
    @pytest.mark.parametrize("name", STORY_FLOORS)
    def test_stories(self, name: str, stream: bool) -> None:
        assert score_stories(name, stream)[2] >= STORY_FLOORS[name]


def test_origins_of_the_examples() -> None:
    dossier = make_dossier([str(EXAMPLES / "pages")])
    outcomes = score_origins(dossier)
    right = (
        sum(one.low == one.found_low for one in outcomes),
        sum(one.high == one.found_high for one in outcomes),
        sum((one.low, one.high) == (one.found_low, one.found_high) for one in outcomes),
    )
    assert all(got >= floor for got, floor in zip(right, ORIGIN_FLOORS, strict=True)), right
    given = sum(one.right for one in score_given(dossier))
    assert given >= GIVEN_FLOOR, given
