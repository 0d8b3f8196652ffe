"""Quantities with their unit, and what is none."""

import pytest

from sayso.understanding.figures.mentions import find_figures, find_unequal_sums


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The ferry carried 212 passengers.", "212 passengers", 212, "passengers"),
        ("It cost $4.5 billion to build.", "$4.5 billion", 4.5e9, "USD"),
        ("It cost $38million to build.", "$38million", 38e6, "USD"),
        ("They paid 2.4 million euros for it.", "2.4 million euros", 2.4e6, "EUR"),
        ("They paid £1.5m for it.", "£1.5m", 1.5e6, "GBP"),
        ("They paid R2.4 billion for it.", "R2.4 billion", 2.4e9, "ZAR"),
        ("They paid R30 000 for it.", "R30 000", 30_000, "ZAR"),
        ("They paid RM6.2 million for it.", "RM6.2 million", 6.2e6, "MYR"),
        ("They paid US$70 for it.", "US$70", 70, "USD"),
        ("They paid A$70 for it.", "A$70", 70, "AUD"),
        ("They paid 70 Canadian dollars for it.", "70 Canadian dollars", 70, "CAD"),
        ("They paid 5 crore rupees for it.", "5 crore rupees", 5e7, "INR"),
        ("They paid 40 cents for it.", "40 cents", 0.4, "USD"),
        ("They paid 40 pounds for a ticket.", "40 pounds", 40, "GBP"),
        ("The pike weighed 40 pounds.", "40 pounds", 40, "pounds"),
        ("The net weighed 2 pounds and 4 ounces.", "2 pounds and 4 ounces", 2.25, "pounds"),
        ("A $5-a-day toll began.", "$5", 5, "USD"),
        ("Twenty-three ships waited outside.", "Twenty-three ships", 23, "ships"),
        ("They lost fourteen boxes at sea.", "fourteen boxes", 14, "boxes"),
        ("They lost two dozen boxes at sea.", "two dozen boxes", 24, "boxes"),
        ("They lost half a dozen boxes at sea.", "half a dozen boxes", 6, "boxes"),
        ("They lost a couple of old boxes at sea.", "a couple of old boxes", 2, "boxes"),
        ("They lost two hundred and fifty thousand boxes.", "two hundred and fifty thousand boxes", 250_000, "boxes"),
        ("They lost half a million boxes at sea.", "half a million boxes", 500_000, "boxes"),
        ("They sailed for nine and a half hours.", "nine and a half hours", 9.5, "hours"),
        ("They sailed for half an hour.", "half an hour", 0.5, "hour"),
        ("They made a 10-day crossing.", "10-day", 10, "day"),
        ("Turnout was 61.5 percent in the town.", "61.5 percent", 61.5, "percent"),
        ("Turnout was 61.5% in the town.", "61.5%", 61.5, "percent"),
        ("Turnout fell by 3 percentage points.", "3 percentage points", 3, "percentage points"),
        ("It hurt two-thirds of the crews.", "two-thirds", 66.6667, "percent"),
        ("It hurt a quarter of the crews.", "a quarter", 25, "percent"),
        ("It hurt half of the crews.", "half", 50, "percent"),
        ("It hurt three in 10 crews.", "three in 10", 30, "percent"),
        ("It hurt one in five crews.", "one in five", 20, "percent"),
        ("The fund holds 1,250,000 crowns today.", "1,250,000 crowns", 1_250_000, "crowns"),
        ("The world’s two biggest ports agreed.", "two biggest ports", 2, "ports"),
        ("They asked 12 harbour police officers.", "12 harbour police officers", 12, "officers"),
        ("They asked 15 House Democrats.", "15 House Democrats", 15, "democrats"),
        ("They hired 9 men and women.", "9 men", 9, "men"),
        ("They saved one deckhand.", "one deckhand", 1, "deckhand"),
        ("The storm left 14 injured.", "14", 14, "people"),
        ("The storm hurt two others.", "two", 2, "people"),
        ("The two of us rowed home.", "two", 2, "people"),
        ("The two met on the quay.", "two", 2, "people"),
        ("Only 9 were taken to hospital.", "9", 9, "people"),
        ("Of the crew 6 taken hostage were freed.", "6", 6, "people"),
        ("The harbour’s death toll rose to 31 overnight.", "31", 31, "people"),
        ("The storm killed 31 on the north coast.", "31", 31, "people"),
        ("He spoke to a crowd of 700 at the pier.", "700", 700, "people"),
        ("It is a nation of 4.8 million today.", "4.8 million", 4.8e6, "people"),
        ("Attendance: 5,105.", "5,105", 5105, "people"),
        ("A 9,000-strong crowd sang.", "9,000-strong", 9000, "people"),
        ("The number of idle trawlers rose sharply to 48 by spring.", "48", 48, "trawlers"),
        ("The letters, which totalled 650, were burnt.", "650", 650, "letters"),
        ("The north won the most seats — 71 in all — again.", "71", 71, "seats"),
        ("They asked nine US companies.", "nine US companies", 9, "companies"),
        ("They asked 20 MPs in the lobby.", "20 MPs", 20, "mps"),
        ("They asked 600 Israelis abroad.", "600 Israelis", 600, "israelis"),
        ("They made several short, last-minute changes.", "several short, last-minute changes", None, "changes"),
        ("They found two infected patients aboard.", "two infected patients", 2, "patients"),
        ("They counted 12 deaths this spring.", "12 deaths", 12, "deaths"),
        ("It weighs like 18 Boeing 747 aircraft.", "18 Boeing 747 aircraft", 18, "aircraft"),
        ("They sold five 747 Cargo jets.", "five 747 Cargo jets", 5, "jets"),
        ("A couple stray dogs followed.", "couple stray dogs", 2, "dogs"),
        ("They added 2 cups of flour.", "2 cups", 2, "cups"),
        ("The two-time champion won.", "two-time", 2, "time"),
        ("It lies 4 billion light years away.", "4 billion light years", 4e9, "light years"),
        ("They waited a year and a half.", "a year and a half", 1.5, "year"),
        ("They waited a quarter century.", "a quarter century", 0.25, "century"),
        ("It burnt for 9 minutes and 30 seconds.", "9 minutes and 30 seconds", 9.5, "minutes"),
        ("The boat fell into the 40m dry dock.", "40m", 40, "m"),
        ("The dock is 80m deep.", "80m", 80, "m"),
        ("They sold 400g bars.", "400g", 400, "g"),
        ("It cost 50 € a head.", "50 €", 50, "EUR"),
        ("Each pole cost 4m/- in the town.", "4m/-", 4e6, "TZS"),
        ("They sank 20 million taxpayer dollars.", "20 million taxpayer dollars", 2e7, "USD"),
    ],
)
def test_a_figure_has_words_value_and_unit(text: str, words: str, value: float, unit: str) -> None:
    [figure] = find_figures(text)
    assert figure.span.cut(text) == words
    assert figure.value == value
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        ("At least 14 containers were lost.", 14, 14, None, "containers"),
        ("More than $3 million was lost.", 3e6, 3e6, None, "USD"),
        ("An estimated 800+ boats were lost.", 800, 800, None, "boats"),
        ("The crew of 20 or more sailors left.", 20, 20, None, "sailors"),
        ("Over half of the boats were lost.", 50, 50, None, "percent"),
        ("Up to 300 homes were flooded.", 300, None, 300, "homes"),
        ("Nearly a dozen homes were flooded.", 12, None, 12, "homes"),
        ("The share approaches 9% there.", 9, None, 9, "percent"),
        ("About 12,000 homes were flooded.", 12_000, 10_800, 13_200, "homes"),
        ("Some 300 were hurt.", 300, 270, 330, "people"),
        ("Roughly 3 in 10 homes were flooded.", 30, 27, 33, "percent"),
        ("Dozens of residents fled.", None, 12, None, "residents"),
        ("Tens of thousands of fans fled.", None, 10_000, None, "fans"),
        ("It cost hundreds of millions of dollars.", None, 1e8, None, "USD"),
        ("It left thousands without power.", None, 1000, None, "people"),
        ("Hundreds cast their nets.", None, 100, None, "people"),
        ("It laid off several hundred.", None, 300, None, "people"),
        ("It lies several hundreds miles away.", None, 300, None, "miles"),
        ("The owners lost millions when it sank.", None, 1e6, None, "USD"),
        ("He gave them millions and millions of dollars.", None, 1e6, None, "USD"),
        ("They paid a six-figure sum.", None, 100_000, 999_999, "USD"),
        ("It drew a crowd of about 700.", 700, 630, 770, "people"),
        ("It was built over ten years.", 10, None, None, "years"),
        ("She has sailed for over ten years.", 10, 10, None, "years"),
        ("That adds up to 185 boats.", 185, None, None, "boats"),
        ("It earns 5,000/- to 8,000/- a day.", None, 5000, 8000, "TZS"),
        ("It sank in several places.", None, 3, None, "places"),
        ("It drew several hundred fans.", None, 300, None, "fans"),
        ("Between 20 and 30 boats sank.", None, 20, 30, "boats"),
        ("It drew 20 to 30 fans.", None, 20, 30, "fans"),
        ("It drew two or three fans.", None, 2, 3, "fans"),
        ("It took 15-20 minutes.", None, 15, 20, "minutes"),
        ("It cost $3-4 billion.", None, 3e9, 4e9, "USD"),
        ("It cost between $500 and $1 million.", None, 500, 1e6, "USD"),
        ("It cost between €5 and €8.", None, 5, 8, "EUR"),
    ],
)
def test_what_the_words_leave_open_is_a_lowest_and_a_highest(
    text: str, value: float | None, low: float | None, high: float | None, unit: str
) -> None:
    [figure] = find_figures(text)
    assert (figure.value, figure.low, figure.high, figure.unit) == (value, low, high, unit)


def test_a_change_from_one_figure_to_another_is_no_range() -> None:
    figures = find_figures("Turnout rose from 20 to 30 percent.")
    assert [(figure.value, figure.unit) for figure in figures] == [(20, "percent"), (30, "percent")]


def test_a_plain_dollar_is_of_the_country_that_is_told() -> None:
    text = "The quay cost $5 million, or 4 million U.S. dollars."
    assert [figure.unit for figure in find_figures(text)] == ["USD", "USD"]
    assert [figure.unit for figure in find_figures(text, dollar="CAD")] == ["CAD", "USD"]


def test_part_of_a_number_is_counted_like_the_whole() -> None:
    figures = find_figures("Four of the 10 judges left.")
    assert [(figure.value, figure.unit) for figure in figures] == [(4, "judges"), (10, "judges")]


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 14 March 2021.",
        "She left in 2019.",
        "At 10:45 the bell rang.",
        "It rang until nearly 2 a.m. and stopped.",
        "The 81st regiment left.",
        "May 3 came.",
        "Ada Quill, 43, sails.",
        "The 12-year-old sails.",
        "He was 34 years old.",
        "Dockers of Local 90 are tired.",
        "The home side won 6-1 again.",
        "Call the pilot at 0800 1234567 now.",
        "She came third, in the second half of the fourth quarter.",
        "No one knew which one sank.",
        "The couple lived at 12 Rope Lane.",
        "The couple sold fish.",
        "It runs on version 5.50 features.",
        "She filmed it in 4K quality.",
        "He bought an iPhone 11 case.",
        "They closed the 101 freeway.",
        "It polled best among voters under 45.",
        "Ada Quill, a mother of four, sails.",
        "Ada Quill, a mother of four who sails, spoke.",
        "Her girls, ages 11 and 15, sail.",
        "They drove a Formula One car.",
        "It grew by a factor of two.",
    ],
)
def test_dates_ages_names_scores_and_ordinals_are_no_figures(text: str) -> None:
    assert find_figures(text) == []


def test_only_the_given_stretch_is_read() -> None:
    text = "Nine boats left and 12 crews stayed."
    assert [figure.span.cut(text) for figure in find_figures(text, 10)] == ["12 crews"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The quay cost $5 million (€460 million) to mend.", "$5 million", "€460 million"),
        ("They paid 5,000 rand, or about $28,000, for it.", "5,000 rand", "about $28,000"),
        ("They paid £200 (about 2,600 yen) for it.", "£200", "2,600 yen"),
        ("The cable is 10 miles (60 km) long.", "10 miles", "60 km"),
        ("The cable weighs 3,000 pounds (6,600 kilograms).", "3,000 pounds", "6,600 kilograms"),
        ("It covers 40 square miles (64 square kilometres).", "40 square miles", "64 square kilometres"),
        ("It was 30C (41F) on the quay.", "30C", "41F"),
    ],
)
def test_sums_given_as_one_that_cannot_be_are_told(text: str, first: str, second: str) -> None:
    [pair] = find_unequal_sums(text, find_figures(text))
    assert pair[0].span.cut(text) == first
    assert second.endswith(pair[1].span.cut(text).removeprefix("about "))


@pytest.mark.parametrize(
    "text",
    [
        "The quay cost $5 million (€4.6 million) to mend.",
        "They paid 5,000 rand, or about $280, for it.",
        "They paid 900 rupees ($3.20) for it.",
        "They paid ¥500 ($70) for it.",
        "They paid $780 (US$100) for it.",
        "They paid $40,000 a year (£600 a week) for it.",
        "They paid $50 (£2 each) for it.",
        "They paid 900 million bolívars ($20) for it.",
        "The cable is 10 miles (16 km) long.",
        "The cable is a mile or 2 miles (3 km) long.",
        "The cable is 6 feet 2 inches (1.88 metres) long.",
        "The cable is 10 to 12 miles (16 to 19 km) long.",
        "It covers 40 square miles (104 square kilometres).",
        "It was 30C (86F) on the quay, 2C (3.6F) more than before.",
        "It was -10C (14F) on the quay.",
        "The sloop, 30 feet (crew of 6 men), sank.",
        "They sailed 10 miles (the first 2 km in fog).",
    ],
)
def test_sums_that_may_be_one_raise_no_alarm(text: str) -> None:
    assert find_unequal_sums(text, find_figures(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bell won 25 delegates and Reed at least 13.", [(25, "delegates", None), (13, "delegates", 13)]),
        (
            "Reed has 25 delegates. Bell has 13, Quill has 7.",
            [(25, "delegates", None), (13, "delegates", None), (7, "delegates", None)],
        ),
        ("Of my 900 readers, five left.", [(900, "readers", None), (5, "readers", None)]),
        (
            "It had 9 million viewers in 2 towns and later 5 million, at best.",
            [(9e6, "viewers", None), (2, "towns", None), (5e6, "viewers", None)],
        ),
        ("He faced six counts of theft and five of fraud.", [(6, "counts", None), (5, "counts", None)]),
        ("They were $300, $400 or $500 apiece.", [(300, "USD", None), (400, "USD", None), (500, "USD", None)]),
        ("They won three $500 prizes.", [(3, "prizes", None), (500, "USD", None)]),
        ("They won three out of 11 races.", [(3, "races", None), (11, "races", None)]),
        (
            "The index fell 7.5 points, or 0.1 percent, to 5,162.",
            [(7.5, "points", None), (0.1, "percent", None), (5162, "points", None)],
        ),
        ("The yard lost 40 jobs. The mill lost more than 60.", [(40, "jobs", None), (60, "jobs", 60)]),
        ("He scored 31 points for Marla, who lost four of five.", [(31, "points", None)]),
        # What is weighed or paid is not what the next number counts.
        ("The hull weighs 40 tons and its captain is 13.", [(40, "tons", None)]),
        ("It cost $40 and came in at 13.", [(40, "USD", None)]),
    ],
)
def test_a_number_without_a_noun_counts_what_the_one_before_counts(
    text: str, told: list[tuple[float, str, float | None]]
) -> None:
    assert [(one.value, one.unit, one.low) for one in find_figures(text)] == told


def test_an_estimate_leaves_no_more_room_than_it_tells() -> None:
    [figure] = find_figures("The wreck is worth an estimated $18 million.")
    assert (figure.value, figure.low, figure.high) == (18e6, None, None)
