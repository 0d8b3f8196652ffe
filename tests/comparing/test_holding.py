"""The words that hold an article in its story."""

from sayso.comparing.holding import find_holds
from tests.comparing.test_stories import FREIGHTER, ROOF, papers


def test_what_an_article_shares_with_the_others_holds_it_and_its_own_words_do_not() -> None:
    holds = find_holds(papers(FREIGHTER, "Echo Post Bell", "2024-11-11"))
    for hold, own in zip(holds, ("Echo", "Post", "Bell"), strict=True):
        assert {"Anselma", "Tarrow", "containers"} <= set(hold.words)
        assert own not in hold.words


def test_an_article_of_another_happening_is_less_like_the_others() -> None:
    holds = find_holds([*papers(FREIGHTER, "Echo Post", "2024-11-11"), *papers(ROOF, "Lamp", "2024-11-11")])
    assert holds[2].likeness < holds[0].likeness / 3
    assert "Mill" not in holds[2].words


def test_an_article_alone_is_held_by_nothing() -> None:
    (hold,) = find_holds(papers(FREIGHTER, "Echo", "2024-11-11"))
    assert (hold.words, hold.likeness) == ((), 0.0)
    assert find_holds([]) == []
