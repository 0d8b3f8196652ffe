"""The body of a page of HTML is told from what stands beside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sayso.config import Settings
from sayso.errors import MissingExtra
from sayso.reading import Reading, extractors, html_bodies, read_paths
from sayso.running.pipeline import read_pages

PARAGRAPHS = (
    "The ferry between Ostby and the island of Lund will run twice a day from April, its owner said on Monday morning.",
    "Until now it ran once, and farmers with milk to sell had to wait for hours at the old pier in every weather.",
    "“We asked for this for eleven years,” said Berit Holm, who keeps forty cows on the western side of the island.",
    "The second boat was bought in Denmark for a sum that the owner, a company from Ostby, did not want to tell anyone.",
)


def read(tmp_path: Path, body: str, best: bool = False, head: str = "") -> Reading:
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body><main><h1>Ferry to run twice a day"
        f"</h1>{body}</main></body></html>",
        "utf-8",
    )
    [reading] = read_paths([str(path)], best=best)
    return reading


def text(reading: Reading) -> str:
    [article] = reading.articles
    return article.text


def story(between: str = "", behind: str = "") -> str:
    first, second, third, fourth = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"<div class=story>{first}{second}{between}{third}{fourth}{behind}</div>"


def test_a_table_of_figures_in_the_body_is_text(tmp_path: Path) -> None:
    table = "<table><tr><th>Month</th><th>Trips</th></tr><tr><td>April</td><td>61</td></tr></table>"
    assert text(read(tmp_path, story(table))).split("\n")[2:6] == ["Month", "Trips", "April", "61"]


def test_a_table_that_lays_out_the_page_is_no_table_of_figures(tmp_path: Path) -> None:
    menu = "<table><tr><td>Weather today</td><td>Tide tables</td></tr></table>"
    page = f"<table><tr><td>{menu}</td><td>{story()}</td></tr></table>"
    assert text(read(tmp_path, page)) == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize("label", ["comments", "comment-list", "disqus_thread", "post-comments"])
def test_comments_of_readers_are_not_the_body(tmp_path: Path, label: str) -> None:
    said = "I have waited at that pier myself, and I can tell you that there is no roof and no bench, only the wind."
    comments = f"<div class={label}><div class=story><p>{said}</p><p>{said} Every day.</p></div></div>"
    assert text(read(tmp_path, story() + comments)) == "\n".join(PARAGRAPHS)


def test_a_body_inside_a_box_labelled_with_comments_is_kept(tmp_path: Path) -> None:
    assert text(read(tmp_path, f"<div class='has comments'>{story()}</div>")) == "\n".join(PARAGRAPHS)


def test_a_line_that_is_one_link_leads_away(tmp_path: Path) -> None:
    reading = read(tmp_path, story("<p><a href=/bridge>Bridge to Lund will not be built [VIDEO]</a></p>"))
    assert "Bridge to Lund" not in text(reading)
    assert reading.page is not None
    assert {part.kind for part in reading.page.parts if "Bridge to Lund" in part.text} <= {"related", "navigation"}


@pytest.mark.parametrize("opening", ["Les også:", "Mehr zum Thema:", "Leggi anche:", "Lee también:", "Czytaj też:"])
def test_a_line_that_leads_away_in_other_languages(tmp_path: Path, opening: str) -> None:
    assert opening not in text(read(tmp_path, story(f"<p>{opening} Ny bro til Lund blir ikke bygget</p>")))


def test_an_address_that_is_printed_in_the_body_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [*PARAGRAPHS, "www.lundferry.example"]
    monkeypatch.setattr(html_bodies, "ask_trafilatura", lambda source, thorough: lines)
    assert "www.lundferry.example" in text(read(tmp_path, story("<p><a href=/x>www.lundferry.example</a></p>")))


def test_a_linked_subheading_in_the_body_stays(tmp_path: Path) -> None:
    assert "What the farmers say" in text(read(tmp_path, story("<h2><a href=#f>What the farmers say</a></h2>")))


def test_a_script_without_spaces_has_prose_too() -> None:
    assert html_bodies.is_prose("渡し船は四月から一日に二度走ると会社は月曜日に述べた。")
    assert not html_bodies.is_prose("天気予報")


def test_a_list_of_short_lines_is_a_body_when_it_outweighs_the_prose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"Trip {number}: Ostby to Lund, with a stop at the old pier" for number in range(12)]
    monkeypatch.setattr(html_bodies, "ask_trafilatura", lambda source, thorough: lines)
    note = "<p class=note>Readers are asked to be kind to one another when they write below, or be left out.</p>"
    said = text(read(tmp_path, f"<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>{note}"))
    assert said.startswith(lines[0])


def test_trafilatura_is_asked_to_be_thorough_only_when_its_quick_answer_is_poor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def answer(source: str, thorough: bool) -> list[str]:
        asked.append(thorough)
        return list(PARAGRAPHS) if thorough else list(PARAGRAPHS[:1])

    monkeypatch.setattr(html_bodies, "ask_trafilatura", answer)
    assert text(read(tmp_path, story())) == "\n".join(PARAGRAPHS)
    # The excerpt, the whole page, the whole page thoroughly.
    assert asked == [False, False, True]


def test_trafilatura_is_asked_of_the_stretch_that_holds_the_prose_with_its_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(source: str, thorough: bool) -> list[str]:
        asked.append(source)
        return list(PARAGRAPHS)

    monkeypatch.setattr(html_bodies, "ask_trafilatura", answer)
    furniture = "".join(f"<li><a href=/{at}>Ferry {at} gets a new funnel</a>" for at in range(50))
    article = f"<article class=news><h1>Ferry runs twice a day</h1>{story()}</article>"
    markup = f"<ul>{furniture}</ul><div id=main>{article}<ul>{furniture}</ul></div>"
    path = tmp_path / "page.html"
    path.write_text(f"<html><body class=home>{markup}</body></html>", "utf-8")
    list(read_paths([str(path)]))
    assert asked == [f"<html><body><div id=main><article class=news>{article[20:-10]}</body></html>"]


class TestBest:
    """`--best`: sayso, trafilatura and readability-lxml vote."""

    def test_the_share_of_the_votes_is_the_confidence(self, tmp_path: Path) -> None:
        reading = read(tmp_path, story(), best=True)
        assert text(reading) == "\n".join(PARAGRAPHS)
        assert reading.page is not None
        assert {part.confidence for part in reading.page.parts if part.kind == "body"} == {1.0}

    def test_what_one_alone_takes_for_body_is_left_out(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        odd = "Nobody but one of the three takes this sentence about the weather for a part of the story."
        monkeypatch.setattr(html_bodies, "ask_readability", lambda source: " ".join((*PARAGRAPHS, odd)))
        monkeypatch.setattr(html_bodies, "ask_trafilatura", lambda source, thorough: list(PARAGRAPHS[:3]))
        reading = read(tmp_path, story() + f"<aside><p>{odd}</p></aside>", best=True)
        assert odd not in text(reading)
        assert reading.page is not None
        shares = [part.confidence for part in reading.page.parts if part.kind == "body"]
        assert shares == [1.0, 1.0, 1.0, 0.667]

    def test_without_the_extra_the_error_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "readability", None)
        with pytest.raises(MissingExtra, match=r"pip install 'sayso\[best\]'"):
            read(tmp_path, story(), best=True)
        with pytest.raises(MissingExtra):
            extractors.load_readability()

    def test_the_dossier_says_that_it_was_made_so(self, tmp_path: Path) -> None:
        (tmp_path / "page.html").write_text(f"<h1>Ferry to run twice a day</h1>{story()}", "utf-8")
        assert read_pages([str(tmp_path)], Settings(best=True)).made_with.settings["best"] == "True"
