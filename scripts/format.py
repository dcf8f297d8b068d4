"""Writes the records of a network, and the code, in their usual layout."""

from setup import ensure

ensure("site")

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from hubatlas.records.folders import not_there
from hubatlas.records.layouts import layouts

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Rewrite what has another layout, or only name it with --check; return 1 where work is left for somebody."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if not arguments.content.is_dir():
        print(f"{arguments.content}: there is no such folder", file=sys.stderr)
        return 1
    unknown = not_there(arguments.content, arguments.files)
    if unknown:
        print(*unknown, sep="\n", file=sys.stderr)
        return 1
    wanted = {path.resolve() for path in arguments.files}
    changed = unreadable = 0
    for layout in layouts(arguments.content, ROOT / "schema"):
        if wanted and layout.path.resolve() not in wanted:
            continue
        for problem in layout.problems:
            print(problem)
            unreadable += 1
        if layout.is_new:
            changed += 1
            print(layout.shown)
            if not arguments.check:
                layout.write()
    code = 0 if arguments.files else _format_code(check=arguments.check)
    what = "to write" if arguments.check else "written"
    print(f"{changed} record{'' if changed == 1 else 's'} {what} in the usual layout")
    return int(bool(unreadable or code or (arguments.check and changed)))


def _format_code(*, check: bool) -> int:
    ruff = shutil.which("ruff")
    if ruff is None:
        return 0  # editors of records set up no tools for code
    return subprocess.run(
        [ruff, "format", "--quiet", *(["--check"] if check else [])], cwd=ROOT, check=False
    ).returncode


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="only these records, and no code")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if something would change")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
