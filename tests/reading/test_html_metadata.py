"""Title, authors and times of a page of HTML come from where they are said best."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.config import Limits
from sayso.reading import names, read_paths
from sayso.reading.assemble import Found
from sayso.reading.dates import read_moment
from sayso.reading.html_pages import read_html
from sayso.reading.known import Known
from sayso.records import Article

BODY = "".join(
    f"<p>The tower of Ardle church leans by {number} centimetres more than in the spring, the surveyor told the parish.</p>"
    for number in (3, 4, 5, 6)
)


def read(
    tmp_path: Path, head: str = "", before: str = "", heading: str = "Church tower leans", after: str = ""
) -> Article:
    path = tmp_path / "page.html"
    path.write_text(source(head, before, heading, after), "utf-8")
    [reading] = read_paths([str(path)])
    [article] = reading.articles
    return article


def source(head: str = "", before: str = "", heading: str = "Church tower leans", after: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><article><h1>{heading}</h1>{before}{BODY}{after}</article>"
        "</body></html>"
    )


def structured(**told: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | told)}</script>'


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", "Church tower leans"),
        (structured(headline="The tower of Ardle leans further"), "The tower of Ardle leans further"),
        ('<meta property="og:title" content="Ardle’s leaning tower">', "Ardle’s leaning tower"),
        (
            structured(headline="The tower leans further") + '<meta property="og:title" content="Ardle’s tower">',
            "The tower leans further",
        ),
        (structured(headline="Church tower leans - Ardle Herald Online"), "Church tower leans"),
        (structured(headline="Church tower leans more than ever"), "Church tower leans more than ever"),
        ("<title>Church tower leans | Ardle Herald</title>", "Church tower leans"),
    ],
)
def test_the_title_is_that_of_the_structured_data_without_the_site(tmp_path: Path, head: str, title: str) -> None:
    assert read(tmp_path, head).title == title


def test_a_site_that_signs_its_own_article_is_no_person(tmp_path: Path) -> None:
    head = structured(author={"name": "Ardle Herald"}, publisher={"name": "Ardle Herald"})
    assert read(tmp_path, head).authors == ()
    assert read(tmp_path, head, "<p class=byline>By Una Birk</p>").authors == ("Una Birk",)


@pytest.mark.parametrize(
    ("field", "persons"),
    [
        ("김하늘 기자", ("김하늘",)),
        ("김하늘 기자, 박바다 기자", ("김하늘", "박바다")),
        ("山田花子", ("山田花子",)),
        ("朝霧新聞", ()),
        ("Una Birk", ("Una Birk",)),
    ],
)
def test_authors_whose_names_have_no_space(field: str, persons: tuple[str, ...]) -> None:
    assert names.read_author_field(field) == persons


@pytest.mark.parametrize(
    "byline", ["Av Una Birk", "Di Una Birk", "Autor: Una Birk", "Ein Bericht von Una Birk", "Tekst: Una Birk"]
)
def test_bylines_in_other_languages(byline: str) -> None:
    assert names.read_names(byline) == ("Una Birk",)


@pytest.mark.parametrize(
    "said",
    ["12 novembre 2024", "12 listopada 2024", "12 kasım 2024", "2024.11.12 08:15", "2024年11月12日", "12 ноября 2024"],
)
def test_dates_in_other_languages(said: str) -> None:
    moment = read_moment(said)
    assert moment is not None
    assert moment.day == "2024-11-12"


def test_a_date_printed_beside_the_headline_is_read_day_first(tmp_path: Path) -> None:
    assert read(tmp_path, before="<p>Una Birk | 04.05.2025 - 10:30, 12 times</p>").published == "2025-05-04T10:30"


def test_a_time_after_the_capture_is_refused() -> None:
    text = source(structured(datePublished="2031-02-03T08:00:00Z", dateModified="2024-11-13"))
    known = Known(retrieved="2024-11-14T09:00:00Z")
    found = Found(text.encode(), "page.html", None, "text/html", "utf-8", text, known)
    [article] = read_html(found, Limits())[1]
    assert (article.published, article.modified) == (None, "2024-11-13")


@pytest.mark.parametrize(
    ("told", "published", "modified"),
    [
        ({"datePublished": "1970-01-01T00:00:00Z"}, None, None),
        ({"datePublished": "2024-11-12", "dateModified": "2024-11-11"}, "2024-11-12", None),
        ({"datePublished": "2024-11-12", "dateModified": "2024-11-13"}, "2024-11-12", "2024-11-13"),
    ],
)
def test_impossible_times_are_refused(
    tmp_path: Path, told: dict[str, str], published: str | None, modified: str | None
) -> None:
    article = read(tmp_path, structured(**told))
    assert (article.published, article.modified) == (published, modified)


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (structured(author=[{"@type": "Person", "givenName": "Ida", "familyName": "Moe"}]), ("Ida Moe",)),
        (structured(author={"@type": "Person", "name": "Ida Moe og Tove Lund"}), ("Ida Moe", "Tove Lund")),
        ("<meta name=author content='Ida Moe och Tove Lund'>", ("Ida Moe", "Tove Lund")),
        ("<meta name=twitter:label1 content='Verfasst von'><meta name=twitter:data1 content='Ida Moe'>", ("Ida Moe",)),
        ("<meta name=twitter:label1 content='Lesezeit'><meta name=twitter:data1 content='Ida Moe'>", ()),
        ("<meta name='twitter:misc:Written by' content='Ida Moe'>", ("Ida Moe",)),
        ("<meta name=Paper.author content='Ida Moe'>", ("Ida Moe",)),
        ("<meta name=author content='Ostby Welle (www.ostby.example)'>", ()),
    ],
)
def test_authors_of_other_fields(tmp_path: Path, head: str, authors: tuple[str, ...]) -> None:
    assert read(tmp_path, head).authors == authors


def test_an_agency_as_the_only_author_is_not_joined_by_names_beside_it(tmp_path: Path) -> None:
    head = structured(author={"@type": "Organization", "name": "dpa"})
    article = read(tmp_path, head, after="<p class=byline>By Tove Lund</p>")
    assert article.authors == ()
    assert [credit.name for credit in article.credits] == ["dpa"]


def test_bylines_above_the_text_outrank_others_and_those_of_teasers_count_for_nothing(tmp_path: Path) -> None:
    above, behind = "<p class=byline>By Ida Moe</p>", "<p class=byline>By Tove Lund</p>"
    teasers = "".join(f"<li><a href=/{at}>Ferry {at} gets a funnel</a>" for at in range(4))
    assert read(tmp_path, before=above, after=behind).authors == ("Ida Moe",)
    assert read(tmp_path, after=behind).authors == ("Tove Lund",)
    assert read(tmp_path, after=teasers + behind).authors == ()


def test_a_photographer_is_no_author(tmp_path: Path) -> None:
    assert read(tmp_path, before="<p class=byline>Foto: Ida Moe</p>").authors == ()


@pytest.mark.parametrize(("before", "after"), [("<p><b>Ida Moe</b></p>", ""), ("", "<p>Ida Moe</p>")])
def test_a_name_alone_at_either_end_of_the_text_signs_it(tmp_path: Path, before: str, after: str) -> None:
    assert read(tmp_path, before=before, after=after).authors == ("Ida Moe",)


def test_the_day_behind_a_bar_in_the_title_of_the_page(tmp_path: Path) -> None:
    head = "<title>Church tower leans | Herald | 12.11.2024</title>"
    teaser = "<h2>Ferry gets a funnel</h2><p class=date>13.11.2024</p>"
    assert read(tmp_path, head, after=teaser).published == "2024-11-12"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://herald.example/a?b=1&amp;c=2">', "https://herald.example/a?b=1&c=2"),
        ("<link href=https://herald.example/a rel='shortlink Canonical'>", "https://herald.example/a"),
        ("<link rel=canonical href=//post.example/b>", "https://post.example/b"),
        ("<link rel=canonical href=/tower>", "https://herald.example/tower"),
        ("<meta property=og:url content=https://herald.example/c>", "https://herald.example/c"),
        (
            "<link rel=canonical href=javascript:void(0)><meta property=og:url content=https://h.example/>",
            "https://h.example/",
        ),
        ("<link rel=canonical href='https://[broken/'>", None),
        ("<link rel=alternate href=https://herald.example/canonical>", None),
        ("", None),
    ],
)
def test_the_canonical_link_is_kept_with_the_page(head: str, address: str | None) -> None:
    said = source(head)
    known = Known(url="https://herald.example/2024/11")
    page, _ = read_html(Found(said.encode(), "a.html", None, "text/html", "utf-8", said, known), Limits())
    assert page.canonical == address
    assert page.url == "https://herald.example/2024/11"


def test_a_relative_canonical_link_of_a_page_of_nowhere_is_none() -> None:
    said = source("<link rel=canonical href=/tower>")
    page, _ = read_html(Found(said.encode(), "a.html", None, "text/html", "utf-8", said), Limits())
    assert page.canonical is None
