"""Another council's system can read the feed as Open Referral UK 3.0 says, and trust its ids."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from hubatlas.exports import Edition
from hubatlas.publication import OpenReferral
from tests.builders import a_directory, a_schedule, a_service, a_session
from tests.exports.editions import ADVICE, DIRECTORY, EAR, MILL, QUAY, ROOT, SMALL, files_of, network_edition

Item = dict[str, Any]

NETWORKS = (ROOT / "content", *sorted(path for path in (ROOT / "tests" / "networks").iterdir() if path.is_dir()))
BEGIN = "/oruk/3.0/"
COLLECTIONS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
OFFICIAL = "https://openreferraluk.org/specifications/3.0/schema/"
# What the profile requires of each object that the feed holds, by the name of the member that holds it.
REQUIRED = {
    "services": ("id", "name", "status", "organization_id"),
    "organization": ("id", "name", "description"),
    "organizations": ("id", "name", "description"),
    "organization_identifiers": ("id", "identifier_type", "identifier"),
    "location": ("id", "location_type"),
    "addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    "service_at_locations": ("id", "service_id", "location_id"),
    "schedules": ("id",),
    "taxonomies": ("id", "name", "description"),
    "taxonomy_terms": ("id", "name", "description"),
    "taxonomy_term": ("id", "name", "description"),
}
ALLOWED = {
    "status": {"active", "inactive", "defunct", "temporarily closed"},
    "location_type": {"physical", "postal", "virtual"},
    "address_type": {"physical", "postal", "virtual"},
    "freq": {"WEEKLY", "MONTHLY"},
    "country": {"GB"},
}
DAYS = ("valid_from", "valid_to", "dtstart", "assured_date")


@cache
def feed(edition: Edition) -> dict[str, bytes]:
    return {address.removeprefix(BEGIN): content for address, content in files_of(edition, BEGIN).items()}


def listed(edition: Edition, collection: str) -> list[Item]:
    found: list[Item] = json.loads(feed(edition)[f"{collection}/index.html"])["contents"]
    return found


def whole(edition: Edition, collection: str) -> dict[str, Item]:
    return {each["id"]: json.loads(feed(edition)[f"{collection}/{each['id']}"]) for each in listed(edition, collection)}


def named(edition: Edition, name: str) -> Item:
    [found] = [each for each in whole(edition, "services").values() if each["name"] == name]
    return found


def walked(value: Any, held_by: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, list):
        for each in value:
            yield from walked(each, held_by)
    else:
        yield held_by, value
        if isinstance(value, dict):
            for name, each in value.items():
                yield from walked(each, name)


def strictly(edition: Edition) -> Edition:
    network = edition.directory.network
    settings = OpenReferral(identifier="https://riverside.example.org/", strict="yes")
    directory = replace(edition.directory, network=replace(network, open_referral=settings))
    return replace(edition, directory=directory)


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_object_has_what_the_profile_requires_in_the_forms_it_requires(content: Path) -> None:
    edition = network_edition(content)
    for collection in COLLECTIONS:
        items = whole(edition, collection)
        assert items
        for held_by, value in walked(list(items.values()), collection):
            assert value not in (None, "", []), held_by
            if isinstance(value, dict):
                assert set(REQUIRED.get(held_by, ("id",))) <= value.keys(), value
                assert str(UUID(value["id"])) == value["id"]
            elif held_by in ALLOWED:
                assert value in ALLOWED[held_by]
            elif held_by in DAYS:
                date.fromisoformat(value)
            elif held_by == "last_modified":
                assert datetime.fromisoformat(value).tzinfo is not None
            elif held_by in {"opens_at", "closes_at"}:
                datetime.strptime(value, "%H:%M:%S")  # noqa: DTZ007 - the profile wants the time on the wall


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_what_objects_say_of_each_other_is_there(content: Path) -> None:
    edition = network_edition(content)
    organizations, terms = whole(edition, "organizations"), whole(edition, "taxonomy_terms")
    taxonomies, places = whole(edition, "taxonomies"), whole(edition, "service_at_locations")
    for service in whole(edition, "services").values():
        assert organizations[service["organization_id"]] == service["organization"]
        own = {place["id"] for place in service.get("service_at_locations", ())}
        assert own <= places.keys()
        for schedule in service.get("schedules", ()):
            assert schedule["service_id"] == service["id"]
            assert schedule.get("service_at_location_id") in {None, *own}
        for attribute in service.get("attributes", ()):
            assert terms[attribute["taxonomy_term_id"]] == attribute["taxonomy_term"]
    for term in terms.values():
        assert term["taxonomy_id"] in taxonomies
        assert term.get("parent_id") in {None, *terms}


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_no_two_things_share_an_id_and_lists_are_whole_on_one_page(content: Path) -> None:
    edition = network_edition(content)
    for collection in COLLECTIONS:
        page = json.loads(feed(edition)[f"{collection}/index.html"])
        ids = [each["id"] for each in page["contents"]]
        assert len(ids) == len(set(ids)) == page["total_items"] == page["size"]
        assert (page["total_pages"], page["page_number"], page["first_page"], page["last_page"]) == (1, 1, True, True)
        assert page["empty"] is False
    schedules = [row["id"] for each in whole(edition, "services").values() for row in each.get("schedules", ())]
    assert len(schedules) == len(set(schedules))


def test_every_service_and_every_hub_is_in_the_bulk_file_and_in_its_slices() -> None:
    edition = network_edition(ROOT / "tests" / "networks" / "estuary")
    lines = [json.loads(line) for line in feed(edition)["services.ndjson"].decode().splitlines()]
    assert {each["id"]: each for each in lines} == whole(edition, "services")
    assert len(lines) == len(edition.directory.services) + len(edition.directory.hubs)
    by_term = [json.loads(body) for name, body in feed(edition).items() if name.startswith("slices/by-taxonomy-term/")]
    tagged = {each["id"] for each in lines if each.get("attributes")}
    assert {each["id"] for page in by_term for each in page["contents"]} == tagged
    months = sorted(name for name in feed(edition) if name.startswith("slices/modified-since/"))
    oldest = {each["id"] for each in json.loads(feed(edition)[months[0]])["contents"]}
    assert oldest == {each["id"] for each in lines if "last_modified" in each}


def test_every_id_outlives_new_names_new_file_names_and_a_new_address_of_the_site() -> None:
    settings = OpenReferral(identifier="https://riverside.example.org/")
    old = replace(DIRECTORY, network=replace(DIRECTORY.network, open_referral=settings))
    moved = replace(old.network.site, address="https://elsewhere.example.org/")
    late, elm = ADVICE.sessions
    new = replace(
        old,
        network=replace(old.network, site=moved),
        hubs=(replace(MILL, slug="mill", name="Mill", previous_ids=("old-mill",)), replace(QUAY, parent="mill")),
        services=(
            EAR,
            replace(
                ADVICE,
                slug="help-with-money",
                name="Help with money",
                previous_ids=("money-advice",),
                sessions=(replace(late, hub="mill"), elm),
            ),
        ),
    )
    before, after = (Edition(directory=each, today=SMALL.today) for each in (old, new))
    assert named(before, "Money advice")["id"] == named(after, "Help with money")["id"]
    assert ids_in(before) == ids_in(after)


def ids_in(edition: Edition) -> set[str]:
    found = walked(
        [json.loads(body) for name, body in feed(edition).items() if name.startswith(COLLECTIONS) and "." not in name],
        "",
    )
    return {value["id"] for _, value in found if isinstance(value, dict) and "id" in value}


def test_a_hub_is_open_by_schedules_with_its_exceptions_as_rows_of_their_own() -> None:
    opening = named(SMALL, "=Old Mill: open to everybody")
    [place] = opening["service_at_locations"]
    assert place["location"]["name"] == "=Old Mill"
    rows = [{name: row[name] for name in row if not name.endswith("id")} for row in opening["schedules"]]
    weekly = {"freq": "WEEKLY", "notes": "On bank holidays: as usual"}
    assert {**weekly, "byday": "MO", "opens_at": "09:00:00", "closes_at": "12:30:00"} in rows
    assert {**weekly, "byday": "FR", "opens_at": "18:00:00", "closes_at": "01:00:00"} in rows
    assert {**weekly, "byday": "SA", "opens_at": "20:00:00", "closes_at": "00:00:00"} in rows
    assert {"freq": "WEEKLY", "byday": "WE", "description": "By appointment"} in rows
    assert {
        "valid_from": "2026-12-24",
        "valid_to": "2026-12-26",
        "opens_at": "09:00:00",
        "closes_at": "12:00:00",
        "description": "Open at other hours: Christmas",
    } in rows
    assert not any("TH" in row.get("byday", "") for row in rows)  # unknown is not open, and not said to be closed


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (a_schedule(days="Monday Thursday"), {"freq": "WEEKLY", "byday": "MO,TH"}),
        (
            a_schedule(days="Tuesday", interval=2, valid_from=date(2026, 12, 1)),
            {"freq": "WEEKLY", "byday": "TU", "interval": 2, "dtstart": "2026-12-01"},
        ),
        (a_schedule("monthly", days="Friday", weeks=("first", "last")), {"freq": "MONTHLY", "byday": "1FR,-1FR"}),
    ],
    ids=["two days a week", "every second week", "first and last Friday"],
)
def test_a_session_repeats_as_calendars_say_it(schedule: Any, expected: Item) -> None:  # noqa: ANN401 - a schedule
    service = a_service("Tea", sessions=(a_session("tea", schedule=schedule),))
    edition = Edition(directory=a_directory(service), today=SMALL.today)
    [row] = named(edition, "Tea")["schedules"]
    assert {name: row[name] for name in ("freq", "byday", "interval", "dtstart") if name in row} == expected


def test_a_course_ends_with_its_last_meeting() -> None:
    schedule = a_schedule(days="Tuesday", valid_from=date(2026, 12, 1))
    service = a_service("Tea", sessions=(a_session("tea", schedule=schedule, course=3),))
    [row] = named(Edition(directory=a_directory(service), today=SMALL.today), "Tea")["schedules"]
    assert (row["valid_from"], row["valid_to"]) == ("2026-12-01", "2026-12-15")


def test_phone_numbers_are_where_the_wider_standard_has_them_unless_the_feed_is_strict() -> None:
    [contact] = named(SMALL, "=Old Mill: open to everybody")["contacts"]
    assert [phone["number"] for phone in contact["phones"]] == ["+44 808 157 0123"]
    [contact] = named(strictly(SMALL), "=Old Mill: open to everybody")["contacts"]
    assert "phones" not in contact


def test_the_feed_says_which_standard_it_follows_and_declares_only_what_works() -> None:
    start = json.loads(feed(SMALL)["index.html"])
    assert start["version"] == "HSDS-UK-3.0"
    assert start["openapi_url"] == "https://riverside.example.org/atlas/oruk/3.0/openapi.json"
    described = json.loads(feed(SMALL)["openapi.json"])
    for path, methods in described["paths"].items():
        assert [each["name"] for each in methods["get"]["parameters"]] == (["id"] if "{id}" in path else [])
        assert path in {"/"} | {f"/{name}" for name in COLLECTIONS} | {f"/{name}/{{id}}" for name in COLLECTIONS}


def official(*names: str) -> Path | None:
    """A file or folder that the standard publishes, where a copy is at hand."""
    beside = Path(os.environ.get("HUBATLAS_STANDARDS", ROOT.parent / "shared" / "standards"))
    path = beside.joinpath("oruk-schemas", *names)
    return path if path.exists() else None


def official_schemas() -> Path | None:
    """The schemas that the standard's own validator loads."""
    return official("oruk-3.0-live", "schema")


@cache
def registry(folder: Path) -> Registry[Any]:
    files = (file for file in sorted(folder.glob("*.json")) if file.name != "open_api.json")
    resources = [
        (OFFICIAL + file.name, Resource.from_contents(json.loads(file.read_bytes()), default_specification=DRAFT202012))
        for file in files
    ]
    return Registry().with_resources(resources)


@pytest.mark.skipif(official_schemas() is None, reason="no copy of the official schemas; the tests above always run")
@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_the_official_schemas_find_nothing_wrong_and_a_strict_feed_has_no_other_field(content: Path) -> None:
    folder = official_schemas()
    assert folder is not None
    edition = strictly(network_edition(content))
    for collection in COLLECTIONS:
        single = {"taxonomies": "taxonomy"}.get(collection, collection.removesuffix("s"))
        check = Draft202012Validator(
            {"$ref": f"{OFFICIAL}{single}.json"},
            registry=registry(folder),
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        for item in whole(edition, collection).values():
            assert [error.message for error in check.iter_errors(item)] == []
            assert set(_unknown(registry(folder), f"{single}.json", item)) == set()


def _unknown(known: Registry[Any], name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    """The fields of an object, and of those within it, that the schema of that name lacks."""
    properties = known.contents(OFFICIAL + name)["properties"]
    for field, held in value.items():
        if field not in properties:
            yield f"{name}: {field}"
            continue
        inside = str(properties[field].get("items", properties[field]).get("$ref", "")).removeprefix(OFFICIAL)
        for each in held if isinstance(held, list) else [held]:
            if inside and isinstance(each, dict):
                yield from _unknown(known, inside, each)
