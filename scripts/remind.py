"""Writes reminders for those who run hubs: an issue and a letter for each with facts to check, and a calendar."""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from hubatlas.records import InvalidRecordsError, load
from hubatlas_site.reminding.writing import write


def main() -> int:
    """Write the reminders and say how many; return 1 where the records cannot be read."""
    arguments = _arguments()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        directory = load(arguments.content, ROOT / "schema")
    except InvalidRecordsError as error:
        print(error, file=sys.stderr)
        return 1
    print(write(directory, arguments.today, arguments.into))
    if arguments.into.is_dir():
        print(f"They are in {arguments.into}" if any(arguments.into.glob("*.ics")) else "No reminder is written.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    today = datetime.now(tz=UTC).date()
    into = ROOT / ".cache" / "reminders"
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--today", type=date.fromisoformat, default=today, help="the date to judge by")
    parser.add_argument("--into", type=Path, default=into, help="the folder to write into (default: .cache/reminders)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
