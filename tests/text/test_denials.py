"""Words that deny."""

import pytest

from sayso.text.denials import is_denial, tells_of_denial, without_denial


@pytest.mark.parametrize(
    ("cue", "content", "denies"),
    [
        ("denied", "that the lock was forced", True),
        ("denied", "the club's application", False),
        ("neither denied", "the report", False),
        ("rejected", "the accusation", True),
        ("rejected", "the new timetable", False),
        ("was dismissed", "The coach", False),
        ("said", "The report is completely false", True),
        ("said", "the figure was “false”", True),
        ("said", "it is wrong to sell the pitch", False),
        ("said", "she is wrong", False),
    ],
)
def test_a_denial_says_that_an_account_is_untrue(cue: str, content: str, denies: bool) -> None:
    assert is_denial(cue, content) is denies


def test_a_sentence_may_tell_of_a_denial() -> None:
    assert tells_of_denial("The club disputes that the lock was forced")
    assert not tells_of_denial("The club denied entry to the fans")


def test_what_is_denied_is_left() -> None:
    assert without_denial("The report is false").split() == ["The", "report"]
