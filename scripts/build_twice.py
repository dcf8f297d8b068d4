"""Builds the site twice, in two time zones, locales and orders of hashing, and says which files are not the same.

The first of the two stays, as `make build` would have left it.
"""

from setup import ROOT, ensure

ensure("site")

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

MOST_SHOWN = 20
ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}


def main() -> int:
    """Return 0 where both are the same, byte for byte; 1, with the names of the files that differ, where not."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        second = Path(folder) / "site"
        _build(arguments, arguments.output, [], {"PYTHONHASHSEED": "0"})
        _build(arguments, second, ["--cache", f"{folder}/cache"], ELSEWHERE)
        differing = differences(arguments.output, second)
    for name in differing[:MOST_SHOWN]:
        print(f"{name} is not the same in two builds of the same records")
    if differing:
        print(f"{len(differing):,} files differ", file=sys.stderr)
        return 1
    print("Both builds are the same, byte for byte.")
    return 0


def differences(one: Path, other: Path) -> list[str]:
    """The files, by their path below the folders, that only one of the two has, or that are not the same in both."""
    ours, theirs = _files(one), _files(other)
    return sorted(
        name for name in ours.keys() | theirs.keys() if ours.get(name, b"gone") != theirs.get(name, b"no such file")
    )


def _files(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _build(arguments: argparse.Namespace, output: Path, more: list[str], environment: Mapping[str, str]) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(arguments.content)]
    command += ["--output", str(output), *(["--today", arguments.today] if arguments.today else []), *more]
    subprocess.run(command, check=True, env={**os.environ, **environment})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--output", type=Path, default=ROOT / "output", help="where the first goes (default: output)")
    parser.add_argument("--today", help="the date to build for (default: that of the newest commit)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
