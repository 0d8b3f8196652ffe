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
        ("Ferry stuck", [], "Opinion\nThe ferry is stuck, and that is a shame.", "opinion"),
        ("Ferry stuck", [], "By Ada Quill, Opinion contributor\nThe ferry is stuck.", "opinion"),
        ("Ferry stuck", [], "Harbour Analysis\nAnalysis Interpretation of the news\nThe ferry is stuck.", "analysis"),
        ("Ferry stuck", [], "Analysis by Ada Quill, Marla Post\nThe ferry is stuck.", "analysis"),
        ("Ferry stuck", [], "The Latest on the stuck ferry (all times local):\nIt is stuck.", "live"),
        ("Ferry stuck", [], "Sport\nOpinion\nHome\nThe ferry is stuck.", "report"),
        ("Ferry stuck", [], "Stuck!\nThe opinions expressed in this commentary are those of the author.", "opinion"),
        ("Ferry stuck", [], "Stuck!\nAda Quill is a professor of tides at Marla University.", "opinion"),
        ("Ferry stuck", [], "Stuck!\nAda Quill teaches the law of the sea at Marla University.", "opinion"),
        ("Ferry stuck", [], "Stuck!\nAda Quill is a correspondent and the author of two books.", "report"),
        ("Ferry stuck", [], "Stuck!\nAda Quill is a former captain who was on board.", "report"),
        ("Ferry stuck", [], "Stuck!\nThe Maid is the only ferry of the director of the port.", "report"),
        ("Ferry firm grows", [], "FOR IMMEDIATE RELEASE\n\nMarla Ferries grew.", "release"),
    ],
)
def test_labels_count_before_entries_and_entries_before_silence(
    title: str, sections: list[str], text: str, genre: Genre
) -> None:
    assert tell_genre(title, sections, text) == genre


def test_bylines_and_notes_on_the_author_name_the_genre() -> None:
    assert tell_genre("Ferry stuck", [], "The ferry is stuck.", notes=["Analysis by Ada Quill"]) == "analysis"
    assert (
        tell_genre("Ferry stuck", [], "The ferry is stuck.", notes=["Ada Quill is a fellow at the Tide Lab."])
        == "opinion"
    )
    assert tell_genre("Ferry stuck", [], "The ferry is stuck.", notes=["By Ada Quill, Marla Post"]) == "report"
