"""The tables of an indicator's page: every figure of one sort, and hub by hub with the returns that are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.figure_wording import figure_notes, figure_words, short_period_words
from hubatlas.facts.indicators import Figure, newest_first
from hubatlas.facts.returns import ReturnsDue
from hubatlas.facts.suppression import NETWORK, Scope
from hubatlas.facts.wording import partial_date_words
from hubatlas.model import Indicator, PartialDate
from hubatlas.pages.figures import source_words
from hubatlas.pages.listing import by_name
from hubatlas.pages.tables import TableCell, TableRow, WideTable

PERIODS_SHOWN = 8
MISSING = TableCell(words="missing", tone="missing")
NOT_DUE = TableCell(words="not due")
NONE_STATED = TableCell(words="not known", tone="unknown")


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
        source = TableCell(words=source_words(indicator, figure) or "The hubs’ returns")
        whom = (scope_cell(directory, figure.scope),) if of_whom else ()
        rows.append(TableRow(TableCell(words=partial_date_words(figure.period)), (*whom, number, source)))
    headings = (*(("Of",) if of_whom else ()), "Number", "Where it is from")
    columns = tuple(TableCell(words=words) for words in headings)
    return WideTable(id=name, caption=caption, corner="Time", columns=columns, rows=tuple(rows))


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
    slugs = {hub for hub, _ in cells} | {hub for hub, _ in missing}
    if not slugs:
        return None
    shown = sorted(periods, key=lambda days: (periods[days].last, periods[days].first), reverse=True)[:PERIODS_SHOWN]
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
        caption="Hub by hub" if len(shown) == len(periods) else f"Hub by hub, the newest {PERIODS_SHOWN} times",
        corner="Hub",
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
    return TableCell(words="The whole network")


def _cell(indicator: Indicator, same: list[Figure], *, missing: bool, due: bool) -> TableCell:
    if not same:
        return MISSING if missing else NOT_DUE if due else NONE_STATED
    words = " or ".join(dict.fromkeys(figure_words(indicator, figure) for figure in same))
    details = ["provisional"] if any(figure.provisional for figure in same) else []
    details += [figure.note for figure in same if figure.note is not None]
    if len(same) > 1:
        details += [source for figure in same if (source := source_words(indicator, figure)) is not None]
    return TableCell(words=words, detail=" ".join(dict.fromkeys(details)) or None)


def _days(period: PartialDate) -> tuple[object, ...]:
    return (period.first, period.last)
