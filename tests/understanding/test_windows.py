"""Windows that hold every word of a text once."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.understanding.windows import cut_windows, load_tokenizer

TOKENIZER: Tokenizer = load_tokenizer(str(resources.files("sayso") / "weights" / "attribution" / "tokenizer.json"))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400), st.integers(8, 40))
def test_every_subword_stands_in_one_window_at_its_place(text: str, longest: int) -> None:
    windows = cut_windows(text, TOKENIZER, longest)
    last = 0
    for window in windows:
        assert len(window.ids) <= longest
        for start, end in zip(window.starts, window.ends, strict=True):
            if end > start:
                assert start >= last or end >= last
                last = max(last, start)
                assert end <= len(text)


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_a_text_without_words_has_no_window(text: str) -> None:
    assert cut_windows(text, TOKENIZER) == []


def test_a_line_stays_whole_where_it_fits() -> None:
    lines = ["The bridge is closed.", "It will open on Friday.", "Nobody was hurt."]
    windows = cut_windows("\n".join(lines), TOKENIZER, 14)
    starts = {window.starts[1] for window in windows}
    assert starts <= {0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2}
