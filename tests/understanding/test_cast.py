"""Sources of one article joined to whom they mean."""

from sayso.spans import Span
from sayso.understanding.cast import Cast, joint_parties


def resolve(text: str, *sources: str) -> list[str | None]:
    """The name that each of `sources`, taken in order of `text`, is resolved to."""
    cast, at, names = Cast(text, []), 0, []
    for source in sources:
        at = text.index(source, at)
        member = cast.resolve(Span(at, at + len(source)), at)
        names.append(member.name if member else None)
        at += len(source)
    return names


def test_a_surname_means_the_full_name_given_before() -> None:
    text = "Mayor Anna Holt opened the bridge. It was late, Holt said."
    assert resolve(text, "Mayor Anna Holt", "Holt") == ["Anna Holt", "Anna Holt"]


def test_he_is_the_last_who_spoke() -> None:
    text = "It rained, said Peter Voss. The roof fell in, he said."
    assert resolve(text, "Peter Voss", "he") == ["Peter Voss", "Peter Voss"]


def test_she_is_not_a_man() -> None:
    text = "It rained, said spokeswoman Lena Adler. Mr. Jonas Pohl said no. The roof fell, she said."
    assert resolve(text, "spokeswoman Lena Adler", "Jonas Pohl", "she")[-1] == "Lena Adler"


def test_an_office_means_who_holds_it() -> None:
    text = "Transport Minister Oskar Brandl came. The strait would open, the minister said."
    assert resolve(text, "the minister") == ["Oskar Brandl"]


def test_an_office_of_another_country_is_somebody_else() -> None:
    text = "French President Luc Marais left. The trade deal was dead, the President of Chile said."
    assert resolve(text, "the President of Chile") == ["President of Chile"]


def test_two_unnamed_people_stay_two() -> None:
    text = "It was rusted, a deckhand said. It was not, another deckhand said."
    cast = Cast(text, [])
    first = cast.resolve(Span(15, 25), 15)
    second = cast.resolve(Span(text.index("another"), text.index("another") + 16), 40)
    assert first is not second


def test_a_surname_that_two_people_bear_is_joined_to_neither() -> None:
    text = "Karl Brandt and Olga Brandt met. It was over, Brandt said."
    assert resolve(text, "Karl Brandt", "Olga Brandt", "Brandt") == ["Karl Brandt", "Olga Brandt", "Brandt"]


def test_they_are_not_one_person() -> None:
    text = "It rained, said Peter Voss. The roof fell in, they said."
    assert resolve(text, "Peter Voss", "they") == ["Peter Voss", None]


def test_two_who_speak_together_are_two() -> None:
    text = "Mayor Anna Holt and the coast guard said the bridge was safe."
    source = Span(0, text.index(" said"))
    assert [span.cut(text) for span in joint_parties(text, source)] == ["Mayor Anna Holt", "the coast guard"]


def test_a_firm_of_two_names_is_one() -> None:
    text = "Tolland and Wray said the beams were rotten."
    assert joint_parties(text, Span(0, 16)) == [Span(0, 16)]


def test_an_apposition_after_a_name_means_the_name() -> None:
    text = "Mara Quint, the director of the Harbour Office, criticised the plan."
    assert resolve(text, "the director of the Harbour Office") == ["Mara Quint"]


def test_a_place_before_a_comma_is_nobody() -> None:
    text = "Nine boxes were lost in the Tarrow Strait, the harbour master said."
    assert resolve(text, "the harbour master") == ["harbour master"]


def test_a_union_with_and_in_its_name_is_one() -> None:
    text = "Seafarers’ and Dockers’ Union said no."
    assert joint_parties(text, Span(0, 29)) == [Span(0, 29)]
