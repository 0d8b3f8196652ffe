"""A disputed figure over time, and the policies that pick one of it."""

from sayso.comparing.compare import compare_one
from sayso.comparing.series import POLICIES, find_series
from sayso.records import Story
from sayso.understanding.figures.mentions import find_figures
from tests.invented import article, speaker, told

GUARD = speaker("Tarrow Coast Guard", "organisation")
INSTITUTE = speaker("Kestrian Marine Institute", "organisation")
SAID = (
    ("Echo", "2024-11-11", "nine containers of the freighter Anselma lie in the strait", GUARD),
    ("Post", "2024-11-12", "14 containers of the freighter Anselma lie in the strait", GUARD),
    ("Bell", "2024-11-13", "16 containers of the freighter Anselma lie in the strait", INSTITUTE),
)


def series():  # type: ignore[no-untyped-def]
    articles = [article(outlet, words, at) for outlet, at, words, _ in SAID]
    statements = [
        told(one, words, who, figures=tuple(find_figures(words)))
        for one, (_, _, words, who) in zip(articles, SAID, strict=True)
    ]
    story = Story("sty", "", tuple(one.id for one in articles), None, None)
    claims, conflicts = compare_one(story, articles, statements, [GUARD, INSTITUTE])
    known = {one.id: one for one in statements}
    return find_series(claims[0], claims, conflicts, known, {one.id: one for one in articles})


def test_a_disputed_figure_is_told_over_time_by_origin() -> None:
    [found] = series()
    assert [(point.at, point.value, point.origin) for point in found.points] == [
        ("2024-11-11", 9, "Tarrow Coast Guard"),
        ("2024-11-12", 14, "Tarrow Coast Guard"),
        ("2024-11-13", 16, "Kestrian Marine Institute"),
    ]


def test_each_policy_picks_by_its_name() -> None:
    [found] = series()
    assert {name: policy(found).value for name, policy in POLICIES.items()} == {"latest": 16, "lowest": 9, "ACLED": 14}
