"""The text of a PDF is one page; what has no text is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from found_again import read, rows

from sayso.config import Limits
from sayso.reading import read_paths
from sayso.reading.containers.pdf import join_pages

LINES = [
    "Lighthouse lamp goes dark",
    "",
    "The lamp at Cape Wenn went dark on Monday night, and the keep-",
    "er of the light said that it would stay so for a week. The keeper",
    "said: “We wait for a part.” A well-",
    "known pilot said that ships would go round.",
    "Nobody was hurt, the port said on Tuesday morning in a short note.",
]


def pdf(pages: list[list[str]], title: str = "") -> bytes:
    """A PDF written by hand: one font, a line of text for each line."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for lines in pages:
        shown = b"".join(
            b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*\n" for line in lines
        )
        stream = b"BT /F1 11 Tf 13 TL 60 780 Td\n" + shown + b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % len(objects)
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(b"<</Title(%s)>>" % title.encode())
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(objects), len(data),
    )  # fmt: skip


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return path


def test_the_pages_are_joined(tmp_path: Path) -> None:
    [reading] = read(write(tmp_path, pdf([LINES, ["The lamp was lit in 1871, the keeper said on Tuesday."]])))
    assert reading.page is not None
    assert (reading.page.member, reading.page.media_type) == ("text", "text/plain")
    [article] = reading.articles
    assert "the keeper of the light said that it would stay so for a week" in article.text
    assert "A well-known pilot said" in article.text
    assert "lit in 1871" in article.text


def test_the_title_of_the_file_is_taken_where_the_text_has_none(tmp_path: Path) -> None:
    text = ["The lamp at Cape Wenn went dark on Monday night, the keeper of the light said."]
    assert read(write(tmp_path, pdf([text], "Lamp goes dark")))[0].articles[0].title == "Lamp goes dark"
    assert read(write(tmp_path, pdf([text], "Microsoft Word - lamp.docx")))[0].articles[0].title == ""


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the har-", "bour is shut, the harbour office said"], "the harbour is shut, the harbour office said\n"),
        (["the har-", "bour is shut, the office said"], "the har-bour is shut, the office said\n"),
        (["a co-operation of co-", "operation kind, cooperation"], "a co-operation of co-operation kind, cooperation\n"),
        (["a long line that ends its paragraph here with a stop", "and one that goes on.", "A new one here begins, long as any other line is."],
         "a long line that ends its paragraph here with a stop and one that goes on.\n\nA new one here begins, long as any other line is.\n"),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(lines: list[str], text: str) -> None:
    assert join_pages(["\n".join(lines)]) == text


def test_a_paragraph_runs_on_to_the_next_page() -> None:
    first, second = "The keeper of the light at Cape Wenn said that", "nobody had told him that it would be so dark."
    assert join_pages([first, second]) == f"{first} {second}\n"


def test_a_scan(tmp_path: Path) -> None:
    [row] = rows(read(write(tmp_path, pdf([[], []]))))
    assert row == "2 pages without a letter of text: it is a scan"
    readings = read(write(tmp_path, pdf([LINES, [], []])))
    assert readings[0].articles
    assert rows(readings) == ["2 of 3 pages have no text: 2, 3"]


def test_locked_and_broken_files(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    path = write(tmp_path, pdf([LINES]))
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    assert rows(read(path)) == ["the PDF is locked with a password"]
    assert "broken" in rows(read(write(tmp_path, b"%PDF-1.7 and nothing more")))[0]


def test_limits(tmp_path: Path) -> None:
    path = write(tmp_path, pdf([LINES] * 3))
    assert rows(read(path, Limits(pdf_pages=2))) == ["3 pages, more than 2"]
    assert rows(read(path, Limits(page_bytes=100))) == ["more than 100 bytes of text"]


def test_only_a_pdf_brings_the_reader_of_pdf() -> None:
    import subprocess

    code = "import sys, sayso.reading; print([name for name in ('pypdf', 'fastwarc') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_file_nested_too_deep_is_told_in_words_that_do_not_change() -> None:
    [reading] = read_paths([str(Path(__file__).parent.parent / "corpus/found/a-pdf-nested-too-deep.pdf")], Limits())
    assert [problem.what for problem in reading.problems] == ["the file is broken or cut off (it is nested too deep)"]
