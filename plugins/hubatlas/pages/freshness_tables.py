"""The tables of the pages about freshness: by kind of record, by who runs it, and record by record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.completeness import Completeness
from hubatlas.facts.confirmation import Confirmation
from hubatlas.facts.figure_wording import short_period_words
from hubatlas.facts.freshness import Checked, State
from hubatlas.facts.wording import date_words
from hubatlas.language import gettext as _
from hubatlas.language import number_words, plain, to_translate
from hubatlas.model import Organisation
from hubatlas.pages.cards import Link
from hubatlas.pages.reaching import phone_number
from hubatlas.pages.tables import TableCell, TableRow, Tone, WideTable
from hubatlas.pages.trust import GROUPS, facts_words
from hubatlas.pages.wording import upper_first

MARKS: dict[State, tuple[str, Tone]] = {
    "fresh": (to_translate("Fresh"), "good"),
    "due": (to_translate("Check due"), "part"),
    "overdue": (to_translate("Overdue"), "missing"),
    "unconfirmed": (to_translate("Not confirmed"), "unknown"),
}
PAGES = {"hubs": urls.hub, "services": urls.service, "organisations": urls.organisation, "places": urls.place}


def record_link(each: Confirmation) -> Link:
    """The record's name, leading to its page."""
    return Link(each.record.name, PAGES[each.kind](each.record.slug))


def kinds_table(kinds: Sequence[tuple[str, str, Sequence[Confirmation]]]) -> WideTable:
    """A row for each kind of record, given by its name and the address of its page."""
    rows = tuple(TableRow(TableCell(words=name, address=address), _counts(found)) for name, address, found in kinds)
    return _counts_table("table-kinds", _("In numbers"), _("Records of"), rows)


def owners_table(directory: Directory, found: Sequence[Confirmation]) -> WideTable:
    """A row for each organisation that runs hubs or services, with whom to ask there.

    Those with most that is overdue come first; what nobody is known to run comes last.
    """
    by_owner: defaultdict[str | None, list[Confirmation]] = defaultdict(list)
    for each in found:
        if each.kind in {"hubs", "services"}:
            by_owner[each.owner].append(each)
    named = sorted(
        (directory.organisation(slug) for slug in by_owner if slug is not None),
        key=lambda organisation: (*_waiting(by_owner[organisation.slug]), plain(organisation.name).casefold()),
    )
    rows = [
        TableRow(
            TableCell(words=each.name, address=urls.organisation(each.slug)),
            (*_counts(by_owner[each.slug]), _ask(each)),
        )
        for each in named
    ]
    if None in by_owner:
        rows.append(TableRow(TableCell(words=_("Nobody is stated")), (*_counts(by_owner[None]), _nobody_to_ask())))
    caption = _("Hubs and services, by who runs them")
    return _counts_table("table-owners", caption, _("Organisation"), tuple(rows), _("Ask"))


def _waiting(found: Sequence[Confirmation]) -> tuple[int, ...]:
    """Less the more waits: overdue first, then due, then what was never confirmed."""
    states = Counter(each.freshness.state for each in found)
    return tuple(-states[state] for state in ("overdue", "due", "unconfirmed"))


def _ask(organisation: Organisation) -> TableCell:
    """Where to write to an organisation, or else its phone."""
    contact = organisation.contact
    if contact is not None and contact.email is not None:
        return TableCell(words=_("Email"), address=f"mailto:{contact.email}", detail=contact.role)
    if contact is not None and contact.phone is not None:
        phone = phone_number(contact.phone)
        return TableCell(words=phone.number, address=phone.address, detail=contact.role)
    return _nobody_to_ask()


def _nobody_to_ask() -> TableCell:
    return TableCell(words=_("not known"))


def records_table(found: Sequence[Confirmation]) -> WideTable:
    """A row for each record, a column for each group of facts: the state, and the date of the last check."""
    stated = {group.facts for each in found for group in each.freshness.groups}
    groups = sorted(stated, key=lambda group: (list(GROUPS).index(group) if group in GROUPS else len(GROUPS), group))
    headings = (_("Last confirmed"), *(upper_first(facts_words((group,))) for group in groups))
    nothing_stated = TableCell(words=_("nothing said"))
    rows = []
    for each in found:
        checked = {group.facts: group for group in each.freshness.groups}
        states = (_state(checked[group]) if group in checked else nothing_stated for group in groups)
        rows.append(TableRow(_record_cell(each), (_last(each), *states)))
    return WideTable(
        id="table-records",
        caption=_("Longest unconfirmed first"),
        corner=_("Record"),
        columns=tuple(TableCell(words=heading) for heading in headings),
        rows=tuple(rows),
    )


def completeness_table(found: Sequence[tuple[Confirmation, Completeness]]) -> WideTable:
    """A row for each record, the least complete first: its share in per cent, and what it lacks."""
    rows = tuple(
        TableRow(_record_cell(each), _complete(complete))
        for each, complete in sorted(found, key=lambda pair: (pair[1].per_cent, plain(pair[0].record.name).casefold()))
    )
    headings = (_("Complete"), _("What people still have to ask"))
    columns = tuple(TableCell(words=heading) for heading in headings)
    caption = _("Least complete first")
    return WideTable(id="table-complete", caption=caption, corner=_("Record"), columns=columns, rows=rows)


def _counts_table(name: str, caption: str, corner: str, rows: tuple[TableRow, ...], *more: str) -> WideTable:
    """A table of counts; `more` are the headings of columns behind them."""
    headings = (_("Confirmed within a year"), *(_(words) for words, _tone in MARKS.values()))
    details = (_("any of it"), _("all of it"), *[_("part of it")] * 3)
    columns = tuple(TableCell(words=words, detail=detail) for words, detail in zip(headings, details, strict=True))
    columns += tuple(TableCell(words=words) for words in more)
    return WideTable(id=name, caption=caption, corner=corner, columns=columns, rows=rows)


def _counts(found: Sequence[Confirmation]) -> tuple[TableCell, ...]:
    states = Counter(each.freshness.state for each in found)
    recent = sum(not each.lapsed for each in found)
    tone: Tone = "good" if recent == len(found) else "part" if recent else "missing"
    words = _("%(number)s of %(all)s", number=number_words(recent), all=number_words(len(found)))
    first = TableCell(words=words, tone=tone)
    return (first, *(TableCell(words=number_words(states[state])) for state in MARKS))


def _last(each: Confirmation) -> TableCell:
    if each.confirmed_on is None:
        return TableCell(words=_("Never"), tone="missing")
    words = date_words(each.confirmed_on)
    if each.lapsed:
        return TableCell(words=_("Over a year ago"), tone="missing", detail=words)
    return TableCell(words=_("Within a year"), tone="good", detail=words)


def _complete(found: Completeness) -> tuple[TableCell, TableCell]:
    lacks = TableCell(words=upper_first(", ".join(_(lack.label) for lack in found.lacks)) or _("Nothing"))
    return TableCell(words=f"{found.per_cent}%", tone="plain" if found.lacks else "good"), lacks


def _record_cell(each: Confirmation) -> TableCell:
    link = record_link(each)
    return TableCell(words=link.label, address=link.address)


def _state(checked: Checked) -> TableCell:
    words, tone = MARKS[checked.state]
    when = _("no date") if checked.on is None else short_period_words(checked.on)
    return TableCell(words=_(words), tone=tone, detail=when)
