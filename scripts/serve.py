"""Builds the site, shows it on this computer, and builds it again whenever a file that goes into it changes."""

from setup import ROOT, ensure

ensure("site")

import argparse
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import watchfiles

from site_server import first_free

ONE_BUILD_AT_A_TIME = threading.Lock()
SOURCES = ("plugins", "schema", "theme", "pelicanconf.py")


def build(options: argparse.Namespace) -> bool:
    """Build the network that `options` name; whether that succeeded. The build prints its own messages."""
    command = [sys.executable, str(ROOT / "scripts" / "build.py")]
    command += ["--content", str(options.content), "--output", str(options.output)]
    if options.today:
        command += ["--today", options.today]
    with ONE_BUILD_AT_A_TIME:
        return subprocess.run(command, check=False).returncode == 0


def rebuild_on_change(options: argparse.Namespace) -> None:
    """Build again after every change, for as long as the program runs; the last good site stays when it fails."""
    sources = [options.content, *(ROOT / name for name in SOURCES)]
    for changes in watchfiles.watch(*filter(Path.exists, sources), raise_interrupt=False):
        names = sorted({Path(name).name for _, name in changes})
        print(f"\n{names[0]} changed" + (f", and {len(names) - 1} more" if names[1:] else ""), flush=True)
        build(options)


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the network to show (default: content)")
    parser.add_argument("--output", type=Path, default=ROOT / "output", help="where the site goes (default: output)")
    parser.add_argument("--today", help="the date to build for, such as 2026-12-01 (default: the newest commit's)")
    parser.add_argument("--port", type=int, default=8000, help="where to listen, if it is free (default: 8000)")
    options = parser.parse_args(arguments)
    threading.Thread(target=rebuild_on_change, args=(options,), daemon=True).start()
    if not build(options):
        sys.exit(1)
    with first_free(options.output, options.port) as server:
        print(f"\nThe site is at {server.address}\nIt follows your changes. Ctrl-C ends it.", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
