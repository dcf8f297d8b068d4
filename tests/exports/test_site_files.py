"""The files that machines look for at the root of a site."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hubatlas.exports import Edition
from hubatlas.model import Provenance
from tests.builders import a_directory, a_hub, a_provenance
from tests.exports.editions import NETWORKS, SMALL, TODAY, files_of, json_of, network_edition

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def sitemap(edition: Edition) -> dict[str | None, str | None]:
    """The day after each address, None where there is none."""
    tree = ET.fromstring(files_of(edition, "/sitemap.xml")["/sitemap.xml"])  # noqa: S314 - written by ourselves
    assert tree.tag == f"{SITEMAPS}urlset"
    return {each.findtext(f"{SITEMAPS}loc"): each.findtext(f"{SITEMAPS}lastmod") for each in tree}


def test_the_sitemap_lists_each_page_by_its_whole_address() -> None:
    assert list(sitemap(SMALL)) == [
        "https://riverside.example.org/atlas/",
        "https://riverside.example.org/atlas/hubs/quay/",
    ]


@pytest.mark.parametrize(
    ("provenance", "day"),
    [
        ((a_provenance(as_of="2026-09-12"),), "2026-09-12"),
        ((a_provenance(as_of="2026-09-12"), a_provenance("hours", as_of="2026-10-01")), "2026-10-01"),
        ((a_provenance(as_of="2026-09-12", confirmed_on=date(2026, 11, 20)),), "2026-11-20"),
        ((a_provenance(as_of="2026-09-12", confirmed_on=date(2027, 1, 1)),), "2026-09-12"),
        ((a_provenance(as_of="2026-09"),), None),
        ((a_provenance(as_of=None),), None),
    ],
    ids=["source", "newest source", "confirmed", "not after today", "only a month", "no date"],
)
def test_the_sitemap_tells_the_day_of_a_records_newest_facts(
    provenance: tuple[Provenance, ...], day: str | None
) -> None:
    hub = a_hub("Quay", provenance=provenance)
    edition = replace(SMALL, directory=a_directory(hub))
    assert sitemap(edition) == {
        "https://riverside.example.org/atlas/": None,
        "https://riverside.example.org/atlas/hubs/quay/": day,
    }


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_no_day_of_a_sitemap_is_still_to_come(content: Path) -> None:
    edition = network_edition(content)
    hubs = tuple(f"/hubs/{hub.slug}/" for hub in edition.directory.hubs)
    days = [date.fromisoformat(day) for day in sitemap(replace(edition, pages=hubs)).values() if day]
    assert days
    assert max(days) <= TODAY
    assert len(set(days)) > 1


def test_robots_may_read_everything_and_are_shown_the_sitemap() -> None:
    lines = files_of(SMALL, "/robots.txt")["/robots.txt"].decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", "Sitemap: https://riverside.example.org/atlas/sitemap.xml"]


def test_the_build_says_what_it_was_made_from() -> None:
    assert json_of(SMALL, "/build.json") == {
        "network": "Riverside Hub Network",
        "date": "2026-12-01",
        "commit": "0123abc",
        "counts": {
            "places": 1,
            "organisations": 1,
            "hubs": {"hub": 1, "satellite": 1},
            "services": 2,
            "sessions": 2,
        },
    }
