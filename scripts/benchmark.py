"""Measures builds of small, large and very large made-up networks, and prints one table."""

from setup import ROOT, ensure

ensure("site")

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(ROOT))

from benchmarks.measuring import Measurement, table
from hubatlas_site.crew import workers

SIZES = "200,1100,11000"
RESULTS = ROOT / ".cache" / "benchmark" / "results.json"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"how many records, with commas between (default: {SIZES})")
    parser.add_argument("--rounds", type=int, default=3, help="how often each build is measured (default: 3)")
    parser.add_argument("--folder", type=Path, help="where to build (default: a temporary folder)")
    parser.add_argument("--save", type=Path, default=RESULTS, help="the JSON file to write the figures to")
    options = parser.parse_args(arguments)
    reports = []
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            reports.append(Measurement(Path(folder), size, options.rounds).report(_say))
    _say("")
    print(
        f"Python {platform.python_version()}, {platform.system()}, {workers()} processors; medians of {options.rounds}"
    )
    print("\n".join(table(reports)))
    options.save.parent.mkdir(parents=True, exist_ok=True)
    options.save.write_text(json.dumps([asdict(report) for report in reports], indent=2) + "\n", encoding="utf-8")


def _say(what: str) -> None:
    """Show what is going on: on a terminal, in place of what was shown before."""
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)
    elif what:
        print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
