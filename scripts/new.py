"""Begins a hub, a service or a whole network, from a few questions or from options that answer them."""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from hubatlas_site.starting.networks import LICENCE, PLACES, start_network
from hubatlas_site.starting.networks import QUESTIONS as NETWORK
from hubatlas_site.starting.questions import NotAnsweredError
from hubatlas_site.starting.records import KINDS, start

OPTIONS = {
    "hub": ("name", "kind", "status", "summary", "street", "city", "postcode", "phone", "email", "operator", "source"),
    "service": ("name", "summary", "needs", "provider", "hub", "days", "time", "free", "source"),
    "network": tuple(question.option for question in (*NETWORK, PLACES, LICENCE)),
}
SCHEMA = ROOT / "schema"


def main() -> int:
    """Write what was asked for and say what to do next; return 1, with nothing written, where an answer is wrong."""
    arguments = _arguments()
    given = {option: getattr(arguments, option.replace("-", "_")) for option in OPTIONS[arguments.what]}
    ask = input if sys.stdin.isatty() else None
    today = datetime.now(tz=UTC).date()
    try:
        if arguments.what in KINDS:
            started = start(arguments.what, arguments.content, SCHEMA, given, ask, today=today)
        else:
            folder = start_network(arguments.folder, SCHEMA, given, ask, today=today)
            print(f"{folder} is begun, and builds.", *_next_steps(folder), sep="\n")
            return 0
    except NotAnsweredError as error:
        print(error, "Nothing was written.", sep="\n", file=sys.stderr)
        return 1
    print(f"{started.path} is written.")
    if started.problems:
        print("Before it passes `make check`:", *started.problems, sep="\n")
    if started.lacking:
        print("Add when you know it:", *(f"- {each}" for each in started.lacking), sep="\n")
    return 0


def _next_steps(folder: Path) -> tuple[str, ...]:
    return (
        f"Begin a hub:  make new hub NETWORK={folder}",
        f"Look at it:   make serve NETWORK={folder}",
        "When its records are real, say `demonstration: no` in its network.yaml.",
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    kinds = parser.add_subparsers(dest="what", required=True, metavar="hub|service|network")
    for kind, options in OPTIONS.items():
        one = kinds.add_parser(kind, help=f"begin a {kind}")
        for option in options:
            one.add_argument(f"--{option}", help="asked for where this is left out")
        if kind == "network":
            one.add_argument("--folder", type=Path, help="where to put it (default: the network's name)")
        one.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
