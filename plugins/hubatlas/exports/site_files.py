"""The files that machines look for at the root of a site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape  # what XML needs too; the escape of xml.sax loads an HTTP client first

from hubatlas import urls
from hubatlas.exports.edition import Edition, json_bytes
from hubatlas.exports.kinds import Export
from hubatlas.exports.records import Record, page_address, page_of
from hubatlas.facts.ended import moved_records
from hubatlas.facts.freshness import last_dated


def _sitemap(edition: Edition) -> Iterator[tuple[str, bytes]]:
    dates = _dates(edition)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(_listed(edition, page, dates.get(page)) for page in sorted(edition.pages)),
        "</urlset>",
    ]
    yield urls.SITEMAP, ("\n".join(lines) + "\n").encode()


def _listed(edition: Edition, page: str, last: date | None) -> str:
    """The page's entry, with the day of its record's newest facts; without one where no day is known."""
    dated = "" if last is None else f"<lastmod>{last.isoformat()}</lastmod>"
    return f"<url><loc>{escape(edition.whole_address(page))}</loc>{dated}</url>"


def _dates(edition: Edition) -> dict[str, date | None]:
    """The newest day that each record with a page of its own tells of, by the page's address."""
    directory = edition.directory
    records: tuple[Record, ...] = (
        *directory.hubs,
        *directory.services,
        *directory.organisations,
        *directory.places,
        *directory.indicators,
        *directory.stories,
    )
    return {page_of(record): last_dated(record, edition.today) for record in records}


def _robots(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield urls.ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {edition.whole_address(urls.SITEMAP)}\n".encode()


def _build(edition: Edition) -> Iterator[tuple[str, bytes]]:
    directory = edition.directory
    build = {
        "network": directory.network.name,
        "date": edition.today.isoformat(),
        "commit": edition.commit,
        "counts": {
            "places": len(directory.places),
            "organisations": len(directory.organisations),
            "hubs": {
                kind.id: sum(hub.kind == kind.id for hub in directory.hubs) for kind in directory.network.hub_kinds
            },
            "services": len(directory.services),
            "sessions": sum(len(service.sessions) for service in directory.services),
        },
    }
    yield urls.BUILD, json_bytes(build)


def _headers(_edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Paths and what to send with them, as Netlify and Cloudflare Pages read them (see docs/hosting.md)."""
    rules = [f"{path}\n  Access-Control-Allow-Origin: *" for path in ("/data/*", "/schema/*")]
    rules.append(f"{urls.open_referral('*')}\n  Access-Control-Allow-Origin: *\n  Content-Type: application/json")
    rules.append(f"{urls.KIOSK_WORKER}\n  Cache-Control: no-cache")
    yield urls.HEADERS, ("\n".join(rules) + "\n").encode()


def _redirects(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Former addresses and where they lead, as Netlify and Cloudflare Pages read them."""
    lines = (
        f"{page_address(moved.type, moved.id)} {page_address(moved.type, moved.to)} 301\n"
        for moved in moved_records(edition.directory)
    )
    yield urls.REDIRECTS, "".join(lines).encode()


REDIRECTS = Export(
    address=urls.REDIRECTS,
    title="Redirects",
    description="Former addresses of records, and where they lead, for hosts that read such a file.",
    media_type="text/plain",
    files=_redirects,
    listed=False,
)

HEADERS = Export(
    address=urls.HEADERS,
    title="Headers",
    description="What some hosts are to send with the open data, so that other sites may read it, and with the kiosk.",
    media_type="text/plain",
    files=_headers,
    listed=False,
)

SITEMAP = Export(
    address=urls.SITEMAP,
    title="Sitemap",
    description="Every page that search engines should list.",
    media_type="application/xml",
    files=_sitemap,
    listed=False,
)

ROBOTS = Export(
    address=urls.ROBOTS,
    title="Robots",
    description="What search engines may read: everything.",
    media_type="text/plain",
    files=_robots,
    listed=False,
)

BUILD = Export(
    address=urls.BUILD,
    title="Build",
    description="Which version of the records the site was built from, and how many there are.",
    media_type="application/json",
    files=_build,
    listed=False,
)
