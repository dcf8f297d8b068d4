"""Turns another directory's feed into records: Open Referral UK 3.0 or 1.0, HSDS tables, or our own open data."""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from pathlib import Path

from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.imports.feeds.own import own_proposals
from hubatlas.imports.feeds.services import ServiceReader
from hubatlas.imports.feeds.sources import Feed, FeedError, read_feed
from hubatlas.imports.feeds.terms import own_terms
from hubatlas.imports.planning import Planner
from hubatlas.imports.proposals import Source
from hubatlas.imports.reporting import report
from hubatlas.imports.trial import BrokenContentError


def main() -> int:
    """Import a feed; return 1 where something could not be taken, or the feed cannot be read."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        feed = read_feed(arguments.feed, Fetcher(allow_local=arguments.allow_local))
        return _import(arguments, feed)
    except (FeedError, BrokenContentError) as error:
        print(error, file=sys.stderr)
        if isinstance(error, BrokenContentError):
            print("Nothing was imported: put the records that are there right first.", file=sys.stderr)
        return 1


def _import(arguments: argparse.Namespace, feed: Feed) -> int:
    reader = ServiceReader(own_terms(arguments.content))
    proposals = [*own_proposals(feed.records), *reader.proposals(feed.services)]
    planner = Planner(arguments.content, ROOT / "schema")
    address = arguments.feed if arguments.feed.startswith("http") else None
    name = arguments.source or feed.publisher or f"The feed {Path(arguments.feed).name or arguments.feed}"
    plan = planner.plan(proposals, Source(name=name, url=address), (*feed.remarks, *reader.questions))
    if not arguments.dry_run:
        planner.apply(plan)
    print(report(plan, written=not arguments.dry_run), end="")
    if arguments.report:
        arguments.report.write_text(report(plan, written=not arguments.dry_run, most=None), encoding="utf-8")
    return int(bool(plan.refused))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feed", help="a web address, a folder or a file")
    parser.add_argument("--source", help="what the records name as their source (default: the feed's publisher)")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")
    parser.add_argument("--report", type=Path, help="write the whole report to a file as well")
    parser.add_argument("--allow-local", action="store_true", help="let an address lead to a private network")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
