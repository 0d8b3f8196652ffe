"""What one text made of another, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.rewording import ChangeKind, find_rewording
from sayso.text.sentences import find_sentences

OF = (
    "The ferry may sail again on Friday, the harbour office said. Twelve cars are still on the pier. "
    "The storm had broken two of its ropes in the night. A crane will lift the largest of the cars tomorrow."
)


def test_each_sentence_is_the_same_reworded_added_or_dropped() -> None:
    copy = "The ferry may sail again on Friday, the harbour office said. Twelve cars still stand on the pier. Nobody was hurt."
    told = [(one.kind, (one.copy or one.of).cut(copy if one.copy else OF)[:12]) for one in find_rewording(OF, copy)]  # type: ignore[union-attr]
    assert told == [
        ("same", "The ferry ma"),
        ("reworded", "Twelve cars "),
        ("added", "Nobody was h"),
        ("dropped", "The storm ha"),
        ("dropped", "A crane will"),
    ]


def test_a_sentence_in_another_place_is_moved_and_the_others_are_not() -> None:
    sentences = [span.cut(OF) for span in find_sentences(OF)]
    moved = [sentences[3], *sentences[:3]]
    found = find_rewording(OF, " ".join(moved))
    assert [one.moved for one in found] == [True, False, False, False]


@pytest.mark.parametrize(
    ("copy", "kind", "before", "after"),
    [
        ("The ferry will sail again on Friday, the harbour office said.", "hardened", "may", "will"),
        ("The ferry may sail again on Friday.", "credit dropped", "the harbour office said", None),
        ("Fourteen cars are still on the pier.", "figure", "Twelve", "Fourteen"),
        ("At least twelve cars are still on the pier.", "softened", None, "At least"),
        ("The storm had broken both of its ropes in the night.", "words", "two", "both"),
    ],
)
def test_a_change_says_what_it_does_to_the_substance(
    copy: str, kind: ChangeKind, before: str | None, after: str | None
) -> None:
    (reworded,) = (one for one in find_rewording(OF, copy) if one.kind == "reworded")
    change = next(one for one in reworded.changes if one.kind == kind)
    assert (change.of.cut(OF) if change.of else None) == before
    assert (change.copy.cut(copy) if change.copy else None) == after


WORDS = st.lists(
    st.sampled_from(["The", "ferry", "sails", "at", "noon", ".", "Nine", "were", "hurt,", "she", "said.", "“No”"]),
    max_size=40,
)


@given(WORDS, WORDS)
def test_every_sentence_of_both_is_told_once(left: list[str], right: list[str]) -> None:
    of, copy = " ".join(left), " ".join(right)
    found = find_rewording(of, copy)
    assert sorted(one.of for one in found if one.of) == find_sentences(of)
    assert [one.copy for one in found if one.copy] == find_sentences(copy)
    for one in found:
        assert all(change.of is None or (one.of and one.of.holds(change.of)) for change in one.changes)
        assert all(change.copy is None or (one.copy and one.copy.holds(change.copy)) for change in one.changes)
        assert all(one.copy and one.copy.start <= change.at <= one.copy.end for change in one.changes)
