"""Knows what is installed already: set-up writes it down in `.venv/set-up.json` when it has finished."""

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

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


def stamp() -> dict[str, str]:
    """What the last finished set-up wrote down: a hash for each level, the folder, the programs found."""
    try:
        written = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return written if isinstance(written, dict) else {}


def write_stamp(done: Mapping[str, str]) -> None:
    """Write down what is installed, in one step."""
    unfinished = STAMP.with_suffix(".part")
    unfinished.write_text(json.dumps(done, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(STAMP)


def lock_hash(level: str) -> str:
    """What changes when another version of something in `level` is asked for."""
    digest = hashlib.sha256()
    for name in LOCKS[level]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def missing(level: str, done: Mapping[str, str]) -> list[str]:
    """The levels up to `level` whose installation is absent or out of date, lowest first."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    if not usable(done) or not NODE_MODULES.is_dir():
        return list(wanted)
    programs = {"site": "node", "test": "browser"}
    return [
        each
        for each in wanted
        if done.get(each) != lock_hash(each) or not os.access(done.get(programs[each], ""), os.X_OK)
    ]


def usable(done: Mapping[str, str]) -> bool:
    """Whether `.venv` still works: made in this folder (scripts inside hold its path) and its Python not replaced."""
    if done.get("folder") != str(ROOT) or not PYTHON.exists():
        return False
    inside = Path(sys.prefix) == VENV
    return not inside or done.get("python") == python_version()


def python_version() -> str:
    """The version of this Python, such as 3.11."""
    return "{}.{}".format(*sys.version_info[:2])
