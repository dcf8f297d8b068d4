"""Builds that are killed, starved of disk, kept from writing or run side by side: the site is always a whole one."""

import errno
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hubatlas_site import publishing
from hubatlas_site.order import BuildError
from tests.site.conftest import Bench, files

KILLS = 12
BUILDERS = 4
LIMITS = 3
TRIES = 9
NAMESPACE = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")


def other_day(number: int) -> str:
    """A date for each number: every page shows it, so that a build for another one changes every page."""
    return f"2026-12-{number % 2 + 1:02}"


def whole_sites(bench: Bench) -> dict[str, dict[str, str]]:
    """What the site should be, by date; the first stays published."""
    later = bench.built(today=other_day(1))
    return {other_day(0): bench.built(today=other_day(0)), other_day(1): later}


def seconds_of(bench: Bench, today: str) -> float:
    begun = time.monotonic()
    bench.built(today=today)
    return time.monotonic() - begun


def assert_no_leftovers(bench: Bench) -> None:
    assert not list(bench.output.parent.glob(".site.*"))


@pytest.mark.parametrize("whole_group", [False, True], ids=["only the build", "with its helpers"])
def test_killed_build_leaves_a_whole_site(bench: Bench, *, whole_group: bool) -> None:
    sites = whole_sites(bench)
    chance = random.Random(KILLS)  # noqa: S311 - moments, not secrets
    longest = seconds_of(bench, other_day(1)) * 1.1
    killed = 0
    for number in range(KILLS // 2):
        command = bench.command(today=other_day(number))
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(chance.uniform(0, longest))
        if whole_group:
            _kill_descendants(process.pid)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        assert files(bench.output) in sites.values(), f"torn after kill {number}"
    assert killed > KILLS // 5, "too few builds were still running to show anything"
    for today, site in sites.items():
        assert bench.built(today=today) == site
    assert_no_leftovers(bench)


def _kill_descendants(process: int) -> None:
    """Kill every process that came from this one, whatever group it is in."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text(encoding="utf-8")
        except OSError:
            continue
        parents[int(folder.name)] = int(status.rpartition(")")[2].split()[1])
    family = {process}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    for each in family - {process}:
        try:
            os.kill(each, signal.SIGKILL)
        except ProcessLookupError:
            continue


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_build_that_is_told_to_stop_cleans_up(bench: Bench, number: signal.Signals, status: int) -> None:
    sites = whole_sites(bench)
    longest = seconds_of(bench, other_day(1))
    bench.built(today=other_day(0))
    statuses: list[int] = []
    while status not in statuses:
        assert len(statuses) < TRIES, f"it ended with {statuses}"
        process = subprocess.Popen(
            bench.command(today=other_day(1)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        time.sleep(longest * (1 + len(statuses)) / TRIES)
        process.send_signal(number)
        _, errors = process.communicate()
        statuses.append(process.returncode)
        assert process.returncode != status or "Traceback" not in errors
        assert files(bench.output) in sites.values()
        assert_no_leftovers(bench)
        bench.built(today=other_day(0))


def largest_first(bench: Bench) -> list[int]:
    """Some sizes of the site's files: with each as the limit, writing fails at another place."""
    sizes = sorted({path.stat().st_size for path in bench.output.rglob("*.html")}, reverse=True)
    return sizes[:: max(1, len(sizes) // LIMITS)]


def assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "is as it was" in done.stderr
    assert "Traceback" not in done.stderr


def test_build_that_may_not_write_as_much_as_it_must_leaves_the_old_site(bench: Bench) -> None:
    sites = whole_sites(bench)
    for limit in largest_first(bench):
        done = subprocess.run(
            bench.command(today=other_day(1)),
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit - 1, limit - 1)),  # type: ignore[misc]
        )
        assert_refused(done)
        assert os.strerror(errno.EFBIG) in done.stderr
        assert files(bench.output) == sites[other_day(0)]
        assert_no_leftovers(bench)
    assert bench.built(today=other_day(1)) == sites[other_day(1)]


def test_build_that_cannot_make_a_folder_says_so(bench: Bench) -> None:
    parent = bench.output.parent / "a-file"
    parent.write_text("in the way", encoding="utf-8")
    done = subprocess.run(
        [*bench.command(), "--output", str(parent / "site")], capture_output=True, text=True, check=False
    )
    assert_refused(done)
    assert parent.read_text(encoding="utf-8") == "in the way"


def can_mount() -> bool:
    """Whether this system lets us have a disk of our own in a namespace of our own."""
    if shutil.which("unshare") is None:
        return False
    return (
        subprocess.run(
            [*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        ).returncode
        == 0
    )


DISKS = ["full", "out of names", "read-only"] if can_mount() else []


@pytest.mark.parametrize("trouble", DISKS)
def test_build_on_a_disk_in_trouble_leaves_a_whole_site(bench: Bench, trouble: str) -> None:
    sites = whole_sites(bench)
    disk = bench.output.parent / "disk"
    disk.mkdir()
    script = Path(__file__).with_name("on_a_small_disk.py")
    experiment = [
        *NAMESPACE,
        sys.executable,
        str(script),
        trouble,
        str(disk),
        other_day(1),
        *bench.command(today=other_day(0)),
    ]
    done = subprocess.run(experiment, capture_output=True, text=True, check=True)
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    refused = [outcome for outcome in outcomes if outcome["status"]]
    assert refused, "the disk was never in trouble"
    for outcome in outcomes:
        assert outcome["site"] == sites[other_day(0) if outcome["status"] else other_day(1)]
        assert not outcome["leftovers"]
    for outcome in refused:
        assert outcome["status"] == 1
        assert "is as it was" in outcome["errors"]
        assert len(outcome["errors"].splitlines()) == 1


def test_builds_side_by_side_end_with_one_whole_site(bench: Bench) -> None:
    sites = whole_sites(bench)
    commands = [bench.command(today=other_day(number)) for number in range(BUILDERS)]
    builds = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for command in commands]
    homes = set()
    while any(build.poll() is None for build in builds):
        homes.add(hashlib.sha256((bench.output / "index.html").read_bytes()).hexdigest())
    assert [build.wait() for build in builds] == [0] * BUILDERS
    assert homes <= {site["index.html"] for site in sites.values()}
    assert files(bench.output) in sites.values()
    assert_no_leftovers(bench)


def a_site(folder: Path, text: str) -> Path:
    folder.mkdir()
    for name in (publishing.MARK, "index.html"):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_one_step_swaps_two_folders(tmp_path: Path) -> None:
    old, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
    assert publishing.exchange(old, new)
    assert (old / "index.html").read_text(encoding="utf-8") == "new"
    assert (new / "index.html").read_text(encoding="utf-8") == "old"


def test_two_steps_do_where_one_is_not_offered(tmp_path: Path) -> None:
    old, new = a_site(tmp_path / "site", "old"), a_site(tmp_path / "new", "new")
    publishing.replace_in_two_steps(old, new, tmp_path / "aside")
    assert (old / "index.html").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "aside" / "index.html").read_text(encoding="utf-8") == "old"


def test_site_comes_back_when_the_second_step_fails(tmp_path: Path) -> None:
    old = a_site(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        publishing.replace_in_two_steps(old, tmp_path / "not there", tmp_path / "aside")
    assert (old / "index.html").read_text(encoding="utf-8") == "old"


def test_site_comes_back_after_a_kill_between_the_two_steps(tmp_path: Path) -> None:
    a_site(tmp_path / ".site.old", "old")
    with (
        pytest.raises(BuildError, match="no further"),
        publishing.new_folder(tmp_path / "site", tmp_path / "cache" / "spare"),
    ):
        raise BuildError("no further")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]


def test_folder_on_another_disk_is_filled_beside_the_site(tmp_path: Path) -> None:
    a_site(tmp_path / "site", "old")
    with publishing.new_folder(tmp_path / "site", Path("/proc/spare")) as folder:
        assert folder.parent == tmp_path
        (folder / "index.html").write_text("new", encoding="utf-8")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
