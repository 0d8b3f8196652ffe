"""Times resolved against the day of publication."""

import pytest

from sayso.understanding.times.mentions import find_times

WEDNESDAY = "2024-11-13T16:45:00+01:00"


def values(sentence: str, published: str | None = WEDNESDAY) -> list[str]:
    return [time.value for time in find_times(sentence, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "2024-11-12"),
        ("early on Tuesday", "2024-11-12"),
        ("on Monday evening", "2024-11-11"),
        ("on Wednesday", "2024-11-13"),
        ("last Wednesday", "2024-11-06"),
        ("this past Saturday", "2024-11-09"),
        ("on Thursday of last week", "2024-11-07"),
        ("yesterday", "2024-11-12"),
        ("the day before yesterday", "2024-11-11"),
        ("last night", "2024-11-12"),
        ("this morning", "2024-11-13"),
        ("on November 8", "2024-11-08"),
        ("on Friday, November 8", "2024-11-08"),
        ("on 3 January", "2025-01-03"),
        ("on the 8th of November", "2024-11-08"),
        ("on March 4, 2019", "2019-03-04"),
        ("on 4 March last year", "2023-03-04"),
        ("on 2019-03-04", "2019-03-04"),
        ("last week", "2024-11-04/2024-11-10"),
        ("earlier this week", "2024-11-11/2024-11-17"),
        ("last weekend", "2024-11-09/2024-11-10"),
        ("over the weekend", "2024-11-09/2024-11-10"),
        ("earlier this month", "2024-11"),
        ("last month", "2024-10"),
        ("late last year", "2023"),
        ("this decade", "2020/2029"),
        ("in March 2020", "2020-03"),
        ("in late March of 2020", "2020-03"),
        ("in March last year", "2023-03"),
        ("last March", "2024-03"),
        ("last November", "2023-11"),
        ("in July", "2024-07"),
        ("in December", "2023-12"),
        ("in 2008", "2008"),
        ("in mid-2008", "2008"),
        ("in the 1960s", "1960/1969"),
        ("in the ’80s", "1980/1989"),
        ("in the season of 1990-91", "1990/1991"),
        ("from 2003 to 2009", "2003/2009"),
        ("between June 3 and August 9", "2024-06-03/2024-08-09"),
        ("on June 3-5", "2024-06-03/2024-06-05"),
        ("from 3–5 June 2021", "2021-06-03/2021-06-05"),
        ("in the summer of 2015", "2015-06/2015-08"),
        ("in the winter of 2023-24", "2023-12/2024-02"),
        ("this summer", "2024-06/2024-08"),
        ("last winter", "2023-12/2024-02"),
        ("in the second quarter of 2022", "2022-04/2022-06"),
        ("in Q3 2022", "2022-07/2022-09"),
        ("last quarter", "2024-07/2024-09"),
    ],
)
def test_a_time_of_what_has_been_is_resolved_from_the_day_of_publication(text: str, value: str) -> None:
    assert values(f"The strait was open {text}.") == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The ferrymen will meet on Tuesday.", "2024-11-19"),
        ("On Tuesday the ferrymen will meet.", "2024-11-19"),
        ("The bell is to be rung on Monday.", "2024-11-18"),
        ("The hearing is scheduled for Friday.", "2024-11-15"),
        ("The harbour fair opens Saturday at noon.", "2024-11-16"),
        ("The captain is speaking in Orby on Thursday.", "2024-11-14"),
        ("The vote is on Sunday.", "2024-11-17"),
        ("The crews agreed to sail on Monday.", "2024-11-18"),
        ("The pier could be shut on Friday.", "2024-11-15"),
        ("The pier reopens next Friday.", "2024-11-15"),
        ("Tickets are on sale until Friday.", "2024-11-15"),
        ("The pier will reopen this weekend.", "2024-11-16/2024-11-17"),
        ("The pier will reopen tomorrow night.", "2024-11-14"),
        ("The pier will reopen in December.", "2024-12"),
        ("The pier will reopen in July.", "2025-07"),
        ("The pier will reopen on 3 May.", "2025-05-03"),
        ("The pier will reopen next week.", "2024-11-18/2024-11-24"),
        ("The pier will reopen next summer.", "2025-06/2025-08"),
    ],
)
def test_what_is_to_come_lies_after_publication(sentence: str, value: str) -> None:
    assert values(sentence) == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The mayor said Tuesday that the bridge will open.", "2024-11-12"),
        ("Ada Quill could not be reached for comment on Sunday.", "2024-11-10"),
        ("Divers will look into Friday’s attack on the lighthouse.", "2024-11-08"),
        ("Since Monday the lamps have been dark.", "2024-11-11"),
        ("The keeper may have left on Sunday.", "2024-11-10"),
        ("The keeper was seen on Sunday.", "2024-11-10"),
    ],
)
def test_the_verb_nearest_to_a_weekday_decides_its_direction(sentence: str, value: str) -> None:
    assert values(sentence) == [value]


def test_two_weekdays_of_one_sentence_may_lie_on_both_sides() -> None:
    assert values("The board said on Monday that boats will sail on Friday.") == ["2024-11-11", "2024-11-15"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three years ago", "2021"),
        ("a decade ago", "2014"),
        ("two-and-a-half years ago", "2022"),
        ("fourteen months ago", "2023-09"),
        ("three weeks ago", "2024-10-23"),
        ("ten days ago", "2024-11-03"),
        ("a day ago", "2024-11-12"),
    ],
)
def test_so_long_ago_is_as_precise_as_its_unit(text: str, value: str) -> None:
    assert values(f"The mill burned {text}.") == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Fares will double over the next five years.", "2024-11-13/2029-11-13"),
        ("Fares will double within the next 18 months.", "2024-11-13/2026-05-13"),
        ("Fares have doubled in the past two weeks.", "2024-10-30/2024-11-13"),
        ("Fares have doubled for the last twenty-five years.", "1999-11-13/2024-11-13"),
        ("Fares have doubled over the past decade.", "2014-11-13/2024-11-13"),
        ("Fares have doubled in the past year and a half.", "2023-05-13/2024-11-13"),
        ("Fares have doubled in the last 24 hours.", "2024-11-12/2024-11-13"),
    ],
)
def test_a_length_up_to_publication_or_from_it_is_an_interval(sentence: str, value: str) -> None:
    assert values(sentence) == [value]


def test_a_length_keeps_to_the_last_day_of_a_short_month() -> None:
    assert values("Rain fell for the past three months.", "2023-05-31") == ["2023-02-28/2023-05-31"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The locks were shut for two weeks.",
        "The locks were shut over the past few days.",
        "The locks stayed shut for the past several weeks.",
        "The locks were mended a few years ago.",
        "The locks were mended two days after the flood.",
        "A week later the locks were mended.",
        "He spent the next five years at sea.",
        "The next day he sailed.",
        "They mended it in the last two weeks of the campaign.",
        "Pay for her first 18 years.",
        "The keeper, 54, sails at dawn.",
        "The choir sings on Sundays.",
        "The choir meets on Tuesday evenings.",
        "Shops opened early for Black Friday.",
        "It may rain, and crowds march on.",
        "Even today, the old mole shelters boats.",
        "Today’s workers trust the satellites.",
        "The ferries that exist today are slow.",
        "They sold 2,015 lamps.",
        "They sold $2015 of lamps.",
        "In spring the herring come.",
    ],
)
def test_what_names_no_placed_time_is_left_out(sentence: str) -> None:
    assert values(sentence) == []


def test_today_is_the_day_of_publication_in_news_of_the_day() -> None:
    assert values("The council today named a new pilot.") == ["2024-11-13"]


def test_a_length_later_counts_from_the_day_that_was_just_given() -> None:
    assert values("The dam broke on March 4, 2019. Two days later the mill was gone.") == ["2019-03-04", "2019-03-06"]


def test_a_length_later_is_left_out_when_the_other_time_is_too_vague() -> None:
    assert values("The dam broke in 2019. Two days later the mill was gone.") == ["2019"]


def test_a_length_later_counts_from_a_day_before_the_stretch_that_is_read() -> None:
    text = "The dam broke on March 4, 2019. Two days later the mill was gone."
    assert [time.value for time in find_times(text, WEDNESDAY, text.index("Two"))] == ["2019-03-06"]


def test_a_day_that_the_world_knows_by_its_date_takes_its_year() -> None:
    assert values("Security changed after the Sept. 11 attacks.") == ["2001-09-11"]
    assert values("The choir sang at the Sept. 11 memorial.") == ["2024-09-11"]


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    text = "It closed on Tuesday, as it had on 4 May 2012, and three years ago, and last week."
    assert values(text, None) == ["2012-05-04"]


def test_a_day_that_no_calendar_has_is_left_out() -> None:
    assert values("It was on February 31, 2024.") == []


def test_a_span_holds_the_words_of_the_time() -> None:
    text = "They rowed home late Monday and slept."
    [time] = find_times(text, WEDNESDAY)
    assert time.span.cut(text) == "late Monday"


def test_only_the_given_stretch_is_read() -> None:
    text = "On Monday they left; on Tuesday they came back."
    assert [time.value for time in find_times(text, WEDNESDAY, 20)] == ["2024-11-12"]
    assert [time.value for time in find_times(text, WEDNESDAY, 0, 19)] == ["2024-11-11"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The fair ran from Nov. 4 to 8.", ["2024-11-04/2024-11-08"]),
        ("They rowed on Oct. 9, 11, 1981.", ["1981-10-09"]),
        ("It was on this weekend’s broadcast of “Harbour Sunday,” she said.", ["2024-11-09/2024-11-10"]),
        ("Come on a Tuesday, Wednesday or Sunday if you can.", []),
        ("The yard lost the ship in 1995 and paid no tax for the next 18 years.", ["1995", "1995/2013"]),
        ("He sued to stop the ban from taking effect on May 1.", ["2025-05-01"]),
    ],
)
def test_days_in_a_row_and_days_of_no_week(text: str, told: list[str]) -> None:
    assert values(text) == told
