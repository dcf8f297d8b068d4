"""The linked data of whole sites, as machines read it: by an RDF parser, a calendar library and an HTML parser."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO

from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.occurrences import occurrences
from hubatlas.facts.running import is_running
from hubatlas.model import Hub, Service, Session
from hubatlas.records import load
from hubatlas_site.rendering import in_script
from tests.conftest import CONTENT, ESTUARY, ROOT, TODAY, built

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own affair

DATE = date.fromisoformat(TODAY)
LAST = DATE + timedelta(days=200)
NETWORKS = {"content": CONTENT, "estuary": ESTUARY}

EXTENSIONS = {"https://schema.org/query-input"}
"""Of schema.org's documentation of actions, not a term of its own."""

CONTEXT = {"@vocab": str(SDO), "url": {"@type": "@id"}, "license": {"@type": "@id"}}
"""What stands in for the context at schema.org, which a test must not fetch."""


@cache
def directory_of(network: str) -> Directory:
    return load(NETWORKS[network], ROOT / "schema")


@cache
def published(network: str) -> dict[str, dict[str, Any]]:
    """What each page says, by its address."""
    site = built(NETWORKS[network])
    return {address: json.loads(text) for address, text in _blocks(site)}


def _blocks(site: Path) -> Iterator[tuple[str, str]]:
    start, end = '<script type="application/ld+json">', "</script>"
    for file in sorted(site.rglob("*.html")):
        _before, found, after = file.read_text(encoding="utf-8").partition(start)
        assert start not in after
        if found:
            yield "/" + file.relative_to(site).as_posix().removesuffix("index.html"), after.partition(end)[0]


@cache
def graph(network: str) -> Graph:
    """Everything that the site says, together."""
    found = Graph()
    for said in published(network).values():
        found.parse(data=json.dumps({**said, "@context": CONTEXT}), format="json-ld")
    return found


@pytest.fixture(params=NETWORKS)
def network(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def things(network: str, kind: str) -> list[dict[str, Any]]:
    """Each thing of that type at the top of a page's data."""
    every = (thing for said in published(network).values() for thing in said["@graph"])
    return [thing for thing in every if kind in (thing["@type"], *thing["@type"])]


def test_every_page_that_search_engines_list_says_what_it_is(network: str) -> None:
    sitemap = (built(NETWORKS[network]) / "sitemap.xml").read_text(encoding="utf-8")
    home = directory_of(network).network.site.address
    for address, said in published(network).items():
        assert said["@context"] == "https://schema.org"
        page = said["@graph"][0]
        assert (page["@type"], page["url"]) == ("WebPage", home + address[1:])
        assert f"<loc>{page['url']}</loc>" in sitemap
    assert len(published(network)) == sitemap.count("<loc>")


def test_every_word_is_one_of_schema_org(network: str) -> None:
    found = graph(network)
    assert len(found) > 1000
    known = {str(word) for word in dir(SDO)}
    assert f"{SDO}Schedule" in known
    used = {str(word) for word in (*found.predicates(), *found.objects(predicate=RDF.type))} - {str(RDF.type)}
    assert used - known <= EXTENSIONS


def test_nothing_points_to_a_thing_of_ours_that_no_page_tells_of(network: str) -> None:
    found = graph(network)
    ours = {each for each in found.objects() if isinstance(each, URIRef) and each.endswith("#_this")}
    assert ours
    assert {each for each in ours if (each, RDF.type, None) not in found} == set()


def test_every_breadcrumb_leads_from_the_home_page_to_the_page(network: str) -> None:
    home = directory_of(network).network.site.address
    trails = [
        (page, page["breadcrumb"]["itemListElement"]) for page in things(network, "WebPage") if "breadcrumb" in page
    ]
    assert trails
    for page, steps in trails:
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert (steps[0]["item"], steps[-1]["item"]) == (home, page["url"])
        assert all(step["name"] for step in steps)


def test_every_hub_says_what_its_record_says(network: str) -> None:
    directory = directory_of(network)
    assert directory.hubs
    for hub in directory.hubs:
        said = published(network)[f"/hubs/{hub.slug}/"]["@graph"][1]
        assert (said["name"], said["description"]) == (hub.name, hub.summary)
        assert said.get("address", {}).get("postalCode") == (hub.address.postal_code if hub.address else None)
        if "LocalBusiness" in said["@type"]:
            assert "address" in said or "geo" in said, "what search engines ask of a local business"
        assert set(_week_told(said)) <= set(_week_of(hub)), hub.slug
        if said.get("openingHoursSpecification"):
            assert set(_week_told(said)) == set(_week_of(hub)), hub.slug


def _week_told(said: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for each in said.get("openingHoursSpecification", ()):
        for day in each.get("dayOfWeek", ()):
            if not day.endswith("PublicHolidays"):
                yield day.removeprefix(str(SDO)), each["opens"], each["closes"]


def _week_of(hub: Hub) -> Iterator[tuple[str, str, str]]:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for name, day in zip(names, hub.opening_hours.week if hub.opening_hours else (None,) * 7, strict=True):
        if day is None or day.by_appointment:
            continue
        for span in day.spans:
            opens, closes = (time(minutes // 60 % 24, minutes % 60) for minutes in (span.opens_at, span.closes_at))
            yield name, opens.isoformat(), closes.isoformat()
        if not day.spans:
            yield name, "00:00:00", "00:00:00"


def test_every_event_has_what_search_engines_ask_for() -> None:
    events = things("estuary", "Event")
    assert len(events) > 200
    for event in events:
        assert event["name"]
        assert datetime.fromisoformat(event["startDate"]).date() >= DATE
        assert event["location"]["name"]
        assert event["eventSchedule"]


def _running(network: str) -> list[tuple[Service, Session]]:
    directory = directory_of(network)
    pairs = ((service, session) for service in directory.services for session in service.sessions)
    return [pair for pair in pairs if is_running(directory, *pair, DATE)]


def test_a_calendar_library_finds_every_session_on_the_days_on_which_we_say_it_is_held(network: str) -> None:
    directory = directory_of(network)
    holidays = bank_holidays(directory.network.bank_holidays)
    told = {event["@id"]: event for event in things(network, "Event")}
    compared = 0
    for service, session in _running(network):
        ours = {each.day for each in occurrences(session, first=DATE, last=LAST, bank_holidays=holidays)}
        event = told.get(f"{directory.network.site.address}services/{service.slug}/#{session.id}")
        if event is None:
            assert ours == set()
            continue
        assert {day for schedule in event["eventSchedule"] for day in _days(schedule)} == ours, event["@id"]
        assert min(ours) == datetime.fromisoformat(event["startDate"]).date()
        compared += 1
    assert compared == len(told) > 10


def _days(schedule: dict[str, Any]) -> Iterator[date]:
    """The days from TODAY of a schedule, by a library that knows repeats as calendars do."""
    first = date.fromisoformat(schedule.get("startDate", TODAY))
    until = min(date.fromisoformat(schedule.get("endDate", LAST.isoformat())), LAST)
    if "repeatFrequency" not in schedule:
        yield first
        return
    every, unit = schedule["repeatFrequency"].removeprefix("P")[:-1], schedule["repeatFrequency"][-1]
    found = rrule.rrulestr(
        f"FREQ={ {'W': 'WEEKLY', 'M': 'MONTHLY'}[unit] };INTERVAL={every};WKST=MO;BYDAY="
        + ",".join(day if unit == "M" else day.removeprefix(str(SDO))[:2].upper() for day in schedule["byDay"]),
        dtstart=datetime.combine(first, time()),
    )
    except_days = {date.fromisoformat(day) for day in schedule.get("exceptDate", ())}
    between = found.between(datetime.combine(DATE, time()), datetime.combine(until, time()), inc=True)
    yield from (each.date() for each in between if each.date() not in except_days)


def test_the_data_page_is_a_data_set_with_every_file(network: str) -> None:
    site = built(NETWORKS[network])
    home = directory_of(network).network.site.address
    said = published(network)["/data/"]["@graph"][1]
    assert said["@type"] == "Dataset"
    assert 50 <= len(said["description"]) <= 5000
    assert (said["license"], said["dateModified"]) == (directory_of(network).network.licence.url, TODAY)
    assert len(said["distribution"]) > 40
    for file in said["distribution"]:
        body = site / file["contentUrl"].removeprefix(home)
        assert file["contentSize"] == f"{body.stat().st_size} B"
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", file["encodingFormat"])


def test_each_tables_page_names_its_columns(network: str) -> None:
    said = published(network)["/data/tables/hubs/"]["@graph"][1]
    with (built(NETWORKS[network]) / "data/v1/hubs.csv").open(encoding="utf-8", newline="") as table:
        assert [each["name"] for each in said["variableMeasured"]] == next(csv.reader(table))


def test_a_made_up_network_says_so_to_machines_too() -> None:
    assert all("made up" in page["creativeWorkStatus"] for page in things("estuary", "WebPage"))
    assert not any("creativeWorkStatus" in page for page in things("content", "WebPage"))


@given(st.dictionaries(st.text(), st.text(st.characters(codec="utf-8"))))
def test_no_text_gets_out_of_its_script_element(record: dict[str, str]) -> None:
    text = json.dumps(record, ensure_ascii=False)
    assert json.loads(in_script(text)) == record
    assert not set("<>&\u2028\u2029") & set(in_script(text))
