"""Every input of the corpus, those that once broke a rule among them, keeps all rules.

`benchmarks/fuzz.py` makes new inputs from these, and puts what breaks a rule into `tests/corpus/found`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from invariants import broken_rules

CORPUS = Path(__file__).parent.parent / "corpus"
INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.suffix != ".md")


def test_the_corpus_has_an_input_for_each_reader() -> None:
    suffixes = {path.suffix for path in CORPUS.iterdir()}
    assert suffixes >= {
        ".html", ".txt", ".jsonl", ".rss", ".atom", ".rdf", ".json", ".opml", ".xml", ".warc", ".wacz", ".zip", ".gz",
        ".eml", ".pdf",
    }  # fmt: skip


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: str(path.relative_to(CORPUS)))
def test_an_input_keeps_every_rule(path: Path) -> None:
    assert list(broken_rules(path)) == []
