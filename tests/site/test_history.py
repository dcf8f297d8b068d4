"""The history of records in a real repository, and what a system that follows the changes ends with."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonpatch
import pytest

from hubatlas.exports.changes.listed import changes_file
from hubatlas.exports.edition import Edition
from hubatlas.exports.records import RECORDS
from hubatlas.model import NO_HISTORY, History
from hubatlas.records import load
from hubatlas_site import history
from hubatlas_site.order import place_order
from tests.exports.editions import schemas

PROJECT = Path(__file__).resolve().parents[2]
SCHEMA = PROJECT / "schema"
SMALL = PROJECT / "tests" / "networks" / "first-steps"
HUB, SERVICE = "hubs/corner-house.yaml", "services/tea-and-advice.yaml"
CODE = b"this code"


@dataclass(frozen=True)
class Repository:
    """A small network that is kept in Git, in the folder `content` of its repository."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def git(self, *arguments: str, when: str = "2026-06-01T10:00:00Z") -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        moment = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
        command = ["git", "-C", str(self.folder), *who, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **moment})
        return done.stdout.strip()

    def commit(self, when: str) -> str:
        self.git("add", "-A", when=when)
        self.git("commit", "-q", "--allow-empty", "-m", "A change", when=when)
        return self.git("rev-parse", "HEAD")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def edition(self, cache: str = "cache", today: str = "2026-12-01") -> Edition:
        order = place_order(self.content, self.folder / "output", today, self.folder / cache)
        directory = load(self.content, SCHEMA)
        found = history.read_history(order, directory, CODE)
        return Edition(directory=directory, today=order.today, schemas=schemas(), reads_history=lambda: found)

    def history(self, cache: str = "cache") -> History:
        return self.edition(cache).history


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    shutil.copytree(SMALL, made.content)
    made.git("init", "-q", "-b", "main")
    (made.folder / ".gitignore").write_text("cache*\noutput\n", encoding="utf-8")
    made.commit("2026-05-01T09:00:00Z")
    return made


def told(found: History) -> list[tuple[str, str, str]]:
    return [(change.action, change.kind, change.slug) for change in found.changes]


def changes_json(edition: Edition) -> dict[str, Any]:
    (_, content), *_ = changes_file(edition)
    answer: dict[str, Any] = json.loads(content)
    return answer


def everything(edition: Edition) -> dict[tuple[str, str], Any]:
    """What somebody has who reads every record's own file."""
    whole = [json.loads(content) for export in RECORDS for _, content in export.files(edition)]
    return {(each["type"], each["id"]): each["contents"] for each in whole if each["type"] != "indicator"}


def followed(copy: dict[tuple[str, str], Any], listed: list[dict[str, Any]]) -> dict[tuple[str, str], Any]:
    """A copy brought up to date by the changes alone, as the page on versions says."""
    copy = dict(copy)
    for each in listed:
        key = (each["type"], each["id"])
        match each["change"]:
            case "added":
                copy[key] = each["contents"]
            case "changed":
                copy[key] = jsonpatch.apply_patch(copy[key], each["patch"])
            case "ended":
                del copy[key]
    return copy


def test_history_begins_with_every_record_added(repository: Repository) -> None:
    found = repository.history()
    assert found.from_beginning
    assert told(found) == [("added", "hub", "corner-house"), ("added", "service", "tea-and-advice")]
    assert {change.at for change in found.changes} == {datetime(2026, 5, 1, 9, tzinfo=UTC)}


def test_change_says_what_each_field_said_and_says_now(repository: Repository) -> None:
    repository.edit(HUB, "phone: 01632 960001", "phone: 01632 960002")
    repository.edit(HUB, "wednesday: closed", "wednesday: 09:00-12:00")
    commit = repository.commit("2026-06-02T09:00:00Z")
    change = repository.history().changes[-1]
    assert (change.commit, change.action, change.name) == (commit, "changed", "Corner House")
    assert [(each.op, each.path, each.old, each.value) for each in change.operations] == [
        ("replace", "/contact/phone", "01632 960001", "01632 960002"),
        ("replace", "/opening_hours/wednesday", "closed", "09:00-12:00"),
    ]


def test_another_layout_and_comments_are_no_change(repository: Repository) -> None:
    repository.edit(HUB, "monday: 10:00-16:00", 'monday: "10:00-16:00"  # all day')
    repository.commit("2026-06-02T09:00:00Z")
    assert len(repository.history().changes) == 2


def test_rename_is_told_at_both_addresses(repository: Repository) -> None:
    (repository.content / HUB).rename(repository.content / "hubs/corner-rooms.yaml")
    repository.edit("hubs/corner-rooms.yaml", "kind: hub", "kind: hub\nprevious_ids: [corner-house]")
    repository.edit(SERVICE, "hub: corner-house", "hub: corner-rooms")
    repository.commit("2026-06-02T09:00:00Z")
    moved = {(change.action, change.slug): change.moved for change in repository.history().changes[2:]}
    assert moved == {
        ("ended", "corner-house"): "corner-rooms",
        ("added", "corner-rooms"): "corner-house",
        ("changed", "tea-and-advice"): None,
    }
    moves = changes_json(repository.edition())["moved"]
    assert [(each["id"], each["moved_to"]) for each in moves] == [("corner-house", "corner-rooms")]


def test_branch_counts_when_it_is_merged(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "proposal")
    repository.edit(HUB, "960001", "960005")
    repository.commit("2026-05-10T09:00:00Z")
    repository.edit(HUB, "960005", "960006")
    repository.commit("2026-05-11T09:00:00Z")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "proposal", when="2026-06-20T09:00:00Z")
    found = repository.history().changes[2:]
    assert [(change.at.date(), [each.value for each in change.operations]) for change in found] == [
        (date(2026, 6, 20), ["01632 960006"])
    ]


def a_story(repository: Repository) -> list[str]:
    """Commits that add, change, rename and take out records; the hash of each."""
    commits = [repository.git("rev-parse", "HEAD")]
    repository.edit(HUB, "wednesday: closed", "wednesday: by appointment")
    commits.append(repository.commit("2026-06-02T09:00:00Z"))
    service = (repository.content / SERVICE).read_text(encoding="utf-8")
    (repository.content / "services/lunch.yaml").write_text(service.replace("Tea and advice", "Lunch"), "utf-8")
    repository.edit(SERVICE, "needs: [money, lonely]\n", "")
    commits.append(repository.commit("2026-06-03T09:00:00Z"))
    (repository.content / SERVICE).rename(repository.content / "services/tea.yaml")
    repository.edit("services/tea.yaml", "status: active", "status: active\nprevious_ids: [tea-and-advice]")
    commits.append(repository.commit("2026-06-03T09:00:00Z"))
    (repository.content / "services/lunch.yaml").unlink()
    commits.append(repository.commit("2026-06-04T09:00:00Z"))
    return commits


def test_reading_only_changes_ends_with_the_same_as_reading_everything(repository: Repository) -> None:
    commits = a_story(repository)
    edition = repository.edition()
    assert followed({}, changes_json(edition)["changes"]) == everything(edition)
    for commit in commits:
        repository.git("checkout", "-q", commit)
        earlier = repository.edition("cache-then")
        seen = changes_json(earlier)["changes"]
        later = [each for each in changes_json(edition)["changes"] if each["at"] >= seen[-1]["at"] and each not in seen]
        assert followed(everything(earlier), later) == everything(edition), commit


def test_what_is_not_committed_comes_last(repository: Repository) -> None:
    repository.edit(HUB, "960001", "960009")
    service = (repository.content / SERVICE).read_text(encoding="utf-8")
    (repository.content / "services/new.yaml").write_text(service, encoding="utf-8")
    edition = repository.edition()
    assert [(change.commit, change.slug) for change in edition.history.changes[2:]] == [
        (None, "corner-house"),
        (None, "new"),
    ]
    assert followed({}, changes_json(edition)["changes"]) == everything(edition)


def test_clock_that_went_back_does_not_turn_the_order_round(repository: Repository) -> None:
    repository.edit(HUB, "960001", "960002")
    repository.commit("2020-01-01T09:00:00Z")
    times = [change.at for change in repository.history().changes]
    assert times == sorted(times)


def test_history_is_the_same_whether_told_at_once_or_bit_by_bit(repository: Repository) -> None:
    repository.history()
    repository.edit(HUB, "960001", "960002")
    repository.commit("2026-06-02T09:00:00Z")
    repository.history()
    (repository.content / SERVICE).unlink()
    repository.commit("2026-06-03T09:00:00Z")
    assert repository.history() == repository.history("cache-new")


def test_history_is_told_anew_where_commits_were_taken_back(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.edit(HUB, "960001", "960002")
    repository.commit("2026-06-02T09:00:00Z")
    repository.history()
    repository.git("reset", "-q", "--hard", first)
    repository.edit(HUB, "960001", "960003")
    repository.commit("2026-06-02T10:00:00Z")
    found = repository.history()
    assert found == repository.history("cache-new")
    assert found.changes[-1].operations[0].value == "01632 960003"


def test_shallow_copy_says_since_when_it_knows(repository: Repository, tmp_path: Path) -> None:
    repository.edit(HUB, "960001", "960002")
    repository.commit("2026-06-02T09:00:00Z")
    repository.edit(HUB, "960002", "960003")
    repository.commit("2026-06-03T09:00:00Z")
    copy = Repository(tmp_path / "copy")
    source = repository.folder.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "2", source, str(copy.folder)], check=True, capture_output=True)
    edition = copy.edition()
    answer = changes_json(edition)
    assert (answer["complete"], answer["since"]) == (False, "2026-06-02T09:00:00Z")
    assert told(edition.history) == [("changed", "hub", "corner-house")]


def test_of_very_many_versions_the_oldest_are_not_told_one_by_one(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_VERSIONS", 4)
    monkeypatch.setattr(history, "STEP", 2)
    for number in range(1, 9):
        repository.edit(HUB, f"96000{number}", f"96000{number + 1}")
        repository.commit(f"2026-06-0{number}T09:00:00Z")
    found = repository.history()
    assert not found.from_beginning
    assert [change.at.day for change in found.changes] == [5, 6, 7, 8]
    assert found.since == datetime(2026, 6, 4, 9, tzinfo=UTC)


def test_folder_outside_a_repository_has_no_history(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    shutil.copytree(SMALL, made.content)
    edition = made.edition()
    assert edition.history is NO_HISTORY
    answer = changes_json(edition)
    assert (answer["complete"], answer["since"], answer["changes"]) == (False, None, [])


def test_versions_that_today_allows_no_more_are_told_as_they_were(repository: Repository) -> None:
    good = (repository.content / HUB).read_text(encoding="utf-8")
    repository.edit(HUB, "kind: hub", "kind: hub\nmotto: Come in")
    repository.commit("2026-06-02T09:00:00Z")
    (repository.content / HUB).write_text("{{ no record", encoding="utf-8")
    repository.commit("2026-06-03T09:00:00Z")
    (repository.content / HUB).write_bytes(b"\xff" * 100_000)
    repository.commit("2026-06-04T09:00:00Z")
    (repository.content / HUB).write_text(good, encoding="utf-8")
    repository.commit("2026-06-05T09:00:00Z")
    edition = repository.edition()
    changed = [change for change in edition.history.changes if change.action == "changed"]
    assert [change.at.day for change in changed] == [2, 5]
    assert ("add", "/motto") in [(each.op, each.path) for each in changed[0].operations]
    assert followed({}, changes_json(edition)["changes"]) == everything(edition)


def test_link_in_the_place_of_a_record_is_not_followed(repository: Repository) -> None:
    good = (repository.content / HUB).read_bytes()
    (repository.content / HUB).unlink()
    (repository.content / HUB).symlink_to("/etc/passwd")
    repository.commit("2026-06-02T09:00:00Z")
    (repository.content / HUB).unlink()
    (repository.content / HUB).write_bytes(good)
    repository.commit("2026-06-03T09:00:00Z")
    assert told(repository.history())[2:] == [("ended", "hub", "corner-house"), ("added", "hub", "corner-house")]
