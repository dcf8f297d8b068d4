"""What every page of one network shares: its name, menu, contact, licence and the date it was built for."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import urlsplit

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.crisis import everyones_lines, exit_address
from hubatlas.facts.wording import date_words
from hubatlas.frozen import dataclass
from hubatlas.pages.cards import PhoneNumber
from hubatlas.pages.crisis import CrisisCard, crisis_cards
from hubatlas.pages.reaching import contact_card
from hubatlas.publication import MapTiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Streets:
    """Where maps get streets from once a reader asks: as JSON for scripts, and in words for the reader.

    `pictures_from` and `data_from` are the other hosts that a page with a map may then ask; None for this site's own.
    """

    source: str
    words: str
    is_archive: bool
    pictures_from: str | None
    data_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContext:
    """What a template sees as `site`. Addresses in `menu` and `footer` are from the root of the site.

    `bank_holidays` are the dates of this year and the next, with spaces between. `crisis` are the lines that every page
    names, `exit_to` is where a sensitive page sends a reader who has to leave it quickly.
    """

    name: str
    short_name: str
    strapline: str | None
    area_name: str
    address: str
    demonstration: bool
    menu: tuple[tuple[str, str], ...]
    footer: tuple[tuple[str, str], ...]
    phone: PhoneNumber | None
    email: str | None
    publisher: tuple[str, str] | None
    licence_name: str
    licence_url: str
    attribution: str
    repository: str | None
    search: str
    crisis: tuple[CrisisCard, ...]
    exit_to: str
    streets: Streets | None
    bank_holidays: str
    today: str
    today_words: str


MENU: tuple[tuple[str, str], ...] = (
    ("Get help", urls.NEEDS),
    ("Hubs", urls.HUBS),
    ("Services", urls.SERVICES),
    ("What’s on", urls.WHATS_ON),
    ("Network", urls.NETWORK),
    ("Data", urls.DATA),
)

FOOTER: tuple[tuple[str, str], ...] = (
    ("Search", urls.SEARCH),
    ("Places", urls.PLACES),
    ("Organisations", urls.ORGANISATIONS),
    ("Suggest a change", urls.prose("contribute")),
    ("Accessibility", urls.prose("accessibility")),
    ("Privacy", urls.prose("privacy")),
    ("Data", urls.DATA),
    ("About", urls.prose("about")),
)


def site_context(directory: Directory, today: date) -> SiteContext:
    """What all pages share, as of that date."""
    network = directory.network
    publisher = network.publisher
    return SiteContext(
        name=network.name,
        short_name=network.short_name or network.name,
        strapline=network.strapline,
        area_name=network.area_name,
        address=network.site.address,
        demonstration=network.demonstration == "yes",
        menu=MENU,
        footer=(*FOOTER[:1], ("Refer somebody", urls.REFERRALS), *FOOTER[1:]) if directory.pathways else FOOTER,
        phone=contact_card(network.contact).phone,
        email=network.contact.email if network.contact else None,
        publisher=None if publisher is None else (directory.organisation(publisher).name, urls.organisation(publisher)),
        licence_name=network.licence.name,
        licence_url=network.licence.url,
        attribution=network.licence.attribution,
        repository=network.site.repository,
        search=urls.SEARCH,
        crisis=crisis_cards(everyones_lines(network)),
        exit_to=exit_address(network),
        streets=_streets(network.map.tiles),
        bank_holidays=_bank_holidays(directory, today),
        today=today.isoformat(),
        today_words=date_words(today),
    )


def _streets(tiles: MapTiles) -> Streets | None:
    if tiles.url == "none":
        return None
    source = {
        "url": tiles.url,
        "attribution": tiles.attribution,
        "attributionUrl": tiles.attribution_url,
        "maxZoom": tiles.max_zoom,
    }
    parts = urlsplit(tiles.url)
    host = f"{parts.scheme}://{parts.netloc}" if parts.netloc else None
    archive = parts.path.endswith(".pmtiles")
    where = "this site"
    if host is not None:
        where = f"{parts.netloc}, which then sees what part of the map you look at"
    return Streets(
        source=json.dumps(source, ensure_ascii=False, separators=(",", ":")),
        words=f"Streets come from {where}.",
        is_archive=archive,
        pictures_from=None if archive else host,
        data_from=host if archive else None,
    )


def _bank_holidays(directory: Directory, today: date) -> str:
    holidays = bank_holidays(directory.network.bank_holidays)
    return " ".join(day.isoformat() for day in holidays if day.year in {today.year, today.year + 1})
