"""Lines of a plain-text page are told apart by a model that rules bind, and nothing of the page is lost."""

from __future__ import annotations

import math
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.config import Limits
from sayso.errors import ReadError
from sayso.reading import placing
from sayso.reading.assemble import Found
from sayso.reading.known import Known
from sayso.reading.lines import split_lines
from sayso.reading.placing import read_rows
from sayso.reading.plain import read_plain
from sayso.reading.splitting import echoes, evidence, shapes, words
from sayso.reading.splitting.course import STRETCH, find_course, find_shares
from sayso.reading.splitting.model import ALLOWED, FARTHEST, REACHES, ROLE_OF, STATES, shipped_model
from sayso.records import Article, Page

ANY_CHARACTER = st.one_of(
    st.sampled_from(
        "aB é ß 𝔘𝕟 א ب e\u0301 \u200f\u202e\u00a0\u2028\u0085\x00\x0b\x0c\ufeff\ud800\udfff 中文。 กขค 😀👩‍🚒 \t\r\n.,!?“”|:-–—019"
    ),
    st.characters(),
)
LINES = st.lists(st.text(alphabet=ANY_CHARACTER, max_size=120), min_size=1, max_size=12)
PROSE = "The council of Ostby met on Monday, and nobody left the hall before midnight, its clerk said."
LIBRARY = (
    "The town library of Ostby will close its reading room in March, the council said on Tuesday.",
    "Its eleven thousand books will be kept in the cellar of the school, according to the librarian, Tove Lund.",
    "“Nobody asked the readers,” said Lund. The council did not answer questions about the cost.",
    "Lund said that the council would hear from her readers before the reading room closed in March.",
)
SHARK = (
    "Fishermen from Skarvik have caught a shark of four metres, the coast station reported on Friday.",
    "It was let go near Skarvik light, skipper Arne Holt told the station by radio, and swam off to the west.",
    "Sharks of that length are rare so far north, marine biologists from Skarvik College said.",
    "Holt has fished from Skarvik for thirty years and had not seen a shark that was longer than his arm.",
)


def read(source: str, known: Known = Known()) -> tuple[Page, list[Article]]:
    data = source.encode("utf-8", "surrogatepass")
    return read_plain(Found(data, "a.txt", None, "text/plain", "utf-8", source, known), Limits())


def kinds(source: str) -> dict[str, str]:
    return {part.text: part.kind for part in read(source)[0].parts}


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"]), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parts_cover_any_page_and_articles_map_back(lines: list[str], newline: str, with_prose: bool) -> None:
    source = newline.join([*lines, PROSE] if with_prose else lines)
    try:
        page, articles = read(source)
    except ReadError:
        assert not source.strip()
        return
    assert [part.start for part in page.parts] == [0, *(part.end for part in page.parts[:-1])]
    assert page.parts[-1].end == len(source)
    for article in articles:
        for at, character in enumerate(article.text):
            shown = source[article.map.to_page(at)]
            assert shown == character or (character == "\n" and shown.isspace()) or character.isspace()


@given(LINES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_line_has_a_finite_row(texts: list[str]) -> None:
    lines = split_lines("\n".join(texts))
    if not lines:
        return
    said = [line.text for line in lines]
    rows = evidence.gather(said, [line.spaced for line in lines], [None] * len(lines))
    assert rows.shape == (len(lines), len(evidence.NAMES))
    assert np.isfinite(rows).all()


@given(LINES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_course_of_a_page_takes_only_allowed_steps(texts: list[str]) -> None:
    lines = split_lines("\n".join(texts))
    if not lines:
        return
    model = shipped_model()
    rows = evidence.gather([line.text for line in lines], [line.spaced for line in lines], [None] * len(lines))
    course, shares = model.decode(model.score(rows))
    numbers = [STATES.index(state) for state in course]
    assert all(ALLOWED[before, after] for before, after in pairwise(numbers))
    np.testing.assert_allclose(shares.sum(1), 1, atol=1e-4)


def test_the_weights_fit_what_is_gathered() -> None:
    model = shipped_model()
    assert model.inner.shape[1] == len(evidence.NAMES)
    assert model.outer.shape[2] == max(ROLE_OF) + 1
    assert model.around.shape[1] == len(REACHES)
    assert model.steps.shape == (len(STATES), len(STATES))


def test_shape_knows_no_language() -> None:
    ends = shapes.NAMES.index("ends_sentence")
    texts = ["Das Wasser steigt.", "水が上がる。", "पानी बढ़ रहा है।", "هل يرتفع الماء؟", "“It rises.”", "Wasser"]
    rows = shapes.measure(shapes.spell(texts))
    assert rows[:, ends].tolist() == [1, 1, 1, 1, 1, 0]


def test_an_echo_is_a_word_that_comes_back() -> None:
    texts = ["Shark near Skarvik", *SHARK, "Library of Ostby", *LIBRARY]
    heard = echoes.listen(
        words.read_words(shapes.spell(texts)), np.array([line in (*SHARK, *LIBRARY) for line in texts])
    )
    near, said = echoes.NAMES.index("echo_near"), echoes.NAMES.index("said_far")
    assert heard[0, near] == heard[5, near] == 1
    assert heard[0, said] == heard[5, said] == 0


def test_two_articles_in_furniture_come_apart() -> None:
    source = "\n\n".join(
        ["Home | News | Sport", "Log in", "Ostby library to close its reading room", "By Tove Lund", "3 May 2024", *LIBRARY,
         "Share this article", "Most read", "Skarvik fishermen let a giant shark go", "By Arne Moe", "4 May 2024", *SHARK,
         "Subscribe to our newsletter", "Contact us", "© Ostby Messenger"]
    )  # fmt: skip
    page, articles = read(source)
    assert [article.text for article in articles] == ["\n".join(LIBRARY), "\n".join(SHARK)]
    assert [article.title for article in articles] == [
        "Ostby library to close its reading room",
        "Skarvik fishermen let a giant shark go",
    ]
    assert [article.published for article in articles] == ["2024-05-03", "2024-05-04"]
    titles = [part for part in page.parts if part.kind == "title"]
    assert all(part.confidence is not None and part.confidence > 0.5 for part in titles)


def test_a_page_of_furniture_alone_has_no_article() -> None:
    _, articles = read("Home\nNews\nSport\nLog in\nSubscribe\nContact us\n© Ostby Messenger\n")
    assert not articles


@pytest.mark.parametrize(("retrieved", "published"), [("2024-05-04T08:00Z", "2024-05-03"), ("2024-04-30T23:00Z", None)])
def test_a_date_behind_the_capture_is_refused(retrieved: str, published: str | None) -> None:
    source = "\n\n".join(["Ostby library to close its reading room", "3 May 2024", *LIBRARY])
    [article] = read(source, Known(retrieved=retrieved))[1]
    assert article.published == published


def test_odd_spaces_and_doubled_lines_are_reported_with_the_raw_text_kept() -> None:
    odd = "The keeper of Skarvik light , who saw the  shark, said so to the radio operator of the station."
    source = "\n\n".join(["Skarvik fishermen let a giant shark go", *SHARK, odd, SHARK[1]])
    [article] = read(source)[1]
    assert odd in article.text
    told = {(repair.span.cut(article.text), repair.to) for repair in article.repairs}
    assert told == {("light ,", "light,"), ("the  shark,", "the shark,"), (SHARK[1], "")}


def test_words_told_twice_in_a_line_are_reported() -> None:
    twice = "A shark at the quay of Skarvik\u00a0: A shark at the quay of Skarvik"
    source = "\n\n".join(["Skarvik fishermen let a giant shark go", *SHARK[:3], f"{twice}.", SHARK[3]])
    page, articles = read(source)
    assert "".join(page.source[part.start : part.end] for part in page.parts) == source
    assert len(articles) == 1


def test_rows_come_in_order_without_a_gap() -> None:
    lines = split_lines("\n\n".join(["Ostby library to close its reading room", *LIBRARY, *SHARK]))
    rows = read_rows(lines)
    assert [row.first for row in rows] == [0, *(row.last + 1 for row in rows[:-1])]
    assert rows[-1].last == len(lines) - 1


def test_words_with_one_stem_are_one_word_and_keep_their_lines() -> None:
    texts = ["Harbour master", "42", "The harbours closed", "Subscribe to the newsletter"]
    told = words.read_words(shapes.spell(texts))
    assert sorted(told.lines.tolist()) == [0, 0, 2, 2, 3, 3]
    assert sorted(told.numbers.tolist()) == told.numbers.tolist()
    shared = set(told.numbers[told.lines == 0]) & set(told.numbers[told.lines == 2])
    assert len(shared) == 1
    assert told.capitals[told.numbers == shared.pop()].tolist() == [True, False]
    assert np.bincount(told.lines[told.capitals]).tolist() == [1, 0, 0, 1]
    assert told.furniture.tolist() == [0, 0, 0, 2]


def test_letters_of_scripts_without_spaces_are_words_in_pairs() -> None:
    told = words.read_words(shapes.spell(["東京港の", "東京"]))
    # The third letter stands alone, for kana are in no pair.
    assert told.lines.tolist() == [0, 1]
    assert len(set(told.numbers.tolist())) == 1


def test_a_title_told_twice_is_the_kin_of_its_twin_alone() -> None:
    texts = ["Shark near Skarvik", "Share", "Shark near Skarvik", *SHARK, "Library of Ostby", *LIBRARY]
    heard = echoes.listen(
        words.read_words(shapes.spell(texts)), np.array([line in (*SHARK, *LIBRARY) for line in texts])
    )
    before, after = echoes.NAMES.index("kin_before"), echoes.NAMES.index("kin_after")
    assert heard[0, after] == heard[2, before] == 1
    assert heard[0, before] == heard[2, after] == heard[7, before] == 0


def test_a_line_is_scored_by_those_around_it_and_none_beyond_the_page() -> None:
    model = shipped_model()
    rows = np.random.default_rng(5).normal(size=(37, len(model.mean))).astype(np.float32)
    voices = []
    for network in range(len(model.inner)):
        inputs = np.clip((rows - model.mean) / model.scale, -FARTHEST, FARTHEST)
        hidden = np.maximum(inputs @ model.inner[network] + model.inner_bias[network], 0)
        for reach, table, bias in zip(REACHES, model.around[network], model.around_bias[network], strict=True):
            nothing = np.zeros((reach, hidden.shape[1]))
            before, behind = np.vstack([nothing, hidden])[: len(rows)], np.vstack([hidden, nothing])[reach:]
            hidden = hidden + np.maximum(np.hstack([before, hidden, behind]) @ table + bias, 0)
        voices.append(hidden @ model.outer[network] + model.outer_bias[network])
    np.testing.assert_allclose(model.score(rows), np.mean(voices, axis=0)[:, ROLE_OF], rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("count", [1, 2, 5, 6])
def test_the_course_is_the_likeliest_of_all_and_the_shares_are_its_sums(count: int) -> None:
    random = np.random.default_rng(count)
    scores, steps, first, last = (random.normal(size=shape) * 2 for shape in ((count, 3), (3, 3), 3, 3))
    steps[1, 2] = -1e4
    worth = {
        course: first[course[0]] + last[course[-1]] + sum(scores[at, state] for at, state in enumerate(course))
        + sum(steps[one, next_] for one, next_ in pairwise(course))
        for course in product(range(3), repeat=count)
    }  # fmt: skip
    assert find_course(scores, steps, first, last) == list(max(worth, key=lambda course: worth[course]))
    total = sum(map(math.exp, worth.values()))
    shares = [
        [sum(math.exp(worth[course]) for course in worth if course[at] == state) / total for state in range(3)]
        for at in range(count)
    ]
    np.testing.assert_allclose(find_shares(scores, steps, first, last), shares, atol=1e-6)


@pytest.mark.parametrize("count", [STRETCH, STRETCH + 1, 3 * STRETCH + 2])
def test_a_page_of_many_stretches_is_told_as_line_by_line(count: int) -> None:
    random = np.random.default_rng(count)
    scores, steps, first, last = (random.normal(size=shape) * 3 for shape in ((count, 4), (4, 4), 4, 4))
    best, forward, back = [first + scores[0]], [first + scores[0]], []
    for row in scores[1:]:
        reached = best[-1][:, None] + steps
        back.append(reached.argmax(0))
        best.append(reached.max(0) + row)
        forward.append(np.logaddexp.reduce(forward[-1][:, None] + steps) + row)
    course = [int((best[-1] + last).argmax())]
    for way in reversed(back):
        course.append(int(way[course[-1]]))
    assert find_course(scores, steps, first, last) == course[::-1]
    closing = np.exp(forward[-1] + last - np.logaddexp.reduce(forward[-1] + last))
    np.testing.assert_allclose(find_shares(scores, steps, first, last)[-1], closing, atol=1e-6)


def test_the_end_of_a_path_is_no_title() -> None:
    title = "Ostby library to close its reading room"
    head = ["Weather", "Most read", f"Home » Town » {title}", "Town", title, "By Tove Lund"]
    page, _ = read("\n\n".join([*head, *LIBRARY]))
    assert [part.text for part in page.parts if part.kind == "title"] == [title]
    lines = split_lines("\n".join(head))
    found = set(placing.find_held(lines))
    assert found == {(2, 4)}
