"""Builds a site again and again on a disk that is too small, has too few names left, or cannot be written to.

Run in a mount namespace of its own: `on_a_small_disk.py TROUBLE FOLDER OTHER-DATE COMMAND...`, where COMMAND builds a
site somewhere else. Prints a line of JSON for each build.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.site.conftest import files

STEPS = 4
PLENTY = 64 * 1024 * 1024
PAGE = 4096


def main() -> None:
    """Mount the disk, fill it with one site, then try to build the other with ever more room."""
    trouble, folder, other_date, *command = sys.argv[1:]
    disk = Path(folder)
    mount(disk, f"size={PLENTY}")
    command += ["--output", str(disk / "site"), "--cache", str(disk / "cache")]
    subprocess.run(command, check=True, capture_output=True)
    used = os.statvfs(disk)
    bytes_used = (used.f_blocks - used.f_bfree) * used.f_frsize
    names_used = used.f_files - used.f_ffree
    for step in range(STEPS):
        match trouble:
            case "full":
                mount(disk, f"remount,size={bytes_used + step * step * 32 * PAGE}")
            case "out of names":
                mount(disk, f"remount,nr_inodes={names_used + step * 26}")
            case _:
                mount(disk, "remount,ro")
        sys.stdout.write(json.dumps(attempt(disk, [*command, "--today", other_date])) + "\n")
        mount(disk, f"remount,rw,size={PLENTY},nr_inodes={PAGE}")
        subprocess.run(command, check=True, capture_output=True)
        if trouble == "read-only":
            return


def mount(disk: Path, options: str) -> None:
    """Mount or change the disk."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)


def attempt(disk: Path, command: list[str]) -> dict[str, object]:
    """Build, and see what stands there afterwards."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {
        "status": done.returncode,
        "errors": done.stderr,
        "site": files(disk / "site"),
        "leftovers": [path.name for path in disk.glob(".site.*")],
    }


if __name__ == "__main__":
    main()
