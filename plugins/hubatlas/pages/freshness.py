"""How fresh and how complete the records are: who confirmed what and when, what is due, what nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.completeness import (
    HUB_FACTS,
    SERVICE_FACTS,
    Completeness,
    hub_completeness,
    service_completeness,
)
from hubatlas.facts.confirmation import KINDS, Confirmation, RecordKind, confirmations
from hubatlas.facts.wording import date_words
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Service
from hubatlas.pages.cards import Link
from hubatlas.pages.freshness_tables import completeness_table, kinds_table, owners_table, record_link, records_table
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.tables import WideTable, data_links
from hubatlas.pages.wording import counted, lower_first

NAMES: dict[RecordKind, tuple[str, str]] = {
    "hubs": ("hub", "hubs"),
    "services": ("service", "services"),
    "organisations": ("organisation", "organisations"),
    "places": ("place", "places"),
}


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A record that nobody has confirmed within a year, and when somebody last did."""

    link: Link
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshnessPage:
    """What the page about the records of one kind shows; the page of hubs speaks for the whole network as well.

    `weights` are the facts that count towards completeness, with their weights.
    """

    head: Head
    title: str
    answer: str
    kinds: WideTable | None
    others: tuple[Link, ...]
    unconfirmed: tuple[Unconfirmed, ...]
    complete: str | None
    records: WideTable | None
    completeness: WideTable | None
    owners: WideTable | None
    weights: tuple[tuple[str, int], ...]
    links: tuple[Link, ...]


def contexts(directory: Directory, today: date) -> Iterator[tuple[str, FreshnessPage]]:
    """A page for each kind of record that there is; that of hubs is always there."""
    found = confirmations(directory, today)
    by_kind = {kind: tuple(each for each in found if each.kind == kind) for kind in KINDS}
    for kind in KINDS:
        if by_kind[kind] or kind == "hubs":
            yield urls.freshness(kind), _page(directory, kind, by_kind)


def _page(directory: Directory, kind: RecordKind, by_kind: dict[RecordKind, tuple[Confirmation, ...]]) -> FreshnessPage:
    own, (one, many) = by_kind[kind], NAMES[kind]
    first = kind == "hubs"
    scored = [(each, score) for each in own if (score := _completeness(directory, each)) is not None]
    lapsed = [each for each in own if each.lapsed]
    trail = (("Home", urls.HOME), ("The network", urls.NETWORK))
    return FreshnessPage(
        head=Head(
            title=f"How fresh the records of {many} are",
            description=f"Which {many} somebody has confirmed and when, what is due for a check, and what is missing.",
            section=urls.NETWORK,
            trail=trail if first else (*trail, ("How fresh the records are", urls.FRESHNESS)),
        ),
        title="How fresh our records are" if first else f"How fresh the records of {many} are",
        answer=_answer(len(lapsed), len(own), one, many),
        kinds=kinds_table([(NAMES[each][1], urls.freshness(each), by_kind[each]) for each in KINDS if by_kind[each]])
        if first
        else None,
        others=tuple(Link(NAMES[each][1], urls.freshness(each)) for each in KINDS if by_kind[each] and each != kind),
        unconfirmed=tuple(Unconfirmed(record_link(each), _last_words(each)) for each in lapsed),
        complete=_complete_words([score for _, score in scored], one),
        records=records_table(own) if own else None,
        completeness=completeness_table(scored) if scored else None,
        owners=owners_table(directory, [each for kind in KINDS for each in by_kind[kind]]) if first else None,
        weights=_weights(kind),
        links=data_links(("Freshness", "freshness"), ("Completeness", "completeness")),
    )


def _answer(lapsed: int, number: int, one: str, many: str) -> str:
    if not number:
        return f"There are no {many} yet."
    if not lapsed:
        return f"Each {one} has been confirmed within the last year by those who run it, at least in part."
    if lapsed == number:
        return f"Nobody who runs them has confirmed any of the {counted(number, one, many)} within the last year."
    return f"Nobody who runs them has confirmed {lapsed:,} of the {counted(number, one, many)} within the last year."


def _last_words(each: Confirmation) -> str:
    if each.confirmed_on is None:
        return "never"
    by = f" by the {lower_first(each.confirmed_by.removeprefix('The '))}" if each.confirmed_by else ""
    return f"last on {date_words(each.confirmed_on)}{by}"


def _completeness(directory: Directory, each: Confirmation) -> Completeness | None:
    match each.record:
        case Hub():
            return hub_completeness(directory, each.record)
        case Service():
            return service_completeness(directory, each.record)
    return None


def _complete_words(found: Sequence[Completeness], one: str) -> str | None:
    if not found:
        return None
    average = int(sum(each.share for each in found) / len(found) * 100)
    whole = sum(not each.lacks for each in found)
    return (
        f"On average a {one}’s record says {average}% of what the public needs. "
        f"{counted(whole, 'record')} of {len(found):,} {'says' if whole == 1 else 'say'} all of it."
    )


def _weights(kind: RecordKind) -> tuple[tuple[str, int], ...]:
    match kind:
        case "hubs":
            return tuple((fact.label, fact.weight) for fact in HUB_FACTS)
        case "services":
            return tuple((fact.label, fact.weight) for fact in SERVICE_FACTS)
    return ()


FRESHNESS = PageKind("freshness", "pages/freshness.html", contexts)
