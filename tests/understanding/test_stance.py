"""How a statement's content is put forward."""

import pytest

from sayso.understanding.stance import judge_stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("to comment on the count", "declined", "no_comment"),
        ("that the lashings were faulty", "denied", "denied"),
        ("“That is simply not true,”", "said", "denied"),
        ("whether the ship was overloaded", "asked", "question"),
        ("“Who signed for this?”", "said", "question"),
        ("the owner to pay", "demanded", "demand"),
        ("that the strait will reopen on Saturday", "said", "predicted"),
        ("that the crates may have held acid", "said", "hedged"),
        ("the plan as a shambles", "criticised", "opinion"),
        ("that fourteen boxes were lost", "said", "asserted"),
    ],
)
def test_the_first_stance_that_fits_is_given(content: str, cue: str, stance: str) -> None:
    assert judge_stance(content, cue, "report", own=False) == stance


def test_an_article_that_notes_silence_reports_no_comment() -> None:
    assert judge_stance("There has been no reaction from the owner so far.", "", "report", own=True) == "no_comment"
