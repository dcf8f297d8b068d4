"""Badges that lapse by themselves, deadlines, and days of decision."""

from datetime import date

import pytest

from hubatlas.facts.quality import awards, deadline, next_decisions
from hubatlas.model import Application, QualityAward
from hubatlas.network import QualityScheme, SchemePart
from tests.builders import a_directory, a_hub, a_network, a_partial_date

LEVELS = (SchemePart(id="one", label="Level 1"),)
TWO_YEARS = QualityScheme(id="mark", label="Mark", levels=LEVELS, lasts_months=24, limit_months=12)
FOREVER = QualityScheme(id="mark", label="Mark", levels=LEVELS)


@pytest.mark.parametrize(
    ("scheme", "awarded", "expires", "today", "validity", "until"),
    [
        (TWO_YEARS, "2024-12-17", None, "2026-08-01", "valid", "2026-12-16"),
        (TWO_YEARS, "2024-12-17", None, "2026-12-01", "lapsing", "2026-12-16"),
        (TWO_YEARS, "2024-12-17", None, "2026-12-16", "lapsing", "2026-12-16"),  # its last day still counts
        (TWO_YEARS, "2024-12-17", None, "2026-12-17", "lapsed", "2026-12-16"),
        (TWO_YEARS, "2024-02-29", None, "2026-02-27", "lapsing", "2026-02-27"),  # no 29 February in 2026
        (TWO_YEARS, "2024-02-29", None, "2026-02-28", "lapsed", "2026-02-27"),
        (TWO_YEARS, "2024", None, "2026-06-01", "unknown", "2026-12-30"),  # between January and December
        (TWO_YEARS, "2024", None, "2025-06-01", "valid", "2026-12-30"),
        (TWO_YEARS, "2024", None, "2027-01-01", "lapsed", "2026-12-30"),
        (TWO_YEARS, "2024-12-17", "2027-03-31", "2027-03-31", "lapsing", "2027-03-31"),  # stated, so it holds
        (FOREVER, "2015", None, "2026-12-01", "valid", None),
    ],
)
def test_an_award_counts_until_its_end_and_lapses_by_itself(
    scheme: QualityScheme, awarded: str, expires: str | None, today: str, validity: str, until: str | None
) -> None:
    award = QualityAward(
        scheme="mark",
        level="one",
        awarded=a_partial_date(awarded),
        expires=None if expires is None else date.fromisoformat(expires),
    )
    directory = a_directory(a_hub(quality=(award,)), network=a_network(quality_schemes=(scheme,)))
    (standing,) = awards(directory, date.fromisoformat(today))
    assert (standing.validity, standing.until) == (validity, None if until is None else date.fromisoformat(until))


@pytest.mark.parametrize(
    ("submitted", "stated", "expected"),
    [
        ("2026-03-10", None, date(2027, 3, 10)),
        ("2026-03", None, date(2027, 3, 31)),  # the latest that it can be
        ("2026-03-10", date(2026, 12, 1), date(2026, 12, 1)),
        (None, None, None),
    ],
)
def test_an_application_has_a_deadline_where_one_follows(
    submitted: str | None, stated: date | None, expected: date | None
) -> None:
    application = Application(
        scheme="mark",
        stage="one",
        decision="waiting",
        submitted=None if submitted is None else a_partial_date(submitted),
        deadline=stated,
    )
    assert deadline(application, TWO_YEARS) == expected


def test_days_of_decision_that_are_over_are_left_out() -> None:
    scheme = QualityScheme(
        id="mark", label="Mark", decision_dates=(date(2027, 3, 1), date(2026, 12, 1), date(2026, 9, 1))
    )
    assert next_decisions(scheme, date(2026, 12, 1)) == (date(2026, 12, 1), date(2027, 3, 1))
