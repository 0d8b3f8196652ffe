"""The explanation of one claim in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import dossier

from sayso.comparing.counting import largest_distinct
from sayso.errors import InterchangeError, SaysoError
from sayso.faces.explain import count_as_of, explain_claim
from sayso.faces.explain_story import explain_story
from sayso.faces.terminal import WIDTH
from sayso.records import CannotMeasure, Claim, Dossier, Relation, Withdrawal


@pytest.fixture(scope="module")
def found() -> Dossier:
    return dossier()


def claim_of(found: Dossier, words: str) -> Claim:
    return next(claim for claim in found.claims if claim.text.startswith(words))


def one_line(told: str) -> str:
    return " ".join(told.split())


def test_the_three_numbers_stand_together_with_what_was_read(found: Dossier) -> None:
    told = one_line(explain_claim(found, claim_of(found, "Seven people").id))
    assert "5 articles · 5 outlets · 1 credited, 1 gives no source in 7 articles of 7 outlets read" in told
    assert "1 credit points outside them" in told


def test_each_step_stands_with_its_words_and_where_they_are(found: Dossier) -> None:
    claim = claim_of(found, "Seven people")
    told = one_line(explain_claim(found, claim.id))
    for origin in claim.origins:
        assert origin.name in told
        for step in origin.chain:
            assert step.span is not None
            assert f"“{step.text}”" in told
            assert f"[{step.span.start}, {step.span.end})" in told


def test_merges_relations_disputes_and_outside_credits_are_told(found: Dossier) -> None:
    told = one_line(explain_claim(found, claim_of(found, "Seven people").id))
    assert "counted as one: Odo Marrable is counted as one with Quillhaven police" in told
    assert "Quillhaven police / Radio Harrow: open, because: Radio Harrow gives no source" in told
    assert "Another number: Saint Orla's Hospital: “Nine people" in told
    assert "Harbour Telegraph: “the Harbour Telegraph” — The Lantern" in told


def test_pairs_without_a_relation_are_said_to_be_open(found: Dossier) -> None:
    told = one_line(explain_claim(found, claim_of(found, "The line reopens").id))
    assert "1 pair not listed is open" in told


def test_lines_fit_the_terminal(found: Dossier) -> None:
    for claim in found.claims:
        assert all(len(line) <= WIDTH for line in explain_claim(found, claim.id, "2031-03-05").splitlines())


def test_a_page_cannot_steer_the_terminal(found: Dossier) -> None:
    hostile = replace(found.claims[0], text="Seven \x1b[2J\u202epeople")
    told = explain_claim(replace(found, claims=(hostile,)), hostile.id)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "Seven \ufffd[2J\ufffdpeople" in told


def test_the_beginning_of_an_id_is_enough_when_only_one_has_it(found: Dossier) -> None:
    claim = found.claims[3]
    assert explain_claim(found, claim.id[:9]) == explain_claim(found, claim.id)


def test_an_unknown_id_names_a_few_that_are_there(found: Dossier) -> None:
    with pytest.raises(InterchangeError, match="none of the claims of this file has that id") as caught:
        explain_claim(found, "cl_nowhere")
    assert found.claims[0].id in caught.value.mend
    assert "--in" in caught.value.mend


def test_a_beginning_that_two_ids_share_asks_for_more(found: Dossier) -> None:
    with pytest.raises(InterchangeError, match="claims begin so"):
        explain_claim(found, "cl_")


def test_a_claim_that_cannot_be_measured_says_why_as_of_any_day(found: Dossier) -> None:
    claim = claim_of(found, "The library")
    assert isinstance(claim.independent_origins, CannotMeasure)
    told = one_line(explain_claim(found, claim.id, "2031-03-03"))
    assert told.count("cannot measure: neither article shows which was written first") == 2


def test_as_of_a_day_counts_who_was_on_the_record_by_then(found: Dossier) -> None:
    claim = claim_of(found, "The line reopens")
    before, first, after = (count_as_of(claim, day) for day in ("2031-03-03", "2031-03-05", "2031-03-06"))
    assert (before.count.low, before.count.high) == (0, 0)
    assert (first.count.low, first.count.high, first.later) == (1, 1, 1)
    assert (after.count.low, after.count.high, after.taken_back) == (1, 1, 1)
    assert {before.undated, first.undated, after.undated} == {1}


def test_as_of_a_day_low_is_the_largest_set_of_distinct_origins(found: Dossier) -> None:
    claim = claim_of(found, "The line reopens")
    kept = tuple(replace(origin, withdrawn=None, since="2031-03-05") for origin in claim.origins)
    count = count_as_of(replace(claim, origins=kept), "2031-03-05").count
    assert (count.low, count.high, count.uncredited) == (2, 3, 1)
    assert set(count.low_set) == {kept[0].id, kept[1].id}


def test_a_month_alone_counts_from_its_end_on(found: Dossier) -> None:
    claim = claim_of(found, "Nine people")
    vague = replace(claim, origins=(replace(claim.origins[0], since="2031-03"),))
    assert count_as_of(vague, "2031-03-31").count.high == 0
    assert count_as_of(vague, "2031-04-01").count.high == 1


def test_a_withdrawal_without_a_date_never_adds_independence(found: Dossier) -> None:
    claim = claim_of(found, "The line reopens")
    company = replace(claim.origins[0], withdrawn=Withdrawal(None, claim.statements[0]))
    count = count_as_of(replace(claim, origins=(company, *claim.origins[1:])), "2031-03-07").count
    assert (count.low, count.high) == (1, 2)


def test_a_day_that_is_none_is_refused(found: Dossier) -> None:
    with pytest.raises(SaysoError, match="is not a day"):
        explain_claim(found, found.claims[0].id, "Tuesday")


@given(st.sets(st.frozensets(st.sampled_from("abcdefg"), min_size=2, max_size=2)))
def test_the_largest_distinct_set_is_as_large_as_any(distinct: set[frozenset[str]]) -> None:
    best = largest_distinct(list("abcdefg"), distinct)
    sets = [[letter for at, letter in enumerate("abcdefg") if bits >> at & 1] for bits in range(128)]
    sizes = [len(chosen) for chosen in sets if _all_distinct(chosen, distinct)]
    assert len(best) == max(sizes)
    assert _all_distinct(list(best), distinct)


def _all_distinct(chosen: list[str], distinct: set[frozenset[str]]) -> bool:
    return all(frozenset((a, b)) in distinct for a in chosen for b in chosen if a < b)


def test_relations_of_origins_that_left_are_not_counted(found: Dossier) -> None:
    claim = claim_of(found, "Nine people")
    gone = Relation(claim.origins[0].id, "or_gone", "distinct", "different bodies")
    assert count_as_of(replace(claim, relations=(gone,)), "2031-03-05").count.low == 1


def test_a_story_is_told_with_the_words_that_hold_its_articles(found: Dossier) -> None:
    story = max(found.stories, key=lambda one: len(one.articles))
    told = explain_story(found, story.id)
    assert all(id_ in one_line(told) for id_ in story.articles)
    assert one_line(told).count("held by:") == len(story.articles) - 1
    assert "Sporvogn af sporet" in one_line(told).partition("held by no word")[0]
    assert all(len(line) <= WIDTH for line in told.splitlines())
    with pytest.raises(InterchangeError, match="ask for one of its stories"):
        explain_story(found, "sty_nowhere")


def test_an_origin_without_a_date_tells_the_day_that_its_text_gives(found: Dossier) -> None:
    claim = claim_of(found, "Seven people")
    origin = replace(claim.origins[0], since=None)
    of = {one.id: one.article for one in found.statements}
    told_in = {of[one] for one in origin.statements}
    undated = replace(
        found,
        articles=tuple(
            replace(one, published=None, not_before="2024-11-17") if one.id in told_in else one
            for one in found.articles
        ),
        claims=(replace(claim, origins=(origin, *claim.origins[1:])),),
    )
    assert "without a date, not before 17 November 2024 by its text" in one_line(explain_claim(undated, claim.id))
