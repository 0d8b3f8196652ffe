"""A record of a JSONL dump is one article, its words as given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from found_again import assert_found_again

from sayso.reading import Reading, decoding, read_paths
from sayso.records import Article

TEXT = "The library will close in March.\n\nTags: not cut\n\nLund said: “No.”"


def read(tmp_path: Path, *records: dict[str, Any]) -> list[Reading]:
    path = tmp_path / "dump.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    return list(read_paths([str(path)]))


def only(tmp_path: Path, **record: Any) -> Article:
    [reading] = read(tmp_path, record)
    [article] = reading.articles
    return article


def test_each_line_is_a_page_with_its_member(tmp_path: Path) -> None:
    first, second = read(tmp_path, {"text": TEXT}, {"text": TEXT})
    assert first.page is not None
    assert second.page is not None
    assert (first.page.member, second.page.member) == ("line 1", "line 2")
    assert first.page.sha256 == second.page.sha256
    assert first.articles[0].id != second.articles[0].id


@pytest.mark.parametrize(
    "key",
    ["text", "body", "content", "article_text", "maintext", "text_content", "plain_text", "plaintext", "story_text"],
)
def test_the_text_is_neither_split_nor_cut(tmp_path: Path, key: str) -> None:
    assert only(tmp_path, **{key: f"  {TEXT}\n"}).text == TEXT


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"headline": "A title | Site"}, "title", "A title | Site"),
        ({"article_title": "A title"}, "title", "A title"),
        ({"publication_date": "2024-11-11"}, "published", "2024-11-11"),
        ({"published_date": "2024-11-11"}, "published", "2024-11-11"),
        ({"media_name": "Ostby Post", "source": "https://ostby.example"}, "outlet", "Ostby Post"),
        ({"source": "https://www.ostby.example/news/1"}, "outlet", "ostby.example"),
        ({"source": "https://[broken"}, "outlet", None),
        ({"canonical_domain": "ostby.example"}, "outlet", "ostby.example"),
        ({"html": {"source_info": {"publisher": "Ostby Post"}}}, "outlet", "Ostby Post"),
        ({}, "title", ""),
        ({"date_publish": "2024-11-11 09:42:00"}, "published", "2024-11-11 09:42:00"),
        ({"published_at": "2024-11-11T09:42:00Z"}, "published", "2024-11-11T09:42:00Z"),
        ({"source_domain": "www.ostby.example"}, "outlet", "www.ostby.example"),
        ({"source": {"name": "Ostby Post"}}, "outlet", "Ostby Post"),
        ({"authors": ["Ida Moe", "Tove Lund"]}, "authors", ("Ida Moe", "Tove Lund")),
        ({"byline": "By Ida Moe and Tove Lund"}, "authors", ("Ida Moe", "Tove Lund")),
        ({"authors": None}, "authors", ()),
        ({"language": "en-GB"}, "language", "en"),
        ({"category": "Opinion"}, "genre", "opinion"),
    ],
)
def test_spellings_of_the_fields(tmp_path: Path, record: dict[str, Any], field: str, value: object) -> None:
    assert getattr(only(tmp_path, text=TEXT, **record), field) == value


def test_an_agency_as_author_is_a_credit(tmp_path: Path) -> None:
    article = only(tmp_path, text=TEXT, author="Reuters")
    assert article.authors == ()
    assert [credit.name for credit in article.credits] == ["Reuters"]


def test_the_line_is_covered_by_body_title_and_the_rest(tmp_path: Path) -> None:
    [reading] = read(tmp_path, {"id": 5, "title": "A title", "x": {"text": "no"}, "text": TEXT})
    assert reading.page is not None
    parts = reading.page.parts
    assert [part.kind for part in parts] == ["other", "title", "other", "body", "other"]
    assert [parts[1].text, parts[3].text] == ["A title", TEXT]
    assert (parts[0].start, parts[-1].end) == (0, len(reading.page.source))


def test_the_last_of_two_equal_names_counts(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text('{"text": "First words.", "text": "Last words."}\n', "utf-8")
    [reading] = read_paths([str(path)])
    assert reading.articles[0].text == "Last words."


def test_the_body_of_fundus_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    body = {
        "summary": ["The library \u201ccloses\u201d."],
        "sections": [
            {"headline": [], "paragraphs": ["It will close in March.", "", "  Nobody asked us, Lund said. "]},
            {"headline": ["What comes next"], "paragraphs": ["A hall for all."]},
        ],
    }
    source = {"responded_url": "https://ostby.example/1", "crawl_date": "2024-11-12 08:00:00+00:00"}
    [reading] = read(tmp_path, {"title": "Library closes", "body": body, "html": source})
    page, article = reading.page, reading.articles[0]
    assert article.text == (
        "The library “closes”.\nIt will close in March.\nNobody asked us, Lund said.\nWhat comes next\nA hall for all."
    )
    assert page is not None
    assert [part.kind for part in page.parts if part.article] == ["title", "body", "body", "body", "subheading", "body"]
    assert (page.url, page.retrieved) == ("https://ostby.example/1", "2024-11-12 08:00:00+00:00")
    assert_found_again(tmp_path / "dump.jsonl", reading)


def test_a_text_may_be_a_list_of_paragraphs(tmp_path: Path) -> None:
    assert only(tmp_path, text=["One \n here.", "", "Two there."]).text == "One \n here.\nTwo there."


def test_an_empty_field_leaves_the_word_to_the_next(tmp_path: Path) -> None:
    assert only(tmp_path, text="", maintext=TEXT).text == TEXT
    assert only(tmp_path, body={"sections": []}, plaintext=TEXT).text == TEXT


@pytest.mark.parametrize(
    ("record", "address", "retrieved"),
    [
        ({"url": "https://o.example/1", "date_download": "2024-11-12 08:00:00"}, "https://o.example/1", "2024-11-12 08:00:00"),
        ({"original_url": "https://o.example/2", "indexed_date": "2024-11-12T08:00:00Z"}, "https://o.example/2", "2024-11-12T08:00:00Z"),
        ({"requested_url": "https://o.example/3", "crawl_date": "2024-11-12"}, "https://o.example/3", "2024-11-12"),
    ],
)  # fmt: skip
def test_where_and_when_the_page_was_fetched(
    tmp_path: Path, record: dict[str, Any], address: str, retrieved: str
) -> None:
    [reading] = read(tmp_path, {"text": TEXT, **record})
    assert reading.page is not None
    assert (reading.page.url, reading.page.retrieved) == (address, retrieved)


def test_a_record_with_only_an_address_tells_it(tmp_path: Path) -> None:
    [reading] = read(tmp_path, {"title": "A title", "url": "https://o.example/1", "text": None})
    assert "fetch https://o.example/1" in reading.problems[0].mend


@pytest.mark.parametrize(
    "text", [{"type": "doc", "id": "5"}, "[" * 9 + "]" * 9, [[[[[[[["deep"]]]]]]]], {"sections": 5}]
)
def test_what_is_no_text_is_not_read_as_one(tmp_path: Path, text: Any) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(f'{{"text": {text if isinstance(text, str) else json.dumps(text)}}}', "utf-8")
    [reading] = read_paths([str(path)])
    assert reading.problems[0].what == "the text of the record is empty"


def test_the_encoding_of_a_file_is_guessed_once_and_again_only_for_a_line_that_it_cannot_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    guess = decoding._guess
    monkeypatch.setattr(decoding, "_guess", lambda data: asked.append(len(data)) or guess(data))
    words = "Подъём моста отложен до весны, сообщил в понедельник смотритель, и никто не спросил его почему. "
    lines = [json.dumps({"text": f"{at}: {words * 3}"}, ensure_ascii=False) for at in range(40)]
    told = [line.encode("cp1251") for line in lines]
    told[20] = lines[20].encode("utf-8")
    told[30] = (
        json.dumps({"text": "stays as it is"}).encode().replace(b"is", b"\x98s")
    )  # a byte that cp1251 has no letter for
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b"\n".join(told))
    readings = list(read_paths([str(path)]))
    encodings = [reading.page.encoding for reading in readings if reading.page is not None]
    assert [encodings[0], encodings[20]] == ["cp1251", "utf-8"]
    assert set(encodings[1:20] + encodings[21:30] + encodings[31:]) == {"cp1251"}
    assert encodings[30] != "cp1251"
    assert readings[39].articles[0].text == json.loads(lines[39])["text"].strip()
    assert len(asked) <= decoding.ENOUGH_TO_GUESS // len(told[0]) + 2
    for reading in readings:
        assert_found_again(path, reading)
