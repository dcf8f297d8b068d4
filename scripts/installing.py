"""Makes `.venv` and `node_modules` from the lock files. Imported only when there is something to install."""

import contextlib
import fcntl
import importlib.util
import re
import shutil
import sys
import sysconfig
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import chromium
import node
from installed import PYTHON, ROOT, STAMP, VENV, lock_hash, missing, python_version, stamp, usable, write_stamp
from steps import NEEDS_INTERNET, SetupError, run


def install(level: str) -> None:
    """Install what `level` and the levels below it lack; raise SetupError, whose message is for people, if it fails."""
    with _only_one_at_a_time():
        done = stamp()
        lacking = missing(level, done)
        if not lacking:
            return
        print("Setting up Hub Atlas; this happens once.", file=sys.stderr, flush=True)
        STAMP.unlink(missing_ok=True)
        if not usable(done):
            _make_virtual_environment()
            done = {}
        for each in lacking:
            done = _install_site(done) if each == "site" else _install_test(done)
            done[each] = lock_hash(each)
        write_stamp(done)
        if missing(level, done):  # else the next start would install again, and so for ever
            raise SetupError(f"Everything was installed, yet {', '.join(missing(level, done))} is not there.")


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
    package = f"python{python_version()}-venv"
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
