"""Clauses that say the same thing, and what keeps them apart."""

from dataclasses import replace

import pytest

from sayso.comparing.claims import gather_claims
from sayso.comparing.clauses import cut_clauses
from sayso.comparing.compare import compare
from sayso.comparing.figures import may_both_hold
from sayso.records import Statement
from sayso.understanding.figures.mentions import find_figures
from tests.invented import article, speaker, told


def gather(*texts: str) -> tuple[list[list[str]], list[str]]:
    """The words of each cluster of the `texts`, one article each, with the kinds of the clashes.

    A text that begins with "Denied: " is told as denied.
    """
    articles = {one.id: one for one in (article(f"Paper {at}", text) for at, text in enumerate(texts))}
    statements: list[Statement] = []
    for at, one in enumerate(articles.values()):
        words = one.text.removeprefix("Denied: ")
        cue = "Denied" if words != one.text else None
        figures = tuple(find_figures(one.text))
        statements.append(told(one, words, speaker("Somebody", at=str(at)), "asserted", figures, cue=cue))
    clusters, clashes = gather_claims(cut_clauses(articles, statements), articles)
    return [[clause.words for clause in cluster.clauses] for cluster in clusters], [clash.kind for clash in clashes]


def test_the_same_claim_in_other_words_is_one() -> None:
    clusters, clashes = gather(
        "Ukrainian tugs have towed two Kestrian freighters into the harbour of Ellery",
        "Tugs from Ukraine towed the two freighters of Kestrian owners into Ellery harbour",
    )
    assert len(clusters) == 1
    assert clashes == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor of Haverling stepped down on Monday", "Haverling's head of council resigned at the start of the week"),
        ("Two ferries collided in the fog off Ellery", "Two passenger boats ran into one another as visibility off Ellery fell"),
    ],
)  # fmt: skip
def test_paraphrases_with_few_words_in_common_are_one(one: str, other: str) -> None:
    assert len(gather(one, other)[0]) == 1


def test_many_copies_of_two_wordings_are_one_claim() -> None:
    """More than are compared with each one: those that are like a third are compared, too."""
    one = "The freighter Anselma lost nine containers in a storm in the Tarrow Strait"
    other = "Nine containers went overboard from the freighter Anselma as a storm hit the Tarrow Strait"
    clusters, _ = gather(*[f"{one}, {at}" for at in "abcdefghijkl"], *[f"{other}, {at}" for at in "abcdefghijkl"])
    assert len(clusters) == 1


def test_claims_of_other_things_stay_apart() -> None:
    clusters, _ = gather(
        "The council will repair the roof of the school in Haverling",
        "Tugs towed two freighters into the harbour of Ellery",
    )
    assert len(clusters) == 2


def test_a_differing_figure_keeps_claims_apart_and_is_a_conflict() -> None:
    clusters, clashes = gather(
        "The freighter Anselma lost nine containers in the Tarrow Strait",
        "The freighter Anselma lost 14 containers in the Tarrow Strait",
    )
    assert len(clusters) == 2
    assert clashes == ["number"]


def test_at_least_nine_and_nine_are_no_conflict() -> None:
    clusters, clashes = gather(
        "The freighter Anselma lost at least nine containers in the Tarrow Strait",
        "The freighter Anselma lost nine containers in the Tarrow Strait",
    )
    assert len(clusters) == 1
    assert clashes == []


def test_a_denial_is_a_claim_of_its_own() -> None:
    clusters, clashes = gather(
        "The lashings of the freighter Anselma were faulty and rusted",
        "Denied: that the lashings of the freighter Anselma were faulty and rusted",
    )
    assert len(clusters) == 2
    assert clashes == ["denial"]


def test_not_is_a_denial_too() -> None:
    _, clashes = gather(
        "The freighter Anselma was inspected in the harbour of Ellery",
        "The freighter Anselma was not inspected in the harbour of Ellery",
    )
    assert clashes == ["denial"]


def test_confirmed_this_supports_the_statement_before() -> None:
    lead = "Ukrainian forces have captured two foreign sailors in the harbour"
    one = article("Echo", f"{lead}. The president confirmed this on Monday.")
    president = speaker("Ada Lind", role="president")
    statements = [told(one, lead), told(one, "this", president)]
    clusters, _ = gather_claims(cut_clauses({one.id: one}, statements), {one.id: one})
    assert [[clause.statement.speaker for clause in cluster.clauses] for cluster in clusters] == [[None, president.id]]


def test_we_agree_supports_the_statement_before() -> None:
    words = "relations of the two countries have never been worse than in this year"
    one = article("Echo", f"“{words}”, Lind wrote. The ministry answered: “We agree.”")
    lind, ministry = speaker("Ada Lind"), speaker("Foreign Ministry", "organisation")
    statements = [told(one, words, lind), told(one, "“We agree.”", ministry)]
    clusters, _ = gather_claims(cut_clauses({one.id: one}, statements), {one.id: one})
    assert [[c.statement.speaker for c in cluster.clauses] for cluster in clusters] == [[lind.id, ministry.id]]


def test_ranges_that_meet_may_both_hold() -> None:
    [nine] = find_figures("at least nine boxes")
    [plain] = find_figures("nine boxes")
    [more] = find_figures("14 boxes")
    assert may_both_hold(nine, more)
    assert not may_both_hold(plain, more)


def test_a_quotation_of_two_sentences_is_two_clauses() -> None:
    words = (
        '"We shall keep the ferry to Ellery running all winter. There is no plan at all to raise the fares this year."'
    )
    one = article("Echo", f"{words}, she said.")
    clauses = cut_clauses({one.id: one}, [told(one, words, speaker("Ada Lind"))])
    assert len(clauses) == 2


def test_a_loss_that_hangs_on_a_claim_is_a_clause_of_its_own() -> None:
    text = "The raid was an answer to the shelling of Port Harrow which killed 30 dock workers"
    one = article("Echo", text)
    clauses = cut_clauses({one.id: one}, [told(one, text)])
    assert [clause.words for clause in clauses] == [
        "The raid was an answer to the shelling of Port Harrow",
        "killed 30 dock workers",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The regatta of Brin was called off on Sunday after the ferry Anselma ran onto the eastern pier",
            ["The regatta of Brin was called off on Sunday", "the ferry Anselma ran onto the eastern pier"],
        ),
        (
            "Armed men burned the customs house of Port Harrow in retaliation for the shelling of Ellery",
            ["Armed men burned the customs house of Port Harrow", "in retaliation for the shelling of Ellery"],
        ),
        (
            "The keeper stayed at his post as the water climbed to the second floor of the lighthouse",
            ["The keeper stayed at his post", "the water climbed to the second floor of the lighthouse"],
        ),
        (
            "The lighthouse of Ellery served the fishing boats as a landmark for more than two hundred years",
            ["The lighthouse of Ellery served the fishing boats as a landmark for more than two hundred years"],
        ),
    ],
)
def test_another_happening_told_for_time_or_reason_is_a_clause_of_its_own(text: str, parts: list[str]) -> None:
    one = article("Echo", text)
    clauses = cut_clauses({one.id: one}, [told(one, text)])
    assert [clause.words for clause in clauses] == parts


@pytest.mark.parametrize(("before", "after"), [(", which", ","), (" \u2014", " \u2014")])
def test_what_stands_about_an_insertion_is_one_clause(before: str, after: str) -> None:
    text = f"The bridge of Brin{before} opened to the first fishing boats in May{after} was shut by the harbour office on Sunday"
    one = article("Echo", text)
    clauses = cut_clauses({one.id: one}, [told(one, text)])
    assert [clause.words for clause in clauses] == [
        "The bridge of Brin was shut by the harbour office on Sunday",
        "opened to the first fishing boats in May",
    ]
    assert [span.cut(text) for span in clauses[0].spans] == [
        "The bridge of Brin",
        "was shut by the harbour office on Sunday",
    ]


def test_a_short_content_is_read_with_who_says_it() -> None:
    one = article("Echo", "The mayor blamed the flood on the dam.")
    statement = told(one, "the flood on the dam", speaker("The mayor"), cue="blamed")
    [clause] = cut_clauses({one.id: one}, [statement])
    assert clause.words == "the flood on the dam"
    assert clause.read.endswith("blamed the flood on the dam")


def test_revisions_of_one_article_are_one_article() -> None:
    first = article("Echo", "Two ferries collided in the fog off Ellery on Tuesday.")
    second = replace(
        article("Echo", "Two ferries collided in the fog off Ellery on Tuesday morning."),
        id="later",
        revision_of=first.id,
    )
    statements = [told(one, one.text.rstrip(".")) for one in (first, second)]
    found = compare([first, second], statements, [])
    assert [(claim.counts.articles, len(claim.support)) for claim in found.claims] == [(1, 2)]
