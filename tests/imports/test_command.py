"""The command for spreadsheets, as an officer of a council runs it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "networks" / "first-steps", tmp_path / "content")
    return tmp_path / "content"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "import_table.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_a_dry_run_says_all_and_writes_nothing_and_then_it_is_done(content: Path) -> None:
    table = "name,kind,status,summary,opening_hours\nOld Mill,hub,open,A room.,Mon-Fri 9am-5pm\n"
    table += "Quay,hubb,open,x,varies\n"
    (content.parent / "t.csv").write_text(table, encoding="utf-8")
    arguments = ("t.csv", "--source", "Mapping exercise", "--as-of", "2026-10")
    tried = run(content.parent, *arguments, "--dry-run")
    assert tried.returncode == 1
    assert tried.stdout == (
        "1 record would be written; 0 as they are already.\n\n"
        "New (1):\n  hubs/old-mill.yaml (row 2, Old Mill)\n\n"
        "Not possible as they stand (1):\n  hubs/quay.yaml (row 3, Quay)\n"
        '    "hubb" is not among the hub_kinds of network.yaml; did you mean hub?\n\n'
        'To be looked at (1):\n  row 3: opening_hours: "varies" can be read in more than one way.\n'
    )
    assert not (content / "hubs" / "old-mill.yaml").exists()
    done = run(content.parent, *arguments, "--report", "report.md")
    assert done.stdout.startswith("1 record written")
    assert (content.parent / "report.md").read_text(encoding="utf-8") == done.stdout
    assert "friday: 09:00-17:00" in (content / "hubs" / "old-mill.yaml").read_text(encoding="utf-8")


def test_trouble_is_one_plain_line_and_no_traceback(content: Path) -> None:
    (content.parent / "t.csv").write_text("Name\nOld Mill\n", encoding="utf-8")
    for arguments, said in (
        (("nowhere.csv",), "nowhere.csv cannot be opened"),
        (("t.csv",), 'no hub has a property "Name"; did you mean name?'),
        (("t.csv", "--mapping", "m.yaml"), "m.yaml:1:1: this cannot be opened"),
    ):
        done = run(content.parent, *arguments)
        assert done.returncode == 1
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_an_export_and_a_template_are_files_that_can_be_imported(content: Path) -> None:
    assert run(content.parent, "--export", "hubs.xlsx").stdout == "Wrote 1 rows to hubs.xlsx.\n"
    assert run(content.parent, "hubs.xlsx").stdout == "0 records written; 1 as they are already.\n"
    assert run(content.parent, "--template", "t.xlsx", "--kind", "service").returncode == 0
    assert run(content.parent, "t.xlsx", "--kind", "service").stdout == "0 records written; 0 as they are already.\n"


def test_a_feed_is_imported_from_a_folder(content: Path) -> None:
    service = (
        '{"id": "1", "name": "Carers", "description": "Help.", "organization": {"name": "Trust"}, "schedules": []}'
    )
    (content.parent / "services.ndjson").write_text(service + "\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "import_feed.py"), "services.ndjson", "--source", "The county"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=content.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "source: The county" in (content / "services" / "carers.yaml").read_text(encoding="utf-8")
    again = subprocess.run(command, capture_output=True, text=True, check=False, cwd=content.parent)
    assert again.stdout == "0 records written; 2 as they are already.\n"
    missing = subprocess.run([*command[:2], "nowhere"], capture_output=True, text=True, check=False, cwd=content.parent)
    assert (missing.returncode, missing.stderr) == (1, "There is no file or folder nowhere.\n")
