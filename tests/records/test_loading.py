"""A whole network is loaded alike whatever the order of its files, and from a cache as without one."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hubatlas.records import InvalidRecordsError, check, load
from hubatlas.records.folders import find
from tests.records.riverside_network import ROOT, SCHEMA, copied, said_of, spoilt

NETWORKS = [ROOT / "content", *sorted(path for path in (ROOT / "tests" / "networks").iterdir() if path.is_dir())]


def test_there_are_networks() -> None:
    assert len(NETWORKS) > 1


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_published_network_has_records_and_no_problems(content: Path) -> None:
    assert check(content, SCHEMA) == ()
    assert len(find(content).files) > 1

    directory = load(content, SCHEMA)

    assert directory.hubs
    assert directory.services
    for records in (directory.hubs, directory.services, directory.organisations, directory.places):
        slugs = [record.slug for record in records]
        assert slugs == sorted(slugs)


def test_prose_is_loaded_beside_the_records(tmp_path: Path) -> None:
    assert load(copied(tmp_path), SCHEMA).prose == {"about": "# About\n"}


def test_prose_can_be_there_in_each_language_of_the_site(tmp_path: Path) -> None:
    content = copied(tmp_path)
    network = (content / "network.yaml").read_text(encoding="utf-8")
    (content / "network.yaml").write_text(network.replace("site:\n", "site:\n  languages: [cy]\n"), encoding="utf-8")
    (content / "pages" / "about.cy.md").write_text("# Amdanom ni\n", encoding="utf-8")
    assert load(content, SCHEMA).prose == {"about": "# About\n", "about.cy": "# Amdanom ni\n"}


def test_records_load_alike_whatever_order_the_disk_gives_them_in(tmp_path: Path) -> None:
    content = copied(tmp_path)
    backwards = tmp_path / "backwards"
    for path in sorted(content.rglob("*"), reverse=True):
        target = backwards / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            shutil.copyfile(path, target)

    assert load(backwards, SCHEMA) == load(content, SCHEMA)


def test_problems_are_told_alike_whatever_the_hash_seed_time_zone_and_locale(tmp_path: Path) -> None:
    content = copied(tmp_path)
    changes = {"hubs/old-mill.yaml": ("name: Old Mill Hub", "nmae: x\nfoo: y\nbar: z"), "network.yaml": ("name:", "x:")}
    spoilt(content, changes)
    told = []
    for settings in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8")):
        environment = dict(zip(("PYTHONHASHSEED", "TZ", "LC_ALL"), settings, strict=True))
        command = [sys.executable, str(ROOT / "scripts" / "check.py"), "--content", str(content)]
        done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)
        told.append((done.returncode, done.stdout))

    assert told[0][0] == 1
    assert told[0] == told[1]


class Kept(dict[str, object]):
    """A cache that counts how often it could help."""

    hits = 0

    def get(self, key: str, default: object = None) -> object | None:
        found = super().get(key, default)
        self.hits += found is not None
        return found


def test_unchanged_records_are_taken_from_the_cache_and_mean_the_same(tmp_path: Path) -> None:
    content = copied(tmp_path)
    kept = Kept()
    first = load(content, SCHEMA, kept)
    size = len(kept)

    second = load(content, SCHEMA, kept)

    assert second == first
    assert kept.hits == size == len(kept)


def test_a_changed_record_or_name_or_schema_is_read_again(tmp_path: Path) -> None:
    content = copied(tmp_path)
    schema = tmp_path / "schema"
    shutil.copytree(SCHEMA, schema)
    kept = Kept()
    load(content, schema, kept)
    size = len(kept)

    spoilt(content, {"hubs/old-mill.yaml": ("name: Old Mill Hub", "name: New Mill Hub")})
    assert load(content, schema, kept).hub("old-mill").name == "New Mill Hub"
    assert len(kept) == size + 1

    (content / "places" / "weir-lane.yaml").rename(content / "places" / "weir-street.yaml")
    spoilt(content, {"hubs/boat-shed.yaml": ("weir-lane", "weir-street")})
    assert load(content, schema, kept).place("weir-street").slug == "weir-street"

    hub = schema / "hub.schema.json"
    hub.write_text(hub.read_text(encoding="utf-8").replace('"maxLength"', '"minLength"') + " ", encoding="utf-8")
    before = kept.hits
    load(content, schema, kept)
    assert kept.hits == before


def test_a_record_with_problems_is_never_kept_and_references_are_always_checked(tmp_path: Path) -> None:
    content = copied(tmp_path)
    kept = Kept()
    load(content, SCHEMA, kept)
    (content / "organisations" / "riverside-trust.yaml").unlink()

    for _ in range(2):
        with pytest.raises(InvalidRecordsError, match='there is no organisation "riverside-trust"'):
            load(content, SCHEMA, kept)

    spoilt(content, {"hubs/old-mill.yaml": ("kind: hub", "kind: 7")})
    size = len(kept)
    with pytest.raises(InvalidRecordsError, match="kind should be text"):
        load(content, SCHEMA, kept)
    assert len(kept) == size


def test_a_thousand_records_take_less_than_three_seconds(tmp_path: Path) -> None:
    content = copied(tmp_path)
    source = (content / "hubs" / "old-mill.yaml").read_text(encoding="utf-8")
    for number in range(1_000):
        copy = source.replace("Old Mill Hub", f"Mill {number}").replace("1 Mill Lane", f"{number} Mill Lane")
        (content / "hubs" / f"mill-{number}.yaml").write_text(copy, encoding="utf-8")
    started = time.process_time()

    directory = load(content, SCHEMA)

    assert time.process_time() - started < 3  # about 0.4 on a quiet computer
    assert len(directory.hubs) == 1_002


def test_nothing_wrong_is_nothing_said(tmp_path: Path) -> None:
    assert said_of(copied(tmp_path)) == []
