"""What README.md says is so: its record, the message it shows, its commands and its ten minutes."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hubatlas.records import check

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST_STEPS = ROOT / "tests" / "networks" / "first-steps"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The only fenced block of that language."""
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def network_with(folder: Path, record: str) -> Path:
    """The real network's lists and places with that one hub, so that its terms are known."""
    content = folder / "content"
    shutil.copytree(ROOT / "content" / "vocabularies", content / "vocabularies")
    shutil.copy(FIRST_STEPS / "network.yaml", content / "network.yaml")
    (content / "hubs").mkdir()
    (content / "hubs" / "old-mill.yaml").write_text(record, encoding="utf-8")
    return content


def test_its_record_is_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = network_with(tmp_path, block("yaml"))
    monkeypatch.chdir(tmp_path)
    assert [str(problem) for problem in check(content, ROOT / "schema")] == []


def test_its_mistake_is_answered_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = block("yaml").replace("monday: 09:00-17:00", "monday: 9am-5pm")
    network_with(tmp_path, wrong)
    monkeypatch.chdir(tmp_path)
    [answer] = re.findall(r"^content/hubs/old-mill\.yaml:.*$", README, flags=re.MULTILINE)
    assert answer in [str(problem) for problem in check(Path("content"), ROOT / "schema")]


def test_its_commands_are_in_the_makefile() -> None:
    named = set(re.findall(r"`?make (\w+)", README))
    described = set(re.findall(r"^(\w+):.*##", MAKEFILE, flags=re.MULTILINE))
    assert named - described == set()
    assert {"serve", "test", "build", "check", "format", "benchmark"} <= named


def test_its_files_and_folders_are_there() -> None:
    named = set(re.findall(r"`((?:content|schema|plugins|theme|tests|\.github)/[\w./-]*)`", README))
    links = set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
    made_up = {"content/hubs/old-mill.yaml"}
    assert {name for name in (named | links) - made_up if not (ROOT / name).exists()} == set()


def test_a_copy_of_the_smallest_network_builds(tmp_path: Path) -> None:
    copy = shutil.copytree(FIRST_STEPS, tmp_path / "my-network")
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(copy), "--output"]
    done = subprocess.run([*command, str(tmp_path / "site")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Corner House" in (tmp_path / "site" / "hubs" / "corner-house" / "index.html").read_text(encoding="utf-8")
