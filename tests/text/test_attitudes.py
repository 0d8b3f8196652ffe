"""Cues that tell where somebody stands, or what they did, and not what they said."""

import pytest

from sayso.text.attitudes import is_attitude


@pytest.mark.parametrize(
    ("cue", "is_one"),
    [
        ("supports", True),
        ("has staged a protest against", True),
        ("later posted the photo of", True),
        ("has banned", True),
        ("said", False),
        ("posted", False),
        ("called for a ban on", False),
        ("paid tribute:", False),
        ("encouraged", False),
        ("said in a statement approving", False),
        ("signed the bill into law", True),
    ],
)
def test_an_attitude_or_act_is_told_from_a_saying(cue: str, is_one: bool) -> None:
    assert is_attitude(cue) is is_one
