"""A bad page becomes a row that says what, where and how to mend it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageNotFound
from sayso.reading import Reading, load_member, read_as_is, read_paths

STORY = "Ferry stays in port for a third day\n\nThe ferry to Lund Island stayed in port on Friday, the harbour office said.\n"


def read_one(path: Path, limits: Limits | None = None) -> Reading:
    [reading] = read_paths([str(path)], limits or Limits())
    return reading


def said(reading: Reading) -> str:
    assert reading.page is None
    assert reading.articles == ()
    [problem] = reading.problems
    assert problem.where
    assert problem.mend
    return problem.what


def write(tmp_path: Path, name: str, data: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_nothing_at_the_path(tmp_path: Path) -> None:
    assert "nothing is there" in said(read_one(tmp_path / "gone.txt"))


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_an_empty_file(tmp_path: Path, name: str, data: bytes) -> None:
    reading = read_one(write(tmp_path, name, data))
    assert reading.page is None
    assert reading.problems


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), bytes(range(32)) * 40, b"PK\x03\x04zip"])
def test_binary_data(tmp_path: Path, data: bytes) -> None:
    assert "binary" in said(read_one(write(tmp_path, "a.txt", data)))


def test_a_page_over_the_limit_of_bytes(tmp_path: Path) -> None:
    assert "more than 1000 bytes" in said(read_one(write(tmp_path, "a.txt", "x" * 1001), Limits(page_bytes=1000)))


def test_an_article_over_the_limit_of_characters(tmp_path: Path) -> None:
    reading = read_one(
        write(
            tmp_path, "a.txt", STORY + " ".join(f"Boat {at} stayed in port too, its captain said." for at in range(40))
        ),
        Limits(article_characters=500),
    )
    assert "more than 500" in said(reading)


def test_a_page_over_the_limit_of_parts(tmp_path: Path) -> None:
    assert "more than 2" in said(read_one(write(tmp_path, "a.txt", STORY * 3), Limits(parts=2)))


def test_a_line_over_the_limit_leaves_the_other_records(tmp_path: Path) -> None:
    good = '{"text": "The ferry sails again."}'
    path = write(tmp_path, "a.jsonl", f'{good}\n{{"text": "{"x" * 5000}"}}\n{good}\n')
    first, second, third = read_paths([str(path)], Limits(page_bytes=1000))
    assert "line 2" in second.problems[0].where
    assert "more than 1000 bytes" in said(second)
    assert first.page is not None
    assert third.page is not None
    assert third.page.member == "line 3"


def test_broken_utf8_is_read_and_reported(tmp_path: Path) -> None:
    data = STORY.encode() + "Größe und Übermut, sagte Jürg.".encode() + b" \xff\n"
    reading = read_one(write(tmp_path, "a.txt", data))
    assert reading.page is not None
    assert reading.page.source.count("\ufffd") == 1
    assert "1 characters could not be read as utf-8" in reading.problems[0].what


def test_older_encodings_are_read(tmp_path: Path) -> None:
    declared = '<html><meta charset="iso-8859-1"><body><p>Le café est fermé, a dit le maire “Zoé”.</p></body></html>'
    reading = read_one(write(tmp_path, "a.html", declared.encode("cp1252")))
    assert reading.page is not None
    assert reading.page.encoding == "cp1252"
    assert "café" in reading.page.source
    wide = read_one(write(tmp_path, "b.txt", STORY.encode("utf-16")))
    assert wide.articles[0].title.startswith("Ferry stays")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{not json", "no JSON object"),
        ("[1, 2]", "no JSON object"),
        ('{"text": "a"', "no JSON object"),
        ('{"text" "a"}', "no JSON object"),
        ('{"text": "a"} more', "no JSON object"),
        ('{"text": 5}', "no text"),
        ('{"title": "a"}', "no text"),
        ('{"text": " \\n "}', "is empty"),
        ("[" * 100_000, "no JSON object"),
        ('{"text": "a", "x": ' + "[" * 100_000, "no JSON object"),
    ],
)
def test_a_bad_record_names_its_line(tmp_path: Path, line: str, what: str) -> None:
    path = write(tmp_path, "a.jsonl", f'{{"text": "Fine words."}}\n{line}\n')
    good, bad = read_paths([str(path)])
    assert good.page is not None
    assert what in said(bad)
    assert bad.problems[0].where == f"{path} line 2"


def test_json_over_several_lines_is_one_row(tmp_path: Path) -> None:
    assert "not one record a line" in said(read_one(write(tmp_path, "a.json", '{"text":\n "Some words."}\n')))


def test_a_folder_is_read_in_order_and_reports_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/z.txt", "b/a.md", "a.txt", ".hidden.txt", "table.xlsx", "photo.jpg"):
        write(tmp_path, name, STORY)
    readings = list(read_paths([str(tmp_path)]))
    assert [Path(r.page.location).name for r in readings if r.page] == ["a.txt", "a.md", "z.txt"]
    assert [Path(r.problems[0].where).name for r in readings if not r.page] == ["table.xlsx"]


def test_a_folder_without_pages(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    assert "holds no page" in said(read_one(tmp_path))


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read_paths([str(tmp_path)]))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_closed_file(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, STORY)
    path.chmod(0)
    assert "may not be read" in said(read_one(path))


def test_a_broken_link_and_a_name_with_nul(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert said(read_one(tmp_path / "a.txt"))
    assert said(next(iter(read_paths(["a\x00b.txt"]))))


@pytest.mark.parametrize("source", ["<html></html>", "<script>var a = 1</script>", "<!-- -->", "<p hidden>gone</p>"])
def test_markup_without_words(tmp_path: Path, source: str) -> None:
    assert "no words" in said(read_one(write(tmp_path, "a.html", source)))


def test_furniture_without_an_article_is_kept_and_reported(tmp_path: Path) -> None:
    reading = read_one(write(tmp_path, "a.txt", "Home | News | Sport\n\nSubscribe\n"))
    assert reading.page is not None
    assert reading.articles == ()
    assert "no article" in reading.problems[0].what


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (STORY, "text/plain"),
        (
            f"<!doctype html><html><body><article><h1>A short day</h1><p>{STORY * 4}</p></article></body></html>",
            "text/html",
        ),
        ('{"text": "The ferry sails again."}\n', "application/jsonl"),
    ],
)
def test_standard_input_tells_its_kind(monkeypatch: pytest.MonkeyPatch, data: str, media_type: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    [reading] = read_paths(["-"])
    assert reading.page is not None
    assert reading.page.location == "-"
    assert reading.page.media_type == media_type


def test_a_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "one\r\ntwo\rthree\n")
    assert read_as_is(str(path)) == ("a.txt", "one\r\ntwo\rthree\n")
    with pytest.raises(PageNotFound):
        read_as_is(str(tmp_path / "gone.txt"))
    with pytest.raises(EmptyPage):
        read_as_is(str(write(tmp_path, "empty.txt", "")))
    with pytest.raises(NotAPage):
        read_as_is(str(write(tmp_path, "b.txt", b"\x89PNG\r\n")))


def test_a_member_that_is_not_there() -> None:
    with pytest.raises(NotAPage):
        load_member(b"a\nb\n", "line 9")
    with pytest.raises(NotAPage):
        load_member(b"a\nb\n", "page 1")
    assert load_member(b"a\r\nb\n", "line 1") == b"a"
    assert load_member(b"a\nb\n", None) == b"a\nb\n"


@pytest.mark.parametrize("piece", ["<!-- -->", "<!-->", "<?x >", "<!-- ", "a:b\n", "\n", '{"', "<p>"])
def test_telling_the_kind_is_quick_whatever_repeats(monkeypatch: pytest.MonkeyPatch, piece: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piece.encode() * 3000)))
    assert list(read_paths(["-"]))


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a"])
def test_a_list_of_records_is_one_row(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, '[{"text": "Some words."}, {"text": "More."}]')
    assert "not one record a line" in said(read_one(path))


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_records_named_as_json_are_a_dump(tmp_path: Path, mark: str) -> None:
    path = write(tmp_path, "a.json", f'{mark}{{"text": "Some words."}}\n{{"text": "{"More words. " * 9000}"}}\n')
    readings = list(read_paths([str(path)]))
    assert [reading.page.member for reading in readings if reading.page] == ["line 1", "line 2"]


def test_html_named_as_xml_is_a_page(tmp_path: Path) -> None:
    page = f'<?xml version="1.0"?><!DOCTYPE html><html><body><article><p>{STORY * 3}</p></article></body></html>'
    reading = read_one(write(tmp_path, "a.xml", page))
    assert reading.page is not None
    assert reading.page.media_type == "text/html"
