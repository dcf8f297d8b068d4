"""Checks the records of a network and says everything that is wrong with them."""

from setup import ensure

ensure("site")

import argparse
import sys
from pathlib import Path

from hubatlas.records import check, count

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print one line for each problem; return 1 if there are any."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    problems = check(arguments.content, ROOT / "schema")
    if arguments.files:
        wanted = {path.resolve() for path in arguments.files}
        problems = tuple(problem for problem in problems if Path(problem.path).resolve() in wanted)
    for problem in problems:
        print(problem.as_annotation() if arguments.format == "github" else problem)
    if problems:
        print(f"{_counted(len(problems), 'problem')} in {arguments.content}", file=sys.stderr)
        return 1
    print(f"{_counted(count(arguments.content), 'record')}, no problems")
    return 0


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="say only what is wrong with these files")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--format", choices=("plain", "github"), default="plain", help="github marks lines on GitHub")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
