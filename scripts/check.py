"""Checks the records of a network: says what is wrong with them, or else what they change for hours and core offer.

Advice on plain words is given for the records that differ from an earlier commit, and never makes the check fail.
"""

from setup import ensure

ensure("site")

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hubatlas.records import InvalidRecordsError, Note, Problem, count, load
from hubatlas.records.advice import Advice, advice
from hubatlas.records.folders import not_there
from hubatlas_site.comparing import NEWEST, NotComparedError, changed_files, changes_since
from hubatlas_site.reviewing.check_summary import check_summary

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print one line for each problem and return 1; where there are none, print one for each change of what is owed."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    unknown = not_there(arguments.content, arguments.files)
    if unknown:
        print(*unknown, sep="\n", file=sys.stderr)
        return 1
    problems, notes = _looked_at(arguments)
    if arguments.files:
        wanted = {path.resolve() for path in arguments.files}
        problems = tuple(problem for problem in problems if Path(problem.path).resolve() in wanted)
        notes = tuple(note for note in notes if Path(note.path).resolve() in wanted)
    advised, others = _advised(arguments)
    said: tuple[Problem | Note, ...] = (*problems, *notes, *advised)
    for each in said:
        print(each.as_annotation() if arguments.format == "github" else each)
    if arguments.summary:
        with arguments.summary.open("a", encoding="utf-8") as file:
            file.write(check_summary(problems, notes, advised, records=count(arguments.content)))
    if problems:
        print(f"{_counted(len(problems), 'problem')} in {arguments.content}", file=sys.stderr)
        return 1
    print(f"{_counted(len(arguments.files) or count(arguments.content), 'record')}, no problems")
    if others:
        print(f"{_counted(others, 'piece')} of advice on other records; `make check ARGS=--advice` shows all")
    return 0


def _advised(arguments: argparse.Namespace) -> tuple[Sequence[Advice], int]:
    """The advice to show, and how much there is on records that nobody asked about."""
    found = advice(arguments.content)
    if arguments.advice:
        return found, 0
    if arguments.files:
        wanted = {path.resolve() for path in arguments.files}
        return [each for each in found if Path(each.path).resolve() in wanted], 0
    changed = changed_files(arguments.against or NEWEST, arguments.content)
    own = [each for each in found if Path(each.path).resolve() in changed]
    return own, len(found) - len(own)


def _looked_at(arguments: argparse.Namespace) -> tuple[Sequence[Problem], Sequence[Note]]:
    """What is wrong, and what is right and different from the earlier commit."""
    content, schema, commit = arguments.content, ROOT / "schema", arguments.against or NEWEST
    kept: dict[str, object] = {}
    try:
        directory = load(content, schema, kept)
    except InvalidRecordsError as error:
        return error.problems, ()
    today = datetime.now(tz=UTC).date()
    try:
        found = changes_since(commit, content, schema, directory, today=today, kept=kept)
    except NotComparedError as error:
        if arguments.against:
            print(f"Not compared with {arguments.against}: {error}.", file=sys.stderr)
        return (), ()
    paths = (content / ("network.yaml" if each.hub is None else f"hubs/{each.hub}.yaml") for each in found)
    return (), [Note(str(path), f"{each.words}.") for path, each in zip(paths, found, strict=True)]


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="say only what concerns these files")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--advice", action="store_true", help="give advice on every record, whether changed or not")
    parser.add_argument("--format", choices=("plain", "github"), default="plain", help="github marks lines on GitHub")
    parser.add_argument("--against", metavar="COMMIT", help="say what is different since then (default: newest commit)")
    parser.add_argument("--summary", type=Path, help="add what is found to this file, in Markdown")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
