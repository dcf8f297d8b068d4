"""Runs one long command of the set-up, showing what it is and how long it takes."""

import contextlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LINES_OF_A_FAILURE = 15
NEEDS_INTERNET = "Set-up needs the internet the first time."


class SetupError(Exception):
    """Set-up cannot go on; the message says why and what would put it right."""


def run(
    what: str,
    command: Sequence[str],
    *,
    hint: str = "",
    environment: "Mapping[str, str] | None" = None,
    folder: "Path | None" = None,
) -> None:
    """Run `command` under the heading `what`; raise SetupError with the end of its output and `hint` if it fails."""
    began = time.monotonic()
    _say(f"  {what} ...", end="")
    with tempfile.TemporaryFile(mode="w+", encoding="utf-8", errors="replace") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=environment, cwd=folder
        )
        try:
            _wait(process, what, began)
        except BaseException:
            process.terminate()
            process.wait()
            _say("")
            raise
        _say(f" {time.monotonic() - began:.1f} s")
        if process.returncode != 0:
            output.seek(0)
            last = "\n".join(output.read().rstrip().splitlines()[-LINES_OF_A_FAILURE:])
            raise SetupError(f"{what}: the command failed. {hint}\n  {' '.join(command)}\n{last}")


def _wait(process: "subprocess.Popen[bytes]", what: str, began: float) -> None:
    """Wait for the end of `process`; on a terminal, count the seconds."""
    if not sys.stderr.isatty():
        process.wait()
        return
    while process.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
        _say(f"\r  {what} ... {time.monotonic() - began:.0f} s", end="")
    _say(f"\r  {what} ...", end="")


def _say(text: str, *, end: str = "\n") -> None:
    print(text, end=end, file=sys.stderr, flush=True)
