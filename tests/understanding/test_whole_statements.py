"""What users of other tools report lost or given to the wrong one: each is read whole, and by the right speaker."""

import pytest

from sayso.records import Statement
from sayso.spans import Span
from sayso.understanding.analyse import analyse, quotation_kind
from sayso.understanding.encoder import Encoder
from sayso.understanding.fragments import tidy_fragments
from sayso.understanding.passives import is_about_subject
from tests.invented import article

ENCODER = Encoder()


def read(text: str, title: str = "") -> list[tuple[str | None, str, Statement]]:
    """Every statement of `text` as its speaker's name, its words and the record."""
    found = analyse(article("Echo", text, title=title), ENCODER)
    names = {speaker.id: speaker.name for speaker in found.speakers}
    return [
        (
            names.get(one.speaker or ""),
            " … ".join(span.cut(title if one.in_ == "title" else text) for span in one.content),
            one,
        )
        for one in found.statements
    ]


def spoken(text: str, title: str = "") -> dict[str, str | None]:
    """Who says which words."""
    return {words: name for name, words, one in read(text, title) if one.kind != "own"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ada Lind, the harbour master of Orby, said the gates had been shut.", "the gates had been shut", "Ada Lind"),
        ('Ada Lind was blunt: "We are closing the harbour."', '"We are closing the harbour."', "Ada Lind"),
        ('"We are closing the harbour." — Ada Lind, harbour master', '"We are closing the harbour."', "Ada Lind"),
        ("According to Ada Lind, the harbour will close on Monday.", "the harbour will close on Monday", "Ada Lind"),
        ("The harbour will close on Monday, according to Ada Lind.", "The harbour will close on Monday", "Ada Lind"),
        ("‘The gates are shut,’ Ada Lind said.", "‘The gates are shut,’", "Ada Lind"),
        ("«The gates are shut,» Ada Lind said.", "«The gates are shut,»", "Ada Lind"),
        ("„The gates are shut,“ Ada Lind said.", "„The gates are shut,“", "Ada Lind"),
        ("“The gates are shut\", Ada Lind said.", "“The gates are shut\"", "Ada Lind"),
        ('"The gates are shut, Ada Lind said.', '"The gates are shut,', "Ada Lind"),
        ("''The gates are shut,'' Ada Lind said.", "''The gates are shut,''", "Ada Lind"),
    ],
)  # fmt: skip
def test_the_words_are_found_with_their_speaker(text: str, words: str, speaker: str) -> None:
    assert spoken(text) == {words: speaker}


def test_posts_inside_an_article_are_said_by_who_posted_them() -> None:
    text = (
        "The bridge reopened on Tuesday.\n\n"
        "The queue at the ferry is longer than ever. Shutting the toll booths did this. #orbybridge — Mara Lind (@maralind) November 8, 2016\n\n"
        "So proud of the crews who worked all night pic.twitter.com/abc123\n-- Orby Council (@OrbyCouncil) 9 November 2023\n\n"
        "The council deleted its post."
    )
    found = [(name, words, one.kind, one.said_on) for name, words, one in read(text) if one.kind != "own"]
    assert found == [
        ("Mara Lind", "The queue at the ferry is longer than ever. Shutting the toll booths did this. #orbybridge", "direct", "2016-11-08"),
        ("Orby Council", "So proud of the crews who worked all night", "direct", "2023-11-09"),
    ]  # fmt: skip


def test_where_paragraphs_ran_together_a_post_begins_with_its_last_sentence() -> None:
    before = "The bridge over the Tarrow reopened on Tuesday after two years of repairs. " * 6
    text = f"{before}The ferry was never this slow. — Mara Lind (@maralind) November 8, 2016 Others were kinder about the council."
    assert spoken(text) == {"The ferry was never this slow.": "Mara Lind"}


def test_a_split_quotation_is_one_statement() -> None:
    assert spoken("“The gates are shut,” Ada Lind said, “and they will stay shut.”") == {
        "“The gates are shut,” … “and they will stay shut.”": "Ada Lind"
    }


def test_a_quotation_goes_on_over_paragraphs_that_open_again() -> None:
    found = spoken(
        "“The gates are shut,” said Ada Lind, the harbour master. “We will open them on Monday.\n"
        "“Until then no boat leaves.\n“That is an order.”\nThe ferry company sent its crews home."
    )
    words = "“The gates are shut,” … “We will open them on Monday. … “Until then no boat leaves. … “That is an order.”"
    assert found == {words: "Ada Lind"}


def test_scare_quotes_are_the_articles_own() -> None:
    found = read('The so-called "expert" left the hall early. The "free" tickets cost nine crowns each.')
    assert [one.kind for *_, one in found] == ["own", "own"]


def test_a_headline_names_who_warns() -> None:
    found = read("The gates stayed open all night.", "Minister: no warning before the flood")
    assert [(name, words) for name, words, one in found if one.in_ == "title"] == [
        ("Minister", "no warning before the flood")
    ]


def test_a_denial_of_a_denial_keeps_both_levels() -> None:
    outer, inner = (one for *_, one in read("Marsh denied that he had ever denied the report of a leak."))
    assert (outer.stance, inner.stance) == ("denied", "denied")
    assert inner.parent == outer.id


def test_a_quotation_inside_a_quotation_has_its_own_speaker() -> None:
    found = read("Marsh said: \"Lind told me, 'Shut the gates at once', and I did.\"")
    assert [(name, bool(one.parent)) for name, _, one in found] == [("Marsh", False), ("Lind", True)]


def test_the_paper_that_quotes_is_the_voice_between() -> None:
    text = "The Orby Gazette, quoting Ada Lind, said the gates would stay shut until June."
    *_, (name, words, one) = read(text)
    assert (name, words) == ("Ada Lind", "the gates would stay shut until June")
    assert len(one.via) == 1


def test_credit_given_sentences_later_reaches_back() -> None:
    text = "Two men drowned within the hour. That was how the doctor put it."
    assert spoken(text) == {"Two men drowned within the hour.": "doctor"}


@pytest.mark.parametrize(
    "text",
    [
        "It was alleged that the mayor took the money.",
        "The mayor has been accused of taking the money.",
        "The harbour is expected to close on Monday.",
        "The mayor came under heavy criticism for the closure.",
    ],
)
def test_nobody_is_made_the_source_of_what_is_said_of_them(text: str) -> None:
    assert all(one.source is None for *_, one in read(text))


@pytest.mark.parametrize(
    ("cue", "about"),
    [
        ("was asked", True), ("has been harshly criticized for", True), ("seemed", True), ("is widely expected", True),
        ("faced questions over", True), ("said", False), ("was worried", False), ("is raising questions about", False),
        ("has asked", False), ("had been surprised", False),
    ],
)  # fmt: skip
def test_cues_that_speak_about_their_subject(cue: str, about: bool) -> None:
    assert is_about_subject(cue) == about


def test_fragments_are_tidied() -> None:
    text = 'Lind wants, the "open" gates; shut today. He said.'
    cut = [Span(10, 16), Span(16, 22), Span(23, 28), Span(28, 41)]
    assert [span.cut(text) for span in tidy_fragments(cut, Span(5, 10), text)] == ['the "open" gates; shut today']


def test_a_fragment_without_a_word_is_none() -> None:
    text = ", , the gates are shut"
    assert [span.cut(text) for span in tidy_fragments([Span(0, 3), Span(4, 22)], None, text)] == ["the gates are shut"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("‘The gates are shut,’", "direct"), ("''We wait,''", "direct"), ("the mayor's gates aren't shut", "indirect"),
        ("the gates are “shut”", "mixed"), ("'Shut the gates at once'", "direct"),
    ],
)  # fmt: skip
def test_kinds_of_quotation(words: str, kind: str) -> None:
    assert quotation_kind(words) == kind


def test_a_sentence_that_ends_in_who_told_it_is_theirs() -> None:
    words = "The freighter put to sea with rusted and faulty gear"
    who = "a deckhand who was on the foredeck when the boxes went overboard"
    [(name, content, statement)] = read(f"{words}, {who} has told the Ledger.")
    assert (name, content, statement.kind) == (who, words, "indirect")
    assert statement.via


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The work cost 18,500 euros, the parish council said.\nFrom now on the bell will ring on Sundays, promised the vicar, Tobias Renn.",
            "From now on the bell will ring on Sundays",
            "Tobias Renn",
        ),
        (
            "The pier is closed. On Hestrey, the first ferry since the storm is to leave on Friday, the operator Islink announced.",
            "On Hestrey, the first ferry since the storm is to leave on Friday",
            "Islink",
        ),
    ],
)
def test_who_says_it_is_not_what_is_said(text: str, words: str, speaker: str) -> None:
    assert spoken(text)[words] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will leave on Friday, a day later than the operator had announced.",
        "The work on the pier began on Monday, the same day the contract was announced.",
        "The firm closed its last yard in Orby, the third closure this year to be announced.",
    ],
)
def test_a_sentence_that_ends_in_no_speaker_is_nobodys(text: str) -> None:
    assert spoken(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Lind told the court the Bank of Orby had lost the papers.", "the Bank of Orby had lost the papers"),
        (
            "The treasurer warned Bank of Orby customers would lose their money.",
            "Bank of Orby customers would lose their money",
        ),
    ],
)
def test_a_body_that_is_told_of_is_not_who_is_told(text: str, words: str) -> None:
    assert words in spoken(text)
