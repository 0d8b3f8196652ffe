"""What "the poll", "a new poll" and "the film" mean."""

import pytest

from tests.understanding.test_cast import resolve


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        # What the lead tells of without a name is named next, when one alone is named.
        ("Few want the tax, a new poll shows.\nThe Orby Post says no. The Tann Institute poll came on Monday.", "a new poll", "Tann Institute poll"),
        ("A new poll was held. The Tann Institute poll of 900 skippers, held in May, came on Monday. Few want the tax, the poll showed.", "the poll", "Tann Institute poll of 900 skippers"),
        ("Few want the tax, a new poll shows. The Tann Institute poll and the Orby Post poll came on Monday.", "a new poll", "a new poll"),
        ("A poll by the University of Orby/Tann Institute poll desk. Few want the tax, a report found.", "a report", "a report"),
        ("Tann shot her new film “7th Tide” last year. Gulls sing in the film.", "the film.", "7th Tide"),
        ("A long study by the port's engineers, out today, is long. Quays sink, the report says.", "the report", "A long study by the port's engineers"),
        ("“The Long Tide,” her first book, sold well. Quays sink, the book says.", "the book", "The Long Tide"),
    ],
)  # fmt: skip
def test_documents_go_by_their_fullest_name(text: str, source: str, name: str) -> None:
    assert resolve(text, source.rstrip(".")) == [name]
