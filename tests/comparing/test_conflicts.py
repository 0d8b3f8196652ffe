"""What cannot both hold, by kind, and what only looks like it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.comparing.clashes import Difference, find_difference
from sayso.comparing.clauses import Clause, cut_clauses
from sayso.comparing.compare import compare_one
from sayso.records import Article, Claim, Conflict, Speaker, Statement, Story, TimeMention
from sayso.understanding.figures.mentions import find_figures
from tests.invented import article, speaker, told


def clause(words: str, outlet: str = "Echo", who: Speaker | None = None) -> Clause:
    """The clause that an article of `words` alone holds."""
    one = article(outlet, words)
    [found] = cut_clauses({one.id: one}, [told(one, words, who, figures=tuple(find_figures(words)))])
    return found


def difference(one: str, other: str) -> Difference | None:
    """The difference between the clauses of two papers."""
    return find_difference(clause(one), clause(other, "Post"))


def kind(one: str, other: str) -> str | None:
    """The kind of conflict between the clauses of two papers, None for none."""
    found = difference(one, other)
    return found.kind if found else None


def test_two_figures_of_one_thing_are_a_conflict_of_number() -> None:
    assert kind(
        "the freighter Anselma lost nine containers in the strait",
        "the freighter Anselma lost 14 containers in the strait",
    ) == "number"  # fmt: skip


def test_a_rate_and_a_total_are_kept_apart_and_are_no_conflict() -> None:
    found = difference(
        "the boats of the cooperative lose 62,000 euros a day in the harbour",
        "the boats of the cooperative lost 310,000 euros in five days in the harbour",
    )
    assert found is not None
    assert found.kind is None


def test_the_dead_and_the_injured_are_no_conflict() -> None:
    assert kind(
        "12 people were killed when the bridge of Brin fell on Monday",
        "30 people were injured when the bridge of Brin fell on Monday",
    ) is None  # fmt: skip


def test_part_of_a_number_is_no_conflict_with_the_whole() -> None:
    assert kind(
        "the big rocket of Orbix has three boosters strapped together",
        "two of the boosters of the big rocket of Orbix strapped together",
    ) is None  # fmt: skip


def test_days_places_and_classes_have_their_kinds() -> None:
    base = "the two captured men were brought to the prison in Ellery on Monday by Kestrian soldiers"
    assert kind(base, base.replace("Monday", "Friday")) == "date"
    assert kind(base, base.replace("Ellery", "Brinmouth")) == "place"
    assert kind(base, base.replace("soldiers", "mercenaries")) == "status"
    assert kind(base, base.replace("were brought", "were not brought")) == "denial"
    assert kind(base, base.replace("two", "2")) is None


def test_one_name_in_two_spellings_is_no_conflict() -> None:
    base = "the president named Zelenska as head of the new committee for the harbour"
    assert kind(base, base.replace("Zelenska", "Zelenskaya")) is None


def test_states_that_follow_each_other_are_told_by_the_time() -> None:
    held = "the captain of the freighter Anselma was arrested by the harbour police of Ellery"
    free = "the captain of the freighter Anselma was released by the harbour police of Ellery"
    _, conflicts = run([article("Echo", held, "2024-11-11"), article("Post", free, "2024-11-14")], [held, free])
    assert [one.kind for one in conflicts] == ["superseded"]
    _, conflicts = run([article("Echo", held, "2024-11-11"), article("Post", free, "2024-11-11")], [held, free])
    assert [one.kind for one in conflicts] == ["status"]


def test_nobody_contradicts_themselves_in_one_text() -> None:
    first = "there will be a friendly solution of the dispute over the strait"
    second = "there will never be a friendly solution of the dispute over the strait"
    one = article("Echo", f"{first}. {second}.")
    who = speaker("Ada Lind")
    clauses = cut_clauses({one.id: one}, [told(one, first, who), told(one, second, who)])
    found = find_difference(*clauses)
    assert found is not None
    assert found.kind is None


def test_a_condition_denies_nothing() -> None:
    found = difference(
        "the pad must be built anew where explosions damage the launch pad of the rocket",
        "if the explosions do not damage the launch pad the rocket flies again",
    )
    assert found is None or found.kind is None


def run(
    articles: Sequence[Article], contents: Sequence[str], people: Sequence[Speaker | None] = ()
) -> tuple[list[Claim], list[Conflict]]:
    """Claims and conflicts of one story of `articles`, each with one statement."""
    speakers = [one for one in people if one]
    statements: list[Statement] = []
    for at, (one, words) in enumerate(zip(articles, contents, strict=True)):
        who = people[at] if people else None
        statements.append(told(one, words, who, figures=tuple(find_figures(one.text))))
    story = Story("sty", "", tuple(one.id for one in articles), None, None)
    return compare_one(story, articles, statements, list({one.id: one for one in speakers}.values()))


def test_a_later_count_replaces_the_earlier() -> None:
    first, second = (
        "so far nine containers of the freighter Anselma are lost",
        "now 14 containers of the freighter Anselma are lost",
    )
    _, conflicts = run([article("Echo", first, "2024-11-11"), article("Post", second, "2024-11-13")], [first, second])
    assert [one.kind for one in conflicts] == ["superseded"]
    assert "later count" in conflicts[0].why


def test_a_later_figure_of_the_same_origin_replaces_the_earlier() -> None:
    guard = speaker("Tarrow Coast Guard", "organisation")
    first, second = (
        "nine containers of the freighter Anselma lie in the strait",
        "14 containers of the freighter Anselma lie in the strait",
    )
    articles = [article("Echo", first, "2024-11-11"), article("Post", second, "2024-11-13")]
    _, conflicts = run(articles, [first, second], [guard, guard])
    assert [one.kind for one in conflicts] == ["superseded"]
    assert "same origin" in conflicts[0].why


def test_a_silence_is_ended_by_the_first_word() -> None:
    owner = speaker("Ostrel Lines", "organisation")
    silent = "There has been no reaction from Ostrel Lines so far"
    spoken = "the lashings of the freighter were inspected on the eighth of November"
    articles = [
        article("Ledger", silent, "2024-11-12"),
        article("Courier", f"{spoken}, Ostrel Lines said.", "2024-11-13"),
    ]
    claims, conflicts = run(articles, [silent, spoken], [None, owner])
    assert [one.kind for one in conflicts] == ["superseded"]
    told_of = {claim.id: claim.text for claim in claims}
    assert [told_of[one] for one in conflicts[0].claims] == [silent, spoken]


def test_a_silence_told_after_the_word_is_not_ended_by_it() -> None:
    owner = speaker("Ostrel Lines", "organisation")
    silent = "There has been no reaction from Ostrel Lines so far"
    spoken = "the lashings of the freighter were inspected on the eighth of November"
    articles = [
        article("Ledger", silent, "2024-11-14"),
        article("Courier", f"{spoken}, Ostrel Lines said.", "2024-11-13"),
    ]
    assert run(articles, [silent, spoken], [None, owner])[1] == []


BRIDGE = "the bridge over the river at Brin was closed by the soldiers"


def test_an_outlet_that_withdraws_its_report_is_marked_with_when() -> None:
    back = f"the Ellery Courier has withdrawn its report that {BRIDGE}"
    articles = [article("Ellery Courier", BRIDGE, "2024-11-11"), article("Post", back, "2024-11-13")]
    claims, _ = run(articles, [BRIDGE, back])
    [claim] = claims
    [origin] = claim.origins
    assert origin.withdrawn is not None
    assert origin.withdrawn.at == "2024-11-13"
    assert origin.withdrawn.statement not in claim.statements


def test_a_speaker_who_takes_it_back_is_marked_and_others_are_not() -> None:
    mayor, guard = speaker("Ada Lind", role="mayor"), speaker("Tarrow Coast Guard", "organisation")
    back = f"Ada Lind took back her claim that {BRIDGE}"
    articles = [
        article("Echo", BRIDGE, "2024-11-11"),
        article("Post", f"{BRIDGE} at night", "2024-11-11"),
        article("Bell", back, "2024-11-14"),
    ]
    claims, _ = run(articles, [BRIDGE, f"{BRIDGE} at night", back], [mayor, guard, None])
    taken = {origin.name: origin.withdrawn for claim in claims for origin in claim.origins}
    assert taken["Ada Lind"] is not None
    assert taken["Tarrow Coast Guard"] is None


def test_troops_that_withdraw_take_no_word_back() -> None:
    gone = "the soldiers withdrew from the bridge over the river at Brin"
    articles = [article("Echo", BRIDGE, "2024-11-11"), article("Post", gone, "2024-11-13")]
    claims, _ = run(articles, [BRIDGE, gone])
    assert not any(origin.withdrawn for claim in claims for origin in claim.origins)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What differs stands in two different things of which else little is the same.
        ("When added up, the droughts of both clubs spanned 176 years", "They did it, and 108 years later the drought is finally over"),
        ("In April Kestria and other allies of the north expelled 150 diplomats from Tarsk in protest of the poisoning",
         "the president of Norvia expelled 60 diplomats from Tarsk"),
        # The rest of a number, and the number.
        ("the seven victims of the tram crash of Brin were named", "the three remaining victims of the tram crash of Brin were named"),
        # A country and its adjective.
        ("thousands fled a burning barge at Norwegian beaches on Monday night", "thousands fled a burning barge at Norway on Monday night"),
        # Who denies says "not" of something else.
        ("I do not think that the captain made it off the ferry", "I do not think that the captain made it off the ferry, she was not breathing"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_conflict_is_none(one: str, other: str) -> None:
    _, conflicts = run([article("Echo", one), article("Post", other)], [one, other])
    assert conflicts == []


def test_a_span_of_days_is_no_day() -> None:
    words = "we lost the vote on the harbour of Ellery in the last week"
    clauses = [clause(words), clause(words, "Post")]
    spans = [("2016-10-30/2016-11-05", "2016-10-31/2016-11-06"), ("2016-11-05", "2016-11-06")]
    kinds = []
    for values in spans:
        dated = [
            replace(one, statement=replace(one.statement, times=(TimeMention(one.spans[0], value),)))
            for one, value in zip(clauses, values, strict=True)
        ]
        found = find_difference(*dated)
        kinds.append(found.kind if found else None)
    assert kinds == [None, "date"]
