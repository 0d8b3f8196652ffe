"""Work beside others: processes that share articles or stories out, each of one thread."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from threadpoolctl import threadpool_limits


def one_thread() -> threadpool_limits:
    """Keep numpy's and scipy's linear algebra to one thread, for good or as a context.

    Our matrices are small: a second thread only waits, and processes whose threads wait for each other are slower by two fifths (1,000
    articles in two processes on two cores: 85.9 s against 60).
    """
    return threadpool_limits(1, "blas")


def start_workers(count: int, load: Callable[..., None], *arguments: Any) -> ProcessPoolExecutor:
    """`count` processes, each of which has called `load(*arguments)`; to be closed by whoever asked for them.

    `load` and what is given to it are pickled. The processes are spawned: a fork would copy the locks of other threads.
    """
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _start, (load, arguments))


def _start(load: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    one_thread()
    load(*arguments)
