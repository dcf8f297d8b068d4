"""Finds a Chromium for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import node
from steps import SetupError, run

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
APT_PACKAGES = ("chromium-headless-shell", "chromium")
SECONDS_TO_START = 30
ARGUMENTS = (  # for a page of this computer's own, in a container or not, with no word to anybody else
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_or_install(root: Path, folder: Path, program: Path) -> Path:
    """Return a Chromium that starts, if need be installed into `folder` with the Node.js `program`.

    Raises SetupError, whose message names the cure, if there is none to be had.
    """
    return find() or _install(root, folder, program)


def find() -> "Path | None":
    """Return the first Chromium of this computer that starts; `$CHROME`, if set, is the only one tried."""
    return next((program for program in _candidates() if starts(program)), None)


def _candidates() -> Iterator[Path]:
    chosen = os.environ.get("CHROME")
    if chosen:
        program = Path(shutil.which(chosen) or chosen)
        if not starts(program):
            raise SetupError(f"CHROME names {chosen}, which does not start. Put it right with: unset CHROME")
        yield program
        return
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from map(Path, MAC_APPLICATIONS)


def starts(program: Path) -> bool:
    """Whether `program --version` answers (Ubuntu's `chromium-browser` may be a stub that only advertises a snap)."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, timeout=SECONDS_TO_START, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.returncode == 0 and b"." in answer.stdout


def _install(root: Path, folder: Path, program: Path) -> Path:
    if can_use_apt():
        for package in APT_PACKAGES:
            try:
                install_with_apt(package)
            except SetupError:
                continue
            found = find()
            if found:
                return found
    try:
        return _install_with_npm(root, folder, program)
    except SetupError as error:
        raise SetupError(_advice(error)) from error


def _advice(error: SetupError) -> str:
    cure = (
        "brew install --cask chromium"
        if sys.platform == "darwin"
        else "sudo apt-get update && sudo apt-get install -y chromium"
    )
    return f"The browser tests need Chromium, and none was found.\nPut it right with: {cure}\n\n({error})"


def can_use_apt() -> bool:
    """Whether this is root on a Debian or Ubuntu."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_with_apt(package: str) -> None:
    """Install a Debian or Ubuntu package without asking anything."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("The list of system packages", ["apt-get", "update"], environment=environment)
    command = ["apt-get", "install", "-y", "--no-install-recommends", package]
    run(f"System package {package}", command, environment=environment)


def _install_with_npm(root: Path, folder: Path, program: Path) -> Path:
    """Unpack the Chromium that scripts/chromium locks, with the libraries it carries, into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "scripts" / "chromium", folder)
    node.install_packages(program, folder)
    environment = {**node.environment(program), "TMPDIR": str(folder)}
    run("Unpacking Chromium", [str(program), "unpack.js"], environment=environment, folder=folder)
    start = folder / "start"
    if not starts(start):
        raise SetupError(f"{start} does not start.")
    return start
