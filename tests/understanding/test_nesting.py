"""Attributions inside others' contents."""

from dataclasses import replace

import numpy as np
import pytest

from sayso.records import Article
from sayso.spans import OffsetMap, Span
from sayso.text.sentences import find_sentences
from sayso.understanding.analyse import analyse
from sayso.understanding.attribution import Attribution, find_layers
from sayso.understanding.encoder import Encoder, log_softmax
from sayso.understanding.joining import join_clauses, with_rest_of_quotation
from sayso.understanding.nested_sources import tidy_source
from sayso.understanding.nesting import read_again, tagged_inside
from sayso.understanding.passing_on import find_passed_on

TEXT = "The Gazette reported that Ada Lind had said the old bridge would be closed until the spring. Lind resigned."
CONTENT = Span(TEXT.index("that Ada"), TEXT.index(". Lind"))


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_only_what_lies_inside_a_content_with_all_its_parts_is_told_inside_it() -> None:
    inner = Attribution((place("the old bridge would be closed"),), place("had said"), place("Ada Lind"), 0.5)
    astray = Attribution((place("the old bridge would be closed"),), place("resigned"), place("Lind resigned"), 0.5)
    assert tagged_inside(CONTENT, [inner, astray]) == [inner]


def test_a_nested_attribution_is_never_told_as_certain() -> None:
    encoder = Encoder()
    inner = find_layers(TEXT, encoder.read_text(TEXT), encoder.tables).inner
    assert [one.source and one.source.cut(TEXT) for one in inner] == ["Ada Lind"]
    assert 0.5 < inner[0].confidence < 0.99


def test_what_is_found_by_reading_again_is_less_sure_than_what_was_tagged() -> None:
    encoder = Encoder()
    (tagged,) = tagged_inside(CONTENT, find_layers(TEXT, encoder.read_text(TEXT), encoder.tables).inner)
    (again,) = read_again(TEXT, CONTENT, encoder)
    assert (again.cue, again.source) == (tagged.cue, tagged.source)
    assert again.confidence < tagged.confidence


def test_log_probabilities_sum_to_one_whatever_leans_on_them() -> None:
    leaned = np.log(np.array([[0.7, 0.2, 0.1]], dtype=np.float32)) + np.array([[0.0, 1.5, 1.5]], dtype=np.float32)
    assert np.isclose(np.exp(log_softmax(leaned)).sum(), 1.0)


def told(text: str) -> list[tuple[str | None, list[str], str | None, str]]:
    """Of each told statement the speaker, the voices it came by, the speaker of the statement it is inside, and the words."""
    article = Article("art", "pg", "", (), "report", "en", text, OffsetMap(()), True, published="2024-05-03")
    analysis = analyse(article, Encoder())
    names = {one.id: one.name for one in analysis.speakers}
    by_id = {one.id: one for one in analysis.statements}
    return [
        (
            names.get(one.speaker or ""),
            [names[via] for via in one.via],
            names.get(by_id[one.parent].speaker or "") if one.parent else None,
            " ".join(span.cut(text) for span in one.content),
        )
        for one in analysis.statements
        if one.kind != "own"
    ]


@pytest.mark.parametrize("tail", ["the Orby Gazette reported", "according to the Orby Gazette"])
def test_who_passes_a_sentence_on_at_its_end_is_the_outer_voice(tail: str) -> None:
    found = told(f"Ada Lind said the old bridge would be closed until the spring, {tail}.")
    assert found == [
        ("Orby Gazette", [], None, "Ada Lind said the old bridge would be closed until the spring"),
        ("Ada Lind", ["Orby Gazette"], "Orby Gazette", "the old bridge would be closed until the spring"),
    ]


def voice(text: str, source: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution((span(content),), span(cue), span(source), 0.8)


@pytest.mark.parametrize(
    ("text", "who", "whole"),
    [
        ("According to the Gazette, the clerk recalled: “The bridge was closed.”", "the Gazette", "the clerk recalled: “The bridge was closed.”"),
        ("Ada Lind says the clerk recalled: “The bridge was closed.”", "Ada Lind", "the clerk recalled: “The bridge was closed.”"),
    ],
)  # fmt: skip
def test_who_passes_a_sentence_on_at_its_beginning_is_the_outer_voice(text: str, who: str, whole: str) -> None:
    clerk = voice(text, "the clerk", "recalled", "“The bridge was closed.”")
    by = find_passed_on(text, [Span(0, len(text))], [clerk])[0]
    assert (by.source and by.source.cut(text), by.content[0].cut(text)) == (who, whole)


@pytest.mark.parametrize(
    "tail",
    ["the Gazette reported", "according to the Gazette", "as cited by the Gazette", "as the Gazette recalled it"],
)
def test_who_passes_on_what_ends_with_a_quotation_is_the_outer_voice(tail: str) -> None:
    text = f"The clerk said that the bridge was “closed for good,” {tail}."
    clerk = voice(text, "The clerk", "said", "that the bridge was “closed for good,”")
    by = find_passed_on(text, [Span(0, len(text))], [clerk])[0]
    assert by.source
    assert by.source.cut(text) == "the Gazette"
    assert by.content[0].cut(text) == "The clerk said that the bridge was “closed for good,”"


def test_a_quotation_goes_on_after_who_passes_it_on() -> None:
    text = "“The bridge is closed,” the clerk said, according to the Gazette. “It will open in May.”"
    first = "“The bridge is closed,” the clerk said"
    outer = replace(
        voice(text, "the Gazette", "according to", first), content=(Span(0, len(first)), Span(66, len(text)))
    )
    inner = voice(text, "the clerk", "said", "“The bridge is closed,”")
    whole = with_rest_of_quotation(text, outer, inner)
    assert [one.cut(text) for one in whole.content] == ["“The bridge is closed,”", "“It will open in May.”"]
    within = voice(text, "the clerk", "said", "“The bridge")
    open_text = text.replace("closed,”", "closed,")
    assert with_rest_of_quotation(open_text, outer, within) == within


def test_a_clause_that_hangs_on_what_is_said_is_told_inside_it() -> None:
    text = "Ada Lind said the bridge had to close, two days after the clerk reported cracks in it."
    above = voice(text, "Ada Lind", "said", "the bridge had to close")
    below = voice(text, "the clerk", "reported", "cracks in it")
    (whole, _), parents = join_clauses(text, [Span(0, len(text))], [above, below])
    assert parents == {1: 0}
    assert whole.content[0].cut(text) == "the bridge had to close, two days after the clerk reported cracks in it"


@pytest.mark.parametrize(
    "between", [", while the clerk reported", ", and the clerk reported", ". When the clerk reported"]
)
def test_a_clause_beside_what_is_said_is_not_told_inside_it(between: str) -> None:
    text = f"Ada Lind said the bridge had to close{between} cracks in it."
    above = voice(text, "Ada Lind", "said", "the bridge had to close")
    below = voice(text, "the clerk", "reported", "cracks in it")
    assert join_clauses(text, find_sentences(text), [above, below]) == ([above, below], {})


@pytest.mark.parametrize(
    ("text", "read", "meant"),
    [
        ("He knows the old clerk, who said it was closed", "who", "the old clerk"),
        ("He spoke of sailors who said it was closed", "who", "sailors"),
        ("It was then that Ada Lind, said it was closed", "Ada Lind,", "Ada Lind"),
        ("Those of us who, who said it was closed", "us", "us"),
    ],
)
def test_the_source_of_a_nested_attribution_is_a_noun_without_a_comma(text: str, read: str, meant: str) -> None:
    source = tidy_source(text, voice(text, read, "said", "it was closed")).source
    assert source
    assert source.cut(text) == meant


def test_who_is_cited_first_speaks_and_is_no_part_of_what_is_said() -> None:
    found = told("The Gazette said on Monday, citing unnamed officials, that the bridge would be closed.")
    assert found == [("unnamed officials", ["Gazette"], None, "that the bridge would be closed")]


def test_whom_a_paper_quotes_as_saying_it_speaks() -> None:
    text = "The mayor, Ada Lind, came on Monday. “The bridge will stay closed until the spring,” the Gazette quoted her as saying."
    assert told(text) == [("Ada Lind", ["Gazette"], None, "“The bridge will stay closed until the spring,”")]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is safe, as some papers had claimed, the mayor said.",
        "The mayor said the bridge is safe, as some papers had claimed.",
    ],
)
def test_a_clause_with_as_says_whose_words_stand_before_it(text: str) -> None:
    inner = [row for row in told(text) if row[2]]
    assert [(row[0], row[3].removeprefix("The ").removeprefix("the ")) for row in inner] == [
        ("some papers", "bridge is safe")
    ]


def test_a_report_without_a_reporter_is_nested_without_a_speaker() -> None:
    inner = [
        row for row in told("The clerk said it was reported that the bridge had been closed for a week.") if row[2]
    ]
    assert [row[:3] for row in inner] == [(None, ["clerk"], "clerk")]
    assert "the bridge had been closed for a week" in inner[0][3]
