"""A list of addresses is no page: one row says how many there are and how to get them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from found_again import read, rows
from lxml import etree

from sayso.reading.containers.address_lists import Address, read_addresses

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://dune.example/1</loc><lastmod>2024-11-09</lastmod></url>
<url><loc>https://dune.example/2</loc><news:news><news:publication><news:name>Dune Daily</news:name></news:publication>
<news:publication_date>2024-11-12T08:00:00+01:00</news:publication_date><news:title>Dunes move</news:title></news:news></url>
<url><loc>https://dune.example/3</loc></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://dune.example/s.xml</loc></sitemap></sitemapindex>"
OPML = """<opml version="2.0"><body><outline text="Coast"><outline type="rss" text="Dune" xmlUrl="https://dune.example/rss"/>
<outline type="rss" text="Reed" xmlUrl="https://reed.example/rss"/></outline></body></opml>"""


@pytest.mark.parametrize(
    ("source", "what", "mend"),
    [
        (SITEMAP, "a list of 3 addresses of pages, 2 of them dated 2024-11-09 to 2024-11-12, and no page; the first is "
         "https://dune.example/1", "fetch the pages"),
        (INDEX, "a list of 1 addresses of sitemaps, and no page; the first is https://dune.example/s.xml", "fetch the sitemaps"),
        (OPML, "a list of 2 addresses of feeds, and no page; the first is https://dune.example/rss", "fetch the feeds"),
        ("<urlset></urlset>", "the list holds no address", "fetch it again later"),
    ],
)  # fmt: skip
def test_one_row_for_a_list(tmp_path: Path, source: str, what: str, mend: str) -> None:
    (tmp_path / "a.xml").write_text(source, "utf-8")
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(source.encode()))
    (tmp_path / "c").write_text(source, "utf-8")
    for name in ("a.xml", "b.xml.gz", "c"):
        readings = read(tmp_path / name)
        assert rows(readings) == [what]
        assert mend in readings[0].problems[0].mend


def test_the_addresses_with_dates_and_titles() -> None:
    assert list(read_addresses(etree.fromstring(SITEMAP.encode()))) == [
        Address("https://dune.example/1", "2024-11-09"),
        Address("https://dune.example/2", "2024-11-12T08:00:00+01:00", "Dunes move"),
        Address("https://dune.example/3"),
    ]
