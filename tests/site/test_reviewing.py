"""What is said of a proposed change, in a real repository, and what stops it."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from hubatlas_site.reviewing.commits import NotComparedError
from hubatlas_site.reviewing.describing import Description, described
from hubatlas_site.reviewing.markdown import code

PROJECT = Path(__file__).resolve().parents[2]
NETWORKS = PROJECT / "tests" / "networks"
HUB, SERVICE = "hubs/corner-house.yaml", "services/tea-and-advice.yaml"
STANDARD = "hub_kinds:\n", "standards:\n  - {id: s, label: Our standard, kinds: [hub], weekly_hours: 20}\nhub_kinds:\n"
ENDED = "records:\n  - {type: service, id: tea-and-advice, name: Tea and advice, reason: The grant ended.}\n"


@dataclass(frozen=True)
class Repository:
    """A network that is kept in Git, in the folder `content`."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def git(self, *arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        when = {"GIT_COMMITTER_DATE": "2026-12-01T10:00:00Z", "GIT_AUTHOR_DATE": "2026-12-01T10:00:00Z"}
        command = ["git", "-C", str(self.folder), *who, *arguments]
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, **when})

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A change")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def described(self, base: str = "HEAD", head: str | None = None, *, may_drop: bool = False) -> Description:
        return described(base, head, self.content, PROJECT / "schema", today=date(2026, 12, 1), may_drop=may_drop)


def a_repository(folder: Path, network: Path) -> Repository:
    made = Repository(folder / "repository")
    shutil.copytree(network, made.content)
    made.git("init", "-q", "-b", "main")
    made.commit()
    return made


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return a_repository(tmp_path, NETWORKS / "first-steps")


def test_change_is_told_field_by_field_with_what_it_does_to_pages_tables_and_feeds(repository: Repository) -> None:
    repository.edit("network.yaml", *STANDARD)
    repository.commit()
    repository.edit(HUB, "monday: 10:00-16:00", "monday: 10:00-12:00")
    repository.edit(SERVICE, "time: 10:30-12:30", "time: 10:00-11:30")
    repository.commit()

    found = repository.described("HEAD^", "HEAD")

    assert found.stopped == ()
    assert found.text.startswith("## What this change does\n\nRecords: 2 changed. Pages: ")
    for line in (
        "- Hub `Corner House` (`corner-house`) says something else",
        "  - `Opening hours, monday`: `10:00-16:00` → `10:00-12:00`",
        "  - `Sessions, monday schedule time`: `10:30-12:30` → `10:00-11:30`",
        "| Sessions | 1 | 1 |",
        "| Calendar of each hub | 0 | 0 | 1 |",
    ):
        assert line in found.text.splitlines()
    assert re.search(r"^- `Corner House would be known to be open .* of \"Our standard\"\.`$", found.text, re.MULTILINE)
    assert "`/hubs/corner-house/`" in found.text
    assert found == repository.described("HEAD^")


def test_what_is_new_is_told_with_its_addresses(repository: Repository) -> None:
    service = (repository.content / SERVICE).read_text(encoding="utf-8")
    (repository.content / "services/lunch.yaml").write_text(service.replace("Tea and advice", "Lunch"), "utf-8")

    text = repository.described().text

    assert "- Service `Lunch` (`lunch`) is new" in text
    assert re.search(r"^- New: .*`/services/lunch/`", text, re.MULTILINE)
    assert "| Services | 1 | 2 |" in text


def test_nothing_is_said_of_another_layout(repository: Repository) -> None:
    repository.edit(HUB, "monday: 10:00-16:00", 'monday:   "10:00-16:00"  # all day')

    assert repository.described().text == "## What this change does\n\nNothing that the public sees changes.\n"


def test_record_that_goes_needs_a_note_of_what_became_of_it(repository: Repository) -> None:
    (repository.content / SERVICE).unlink()

    (reason,) = repository.described().stopped

    assert reason.startswith("The service `tea-and-advice` is gone, and nothing says what became of it")
    assert reason in repository.described().text
    (repository.content / "ended.yaml").write_text(ENDED, encoding="utf-8")
    found = repository.described()
    assert found.stopped == ()
    (still_there,) = re.findall("^- With other content: .*$", found.text, re.MULTILINE)
    assert "`/services/tea-and-advice/`" in still_there


def test_record_that_is_renamed_needs_its_former_name_for_good(repository: Repository) -> None:
    (repository.content / SERVICE).rename(repository.content / "services/tea.yaml")
    assert len(repository.described().stopped) == 1
    repository.edit("services/tea.yaml", "status: active", "status: active\nprevious_ids: [tea-and-advice]")

    found = repository.described()

    assert found.stopped == ()
    assert "- Service `Tea and advice` (`tea-and-advice`) goes on as `tea`" in found.text
    assert "- Service `Tea and advice` (`tea`) was `tea-and-advice` before" in found.text
    repository.commit()
    repository.edit("services/tea.yaml", "previous_ids: [tea-and-advice]\n", "")
    (reason,) = repository.described().stopped
    assert reason.startswith("The service id `tea-and-advice` led to the record that followed it")


def test_many_records_going_at_once_are_stopped_until_somebody_says_it_is_right(repository: Repository) -> None:
    service = (repository.content / SERVICE).read_text(encoding="utf-8")
    names = [f"lunch-{number}" for number in range(3)]
    for name in names:
        (repository.content / "services" / f"{name}.yaml").write_text(service, encoding="utf-8")
    repository.commit()
    notes = ["records:"]
    for name in names:
        (repository.content / "services" / f"{name}.yaml").unlink()
        notes.append(f"  - {{type: service, id: {name}, name: Lunch, ended_on: 2026-11-30}}")
    (repository.content / "ended.yaml").write_text("\n".join(notes) + "\n", encoding="utf-8")

    (reason,) = repository.described().stopped

    assert reason.startswith("3 records of 6 would be gone, more than 5 in a hundred. ")
    assert repository.described(may_drop=True).stopped == ()


def test_records_that_do_not_pass_the_check_are_not_described(repository: Repository) -> None:
    repository.edit(HUB, "monday: 10:00-16:00", "monday: ten to four")

    with pytest.raises(NotComparedError, match="do not pass the check yet"):
        repository.described()


def test_earlier_records_that_todays_check_refuses_are_still_held_against_loss(repository: Repository) -> None:
    repository.edit(HUB, "monday: 10:00-16:00", "monday: ten to four")
    repository.commit()
    repository.edit(HUB, "monday: ten to four", "monday: 10:00-16:00")
    (repository.content / SERVICE).unlink()

    found = repository.described()

    assert "the records of HEAD do not pass today's check" in found.text
    assert len(found.stopped) == 1


def test_command_fails_with_the_reason_and_the_remedy(repository: Repository) -> None:
    (repository.content / SERVICE).unlink()
    command = [sys.executable, str(PROJECT / "scripts" / "describe_change.py"), "HEAD"]

    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=repository.folder)

    assert done.returncode == 1
    assert done.stderr.startswith("Stopped: The service `tea-and-advice` is gone")
    assert done.stdout == repository.described().text


HOSTILE = (
    "@hub-atlas/maintainers please look",
    "[a link](https://evil.example/) ![a picture](https://evil.example/x.png)",
    "<img src=https://evil.example/x onerror=alert(1)><script>alert(1)</script>",
    "https://evil.example/ www.evil.example jo@evil.example",
    "`` ` ``` code that ends ```` `<b>",
    "| a | b | \\| c \\",
    "::error file=x::text",
    "##[add-mask]text",
    "# a heading - a list > a quotation 1. one",
    "#1 GH-1 owner/repository#1 :smile: $x$",
    "<!-- a comment",
    "&lt;b&gt; &#64;x",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_record_says_is_never_more_than_text_in_a_summary(text: str) -> None:
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table"])
    line = f"- `Name`: {code(text)} → {code(text[::-1])}"

    (block,) = [token for token in shown.parse(line) if token.type == "inline"]

    kinds = [each.type for each in block.children or ()]
    assert kinds == ["code_inline", "text", "code_inline", "text", "code_inline"]
    assert "##[" not in line


def test_hostile_record_leaves_the_summary_whole(repository: Repository) -> None:
    repository.edit(HUB, "A warm room, a kettle", "'::error::x @x <b> `` [x](https://evil.example)")
    repository.edit(HUB, "who walks in.", "who walks in.'")

    text = repository.described().text

    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table"]).parse(text)
    children = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_inline", "link_open", "image"} & set(children)
    assert not {"html_block", "fence"} & {token.type for token in tokens}
    assert not re.search(r"^\s*::", text, re.MULTILINE)
