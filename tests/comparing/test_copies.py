"""Text that one article took from another."""

from sayso.comparing.copies import find_copies
from sayso.records import Statement
from sayso.spans import Span
from tests.invented import article

WIRE = (
    "The freighter left the northern port before dawn with nineteen people on board. Waves of nine metres broke over the "
    "deck when the storm reached the strait near midnight, and the lashings of the forward stack gave way one by one. "
    "Tugs reached the ship after six hours and brought it to the sheltered side of the island, where it lay at anchor."
)
OTHER = (
    "Parents of the village school met in the parish hall to hear when lessons would start again. The council wants to "
    "repair the roof in the winter, but nobody could say where the money for the beams should come from this year."
)


def test_a_reprint_is_a_copy_of_the_earlier_text() -> None:
    first = article("Wire", WIRE, "2024-11-11T09:00")
    later = article("Echo", WIRE + " Two lighthouse keepers watched from the shore.", "2024-11-11T12:00")
    [copy] = find_copies([later, first], {})
    assert (copy.of, copy.copy) == (first.id, later.id)
    assert copy.share > 0.8


def test_passages_are_the_same_words_on_both_sides() -> None:
    first, later = article("Wire", WIRE, "2024-11-11"), article("Echo", "It is said:\n" + WIRE, "2024-11-12")
    [copy] = find_copies([first, later], {})
    for passage in copy.passages:
        assert passage.of.cut(first.text) == passage.copy.cut(later.text)


def test_a_credit_outranks_the_time_stamp() -> None:
    wire = article("Wire", WIRE, "2024-11-11T15:00")
    paper = article("Echo", WIRE, "2024-11-11T09:00", agencies=("Wire",))
    [copy] = find_copies([paper, wire], {})
    assert copy.of == wire.id
    assert "credits Wire" in copy.because


def test_without_credit_or_date_the_direction_is_said_to_be_unknown() -> None:
    [copy] = find_copies([article("Wire", WIRE, None), article("Echo", WIRE + " More.", None)], {})
    assert copy.direction == "unknown"


def test_two_texts_of_their_own_are_no_copies() -> None:
    assert find_copies([article("Wire", WIRE), article("Echo", OTHER)], {}) == []


def test_a_shared_quotation_is_no_copy() -> None:
    quote = "“" + WIRE + "”"
    one = article("Wire", f"{quote}, the captain said. {OTHER[:120]}")
    other = article("Echo", f"Harbour people were glad. {quote}, said the captain. {OTHER[120:]}")
    quoted = {
        one_article.id: [
            Statement("stm_1", one_article.id, "text", "direct", (Span(at, at + len(quote)),), "asserted", 0.9)
        ]
        for one_article in (one, other)
        for at in [one_article.text.index(quote)]
    }
    assert find_copies([one, other], quoted) == []


def test_each_passage_has_one_best_parent() -> None:
    wire, council = article("Wire", WIRE, "2024-11-11T09:00"), article("Lamp", OTHER, "2024-11-11T10:00")
    both = article("Digest", f"{WIRE} {OTHER}", "2024-11-12T09:00")
    copies = find_copies([wire, council, both], {})
    assert {(copy.of, copy.copy) for copy in copies} == {(wire.id, both.id), (council.id, both.id)}
    spans = [passage.copy for copy in copies for passage in copy.passages]
    assert not any(one.overlaps(other) for at, one in enumerate(spans) for other in spans[at + 1 :])


def test_a_second_reprint_adds_no_second_parent() -> None:
    wire, first = article("Wire", WIRE, "2024-11-11T09:00"), article("Echo", WIRE, "2024-11-11T10:00")
    second = article("Post", WIRE, "2024-11-11T11:00")
    copies = find_copies([wire, first, second], {})
    assert [copy.of for copy in copies if copy.copy == second.id] == [wire.id]
