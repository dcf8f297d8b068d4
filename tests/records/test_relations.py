"""Every name that one record gives of another is looked up, wherever it stands."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubatlas.records import check
from hubatlas.records.folders import find
from hubatlas.records.kinds import KINDS, PROSE, SYNONYMS, Kind
from hubatlas.records.loading import Loader, Record
from hubatlas.records.relations import Named, Relation, named, relations
from hubatlas.records.schemas import bundled
from tests.records.riverside_network import ROOT, SCHEMA

NETWORKS = ROOT / "tests" / "networks"
ESTUARY = NETWORKS / "estuary"
SHOWING = ("estuary", "morfa")
"""Between them, these have every relation: morfa alone is in several languages."""

WITH_RELATIONS = [kind for kind in KINDS if kind not in (PROSE, SYNONYMS)]
RELATIONS = {kind: relations(bundled(SCHEMA, kind.name)) for kind in WITH_RELATIONS}
IN_FOLDERS = {kind.name for kind in KINDS if kind.folder and kind is not PROSE}


def test_relations_stand_in_most_kinds_of_record() -> None:
    assert sum(map(len, RELATIONS.values())) > 80
    assert {kind.name for kind in KINDS if kind in RELATIONS and not RELATIONS[kind]} == {
        "ended",
        "geography",
        "jargon",
        "neighbour",
    }


@pytest.mark.parametrize("kind", WITH_RELATIONS, ids=lambda kind: kind.name)
def test_every_relation_leads_to_a_kind_of_record_or_to_a_list_that_exists(kind: Kind) -> None:
    vocabularies = {path.stem for path in (ESTUARY / "vocabularies").glob("*.yaml")}
    lists = {"hub_kinds", "hub_statuses", "place_levels", "core_services", "languages", "quality_schemes"}
    known = {"record": IN_FOLDERS, "vocabulary": vocabularies, "network": lists}

    assert [each for each in RELATIONS[kind] if each.target not in known[each.to]] == []


def test_a_name_that_is_misspelt_is_told_wherever_it_stands(tmp_path: Path) -> None:
    contents = [_copied(tmp_path, name) for name in SHOWING]
    networks = [_records(content) for content in contents]
    places = [_misspell(networks, kind, each) for kind in RELATIONS for each in RELATIONS[kind]]

    told = {f"{each.path}:{each.line}:{each.column}": each for content in contents for each in check(content, SCHEMA)}

    assert len(places) > 80
    assert [place for place in places if place not in told] == []
    assert [place for place in places if "did you mean" not in told[place].hint] == []


def _copied(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(NETWORKS / name, folder / name))


def _records(content: Path) -> dict[Kind, list[Record]]:
    loader = Loader(SCHEMA)
    by_kind: dict[Kind, list[Record]] = {kind: [] for kind in KINDS}
    for file in find(content).files:
        record, _ = loader.load(file)
        if record is not None:
            by_kind[file.kind].append(record)
    return by_kind


def _misspell(networks: list[dict[Kind, list[Record]]], kind: Kind, relation: Relation) -> str:
    """Spoil one name of the relation, in the first network that has one which nothing else spoils, and say where."""
    record, name = next(each for records in networks for each in _plainly_written(records[kind], relation))
    line, column = (record.positions.name if name.is_name else record.positions.value)(name.where)
    lines = _lines(record)
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    lines[line - 1] = before + after.replace(name.name, _spoilt(name.name), 1)
    record.file.path.write_text("".join(lines), encoding="utf-8")
    return f"{record.file.shown}:{line}:{column}"


def _plainly_written(records: list[Record], relation: Relation) -> Iterator[tuple[Record, Named]]:
    """Names of the relation on lines that no misspelling has touched."""
    for record in records:
        lines = _lines(record)
        untouched = record.source.decode().splitlines(keepends=True)
        for each in named(record.model, relation):
            line, _ = (record.positions.name if each.is_name else record.positions.value)(each.where)
            if lines[line - 1] == untouched[line - 1]:
                yield record, each


def _lines(record: Record) -> list[str]:
    return record.file.path.read_text(encoding="utf-8").splitlines(keepends=True)


def _spoilt(name: str) -> str:
    """The name with one letter too many, as when a key sticks."""
    return name + name[-1]
