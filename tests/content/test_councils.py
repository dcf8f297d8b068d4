"""Networks written from councils' documents say what those say, name their sources, and build with the same code."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubatlas.directory import Directory
from hubatlas.model import Hub, Organisation, Place, Service
from hubatlas.records import load
from hubatlas.records.layouts import layouts
from tests.conftest import ROOT, built
from tests.pages.markup import pages_of
from tests.pages.test_every_page import dead_links, invalid_html

SCHEMA = ROOT / "schema"
NETWORKS = {name: ROOT / "tests" / "networks" / name for name in ("cheshire-east", "east-sussex", "thurrock")}
SOURCED = "https://github.com/open-innovations/warm-spaces/", "https://github.com/LibrariesHacked/"


@pytest.fixture(params=NETWORKS, scope="module")
def content(request: pytest.FixtureRequest) -> Path:
    return NETWORKS[request.param]


def directory_of(name: str) -> Directory:
    return load(NETWORKS[name], SCHEMA)


def records_of(directory: Directory) -> Iterator[Hub | Organisation | Place | Service]:
    yield from directory.hubs
    yield from directory.organisations
    yield from directory.places
    yield from directory.services


def test_every_record_names_its_source_and_nobody_is_said_to_have_confirmed_it(content: Path) -> None:
    records = list(records_of(load(content, SCHEMA)))
    assert len(records) > 15
    for record in records:
        assert all(each.source and (each.as_of or each.note) for each in record.provenance), record.slug
        assert not any(each.confirmed_on for each in record.provenance), record.slug


def test_no_phone_number_is_made_up(content: Path) -> None:
    texts = [file.read_text("utf-8") for file in sorted(content.rglob("*.yaml"))]
    assert texts
    assert [text for text in texts if re.search(r"^\s*(?:- )?(?:phone|number): *\S", text, re.MULTILINE)] == []


def test_an_address_comes_from_a_dated_list(content: Path) -> None:
    for hub in load(content, SCHEMA).hubs:
        if hub.address is not None:
            sources = [each.url or "" for each in hub.provenance if "location" in each.facts]
            assert any(url.startswith(SOURCED) for url in sources), hub.slug


def test_every_record_is_written_as_the_formatter_writes_it(content: Path) -> None:
    assert [layout.shown for layout in layouts(content, SCHEMA) if layout.is_new] == []


def test_the_site_builds_with_valid_pages_whose_links_lead_somewhere(content: Path) -> None:
    site = built(content)
    assert dead_links(site, pages_of(site)) == []
    assert invalid_html(site) == ""


def test_the_franchise_has_eight_localities_six_pilots_and_six_criteria() -> None:
    directory = directory_of("cheshire-east")
    levels = Counter(place.level for place in directory.places)
    assert levels["locality"] == 8
    assert [place.name for place in directory.places_within("smash")] == [
        "Alsager",
        "Haslington",
        "Middlewich",
        "Sandbach",
    ]
    assert Counter(hub.status for hub in directory.hubs) == {"pilot": 6}
    (standard,), (offer,), (scheme,) = (
        directory.network.standards,
        directory.network.core_offers,
        directory.network.quality_schemes,
    )
    assert (standard.weekly_hours, standard.counting, standard.room_days) == (20, "linked venues", 7)
    assert len(offer.services) == 6
    assert len(scheme.themes) == 6


def test_the_county_has_five_historic_hubs_without_buildings_and_five_prototypes_without_names() -> None:
    directory = directory_of("east-sussex")
    assert Counter((hub.kind, hub.status) for hub in directory.hubs) == {
        ("referral-hub", "historic"): 5,
        ("prototype-hub", "prototype"): 5,
    }
    assert all(hub.address is None and hub.point is None for hub in directory.hubs)
    (offer,) = directory.network.core_offers
    assert (offer.defined, offer.services) == ("no", ())
    amounts = [award.amount for programme in directory.programmes for award in programme.funding]
    assert amounts == [440_000, 880_000, None]


def test_the_pathfinder_is_in_a_library_and_the_second_phase_has_a_season_and_no_site() -> None:
    directory = directory_of("thurrock")
    first, second = directory.hub("south-ockendon"), directory.hub("second-hub")
    assert [door.kind for door in first.shares_building_with] == ["library"]
    assert first.opening_hours is not None
    assert "library" in (first.opening_hours.note or "")
    assert second.due_to_open is not None
    assert (second.due_to_open.text, second.address, second.point) == ("autumn 2014", None, None)
    sectors = {directory.organisation(service.provider).sector for service in directory.services if service.provider}
    assert {"vcse", "local-authority"} <= sectors
