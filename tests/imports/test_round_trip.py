"""Records to a spreadsheet and back are the records they were."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubatlas.imports.planning import Planner
from hubatlas.imports.proposals import KINDS, Source
from hubatlas.imports.tables.mapping import headed_mapping
from hubatlas.imports.tables.rows import proposals_of
from hubatlas.imports.tables.sheets import read_table
from hubatlas.imports.tables.writing import export_records, write_template
from hubatlas.records import load
from hubatlas.records.formatting import written
from hubatlas.records.reading import UnreadableError
from hubatlas.records.schemas import bundled

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schema"
NETWORKS = [ROOT / "content", *(path.parent for path in sorted(ROOT.glob("tests/networks/*/network.yaml")))]
SOURCE = Source(name="An export")


def imported(table: Path, kind: str, content: Path) -> None:
    read = read_table(table)
    mapping = headed_mapping(read.headings, kind, SOURCE, SCHEMA)
    planner = Planner(content, SCHEMA)
    plan = planner.plan(proposals_of(read, mapping, SCHEMA).proposals, SOURCE)
    assert (plan.refused, plan.doubtful, plan.kept, plan.questions) == ((), (), (), ())
    planner.apply(plan)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_network_comes_back_from_its_tables_as_it_was(tmp_path: Path, content: Path, ending: str) -> None:
    before = load(content, SCHEMA)
    copy = tmp_path / "content"
    shutil.copytree(content, copy)
    for kind, each in KINDS.items():
        files = sorted((copy / str(each.folder)).glob("*.yaml"))
        assert export_records(content, kind, SCHEMA, tmp_path / f"{kind}.{ending}") == len(files)
        for path in files:
            path.unlink()
    for kind in KINDS:
        _write_rows(tmp_path / f"{kind}.{ending}", kind, copy)
    assert load(copy, SCHEMA) == before


def _write_rows(table: Path, kind: str, content: Path) -> None:
    """Write the rows of a table as records; they are checked with all the others afterwards."""
    read = read_table(table)
    mapping = headed_mapping(read.headings, kind, SOURCE, SCHEMA)
    found = proposals_of(read, mapping, SCHEMA)
    assert found.questions == ()
    for proposal in found.proposals:
        (content / proposal.path).write_bytes(written(dict(proposal.record), bundled(SCHEMA, kind)))


def test_an_export_of_a_network_changes_nothing_there(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "networks" / "estuary", content)
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    for kind in KINDS:
        export_records(content, kind, SCHEMA, tmp_path / "t.csv")
        imported(tmp_path / "t.csv", kind, content)
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before


_awkward = some.text(alphabet=some.sampled_from("=+-@'\"; ,|\\#&*:é中🙂a1{}[]%<>\n\t"), min_size=1, max_size=30).map(
    str.strip
)
_line = _awkward.map(lambda text: " ".join(text.split())).filter(bool)


@settings(max_examples=60)
@given(
    name=_line,
    others=some.lists(_line, max_size=3, unique=True),
    description=_awkward.filter(bool),
    questions=some.lists(_line, max_size=2, unique=True),
    ending=some.sampled_from(("csv", "xlsx")),
)
def test_awkward_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    others: list[str],
    description: str,
    questions: list[str],
    ending: str,
) -> None:
    folder = tmp_path_factory.mktemp("awkward")
    record: dict[str, Any] = {
        "name": name,
        "other_names": others,
        "kind": "hub",
        "status": "open",
        "summary": name,
        "description": description,
        "open_questions": questions,
        "provenance": [{"facts": ["identity", "description"], "source": name}],
    }
    record = {field: value for field, value in record.items() if value}
    (folder / "hubs").mkdir()
    try:
        source = written(record, bundled(SCHEMA, "hub"))
    except UnreadableError:
        return  # no record can hold it
    (folder / "hubs" / "x.yaml").write_bytes(source)
    export_records(folder, "hub", SCHEMA, folder / f"t.{ending}")
    read = read_table(folder / f"t.{ending}")
    [proposal] = proposals_of(read, headed_mapping(read.headings, "hub", SOURCE, SCHEMA), SCHEMA).proposals
    assert (proposal.slug, written(dict(proposal.record), bundled(SCHEMA, "hub"))) == ("x", source)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_in_template_is_understood_without_a_mapping(tmp_path: Path, kind: str, ending: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "networks" / "estuary", content)
    write_template(content, kind, SCHEMA, tmp_path / f"t.{ending}")
    headings = read_table(tmp_path / f"t.{ending}").headings
    assert "name" in headings
    mapping = headed_mapping(headings, kind, SOURCE, SCHEMA)
    assert set(mapping.columns) == set(headings)
    if kind == "hub":
        assert {"opening_hours.monday", "address.postal_code", "accessibility.hearing-loop"} <= set(headings)
