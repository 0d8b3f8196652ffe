"""What one article took from another, told for the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import dossier

from sayso.errors import InterchangeError
from sayso.faces.diff import tell_difference
from sayso.faces.terminal import WIDTH
from sayso.records import Dossier


@pytest.fixture(scope="module")
def found() -> Dossier:
    return dossier()


def one_line(told: str) -> str:
    return " ".join(told.split())


def test_the_one_it_was_taken_from_comes_first_whichever_is_named_first(found: Dossier) -> None:
    copy = found.copies[0]
    assert tell_difference(found, copy.of, copy.copy) == tell_difference(found, copy.copy, copy.of)
    told = one_line(tell_difference(found, copy.copy, copy.of))
    assert told.index(f"({copy.of})") < told.index(f"({copy.copy})")
    assert copy.because in told


def test_dropped_and_added_words_stand_where_they_differ(found: Dossier) -> None:
    one, other = found.articles[:2]
    first = replace(one, text="The ferry of the north may sail on Friday. Twelve cars wait.")
    second = replace(other, text="The ferry will sail on Friday at noon. Twelve cars wait.")
    changed = replace(found, articles=(first, second), copies=())
    told = one_line(tell_difference(changed, first.id, second.id))
    assert "The ferry [-of the north may-]{+will+} sail on Friday {+at noon+}." in told
    assert "= Twelve cars wait." in told
    assert "hardened: “of the north may” A [10, 26) → “will” B [10, 14)" in told
    assert "No copy was found between the two" in told


def test_no_line_is_wider_than_the_terminal_or_steers_it(found: Dossier) -> None:
    copy = found.copies[0]
    texts = {article.id: article for article in found.articles}
    risky = replace(texts[copy.copy], text=texts[copy.copy].text + "\nIt blinked \x1b[31m red, all of it, at once.")
    articles = tuple(risky if article.id == copy.copy else article for article in found.articles)
    told = tell_difference(replace(found, articles=articles), copy.of, copy.copy)
    assert all(len(line) <= WIDTH for line in told.splitlines())
    assert "\x1b" not in told


@pytest.mark.parametrize(
    ("one", "other", "words"), [("art_nowhere", "art_", "none of the articles"), ("art_", "art_", "begin so")]
)
def test_an_id_that_names_no_single_article_is_refused(found: Dossier, one: str, other: str, words: str) -> None:
    with pytest.raises(InterchangeError, match=words):
        tell_difference(found, one, other)


def test_one_article_is_not_compared_with_itself(found: Dossier) -> None:
    with pytest.raises(InterchangeError, match="one article"):
        tell_difference(found, found.articles[0].id, found.articles[0].id)
