"""Installs what Hub Atlas needs into `.venv` and `node_modules`, once; every other script calls it first.

A script that needs installed packages starts with

    from setup import ensure

    ensure("site")  # or ensure("test")

After that line the script runs on the project's own Python, with the packages there to import, `plugins/` on the
import path, and a suitable `node` first on PATH. The levels are `site` (build, check, serve) and `test` (that, the
tools of the tests and a browser). When nothing has changed since the last set-up the call takes a few milliseconds.

Only the standard library is used, and no syntax newer than Python 3.7: an older Python must get as far as the message
that it is too old.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is the line that tells people so
    sys.exit(
        "Hub Atlas needs Python 3.11 or newer; this is Python {}.{} ({}).\n"
        "If you have a newer one, name it: make serve PYTHON=python3.12".format(*sys.version_info[:2], sys.executable)
    )

import os
from collections.abc import Sequence
from pathlib import Path

from installed import LEVELS, PYTHON, ROOT, VENV, missing, stamp

__all__ = ["LEVELS", "PYTHON", "ROOT", "VENV", "browser", "ensure", "use_node"]


def ensure(level: str = "site") -> None:
    """Return with `level` installed and this program running inside `.venv`; exit with a plain message if not."""
    done = stamp()
    lacking = missing(level, done)
    if lacking:
        _install(level)
    if lacking or Path(sys.prefix) != VENV:
        sys.stdout.flush()
        os.execv(PYTHON, [str(PYTHON), *sys.orig_argv[1:]])  # noqa: S606 - the project's own Python, no shell
    _put_first_on_path(Path(done["node"]).parent, PYTHON.parent)


def use_node() -> None:
    """Put the Node.js that set-up chose first on PATH, for a program that was started inside `.venv` already."""
    _put_first_on_path(Path(stamp()["node"]).parent)


def browser() -> str:
    """The path of the browser that the level `test` found, or of the one that $CHROME names."""
    return os.environ.get("CHROME") or stamp()["browser"]


def _install(level: str) -> None:
    from installing import install  # noqa: PLC0415 - everyday runs have nothing to install and need none of it
    from steps import SetupError  # noqa: PLC0415 - as above

    try:
        install(level)
    except SetupError as error:
        sys.exit(f"Set-up did not finish. {error}")
    except KeyboardInterrupt:
        sys.exit("\nSet-up was interrupted; the next run starts it again.")


def _put_first_on_path(*folders: Path) -> None:
    os.environ["PATH"] = os.pathsep.join((*map(str, folders), os.environ.get("PATH", os.defpath)))


def main(arguments: "Sequence[str]") -> None:
    """Set up from the command line: `python3 scripts/setup.py [site|test]`."""
    level = arguments[0] if arguments else LEVELS[-1]
    if level not in LEVELS or arguments[1:]:
        sys.exit(f"Say one of: {', '.join(LEVELS)}")
    ensure(level)
    print("Ready.")


if __name__ == "__main__":
    main(sys.argv[1:])
