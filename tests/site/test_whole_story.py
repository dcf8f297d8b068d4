"""One record's life, with real Git and the real commands: corrected by a stranger, renamed, and closed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.pages.markup import Markup, markup_of
from tests.site.conftest import ASSETS
from tests.site.test_history import HUB, PROJECT, SERVICE, SMALL, Repository

SUGGESTION = {
    "hub-atlas-suggestion": 1,
    "record": "hubs/corner-house",
    "date": "2026-06-02",
    "role": "Hub manager",
    "changes": [{"field": "opening_hours/wednesday", "old": "closed", "new": "09:00-12:00"}],
}
ENDED = """records:
  - type: hub
    id: corner-rooms
    name: Corner House
    ended_on: 2026-09-30
    reason: The lease ended.
    instead: [market-room]
  - type: hub
    id: corner-house
    name: Corner House
    ended_on: 2026-09-30
    instead: [market-room]
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The smallest network with a second hub, in a repository of its own."""
    made = Repository(tmp_path / "repository")
    shutil.copytree(SMALL, made.content)
    house = (made.content / HUB).read_text(encoding="utf-8")
    (made.content / "hubs" / "market-room.yaml").write_text(house.replace("Corner House", "Market Room"), "utf-8")
    made.git("init", "-q", "-b", "main")
    made.git("config", "user.name", "Editor")
    made.git("config", "user.email", "editor@example.org")
    if ASSETS.is_dir():
        shutil.copytree(ASSETS, tmp_path / "cache" / "assets")
    made.commit("2026-05-01T09:00:00Z")
    return made


@pytest.fixture
def run(repository: Repository) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs one of the project's commands over the repository's records."""

    def run_script(name: str, *arguments: str, said: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(PROJECT / "scripts" / f"{name}.py"), "--content", str(repository.content)]
        return subprocess.run(
            [*command, *arguments], input=said, capture_output=True, text=True, check=False, cwd=repository.folder
        )

    return run_script


@pytest.fixture
def site(repository: Repository, run: Callable[..., subprocess.CompletedProcess[str]]) -> Callable[[], Path]:
    """Builds the site as of the newest commit, and returns its folder."""

    def build() -> Path:
        output = repository.folder.parent / "site"
        done = run("build", "--output", str(output), "--cache", str(repository.folder.parent / "cache"))
        assert done.returncode == 0, done.stderr
        return output

    return build


def page(site: Path, address: str) -> Markup:
    return markup_of(site / address / "index.html", f"/{address}/")


def changes(site: Path) -> list[tuple[str, str]]:
    """What happened to which record, in the order of time, as the feed for machines and the one for readers say it."""
    told = json.loads((site / "data/v1/changes.json").read_text(encoding="utf-8"))["changes"]
    entries = feedparser.parse((site / "data/changes.atom").read_bytes()).entries
    assert len(entries) == len(told)
    return [(each["change"], each["id"]) for each in told]


def in_open_referral(site: Path) -> list[dict[str, Any]]:
    """The services of the feed in Open Referral UK: also the opening of each hub is one."""
    listed = json.loads((site / "oruk/3.0/services/index.html").read_text(encoding="utf-8"))["contents"]
    assert listed
    return [json.loads((site / "oruk/3.0/services" / each["id"]).read_text(encoding="utf-8")) for each in listed]


def test_a_correction_goes_from_a_letter_to_every_output(
    repository: Repository,
    run: Callable[..., subprocess.CompletedProcess[str]],
    site: Callable[[], Path],
) -> None:
    letter = f"Hello\n\n```json\n{json.dumps(SUGGESTION)}\n```\n"
    proposed = run("apply_suggestion", "--branch", "--today", "2026-06-02", said=letter)
    assert proposed.returncode == 0, proposed.stderr
    branch = repository.git("rev-parse", "--abbrev-ref", "HEAD")
    assert branch.startswith("suggestion/corner-house-")
    assert run("check").returncode == 0
    described = run("describe_change", "main", branch, "--today", "2026-06-02")
    assert described.returncode == 0, described.stderr
    assert "09:00-12:00" in described.stdout

    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", branch, when="2026-06-03T09:00:00Z")
    published = site()
    assert "9am to midday" in page(published, "hubs/corner-house").text
    assert changes(published)[-1] == ("changed", "corner-house")
    opening = [each for each in in_open_referral(published) if each["name"].startswith("Corner House")]
    wednesdays = [
        schedule
        for each in opening
        for schedule in each.get("schedules", [])
        if "WE" in (schedule.get("byday") or "") and schedule["opens_at"].startswith("09:00")
    ]
    assert wednesdays


def test_a_rename_leads_on_and_a_closure_leaves_a_note(
    repository: Repository,
    run: Callable[..., subprocess.CompletedProcess[str]],
    site: Callable[[], Path],
) -> None:
    (repository.content / HUB).rename(repository.content / "hubs/corner-rooms.yaml")
    repository.edit(SERVICE, "hub: corner-house", "hub: corner-rooms")
    stopped = run("describe_change", "HEAD", "--today", "2026-06-10")
    assert stopped.returncode == 1
    assert "previous_ids" in stopped.stderr
    repository.edit("hubs/corner-rooms.yaml", "kind: hub", "previous_ids: [corner-house]\nkind: hub")
    repository.commit("2026-06-10T09:00:00Z")
    published = site()
    assert page(published, "hubs/corner-house").metas["refresh"].endswith("/hubs/corner-rooms/")
    assert "/hubs/corner-house/ /hubs/corner-rooms/ 301" in (published / "_redirects").read_text(encoding="utf-8")
    ids = {each["id"] for each in in_open_referral(published)}

    (repository.content / "hubs/corner-rooms.yaml").unlink()
    repository.edit(SERVICE, "hub: corner-rooms", "hub: market-room")
    stopped = run("describe_change", "HEAD", "--may-drop", "--today", "2026-10-01")
    assert stopped.returncode == 1
    assert "ended.yaml" in stopped.stderr
    (repository.content / "ended.yaml").write_text(ENDED, encoding="utf-8")
    assert run("describe_change", "HEAD", "--may-drop", "--today", "2026-10-01").returncode == 0
    repository.commit("2026-10-01T09:00:00Z")
    published = site()
    for address in ("hubs/corner-rooms", "hubs/corner-house"):
        assert (published / address / "index.html").is_file()
    note = page(published, "hubs/corner-rooms").text
    assert "The lease ended." in note
    assert "Market Room" in note
    assert changes(published)[-2:] == [("ended", "corner-rooms"), ("changed", "tea-and-advice")]
    assert {each["id"] for each in in_open_referral(published)} < ids
