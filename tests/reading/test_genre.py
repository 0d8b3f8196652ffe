"""What kind of article a page says it is."""

import pytest

from sayso.reading.genre import tell_genre
from sayso.records import Genre

ENTRIES = "\n\n".join(f"{hour}:30 p.m.\n\nThe ferry queue is {hour} miles long." for hour in range(1, 5))


@pytest.mark.parametrize(
    ("title", "sections", "text", "genre"),
    [
        ("Ferry stuck off Marla – live", [], "", "live"),
        ("Storm shuts the harbour as two are hurt - updates", [], "", "live"),
        ("The Latest: Council votes on ferry", [], "", "live"),
        ("Ferry stuck", [], f"MARLA — What we know.\n\n{ENTRIES}", "live"),
        ("Ferry stuck", [], "The ferry left at 4:30 p.m. and came back at 5:30 p.m.", "report"),
        ("Trains at\n10\n11\n12", [], "10\n11\n12\n13", "report"),
        ("Ferry stuck", [], "The ferry is stuck.\nHere’s the latest:\nTug on its way\nIt left Orby.", "live"),
        ("Ferry stuck off Marla: what we know", [], "The ferry is stuck.", "analysis"),
        ("Council knows what it wants", [], "The ferry is stuck.", "report"),
        ("Why ferries fail", ["Opinion"], ENTRIES, "opinion"),
        ("Ferry firm grows", [], "FOR IMMEDIATE RELEASE\n\nMarla Ferries grew.", "release"),
    ],
)
def test_labels_count_before_entries_and_entries_before_silence(
    title: str, sections: list[str], text: str, genre: Genre
) -> None:
    assert tell_genre(title, sections, text) == genre
