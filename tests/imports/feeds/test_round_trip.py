"""Our open data and our feed, read back: the records that they were made of."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubatlas.exports.edition import Edition
from hubatlas.exports.records import RECORDS
from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.imports.feeds.own import own_proposals
from hubatlas.imports.feeds.services import ServiceReader
from hubatlas.imports.feeds.sources import read_feed
from hubatlas.imports.feeds.terms import own_terms
from hubatlas.imports.proposals import KINDS, Proposal
from hubatlas.model import Service
from hubatlas.records import load
from hubatlas.records.formatting import written
from hubatlas.records.schemas import bundled
from tests.builders import a_directory, a_hub, a_provenance
from tests.exports.editions import NETWORKS, ROOT, SCHEMA, TODAY, files_of, network_edition, schemas

ALL = [ROOT / "content", *(path.parent for path in sorted(ROOT.glob("tests/networks/*/network.yaml")))]


def published(content: Path, folder: Path, beginning: str) -> Path:
    """The files of a network's exports whose addresses begin so, in a folder."""
    for address, source in files_of(network_edition(content), beginning).items():
        path = folder / address.removeprefix(beginning)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source)
    return folder


@pytest.mark.parametrize("content", ALL, ids=lambda path: path.name)
def test_every_network_comes_back_from_its_open_data_as_it_was(tmp_path: Path, content: Path) -> None:
    before = load(content, SCHEMA)
    copy = tmp_path / "content"
    shutil.copytree(content, copy)
    for kind in KINDS.values():
        for path in (copy / str(kind.folder)).glob("*.yaml"):
            path.unlink()
    feed = read_feed(str(published(content, tmp_path / "v1", "/data/v1/")), Fetcher())
    assert feed.remarks == ()
    for proposal in own_proposals(feed.records):
        path = copy / proposal.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(written(dict(proposal.record), bundled(SCHEMA, proposal.kind)))
    assert load(copy, SCHEMA) == before


_awkward = some.text(alphabet="=+-@'\"; ,|\\#&*:é中🙂a1{}[]%<>", min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=50)
@given(name=_awkward.filter(bool), other=_awkward.filter(bool))
def test_awkward_text_comes_back_from_open_data_as_it_was(name: str, other: str) -> None:
    hub = a_hub(
        name, slug="x", other_names=(other,), description=f"{other}\n\n- {name}", provenance=(a_provenance("identity"),)
    )
    edition = Edition(directory=a_directory(hub), today=TODAY, schemas=schemas())
    [item] = [json.loads(source) for export in RECORDS for _, source in export.files(edition)]
    [proposal] = own_proposals([item])
    assert (proposal.record["name"], proposal.record["other_names"]) == (name, [other])
    assert proposal.record["description"] == hub.description


def services_read(where: Path, content: Path) -> dict[str, Proposal]:
    feed = read_feed(str(where), Fetcher())
    proposals = ServiceReader(own_terms(content)).proposals(feed.services)
    return {str(each.record["name"]): each for each in proposals if each.kind == "service"}


def _sayable(service: Service) -> Iterator[tuple[Any, ...]]:
    """What the profile can say of when a service's sessions are: how they repeat, on which days, at what time."""
    for session in service.sessions:
        schedule = session.schedule
        if schedule.repeats in {"weekly", "monthly"}:
            time = schedule.time and (schedule.time.opens_at, schedule.time.closes_at % (24 * 60))
            yield schedule.repeats, schedule.interval, frozenset(schedule.days), frozenset(schedule.weeks), time


def _said(record: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - a record as JSON
    for session in record.get("sessions", []):
        schedule = session["schedule"]
        if schedule["repeats"] in {"weekly", "monthly"}:
            time = None
            if "time" in schedule:
                opens, closes = (int(each[:2]) * 60 + int(each[3:]) for each in schedule["time"].split("-"))
                time = (opens, closes % (24 * 60))
            days, weeks = frozenset(schedule["days"]), frozenset(schedule.get("weeks", ()))
            yield schedule["repeats"], schedule.get("interval", 1), days, weeks, time


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_our_feed_read_back_says_what_the_services_said(tmp_path: Path, content: Path) -> None:
    found = services_read(published(content, tmp_path / "oruk", "/oruk/3.0/"), content)
    directory = load(content, SCHEMA)
    assert directory.services
    for service in directory.services:
        record = found[service.name].record
        assert record["summary"] == service.summary
        assert (service.provider is None) or record["provider"]
        assert set(record.get("types", ())) <= set(service.types)
        assert record.get("minimum_age") == service.minimum_age
        assert sorted(map(repr, _said(record))) == sorted(map(repr, _sayable(service))), service.slug


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_form_of_our_feed_says_the_same(tmp_path: Path, content: Path) -> None:
    whole = published(content, tmp_path / "oruk", "/oruk/3.0/")
    items = services_read(whole, content)
    tables = services_read(whole / "tabular", content)
    lines = services_read(whole / "services.ndjson", content)
    assert items.keys() == tables.keys() == lines.keys()
    for name, each in items.items():
        assert lines[name] == each
        of_tables = tables[name].record
        for field in ("summary", "provider", "minimum_age"):
            assert of_tables.get(field) == each.record.get(field), name
        assert sorted(of_tables.get("needs", ())) == sorted(each.record.get("needs", ()))
        assert sorted(map(repr, _said(of_tables))) == sorted(map(repr, _said(each.record)))
