"""Whom pronouns, plain nouns and initials mean."""

import pytest

from sayso.spans import Span
from sayso.understanding.speakers.cast import Cast
from sayso.understanding.speakers.describing import is_voice
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.pronouns import Asked, Mention, choose
from tests.understanding.test_cast import members, resolve


def test_a_quotation_opened_straight_and_closed_curly_ends() -> None:
    text = 'Ana Prell runs the port. "The quay is sound,” she said. Nobody asked twice.'
    assert resolve(text, "she") == ["Ana Prell"]


def test_the_last_subject_of_the_gender_is_chosen() -> None:
    text = "Ana Prell spoke. Olga Tann left. She said no."
    ana, olga = Member("Ana Prell", "person", gender="she"), Member("Olga Tann", "person", gender="she")
    mentions = [Mention(0, ana, subject=True), Mention(17, olga, subject=True)]
    assert choose(mentions, Asked(text.index("She"), "she"), Ground(text, [])) is olga
    assert choose(mentions, Asked(text.index("She"), "he"), Ground(text, [])) is None


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Orby Port Authority closed the quay. It will open soon, the OPA said.", "the OPA said", "Orby Port Authority"),
        ("A Department of Tides was set up. It is small, the DOT said.", "the DOT said", "Department of Tides"),
        ("Boats are late, an Orby Press count shows. The OP counts them daily.", "The OP counts", "Orby Press"),
        ("Anna Port sailed. It was cold, the AP said.", "the AP said", "AP"),
    ],
)  # fmt: skip
def test_initials_stand_for_the_name_that_the_article_gives(text: str, source: str, name: str) -> None:
    assert resolve(text, source.rpartition(" ")[0]) == [name]


def test_it_is_a_document_that_was_just_named() -> None:
    text = "The mayor cited a 2001 memorandum issued by the port. It says that quays must close at night."
    assert resolve(text, "It") == ["a 2001 memorandum issued by the port"]


def test_it_is_the_country_that_is_the_subject() -> None:
    text = "Norway should sue the Tarrow Council in court. It has done so before."
    assert resolve(text, "It") == ["Norway"]


def test_a_country_is_not_the_airline_named_after_it() -> None:
    text = "Norway Airlines cut flights. Norway says that fuel is scarce."
    assert resolve(text, "Norway says"[:6], "Norway says"[:6])[-1] == "Norway"


def test_a_firm_goes_by_what_it_makes() -> None:
    text = (
        "Ostrel is building a van. By spring Ostrel will sell it. It has no wheels yet, but the automaker says it will."
    )
    assert resolve(text, "the automaker") == ["Ostrel"]


def test_a_noun_for_people_that_nobody_bore_goes_on_about_who_was_named() -> None:
    text = "Ana Prell first named the tide in 1979. The hydrologist explained that it comes twice."
    assert resolve(text, "The hydrologist") == ["Ana Prell"]


def test_a_noun_with_a_relative_clause_is_somebody_else() -> None:
    text = "Ana Prell was fined on Monday. The deckhand who reported it said she had lied."
    assert resolve(text, "The deckhand") == ["deckhand"]


def test_a_lead_is_named_by_the_sentences_after_it() -> None:
    text = "A former harbour master says the quay will fall.\nThe quay “moves at night”, said Karl Brandt, who ran it for years."
    assert resolve(text, "A former harbour master") == ["Karl Brandt"]


def test_an_official_in_the_lead_stays_unnamed() -> None:
    text = "The clerk got immunity, a senior official said. The official said Karl Brandt, who ran the server, talks.\nBrandt said no."
    first = members(text, "a senior official")[0]
    assert first is not None
    assert (first.kind, first.name) == ("unnamed", "a senior official")


def test_a_role_right_before_a_name_is_its_bearer() -> None:
    text = "“We kept the law,” said the spokeswoman, Olga Tann. She left."
    assert resolve(text, "the spokeswoman") == ["Olga Tann"]


def test_a_source_keeps_no_word_of_its_verb() -> None:
    assert resolve("A letter came. The letter also said no.", "The letter also") == ["letter"]


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("police", True), ("two people close to the talks", True), ("the Orby Post", True), ("a report by the port", True),
        ("trade and quay reform as his major issues", False), ("a lack of money", False),
    ],
)  # fmt: skip
def test_only_a_voice_is_cited(words: str, voice: bool) -> None:
    assert is_voice(words) is voice


def test_many_possessives_take_no_time() -> None:
    text = "Karl Brandt spoke. " + "His brother, and " * 60 + "his sister said no, and he said yes."
    at = text.rindex("he said")
    assert members(text[:at] + text[at:], "he said yes"[:2])
    assert Span(at, at + 2).cut(text) == "he"


def test_a_clause_before_the_main_clause_has_its_subject() -> None:
    text = "Karl Brandt met Olga Tann. While he was at sea, Peter Voss lost a boat."
    assert resolve(text, "he was"[:2]) == ["Peter Voss"]


def test_who_is_asked_speaks_next() -> None:
    text = "Karl Brandt asked Peter Voss how high a quay would be. “Three metres at most,” he said."
    assert resolve(text, "Karl Brandt", "he said"[:2], told=("how high a quay would be", "“Three metres at most,”"))[
        -1
    ] == ("Peter Voss")


def test_who_spoke_last_may_bear_a_name_that_most_women_do() -> None:
    text = "The clinic is full, said local doctor Noor Tann. Some wait outside, he added."
    assert resolve(text, "local doctor Noor Tann", "he added"[:2])[-1] == "Noor Tann"


def test_a_name_that_nothing_makes_a_persons_may_be_he() -> None:
    text = "Sean Tann left. Nobody fishes now, noted the Herald’s Dranke Ollin. “It is cold,” he wrote."
    assert resolve(text, "the Herald’s Dranke Ollin", "he wrote"[:2], told=("“It is cold,”",))[-1] == "Dranke Ollin"


def test_a_quotation_opened_curly_and_closed_straight_ends() -> None:
    text = 'Peter Voss runs the port. “When the north wind blows," he said, "nobody sails.'
    assert resolve(text, "he said"[:2]) == ["Peter Voss"]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Freedom costs. Norway taxed herring and Denmark taxed rye. Both wanted peace: the two countries signed a deal.", "the two countries", "Norway"),
        ("The show opposed Ana Prell and Karl Brandt. The candidates hope to win.", "The candidates", "Ana Prell"),
        ("Ana Prell met Karl Brandt. The sailors hope to win.", "The sailors", "sailors"),
        ("Ana Prell heard the Tann Brothers and Karl Brandt. The Tann Brothers played on.", "The Tann Brothers", "Tann Brothers"),
    ],
)  # fmt: skip
def test_plurals_are_those_named_together(text: str, source: str, name: str) -> None:
    at = text.rindex(source)
    found = Cast(text, []).resolve_all(Span(at, at + len(source)), at)
    assert found[0] is not None
    assert found[0].name == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The port wrote to crew members of Orby boats, many of whom say no.", "many of whom", "crew members of Orby boats"),
        ("Ana Prell loudly mocked skippers who say the quay is wet.", "who", "skippers"),
        ("He wrote to Ana Prell, the first director of Orby Lines who says no.", "who", "Ana Prell"),
        ("It rains, said one Liberal close to the port, who says that it pours.", "who", "one Liberal"),
    ],
)  # fmt: skip
def test_who_is_the_phrase_that_it_attaches_to(text: str, source: str, name: str) -> None:
    assert resolve(text, source) == [name]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Quays sink. U.S. boats say so daily.", "U.S.", "U.S."),
        ("Ships sank in a gale, the Orby Post and Tann Times each wrote.", "Tann Times each", "Tann Times"),
        ("Tides, Rivers and Fisheries Orby hires. The tide is high, TRFO said.", "TRFO", "Tides, Rivers and Fisheries Orby"),
    ],
)  # fmt: skip
def test_bodies_by_letters_and_lists(text: str, source: str, name: str) -> None:
    assert resolve(text, source) == [name]


def test_a_trade_goes_on_about_who_was_named() -> None:
    text = "Karl Brandt shot a film on tides. Quays sink, the documentarian said."
    assert resolve(text, "the documentarian") == ["Karl Brandt"]


@pytest.mark.parametrize(
    ("text", "first", "source", "name"),
    [
        ("Dranke Ollin told of a wreck on Monday, as the port and all of its skippers knew. The newspaper had it first.", "Dranke Ollin", "The newspaper", "Dranke Ollin"),
        ("An Orby newspaper was wrong, the Tann Sentinel wrote. The newspaper had it first.", "the Tann Sentinel", "The newspaper", "Tann Sentinel"),
        ("United Quay Workers of Orby struck, Karl Brandt said. Pay is low, the union said.", "Karl Brandt", "the union", "United Quay Workers of Orby"),
    ],
)  # fmt: skip
def test_plain_nouns_for_bodies(text: str, first: str, source: str, name: str) -> None:
    assert resolve(text, first, source)[-1] == name


def test_marks_alone_are_nobody() -> None:
    assert resolve("‘ ’ said the port. It rains.", "‘ ’"[2:]) == [None]
