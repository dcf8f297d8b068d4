"""The files that GitHub reads are right, and give a proposed change no power."""

import json
import subprocess
import sys
from pathlib import Path

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
    assert {path.name for path in WORKFLOWS} == {"deploy.yml", "health.yml", "neighbours.yml", "pull-request.yml"}


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
