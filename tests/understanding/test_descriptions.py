"""What the words that name a source tell."""

import pytest

from sayso.understanding.descriptions import describe


@pytest.mark.parametrize(
    ("words", "kind", "name", "role"),
    [
        ("Transport Minister Oskar Brandl", "person", "Oskar Brandl", "Transport Minister"),
        (
            "Mara Lindqvist, the director of the Harbour Office",
            "person",
            "Mara Lindqvist",
            "director of the Harbour Office",
        ),
        ("the harbour master, Agnete Rusk", "person", "Agnete Rusk", "harbour master"),
        ("Mr Lauwe", "person", "Lauwe", None),
        ("the Ministry of Fisheries", "organisation", "Ministry of Fisheries", None),
        ("NATO", "organisation", "NATO", None),
        ("the union", "organisation", None, None),
        ("the prime minister", "person", None, "prime minister"),
        ("two residents", "group", None, None),
        ("Western officials", "group", None, None),
        ("a deckhand who asked not to be named", "unnamed", None, None),
        ("a source close to the talks", "unnamed", None, None),
        ("sources", "unnamed", None, None),
        ("the report", "document", None, None),
        ("Tokyo", "organisation", "Tokyo", None),
    ],
)
def test_a_source_phrase_gives_kind_name_and_role(words: str, kind: str, name: str | None, role: str | None) -> None:
    description = describe(words)
    assert (description.kind, description.name, description.role) == (kind, name, role)


def test_a_role_tells_the_body() -> None:
    assert describe("Pieter Lauwe, a spokesman for Ostrel Lines").affiliation == "Ostrel Lines"


def test_a_spokeswoman_is_she() -> None:
    assert describe("coast guard spokeswoman Ines Kolvaag").gender == "she"


def test_a_document_tells_its_author() -> None:
    description = describe("a report by the engineers Tolland & Wray")
    assert (description.kind, description.affiliation) == ("document", "Tolland & Wray")


def test_a_dateline_is_no_part_of_a_source() -> None:
    assert describe("PORT ELLERY – Two residents").words == "Two residents"
