"""Checks the code, then runs every test. What follows on the command line is handed to pytest."""

from setup import ROOT, ensure

ensure("test")

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
MOST_WORKERS = 4
PYTHON_CODE = ("plugins", "scripts", "tests", "benchmarks", "pelicanconf.py")


def stages() -> list[tuple[str, list[str]]]:
    """Return each check's name and command, quickest first."""
    code = [name for name in PYTHON_CODE if (ROOT / name).exists()]
    return [
        ("lint", [str(BIN / "ruff"), "check", "--quiet", "."]),
        ("layout", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
        ("layers", [str(BIN / "lint-imports"), "--no-cache"]),
        ("browser code", ["node", str(ROOT / "node_modules" / "typescript" / "bin" / "tsc"), "--project", "."]),
        ("types", [str(BIN / "mypy"), "--no-error-summary", *code]),
    ]


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one check, print its name and seconds, and its output if it fails."""
    print(f"{name:<13} ", end="", flush=True)
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    print(f"{'ok' if done.returncode == 0 else 'FAILED':<6} {time.monotonic() - began:5.1f} s", flush=True)
    if done.returncode != 0:
        print(f"\n{done.stdout}{done.stderr}".rstrip())
    return done.returncode == 0


def main(arguments: Sequence[str]) -> int:
    """Return 0 when everything passes; the first check that fails ends the run."""
    for name, command in stages():
        if not passes(name, command):
            print(f"\nThe check called {name} failed, so no test was run.")
            return 1
    print("tests", flush=True)
    workers = min(MOST_WORKERS, (os.cpu_count() or 2) + 1)  # a browser each; one more, as browsers are often waited for
    pytest = [sys.executable, "-m", "pytest", "-n", str(workers), "--dist", "worksteal", "--quiet", *arguments]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "python")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # tests build sites many times over
    return subprocess.run(pytest, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
