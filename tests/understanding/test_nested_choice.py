"""Which nested attributions hold, and where they are cut."""

import math
from dataclasses import replace

import numpy as np
import pytest

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, find_layers
from sayso.understanding.encoder import Encoder
from sayso.understanding.nested_choice import LEAST_LIKELY, SIGNS, Candidate, choose, find_candidates
from sayso.understanding.nested_cuts import other_cuts
from sayso.understanding.nesting import LIKELY_CUE, read_inside


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    return Attribution(tuple(span(text, one) for one in content), span(text, cue), span(text, source), 0.6)


@pytest.mark.parametrize(
    ("text", "read", "cut", "meant"),
    [
        (
            "“She waved and then she said: ‘Mind the ice.’ That was all I saw”",
            ("She waved and then", "‘Mind the ice.’ That was all"),
            "after the cue",
            "‘Mind the ice.’ That was all",
        ),
        ("“She said ‘Mind the ice.’ That was all I saw”", ("‘Mind the ice.’ That",), "quotation", "‘Mind the ice.’"),
        ("“She said it was cold. The bridge is old”", ("it was cold. The",), "sentence", "it was cold."),
        ("She said the bridge is old. Nobody cared", ("the bridge",), "whole", "the bridge is old. Nobody cared"),
        ("She said the bridge is safe, but nobody crosses it", ("the bridge is safe, but nobody",), "clause", "the bridge is safe"),
        ("The bridge is safe, she said", ("is safe",), "from the start", "The bridge is safe"),
    ],
)  # fmt: skip
def test_a_content_may_be_cut_otherwise(text: str, read: tuple[str, ...], cut: str, meant: str) -> None:
    inner = attribution(text, "she" if "she" in text else "She", "said", *read)
    found = {way: [one.cut(text) for one in other.content] for way, other in other_cuts(text, Span(0, len(text)), inner).items()}  # fmt: skip
    assert found[cut] == [meant]


def test_a_title_ends_no_sentence() -> None:
    text = "She said the harbour belongs to Mr. Lind and his sons"
    inner = attribution(text, "She", "said", "the harbour belongs to Mr")
    (whole,) = other_cuts(text, Span(0, len(text)), inner).values()
    assert whole.content[0].cut(text) == "the harbour belongs to Mr. Lind and his sons"


def test_of_the_readings_of_one_cue_at_most_one_holds() -> None:
    text = "that the mayor had said the old bridge would stay closed until the spring"
    content = Span(0, len(text))
    whole = attribution(text, "the mayor", "had said", "the old bridge would stay closed until the spring")
    torn = attribution(text, "the mayor", "said", "the old bridge would")
    groups = find_candidates(text, content, {"tagged": [torn], "bold": [whole]})
    (group,) = groups
    assert len(group) > 2
    assert {len(one.signs) for one in group} == {SIGNS}
    (chosen,) = choose(groups, Encoder().tables.nested_choice)
    assert chosen.content == whole.content
    assert LEAST_LIKELY <= chosen.confidence < 0.99


def test_words_that_run_into_what_the_same_speaker_says_next_are_cut_before_it() -> None:
    text = "that the clerk did not know who it was and did not want to know"
    clerk = "the clerk"
    long = attribution(text, clerk, "did not know", "who it was and did not want to know")
    short = attribution(text, clerk, "did not know", "who it was")
    following = attribution(text, clerk, "did not want", "to know")
    groups = [[Candidate(long, (2.0,)), Candidate(short, (1.0,))], [Candidate(following, (1.0,))]]
    assert [one.content for one in choose(groups, (1.0,))] == [short.content, following.content]
    assert [one.content for one in choose(groups[:1], (1.0,))] == [long.content]


def test_what_is_not_likely_to_hold_is_left_out() -> None:
    text = "that the clerk said the bridge would be closed"
    one = attribution(text, "the clerk", "said", "the bridge would be closed")
    odds = math.log(LEAST_LIKELY / (1 - LEAST_LIKELY))
    assert choose([[Candidate(one, (1.0,))]], (odds - 0.01,)) == []
    assert choose([[Candidate(one, (1.0,))]], (odds + 0.01,)) == [
        replace(one, confidence=pytest.approx(LEAST_LIKELY, abs=0.01))
    ]


class Counting(Encoder):
    """An encoder that knows how many windows it has read."""

    count = 0

    def read(self, window):  # type: ignore[no-untyped-def]
        self.count += 1
        return super().read(window)


def test_only_a_content_with_a_likely_cue_is_read_again() -> None:
    text = "The mayor said the clerk had told her that the old bridge would be closed."
    encoder = Counting()
    layers = replace(find_layers(text, encoder.read_text(text), encoder.tables), inner=[], bold=[])
    (content,) = layers.outer[0].content
    assert layers.chance_inside(content) >= LIKELY_CUE
    assert read_inside(text, content, layers, encoder)
    assert encoder.count == 2
    outside = np.log(np.array([0.94, *[0.01] * 6], dtype=np.float32))
    quiet = replace(
        layers, readings=[replace(one, inner=np.tile(outside, (len(one.inner), 1))) for one in layers.readings]
    )
    assert quiet.chance_inside(content) == pytest.approx(0.02)
    assert not read_inside(text, content, quiet, encoder)
    assert encoder.count == 2
