"""From an article to its statements."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Statement
from sayso.understanding.analyse import analyse, quotation_kind
from sayso.understanding.encoder import Encoder
from tests.invented import article

ENCODER = Encoder()
PIECES = st.sampled_from(
    [
        "The mayor, Ada Lind, said", "“It rained", "it rained”", "«Nobody»", "according to police", "\n", "he said.", "he added",
        "At least nine boats", "J.\u00a0Smith", "🚢", "was lost", "denied", "\"", "'", "(", "told Reuters", "—", "…", "on Tuesday",
        "a source", "The Times reported that the minister said", ",", ".", "\r", "\x00", "العربية", "said",
    ]
)  # fmt: skip


def told(text: str) -> dict[str, tuple[str | None, Statement]]:
    """Who says what in `text`: the speaker's name and the statement by its words."""
    one = article("Echo", text)
    found = analyse(one, ENCODER)
    names = {speaker.id: speaker.name for speaker in found.speakers}
    return {
        " … ".join(span.cut(text) for span in statement.content): (names.get(statement.speaker or ""), statement)
        for statement in found.statements
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_is_understood_without_failing_and_every_span_lies_in_it(text: str) -> None:
    found = analyse(article("Echo", text, title=text[:80]), ENCODER)
    speakers = {speaker.id for speaker in found.speakers}
    ids = {statement.id for statement in found.statements}
    for statement in found.statements:
        layer = text[:80] if statement.in_ == "title" else text
        for span in (*statement.content, statement.cue, statement.source):
            assert span is None or span.cut(layer).strip()
        assert statement.speaker is None or statement.speaker in speakers
        assert set(statement.via) | set(statement.with_) <= speakers
        assert statement.parent is None or statement.parent in ids


def test_direct_and_indirect_speech_are_told_apart() -> None:
    found = told(
        "“The bridge is closed,” the harbour master, Agnete Rusk, said on Monday. She added that two boats had sunk.\n"
        "Nobody was hurt, according to police. The storm had come from the north."
    )
    kinds = {words: statement.kind for words, (_, statement) in found.items()}
    assert kinds["“The bridge is closed,”"] == "direct"
    assert "indirect" in kinds.values()
    assert kinds["The storm had come from the north."] == "own"
    assert found["“The bridge is closed,”"][0] == "Agnete Rusk"


def test_she_who_added_is_she_who_spoke() -> None:
    found = told("“The bridge is closed,” said the mayor, Ada Lind. She added that two boats had sunk.")
    [added] = [who for words, (who, _) in found.items() if "two boats" in words]
    assert added == "Ada Lind"


def test_every_visible_word_of_own_voice_is_kept() -> None:
    text = "The storm came from the north. It tore the roof off the school. Nobody was hurt."
    assert sorted(told(text)) == sorted(text.replace(". ", ".\n").split("\n"))


def test_quotation_marks_tell_the_kind() -> None:
    assert quotation_kind("“It rained”") == "direct"
    assert quotation_kind("that it was “a disaster” for all") == "mixed"
    assert quotation_kind("that it rained") == "indirect"
    assert quotation_kind("«It rained»") == "direct"


def test_we_inside_what_somebody_says_is_that_somebody() -> None:
    text = "The keeper of the light, Bram Tully, said we think the ferry was too late."
    found = told(text)
    assert {name for name, statement in found.values() if statement.kind != "own"} == {"Bram Tully"}
