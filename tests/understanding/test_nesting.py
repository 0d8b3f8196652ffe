"""Attributions inside others' contents."""

import numpy as np

from sayso.spans import Span
from sayso.understanding.attribution import Attribution, find_layers
from sayso.understanding.encoder import Encoder, log_softmax
from sayso.understanding.nesting import read_again, tagged_inside

TEXT = "The Gazette reported that Ada Lind had said the old bridge would be closed until the spring. Lind resigned."
CONTENT = Span(TEXT.index("that Ada"), TEXT.index(". Lind"))


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_only_what_lies_inside_a_content_with_all_its_parts_is_told_inside_it() -> None:
    inner = Attribution((place("the old bridge would be closed"),), place("had said"), place("Ada Lind"), 0.5)
    astray = Attribution((place("the old bridge would be closed"),), place("resigned"), place("Lind resigned"), 0.5)
    assert tagged_inside(TEXT, CONTENT, [inner, astray]) == [inner]


def test_a_nested_attribution_is_never_told_as_certain() -> None:
    encoder = Encoder()
    _, inner = find_layers(TEXT, encoder.read_text(TEXT), encoder.tables)
    assert [one.source and one.source.cut(TEXT) for one in inner] == ["Ada Lind"]
    assert 0.5 < inner[0].confidence < 0.99


def test_what_is_found_by_reading_again_is_less_sure_than_what_was_tagged() -> None:
    encoder = Encoder()
    (tagged,) = tagged_inside(TEXT, CONTENT, find_layers(TEXT, encoder.read_text(TEXT), encoder.tables)[1])
    (again,) = read_again(TEXT, CONTENT, encoder)
    assert (again.cue, again.source) == (tagged.cue, tagged.source)
    assert again.confidence < tagged.confidence


def test_log_probabilities_sum_to_one_whatever_leans_on_them() -> None:
    leaned = np.log(np.array([[0.7, 0.2, 0.1]], dtype=np.float32)) + np.array([[0.0, 1.5, 1.5]], dtype=np.float32)
    assert np.isclose(np.exp(log_softmax(leaned)).sum(), 1.0)
