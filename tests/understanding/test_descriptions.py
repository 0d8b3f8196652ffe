"""What the words that name a source tell."""

import pytest

from sayso.understanding.speakers.descriptions import body_of, describe


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
        ("the United States", "organisation", "United States", None),
        ("Rep. P.J. Marrow (D-Va.), head of the Dockers' Caucus", "person", "P.J. Marrow", "Rep."),
        ("Mrs. Holt's", "person", "Holt", None),
        ("Bank of Orby chief economist Nils Prell", "person", "Nils Prell", "Bank of Orby chief economist"),
        ("Secretary of Defense Ana Prell Lund", "person", "Ana Prell Lund", "Secretary of Defense"),
        (
            "Nils Prell, the president of the Orby dockers union",
            "person",
            "Nils Prell",
            "president of the Orby dockers union",
        ),
        ("the People’s Courier, a weekly", "organisation", "People’s Courier", None),
        ("the Seafarers’ and Dockers’ Union", "organisation", "Seafarers’ and Dockers’ Union", None),
        ("law firm Prell Lund", "organisation", "Prell Lund", None),
        ("Orby University's Diana Prell", "person", "Diana Prell", None),
        ("Stephen King", "person", "Stephen King", None),
        ("people close to Holt", "unnamed", None, None),
        ("a spokesman for President Dole", "unnamed", None, None),
        ("Supporters of President Dole", "group", None, None),
        ("Federal officials familiar with Mrs. Holt's house", "group", None, None),
        ("Experts", "group", None, None),
        ("Senate Republicans", "group", None, None),
        ("Half of teens", "group", None, None),
        ("a super PAC", "organisation", None, None),
        ("the brochure", "document", None, None),
        ("Prell's son-in-law", "unnamed", None, None),
        ("The father, from New Orby,", "person", None, "father"),
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


@pytest.mark.parametrize(
    ("words", "owner"),
    [("its managing director", "its"), ("the company’s spokesman", "the company"), ("Holt’s office", "Holt")],
)
def test_a_relation_tells_whose(words: str, owner: str) -> None:
    assert describe(words).owner == owner


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("a spokesman for Ostrel Lines", "Ostrel Lines"),
        ("Bank of Orby chief economist", "Bank of Orby"),
        ("Town clerk", None),
        ("former secretary of state", None),
        ("coast guard spokeswoman", "coast guard"),
        ("spokeswoman for the coast guard", "coast guard"),
        ("managing director of the shipping company", None),
        ("prison guard", None),
    ],
)
def test_a_role_is_held_at_a_body(role: str, body: str | None) -> None:
    assert body_of(role) == body


@pytest.mark.parametrize("words", ["—", "” ", " ,"])
def test_an_odd_mark_that_is_taken_for_a_source_is_nobody(words: str) -> None:
    described = describe(words)
    assert (described.kind, described.name, described.head) == ("unnamed", None, None)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("An OTIB spokesman", "OTIB"),
        ("a spokeswoman for Ostrel Lines", "Ostrel Lines"),
        ("A statement on Ostrel Lines' website", "Ostrel Lines"),
        ("a post on Brackle's official Facebook page", "Brackle"),
        ("a report by the engineers Tolland & Wray", "Tolland & Wray"),
        ("a statement on the pier", None),
        ("a report by the engineers Tolland & Wray on the ministry's website", "Tolland & Wray"),
        ("A statement on Monday on the Orby Lines website", "Orby Lines"),
        ("A statement on the official website", None),
        ("a deckhand", None),
    ],
)
def test_unnamed_voices_and_documents_tell_whose_they_are(words: str, body: str | None) -> None:
    assert describe(words).affiliation == body
