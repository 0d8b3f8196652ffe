"""Father and son of one name."""

from tests.understanding.test_cast import resolve


def test_father_and_son_are_two() -> None:
    text = "Karl Brandt runs for mayor. His son Karl Brandt Jr. said no. Brandt was sad. But Brandt Jr. left."
    found = resolve(text, "Karl Brandt Jr.", "Brandt was"[:6], "Brandt Jr. left"[:10])
    assert found == ["Karl Brandt Jr.", "Karl Brandt", "Karl Brandt Jr."]


def test_without_a_word_of_the_family_a_suffix_makes_no_second_man() -> None:
    text = "Karl Brandt Jr. runs for mayor. Later Karl Brandt said no."
    assert resolve(text, "Karl Brandt Jr.", "Karl Brandt said"[:11]) == ["Karl Brandt Jr.", "Karl Brandt Jr."]
