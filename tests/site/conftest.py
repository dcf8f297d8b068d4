"""What tests of the build share: a small network of one's own, and builds of it by the real commands."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.synthetic import write_network

PROJECT = Path(__file__).resolve().parents[2]
ASSETS = PROJECT / ".cache" / "site" / "assets"
TODAY = "2026-12-01"
SIZE = 12


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A network of one's own in `content`, where its site goes, and a cache that no other build uses."""

    content: Path
    output: Path
    cache: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    def command(self, *arguments: str, today: str = TODAY) -> list[str]:
        script = str(PROJECT / "scripts" / "build.py")
        places = ("--content", str(self.content), "--output", str(self.output), "--cache", str(self.cache))
        return [sys.executable, script, *places, "--today", today, *arguments]

    def build(self, *, today: str = TODAY, **environment: str) -> subprocess.CompletedProcess[str]:
        """Build with the real command, whatever comes of it."""
        return subprocess.run(
            self.command(today=today),
            capture_output=True,
            text=True,
            check=False,
            env={**self.environment, **environment},
            cwd=PROJECT,
        )

    def built(self, *, today: str = TODAY, **environment: str) -> dict[str, str]:
        """Build, and fail the test if that fails; the site's files."""
        done = self.build(today=today, **environment)
        assert done.returncode == 0, done.stderr
        return files(self.output)

    def record(self, name: str) -> Path:
        """The path of one record, by its path or the start of it."""
        return next(iter(sorted(self.content.glob(f"{name}*"))))

    def change_a_record(self, text: str = "Changed", folder: str = "hubs") -> Path:
        """Give the first record of a folder another summary; its path."""
        record = self.record(f"{folder}/")
        lines = record.read_text(encoding="utf-8").splitlines()
        changed = [f"summary: {text} for a test." if line.startswith("summary:") else line for line in lines]
        record.write_text("\n".join(changed) + "\n", encoding="utf-8")
        return record


def files(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }


@pytest.fixture(scope="session")
def small_network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up network; not to be changed."""
    content = tmp_path_factory.mktemp("network") / "content"
    write_network(content, SIZE)
    return content


@pytest.fixture
def new_bench(small_network: Path) -> Callable[[Path], Bench]:
    """Sets up a bench in a folder."""

    def set_up(folder: Path) -> Bench:
        shutil.copytree(small_network, folder / "content")
        if ASSETS.is_dir():
            shutil.copytree(ASSETS, folder / "cache" / "assets")  # compiling the theme is not what is tested
        return Bench(content=folder / "content", output=folder / "site", cache=folder / "cache")

    return set_up


@pytest.fixture
def bench(tmp_path: Path, new_bench: Callable[[Path], Bench]) -> Bench:
    """A bench in the test's own folder."""
    return new_bench(tmp_path)
