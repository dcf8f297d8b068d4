"""Several processes working through one list of tasks."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from hubatlas_site.job import Job

MOST_WORKERS = 4
_NUMBER_LENGTH = 2
"""Bytes for the number of a task: a pipe of the usual size then holds more tasks than any site has."""

Done = TypeVar("Done")


def work_through(tasks: Sequence[Callable[[], Done]]) -> list[Done]:
    """Do the tasks and give back their values in the order of `tasks`.

    This process and forks of it each take the next task when they have finished one, so what a task changes is seen
    only where it was done; its value must be one that can be pickled. Raises what the first failing task raised.
    """
    read, write = os.pipe()
    jobs: list[Job[dict[int, Done]]] = []
    try:
        os.write(write, b"".join(number.to_bytes(_NUMBER_LENGTH) for number in range(len(tasks))))
        os.close(write)
        jobs.extend(Job(lambda: _take_from(read, tasks)) for _ in range(workers() - 1))
        done = _take_from(read, tasks)
        for job in jobs:
            done |= job.finish()
    finally:
        os.close(read)
        for job in jobs:
            job.stop()
    return [done[number] for number in range(len(tasks))]


def workers() -> int:
    """How many processes can work at once, this one included; one where a fork could copy another thread's locks."""
    if threading.active_count() > 1:
        return 1
    try:
        available = len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS
        available = os.cpu_count() or 1
    return min(available, MOST_WORKERS)


def _take_from(read: int, tasks: Sequence[Callable[[], Done]]) -> dict[int, Done]:
    """Do tasks until none is left; their values by number. The pipe holds the numbers of those to be done."""
    done = {}
    while taken := os.read(read, _NUMBER_LENGTH):
        number = int.from_bytes(taken)
        done[number] = tasks[number]()
    return done
