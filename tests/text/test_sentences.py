"""Sentences as spans, whatever the characters."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.sentences import find_sentences


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in find_sentences(text)]


def test_sentences_are_cut_at_their_ends() -> None:
    assert cut("It rained. The roof fell in! “Why?” she asked.") == [
        "It rained.",
        "The roof fell in!",
        "“Why?” she asked.",
    ]


def test_no_sentence_runs_over_a_line_break() -> None:
    assert cut("First line\nSecond line") == ["First line", "Second line"]


def test_an_initial_before_a_no_break_space_does_no_harm() -> None:
    assert cut("It was J.\u00a0Smith who called É.\u00a0Adler. He left.")[-1] == "He left."


@given(st.text(max_size=200))
def test_every_visible_character_stands_in_one_sentence(text: str) -> None:
    held = [at for span in find_sentences(text) for at in range(span.start, span.end)]
    assert len(held) == len(set(held))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(held)
