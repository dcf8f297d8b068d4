"""Says in Markdown what a change of the records does to what the public sees, and stops one that loses records.

From commit BASE to commit HEAD, or where no HEAD is given to the records as they are now.
"""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from datetime import date
from pathlib import Path

from hubatlas_site.reviewing.commits import NotComparedError, day_of
from hubatlas_site.reviewing.describing import described
from hubatlas_site.reviewing.summary import not_described


def main() -> int:
    """Print the summary; return 1, with the reasons on standard error, where the change must not be published."""
    arguments = _arguments()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        today = arguments.today or day_of(arguments.head or "HEAD", arguments.content)
        found = described(
            arguments.base,
            arguments.head,
            arguments.content,
            ROOT / "schema",
            today=today,
            may_drop=arguments.may_drop,
        )
    except NotComparedError as error:
        print(not_described(str(error)), end="")
        print(f"Not described: {error}.", file=sys.stderr)
        return 1
    print(found.text, end="")
    for reason in found.stopped:
        print(f"Stopped: {reason}", file=sys.stderr)
    return int(bool(found.stopped))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", nargs="?", default="HEAD", help="the commit to compare with (default: the newest)")
    parser.add_argument("head", nargs="?", help="the commit that changes it (default: the records as they are now)")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--today", type=date.fromisoformat, help="the date of both sites (default: the commit's)")
    parser.add_argument("--may-drop", action="store_true", help="let many records go at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
