"""What the network counts: the definitions, every value that may be shown, and the returns that came or did not."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas import urls
from hubatlas.exports.edition import Edition
from hubatlas.exports.kinds import Column, Table
from hubatlas.exports.tables.shared import source_columns
from hubatlas.facts.figure_wording import figure_and_unit
from hubatlas.facts.indicators import Figure, figures
from hubatlas.facts.returns import returns_due
from hubatlas.frozen import dataclass
from hubatlas.model import Hub, Indicator, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One figure and its indicator."""

    indicator: Indicator
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One return that is due, from one hub."""

    indicator: Indicator
    period: PartialDate
    hub: Hub
    handed_in: bool


def _values(edition: Edition) -> Iterator[ValueRow]:
    for indicator in edition.directory.indicators:
        for figure in figures(edition.directory, indicator, edition.today):
            yield ValueRow(indicator=indicator, figure=figure)


def _returns(edition: Edition) -> Iterator[ReturnRow]:
    for indicator in edition.directory.indicators:
        for due in returns_due(edition.directory, indicator, edition.today):
            for slug in sorted((*due.handed_in, *due.missing)):
                hub = edition.directory.hub(slug)
                yield ReturnRow(indicator=indicator, period=due.period, hub=hub, handed_in=slug in due.handed_in)


def _source(row: ValueRow) -> str | None:
    figure = row.figure
    if figure.added_up is not None:
        return None
    own = [each.source for each in row.indicator.provenance if "figures" in each.facts]
    return figure.source or next(iter(own), None)


INDICATOR_COLUMNS: dict[str, Column[Indicator]] = {
    "indicator": Column("text", "The indicator's short name, which never changes.", lambda _, row: row.slug),
    "name": Column("text", "Its name.", lambda _, row: row.name),
    "definition": Column("text", "What exactly is counted.", lambda _, row: row.definition),
    "unit": Column("text", "What it is counted in.", lambda _, row: row.unit),
    "kind": Column("text", "count, money (in pounds), ratio or percent.", lambda _, row: row.kind),
    "better": Column("text", "Which way is good: higher, lower or neither.", lambda _, row: row.better),
    "numerator": Column("text", "For a ratio or per cent: what is counted.", lambda _, row: row.numerator),
    "denominator": Column("text", "For a ratio or per cent: out of what.", lambda _, row: row.denominator),
    "needs": Column("list", "The needs it is about.", lambda _, row: row.needs),
    "returns": Column("text", "How often hubs hand it in: monthly, quarterly or yearly.", lambda _, row: row.returns),
    "returns_from": Column(
        "text",
        "The first time for which a return is due.",
        lambda _, row: None if row.returns_from is None else row.returns_from.text,
    ),
    "returned_by": Column(
        "list", "The hubs that hand it in; empty for every open hub.", lambda _, row: tuple(sorted(row.returned_by))
    ),
    "suppress_below": Column(
        "integer", "Counts above 0 and below this are not published.", lambda _, row: row.suppress_below
    ),
    **source_columns(Indicator),
    "page": Column("text", "Its page.", lambda edition, row: edition.whole_address(urls.indicator(row.slug))),
}

VALUE_COLUMNS: dict[str, Column[ValueRow]] = {
    "indicator": Column("text", "The indicator's short name.", lambda _, row: row.indicator.slug),
    "scope": Column("text", "What it is of: network, hub, service or place.", lambda _, row: row.figure.scope.kind),
    "of": Column("text", "The short name of the hub, service or place.", lambda _, row: row.figure.scope.slug or None),
    "period": Column("text", "The time: 2025, 2025-09 or 2025-07/2025-09.", lambda _, row: row.figure.period.text),
    "first_date": Column("date", "The first day of that time.", lambda _, row: row.figure.period.first),
    "last_date": Column("date", "Its last day.", lambda _, row: row.figure.period.last),
    "value": Column("number", "The value; empty where it may not be shown.", lambda _, row: row.figure.value),
    "most": Column("number", "The upper end, where a range is given.", lambda _, row: row.figure.most),
    "unit": Column("text", "What it is counted in.", lambda _, row: row.indicator.unit),
    "words": Column("text", "The value as pages show it.", lambda _, row: figure_and_unit(row.indicator, row.figure)),
    "hidden": Column(
        "text",
        "Why it is not shown: small; within (a small number could be worked out from it); or withheld.",
        lambda _, row: row.figure.hidden,
    ),
    "at_least": Column(
        "boolean",
        "Whether the total is not whole, so that it is more than this or just this.",
        lambda _, row: row.figure.least,
    ),
    "about": Column(
        "boolean", "Whether it is rounded or estimated, as far as is known.", lambda _, row: row.figure.about
    ),
    "provisional": Column("boolean", "Whether it may still change.", lambda _, row: row.figure.provisional),
    "returns_handed_in": Column(
        "integer",
        "For a total added up from returns: how many came.",
        lambda _, row: None if row.figure.added_up is None else row.figure.added_up.handed_in,
    ),
    "returns_due": Column(
        "integer",
        "For a total added up from returns: how many were due.",
        lambda _, row: None if row.figure.added_up is None else row.figure.added_up.due,
    ),
    "source": Column("text", "Where it is from; empty for a total added up from returns.", lambda _, row: _source(row)),
    "as_of": Column(
        "text",
        "The date the source speaks for.",
        lambda _, row: None if row.figure.as_of is None else row.figure.as_of.text,
    ),
    "note": Column("text", "What a reader should know about it.", lambda _, row: row.figure.note),
}

RETURN_COLUMNS: dict[str, Column[ReturnRow]] = {
    "indicator": Column("text", "The indicator's short name.", lambda _, row: row.indicator.slug),
    "period": Column("text", "The time that the return is for.", lambda _, row: row.period.text),
    "hub": Column("text", "The hub that owes it.", lambda _, row: row.hub.slug),
    "hub_name": Column("text", "The hub's name.", lambda _, row: row.hub.name),
    "last_date": Column("date", "The last day of that time.", lambda _, row: row.period.last),
    "handed_in": Column("boolean", "Whether it was handed in.", lambda _, row: row.handed_in),
}

INDICATORS = Table(
    name="indicators",
    key=1,
    title="Indicators",
    description="One row for each figure that the network keeps: what exactly is counted, and who hands it in.",
    rows=lambda edition: edition.directory.indicators,
    columns=INDICATOR_COLUMNS,
)
INDICATOR_VALUES = Table(
    name="indicator-values",
    title="Values of indicators",
    description="One row for each value, and each total of returns. Small numbers are left out, and so are totals "
    "that they could be worked out from.",
    rows=_values,
    columns=VALUE_COLUMNS,
)
RETURNS = Table(
    name="returns",
    key=3,
    title="Returns",
    description="One row for each return that a hub owed by the day of this edition: handed in, or missing.",
    rows=_returns,
    columns=RETURN_COLUMNS,
)
