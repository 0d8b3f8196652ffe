"""Attributions inside contents that the form of the words tells."""

import pytest

from sayso.spans import Span
from sayso.understanding.attribution import Attribution
from sayso.understanding.citing import relied_on
from sayso.understanding.nested_nouns import with_owned_words
from sayso.understanding.nested_sources import tidy_source
from sayso.understanding.passing_on import with_as_clauses
from sayso.understanding.unvoiced import with_unvoiced

Told = tuple[str | None, str, list[str]]


def shown(text: str, found: list[Attribution]) -> list[Told]:
    return [
        (one.source and one.source.cut(text), one.cue.cut(text) if one.cue else "", [part.cut(text) for part in one.content])
        for one in found
    ]  # fmt: skip


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("charges against three sailors accused of theft", ("accused", ["three sailors", "of theft"])),
        ("boats believed to be lost off Orby.", ("believed", ["boats", "to be lost off Orby"])),
        ("the clerk was said to have left the town", ("was said", ["the clerk", "to have left the town"])),
        ("the men are suspected of arson, and of fraud", ("are suspected", ["the men", "of arson"])),
    ],
)
def test_what_nobody_in_particular_says_of_somebody_has_no_source(text: str, told: tuple[str, list[str]]) -> None:
    assert shown(text, with_unvoiced(text, Span(0, len(text)), [])) == [(None, *told)]


@pytest.mark.parametrize(
    "text",
    [
        "they believed to be lost",
        "of what port officials believed to be a raft",
        "the mayor accused the clerk of theft",
        "the boats were reported by the coast guard",
    ],
)
def test_who_accuses_or_believes_is_left_to_the_tagger(text: str) -> None:
    assert with_unvoiced(text, Span(0, len(text)), []) == []


def test_of_whom_it_is_said_is_not_who_says_it() -> None:
    text = "ships believed to be at sea"
    read = Attribution((place(text, "to be at sea"),), place(text, "believed"), place(text, "ships"), 0.7)
    assert shown(text, with_unvoiced(text, Span(0, len(text)), [read])) == [
        (None, "believed", ["ships", "to be at sea"])
    ]


def test_a_source_further_off_stays() -> None:
    text = "Lind, as every clerk knows, believed to be at sea"
    read = Attribution((place(text, "to be at sea"),), place(text, "believed"), place(text, "Lind"), 0.7)
    assert with_unvoiced(text, Span(0, len(text)), [read]) == [read]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "the council doubted the mayor's claim that the bridge is safe, and left",
            ("the mayor's", "claim", ["that the bridge is safe"]),
        ),
        (
            "he read Mrs. Lind's pledges to the U.S. fleet, and her promise that Mrs. Reed may stay",
            ("her", "promise", ["that Mrs. Reed may stay"]),
        ),
        ("she repeated her announced plans to step down", ("her", "announced plans", ["to step down"])),
        (
            "he had assurances from the port officials that the quay will open",
            ("the port officials", "assurances", ["that the quay will open"]),
        ),
    ],
)
def test_claims_and_promises_say_what_stands_behind_them(text: str, told: Told) -> None:
    assert shown(text, with_owned_words(text, Span(0, len(text)), [])) == [told]


@pytest.mark.parametrize("text", ["the town's claim to the land", "her plans of the harbour", "claims that it is safe"])
def test_a_claim_to_something_and_one_of_nobody_are_no_words(text: str) -> None:
    assert with_owned_words(text, Span(0, len(text)), []) == []


def test_by_whose_account_a_sentence_inside_a_content_is() -> None:
    text = "“Nine boats were lost that night, according to the harbour log. Nobody came.”"
    found = with_as_clauses(text, Span(0, len(text)), [])
    assert shown(text, found) == [("the harbour log", "according to", ["Nine boats were lost that night"])]


def test_the_account_that_a_content_itself_rests_on_is_not_inside_it() -> None:
    text = "Nine boats were lost that night, according to the harbour log."
    assert with_as_clauses(text, place(text, "Nine boats were lost that night"), []) == []


def test_behind_that_stands_who_speaks() -> None:
    text = "and that Ada Lind denied being there"
    read = Attribution((place(text, "being there"),), place(text, "denied"), place(text, "that"), 0.5)
    assert tidy_source(text, read).source == place(text, "Ada Lind")


def test_who_cites_may_have_citing_for_a_cue() -> None:
    text = "The Gazette said this week, citing police, that the bridge is shut."
    read = Attribution(
        (place(text, "that the bridge is shut"),), place(text, "citing"), place(text, "The Gazette"), 0.8
    )
    assert relied_on(text, Span(0, len(text)), read) == place(text, "police")
