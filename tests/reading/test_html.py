"""A page of HTML is split into its parts and articles, by its markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.reading import Reading, read_paths
from sayso.reading.html_blocks import read_document
from sayso.records import Article, PartKind

PARAGRAPHS = (
    "The town library of Ostby will close its reading room in March, the council of the town said on Tuesday evening.",
    "Its eleven thousand books will be kept in the cellar of the school, according to the librarian, Tove Lund.",
    "“Nobody asked the readers,” said Lund. The council did not answer questions about the cost of the move.",
    "A petition against the plan has been signed by four hundred people in a week, its authors said on Wednesday.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def read(tmp_path: Path, source: str) -> Reading:
    path = tmp_path / "page.html"
    path.write_text(source, "utf-8")
    [reading] = read_paths([str(path)])
    return reading


def page(body: str, head: str = "", title: str = "Ostby library to close its reading room") -> str:
    return f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def only(reading: Reading) -> Article:
    [article] = reading.articles
    return article


def kinds(reading: Reading) -> dict[str, PartKind]:
    assert reading.page is not None
    return {part.text: part.kind for part in reading.page.parts}


def structured(**told: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | told)}</script>'


def test_title_body_and_subheading(tmp_path: Path) -> None:
    article = only(
        read(tmp_path, page(f"<p>{PARAGRAPHS[0]}</p><h2>A cellar full of books</h2>{BODY[len(PARAGRAPHS[0]) + 7 :]}"))
    )
    assert article.title == "Ostby library to close its reading room"
    assert article.text.split("\n") == [PARAGRAPHS[0], "A cellar full of books", *PARAGRAPHS[1:]]


def test_parts_by_their_labels(tmp_path: Path) -> None:
    source = (
        "<html><body><header><a class=logo href=/>Ostby Messenger</a><nav><a href=/a>Town</a></nav></header><article>"
        "<p class=kicker>Culture</p><h1>Ostby library to close its reading room</h1><p class=standfirst>Readers of the town "
        "have signed a petition against it</p><p class=byline>By Ida Moe <time datetime=2024-11-11T11:58:00+01:00>11 November"
        f"</time></p><figure><img><figcaption>The old shelves. Photo: Moe</figcaption></figure><div class=story>{BODY}</div>"
        "<ul class=tags><li>books<li>Ostby</ul></article><aside class=related><h3>More from the Messenger</h3><ul><li>"
        "<a href=/f>Ferry gets a funnel</a></ul></aside><footer>© 2024 Ostby Press</footer></body></html>"
    )
    told = kinds(read(tmp_path, source))
    assert told["Ostby Messenger"] == "site_name"
    assert told["Town"] == "navigation"
    assert told["Culture"] == "section"
    assert told["Readers of the town have signed a petition against it"] == "deck"
    assert told["By Ida Moe 11 November"] == "byline"
    assert told["The old shelves. Photo: Moe"] == "caption"
    assert told["books"] == told["Ostby"] == "tags"
    assert told["Ferry gets a funnel"] == "related"
    assert told["© 2024 Ostby Press"] == "disclaimer"
    article = only(read(tmp_path, source))
    assert (article.authors, article.published, article.outlet) == (
        ("Ida Moe",),
        "2024-11-11T11:58:00+01:00",
        "Ostby Messenger",
    )


def test_labels_of_the_box_around_the_body_are_not_believed(tmp_path: Path) -> None:
    article = only(read(tmp_path, page(f"<div class='tag-books author-moe sidebar-right'>{BODY}</div>")))
    assert article.text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "author",
    [
        "Ida Moe",
        {"@type": "Person", "name": "By Ida Moe"},
        [{"name": "Ida Moe"}],
        ["Ida Moe, Culture Reporter"],
        "Ida Moe | ida@ostby.example",
    ],
)
def test_authors_in_structured_data(tmp_path: Path, author: Any) -> None:
    assert only(read(tmp_path, page(BODY, structured(author=author)))).authors == ("Ida Moe",)


def test_an_agency_among_the_authors_is_a_credit(tmp_path: Path) -> None:
    article = only(read(tmp_path, page(BODY, structured(author=[{"name": "Reuters"}, {"name": "Ida Moe"}]))))
    assert article.authors == ("Ida Moe",)
    assert [credit.name for credit in article.credits] == ["Reuters"]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (structured(datePublished="2024-11-11T11:58:00+01:00"), "2024-11-11T11:58:00+01:00"),
        ('<meta property="article:published_time" content="2024-11-11T11:58:00Z">', "2024-11-11T11:58:00Z"),
        ('<meta name="date" content="2024-11-11">', "2024-11-11"),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_publication_times(tmp_path: Path, head: str, published: str | None) -> None:
    assert only(read(tmp_path, page(BODY, head))).published == published


def test_outlet_and_publisher_are_two(tmp_path: Path) -> None:
    graph = {
        "@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#p"}}, {"@id": "#p", "name": "Ostby Press Group"}]
    }
    head = f'<meta property="og:site_name" content="Ostby &amp; Co"><script type="application/ld+json">{json.dumps(graph)}</script>'
    article = only(read(tmp_path, page(BODY, head)))
    assert (article.outlet, article.publisher) == ("Ostby & Co", "Ostby Press Group")


def test_genre_from_structured_data(tmp_path: Path) -> None:
    opinion = only(read(tmp_path, page(BODY, structured(**{"@type": ["NewsArticle", "OpinionNewsArticle"]}))))
    assert opinion.genre == "opinion"


def test_two_articles_on_one_page(tmp_path: Path) -> None:
    other = BODY.replace("library", "theatre").replace("books", "seats")
    source = (
        f"<body><article><h2>Ostby library to close</h2>{BODY}{BODY.replace('Tuesday', 'Friday')}</article>"
        f"<article><h2>Ostby theatre to close</h2>{other}{other.replace('Tuesday', 'Friday')}</article></body>"
    )
    first, second = read(tmp_path, source).articles
    assert (first.title, second.title) == ("Ostby library to close", "Ostby theatre to close")
    assert "theatre" not in first.text
    assert "library" not in second.text


def test_a_title_without_a_heading_comes_from_the_head(tmp_path: Path) -> None:
    article = only(
        read(tmp_path, f"<html><head><title>Library to close | Ostby Post</title></head><body>{BODY}</body></html>")
    )
    assert article.title == "Library to close"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<p>a <b>bold</b>\n  word</p>", ["a bold word"]),
        ("<p>a<br>b</p>", ["a", "b"]),
        ("<h1>a<br>b</h1>", ["a b"]),
        ("<p>x<script>var a = '<p>no</p>'</script>y</p>", ["xy"]),
        ("<!-- <p>no</p> --><p>yes</p>", ["yes"]),
        ("<p>a<!-- never closed", ["a"]),
        ("<noscript><p>no</p></noscript><template><p>no</p></template><svg><text>no</text></svg><p>yes", ["yes"]),
        ("<p>3 < 4 & 5 > 2</p>", ["3 < 4 & 5 > 2"]),
        ("<p title='a>b'>c</p>", ["c"]),
        ("<p>caf&eacute; &notit; &amp;amp;</p>", ["café ¬it; &amp;"]),
        ("<style>p{}</style><STYLE>x</STYLE ><p>y</p>", ["y"]),
        ("<p style='display: none'>no</p><p hidden>no</p>yes", ["yes"]),
        ("<div hidden id='S:0'><p>sent late</p></div>", ["sent late"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("</p></div>text</b>", ["text"]),
        ("<div><span class=author>Ida Moe</span> <span class=date>3 May</span></div>", ["Ida Moe", "3 May"]),
        ("<p class=", []),
        ("<" * 2000, ["<" * 2000]),
    ],
)
def test_blocks_of_broken_or_odd_markup(source: str, texts: list[str]) -> None:
    assert [block.text for block in read_document(source).blocks] == texts


def test_markup_nested_without_end_is_read() -> None:
    [block] = read_document("<div>" * 20_000 + "deep").blocks
    assert block.text == "deep"
