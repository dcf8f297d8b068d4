"""What the network asks of its hubs, and how each stands to it: hours counted from the records, and roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.commitment import Commitment, OtherWeek, Verdict, commitments, other_weeks, roles_held
from hubatlas.facts.wording import date_words, days_of_week_words, listed, partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, pgettext, to_translate
from hubatlas.model import Hub
from hubatlas.network import Standard
from hubatlas.pages.cards import Link
from hubatlas.pages.commitment_wording import caveats, counted_words, hours_words, verdict_words
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.room_wording import room_days_cell
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.wording import labels_listed

ROLES = "roles"
TONES: Mapping[Verdict, Tone] = MappingProxyType({"meets": "good", "falls short": "missing", "unknown": "unknown"})


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A coming week whose hours differ: when it begins, how long the hub is open in it, and why."""

    week: str
    hours: str
    reasons: str


@dataclass(frozen=True, slots=True)
class HubWeeks:
    """The coming weeks of one hub that differ from its usual one."""

    hub: Link
    weeks: tuple[WeekLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardCard:
    """One standard: what it asks, how hubs stand to it, and the coming weeks that differ. `table` is None for none."""

    anchor: str
    label: str
    description: str | None
    asks: tuple[str, ...]
    source: str | None
    answer: str
    table: WideTable | None
    other_weeks: tuple[HubWeeks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardsPage:
    """What the page of the standards shows."""

    head: Head
    standards: tuple[StandardCard, ...]
    downloads: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, StandardsPage]]:
    """The page of the standards, where the network has any."""
    if not exists(directory):
        return
    hubs = [hub for hub in by_name(directory.hubs) if directory.status(hub).shown_as == "open"]
    owed = [(hub, each) for hub in hubs for each in commitments(directory, hub)]
    yield (
        urls.STANDARDS,
        StandardsPage(
            head=Head(
                title=_("Standards"),
                description=_(
                    "What %(name)s asks of its hubs, and how each hub stands to it.", name=directory.network.name
                ),
                section=urls.NETWORK,
                trail=((_("Home"), urls.HOME), (_("The network"), urls.NETWORK)),
            ),
            standards=tuple(
                _card(
                    directory,
                    standard,
                    [hub for hub in hubs if hub.kind in standard.kinds],
                    {hub.slug: each for hub, each in owed if each.standard.id == standard.id},
                    today,
                )
                for standard in directory.network.standards
            ),
            downloads=data_links((_("Standards"), "standards")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether the network asks anything of its hubs."""
    return bool(directory.network.standards)


def asks_words(directory: Directory, standard: Standard) -> tuple[str, ...]:
    """What the standard asks for, each in a few words: 30 hours open in a usual week."""
    parts: list[str] = []
    if standard.weekly_hours is not None:
        hours = f"{standard.weekly_hours:g}"
        parts.append(
            _("Open %(hours)s hours in a usual week, together with linked venues", hours=hours)
            if standard.counting == "linked venues"
            else _("Open %(hours)s hours in a usual week", hours=hours)
        )
    if standard.room_days is not None:
        parts.append(
            ngettext(
                "A room to book on %(number)s day of the week",
                "A room to book on %(number)s days of the week",
                standard.room_days,
            )
        )
    if standard.roles:
        roles = labels_listed([term.label for term in directory.terms(ROLES, standard.roles)])
        parts.append(_("Somebody in each of these roles: %(roles)s", roles=roles))
    if standard.adapted == "yes":
        parts.append(_("Hubs may adapt it to local needs"))
    return tuple(parts)


def _card(
    directory: Directory,
    standard: Standard,
    hubs: list[Hub],
    owed: Mapping[str, Commitment],
    today: date,
) -> StandardCard:
    as_of = None if standard.as_of is None else partial_date_words(standard.as_of)
    compared = standard.weekly_hours is not None or standard.room_days is not None or standard.roles
    return StandardCard(
        anchor=f"standard-{standard.id}",
        label=standard.label,
        description=standard.description,
        asks=asks_words(directory, standard),
        source=", ".join(part for part in (standard.source, as_of) if part) or None,
        answer=_answer(hubs, owed),
        table=_table(directory, standard, hubs, owed, today) if hubs and compared else None,
        other_weeks=tuple(
            HubWeeks(hub_link(hub), weeks)
            for hub in hubs
            if hub.slug in owed and (weeks := tuple(_weeks(directory, owed[hub.slug], today)))
        ),
    )


def _answer(hubs: list[Hub], owed: Mapping[str, Commitment]) -> str:
    """How many of the hubs keep to it, in one sentence."""
    if not hubs:
        return _("No hub of the kind that owes it is open.")
    if not owed:
        return ngettext("%(number)s open hub owes it.", "%(number)s open hubs owe it.", len(hubs))
    count = Counter(each.verdict for each in owed.values())
    if len(count) == 1:
        return _alike(owed[hubs[0].slug].verdict, len(hubs))
    meets, short, unknown = count["meets"], count["falls short"], count["unknown"]
    parts = (
        ngettext("%(number)s is open for long enough", "%(number)s are open for long enough", meets) if meets else "",
        ngettext("%(number)s falls short", "%(number)s fall short", short) if short else "",
        _("of %(number)s it is not known", number=number_words(unknown)) if unknown else "",
    )
    told = listed([part for part in parts if part])
    # Translators: %(parts)s is as "3 are open for long enough, 1 falls short and of 2 it is not known".
    return ngettext("Of %(number)s open hub, %(parts)s.", "Of %(number)s open hubs, %(parts)s.", len(hubs), parts=told)


def _alike(verdict: Verdict, hubs: int) -> str:
    match verdict:
        case "meets":
            return ngettext(
                "Each of %(number)s open hub is open for long enough.",
                "Each of %(number)s open hubs is open for long enough.",
                hubs,
            )
        case "falls short":
            return ngettext(
                "Each of %(number)s open hub falls short.", "Each of %(number)s open hubs falls short.", hubs
            )
        case "unknown":
            return ngettext(
                "Of %(number)s open hub, none is known to be open for long enough or to fall short.",
                "Of %(number)s open hubs, none is known to be open for long enough or to fall short.",
                hubs,
            )


def _table(
    directory: Directory, standard: Standard, hubs: list[Hub], owed: Mapping[str, Commitment], today: date
) -> WideTable:
    roles = [directory.term(ROLES, role).label for role in standard.roles]
    hours: tuple[str, ...] = ()
    if standard.weekly_hours is not None:
        asked = f"{standard.weekly_hours:g}"
        hours = (_("Open in a usual week"), _("Against %(hours)s hours", hours=asked))
    days = standard.room_days
    rooms = (
        ()
        if days is None
        else (ngettext("A room on %(number)s day of the week", "A room on %(number)s days of the week", days),)
    )
    rows = (
        TableRow(
            TableCell(words=hub.name, address=urls.hub(hub.slug)),
            (
                *(_hours_cells(owed[hub.slug]) if hub.slug in owed else ()),
                *((room_days_cell(hub, standard),) if standard.room_days is not None else ()),
                *_role_cells(hub, standard, today),
            ),
        )
        for hub in hubs
    )
    return WideTable(
        id=f"table-{standard.id}",
        caption=_("%(label)s, hub by hub", label=standard.label),
        corner=_("Hub"),
        columns=tuple(TableCell(words=words) for words in (*hours, *rooms, *roles)),
        rows=tuple(rows),
    )


def _hours_cells(commitment: Commitment) -> tuple[TableCell, ...]:
    return (
        TableCell(
            words=counted_words(commitment),
            detail=caveats(commitment),
            tone="plain" if commitment.counted or commitment.exact else "unknown",
            address=f"{urls.hub(commitment.hub.slug)}#section-hours",
        ),
        TableCell(words=verdict_words(commitment), tone=TONES[commitment.verdict]),
    )


def _role_cells(hub: Hub, standard: Standard, today: date) -> Iterator[TableCell]:
    for _role, held in roles_held(hub, standard, today):
        if held is None:
            yield TableCell(words=_("Not known"), tone="unknown")
        else:
            since = None if held.since is None else _("since %(date)s", date=partial_date_words(held.since))
            yield TableCell(words=pgettext("somebody holds the role", "Yes"), tone="good", detail=since)


def _weeks(directory: Directory, commitment: Commitment, today: date) -> Iterator[WeekLine]:
    for week in other_weeks(directory, commitment, today):
        begins = _("Week of %(date)s", date=date_words(week.monday))
        yield WeekLine(begins, _week_hours(week, commitment.minimum), listed(week.reasons))


def _week_hours(week: OtherWeek, minimum: timedelta) -> str:
    hours = hours_words(week.counted)
    if week.unknown_days:
        return _("at least %(hours)s; %(days)s not known", hours=hours, days=days_of_week_words(week.unknown_days))
    return _("%(hours)s, below the standard", hours=hours) if week.counted < minimum else hours


STANDARDS = PageKind("standards", "pages/standards.html", contexts)
STANDARDS_PART = NetworkPart(
    to_translate("Standards"),
    urls.STANDARDS,
    to_translate("The hours and roles that the network asks for, and how each hub stands."),
    exists,
)
