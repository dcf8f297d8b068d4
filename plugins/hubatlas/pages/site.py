"""What every page of one network shares: its name, menu, contact, licence and the date it was built for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from hubatlas import urls
from hubatlas.compact_json import as_text
from hubatlas.directory import Directory
from hubatlas.facts.bank_holidays import bank_holidays
from hubatlas.facts.crisis import everyones_lines, exit_address
from hubatlas.facts.wording import date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import to_translate
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
    (to_translate("Get help"), urls.NEEDS),
    (to_translate("Hubs"), urls.HUBS),
    (to_translate("Services"), urls.SERVICES),
    (to_translate("What’s on"), urls.WHATS_ON),
    (to_translate("Network"), urls.NETWORK),
    (to_translate("Data"), urls.DATA),
)

FOOTER: tuple[tuple[str, str], ...] = (
    (to_translate("Search"), urls.SEARCH),
    (to_translate("Places"), urls.PLACES),
    (to_translate("Organisations"), urls.ORGANISATIONS),
    (to_translate("Suggest a change"), urls.prose("contribute")),
    (to_translate("Accessibility"), urls.prose("accessibility")),
    (to_translate("Privacy"), urls.prose("privacy")),
    (to_translate("Data"), urls.DATA),
    (to_translate("About"), urls.prose("about")),
)


REFER: tuple[str, str] = (to_translate("Refer somebody"), urls.REFERRALS)
"""In the footer of networks with pathways."""


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
        menu=_labelled(MENU),
        footer=_labelled((*FOOTER[:1], REFER, *FOOTER[1:]) if directory.pathways else FOOTER),
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


def _labelled(links: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((_(label), address) for label, address in links)


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
    words = _("Streets come from this site.")
    if host is not None:
        words = _("Streets come from %(host)s, which then sees what part of the map you look at.", host=parts.netloc)
    return Streets(
        source=as_text(source),
        words=words,
        is_archive=archive,
        pictures_from=None if archive else host,
        data_from=host if archive else None,
    )


def _bank_holidays(directory: Directory, today: date) -> str:
    holidays = bank_holidays(directory.network.bank_holidays)
    return " ".join(day.isoformat() for day in holidays if day.year in {today.year, today.year + 1})
