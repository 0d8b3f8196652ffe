"""Speakers of a story joined, and those who must not be."""

import pytest

from sayso.comparing.people import join_speakers, same_body, same_speaker
from sayso.records import Speaker, Story
from sayso.text.words import term_key
from tests.invented import article, speaker, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (speaker("Volodymyr Zelensky"), speaker("Volodymyr Zelenskyy")),
        (speaker("Ines Kolvaag"), speaker("Ines Kolvag")),
        (speaker("Volodymyr Zelenskiy", role="Ukrainian President"), speaker("President of Ukraine", role="President of Ukraine", affiliation="Ukraine")),
        (speaker("Kestrian Weather Service", "organisation"), speaker("KWS", "organisation")),
        (speaker("Mohammed Karsan"), speaker("Muhammad Karsan")),
        (speaker("A. Lind"), speaker("Ada Lind")),
        (speaker("Prell", role="President"), speaker("Ana Prell", role="outgoing President")),
        (speaker("Orbex", "organisation"), speaker("Orbex")),
    ],
)  # fmt: skip
def test_spelling_and_office_join(one: Speaker, other: Speaker) -> None:
    assert same_speaker(one, other)
    assert same_speaker(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (speaker("Hillary Clifton"), speaker("Bill Clifton")),
        (speaker("Daniel Marsh"), speaker("Danielle Marsh")),
        (speaker("Jon Lee"), speaker("Jen Lee")),
        (speaker("a deckhand", "unnamed", at="a"), speaker("a deckhand", "unnamed", at="b")),
        (speaker("officials", "group", at="a"), speaker("officials", "group", at="b")),
        (speaker("President of Ukraine", role="President of Ukraine"), speaker("President of Chile", role="President of Chile")),
        (speaker("Prell", role="President of Chile"), speaker("Ana Prell", role="President of Ukraine")),
        (speaker("Prell", role="President"), speaker("Mika Prell", role="first lady")),
        (speaker("company", "organisation", at="a"), speaker("company", "organisation", at="b")),
        (speaker("report", "document", at="a"), speaker("report", "document", at="b")),
    ],
)  # fmt: skip
def test_a_surname_an_office_elsewhere_or_a_description_do_not_join(one: Speaker, other: Speaker) -> None:
    assert not same_speaker(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kestria's coast guard", "the Kestrian coast guard", True),
        ("coast guard", "Kestrian coast guard", True),
        ("Government of Kestria", "the Kestrian Government", True),
        ("Ministry of Transport", "Transport Ministry", True),
        ("Ministry of Transport", "Health Ministry", False),
        ("Government of Kestria", "the Norvian government", False),
        # They begin with the same letters.
        ("Austrian government", "Australian government", False),
        ("Ostrel", "Ostrel Lines", True),
        ("Brinmouth police", "Ellery police", False),
        ("police", "Brinmouth police", False),
        ("Ostrel Lines", "Kestrel Lines", False),
        ("Marine Institute", "Weather Service", False),
    ],
)
def test_bodies_are_one_when_no_other_name_stands_beside_them(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same


@pytest.mark.parametrize("name", ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Zelenski"])
def test_romanisations_share_a_key(name: str) -> None:
    assert term_key(name) == term_key("Zelensky")


def test_nobody_is_joined_across_stories() -> None:
    here, there = article("Echo", "It rained, said Ada Lind."), article("Post", "It snowed, said Ada Lind.")
    one, other = speaker("Ada Lind", at="a"), speaker("Ada Lind", at="b")
    statements = [told(here, "It rained", one), told(there, "It snowed", other)]
    stories = [Story("sty_1", "", (here.id,), None, None), Story("sty_2", "", (there.id,), None, None)]
    joined, _ = join_speakers(stories, [one, other], statements)
    assert len(joined) == 2


def test_within_a_story_statements_point_at_the_joined_speaker() -> None:
    here, there = article("Echo", "It rained, said Ada Lind."), article("Post", "It rained hard, said Lind.")
    one, other = speaker("Ada Lind", at="a"), speaker("Lind", at="b")
    statements = [told(here, "It rained", one), told(there, "It rained hard", other)]
    joined, renamed = join_speakers([Story("sty_1", "", (here.id, there.id), None, None)], [one, other], statements)
    assert [speaker.name for speaker in joined] == ["Ada Lind"]
    assert {statement.speaker for statement in renamed} == {joined[0].id}
    ((other_name, score, because),) = [(one.name, one.score, one.because) for one in joined[0].joined]
    assert (other_name, because) == ("Lind", "a surname that one speaker of the story bears")
    assert 0 < score < 1


def test_a_name_finds_its_like_where_longer_ones_would_fit_as_well() -> None:
    names = ["Ana M. Prell", "Ana Prell", "Harbour Hand Ana Prell", "Ana Prell"]
    articles = [article(f"Paper {at}", f"It rained, said {name}.") for at, name in enumerate(names)]
    people = [speaker(name, at=str(at)) for at, name in enumerate(names)]
    statements = [told(one, "It rained", who) for one, who in zip(articles, people, strict=True)]
    joined, renamed = join_speakers([Story("sty_1", "", tuple(one.id for one in articles), None, None)], people, statements)  # fmt: skip
    assert renamed[1].speaker == renamed[3].speaker
    assert len(joined) <= 2
