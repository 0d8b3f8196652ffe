"""A page that takes too long becomes a row, and the next one is read."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.config import Limits
from sayso.errors import PageTooLarge
from sayso.reading import containers, read_paths, readings
from sayso.reading.containers import Member
from sayso.reading.watch import within

SAID = "The tram to Hollow Street will run again in June, the works office said on Friday."


def never_done(*_: Any) -> Any:
    while True:
        with contextlib.suppress(Exception):  # as libraries do
            sum(range(1000))


@pytest.fixture(autouse=True)
def _models_are_loaded(tmp_path: Path) -> None:
    list(read_paths([dump(tmp_path, 1)]))


def dump(tmp_path: Path, lines: int) -> str:
    path = tmp_path / "dump.jsonl"
    path.write_text("".join(json.dumps({"title": f"Tram {at}", "text": SAID}) + "\n" for at in range(lines)))
    return str(path)


def test_a_page_that_takes_too_long_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_record = readings._READERS["record"]

    def slow_second(found: Any, limits: Limits) -> Any:
        return never_done() if found.member == "line 2" else read_record(found, limits)

    monkeypatch.setitem(readings._READERS, "record", slow_second)
    path = dump(tmp_path, 3)
    found = list(read_paths([path], Limits(page_seconds=0.3)))
    assert [reading.page is not None for reading in found] == [True, False, True]
    [problem] = found[1].problems
    assert (problem.where, problem.what) == (f"{path} line 2", "not read in 0.3 seconds of work")
    assert "page_seconds" in problem.mend


def test_the_rest_of_a_file_that_takes_too_long_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_then_none(*_: Any) -> Iterator[Member]:
        yield Member("line 1", "record", json.dumps({"text": SAID}).encode(), "application/jsonl")
        never_done()

    monkeypatch.setitem(containers.CONTAINERS, "jsonl", one_then_none)
    found = list(read_paths([dump(tmp_path, 1), dump(tmp_path, 1)], Limits(page_seconds=0.3)))
    assert [reading.page is not None for reading in found] == [True, False, True, False]


def test_what_is_done_in_time_is_let_be() -> None:
    for _ in range(1000):
        with within(30, "page"):
            pass
    assert sum(thread.name == "sayso-watch" for thread in threading.enumerate()) == 1


def test_waiting_is_no_work() -> None:
    with within(0.05, "page"):
        time.sleep(0.3)


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), within(30, "page"):
        raise KeyError
    with pytest.raises(PageTooLarge, match=r"page: not read in 0\.1 seconds"), within(0.1, "page"):
        never_done()
