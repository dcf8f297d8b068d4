"""Writes into .github/CODEOWNERS who is asked about changes of each record, from the reviewers that records name."""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from pathlib import Path

from hubatlas.records import InvalidRecordsError, load
from hubatlas_site.codeowners import renewed


def main() -> int:
    """Write the file; with --check only say whether it is current. Return 1 where it is not, or records are wrong."""
    arguments = _arguments()
    try:
        directory = load(arguments.content, ROOT / "schema")
    except InvalidRecordsError as error:
        print(error, file=sys.stderr)
        return 1
    path: Path = arguments.file
    present = path.read_text(encoding="utf-8") if path.exists() else ""
    wanted = renewed(present, directory, directory.network.site.records_folder)
    if present == wanted:
        print(f"{path.name} is current")
        return 0
    if arguments.check:
        print(f"{path.name} is not current: run `make codeowners`", file=sys.stderr)
        return 1
    path.write_text(wanted, encoding="utf-8")
    print(f"{path.name} is written anew")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    file = ROOT / ".github" / "CODEOWNERS"
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--file", type=Path, default=file, help="the file to write (default: .github/CODEOWNERS)")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if it is not current")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
