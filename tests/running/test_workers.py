"""One article that fails costs no other."""

import pytest

from sayso.config import Settings
from sayso.records import Article, Problem
from sayso.running import workers
from sayso.understanding.analyse import Analysis
from sayso.understanding.encoder import Encoder
from tests.invented import article


def test_an_article_that_cannot_be_understood_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = workers.analyse

    def sometimes(one: Article, encoder: Encoder) -> Analysis:
        if one.outlet == "Echo":
            raise ValueError("odd text")
        return real(one, encoder)

    monkeypatch.setattr(workers, "analyse", sometimes)
    bad, good = article("Echo", "It rained.", title="Rain"), article("Post", "“It rained,” said Ada Lind.")
    first, second = workers.analyse_all([bad, good], Encoder(), Settings())
    assert isinstance(first, Problem)
    assert "Rain" in first.what
    assert "odd text" in first.what
    assert isinstance(second, Analysis)
    assert [speaker.name for speaker in second.speakers] == ["Ada Lind"]
