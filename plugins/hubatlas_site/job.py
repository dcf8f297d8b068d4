"""Writing a site in a process of its own, so that it goes on while this one does something else."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, NoReturn, TypeVar

from hubatlas_site.order import BuildError

Value = TypeVar("Value")


class Job(Generic[Value]):
    """Work begun in another process, which shares everything read so far and gives back one value that can be pickled.

    Only one thread may be running when it begins. With `stoppable`, `stop` ends further processes of the work as well.
    """

    def __init__(self, work: Callable[[], Value], *, stoppable: bool = False) -> None:
        self._read, write = os.pipe()
        self._process = os.fork()
        self._stoppable = stoppable
        if self._process == 0:
            os.close(self._read)
            if stoppable:
                os.setpgid(0, 0)
            _work_and_exit(work, write)
        os.close(write)

    def finish(self) -> Value:
        """Wait for the end of the work; its value, or raise what it raised."""
        with os.fdopen(self._read, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        if not answer:
            raise BuildError(f"A part of the build was ended from outside (status {status}).")
        value: Value
        error: BaseException | None
        value, error = pickle.loads(answer)  # noqa: S301 - from the process that this one started
        if error is not None:
            raise error
        return value

    @property
    def finished(self) -> bool:
        """Whether `finish` has been called, or `stop`."""
        return self._process == 0

    def stop(self) -> None:
        """End the work if it still goes on, and return when it has ended."""
        if not self._process:
            return
        if self._stoppable:
            with suppress(ProcessLookupError):
                os.killpg(self._process, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with os.fdopen(self._read, "rb") as pipe:
            pipe.read()  # ends when the last process that could write to it has gone
        os.waitpid(self._process, 0)
        self._process = 0


def _work_and_exit(work: Callable[[], object], write: int) -> NoReturn:
    """Do the work and hand its value, or the error that ended it, to the process that waits."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the waiting process is told, and stops this one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        gc.disable()  # the process is short-lived, and its values are not
        answer = _answer(work)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _answer(work: Callable[[], object]) -> bytes:
    try:
        return pickle.dumps((work(), None))
    except (BuildError, OSError) as error:
        return pickle.dumps((None, error))
    except BaseException as error:  # noqa: BLE001 - whatever it is, it must be shown by the process that waits
        detail = "".join(traceback.format_exception(error))
        return pickle.dumps((None, BuildError(f"The build failed in a way it should not.\n{detail}".rstrip())))
