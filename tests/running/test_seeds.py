"""The two real pages that sayso started from, end to end."""

from pathlib import Path

import pytest

from sayso.faces.verify import verify_dossier
from sayso.records import Claim, Dossier, OriginCount
from sayso.running.pipeline import make_dossier

SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared")]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return make_dossier(sorted(str(path) for path in SEEDS.glob("*.txt")))


def capture(dossier: Dossier) -> Claim:
    """The claim that two citizens of China were captured."""
    articles = {article.id: article for article in dossier.articles}
    statements = {statement.id: statement for statement in dossier.statements}
    found = []
    for claim in dossier.claims:
        words = " ".join(
            span.cut(articles[statements[one.statement].article].text)
            for one in claim.support
            if statements[one.statement].in_ == "text"
            for span in one.spans
        )
        if "captured two Chinese" in words:
            found.append(claim)
    assert len(found) == 1
    return found[0]


def test_two_pages_three_articles_forty_ticker_items(dossier: Dossier) -> None:
    tickers = [part for page in dossier.pages for part in page.parts if part.kind == "ticker_item"]
    assert (len(dossier.pages), len(dossier.articles), len(tickers)) == (2, 3, 40)


def test_every_span_can_be_cut_anew(dossier: Dossier) -> None:
    assert verify_dossier(dossier).problems == ()


def test_the_capture_is_one_claim_of_both_pages_with_one_origin(dossier: Dossier) -> None:
    claim = capture(dossier)
    assert claim.counts.articles == 2
    count = claim.independent_origins
    assert isinstance(count, OriginCount)
    assert (count.low, count.high, count.uncredited) == (1, 1, 0)
    [origin] = claim.origins
    assert origin.name.startswith("Volodymyr Zelensk")
    [speaker] = [one for one in dossier.speakers if one.id in origin.speakers]
    assert any("Zelenskyy" in name for name in (speaker.name, *speaker.aliases))
    assert any(name.endswith("Zelensky") for name in (speaker.name, *speaker.aliases))


def test_experts_are_credited_and_interjections_are_not(dossier: Dossier) -> None:
    [article] = [one for one in dossier.articles if one.title.startswith("Why Chinese experts")]
    names = {speaker.id: speaker.name for speaker in dossier.speakers}
    spoken: dict[str, str] = {}
    own: list[str] = []
    for statement in dossier.statements:
        if statement.article != article.id or statement.in_ == "title":
            continue
        words = " ".join(span.cut(article.text) for span in statement.content)
        if statement.kind == "own":
            own.append(words)
        elif statement.speaker:
            spoken[words] = names[statement.speaker]
    assert any("falls short" in words and "experts" in who for words, who in spoken.items())
    assert any("primary intention" in words and "experts" in who for words, who in spoken.items())
    assert all(who == "Xu Poling" for words, who in spoken.items() if "providing financial aid" in words)
    assert any("frequent interactions" in words and who == "Xu Poling" for words, who in spoken.items())
    assert any("has been supporting" in words for words in own)
    assert any("stop stoking" in words for words in own)
