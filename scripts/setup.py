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
import sysconfig
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import chromium
import node
from steps import NEEDS_INTERNET, SetupError, run

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
STAMP = VENV / "set-up.json"
LEVELS = ("site", "test")
LOCKS = {
    "site": ("requirements.txt", "requirements-node.txt", "package-lock.json"),
    "test": ("requirements-dev.txt",),
}


def ensure(level: str = "site") -> None:
    """Return with `level` installed and this program running inside `.venv`; exit with a plain message if not."""
    try:
        program = install(level)
    except SetupError as error:
        sys.exit(f"Set-up did not finish. {error}")
    except KeyboardInterrupt:
        sys.exit("\nSet-up was interrupted; the next run starts it again.")
    if Path(sys.prefix) != VENV:
        sys.stdout.flush()
        os.execv(PYTHON, [str(PYTHON), *sys.orig_argv[1:]])  # noqa: S606 - the project's own Python, no shell
    _put_first_on_path(program.parent, PYTHON.parent)


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


def use_node() -> None:
    """Put the Node.js that set-up chose first on PATH, for a program that was started inside `.venv` already."""
    _put_first_on_path(Path(_stamp()["node"]).parent)


def _put_first_on_path(*folders: Path) -> None:
    os.environ["PATH"] = os.pathsep.join((*map(str, folders), os.environ.get("PATH", os.defpath)))


def browser() -> str:
    """The path of the browser that the level `test` found, or of the one that $CHROME names."""
    return os.environ.get("CHROME") or _stamp()["browser"]


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
    """Make an empty `.venv` and unpack into it the pip that comes with Python, in a tenth of the time venv takes."""
    pip = _pip_of_python() or _pip_from_apt()
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", None) or sys.executable
    run("A virtual environment in .venv", [base, "-I", "-m", "venv", "--without-pip", str(VENV)])
    with zipfile.ZipFile(pip) as wheel:
        wheel.extractall(_site_packages())


def _pip_of_python() -> "Path | None":
    """The wheel of pip that this Python brings for new virtual environments."""
    ensurepip = importlib.util.find_spec("ensurepip")
    folders = [Path(ensurepip.origin).parent / "_bundled"] if ensurepip and ensurepip.origin else []
    shared = sysconfig.get_config_var("WHEEL_PKG_DIR")  # where Debian and Fedora keep it
    if shared:
        folders.append(Path(shared))
    return next((wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"), reverse=True)), None)


def _pip_from_apt() -> Path:
    """Put right what Debian and Ubuntu leave out of Python, or say how."""
    package = f"python{_python_version()}-venv"
    if chromium.can_use_apt():
        chromium.install_with_apt(package)
        importlib.invalidate_caches()
    pip = _pip_of_python()
    if pip is None:
        cure = f"sudo apt-get install -y {package}"
        raise SetupError(f"This Python cannot make virtual environments. Put it right with: {cure}")
    return pip


def _install_site(done: Mapping[str, str]) -> dict[str, str]:
    _install_wheels("Python packages", "requirements.txt")
    program = node.on_path(outside=VENV)
    if program is None:
        reason = f"as none of version {node.OLDEST} or later is installed"
        _install_wheels(f"Node.js, {reason}", "requirements-node.txt")
        program = node.in_wheel(_site_packages())
    (_site_packages() / "hub-atlas.pth").write_text(f"{ROOT / 'plugins'}\n", encoding="utf-8")
    node.install_packages(program, ROOT)
    return {**done, "folder": str(ROOT), "python": _version_of_venv(), "node": str(program)}


def _install_test(done: Mapping[str, str]) -> dict[str, str]:
    _install_wheels("Tools of the tests", "requirements-dev.txt")
    program = chromium.find_or_install(ROOT, VENV / "chromium", Path(done["node"]))
    return {**done, "browser": str(program)}


def _install_wheels(what: str, lock: str) -> None:
    """Install exactly the wheels that `lock` names by hash."""
    count = len(re.findall(r"^\S+==", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE))
    exactly = ["--require-hashes", "--only-binary=:all:", "--no-deps", "--requirement", str(ROOT / lock)]
    quietly = ["--no-compile", "--no-input", "--progress-bar=off", "--disable-pip-version-check"]
    command = [str(PYTHON), "-I", "-m", "pip", "install", *quietly, *exactly]
    run(f"{what} ({count})", command, hint=NEEDS_INTERNET)


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
