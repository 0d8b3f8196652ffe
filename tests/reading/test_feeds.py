"""Each item of a feed that carries a text is a page with one article; the others are rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from found_again import read, rows

from sayso.config import Limits
from sayso.reading import Reading
from sayso.reading.containers import xml_trees
from sayso.records import Article

WORDS = "The mill at Sorrel Bridge will close in spring, its owner said on Monday."
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Sorrel Courier</title><language>en-gb</language>%s</channel></rss>"""


def rss(tmp_path: Path, items: str, limits: Limits | None = None, name: str = "feed.xml") -> list[Reading]:
    path = tmp_path / name
    path.write_text(RSS % items, "utf-8")
    return read(path, limits)


def article(readings: list[Reading]) -> Article:
    [reading] = readings
    [found] = reading.articles
    return found


def test_an_item_is_a_page_with_what_the_feed_says(tmp_path: Path) -> None:
    readings = rss(
        tmp_path,
        f"""<item><title>Mill &amp; weir to close</title><link>https://sorrel.example/mill</link>
        <pubDate>Tue, 12 Nov 2024 07:30:00 +0100</pubDate><dc:creator>Ida Moe</dc:creator><category>Opinion</category>
        <description>Short.</description><content:encoded><![CDATA[<p>{WORDS}</p><p>It&rsquo;s <b>old</b>.</p>
        <figcaption>The mill</figcaption>]]></content:encoded></item>""",
    )
    found = article(readings)
    assert found.text == f"{WORDS}\nIt’s old."
    assert found.title == "Mill & weir to close"
    assert (found.outlet, found.authors, found.genre) == ("Sorrel Courier", ("Ida Moe",), "opinion")
    assert found.published == "2024-11-12T07:30:00+01:00"
    page = readings[0].page
    assert page is not None
    assert (page.member, page.url) == ("item 1", "https://sorrel.example/mill")
    assert [part.kind for part in page.parts] == ["body", "body", "caption"]


def test_markup_may_be_escaped_or_plain(tmp_path: Path) -> None:
    marked = rss(
        tmp_path, f"<item><description>&lt;p&gt;{WORDS}&lt;/p&gt; &amp;lsquo;No&amp;rsquo;</description></item>"
    )
    assert article(marked).text == f"{WORDS}\n‘No’"
    plain = rss(tmp_path, f"<item><description>{WORDS}\n\nTags: kept. 3 &lt; 4</description></item>")
    assert article(plain).text == f"{WORDS}\n\nTags: kept. 3 < 4"


def test_the_source_of_a_reprint_outranks_the_feed(tmp_path: Path) -> None:
    item = f"<item><description>{WORDS}</description><source url='https://weir.example/rss'>Weir Wire</source></item>"
    assert article(rss(tmp_path, item)).outlet == "Weir Wire"


def test_an_agency_as_author_is_a_credit(tmp_path: Path) -> None:
    found = article(rss(tmp_path, f"<item><description>{WORDS}</description><dc:creator>Reuters</dc:creator></item>"))
    assert found.authors == ()
    assert [credit.name for credit in found.credits] == ["Reuters"]


def test_items_without_text_are_rows_with_their_link(tmp_path: Path) -> None:
    readings = rss(
        tmp_path,
        f"""<item><title>Only a link</title><link>https://sorrel.example/2</link></item>
        <item><title>A picture</title><guid>https://sorrel.example/3</guid><description>&lt;img src="a.png"&gt;</description></item>
        <item><title>Nothing</title></item><item><description>{WORDS}</description></item>""",
    )
    assert rows(readings) == ["the item has only a link, and no text"] * 2 + ["the item has neither text nor link"]
    assert [reading.problems[0].where.rpartition("feed.xml ")[2] for reading in readings[:3]] == [
        "item 1",
        "item 2",
        "item 3",
    ]
    assert "fetch https://sorrel.example/2 " in readings[0].problems[0].mend
    assert "fetch https://sorrel.example/3 " in readings[1].problems[0].mend
    assert readings[3].page is not None
    assert readings[3].page.member == "item 4"


def test_atom(tmp_path: Path) -> None:
    path = tmp_path / "a.atom"
    path.write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sorrel Courier</title>
        <entry><title type="html">Mill &amp;amp; weir</title><link rel="self" href="https://no.example/"/>
        <link href="https://sorrel.example/1"/><published>2024-11-12T07:30:00Z</published>
        <updated>2024-11-13T09:00:00Z</updated><author><name>Ida Moe</name></author><category term="analysis"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p><p>3 &lt; 4<br/>so</p></div></content>
        </entry><entry><title>Two</title><summary>{WORDS}</summary></entry></feed>""",
        "utf-8",
    )
    first, second = read(path)
    found = first.articles[0]
    assert found.text == f"{WORDS}\n3 < 4\nso"
    assert (found.title, found.published, found.modified) == (
        "Mill & weir",
        "2024-11-12T07:30:00Z",
        "2024-11-13T09:00:00Z",
    )
    assert (found.authors, found.genre) == (("Ida Moe",), "analysis")
    assert first.page is not None
    assert first.page.url == "https://sorrel.example/1"
    assert second.articles[0].text == WORDS


def test_rss_1_has_its_items_beside_the_channel(tmp_path: Path) -> None:
    path = tmp_path / "a.rdf"
    path.write_text(
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Sorrel Courier</title></channel>
        <item><title>Mill</title><description>{WORDS}</description><dc:date>2024-11-12</dc:date></item></rdf:RDF>""",
        "utf-8",
    )
    found = article(read(path))
    assert (found.title, found.outlet, found.published, found.text) == ("Mill", "Sorrel Courier", "2024-11-12", WORDS)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"content_html": f"<p>{WORDS}</p><p>Yes&hellip;</p>"}, f"{WORDS}\nYes…"),
        ({"content_text": f"{WORDS}\n\n<b> is no tag"}, f"{WORDS}\n\n<b> is no tag"),
        ({"summary": WORDS}, WORDS),
    ],
)
def test_json_feed(tmp_path: Path, item: dict[str, Any], text: str) -> None:
    path = tmp_path / "feed.json"
    told = {"title": "Mill", "url": "https://sorrel.example/1", "date_published": "2024-11-12T07:30:00+01:00"}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Sorrel Courier",
        "items": [{**told, **item}, 5, {}],
    }
    path.write_text(json.dumps(feed, indent=2), "utf-8")
    readings = read(path)
    found = readings[0].articles[0]
    assert (found.text, found.title, found.outlet) == (text, "Mill", "Sorrel Courier")
    assert found.published == "2024-11-12T07:30:00+01:00"
    assert rows(readings) == ["the item is no JSON object", "the item has neither text nor link"]


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (RSS % "", "the feed has no items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "the feed has no items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "a JSON feed that is broken"),
        ("<?xml version='1.0'?><invoice><sum>5</sum></invoice>", "XML of a kind that sayso does not read (<invoice>)"),
        ("<?xml version='1.0'?>", "nothing in it can be read"),
        ("", "empty"),
    ],
)
def test_files_that_are_no_feed(tmp_path: Path, source: str, what: str) -> None:
    path = tmp_path / ("a.json" if source.startswith("{") else "a.xml")
    path.write_text(source, "utf-8")
    [row] = rows(read(path))
    assert what in row


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        (RSS % f"<item><description>{WORDS}</description></item><item><title>Ne").split("Ne</ch")[0], "utf-8"
    )
    path.write_text(path.read_text("utf-8").removesuffix("</channel></rss>"), "utf-8")
    readings = read(path)
    assert readings[0].articles[0].text == WORDS
    assert "broken XML in line" in rows(readings)[-1]


def test_entities_of_html_are_read_and_none_is_expanded(tmp_path: Path) -> None:
    found = article(
        rss(tmp_path, f"<item><title>Mill&rsquo;s end</title><description>{WORDS} &eacute;</description></item>")
    )
    assert found.title == "Mill’s end"
    assert found.text == f"{WORDS} é"
    path = tmp_path / "bomb.xml"
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    path.write_text(
        f'<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]><rss><channel><item><description>&e11;</description></item></channel></rss>'
    )
    assert read(path)


def test_limits(tmp_path: Path) -> None:
    item = f"<item><description>{WORDS}</description></item>"
    assert "more than 2 items" in rows(rss(tmp_path, item * 4, Limits(members=2)))[0]
    assert rows(rss(tmp_path, item, Limits(page_bytes=20))) == ["more than 20 bytes"]
    assert rows(rss(tmp_path, item, Limits(held_bytes=90))) == ["more than 90 bytes"]


def test_both_parsers_of_xml_tell_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = f"""<item><title>Mill &amp; weir</title><link>https://sorrel.example/1</link><dc:creator>Ida Moe</dc:creator>
        <description><p>{WORDS}</p><p class="b">Old &amp; <b>grey</b>.</p> And so on.</description></item>
        <!-- no item --><item xml:lang="de"><description>{WORDS} &lt;br&gt; 1 &lt; 2</description></item> tail &amp; more"""
    asked: list[bytes] = []
    by_lxml = xml_trees.etree.fromstring
    monkeypatch.setattr(xml_trees.etree, "fromstring", lambda data, parser: asked.append(data) or by_lxml(data, parser))

    def told() -> list[tuple[object, ...]]:
        return [
            (found.title, found.text, found.authors, found.language)
            for reading in rss(tmp_path, items)
            for found in reading.articles
        ]

    by_python = told()
    assert not asked
    monkeypatch.setattr(xml_trees, "_parse_sound", lambda data: None)
    assert told() == by_python
    assert asked
    assert len(by_python) == 2


def test_declared_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    head = '<!DOCTYPE rss [<!ENTITY a "bomb"><!ENTITY b "&a;&a;&a;">]>'
    path.write_text(
        f"<?xml version='1.0'?>{head}<rss><channel><item><description>{WORDS} &b;</description></item></channel></rss>",
        "utf-8",
    )
    assert "bomb" not in article(read(path)).text
