"""Processes that share work out run on one thread each."""

import numpy as np
from threadpoolctl import threadpool_info

from sayso.processes import one_thread, start_workers


def threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_a_worker_keeps_linear_algebra_to_one_thread() -> None:
    with start_workers(1, np.zeros, 1) as pool:
        found = pool.submit(threads).result()
    assert found
    assert set(found) == {1}


def test_what_held_before_holds_again() -> None:
    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before
