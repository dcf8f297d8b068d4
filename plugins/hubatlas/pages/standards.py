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
from hubatlas.model import Hub
from hubatlas.network import Standard
from hubatlas.pages.cards import Link
from hubatlas.pages.commitment_wording import caveats, counted_words, hours_words, verdict_words
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.listing import by_name, hub_link
from hubatlas.pages.parts import NetworkPart
from hubatlas.pages.room_wording import room_days_cell
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable, data_links
from hubatlas.pages.wording import counted, labels_listed

ROLES = "roles"
TONES: Mapping[Verdict, Tone] = MappingProxyType({"meets": "good", "falls short": "missing", "unknown": "unknown"})

_ALIKE: Mapping[Verdict, str] = MappingProxyType(
    {
        "meets": "Each of {hubs} is open for long enough.",
        "falls short": "Each of {hubs} falls short.",
        "unknown": "Of {hubs}, none is known to be open for long enough or to fall short.",
    }
)


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
                title="Standards",
                description=f"What {directory.network.name} asks of its hubs, and how each hub stands to it.",
                section=urls.NETWORK,
                trail=(("Home", urls.HOME), ("The network", urls.NETWORK)),
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
            downloads=data_links(("Standards", "standards")),
        ),
    )


def exists(directory: Directory) -> bool:
    """Whether the network asks anything of its hubs."""
    return bool(directory.network.standards)


def asks_words(directory: Directory, standard: Standard) -> tuple[str, ...]:
    """What the standard asks for, each in a few words: 30 hours open in a usual week."""
    parts: list[str] = []
    if standard.weekly_hours is not None:
        together = ", together with linked venues" if standard.counting == "linked venues" else ""
        parts.append(f"Open {standard.weekly_hours:g} hours in a usual week{together}")
    if standard.room_days is not None:
        parts.append(f"A room to book on {counted(standard.room_days, 'day')} of the week")
    if standard.roles:
        roles = labels_listed([term.label for term in directory.terms(ROLES, standard.roles)])
        parts.append(f"Somebody in each of these roles: {roles}")
    if standard.adapted == "yes":
        parts.append("Hubs may adapt it to local needs")
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
        return "No hub of the kind that owes it is open."
    if not owed:
        return f"{counted(len(hubs), 'open hub owes', 'open hubs owe')} it."
    count = Counter(each.verdict for each in owed.values())
    if len(count) == 1:
        return _ALIKE[owed[hubs[0].slug].verdict].format(hubs=counted(len(hubs), "open hub"))
    parts = (
        f"{count['meets']} {'is' if count['meets'] == 1 else 'are'} open for long enough" if count["meets"] else "",
        f"{count['falls short']} {'falls' if count['falls short'] == 1 else 'fall'} short"
        if count["falls short"]
        else "",
        f"of {count['unknown']} it is not known" if count["unknown"] else "",
    )
    return f"Of {counted(len(hubs), 'open hub')}, {listed([part for part in parts if part])}."


def _table(
    directory: Directory, standard: Standard, hubs: list[Hub], owed: Mapping[str, Commitment], today: date
) -> WideTable:
    roles = [directory.term(ROLES, role).label for role in standard.roles]
    hours = (
        ("Open in a usual week", f"Against {standard.weekly_hours:g} hours")
        if standard.weekly_hours is not None
        else ()
    )
    rooms = () if standard.room_days is None else (f"A room on {counted(standard.room_days, 'day')} of the week",)
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
        caption=f"{standard.label}, hub by hub",
        corner="Hub",
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
    for _, held in roles_held(hub, standard, today):
        if held is None:
            yield TableCell(words="Not known", tone="unknown")
        else:
            since = None if held.since is None else f"since {partial_date_words(held.since)}"
            yield TableCell(words="Yes", tone="good", detail=since)


def _weeks(directory: Directory, commitment: Commitment, today: date) -> Iterator[WeekLine]:
    for week in other_weeks(directory, commitment, today):
        yield WeekLine(
            f"Week of {date_words(week.monday)}", _week_hours(week, commitment.minimum), listed(week.reasons)
        )


def _week_hours(week: OtherWeek, minimum: timedelta) -> str:
    if week.unknown_days:
        return f"at least {hours_words(week.counted)}; {days_of_week_words(week.unknown_days)} not known"
    return f"{hours_words(week.counted)}{', below the standard' if week.counted < minimum else ''}"


STANDARDS = PageKind("standards", "pages/standards.html", contexts)
STANDARDS_PART = NetworkPart(
    "Standards", urls.STANDARDS, "The hours and roles that the network asks for, and how each hub stands.", exists
)
