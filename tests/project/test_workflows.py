"""The files that GitHub reads are right, and give a proposed change no power."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = Path(sys.executable).parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SHELL_SCRIPTS = (ROOT / ".ci" / "run", ROOT / "scripts" / "chromium" / "start")
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "dependabot": [GITHUB / "dependabot.yml"],
    "github-issue-forms": [GITHUB / "ISSUE_TEMPLATE" / "correction.yml"],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
}


def succeeds(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def run_blocks() -> list[tuple[str, str]]:
    """The shell of every step of every workflow, with a name to show when it is wrong."""
    return [
        (f"{path.name}: {step['run'].splitlines()[0]}", step["run"])
        for path in WORKFLOWS
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]


def test_there_are_workflows_to_judge() -> None:
    assert {path.name for path in WORKFLOWS} == {
        *("deploy.yml", "health.yml", "neighbours.yml", "pull-request.yml", "suggestion.yml"),
    }


def test_no_workflow_can_be_abused() -> None:
    succeeds(BIN / "zizmor", "--offline", "--strict-collection", "--persona=auditor", "--quiet", GITHUB)


@pytest.mark.parametrize(("schema", "files"), SCHEMAS.items(), ids=SCHEMAS)
def test_github_accepts_the_shape(schema: str, files: list[Path]) -> None:
    name = schema if schema.startswith("custom.") else f"vendor.{schema}"
    succeeds(BIN / "check-jsonschema", "--builtin-schema", name, *files)


@pytest.mark.parametrize("script", SHELL_SCRIPTS, ids=lambda path: path.name)
def test_shell_scripts_pass_shellcheck(script: Path) -> None:
    succeeds(BIN / "shellcheck", script)


@pytest.mark.parametrize("block", [pytest.param(text, id=name) for name, text in run_blocks()])
def test_steps_of_workflows_pass_shellcheck(block: str, tmp_path: Path) -> None:
    script = tmp_path / "step.sh"
    script.write_text(f"#!/usr/bin/env bash\nset -eo pipefail\n{block}", encoding="utf-8")
    succeeds(BIN / "shellcheck", script)


def test_a_proposed_change_runs_with_no_more_than_the_right_to_read() -> None:
    workflow = yaml.safe_load((GITHUB / "workflows" / "pull-request.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}] * len(workflow["jobs"])
    assert "secrets." not in json.dumps(workflow)


def jobs() -> list[tuple[str, dict[str, Any]]]:
    """Every job of every workflow, with a name to show when it is wrong."""
    return [
        (f"{path.name}: {name}", job)
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()
    ]


def test_every_workflow_begins_with_no_rights_at_all() -> None:
    assert {path.name: yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] for path in WORKFLOWS} == {
        path.name: {} for path in WORKFLOWS
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_named_by_its_commit_with_its_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    assert not [each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[0-9.]+", each)]


@pytest.mark.parametrize("job", [pytest.param(job, id=name) for name, job in jobs()])
def test_job_that_may_write_runs_no_code_of_the_project(job: dict[str, Any]) -> None:
    may_write = "write" in job["permissions"].values()
    assert not (may_write and any("actions/checkout@" in step.get("uses", "") for step in job["steps"]))


def test_a_pull_request_is_checked_described_built_twice_and_kept_for_a_look() -> None:
    workflow = yaml.safe_load((GITHUB / "workflows" / "pull-request.yml").read_text(encoding="utf-8"))
    done = " ".join(step.get("run", step.get("uses", "")) for step in workflow["jobs"]["records"]["steps"])
    for part in ("make check", "--format github", "--summary", "make describe", "make compare", "upload-artifact"):
        assert part in done


def test_deployment_builds_attests_deploys_and_then_checks_the_live_commit() -> None:
    workflow = yaml.safe_load((GITHUB / "workflows" / "deploy.yml").read_text(encoding="utf-8"))
    assert list(workflow["jobs"]) == ["build", "attest", "deploy"]
    assert workflow["jobs"]["deploy"]["needs"] == ["build", "attest"]
    assert "build.json" in workflow["jobs"]["deploy"]["steps"][-1]["run"]


def test_the_editor_knows_the_schema_of_every_kind_of_record() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    mapped = set(settings["yaml.schemas"])
    assert mapped == {f"schema/{path.name}" for path in (ROOT / "schema").glob("*")} - {"schema/common.schema.json"}


@pytest.mark.parametrize("network", ["content", "tests/networks/estuary"])
def test_the_editor_maps_every_record_to_one_schema(network: str) -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    patterns = [pattern for group in settings["yaml.schemas"].values() for pattern in group]
    records = [path.relative_to(ROOT) for path in (ROOT / network).rglob("*.yaml")]
    assert records
    for record in records:
        assert sum(record.match(pattern) for pattern in patterns) == 1, record


def test_an_issue_never_becomes_part_of_a_command() -> None:
    text = (GITHUB / "workflows" / "suggestion.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow[True] == {"issues": {"types": ["labeled"]}}  # YAML 1.1 reads `on` as yes
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["apply"]["permissions"] == {"contents": "read"}
    assert not any("uses" in step and "checkout" in step["uses"] for step in workflow["jobs"]["propose"]["steps"])
    stranger = ("issue.body", "issue.title", "issue.user", "comment.", "sender.")
    assert not any(f"github.event.{name}" in text for name in stranger)


@pytest.mark.parametrize(
    ("files", "taken"),
    [
        (["content/hubs/quay.yaml"], True),
        (["content/services/tea.yaml"], True),
        ([], False),
        (["content/hubs/quay.yaml", "content/hubs/mill.yaml"], False),
        (["content/network.yaml"], False),
        (["content/hubs/quay.yaml", ".github/workflows/x.yaml"], True),  # what lies elsewhere is not looked at
        (["content/hubs/$(touch owned).yaml"], False),
        (["content/hubs/deeper/quay.yaml"], False),
    ],
    ids=str,
)
def test_only_one_record_of_a_suggestion_is_proposed(files: list[str], *, taken: bool, tmp_path: Path) -> None:
    workflow = yaml.safe_load((GITHUB / "workflows" / "suggestion.yml").read_text(encoding="utf-8"))
    folder = tmp_path / "suggestion"
    (folder / "content").mkdir(parents=True)
    (folder / "words.txt").write_text("Change hours of hubs/quay, as suggested\nTold.\n", encoding="utf-8")
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("name: Quay\n", encoding="utf-8")
    asked = tmp_path / "asked"
    program = tmp_path / "gh"
    program.write_text(f'#!/bin/sh\necho "$*" >> {asked}\necho abc\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path), "NUMBER": "7"}
    block = workflow["jobs"]["propose"]["steps"][-1]["run"]
    done = subprocess.run(
        ["bash", "-e", "-c", block],
        env=environment | {"GH_REPO": "a/b", "GITHUB_SHA": "0" * 40},
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )
    assert (done.returncode == 0) == taken
    assert not (tmp_path / "owned").exists()
    calls = asked.read_text(encoding="utf-8") if asked.exists() else ""
    assert (
        (f"repos/a/b/contents/{files[0]} -f message=Change hours of hubs/quay, as suggested" in calls)
        if taken
        else not calls
    )
    assert ("pr create --head suggestion-7" in calls) == taken


@pytest.mark.skipif(shutil.which("jq") is None, reason="GitHub's computers have jq")
def test_reminders_keep_one_issue_each(tmp_path: Path) -> None:
    workflow = yaml.safe_load((GITHUB / "workflows" / "health.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["remind"]
    issues = tmp_path / "reminders" / "issues"
    issues.mkdir(parents=True)
    for of in ("hubs/mill", "hubs/mill-weir", "organisations/mill"):
        text = f"{of}: is it right?\n\nText\n\n<!-- reminder: {of} -->\n"
        (issues / f"{of.replace('/', '_')}.md").write_text(text, encoding="utf-8")
    known = [("mill", "OPEN"), ("mill-weir", "CLOSED"), ("done", "OPEN"), ("gone", "CLOSED")]
    listed = [
        {"number": number, "state": state, "body": f"Text\r\n<!-- reminder: hubs/{hub} -->"}
        for number, (hub, state) in enumerate(known, start=1)
    ]
    listed.append({"number": 9, "state": "OPEN", "body": "Somebody's own, with the label"})
    stands_for_github = tmp_path / "gh"
    stands_for_github.write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\nif [ "$2" = list ]; then cat {tmp_path}/listed; fi\n', "utf-8"
    )
    stands_for_github.chmod(0o755)
    (tmp_path / "listed").write_text(json.dumps(listed), encoding="utf-8")
    place = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", job["steps"][-1]["run"]],
        env=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines()[2:] == [
        "issue edit 2 --title hubs/mill-weir: is it right? --body-file body.md",
        "issue reopen 2",
        "issue edit 1 --title hubs/mill: is it right? --body-file body.md",
        "issue create --title organisations/mill: is it right? --label reminder --body-file body.md",
        "issue close 3 --comment Nothing waits for a check any more. Thank you.",
    ]
    assert job["if"] == "vars.REMINDERS == 'issues'"
