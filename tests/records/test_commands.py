"""What `make check` and `make format` say and do."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

import subprocess
import sys
from pathlib import Path

from tests.records.riverside_network import ROOT, copied, spoilt


def run(script: str, content: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands on a content folder, from the folder above it."""
    command = [sys.executable, str(ROOT / "scripts" / script), "--content", content.name, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=content.parent, check=False)


def test_check_counts_the_records_when_nothing_is_wrong(tmp_path: Path) -> None:
    done = run("check.py", copied(tmp_path))

    assert (done.returncode, done.stdout, done.stderr) == (0, "29 records, no problems\n", "")


def test_check_says_every_problem_and_fails(tmp_path: Path) -> None:
    content = copied(tmp_path)
    spoilt(
        content,
        {"hubs/old-mill.yaml": ("monday: 09:00-17:00", "monday: 9am-5pm"), "network.yaml": ("hours: 3", "hours: 0")},
    )

    done = run("check.py", content)

    assert done.returncode == 1
    assert done.stdout == (
        'content/hubs/old-mill.yaml:17:11: monday should look like 09:00-17:00, not "9am-5pm"; did you mean "09:00-17:00"?\n'
        "content/network.yaml:35:10: hours should be 1 or more, not 0; a number of months\n"
    )
    assert done.stderr == "2 problems in content\n"


def test_check_marks_lines_on_github(tmp_path: Path) -> None:
    content = copied(tmp_path)
    spoilt(content, {"network.yaml": ("hours: 3", "hours: 0")})

    done = run("check.py", content, "--format", "github")

    assert done.returncode == 1
    assert done.stdout == (
        "::error file=content/network.yaml,line=35,col=10::hours should be 1 or more, not 0; a number of months\n"
    )


def test_check_of_some_files_says_nothing_of_others(tmp_path: Path) -> None:
    content = copied(tmp_path)
    spoilt(content, {"network.yaml": ("hours: 3", "hours: 0")})

    assert run("check.py", content, "content/hubs/old-mill.yaml").returncode == 0
    assert run("check.py", content, "content/network.yaml").returncode == 1


def test_a_file_that_is_not_of_the_network_is_not_called_right(tmp_path: Path) -> None:
    content = copied(tmp_path)
    copied(tmp_path / "other")
    for script in ("check.py", "format.py"):
        done = run(script, content, "content/hubs/mil.yaml", "other/content/hubs/old-mill.yaml")
        assert done.returncode == 1
        assert done.stderr.splitlines() == [
            "content/hubs/mil.yaml: there is no such file",
            "other/content/hubs/old-mill.yaml: this is not a file of content; say NETWORK=other/content",
        ]


def test_format_rewrites_records_once(tmp_path: Path) -> None:
    content = copied(tmp_path)
    place = content / "places" / "weir-lane.yaml"
    usual = place.read_text(encoding="utf-8")
    other = usual.replace("name: Weir Lane\nlevel: neighbourhood\n", "level:   neighbourhood\nname: 'Weir Lane'\n")
    place.write_text(other, encoding="utf-8")

    asked = run("format.py", content, "--check", "content/places/weir-lane.yaml")
    assert (asked.returncode, asked.stdout) == (
        1,
        "content/places/weir-lane.yaml\n1 record to write in the usual layout\n",
    )
    assert place.read_text(encoding="utf-8") == other

    done = run("format.py", content, "content/places/weir-lane.yaml")
    assert (done.returncode, done.stdout) == (
        0,
        "content/places/weir-lane.yaml\n1 record written in the usual layout\n",
    )
    assert place.read_text(encoding="utf-8") == usual

    again = run("format.py", content, "--check", "content/places/weir-lane.yaml")
    assert (again.returncode, again.stdout) == (0, "0 records to write in the usual layout\n")


def test_check_adds_one_plain_summary_to_a_file(tmp_path: Path) -> None:
    content = copied(tmp_path)
    spoilt(content, {"hubs/old-mill.yaml": ("monday: 09:00-17:00", "monday: 9am-5pm @x <b>")})
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")

    run("check.py", content, "--summary", str(summary))

    assert summary.read_text(encoding="utf-8") == (
        "# Before\n## 1 thing to put right\n\n"
        '- `content/hubs/old-mill.yaml`, line 17: `monday should look like 09:00-17:00, not "9am-5pm @x <b>"`\n'
        "  - `times on the 24-hour clock, with a comma between several; or closed, by appointment, or unknown`\n\n"
        "Correct the file in this pull request; the check then runs again by itself.\n"
    )
