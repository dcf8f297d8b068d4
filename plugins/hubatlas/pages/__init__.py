"""Every page of the site, listed once: its address, its template and the plain values that the template shows.

Pages about records are in PAGES, among them those that are TRANSLATED; those about the published files, which are
made after these, in DATA_PAGES.
A template sees its context as `page` and what all pages share as `site` (see `site_context`).
"""

from __future__ import annotations

from hubatlas.pages.changes import CHANGES, VERSIONS
from hubatlas.pages.core_offer import CORE_OFFER
from hubatlas.pages.coverage import COVERAGE
from hubatlas.pages.data import DATA, TABLE
from hubatlas.pages.dictionary import DICTIONARY, RECORD
from hubatlas.pages.editor import EDITOR
from hubatlas.pages.embedding import EMBEDDING, HUB_EMBEDDING
from hubatlas.pages.embeds import HUB_EMBED, HUB_WEEK_EMBED, WEEK_EMBED
from hubatlas.pages.ended import ENDED, MOVED
from hubatlas.pages.freshness import FRESHNESS
from hubatlas.pages.governance import GOVERNANCE
from hubatlas.pages.home import HOME
from hubatlas.pages.hub import HUB
from hubatlas.pages.hubs import HUBS
from hubatlas.pages.indicators import INDICATOR, INDICATORS
from hubatlas.pages.kinds import DataPageKind, Head, PageContext, PageForEach, PageKind
from hubatlas.pages.kiosk import KIOSK
from hubatlas.pages.leaflets import HUB_LEAFLET, PLACE_LEAFLET, SERVICE_LEAFLET
from hubatlas.pages.linked_data.network import page_data
from hubatlas.pages.needs import ALL_NEEDS, NEED
from hubatlas.pages.neighbours import NEIGHBOURS
from hubatlas.pages.network import NETWORK
from hubatlas.pages.organisations import ORGANISATION, ORGANISATIONS
from hubatlas.pages.places import ALL_PLACES, PLACE
from hubatlas.pages.plans import PLANS
from hubatlas.pages.prose import NOT_FOUND, PROSE
from hubatlas.pages.quality import QUALITY
from hubatlas.pages.referrals import REFERRALS
from hubatlas.pages.saved import SAVED
from hubatlas.pages.search import SEARCH
from hubatlas.pages.service import SERVICE
from hubatlas.pages.services import SERVICES
from hubatlas.pages.signposts import SIGNPOSTS
from hubatlas.pages.site import SiteContext, site_context
from hubatlas.pages.spaces import SPACES
from hubatlas.pages.specialisms import SPECIALISMS
from hubatlas.pages.standards import STANDARDS
from hubatlas.pages.stories import LEARNING, STORIES, STORY
from hubatlas.pages.suggest import SUGGEST
from hubatlas.pages.whats_on import HUB_TIMETABLE, TIMETABLE_CHECKS, WHATS_ON
from hubatlas.pages.words import WORDS

TRANSLATED: tuple[PageKind, ...] = (
    HOME,
    ALL_NEEDS,
    NEED,
    WHATS_ON,
    HUB_TIMETABLE,
    HUBS,
    HUB,
    SERVICES,
    SERVICE,
    ORGANISATIONS,
    ORGANISATION,
    ALL_PLACES,
    PLACE,
    NEIGHBOURS,
    SPACES,
    REFERRALS,
    SEARCH,
    SAVED,
    HUB_LEAFLET,
    SERVICE_LEAFLET,
    PLACE_LEAFLET,
    MOVED,
    NETWORK,
    CORE_OFFER,
    COVERAGE,
    STANDARDS,
    INDICATORS,
    INDICATOR,
    STORIES,
    STORY,
    LEARNING,
    SIGNPOSTS,
    FRESHNESS,
    QUALITY,
    GOVERNANCE,
    PLANS,
    SPECIALISMS,
    WORDS,
    TIMETABLE_CHECKS,
    KIOSK,
    *PROSE,
)
"""The pages that are there in each language of the site: those for people who look for help, and about the network."""

PAGES: tuple[PageKind, ...] = (
    *TRANSLATED,
    SUGGEST,
    EMBEDDING,
    HUB_EMBEDDING,
    HUB_EMBED,
    WEEK_EMBED,
    HUB_WEEK_EMBED,
    EDITOR,
    NOT_FOUND,
)

DATA_PAGES: tuple[DataPageKind, ...] = (DATA, TABLE, DICTIONARY, RECORD, CHANGES, VERSIONS, ENDED)

__all__ = [
    "DATA_PAGES",
    "PAGES",
    "TRANSLATED",
    "DataPageKind",
    "Head",
    "PageContext",
    "PageForEach",
    "PageKind",
    "SiteContext",
    "page_data",
    "site_context",
]
