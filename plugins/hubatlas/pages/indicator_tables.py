"""The tables of an indicator's page: every figure of one sort, and hub by hub with the returns that are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import figure_notes, figure_words, short_period_words
from hubatlas.facts.indicators import Figure, newest_first
from hubatlas.facts.returns import ReturnsDue
from hubatlas.facts.suppression import NETWORK, Scope
from hubatlas.facts.wording import partial_date_words
from hubatlas.language import gettext as _
from hubatlas.language import pgettext
from hubatlas.model import Indicator, PartialDate
from hubatlas.pages.figures import source_words
from hubatlas.pages.listing import by_name
from hubatlas.pages.tables import TableCell, TableRow, WideTable

PERIODS_SHOWN = 8


def figures_table(
    directory: Directory, indicator: Indicator, found: Iterable[Figure], *, name: str, caption: str
) -> WideTable | None:
    """The figures, newest time first, each with its source, and with what it is of where that is not the network."""
    ordered = newest_first(found)
    if not ordered:
        return None
    of_whom = any(figure.scope != NETWORK for figure in ordered)
    rows = []
    for figure in ordered:
        number = TableCell(
            words=figure_words(indicator, figure),
            tone="part" if figure.least else "plain",
            detail=" ".join(figure_notes(figure)) or None,
        )
        source = TableCell(words=source_words(indicator, figure) or _("The hubs’ returns"))
        whom = (scope_cell(directory, figure.scope),) if of_whom else ()
        rows.append(TableRow(TableCell(words=partial_date_words(figure.period)), (*whom, number, source)))
    # Translators: the heading of a column that says of which hub, service or place each figure is.
    of = _("Of")
    headings = (*((of,) if of_whom else ()), _("Number"), _("Where it is from"))
    columns = tuple(TableCell(words=words) for words in headings)
    return WideTable(id=name, caption=caption, corner=_("Time"), columns=columns, rows=tuple(rows))


def hubs_table(
    directory: Directory, indicator: Indicator, found: Iterable[Figure], due: Sequence[ReturnsDue]
) -> WideTable | None:
    """A row for each hub that has a figure or owes one, a column for each of the newest times."""
    cells: defaultdict[tuple[str, tuple[object, ...]], list[Figure]] = defaultdict(list)
    periods: dict[tuple[object, ...], PartialDate] = {}
    for figure in found:
        if figure.scope.kind == "hub":
            cells[figure.scope.slug, _days(figure.period)].append(figure)
            periods.setdefault(_days(figure.period), figure.period)
    missing = {(hub, _days(each.period)) for each in due for hub in each.missing}
    for each in due:
        periods.setdefault(_days(each.period), each.period)
    slugs = {hub for hub, _days_of in cells} | {hub for hub, _days_of in missing}
    if not slugs:
        return None
    shown = sorted(periods, key=lambda days: (periods[days].last, periods[days].first), reverse=True)[:PERIODS_SHOWN]
    caption = _("Hub by hub")
    if len(shown) < len(periods):
        caption = _("Hub by hub, the newest %(number)s times", number=PERIODS_SHOWN)
    rows = tuple(
        TableRow(
            TableCell(words=hub.name, address=urls.hub(hub.slug)),
            tuple(
                _cell(indicator, cells[hub.slug, days], missing=(hub.slug, days) in missing, due=bool(due))
                for days in shown
            ),
        )
        for hub in by_name(directory.hub(slug) for slug in slugs)
    )
    return WideTable(
        id="table-hubs",
        caption=caption,
        corner=_("Hub"),
        columns=tuple(TableCell(words=short_period_words(periods[days])) for days in shown),
        rows=rows,
    )


def scope_cell(directory: Directory, scope: Scope) -> TableCell:
    """What a figure is of, leading to its page."""
    match scope.kind:
        case "hub":
            return TableCell(words=directory.hub(scope.slug).name, address=urls.hub(scope.slug))
        case "service":
            return TableCell(words=directory.service(scope.slug).name, address=urls.service(scope.slug))
        case "place":
            return TableCell(words=directory.place(scope.slug).name, address=urls.place(scope.slug))
    return TableCell(words=_("The whole network"))


def _cell(indicator: Indicator, same: list[Figure], *, missing: bool, due: bool) -> TableCell:
    if not same:
        return _empty_cell(missing=missing, due=due)
    words = reduce(_either, dict.fromkeys(figure_words(indicator, figure) for figure in same))
    details = [_("provisional")] if any(figure.provisional for figure in same) else []
    details += [figure.note for figure in same if figure.note is not None]
    if len(same) > 1:
        details += [source for figure in same if (source := source_words(indicator, figure)) is not None]
    return TableCell(words=words, detail=" ".join(dict.fromkeys(details)) or None)


def _empty_cell(*, missing: bool, due: bool) -> TableCell:
    if missing:
        return TableCell(words=pgettext("a figure", "missing"), tone="missing")
    return TableCell(words=_("not due")) if due else TableCell(words=_("not known"), tone="unknown")


def _either(first: str, second: str) -> str:
    # Translators: two figures between which sources do not agree.
    return _("%(first)s or %(second)s", first=first, second=second)


def _days(period: PartialDate) -> tuple[object, ...]:
    return (period.first, period.last)
