"""The worked examples of origins.md, and what may mislead."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.comparing.clauses import cut_clauses
from sayso.comparing.copies import find_copies
from sayso.comparing.counting import count_origins
from sayso.comparing.origins import Sources, Traced, find_origins
from sayso.comparing.outlets import outlet_key
from sayso.records import Article, Speaker, Statement
from sayso.text.sentences import find_sentences
from tests.invented import article, speaker, told


def trace(articles: Sequence[Article], statements: Sequence[Statement], people: Sequence[Speaker] = ()) -> Traced:
    """The origins of the claim that all `statements` support."""
    known = {one.id: one for one in articles}
    by_article = {one.id: [s for s in statements if s.article == one.id] for one in articles}
    sources = Sources(
        known,
        {one.id: one for one in people},
        {one.id: find_sentences(one.text) for one in articles},
        {copy.copy: copy for copy in find_copies(articles, by_article)},
        {outlet_key(one.outlet or ""): one.outlet or "" for one in articles},
    )
    return find_origins(cut_clauses(known, statements), sources)


def counts(traced: Traced) -> tuple[int, int, int]:
    """low, high, uncredited."""
    count = count_origins(traced.origins, traced.relations, traced.hearsay)
    return count.low, count.high, count.uncredited


LOST = "fourteen containers were lost from the freighter in the strait"


def test_one_speaker_quoted_by_three_outlets_is_one_origin() -> None:
    guard = speaker("coast guard", "organisation")
    articles = [
        article(name, f"On day {at} {LOST}, the coast guard said.") for at, name in enumerate(("Echo", "Post", "Bell"))
    ]
    traced = trace(articles, [told(one, LOST, guard) for one in articles], [guard])
    assert counts(traced) == (1, 1, 0)
    assert [origin.name for origin in traced.origins] == ["coast guard"]


def test_a_company_on_its_own_count_and_the_coast_guard_are_two() -> None:
    guard = speaker("Tarrow coast guard", "organisation")
    owner = speaker("Ostrel Lines", "organisation", role="shipping company")
    one = article("Echo", f"{LOST}, the coast guard said.".capitalize())
    other = article("Post", f"We counted again and {LOST}, Ostrel Lines said.")
    content = LOST[0].upper() + LOST[1:]
    traced = trace([one, other], [told(one, content, guard), told(other, LOST, owner, cue="said")], [guard, owner])
    assert counts(traced) == (2, 2, 0)
    assert [relation.relation for relation in traced.relations] == ["distinct"]


def test_one_who_only_accepts_a_figure_is_open() -> None:
    guard = speaker("Tarrow coast guard", "organisation")
    owner = speaker("Ostrel Lines", "organisation")
    one = article("Echo", f"The coast guard said {LOST}.")
    other = article("Post", f"Ostrel Lines accepts that {LOST}.")
    traced = trace([one, other], [told(one, LOST, guard), told(other, LOST, owner, cue="accepts")], [guard, owner])
    assert counts(traced) == (1, 2, 0)


def test_own_voice_without_a_source_is_uncredited_and_open() -> None:
    articles = [article("Echo", f"At dawn {LOST}."), article("Post", f"By night {LOST}.")]
    traced = trace(articles, [told(one, LOST) for one in articles])
    assert counts(traced) == (1, 2, 2)


def test_a_lead_is_covered_by_the_credit_further_down() -> None:
    guard = speaker("coast guard", "organisation")
    text = f"In a storm {LOST}.\nWe counted and {LOST} for sure, the coast guard said."
    one = article("Echo", text)
    second = f"{LOST} for sure"
    traced = trace([one], [told(one, LOST), told(one, second, guard)], [guard])
    assert counts(traced) == (1, 1, 0)
    assert "covered_by" in {step.because for step in traced.origins[0].chain}


def test_what_a_reporter_saw_is_the_outlets_own() -> None:
    saw = "the first ship passed the harbour wall at nine"
    one = article("Bulletin", f"Our reporter saw how {saw}.")
    traced = trace([one], [told(one, saw)])
    [origin] = traced.origins
    assert (origin.kind, origin.standing, origin.credited) == ("outlet", "shown", True)


def test_according_to_another_paper_goes_to_its_source() -> None:
    batteries = "three of the containers held batteries in their holds"
    person = speaker("a person who knows the cargo list", "unnamed")
    ledger = speaker("Ledger", "organisation")
    one = article("The Kestrian Ledger", f"It said {batteries}, a person who knows the cargo list told us.")
    other = article("Lantern", f"According to the Ledger {batteries}.", "2024-11-12")
    traced = trace([one, other], [told(one, batteries, person), told(other, batteries, ledger)], [person, ledger])
    assert counts(traced) == (1, 1, 0)
    assert traced.origins[0].name == "a person who knows the cargo list"


def test_a_credited_agency_whose_text_is_not_here_is_named_as_outside() -> None:
    articles = [
        article("Echo", f"At dawn {LOST}.", agencies=("Tidewire",)),
        article("Post", f"At night {LOST}.", agencies=("Tidewire",)),
    ]
    traced = trace(articles, [told(one, LOST) for one in articles])
    assert counts(traced) == (1, 1, 0)
    assert {one.name for one in traced.outside} == {"Tidewire"}


def test_unnamed_sources_of_two_outlets_are_open() -> None:
    closed = "the bridge over the river was closed at noon"
    here, there = speaker("officials", "group", at="a"), speaker("officials", "group", at="b")
    articles = [article("Echo", f"Officials said {closed}."), article("Post", f"Officials say {closed}.")]
    traced = trace(articles, [told(articles[0], closed, here), told(articles[1], closed, there)], [here, there])
    assert counts(traced) == (1, 2, 0)


def test_a_spokeswoman_speaks_for_her_body() -> None:
    woman = speaker("Ines Kolvaag", role="spokeswoman", affiliation="Tarrow Coast Guard")
    body = speaker("Tarrow Coast Guard", "organisation")
    articles = [article("Echo", f"She said {LOST}."), article("Post", f"The guard said {LOST}.")]
    traced = trace(articles, [told(articles[0], LOST, woman), told(articles[1], LOST, body)], [woman, body])
    assert [origin.name for origin in traced.origins] == ["Tarrow Coast Guard"]


def test_parties_that_speak_jointly_are_separate_vouchers() -> None:
    ministry, hospital = speaker("Health Ministry", "organisation"), speaker("City Hospital", "organisation")
    sick = "thirty-one patients fell ill after the fair"
    one = article("Echo", f"The ministry and the hospital said {sick}.")
    statement = replace(told(one, sick, ministry), with_=(hospital.id,))
    traced = trace([one], [statement], [ministry, hospital])
    assert {origin.name for origin in traced.origins} == {"Health Ministry", "City Hospital"}
    assert counts(traced) == (2, 2, 0)


def test_each_count_has_its_list() -> None:
    guard = speaker("coast guard", "organisation")
    articles = [article("Echo", f"The guard said {LOST}."), article("Post", f"Today {LOST}.")]
    traced = trace(articles, [told(articles[0], LOST, guard), told(articles[1], LOST)], [guard])
    count = count_origins(traced.origins, traced.relations)
    assert count.high == len(traced.origins)
    assert set(count.low_set) <= {origin.id for origin in traced.origins}
    assert all(origin.chain for origin in traced.origins)


def test_it_is_said_with_no_voucher_counts_none_at_least_and_one_at_most() -> None:
    one = article("Echo", f"It is said that {LOST}.")
    traced = trace([one], [replace(told(one, LOST), kind="indirect")])
    assert traced.hearsay
    assert counts(traced)[:2] == (0, 1)
