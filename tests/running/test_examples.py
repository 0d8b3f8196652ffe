"""The whole way on the invented pages: what a reader would find wrong at once."""

from collections import Counter
from pathlib import Path

import pytest

from sayso.config import Settings
from sayso.faces.dossier import render_dossier
from sayso.faces.verify import verify_dossier
from sayso.interchange import to_json
from sayso.records import CannotMeasure, Dossier
from sayso.running.pipeline import make_dossier

PAGES = str(Path(__file__).parents[2] / "examples" / "pages")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return make_dossier([PAGES])


def test_every_span_can_be_cut_anew(dossier: Dossier) -> None:
    assert verify_dossier(dossier).problems == ()


def test_parts_cover_each_page(dossier: Dossier) -> None:
    for page in dossier.pages:
        assert [part.start for part in page.parts[1:]] == [part.end for part in page.parts[:-1]]
        assert (page.parts[0].start, page.parts[-1].end) == (0, len(page.source))


def test_the_freighter_is_one_story(dossier: Dossier) -> None:
    story_of = {article: story.id for story in dossier.stories for article in story.articles}
    about = [article for article in dossier.articles if "Anselma" in article.text and article.language == "en"]
    stories = Counter(story_of[article.id] for article in about)
    assert len(about) >= 10
    assert stories.most_common(1)[0][1] >= len(about) - 1


def test_the_reprint_of_the_agency_is_found(dossier: Dossier) -> None:
    outlets = {article.id: article.outlet for article in dossier.articles}
    pairs = {(outlets[copy.of], outlets[copy.copy]) for copy in dossier.copies}
    assert {("Tidewire", "Brinmouth Echo"), ("Ellery Courier", "Hestrey Post")} <= pairs


def test_the_german_article_is_read_and_not_analysed(dossier: Dossier) -> None:
    [german] = [article for article in dossier.articles if article.language == "de"]
    assert not german.analysed
    assert not [statement for statement in dossier.statements if statement.article == german.id]


def test_every_count_has_its_origins(dossier: Dossier) -> None:
    for claim in dossier.claims:
        count = claim.independent_origins
        if not isinstance(count, CannotMeasure):
            assert count.high == len(claim.origins)
            assert 0 <= count.low <= count.high
            assert len(count.low_set) == count.low
        assert all(origin.chain for origin in claim.origins)


def test_an_unnamed_source_is_never_joined(dossier: Dossier) -> None:
    for speaker in dossier.speakers:
        if speaker.kind == "unnamed":
            assert len({mention.article for mention in speaker.mentions}) <= 1


def test_the_same_pages_give_the_same_bytes_whatever_the_workers(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So few articles are else compared by one process.
    monkeypatch.setattr("sayso.comparing.compare.FEWEST_TO_SHARE", 1)
    again = make_dossier([PAGES], Settings(workers=2))
    assert to_json(again) == to_json(dossier)
    assert render_dossier(again) == render_dossier(dossier)
