"""Whom a description of one person means."""

from __future__ import annotations

from sayso.spans import Span
from sayso.understanding.speakers.cast import Cast


def named(text: str, words: str) -> str | None:
    start = text.rindex(words)
    source = Span(start, start + len(words))
    member = Cast(text, []).resolve(source, source.start)
    return member.name if member else None


def test_an_office_told_beside_a_name_is_its_holders() -> None:
    text = (
        "Harbour master Ana Prell met Karl Brandt, a farmer. The wind rose. The harbour master said nothing was lost."
    )
    assert named(text, "The harbour master") == "Ana Prell"


def test_an_unnamed_source_is_never_somebody_named() -> None:
    text = "Ana Prell, an official of the port, left. The port will close, said an official who asked not to be named."
    assert named(text, "an official who asked not to be named") == "an official who asked not to be named"


def test_somebody_brought_in_late_is_nobody_named_before() -> None:
    text = (
        "Ana Prell, a pilot, spoke. It rained. The quay was wet. Nobody came. In Orby a pilot said the lights were out."
    )
    assert named(text, "a pilot") == "a pilot"


def test_a_husband_is_not_the_one_whose_husband_he_is() -> None:
    text = "Ana Prell won the race. Prell was glad. Her husband said she had trained for years."
    assert named(text, "Her husband") != "Ana Prell"


def test_some_are_not_several() -> None:
    text = "Several farmers left. Some farmers said the wall was too low."
    cast = Cast(text, [])
    first = cast.resolve(Span(0, len("Several farmers")), 0)
    second = cast.resolve(Span(text.index("Some"), text.index(" said")), text.index("said"))
    assert first is not None
    assert first is not second


def test_both_of_a_kind_are_the_two_named_last() -> None:
    text = "Ana Prell met Karl Brandt in Orby. The two pilots said the strait was calm."
    source = Span(text.index("The two pilots"), text.index(" said the"))
    assert {one.name for one in Cast(text, []).resolve_all(source, source.end) if one} == {"Ana Prell", "Karl Brandt"}


def test_a_body_that_is_called_something_has_that_name() -> None:
    text = "A new group called Orby Forward said it would pay."
    assert named(text, "A new group called Orby Forward") == "Orby Forward"


def test_a_party_and_seat_are_no_nickname() -> None:
    text = "Ana Prell (R-Orby) Votes No. Prell said the bill was dear."
    assert named(text, "Prell") == "Ana Prell"


def test_mr_is_no_woman_of_that_surname() -> None:
    text = "Michelle Prell waited. Her son was late. Mr. Prell said the ferry had not come."
    assert named(text, "Mr. Prell") != "Michelle Prell"
