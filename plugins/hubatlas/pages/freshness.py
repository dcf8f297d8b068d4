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
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words
from hubatlas.model import Hub, Service
from hubatlas.pages.cards import Link
from hubatlas.pages.freshness_tables import completeness_table, kinds_table, owners_table, record_link, records_table
from hubatlas.pages.freshness_wording import KIND_WORDS, answer_words, average_words
from hubatlas.pages.kinds import Head, PageKind
from hubatlas.pages.tables import WideTable, data_links
from hubatlas.pages.trust import confirmer_words
from hubatlas.pages.wording import upper_first


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
    own, words = by_kind[kind], KIND_WORDS[kind]
    first = kind == "hubs"
    scored = [(each, score) for each in own if (score := _completeness(directory, each)) is not None]
    lapsed = [each for each in own if each.lapsed]
    trail = ((_("Home"), urls.HOME), (_("The network"), urls.NETWORK))
    return FreshnessPage(
        head=Head(
            title=_(words.title),
            description=_(words.description),
            section=urls.NETWORK,
            trail=trail if first else (*trail, (_("How fresh the records are"), urls.FRESHNESS)),
        ),
        title=_("How fresh our records are") if first else _(words.title),
        answer=answer_words(kind, len(lapsed), len(own)),
        kinds=kinds_table(
            [(_(KIND_WORDS[each].name), urls.freshness(each), by_kind[each]) for each in KINDS if by_kind[each]]
        )
        if first
        else None,
        others=tuple(
            Link(_(KIND_WORDS[each].within), urls.freshness(each)) for each in KINDS if by_kind[each] and each != kind
        ),
        unconfirmed=tuple(Unconfirmed(record_link(each), _last_words(each)) for each in lapsed),
        complete=_complete_words(kind, [score for _record, score in scored]),
        records=records_table(own) if own else None,
        completeness=completeness_table(scored) if scored else None,
        owners=owners_table(directory, [each for kind in KINDS for each in by_kind[kind]]) if first else None,
        weights=_weights(kind),
        links=data_links((_("Freshness"), "freshness"), (_("Completeness"), "completeness")),
    )


def _last_words(each: Confirmation) -> str:
    if each.confirmed_on is None:
        return _("never")
    date = date_words(each.confirmed_on)
    if not each.confirmed_by:
        return _("last on %(date)s", date=date)
    return _("last on %(date)s by the %(whom)s", date=date, whom=confirmer_words(each.confirmed_by))


def _completeness(directory: Directory, each: Confirmation) -> Completeness | None:
    match each.record:
        case Hub():
            return hub_completeness(directory, each.record)
        case Service():
            return service_completeness(directory, each.record)
    return None


def _complete_words(kind: RecordKind, found: Sequence[Completeness]) -> str | None:
    if not found:
        return None
    average = int(sum(each.share for each in found) / len(found) * 100)
    whole = sum(not each.lacks for each in found)
    complete = ngettext(
        "%(number)s record of %(all)s says all of it.",
        "%(number)s records of %(all)s say all of it.",
        whole,
        all=number_words(len(found)),
    )
    return f"{average_words(kind, average)} {complete}"


def _weights(kind: RecordKind) -> tuple[tuple[str, int], ...]:
    match kind:
        case "hubs":
            return tuple((upper_first(_(fact.label)), fact.weight) for fact in HUB_FACTS)
        case "services":
            return tuple((upper_first(_(fact.label)), fact.weight) for fact in SERVICE_FACTS)
    return ()


FRESHNESS = PageKind("freshness", "pages/freshness.html", contexts)
