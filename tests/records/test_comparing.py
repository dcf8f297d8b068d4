"""What `make check` says of the consequences of a change, in a real repository."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.records.riverside_network import copied, spoilt
from tests.records.test_commands import run

HUB = "hubs/old-mill.yaml"
STANDARDS = """standards:
  - {id: hub-standard, label: Hub standard, kinds: [hub], weekly_hours: 20}
core_offers:
  - {id: core, label: Core, kinds: [hub], defined: yes, services: [{id: advice, label: Advice}]}
place_levels:"""
FEWER = ("monday: 09:00-17:00", "monday: 09:00-14:00")
WEEK = "  wednesday: closed\n  thursday: by appointment\n  friday: 18:00-01:00\n"
WHOLE_WEEK = f"{WEEK}  saturday: closed\n  sunday: closed\n"
SHORTER = 'content/hubs/old-mill.yaml: Old Mill Hub would be open 19 hours a week instead of 22, below the 20 of "Hub standard".\n'
SAYS_NOTHING = (0, "29 records, no problems\n", "")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A network that asks for 20 hours a week, and whose one hub is open for 22, in a repository of one commit."""
    content = copied(tmp_path)
    assert spoilt(content, {"network.yaml": ("place_levels:", STANDARDS), HUB: (WEEK, WHOLE_WEEK)}) == []
    _git(content, "init", "--quiet")
    _commit(content)
    return content


def _git(content: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Riverside", "-c", "user.email=hello@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=content.parent, check=True, capture_output=True)


def _commit(content: Path) -> None:
    _git(content, "add", "--all")
    _git(content, "commit", "--quiet", "--message", "Records")


def _check(content: Path, *arguments: str) -> tuple[int, str, str]:
    done = run("check.py", content, *arguments)
    return done.returncode, done.stdout, done.stderr


def test_a_change_of_hours_says_what_becomes_of_the_commitment_and_passes(content: Path) -> None:
    assert _check(content) == SAYS_NOTHING
    spoilt(content, {HUB: ("18:00-01:00", "18:00-22:00")})

    assert _check(content) == (0, SHORTER + SAYS_NOTHING[1], "")


def test_a_service_that_is_added_or_deleted_says_what_becomes_of_the_core_offer(content: Path) -> None:
    spoilt(content, {"services/money-advice.yaml": ("types:", "core_services: [advice]\ntypes:")})

    said = _check(content)[1]

    assert (
        said.splitlines()[0]
        == "content/hubs/old-mill.yaml: Old Mill Hub would deliver Advice, of which nothing is known now."
    )


def test_a_proposal_is_compared_with_the_commit_it_builds_on(content: Path) -> None:
    spoilt(content, {HUB: ("18:00-01:00", "18:00-22:00")})
    _commit(content)

    assert _check(content) == SAYS_NOTHING
    assert _check(content, "--against", "HEAD^1")[1].startswith(SHORTER)
    assert _check(content, "--against", "HEAD^1", "--format", "github")[1].startswith(
        "::notice file=content/hubs/old-mill.yaml::Old Mill Hub would be open 19 hours"
    )


def test_a_new_file_that_git_does_not_know_yet_counts(content: Path) -> None:
    other = content / "hubs" / "weir-house.yaml"
    shutil.copy(content / HUB, other)
    other.write_text(other.read_text(encoding="utf-8").replace("Old Mill Hub", "Weir House"), encoding="utf-8")

    assert _check(content)[1].startswith(
        'content/hubs/weir-house.yaml: Weir House would be open 22 hours a week, which meets the 20 of "Hub standard".\n'
    )


def test_what_has_problems_is_told_its_problems_and_no_consequences(content: Path) -> None:
    spoilt(content, {HUB: ("monday: 09:00-17:00", "monday: 9am-5pm")})

    code, said, _ = _check(content)

    assert code == 1
    assert [line.partition(" ")[0] for line in said.splitlines()] == ["content/hubs/old-mill.yaml:17:11:"]


def test_a_commit_that_is_not_there_or_has_problems_is_not_compared_with(content: Path) -> None:
    assert _check(content, "--against", "nowhere") == (
        0,
        SAYS_NOTHING[1],
        "Not compared with nowhere: there is no commit nowhere.\n",
    )
    spoilt(content, {HUB: ("status: open", "status: opened")})
    _commit(content)
    spoilt(content, {HUB: ("status: opened", "status: open")})
    assert _check(content, "--against", "HEAD") == (
        0,
        SAYS_NOTHING[1],
        "Not compared with HEAD: the records of HEAD do not pass today's check.\n",
    )


def test_a_content_folder_outside_every_repository_is_only_checked(tmp_path: Path) -> None:
    assert _check(copied(tmp_path)) == SAYS_NOTHING


def test_a_content_folder_that_is_new_in_a_repository_is_only_checked(tmp_path: Path) -> None:
    _git(tmp_path / "content", "init", "--quiet")
    (tmp_path / "readme").write_text("Hubs", encoding="utf-8")
    _commit(tmp_path / "content")

    assert _check(copied(tmp_path)) == SAYS_NOTHING
