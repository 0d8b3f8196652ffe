"""A letter is a page with its sender, subject and date."""

from __future__ import annotations

import io
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from found_again import read, rows

from sayso.config import Limits
from sayso.reading import read_paths

PLAIN = "Good morning.\n\nThe bakers of Quill Lane will strike on Thursday, their guild said on Tuesday evening.\n"
HTML = "<html><body><h1>Bakers to strike</h1>" + "".join(
    f"<p>The bakers’ guild said on Tuesday that {n} shops will stay shut on Thursday. “No bread,” it said.</p>"
    for n in range(20, 26)
) + "</body></html>"  # fmt: skip


def letter(html: str | None = HTML, plain: str | None = PLAIN) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Quill Lane Morning <news@quill.example>"
    mail["To"] = "reader@home.example"
    mail["Subject"] = "Bäcker und Brot: what to know today"
    mail["Date"] = "Wed, 13 Nov 2024 06:15:00 +0100"
    mail["Message-ID"] = "<1@quill.example>"
    if plain is not None:
        mail.set_content(plain)
    if html is not None:
        mail.add_alternative(html, subtype="html", charset="iso-8859-15" if "ü" in html else "utf-8")
    return mail


def write(tmp_path: Path, mail: EmailMessage, name: str = "a.eml") -> Path:
    path = tmp_path / name
    path.write_bytes(mail.as_bytes())
    return path


def test_html_is_preferred(tmp_path: Path) -> None:
    [reading] = read(write(tmp_path, letter()))
    [article] = reading.articles
    assert reading.page is not None
    assert (reading.page.member, reading.page.media_type) == ("part 3", "text/html")
    assert article.title == "Bakers to strike"
    assert (article.outlet, article.published) == ("Quill Lane Morning", "2024-11-13T06:15:00+01:00")
    assert "“No bread,” it said." in article.text


def test_plain_text_takes_its_title_from_the_subject(tmp_path: Path) -> None:
    [reading] = read(write(tmp_path, letter(html=None)))
    [article] = reading.articles
    assert article.title == "Bäcker und Brot: what to know today"
    assert "strike on Thursday" in article.text


def test_the_charset_of_the_part_counts(tmp_path: Path) -> None:
    [reading] = read(write(tmp_path, letter(html=HTML.replace("“No bread,”", "No bröt für you,").replace("’", "'"))))
    assert reading.page is not None
    assert reading.page.encoding == "iso8859-15"
    assert "No bröt für you, it said." in reading.articles[0].text


def test_attachments_are_read_or_named(tmp_path: Path) -> None:
    mail = letter(html=None)
    mail.add_attachment(PLAIN.encode(), maintype="text", subtype="plain", filename="extra.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    mail.add_attachment(b"x", maintype="application", subtype="octet-stream", filename="table.xlsx")
    readings = read(write(tmp_path, mail))
    assert [reading.page.member for reading in readings if reading.page] == ["part 2", "part 3"]
    assert rows(readings) == ["the attachment table.xlsx is of a kind that sayso does not read"]


def test_a_letter_without_text(tmp_path: Path) -> None:
    mail = letter(html=None, plain=None)
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    assert rows(read(write(tmp_path, mail))) == ["the letter has no text"]
    assert rows(read(write(tmp_path, letter(html=None, plain=" \n")))) == ["the letter has no text"]


def test_a_letter_over_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path, letter())
    assert rows(read(path, Limits(page_bytes=200))) == ["more than 200 bytes"]
    assert rows(read(path, Limits(held_bytes=200))) == ["more than 200 bytes"]


def test_a_letter_tells_its_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(letter().as_bytes())))
    [reading] = read_paths(["-"])
    assert reading.articles[0].title == "Bakers to strike"
