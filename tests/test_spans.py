"""Spans, gaps, offset maps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SpanError
from sayso.spans import OffsetMap, Run, Span, covered, gaps, map_of, trim

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=12
)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_without_a_character_cannot_be_built(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="give 0 <= start < end"):
        Span(start, end)


def test_a_span_beyond_its_text_says_so() -> None:
    with pytest.raises(SpanError, match="the text ends at 3"):
        Span(1, 5).cut("abc")


@given(SPANS, st.integers(0, 80))
def test_covered_and_gaps_part_a_text_without_loss(spans: list[Span], length: int) -> None:
    held = {at for span in covered(spans) for at in range(span.start, span.end) if at < length}
    free = {at for span in gaps(spans, 0, length) for at in range(span.start, span.end)}
    assert held | free == set(range(length))
    assert not held & free


@given(st.lists(st.integers(0, 500), min_size=1, max_size=80))
def test_a_map_gives_back_every_place(places: list[int]) -> None:
    offsets = map_of(places)
    assert [offsets.to_page(at) for at in range(len(places))] == places


def test_a_map_with_a_gap_cannot_be_built() -> None:
    with pytest.raises(SpanError, match="expected a run at 2"):
        OffsetMap((Run(0, 0, 2), Run(3, 5, 1)))


def test_trim_keeps_the_words() -> None:
    assert trim("  “a b” ", 0, 8) == Span(2, 7)
    assert trim("   ", 0, 3) is None
