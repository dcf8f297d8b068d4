"""Makes a suggestion from the form on the site a change of its record, from the letter or issue that holds it."""

from setup import ROOT, ensure

ensure("site")

import argparse
import hashlib
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hubatlas.imports.suggestions.applying import Applied, Applier
from hubatlas.imports.suggestions.block import LONGEST_TEXT, SuggestionError, read_suggestion
from hubatlas.imports.suggestions.telling import body, subject
from hubatlas.imports.trial import BrokenContentError
from hubatlas.records.problems import printable
from hubatlas_site.branches import BranchError, commit, on_new_branch

MOST_BYTES = 4 * LONGEST_TEXT


def main() -> int:
    """Change the record and say what changed; where the suggestion cannot be taken, say why and return 1."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        suggestion = read_suggestion(_text(arguments.letter), arguments.today)
        applier = Applier(arguments.content, ROOT / "schema")
        applied = applier.applied(suggestion)
        if arguments.branch:
            on_new_branch(applied.path, _branch(applied))
        applier.write(applied)
        if arguments.branch:
            commit(applied.path, f"{subject(applied)}\n\n{body(applied)}")
    except BrokenContentError as error:
        return _refused("The records that are there have problems, which come first.", *map(str, error.problems))
    except OSError as error:
        return _refused(f"{error.filename}: {error.strerror}")
    except (SuggestionError, BranchError) as error:
        return _refused(*str(error).splitlines())
    print(subject(applied))
    if arguments.describe:
        arguments.describe.write_text(f"{subject(applied)}\n{body(applied)}\n", encoding="utf-8")
    return 0


def _text(letter: Path | None) -> str:
    """The letter, from its file or from standard input; what is not text in it becomes question marks."""
    if letter is None:
        return sys.stdin.buffer.read(MOST_BYTES).decode("utf-8", errors="replace")
    with letter.open("rb") as file:
        return file.read(MOST_BYTES).decode("utf-8", errors="replace")


def _branch(applied: Applied) -> str:
    """A name made of the record and of what changes: the same suggestion again has the same branch."""
    return f"suggestion/{applied.suggestion.slug}-{hashlib.sha256(applied.text).hexdigest()[:8]}"


def _refused(*problems: str) -> int:
    """Say why; no line begins with anything but our own words, whatever the letter holds."""
    print("The suggestion cannot be taken, and nothing was changed:", file=sys.stderr)
    for problem in problems:
        print(f"- {printable(problem)}", file=sys.stderr)
    return 1


def _arguments() -> argparse.Namespace:
    today = datetime.now(tz=ZoneInfo("Europe/London")).date()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letter", nargs="?", type=Path, help="the file with the letter (default: standard input)")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--branch", action="store_true", help="commit the change on a branch of its own")
    parser.add_argument("--describe", type=Path, help="write the subject and what changes to this file as well")
    parser.add_argument("--today", type=date.fromisoformat, default=today, help="the date of today")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
