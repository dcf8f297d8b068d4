"""The files that machines look for at the root of a site."""

from xml.etree import ElementTree as ET

from tests.exports.editions import SMALL, files_of, json_of


def test_the_sitemap_lists_each_page_by_its_whole_address() -> None:
    tree = ET.fromstring(files_of(SMALL, "/sitemap.xml")["/sitemap.xml"])  # noqa: S314 - written by ourselves
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert tree.tag == f"{name}urlset"
    assert [each.text for each in tree.iter(f"{name}loc")] == [
        "https://riverside.example.org/atlas/",
        "https://riverside.example.org/atlas/hubs/quay/",
    ]


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
