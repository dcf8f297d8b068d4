"""The core offer of one hub, as its own page shows it, and the words and marks for how far a core service is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.core_offer import CoreEntry, core_offer, owed_offers
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, to_translate
from hubatlas.model import CoreStatus, How, Hub
from hubatlas.pages.cards import Link
from hubatlas.pages.listing import service_link
from hubatlas.pages.tables import Tone
from hubatlas.pages.wording import labels_listed, upper_first

GLANCE = "section-core-offer"
"""Where a hub's page shows its core offer."""

WORDS: Mapping[CoreStatus, str] = MappingProxyType(
    {
        "delivering": to_translate("Delivering"),
        "working towards": to_translate("Working towards"),
        "not yet": to_translate("Not yet"),
        "unknown": to_translate("Not known"),
    }
)
WAYS: Mapping[How, str] = MappingProxyType(
    {
        "on site": to_translate("on site"),
        "visiting": to_translate("visiting"),
        "by phone": to_translate("by phone"),
        "by referral": to_translate("by referral"),
    }
)
TONES: Mapping[CoreStatus, Tone] = MappingProxyType(
    {"delivering": "good", "working towards": "part", "not yet": "missing", "unknown": "unknown"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceLine:
    """One core service on the page of a hub: how far it is, how, by which services, and what the hub says of it."""

    label: str
    words: str
    tone: Tone
    how: str | None
    services: tuple[Link, ...]
    evidence: str | None
    variation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreOfferGlance:
    """The core offer of one hub; `unknown` are the core services of which nobody says anything."""

    lines: tuple[GlanceLine, ...]
    unknown: str | None
    whole: Link


def glance(directory: Directory, hub: Hub, today: date) -> CoreOfferGlance | None:
    """The core offer of a hub for its own page; None where its kind owes none, or it is not open."""
    if directory.status(hub).shown_as != "open":
        return None
    offers = owed_offers(directory, hub)
    entries = [entry for offer in offers for entry in core_offer(directory, hub, offer, today).entries]
    if not entries:
        return None
    unknown = [entry.core_service.label for entry in entries if entry.status == "unknown"]
    return CoreOfferGlance(
        lines=tuple(_glance_line(entry) for entry in entries if entry.status != "unknown"),
        unknown=labels_listed(unknown) or None,
        whole=Link(_("The core offer of every hub"), urls.CORE_OFFER),
    )


def count_words(giving: int, silent: int, hubs: int) -> str:
    """5 of 9 hubs give it, 3 do not say: how many of the hubs give a core service, never a bare none for not known."""
    if silent == hubs:
        return ngettext(
            "Nobody says of any of %(number)s hub whether it gives it",
            "Nobody says of any of %(number)s hubs whether it gives it",
            hubs,
        )
    rest = ngettext("%(number)s does not say", "%(number)s do not say", silent) if silent else None
    if not giving:
        none = _("No hub is known to give it")
        return f"{none}; {rest}" if rest else none
    some = ngettext(
        # Translators: how many of all the hubs give a core service; %(hubs)s is as "9 hubs".
        "%(number)s of %(hubs)s gives it",
        "%(number)s of %(hubs)s give it",
        giving,
        hubs=ngettext("%(number)s hub", "%(number)s hubs", hubs),
    )
    return f"{some}, {rest}" if rest else some


def _glance_line(entry: CoreEntry) -> GlanceLine:
    said = entry.statement
    return GlanceLine(
        label=entry.core_service.label,
        words=_(WORDS[entry.status]),
        tone=TONES[entry.status],
        how=upper_first(listed([_(WAYS[way]) for way in entry.how])) or None,
        services=tuple(service_link(service) for service in entry.services),
        evidence=None if said is None else _evidence_words(entry),
        variation=None if said is None else said.variation,
    )


def _evidence_words(entry: CoreEntry) -> str | None:
    """Two advisors are being trained (September 2026)."""
    if entry.statement is None or entry.statement.evidence is None:
        return None
    words, as_of = entry.statement.evidence, entry.statement.as_of
    return words if as_of is None else f"{words} ({partial_date_words(as_of)})"
