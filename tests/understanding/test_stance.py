"""How a statement's content is put forward."""

import pytest

from sayso.records import Genre, Stance
from sayso.understanding.stance import expand, main_clause, stance_by_words


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("to comment on the count", "declined", "no_comment"),
        ("that the lashings were faulty", "denied", "denied"),
        ("“That is simply not true,”", "said", "denied"),
        ("whether the ship was overloaded", "asked", "question"),
        ("“Who signed for this?”", "said", "question"),
        ("the owner to pay", "demanded", "demand"),
        ("that the strait will reopen on Saturday", "said", "predicted"),
        ("that the crates may have held acid", "said", "hedged"),
        ("the plan as a shambles", "criticised", "opinion"),
        ("that fourteen boxes were lost", "said", "asserted"),
    ],
)
def test_the_first_stance_that_fits_is_given(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("when the barge was last inspected", "would not say", "no_comment"),
        ("questions about the tug to its owner", "referred", "no_comment"),
        ("three calls from the Courier", "did not return", "no_comment"),
        ("“No comment until the tide turns.”", "said", "no_comment"),
        ("the paper that the pilot had declined to comment", "told", "asserted"),
        ("that the mate did not respond to the alarm", "said", "asserted"),
    ],
)
def test_only_a_source_that_is_asked_and_silent_gives_no_comment(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("claims that the harbour was closed in secret", "dismissed", "denied"),
        ("the harbour board's request", "denied", "asserted"),
        ("the budget", "rejected", "asserted"),
        ("that the gate was open", "did not deny", "asserted"),
        ("he had never threatened the broker", "said", "denied"),
        ("that the lighthouse is not lit", "said", "asserted"),
    ],
)
def test_a_denial_is_of_an_account(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("the mate why the hatch was open", "asked", "question"),
        ("whether the crane is insured", "argued over", "question"),
        ("“The hatch was open? Nobody checked. The mate was asleep below.”", "said", "asserted"),
        ("the crew to stay aboard", "asked", "demand"),
        ("the harbour board for a second tug", "asked", "demand"),
        ("to know who moored the barge", "want", "question"),
        ("to stay clear of the pier", "told boaters", "demand"),
    ],
)
def test_asking_for_words_is_a_question_but_asking_for_deeds_a_demand(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("the port must dredge the channel", "said", "demand"),
        ("“Let’s mend the sea wall first,”", "said", "demand"),
        ("“I think the council needs to mend the sea wall,”", "said", "demand"),
        ("that the inspector who says they must dredge is retired", "said", "asserted"),
        ("she does not think the port should close", "said", "opinion"),
        ("“They should be ashamed,”", "said", "opinion"),
        ("“The ferry should have gone to Orby,”", "said", "opinion"),
    ],
)
def test_must_and_should_demand_what_somebody_is_to_do(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("“We’re going to rebuild the jetty,”", "said", "predicted"),
        ("the ferry would sail again on Monday", "said", "predicted"),
        ("that the ferry would sail again on Monday", "repeated", "predicted"),
        ("“A second ferry would be a mistake,”", "said", "opinion"),
        ("the ferry would have sailed", "said", "asserted"),
        ("that the captain ignored the will of the crew", "said", "asserted"),
        ("that the tug which will tow the barge arrived", "said", "asserted"),
        ("If the wind drops, the divers will go down", "said", "predicted"),
        ("a new jetty", "promised", "predicted"),
        ("to share the berth", "agreed", "predicted"),
    ],
)
def test_a_prediction_stands_in_the_main_clause(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("content", "cue", "stance"),
    [
        ("the cable – laid in 1971 – could snap", "said", "hedged"),
        ("the divers could not reach the wreck", "said", "asserted"),
        ("the divers found all they could", "said", "asserted"),
        ("the barge arrived in May", "said", "asserted"),
        ("the barge to be leaking", "appears", "hedged"),
        ("that the wreck which may hold oil was found", "said", "asserted"),
    ],
)
def test_a_weakened_main_clause_is_hedged(content: str, cue: str, stance: Stance) -> None:
    assert stance_by_words(content, cue, "report", own=False) == stance


@pytest.mark.parametrize(
    ("sentence", "genre", "stance"),
    [
        ("There has been no reaction from the owner so far.", "report", "no_comment"),
        ("Neither firm would comment.", "report", "no_comment"),
        ("The mayor dismisses reports of a leak.", "report", "denied"),
        ("Ms. Bell has called on the board to resign.", "report", "demand"),
        ("The pier reopened after strong winds.", "report", "asserted"),
        ("The pier was a disgrace.", "report", "opinion"),
        ("The pier reopened after a disgraceful delay.", "report", "asserted"),
        ("The pier reopened after a terrible delay.", "opinion", "opinion"),
        ("The board must go.", "report", "asserted"),
        ("The board must go.", "opinion", "demand"),
    ],
)
def test_the_articles_own_voice_is_read_by_its_genre(sentence: str, genre: Genre, stance: Stance) -> None:
    assert stance_by_words(sentence, "", genre, own=True) == stance


def test_the_main_clause_is_without_what_hangs_on_it() -> None:
    assert main_clause("If it rains, the match, which nobody awaits, will move because the pitch floods.") == (
        "the match will move"
    )
    assert main_clause("I think that the toll rose.") == "the toll rose"
    assert main_clause("While it rains, no") == "While it rains, no"


def test_contractions_are_written_out() -> None:
    assert expand("They’re late, she can’t wait, he won’t, it’s Ann’s") == (
        "They are late, she can not wait, he will not, it is Ann's"
    )


def test_a_statement_without_words_asserts() -> None:
    assert stance_by_words("", "", "report", own=True) == "asserted"
