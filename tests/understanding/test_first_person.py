"""Who says "I" where no quotation marks tell."""

from tests.understanding.test_cast import resolve

LETTERS = (
    "Letters on the harbour tax\n\nI will never pay it, and I tell everybody so.\n\nPeter Lund.\n\nPort Ellery, Orby\n\n"
    "My boat is too small for any tax.\n\nMaria Tann.\n\nWe asked our readers what they thought of the quay.\n\n"
    "Nothing there seems safe to me.\n\n@quaywatcher.\n"
)


def test_who_signed_a_letter_writes_it() -> None:
    assert resolve(LETTERS, "I will"[:1], "My boat"[:2], "me.\n"[:2]) == ["Peter Lund", "Maria Tann", "@quaywatcher"]


def test_the_editors_of_a_page_of_letters_sign_none() -> None:
    assert resolve(LETTERS, "We asked"[:2]) == [None]


def test_one_line_with_a_name_is_no_page_of_letters() -> None:
    text = "I have sailed for years.\n\nPeter Lund.\n\nThe quay was built in May."
    assert resolve(text, "I have"[:1]) == [None]


def test_questions_are_the_authors_and_answers_the_one_asked() -> None:
    text = (
        "Ana Prell runs the port.\n\nQ: Is it safe?\n\nA: It is. I walk there daily.\n\nQ: And the tax?\n\nA: I pay it."
    )
    assert resolve(text, "Q: Is"[:1], "A: It"[:1], "I walk"[:1], "Q: And"[:1], "I pay"[:1]) == [
        None,
        "Ana Prell",
        "Ana Prell",
        None,
        "Ana Prell",
    ]
