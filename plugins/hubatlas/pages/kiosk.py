"""The kiosk: one page for a screen that many people use, which holds all it can show and then needs no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.compact_json import as_text
from hubatlas.directory import Directory
from hubatlas.facts.crisis import everyones_lines
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.pages.crisis import CrisisCard, crisis_cards
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.kiosk_records import kiosk_records


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskPage:
    """What the kiosk holds: `records` is JSON for its script, in the shape that `theme/scripts/kiosk.js` describes."""

    head: Head
    name: str
    area_name: str
    colour: str
    crisis: tuple[CrisisCard, ...]
    records: str


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, KioskPage]]:
    """The page of the kiosk."""
    network = directory.network
    head = Head(
        title=_("Screen for a hub"),
        description=_(
            "What is on today in %(area)s and who can help, for a screen that everyone can use.", area=network.area_name
        ),
        indexed=False,
    )
    records = as_text(kiosk_records(directory, today))
    yield (
        urls.KIOSK,
        KioskPage(
            head=head,
            name=network.name,
            area_name=network.area_name,
            colour=network.appearance.brand_colour,
            crisis=crisis_cards(everyones_lines(network)),
            records=records,
        ),
    )


KIOSK = PageKind("kiosk", "kiosk/screen.html", contexts)
