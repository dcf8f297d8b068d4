"""Reads the feeds of the networks next door and renews the copies in neighbours/; a feed that fails leaves its copy."""

from setup import ROOT, ensure

ensure("site")

import argparse
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.imports.feeds.sources import FeedError, read_feed
from hubatlas.imports.neighbours import copy_of
from hubatlas.publication import NeighbourFeed
from hubatlas.records import InvalidRecordsError, load
from hubatlas.records.checking import Checker
from hubatlas.records.formatting import written

SCHEMA = ROOT / "schema"


def main() -> int:
    """Say what became of each feed; return 1 only where the network's own records cannot be read."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        directory = load(arguments.content, SCHEMA)
    except InvalidRecordsError as error:
        print(error, file=sys.stderr)
        return 1
    checker = Checker(SCHEMA, "neighbour")
    for feed in directory.network.neighbours:
        print(f"{feed.id}: {_refreshed(feed, directory, arguments, checker)}")
    return 0


def _refreshed(feed: NeighbourFeed, directory: Directory, arguments: argparse.Namespace, checker: Checker) -> str:
    """Renew one copy, in one step; what became of it, in a sentence."""
    points = [(hub.point.latitude, hub.point.longitude) for hub in directory.hubs if hub.point is not None]
    try:
        instead = dict(arguments.instead or ())
        found = read_feed(instead.get(feed.id, feed.feed), Fetcher(allow_local=arguments.allow_local))
    except FeedError as error:
        return f"{error} The copy stays as it was."
    copy = copy_of(found, points, feed.miles, arguments.today, checker, feed.name)
    path = arguments.content / "neighbours" / f"{feed.id}.yaml"
    if "places" not in copy and any(each.slug == feed.id and each.places for each in directory.neighbours):
        return f"It has nothing near our hubs any more. The copy stays as it was; delete {path} if that is right."
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(written(copy, checker.schema))
    os.replace(unfinished, path)  # noqa: PTH105 - says that it replaces
    return f"{len(copy.get('places', ())):,} places near our hubs."


def _pair(text: str) -> tuple[str, str]:
    name, _, place = text.partition("=")
    return name, place


def _arguments() -> argparse.Namespace:
    today = datetime.now(tz=UTC).date()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    elsewhere = "read this one from another address, a folder or a file instead"
    parser.add_argument("--from", dest="instead", metavar="ID=PLACE", action="append", type=_pair, help=elsewhere)
    parser.add_argument("--today", type=date.fromisoformat, default=today, help="the date that copies get")
    parser.add_argument("--allow-local", action="store_true", help="let an address lead to a private network")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
