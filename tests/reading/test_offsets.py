"""Every character of an article can be shown on its page."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.config import Limits
from sayso.reading import decode_source, load_member, page_character_matches, read_paths
from sayso.reading.assemble import Found
from sayso.reading.html_blocks import read_document
from sayso.reading.html_pages import read_html
from sayso.reading.jsonl import read_record
from sayso.reading.plain import read_plain
from sayso.records import Article, Page

ODD = "aB é ı ß 𝔘𝕟 א ב العربية e\u0301 \u200f\u00a0\u2028\u0085\x00\x0b\ufeff \t\r\n.,!?“”'\"<>&;#\\/|:-–—0123456789"
WORDS = st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8")), max_size=200)
NAMED = (
    "&amp;",
    "&nbsp;",
    "&rsquo;",
    "&#8220;",
    "&#x1F600;",
    "&NotEqualTilde;",
    "&copy",
    "&notit;",
    "&#0;",
    "&",
    "&#xD800;",
)
MARKUP = (
    "<p>", "</p>", "<br>", "<b>", "</b>", "<div class=x>", "</div>", "<!-- no -->", "<script>if (a<b) 'x'</script>", "<",
    "<li>", "<h2>", "</h2>", "<td>", "</table>", "<svg><title>t</title></svg>", "<a href='x>y'>", "</a>", "<![CDATA[c]]>",
    "<p hidden>", "</article>", "<article>", "<span class=\"date\">", "</span>", "<img alt=\"", "<!doctype html>", "</",
)  # fmt: skip


def assert_shown(page: Page, article: Article) -> None:
    assert len(article.map) == len(article.text)
    for at, character in enumerate(article.text):
        assert page_character_matches(page.source, article.map.to_page(at), character, page.media_type), (at, character)


def assert_covered(page: Page) -> None:
    assert [part.start for part in page.parts] == [0, *(part.end for part in page.parts[:-1])]
    assert page.parts[-1].end == len(page.source)
    assert len({part.id for part in page.parts}) == len(page.parts)


@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_plain_text_maps_every_character(lines: list[str], newline: str) -> None:
    source = newline.join([*lines, "The council met on Monday, and nobody left before midnight."])
    source = decode_source(source.encode())[0]
    page, articles = read_plain(Found(source.encode(), "a.txt", None, "text/plain", "utf-8", source), Limits())
    assert articles
    assert_covered(page)
    for article in articles:
        assert_shown(page, article)


@given(st.lists(st.one_of(WORDS, st.sampled_from(NAMED), st.sampled_from(MARKUP)), max_size=40))
@settings(max_examples=200, deadline=None)
def test_html_blocks_map_every_character(pieces: list[str]) -> None:
    source = "".join(pieces)
    last = 0
    for block in read_document(source).blocks:
        assert len(block.text) == len(block.places)
        assert block.start >= last
        last = block.places[-1]
        for character, place in zip(block.text, block.places, strict=True):
            assert page_character_matches(source, place, character, "text/html"), (place, character)
        assert block.break_at == len(source) - 1 or source[block.break_at] == "<"


@given(
    st.lists(st.one_of(WORDS, st.sampled_from(NAMED)), min_size=1, max_size=12),
    st.sampled_from(["\n", "\r\n", "\r", "", "\x00", "<br>", "</p>\r\n<p>"]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_whole_page_of_html_maps_every_character(pieces: list[str], between: str) -> None:
    prose = "".join(
        f"<p>The bridge at Ardle 𝔘 stays shut for e\u0301 {n} weeks, its keeper said before he locked his hut &amp; left.</p>"
        for n in range(4)
    )
    said = f"<article><h1>Bridge<br>shut</h1>{prose}<p>{between.join(pieces)} and so on, the keeper said.</p>{prose}</article>"
    source = decode_source(said.encode())[0]
    page, articles = read_html(Found(source.encode(), "a.html", None, "text/html", "utf-8", source), Limits())
    assert articles
    assert_covered(page)
    for article in articles:
        assert_shown(page, article)


@given(WORDS, WORDS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_jsonl_maps_every_character(title: str, text: str, ascii_only: bool) -> None:
    text = f"{text} end"
    source = json.dumps({"title": title, "n": [1, {"text": "x"}], "text": text}, ensure_ascii=ascii_only)
    found = Found(source.encode(), "a.jsonl", "line 1", "application/jsonl", "utf-8", source)
    page, [article] = read_record(found, Limits())
    assert article.text == text.strip()
    assert article.title == title.strip()
    assert_covered(page)
    assert_shown(page, article)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_decode_without_surrogates(data: bytes) -> None:
    source, _ = decode_source(data)
    assert not any("\ud800" <= character <= "\udfff" for character in source)
    assert decode_source(data)[0] == source


@pytest.mark.parametrize(
    ("source", "character", "media_type", "matches"),
    [
        ("&rsquo;", "’", "text/html", True),
        ("&rsquo;", "’", "text/plain", False),
        ("&#x1F600;", "😀", "text/html", True),
        ("<p>", "\n", "text/html", True),
        ("<p>", "x", "text/html", False),
        ("&#10;", " ", "text/html", True),
        ("&nbsp;", "\u00a0", "text/html", True),
        ("\\u2019", "’", "application/jsonl", True),
        ("\\ud83d\\ude00", "😀", "application/jsonl", True),
        ("\\ud83d", "\ufffd", "application/jsonl", True),
        ("\\n", "\n", "application/jsonl", True),
        ("\\n", "n", "application/jsonl", False),
        ('"', "\n", "application/jsonl", True),
        ('"', "\n", "text/plain", False),
        ("\u00a0", " ", "text/plain", True),
        ("a", "b", "text/plain", False),
    ],
)
def test_a_page_shows_a_character(source: str, character: str, media_type: str, matches: bool) -> None:
    assert page_character_matches(source, 0, character, media_type) is matches


def test_no_character_is_shown_outside_the_page() -> None:
    assert not page_character_matches("a", 1, "a", "text/plain")
    assert not page_character_matches("a", -1, "a", "text/plain")


def test_references_and_markup_in_a_whole_page(tmp_path: Path) -> None:
    said = "“No,” the mayor’s clerk said on Tuesday, “the bridge at Ardle & Co. stays shut for 3 < 4 weeks or so.” "
    body = "".join(
        f"<p>{html.escape(said).replace('’', '&rsquo;')}Take <b>number</b>&nbsp;{n}<br>then rest 𝔘.</p>"
        for n in range(6)
    )
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><article><h1>The bridge<br>at Ardle stays shut</h1>{body}</article></body></html>", "utf-8"
    )
    [reading] = read_paths([str(path)])
    [article] = reading.articles
    assert reading.page is not None
    assert article.title == "The bridge at Ardle stays shut"
    assert "“No,” the mayor’s clerk" in article.text
    assert "number\u00a03\nthen rest 𝔘." in article.text
    assert_covered(reading.page)
    assert_shown(reading.page, article)


def test_a_page_can_be_decoded_again_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes('\ufeff{"text": "Erste Zeile über den Hafen."}\r\n\n{"text": "Zweite \\u00fcber."}\n'.encode())
    readings = list(read_paths([str(path)]))
    assert [reading.page.member for reading in readings if reading.page] == ["line 1", "line 3"]
    for reading in readings:
        assert reading.page is not None
        source, encoding = decode_source(load_member(path.read_bytes(), reading.page.member))
        assert (source, encoding) == (reading.page.source, reading.page.encoding)
