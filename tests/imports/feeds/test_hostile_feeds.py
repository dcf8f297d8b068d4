"""A feed may hold anything anywhere: it becomes proposals or a sentence, and never an error of ours."""

import copy
import json
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.imports.feeds.own import own_proposals
from hubatlas.imports.feeds.services import ServiceReader
from hubatlas.imports.feeds.sources import FeedError, read_feed
from hubatlas.imports.neighbours import copy_of
from hubatlas.records.checking import Checker
from hubatlas.records.formatting import written
from hubatlas.records.reading import read
from tests.exports.editions import SCHEMA

SERVICE: dict[str, Any] = {
    "id": "s1",
    "name": "Tea and talk",
    "description": "<p>Come in.</p>",
    "status": "active",
    "minimum_age": 18,
    "last_modified": "2026-10-30T00:00:00Z",
    "organization": {"id": "o1", "name": "Trust", "organization_identifiers": [{"identifier_scheme": "GB-CHC"}]},
    "schedules": [
        {
            "freq": "WEEKLY",
            "byday": "MO",
            "interval": 2,
            "dtstart": "2026-09-07",
            "opens_at": "10:00",
            "closes_at": "12:00",
        }
    ],
    "service_at_locations": [
        {"id": "p1", "location": {"name": "Hall", "latitude": 51.7, "longitude": 0.7, "addresses": [{"city": "Town"}]}}
    ],
    "contacts": [{"phones": [{"number": "01632 960123"}]}],
    "cost_options": [{"amount": 2.5}],
    "attributes": [{"taxonomy_term": {"name": "Carers", "term_uri": "http://id.esd.org.uk/service/298"}}],
}
FIRST_VERSION: dict[str, Any] = {
    "id": "s2",
    "name": "Lunch",
    "service_taxonomys": [{"taxonomy": {"id": "esdServiceType:298", "name": "Carers"}}],
    "regular_schedules": [{"weekday": "Monday", "opens_at": "12:00", "closes_at": "14:00"}],
    "eligibilitys": [{"minimum_age": 60, "eligibility": "Older people"}],
    "service_at_locations": [
        {"id": "p2", "regular_schedules": [{}], "location": {"name": "Hall", "physical_addresses": [{"city": "Town"}]}}
    ],
}
HUB: dict[str, Any] = {
    "type": "hub",
    "id": "mill",
    "publisher": "Trust",
    "page": "https://example.org/hubs/mill/",
    "labels": {"shown_as": "open", "services": [{"name": "Advice"}]},
    "contents": {"name": "Mill", "point": {"latitude": 51.7, "longitude": 0.7, "precision": "building"}, "contact": {}},
}
ODD: tuple[Any, ...] = (
    None,
    True,
    "",
    0,
    -1,
    10**400,
    1e300,
    float("nan"),
    float("inf"),
    "inf",
    "1e999",
    [],
    {},
    [[]],
    [None],
    {"a": [1]},
)
ODD_TEXTS = ("\ud800", "\x00\u202e", "<script>" * 9, "9" * 5_000, "2026-02-30", "24:60", "=1+1", "]]>", "\r\n---\r\n")


@cache
def checker() -> Checker:
    return Checker(SCHEMA, "neighbour")


def spots(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - JSON of any shape
    """Every place in which something stands: what it stands in, and its name or number there."""
    names = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in list(names):
        yield value, name
        yield from spots(value[name])


@settings(max_examples=200)
@given(
    st.sampled_from((SERVICE, FIRST_VERSION, HUB)),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from((*ODD, *ODD_TEXTS))), min_size=1, max_size=3),
    st.sampled_from((None, 1, "x", 2)),
)
def test_anything_anywhere_becomes_proposals_or_a_sentence(
    item: dict[str, Any], changes: list[tuple[int, Any]], pages: object
) -> None:
    item = copy.deepcopy(item)
    for number, odd in changes:
        places = list(spots(item))
        inside, name = places[number % len(places)]
        inside[name] = copy.deepcopy(odd)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "feed.json"
        file.write_text(json.dumps({"contents": [item], "total_pages": pages}), encoding="utf-8")
        try:
            feed = read_feed(str(file), Fetcher())
        except FeedError:
            return  # told in a sentence
    reader = ServiceReader({})
    for proposal in (*own_proposals(feed.records), *reader.proposals(feed.services)):
        json.dumps(dict(proposal.record), ensure_ascii=False, allow_nan=False).encode()
    found = copy_of(feed, [(51.7, 0.7)], 5_000, date(2026, 11, 20), checker(), "Coast")
    assert checker().findings(found) == []
    assert read(written(found, checker().schema)) == found
