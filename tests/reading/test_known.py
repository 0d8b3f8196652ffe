"""What feeds, letters and archives tell of a page is read the quick way and the slow way alike."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.known import host_of, read_time


@given(
    st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2099, 12, 31)),
    st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters))),
    st.booleans(),
)
def test_the_times_of_mail_keep_their_offset(at: datetime, zone: timezone, named: bool) -> None:
    said = format_datetime(at.replace(tzinfo=zone))
    said = said if named else said.partition(", ")[2]
    assert read_time(f" {said}\n") == parsedate_to_datetime(said).isoformat()


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("Tue, 5 Nov 2024 07:30:00 GMT", "2024-11-05T07:30:00+00:00"),
        ("Tue, 5 Nov 2024 07:30:00 -0000", "2024-11-05T07:30:00"),
        ("Sat, 30 Nov 2024 07:30:00 EST", "2024-11-30T07:30:00-05:00"),
        ("2024-11-05T07:30:00Z", "2024-11-05T07:30:00Z"),
        ("Tue, 5 Nov 2024 27:30:00 GMT", "2024-11-05"),
    ],
)
def test_a_time_is_told_as_it_was_given(said: str, time: str | None) -> None:
    assert read_time(said) == time


@given(st.text(alphabet="aA-.:/@w?#[]%1 \\é", max_size=20))
def test_the_host_is_that_of_the_address(behind: str) -> None:
    url = f"https://{behind}"
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        host = None
    assert host_of(url) == (host.removeprefix("www.") if host else None)
