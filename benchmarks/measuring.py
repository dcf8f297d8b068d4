"""Measures whole builds of made-up networks, each as the process that a person would start."""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.synthetic import write_network

PROJECT = Path(__file__).resolve().parent.parent
TODAY = "2026-12-01"
PAGE_KINDS = {
    "home": "index.html",
    "hubs": "hubs/index.html",
    "hub": "hubs/*/index.html",
    "services": "services/index.html",
    "service": "services/*/index.html",
    "organisation": "organisations/*/index.html",
    "search": "search/index.html",
    "data": "data/index.html",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One build: seconds on the clock, seconds of processor time, and the memory of its largest process in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was measured of one size; times are medians in seconds, sizes in bytes, `query` times in milliseconds."""

    records: int
    pages: int
    files: int
    full: Run
    unchanged: Run
    one_record: Run
    page_bytes: dict[str, int]
    page_bytes_gzip: dict[str, int]
    index_bytes: int
    index_bytes_gzip: int
    index_load_ms: float
    query_ms: float
    first_query_bytes_gzip: int


class Measurement:
    """Builds of one made-up network, in a folder of its own, with the theme compiled beforehand as set-up leaves it."""

    def __init__(self, folder: Path, size: int, rounds: int) -> None:
        self._folder = folder
        self._content = folder / "content"
        self._site = folder / "site"
        self._cache = folder / "cache"
        self._size = size
        self._rounds = rounds

    def report(self, say: Callable[[str], None]) -> Report:
        """Write the network and measure; `say` is told what is going on."""
        say(f"{self._size:,} records: writing them")
        write_network(self._content, self._size)
        self._build()
        say(f"{self._size:,} records: full builds")
        full = self._median(self._full_build)
        say(f"{self._size:,} records: builds without a change")
        self._build()
        unchanged = self._median(self._build)
        say(f"{self._size:,} records: builds after a change")
        one_record = self._median(self._build_after_a_change)
        say(f"{self._size:,} records: queries")
        return self._with_sizes(full, unchanged, one_record)

    def _with_sizes(self, full: Run, unchanged: Run, one_record: Run) -> Report:
        index = self._site / "search" / "index.json"
        files = [index, *(self._site / "search" / "parts").rglob("*.json")]
        answer = subprocess.run(
            ["node", str(PROJECT / "benchmarks" / "queries.mjs"), str(index)],
            capture_output=True,
            text=True,
            check=True,
        )
        queries = json.loads(answer.stdout)
        found = {kind: [page.read_bytes() for page in self._site.glob(place)] for kind, place in PAGE_KINDS.items()}
        return Report(
            records=self._size,
            pages=sum(1 for _ in self._site.rglob("*.html")),
            files=sum(path.is_file() for path in self._site.rglob("*")),
            full=full,
            unchanged=unchanged,
            one_record=one_record,
            page_bytes={kind: _mean(map(len, pages)) for kind, pages in found.items()},
            page_bytes_gzip={kind: _mean(len(gzip.compress(page)) for page in pages) for kind, pages in found.items()},
            index_bytes=sum(file.stat().st_size for file in files),
            index_bytes_gzip=sum(len(gzip.compress(file.read_bytes())) for file in files),
            index_load_ms=queries["load_ms"],
            query_ms=queries["query_ms"],
            first_query_bytes_gzip=queries["first_query_bytes_gzip"],
        )

    def _median(self, build: Callable[[], Run]) -> Run:
        runs = [build() for _ in range(self._rounds)]
        return Run(
            wall=statistics.median(run.wall for run in runs),
            cpu=statistics.median(run.cpu for run in runs),
            memory=max(run.memory for run in runs),
        )

    def _full_build(self) -> Run:
        # Moved aside, not deleted: where thousands of files have just been deleted, some file systems (such as ext4
        # without a journal) take seconds longer to make new ones, which no build from nothing has to wait for.
        gone = Path(tempfile.mkdtemp(prefix="gone-", dir=self._folder))
        for old in (self._site, *(kept for kept in self._cache.iterdir() if kept.name != "assets")):
            old.rename(gone / old.name)
        return self._build()

    def _build_after_a_change(self) -> Run:
        services = sorted((self._content / "services").glob("*.yaml"))
        service = services[len(services) // 2]
        text = service.read_text(encoding="utf-8")
        service.write_text(text.replace("summary: ", f"summary: {_next_word(text)} ", 1), encoding="utf-8")
        time.sleep(0.1)  # as long as it takes to say "build"; a file changed a moment ago is looked at twice
        return self._build()

    def _build(self) -> Run:
        places = ("--content", str(self._content), "--output", str(self._site), "--cache", str(self._cache))
        command = [sys.executable, str(PROJECT / "scripts" / "build.py"), *places, "--today", TODAY]
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
        return Run(wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


def table(reports: list[Report]) -> Iterator[str]:
    """The lines of a table with a column for each report."""
    rows: list[tuple[str, Callable[[Report], str]]] = [
        ("pages / files", lambda report: f"{report.pages:,} / {report.files:,}"),
        ("full build, s", lambda report: f"{report.full.wall:.2f}"),
        ("  processor time, s", lambda report: f"{report.full.cpu:.2f}"),
        ("  largest process, MB", lambda report: f"{report.full.memory:.0f}"),
        ("no change, s", lambda report: f"{report.unchanged.wall:.2f}"),
        ("one record changed, s", lambda report: f"{report.one_record.wall:.2f}"),
        ("  of a full build", lambda report: f"{report.one_record.wall / report.full.wall:.0%}"),
        ("search index, kB (gzip)", lambda report: _sizes(report.index_bytes, report.index_bytes_gzip)),
        ("  at most for a query, kB", lambda report: f"({report.first_query_bytes_gzip / 1000:,.1f})"),
        ("  loading it, ms", lambda report: f"{report.index_load_ms:.0f}"),
        ("  a query, ms", lambda report: f"{report.query_ms:.1f}"),
        *((f"{kind} page, kB (gzip)", _page_size(kind)) for kind in PAGE_KINDS),
    ]
    yield f"{'records':<26}" + "".join(f"{report.records:>18,}" for report in reports)
    for label, value in rows:
        yield f"{label:<26}" + "".join(f"{value(report):>18}" for report in reports)


def _page_size(kind: str) -> Callable[[Report], str]:
    return lambda report: _sizes(report.page_bytes[kind], report.page_bytes_gzip[kind])


def _sizes(plain: int, compressed: int) -> str:
    return f"{plain / 1000:,.1f} ({compressed / 1000:,.1f})"


def _mean(sizes: Iterator[int]) -> int:
    found = list(sizes)
    return round(statistics.mean(found)) if found else 0


def _next_word(text: str) -> str:
    return "Really" if "summary: Really" not in text else "Truly"
