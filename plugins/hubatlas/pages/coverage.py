"""What is held where on which day: core services and needs by place, what is missing, what nobody says, who is near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.coverage import Coverage, CoverageRow, State
from hubatlas.facts.offers import NEEDS
from hubatlas.facts.wording import day_name, days_of_week_words, miles_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, plain, to_translate
from hubatlas.model import DAY_NAMES, Place
from hubatlas.pages.cards import Link
from hubatlas.pages.core_offer import core_service_anchor
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import hub_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.wording import upper_first

MOST_PLACES = 40
"""More would make a page that is slow to read; the rest is in the data."""

FEW_PLACES = 2
_WITHOUT: Mapping[State, tuple[str, Tone, str | None]] = MappingProxyType(
    {
        "by appointment": (to_translate("Given"), "part", to_translate("by appointment")),
        "times not known": (to_translate("Given"), "part", to_translate("times not known")),
        "not known": (to_translate("Not known"), "unknown", None),
        "nothing": (to_translate("Nothing"), "missing", None),
    }
)
"""What a day without a session shows: its words, its mark, and a detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """One place, and its tables: core services by day, then needs by day. `summary` says how they stand in a line."""

    name: str
    page: Link
    summary: str
    tables: tuple[WideTable, ...]
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """What the page of coverage shows. `overview` is None where the network has no core services."""

    head: Head
    level: str
    overview: WideTable | None
    places: tuple[PlaceCard, ...]
    anywhere: tuple[WideTable, ...]
    outside: tuple[Link, ...]
    left_out: str | None
    downloads: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, CoveragePage]]:
    """The page of coverage, where the network has needs or core services, and hubs that lie somewhere."""
    if not exists(directory):
        return
    coverage = Coverage(directory, today)
    level = coverage.level
    at_level = [place for place in directory.places if level is not None and place.level == level.id]
    places = sorted(at_level, key=lambda place: (plain(place.name).casefold(), place.slug))
    shown = places[:MOST_PLACES]
    addresses = _addresses(directory)
    named = _("Place") if level is None else level.label
    more = len(places) - len(shown)
    rows = [(place, coverage.core_services(place), coverage.needs(place)) for place in shown]
    yield (
        urls.COVERAGE,
        CoveragePage(
            head=Head(
                title=_("Coverage"),
                description=_(
                    "What is on in %(area)s by need, place and day, and what is missing.",
                    area=directory.network.area_name,
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            level=named,
            overview=_overview([(place, core) for place, core, _needs in rows], named),
            places=tuple(_place_card(*each, addresses, opened=len(shown) <= FEW_PLACES) for each in rows),
            anywhere=_anywhere(coverage, addresses),
            outside=tuple(hub_link(hub) for hub in coverage.hubs_outside(places)),
            left_out=ngettext("%(number)s more place in the data.", "%(number)s more places in the data.", more)
            if more
            else None,
            downloads=data_links((_("Coverage"), "coverage")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether there is anything to cover, and a place to cover it in."""
    wanted = bool(directory.terms(NEEDS)) or any(offer.services for offer in directory.network.core_offers)
    return wanted and any(hub.places for hub in directory.hubs if directory.status(hub).shown_as == "open")


def _overview(rows: list[tuple[Place, tuple[CoverageRow, ...]]], level: str) -> WideTable | None:
    """How many core services are held on each day in each place."""
    if not any(core for _place, core in rows):
        return None
    return WideTable(
        id="coverage-overview",
        caption=_("Core services held, by place and day"),
        corner=level,
        columns=_days(),
        rows=tuple(
            TableRow(
                TableCell(words=place.name, address=f"#{_table_id('core', place)}"),
                tuple(_overview_cell(core, day) for day in range(len(DAY_NAMES))),
            )
            for place, core in rows
        ),
    )


def _overview_cell(core: tuple[CoverageRow, ...], day: int) -> TableCell:
    count = Counter(row.state(day) for row in core)
    given = count["times not known"] + count["by appointment"]
    parts = (
        _("%(number)s given", number=number_words(given)) if given else "",
        _("%(number)s not known", number=number_words(count["not known"])) if count["not known"] else "",
        _("%(number)s missing", number=number_words(count["nothing"])) if count["nothing"] else "",
    )
    tone: Tone = "missing" if count["nothing"] else "unknown" if count["not known"] else "part" if given else "good"
    return TableCell(
        # Translators: how many of how many, as 3 of 5.
        words=_("%(some)s of %(all)s", some=number_words(count["held"]), all=number_words(len(core))),
        tone=tone,
        detail=", ".join(part for part in parts if part) or None,
    )


def _place_card(
    place: Place,
    core: tuple[CoverageRow, ...],
    needs: tuple[CoverageRow, ...],
    addresses: Mapping[str, str],
    *,
    opened: bool,
) -> PlaceCard:
    tables = []
    if core:
        caption = _("Core services in %(place)s", place=place.name)
        tables.append(_table(_table_id("core", place), caption, _("Core service"), core, addresses))
    if needs:
        caption = _("Needs in %(place)s", place=place.name)
        tables.append(_table(_table_id("needs", place), caption, _("Need"), needs, addresses))
    return PlaceCard(
        name=place.name,
        page=Link(_("More about %(name)s", name=place.name), urls.place(place.slug)),
        summary=_summary(core, needs),
        tables=tuple(tables),
        opened=opened,
    )


def _summary(core: tuple[CoverageRow, ...], needs: tuple[CoverageRow, ...]) -> str:
    """6 of 8 core services have a day; 9 of 12 needs have a day, 2 more no set time."""
    parts = []
    for rows, whole in (
        (core, ngettext("%(number)s core service", "%(number)s core services", len(core))),
        (needs, ngettext("%(number)s need", "%(number)s needs", len(needs))),
    ):
        count = Counter(row.overall for row in rows)
        given = count["times not known"] + count["by appointment"]
        values = {"some": number_words(count["held"]), "all": whole, "given": number_words(given)}
        if rows and given:
            parts.append(_("%(some)s of %(all)s have a day, %(given)s more no set time", **values))
        elif rows:
            # Translators: for how many there is a day on which it is held; %(all)s is as "8 core services".
            parts.append(_("%(some)s of %(all)s have a day", **values))
    return "; ".join(parts)


def _anywhere(coverage: Coverage, addresses: Mapping[str, str]) -> tuple[WideTable, ...]:
    """What needs no place, where there is any of it."""
    core = tuple(row for row in coverage.core_services(None) if row.overall != "nothing")
    needs = tuple(row for row in coverage.needs(None) if row.overall != "nothing")
    tables = (
        ("anywhere-core", _("Core services by phone or online"), _("Core service"), core, addresses),
        ("anywhere-needs", _("Needs by phone or online"), _("Need"), needs, addresses),
    )
    return tuple(_table(*each) for each in tables if each[3])


def _table_id(kind: str, place: Place) -> str:
    return f"{kind}-{place.slug}"


def _table(
    table_id: str, caption: str, corner: str, rows: tuple[CoverageRow, ...], addresses: Mapping[str, str]
) -> WideTable:
    near = any(row.nearest for row in rows)
    return WideTable(
        id=table_id,
        caption=caption,
        corner=corner,
        columns=(*_days(), *((TableCell(words=_("Nearest on other days")),) if near else ())),
        rows=tuple(
            TableRow(
                TableCell(words=row.topic.label),
                (
                    *(_cell(row, day, addresses) for day in range(len(DAY_NAMES))),
                    *((_nearest_cell(row),) if near else ()),
                ),
            )
            for row in rows
        ),
    )


def _days() -> tuple[TableCell, ...]:
    return tuple(TableCell(words=upper_first(day_name(day))) for day in range(len(DAY_NAMES)))


def _cell(row: CoverageRow, day: int, addresses: Mapping[str, str]) -> TableCell:
    """How many sessions there are, leading to the one there is or to all of their kind; or what is known instead."""
    held = row.days[day]
    if not held:
        words, tone, detail = _WITHOUT[row.otherwise]
        return TableCell(words=_(words), tone=tone, detail=None if detail is None else _(detail))
    only = urls.session(held[0][0].slug, held[0][1].id) if len(held) == 1 else None
    address = only or addresses[f"{row.kind} {row.topic.id}"]
    words = ngettext("%(number)s session", "%(number)s sessions", len(held))
    return TableCell(words=words, tone="good", address=address)


def _nearest_cell(row: CoverageRow) -> TableCell:
    nearest = row.nearest
    if nearest is None:
        return TableCell(words=_("Something each day") if all(row.days) else _("None on record"))
    days = days_of_week_words(nearest.days) or _("times not known")
    return TableCell(
        words=nearest.hub.name,
        address=urls.hub(nearest.hub.slug),
        detail=f"{miles_words(nearest.miles)}, {days}",
    )


def _addresses(directory: Directory) -> dict[str, str]:
    """Where each need and each core service has a list of all that there is, by kind and id."""
    found = {f"need {need.id}": urls.need(need.id) for need in directory.terms(NEEDS)}
    kinds = {hub.kind for hub in directory.hubs if directory.status(hub).shown_as == "open"}
    for offer in directory.network.core_offers:
        owed = not kinds.isdisjoint(offer.kinds)
        for each in offer.services:
            anchor = f"#{core_service_anchor(offer, each)}" if owed else ""
            found[f"core service {each.id}"] = urls.CORE_OFFER + anchor
    return found


COVERAGE = PageKind("coverage", "pages/coverage.html", contexts)
COVERAGE_PART = NetworkPart(
    to_translate("Coverage"),
    urls.COVERAGE,
    to_translate("What is on in each place on each day, what is missing, and the nearest that has it."),
    exists,
)
