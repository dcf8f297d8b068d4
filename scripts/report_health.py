"""Says in Markdown what to look after: facts that are due, dates that run out, dead links, weak packages."""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.records import InvalidRecordsError, load
from hubatlas_site.health.links import LIMITS, addresses, dead_links
from hubatlas_site.health.packages import DATABASE, UnansweredError, Weakness, locked, weaknesses
from hubatlas_site.health.report import report


def main() -> int:
    """Print the report; return 1 where the records cannot be read."""
    arguments = _arguments()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        directory = load(arguments.content, ROOT / "schema")
        links = (
            dead_links(addresses(directory), Fetcher(LIMITS, allow_local=arguments.allow_local))
            if arguments.links
            else None
        )
    except InvalidRecordsError as error:
        print(error, file=sys.stderr)
        return 1
    packages = _packages(arguments.database) if arguments.packages else None
    print(report(directory, arguments.today, links=links, packages=packages), end="")
    return 0


def _packages(database: str) -> Sequence[Weakness] | str:
    """What is known against the packages in use, or why nobody knows."""
    try:
        return weaknesses(locked(ROOT), database)
    except UnansweredError as error:
        return str(error)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    today = datetime.now(tz=UTC).date()
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--today", type=date.fromisoformat, default=today, help="the date to judge by")
    parser.add_argument("--links", action="store_true", help="open every web address in the records, one by one")
    parser.add_argument("--packages", action="store_true", help="ask what is known against the packages in use")
    parser.add_argument("--database", default=DATABASE, help="where to ask that (default: %(default)s)")
    parser.add_argument("--allow-local", action="store_true", help="let an address lead to a private network")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
