"""A rare slip that two articles share shows that one was written from the other."""

from sayso.comparing.copies import find_copies
from sayso.comparing.slips import Slip, find_slips
from sayso.records import Article
from sayso.text.words import tokens_with_places
from tests.invented import article

TOLD = {
    "Wire": "The freighter Anselma lost containers in the storm off Tarrow, the harbour office said.",
    "Echo": "In the storm off Tarrow containers went over board from Anselma, a freighter.",
    "Post": "Containers fell from the Anselma when a storm hit the freighter near Tarrow.",
    "Lamp": "Near Tarrow the freighter Anselna was hit by a storm and lost many containers.",
    "Bell": "Many boxes and containers of the freighter Anselna are adrift since the storm near Tarrow.",
}
DAYS = {"Lamp": "2024-11-12", "Bell": "2024-11-13"}


def papers(told: dict[str, str]) -> list[Article]:
    return [article(outlet, text, DAYS.get(outlet, "2024-11-11")) for outlet, text in told.items()]


def slips(articles: list[Article]) -> list[Slip]:
    return find_slips({one.id: one for one in articles}, {one.id: tokens_with_places(one.text) for one in articles})


def test_the_earlier_of_two_that_share_a_slip_is_the_parent_and_the_reason_is_told() -> None:
    articles = papers(TOLD)
    [copy] = find_copies(articles, {})
    lamp, bell = articles[3], articles[4]
    assert (copy.of, copy.copy, copy.direction) == (lamp.id, bell.id, "time")
    assert copy.because == "both write “Anselna” where 3 others tell the same with “Anselma”; Lamp published earlier"
    [passage] = copy.passages
    assert passage.of.cut(lamp.text) == passage.copy.cut(bell.text) == "Anselna"


def test_a_form_that_is_another_romanisation_is_no_slip() -> None:
    renamed = {
        outlet: text.replace("Anselma", "Zelensky").replace("Anselna", "Zelenskyy") for outlet, text in TOLD.items()
    }
    assert slips(papers(renamed)) == []


def test_two_people_of_like_names_are_told_of_differently() -> None:
    other = {"Lamp": "Anna Hansen keeps bees.", "Bell": "Hansen sells honey at the market."}
    usual = {outlet: TOLD[outlet].replace("Anselma", "Hanson") for outlet in ("Wire", "Echo", "Post")}
    assert slips(papers({**usual, **other})) == []


def test_a_slip_needs_enough_others_who_write_it_right() -> None:
    assert slips(papers({name: TOLD[name] for name in ("Wire", "Echo", "Lamp", "Bell")})) == []
