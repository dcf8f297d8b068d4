"""Chooses new versions of everything that set-up installs and writes them, with their hashes, to the lock files."""

from setup import PYTHON, ROOT, ensure

ensure("site")

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from node import environment, npm
from steps import SetupError, run

LISTS = ("requirements", "requirements-dev", "requirements-node")
OLDEST_PYTHON = "3.11"


def lock_wheels(uv: Path, *, upgrade: bool) -> None:
    """Write a .txt file with hashes beside each .in file, good for every platform and Python from 3.11 on."""
    options = ["--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON, "--no-emit-index-url", "--quiet"]
    for name in LISTS:
        source, lock = f"{name}.in", f"{name}.txt"
        command = [str(uv), "pip", "compile", *options, "--custom-compile-command", "make lock", source, "-o", lock]
        run(lock, [*command, "--upgrade"] if upgrade else command, folder=ROOT)


def lock_node_packages(folder: Path, node: Path) -> None:
    """Write package-lock.json in `folder`, without the address of the registry it was asked from."""
    command = [*npm(node), "install", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"]
    run(str(folder.relative_to(ROOT) / "package-lock.json"), command, folder=folder, environment=environment(node))


def main() -> None:
    """Write all lock files; with --upgrade, take the newest versions that the lists allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that the lists allow")
    upgrade = parser.parse_args().upgrade
    node = Path(shutil.which("node") or "node")  # the one that set-up put first on PATH
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--target", folder, "uv"], check=True)
        try:
            lock_wheels(Path(folder) / "bin" / "uv", upgrade=upgrade)
            for each in (ROOT, ROOT / "scripts" / "chromium", ROOT / "benchmarks" / "lighthouse"):
                lock_node_packages(each, node)
        except SetupError as error:
            sys.exit(str(error))
    print("Locked. The next command installs what changed.")


if __name__ == "__main__":
    main()
