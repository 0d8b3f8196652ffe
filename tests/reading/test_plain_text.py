"""A page of plain text is split into its parts and articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.reading import Reading, read_paths
from sayso.reading.credits import read_credits
from sayso.records import Article, PartKind

BODY = (
    "The town library of Ostby will close its reading room in March, the council said on Tuesday.\n\n"
    "Its eleven thousand books will be kept in the cellar of the school, according to the librarian, Tove Lund.\n\n"
    "“Nobody asked the readers,” said Lund. The council did not answer questions about the cost."
)
OTHER = (
    "Fishermen from Skarvik have caught a shark of four metres, the coast station reported.\n\n"
    "It was let go near Skarvik light, skipper Arne Holt told the station by radio.\n\n"
    "Sharks of that length are rare so far north, marine biologists from Skarvik College said."
)
TICKER = "• News\n2025, Friday\n18 July\n19:16\nBridge closed after storm\n18:54\nExclusive\nMayor resigns over ferry deal\n18:30\nRain until Sunday"


def read(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    [reading] = read_paths([str(path)])
    return reading


def only(reading: Reading) -> Article:
    [article] = reading.articles
    return article


def kinds(reading: Reading) -> dict[str, PartKind]:
    assert reading.page is not None
    return {part.text: part.kind for part in reading.page.parts}


def test_title_and_body(tmp_path: Path) -> None:
    article = only(read(tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n"))
    assert article.title == "Ostby library to close its reading room"
    assert article.text == BODY.replace("\n\n", "\n")
    assert (article.language, article.analysed, article.genre) == ("en", True, "report")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("9 April, 2025 Wednesday\n10:52", "2025-04-09T10:52"),
        ("Published: Tuesday, November 5, 2024 - 7:05 am", "2024-11-05T07:05"),
        ("Mon 11 Nov 2024 18:10 GMT", "2024-11-11T18:10+00:00"),
        ("Saturday 16.11.2024", "2024-11-16"),
        ("2024-11-16T08:15:00+01:00", "2024-11-16T08:15+01:00"),
        ("Updated 3 May 2024, 11.58 pm", None),
        ("03/04/2024", None),
        ("31 February 2024", None),
    ],
)
def test_date_lines(tmp_path: Path, line: str, published: str | None) -> None:
    article = only(read(tmp_path, f"Ostby library to close its reading room\n\n{line}\n\n{BODY}"))
    assert article.published == published


def test_an_update_is_not_the_publication(tmp_path: Path) -> None:
    article = only(
        read(tmp_path, f"Ostby library to close its reading room\n\n11 Nov 2024 18:10 | Updated 18:34\n\n{BODY}")
    )
    assert (article.published, article.modified) == ("2024-11-11T18:10", "2024-11-11T18:34")


def test_the_head_of_a_page(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "THE OSTBY MESSENGER\nHome | Town | Sport | Weather\nOPINION\n\nWho reads in Ostby after dark\n\n"
        f"A town without a reading room is a town without a night\n\nTove Lund-Berg\n28 October 2024\n\nblock.teaser_title\n\n{BODY}",
    )
    article, told = only(reading), kinds(reading)
    assert (article.outlet, article.authors, article.genre) == ("The Ostby Messenger", ("Tove Lund-Berg",), "opinion")
    assert told["Home | Town | Sport | Weather"] == "navigation"
    assert told["A town without a reading room is a town without a night"] == "deck"
    assert told["block.teaser_title"] == "template_key"
    assert article.text.startswith("A town without a reading room")


def test_two_articles_with_a_dateline_between(tmp_path: Path) -> None:
    text = f"Ostby library to close its reading room\n\n{BODY}\n\nA shark as long as a car\n\n\u00a0 December 3, 2023.\u00a0 SKARVIK – {OTHER}"
    first, second = read(tmp_path, text).articles
    assert first.text == BODY.replace("\n\n", "\n")
    assert second.title == "A shark as long as a car"
    assert second.text.startswith("December 3, 2023.\u00a0 SKARVIK – Fishermen")
    assert (first.published, second.published) == (None, "2023-12-03")
    assert first.id != second.id


def test_another_topic_opens_another_article(tmp_path: Path) -> None:
    text = f"Ostby library to close its reading room\n\n{BODY}\n\nSkarvik fishermen let a giant shark go\n\n{OTHER}"
    assert [article.title for article in read(tmp_path, text).articles] == [
        "Ostby library to close its reading room",
        "Skarvik fishermen let a giant shark go",
    ]


def test_a_subheading_opens_no_article(tmp_path: Path) -> None:
    more = "Lund said that the council of Ostby would hear from her readers before the reading room closed in March."
    reading = read(
        tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n\nA cellar full of books\n\n{more}\n\n{more}"
    )
    assert kinds(reading)["A cellar full of books"] == "subheading"
    assert only(reading).text.count("\nA cellar full of books\n") == 1


def test_a_ticker_is_dated_item_by_item(tmp_path: Path) -> None:
    reading = read(tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n\nRead also:\n{TICKER}\nMore news\n")
    assert reading.page is not None
    items = [part for part in reading.page.parts if part.kind == "ticker_item"]
    assert [item.published for item in items] == ["2025-07-18T19:16", "2025-07-18T18:54", "2025-07-18T18:30"]
    assert items[1].text == "18:54\nExclusive\nMayor resigns over ferry deal"
    assert kinds(reading)["2025, Friday\n18 July"] == "ticker_header"
    assert kinds(reading)["More news"] == "navigation"
    assert only(reading).published is None
    assert "Mayor" not in only(reading).text


def test_a_ticker_with_one_line_for_an_item(tmp_path: Path) -> None:
    lines = "Friday, 18 July 2025\n19:16 Bridge closed after the storm\n18:54 – Mayor resigns over ferry deal\n18:30 Rain until Sunday"
    reading = read(tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n\n{lines}")
    assert reading.page is not None
    assert [part.published for part in reading.page.parts if part.kind == "ticker_item"][-1] == "2025-07-18T18:30"


def test_live_entries_make_one_live_article(tmp_path: Path) -> None:
    paragraphs = BODY.split("\n\n")
    entries = "\n\n".join(f"1{hour}:05\n\n{paragraph} {paragraph}" for hour, paragraph in enumerate(paragraphs))
    reading = read(tmp_path, f"LIVE: Ostby council debates the library\n\n18 July 2025\n\n{entries}")
    article = only(reading)
    assert reading.page is not None
    assert article.genre == "live"
    assert article.text.count("\n") == 2
    assert "10:05" not in article.text
    assert next(part.published for part in reading.page.parts if part.kind == "live_entry") == "2025-07-18T10:05"


def test_what_stands_behind_an_article(tmp_path: Path) -> None:
    tail = {
        "With reporting from Fjordwire": "credit",
        "Source": "source_list",
        "About the author. Tove Lund, librarian and essayist": "author_note",
        "The editorial staff does not share the opinions of its guests.": "disclaimer",
        "Tags: books, Ostby": "tags",
        "Read also:": "related",
        "Ferry gets a new funnel": "related",
        "Sign up for our free newsletter": "other",
        "ab/cde": "byline",
        "Books before the move. PHOTO: T. LUND": "caption",
        "© Ostby Messenger": "disclaimer",
    }
    lines = "\n\n".join(tail).replace("Read also:\n\n", "Read also:\n")
    reading = read(tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n\n{lines}\n")
    told = kinds(reading)
    assert {text: told[text] for text in tail} == tail
    article = only(reading)
    assert article.text == BODY.replace("\n\n", "\n")
    assert article.authors == ("Tove Lund",)
    assert [credit.name for credit in article.credits] == ["Fjordwire"]


def test_used_articles_become_citations(tmp_path: Path) -> None:
    sources = "Used articles:\n\nShelves: who pays?, https://books.example/a\n\nOn cellars (Ida Moe – Fjord Post), https://www.fjord.example/"
    article = only(read(tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n\n{sources}"))
    assert [(cite.title, cite.outlet, cite.url) for cite in article.cites] == [
        ("Shelves: who pays?", None, "https://books.example/a"),
        ("On cellars", "Fjord Post", "https://www.fjord.example/"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("OSTBY (Fjordwire) — The library will close, the council of the town said on Tuesday.", "Fjordwire"),
        ("The library will close in March, the council of the town said on Tuesday. (Reuters)", "Reuters"),
        ("The library will close, the council said, in a plan first published by The Fjord Post.", "Fjord Post"),
    ],
)
def test_credits_in_the_text_have_their_span(tmp_path: Path, line: str, name: str) -> None:
    article = only(read(tmp_path, f"Ostby library to close its reading room\n\n{line}\n\n{BODY}"))
    [credit] = article.credits
    assert credit.span is not None
    assert credit.span.cut(article.text) == credit.name == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Associated Press", ["Associated Press"]),
        ("Associated Press Monday, July 16, 2018", ["Associated Press"]),
        ("The Associated Press — By Ida Moe", ["Associated Press"]),
        ("By Ida Moe and Lars Moe New York Times", ["New York Times"]),
        ("By Ida Moe/Reuters", ["Reuters"]),
        ("The crowd ran to the pier. (Reuters) The players came by boat.", []),
        ("A ferry sank, killing nine. (AFP) The parliament passed the budget. (dpa)", ["AFP", "dpa"]),
        ("The library will close in March. Additional reporting by PA", ["PA"]),
        # A short name alone stands under pictures too, and a sentence signs nothing.
        ("PA", []),
        ("Ida Moe, Associated Press", []),
        ("Bloomberg reported on 3 May 2018 that the library would close.", []),
    ],
)
def test_lines_that_sign_a_text_credit_an_agency(line: str, names: list[str]) -> None:
    assert [credit.name for credit in read_credits(line, [], None)] == names


def test_the_latest_past_date_is_a_lower_bound(tmp_path: Path) -> None:
    line = "On April 8, 2025, the council voted; the room will be sold by 1 June 2026, it said in a note of 3 May 2024."
    article = only(read(tmp_path, f"Ostby library to close its reading room\n\n{line}\n\n{BODY}"))
    assert (article.published, article.not_before) == (None, "2025-04-08")


def test_glued_words_are_reported_and_not_mended(tmp_path: Path) -> None:
    line = "Lundshould have been asked, the readers said. Townshould is a hamlet."
    article = only(read(tmp_path, f"Ostby library to close its reading room\n\n{BODY}\n\n{line}"))
    [repair] = article.repairs
    assert (repair.span.cut(article.text), repair.from_, repair.to) == ("Lundshould", "Lundshould", "Lund should")


def test_a_column_names_its_author_in_the_title(tmp_path: Path) -> None:
    article = only(read(tmp_path, f"Who reads after dark — Ida Moe's column\n\n{BODY}"))
    assert (article.authors, article.genre) == (("Ida Moe",), "opinion")


def test_other_languages_are_read_and_not_analysed(tmp_path: Path) -> None:
    text = (
        "Lesesaal der Bibliothek schließt im März\n\nDie Stadtbibliothek schließt im März ihren Lesesaal, teilte der Rat am "
        "Dienstag mit.\n\n„Niemand hat die Leser gefragt“, sagte die Bibliothekarin. Der Rat schwieg zu den Kosten."
    )
    article = only(read(tmp_path, text))
    assert (article.language, article.analysed) == ("de", False)


def test_the_same_page_gives_the_same_reading(tmp_path: Path) -> None:
    text = f"Ostby library to close its reading room\n\n{BODY}\n\n{TICKER}"
    assert read(tmp_path, text) == read(tmp_path, text)
