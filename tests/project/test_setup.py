"""Set-up installs once, survives interruption and removal, and says in plain words what it lacks.

Most of it is tried in a whole small project of its own, whose locks name no package, so that nothing is downloaded.
"""

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = ROOT / "scripts"
BASE_PYTHON = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
PATIENCE = 120  # seconds, after which a set-up is taken to have no end
REPORT = """
from setup import ensure

ensure("site")

import json
import shutil
import sys

print(json.dumps({"prefix": sys.prefix, "arguments": sys.argv[1:], "path": sys.path, "node": shutil.which("node")}))
"""
PACKAGE = '{"name": "small", "private": true}'
PACKAGE_LOCK = '{"name": "small", "lockfileVersion": 3, "requires": true, "packages": {"": {"name": "small"}}}'


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Node.js and npm that this project uses, as a computer has them that needs none installed."""
    folder = tmp_path_factory.mktemp("tools")
    stamp = json.loads((ROOT / ".venv" / "set-up.json").read_text(encoding="utf-8"))
    node = Path(stamp["node"])
    npm = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    for name, command in {"node": f'"{node}"', "npm": f'"{node}" "{npm}"'}.items():
        (folder / name).write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, tools: Path) -> Path:
    """A small project that is set up, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("a project")
    shutil.copytree(SCRIPTS, folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "scripts" / "report.py").write_text(REPORT, encoding="utf-8")
    for name in ("requirements.txt", "requirements-node.txt", "requirements-dev.txt"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "package.json").write_text(PACKAGE, encoding="utf-8")
    (folder / "package-lock.json").write_text(PACKAGE_LOCK, encoding="utf-8")
    done = report(folder, tools)
    assert done.returncode == 0, done.stderr
    return folder


def report(project: Path, tools: Path, *arguments: str, python: Path = BASE_PYTHON) -> subprocess.CompletedProcess[str]:
    """Run a script that needs the level `site`, as a person would, offline; it prints where it found itself."""
    return subprocess.run(
        [python, project / "scripts" / "report.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=offline(tools),
    )


def offline(tools: Path) -> dict[str, str]:
    """An environment in which nothing can be downloaded."""
    nowhere = "http://127.0.0.1:9/"
    return {
        "HOME": str(tools),
        "PATH": f"{tools}{os.pathsep}{os.defpath}",
        "PIP_INDEX_URL": nowhere,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "0",
        "npm_config_registry": nowhere,
    }


def test_a_script_runs_inside_the_virtual_environment_with_its_own_arguments(project: Path, tools: Path) -> None:
    told = json.loads(report(project, tools, "one", "two words").stdout)
    assert told["prefix"] == str(project / ".venv")
    assert told["arguments"] == ["one", "two words"]
    assert str(project / "plugins") not in told["path"]  # there is no such folder in this project
    assert told["node"] == str(tools / "node")


def test_a_second_run_does_no_work(project: Path, tools: Path) -> None:
    stamp = project / ".venv" / "set-up.json"
    before = stamp.stat().st_mtime_ns
    done = report(project, tools)
    assert done.stderr == ""
    assert stamp.stat().st_mtime_ns == before


def test_a_changed_lock_is_installed_again(project: Path, tools: Path) -> None:
    lock = project / "requirements.txt"
    lock.write_text("# nothing, in other words\n", encoding="utf-8")
    said = report(project, tools).stderr
    assert "Python packages" in said
    assert "virtual environment" not in said
    assert report(project, tools).stderr == ""


def test_deleted_node_packages_are_installed_again(project: Path, tools: Path) -> None:
    shutil.rmtree(project / "node_modules")
    assert "Packages from npm" in report(project, tools).stderr
    assert report(project, tools).stderr == ""


def test_a_moved_folder_is_set_up_again(project: Path, tools: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(project, moved, symlinks=True)
    done = report(moved, tools)
    assert "A virtual environment in .venv" in done.stderr
    assert json.loads(done.stdout)["prefix"] == str(moved / ".venv")


def test_a_moved_folder_started_with_its_old_python_uses_nothing_of_the_old_place(
    project: Path, tools: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(project, moved, symlinks=True)
    (moved / "plugins").mkdir()
    done = report(moved, tools, python=moved / ".venv" / "bin" / "python")
    told = json.loads(done.stdout)
    assert str(moved / "plugins") in told["path"]
    assert not any(entry.startswith(str(project)) for entry in told["path"])


def test_a_wheel_that_is_not_the_locked_one_is_refused(project: Path, tools: Path) -> None:
    lock = project / "requirements.txt"
    usual = lock.read_text(encoding="utf-8")
    lock.write_text("pelican==4.12.0\n", encoding="utf-8")
    done = report(project, tools)
    lock.write_text(usual, encoding="utf-8")
    assert done.returncode == 1
    assert "Set-up did not finish. Python packages (1): the command failed." in done.stderr
    assert "hash" in done.stderr
    assert "Set-up needs the internet the first time." in done.stderr


def test_after_a_kill_and_without_its_python_two_set_ups_at_once_do_the_work_once(project: Path, tools: Path) -> None:
    shutil.rmtree(project / ".venv")
    command = [BASE_PYTHON, project / "scripts" / "report.py"]
    killed = subprocess.Popen(command, env=offline(tools), stderr=subprocess.DEVNULL, start_new_session=True)
    wait_for(project / ".venv" / "lib")
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert not (project / ".venv" / "set-up.json").exists()
    (project / ".venv" / "bin" / "python").unlink(missing_ok=True)
    both = [subprocess.Popen(command, env=offline(tools), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [running.communicate()[1] for running in both]
    assert [running.returncode for running in both] == [0, 0], said
    assert sum("Setting up" in text for text in said) == 1
    assert report(project, tools).stderr == ""


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} did not appear"
        time.sleep(0.01)


def test_this_project_needs_nothing_more_now(tools: Path) -> None:
    began = time.monotonic()
    done = subprocess.run(
        [BASE_PYTHON, SCRIPTS / "setup.py", "test"], capture_output=True, text=True, check=False, env=offline(tools)
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert time.monotonic() - began < 5


def test_an_old_python_is_refused_in_plain_words() -> None:
    program = f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(SCRIPTS / 'setup.py')!r})"
    done = subprocess.run([BASE_PYTHON, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Hub Atlas needs Python 3.11 or newer; this is Python 3.9 (")
    assert "make serve PYTHON=" in done.stderr


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_an_old_python_can_read_a_script_as_far_as_that_message(script: Path) -> None:
    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_python_without_virtual_environments_names_the_package_that_brings_them(
    project: Path, tmp_path: Path
) -> None:
    program = (
        "import importlib.util as util; find = util.find_spec;"
        "util.find_spec = lambda name: None if name == 'ensurepip' else find(name);"
        "import sysconfig; sysconfig.get_config_var = lambda name: None;"
        "import setup; setup.ensure('site')"
    )
    shutil.copytree(project / "scripts", tmp_path / "scripts")
    for name in ("requirements.txt", "requirements-node.txt", "package-lock.json"):
        shutil.copy(project / name, tmp_path)
    done = subprocess.run(
        [BASE_PYTHON, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path / "scripts",
        env={"PATH": str(tmp_path)},  # so that there is no apt-get
    )
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"Put it right with: sudo apt-get install -y python{version}-venv" in done.stderr


def test_a_missing_browser_names_the_command_that_brings_one(tmp_path: Path) -> None:
    done = find_a_browser(tmp_path, {"PATH": str(tmp_path)})
    assert "The browser tests need Chromium, and none was found." in done.stderr
    assert "Put it right with: sudo apt-get update && sudo apt-get install -y chromium" in done.stderr


def test_a_browser_that_does_not_start_is_told_by_name(tmp_path: Path) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\necho 'install the snap' >&2\nexit 1\n", encoding="utf-8")
    stub.chmod(0o755)
    done = find_a_browser(tmp_path, {"PATH": str(tmp_path), "CHROME": str(stub)})
    assert f"CHROME names {stub}, which does not start. Put it right with: unset CHROME" in done.stderr
    done = find_a_browser(tmp_path, {"PATH": str(tmp_path)})
    assert "none was found" in done.stderr


def find_a_browser(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Look for a browser as set-up does, where apt-get and npm cannot help."""
    program = (
        "import pathlib, chromium;"
        f"here = pathlib.Path({str(folder)!r});"
        f"chromium.find_or_install(pathlib.Path({str(ROOT)!r}), here / 'browser', pathlib.Path('/bin/false'))"
    )
    return subprocess.run(
        [BASE_PYTHON, "-c", program], capture_output=True, text=True, check=False, cwd=SCRIPTS, env=environment
    )
