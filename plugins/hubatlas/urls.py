"""Slug to address, written once: every public address of a record, a page or a file, from the root of the site."""

from __future__ import annotations

import re

HOME = "/"
HUBS = "/hubs/"
SERVICES = "/services/"
NEEDS = "/needs/"
WHATS_ON = "/whats-on/"
ORGANISATIONS = "/organisations/"
PLACES = "/places/"
SPACES = "/spaces/"
NEIGHBOURS = "/neighbours/"
REFERRALS = "/referrals/"
NETWORK = "/network/"
CORE_OFFER = "/network/core-offer/"
COVERAGE = "/network/coverage/"
STANDARDS = "/network/standards/"
INDICATORS = "/network/indicators/"
FRESHNESS = "/network/freshness/"
QUALITY = "/network/quality/"
GOVERNANCE = "/network/governance/"
PLANS = "/network/plans/"
STORIES = "/network/stories/"
SPECIALISMS = "/network/specialisms/"
WORDS = "/network/words/"
TIMETABLE_CHECKS = "/network/timetable-checks/"
LEARNING = "/network/learning/"
SIGNPOSTS = "/network/signposts/"
SAVED = "/saved/"
SUGGEST = "/suggest/"
SEARCH = "/search/"
SEARCH_INDEX = "/search/index.json"
SEARCH_PLACES = "/search/places.json"
DATA = "/data/"
DATA_DICTIONARY = "/data/dictionary/"
CHANGES = "/data/changes/"
CHANGES_FEED = "/data/changes.atom"
CHANGES_JSON = "/data/v1/changes.json"
VERSIONS = "/data/versions/"
HUBS_GEOJSON = "/data/v1/hubs.geojson"
MAP_GROUND = "/data/map.geojson"
KIOSK = "/kiosk/"
EDITOR = "/admin/"
EDITOR_CONFIG = "/admin/config.json"
EDITOR_PROGRAM = "/admin/sveltia/index.js"
KIOSK_WORKER = "/kiosk/service-worker.js"
EMBED = "/embed/"
EMBEDDED_WEEK = "/embed/whats-on.html"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
BUILD = "/build.json"
HEADERS = "/_headers"
REDIRECTS = "/_redirects"
CATALOG = "/data/catalog.jsonld"
CHECKSUMS = "/data/v1/SHA256SUMS"
ARCHIVE = "/data/v1/all.zip"
DATA_PACKAGE = "/data/v1/datapackage.json"
NETWORK_CALENDAR = "/calendar/network.ics"

_SAVED_ITEMS = f"{SAVED}items-"
_IN_ONE_LANGUAGE = (DATA, SUGGEST, EDITOR, EMBED, "/contribute/")


def search_postcodes(outward: str) -> str:
    """Where the postcodes are that begin with these small letters and digits, such as pl1."""
    return f"{SEARCH}postcodes/{outward}.json"


def whole(site: str, address: str) -> str:
    """An address from the root of the site, with the site's own address, which ends in a slash, before it."""
    return site + address.removeprefix("/")


def in_language(address: str, language: str) -> str:
    """The same page in another language, for pages that are translated (see `is_translated`).

    The kiosk stays below its one address, as its worker and its app reach no further.
    """
    return f"{KIOSK}{language}/" if address == KIOSK else f"/{language}{address}"


def is_translated(address: str) -> bool:
    """Whether the page at that address, which may end in a query or a fragment, is there in each of the languages.

    The pages for those who work with the data and the records are not. Of files those are whose words the
    scripts of pages show.
    """
    path = re.split("[?#]", address, maxsplit=1)[0]
    if path in {SEARCH_INDEX, MAP_GROUND} or path.startswith(_SAVED_ITEMS):
        return True
    return path.endswith("/") and not path.startswith(_IN_ONE_LANGUAGE)


def hub(slug: str) -> str:
    """The page of a hub or satellite."""
    return f"{HUBS}{slug}/"


def service(slug: str) -> str:
    """The page of a service."""
    return f"{SERVICES}{slug}/"


def session(service_slug: str, session_id: str) -> str:
    """The place of one session on its service's page."""
    return f"{SERVICES}{service_slug}/#{session_id}"


def need(term: str) -> str:
    """The page of a need: every way to get help with it."""
    return f"{NEEDS}{term}/"


def whats_on(hub_slug: str) -> str:
    """The whole timetable of one hub."""
    return f"{WHATS_ON}{hub_slug}/"


def organisation(slug: str) -> str:
    """The page of an organisation."""
    return f"{ORGANISATIONS}{slug}/"


def place(slug: str) -> str:
    """The page of a place."""
    return f"{PLACES}{slug}/"


def room(hub_slug: str, room_id: str) -> str:
    """The place of one room on the page of rooms and desks."""
    return f"{SPACES}#{hub_slug}-{room_id}"


def pathway(slug: str) -> str:
    """The place of one referral pathway on the page of pathways."""
    return f"{REFERRALS}#{slug}"


def body(slug: str) -> str:
    """The place of one body on the page of governance."""
    return f"{GOVERNANCE}#{slug}"


def programme(slug: str) -> str:
    """The place of one programme on the page of plans and history."""
    return f"{PLANS}#{slug}"


def indicator(slug: str) -> str:
    """The page of one indicator, with its values over time."""
    return f"{INDICATORS}{slug}/"


def story(slug: str) -> str:
    """The page of one case study."""
    return f"{STORIES}{slug}/"


def freshness(kind: str) -> str:
    """The page that tells how fresh the records of one kind are; `kind` is the plural of its type, such as services."""
    return FRESHNESS if kind == "hubs" else f"{FRESHNESS}{kind}/"


def prose(slug: str) -> str:
    """A page of prose, such as the accessibility statement."""
    return f"/{slug}/"


def table(name: str, ending: str) -> str:
    """A whole table as a file, such as /data/v1/hubs.csv."""
    return f"/data/v1/{name}.{ending}"


def table_page(name: str) -> str:
    """The page that says what the columns of a table mean."""
    return f"{DATA}tables/{name}/"


def dictionary(record_type: str) -> str:
    """The page that says what a record of a type may hold."""
    return f"{DATA_DICTIONARY}{record_type}/"


def record(kind: str, slug: str) -> str:
    """One record, whole, as JSON; `kind` is the plural of its type, such as hubs."""
    return f"/data/v1/{kind}/{slug}.json"


def suggestion_form(record_type: str) -> str:
    """What the form for suggestions needs to know of a type of record."""
    return f"{SUGGEST}{record_type}.json"


def suggest(kind: str, slug: str) -> str:
    """Where to suggest a change of one record; `kind` is the plural of its type, such as hubs."""
    return f"{SUGGEST}#{kind}_{slug}"


def hub_calendar(slug: str) -> str:
    """The calendar of a hub."""
    return f"/calendar/hubs/{slug}.ics"


def service_calendar(slug: str) -> str:
    """The calendar of a service."""
    return f"/calendar/services/{slug}.ics"


def session_calendar(service_slug: str, session_id: str) -> str:
    """The calendar of one session."""
    return f"/calendar/services/{service_slug}/{session_id}.ics"


def open_referral(path: str) -> str:
    """A path of the feed in Open Referral UK 3.0; the empty path is where it begins."""
    return f"/oruk/3.0/{path}"


def schema(record_type: str) -> str:
    """The published schema of a record type."""
    return f"/schema/{record_type}.schema.json"


def leaflet(page: str) -> str:
    """The leaflet of what has its page at that address."""
    return f"{page}leaflet/"


def saved_items(number: int) -> str:
    """One of the files that say, for lists of what people saved, the little that each record is shown by."""
    return f"{_SAVED_ITEMS}{number}.json"


def embed(hub_slug: str) -> str:
    """The page that says how another website can show a hub."""
    return f"{EMBED}hubs/{hub_slug}/"


def embedded_hub(hub_slug: str) -> str:
    """The card of a hub, for a frame on another website."""
    return f"{EMBED}hubs/{hub_slug}.html"


def embedded_week(hub_slug: str) -> str:
    """What is on at a hub this week, for a frame on another website."""
    return f"{EMBED}hubs/{hub_slug}/whats-on.html"


def fragment(embedded: str) -> str:
    """The same as what is at an address for frames, as a piece of HTML that another page can hold as its own."""
    return f"{embedded.removesuffix('.html')}.fragment.html"


def kiosk_manifest(hub_slug: str | None = None) -> str:
    """What a tablet reads to install the kiosk; with a hub, as that hub's own screen."""
    return f"{KIOSK}manifest.webmanifest" if hub_slug is None else f"{KIOSK}manifests/{hub_slug}.webmanifest"


def kiosk_icon(name: str) -> str:
    """A picture that stands for the installed kiosk."""
    return f"{KIOSK}icons/{name}.png"


def asset(name: str) -> str:
    """A style sheet, script or image of the theme."""
    return f"/assets/{name}"
