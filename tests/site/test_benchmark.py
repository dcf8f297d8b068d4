"""The benchmark: its made-up networks, and the table that it prints."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.synthetic import write_network
from hubatlas.records import check, load
from tests.site.conftest import PROJECT, files

SIZE = 60


def test_made_up_network_passes_the_check_and_has_the_size_asked_for(tmp_path: Path) -> None:
    write_network(tmp_path, SIZE)
    assert check(tmp_path, PROJECT / "schema") == ()
    directory = load(tmp_path, PROJECT / "schema")
    assert sum(map(len, (directory.places, directory.organisations, directory.hubs, directory.services))) == SIZE


def test_same_size_and_seed_give_the_same_network(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_network(tmp_path / name, SIZE, seed)
    assert files(tmp_path / "one") == files(tmp_path / "again")
    assert files(tmp_path / "one") != files(tmp_path / "other")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, object]]]:
    """What the benchmark prints and saves for a very small network."""
    saved = tmp_path_factory.mktemp("benchmark") / "results.json"
    script = str(PROJECT / "scripts" / "benchmark.py")
    command = [sys.executable, script, "--sizes", "12", "--rounds", "1", "--save", str(saved)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, json.loads(saved.read_text(encoding="utf-8"))


def test_benchmark_prints_a_row_for_each_figure(results: tuple[str, list[dict[str, object]]]) -> None:
    for row in (
        "full build",
        "no change",
        "one record changed",
        "largest process",
        "search index",
        "a query",
        "hub page",
    ):
        assert row in results[0]


def test_benchmark_saves_its_figures(results: tuple[str, list[dict[str, object]]]) -> None:
    (report,) = results[1]
    assert report["records"] == 12
    for build in ("full", "unchanged", "one_record"):
        run = report[build]
        assert isinstance(run, dict)
        assert run["wall"] > 0
        assert run["memory"] > 0
