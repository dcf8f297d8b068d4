"""How fresh a record is: the group of facts that was checked longest ago governs."""

from datetime import date
from typing import Any

import pytest

from hubatlas.facts.freshness import checked_on, freshness, months_later
from tests.builders import a_hub, a_network, a_provenance

NETWORK = a_network(review_months={"default": 12, "hours": 3})


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-12-31", "fresh"),
        ("2027-01-01", "due"),
        ("2027-01-31", "due"),
        ("2027-02-01", "overdue"),
    ],
)
def test_confirmed_facts_grow_due_and_then_overdue(today: str, state: str) -> None:
    hub = a_hub(provenance=(a_provenance("hours", confirmed_on=date(2026, 10, 1), confirmed_by="Hub manager"),))
    found = freshness(hub, NETWORK, date.fromisoformat(today))
    assert found.state == state
    assert found.confirmed
    assert found.oldest.due_on == date(2027, 1, 1)
    assert (found.oldest.confirmed_on, found.oldest.confirmed_by) == (date(2026, 10, 1), "Hub manager")


def test_facts_that_nobody_confirmed_say_so_however_recent_the_source() -> None:
    found = freshness(a_hub(provenance=(a_provenance("identity", as_of="2026-11-30"),)), NETWORK, date(2026, 12, 1))
    assert (found.state, found.confirmed) == ("unconfirmed", False)
    assert found.oldest.on is not None
    assert found.oldest.on.text == "2026-11-30"
    assert found.oldest.age_in_days == 1


def test_the_oldest_group_governs_and_the_worst_state_is_told() -> None:
    hub = a_hub(
        provenance=(
            a_provenance("identity", as_of="2026-01-01", confirmed_on=date(2026, 2, 1)),
            a_provenance("hours", as_of="2026-06-01", confirmed_on=date(2026, 6, 2)),
        )
    )
    found = freshness(hub, NETWORK, date(2026, 12, 1))
    assert [group.facts for group in found.groups] == ["hours", "identity"]
    assert [group.state for group in found.groups] == ["overdue", "fresh"]
    assert found.oldest.facts == "identity"
    assert found.state == "overdue"


def test_of_several_sources_for_a_group_the_latest_counts() -> None:
    hub = a_hub(
        provenance=(
            a_provenance("contact", as_of="2025-09-12", confirmed_on=date(2025, 10, 1), confirmed_by="Hub manager"),
            a_provenance("contact", as_of="2026-11", url="https://example.org/list"),
        )
    )
    [contact] = freshness(hub, NETWORK, date(2026, 12, 1)).groups
    assert contact.on is not None
    assert contact.on.text == "2026-11"
    assert contact.url == "https://example.org/list"
    assert (contact.confirmed_on, contact.confirmed_by) == (date(2025, 10, 1), "Hub manager")


def test_a_month_or_a_year_counts_from_its_first_day() -> None:
    [identity] = freshness(a_hub(provenance=(a_provenance(as_of="2025"),)), NETWORK, date(2026, 1, 1)).groups
    assert identity.due_on == date(2026, 1, 1)
    assert identity.age_in_days == 365


def test_a_source_without_a_date_is_the_oldest() -> None:
    hub = a_hub(provenance=(a_provenance("identity", as_of="2020"), a_provenance("contact", as_of=None)))
    found = freshness(hub, NETWORK, date(2026, 12, 1))
    assert found.oldest.facts == "contact"
    assert found.oldest.on is None
    assert found.oldest.due_on is None
    assert found.oldest.state == "unconfirmed"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(9999, 12, 1), 12, date(9999, 12, 31)),
    ],
)
def test_months_end_where_they_end(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("provenance", "on"),
    [
        ((a_provenance("identity", as_of="2025-06"), a_provenance("hours", as_of="2026-09-12")), "2025-06"),
        ((a_provenance("identity", as_of="2024"), a_provenance("identity", as_of="2026")), "2026"),
        ((a_provenance("identity", as_of="2026"), a_provenance("identity", as_of=None)), "2026"),
        ((a_provenance("identity", as_of="2026"), a_provenance("hours", as_of=None)), None),
        ((a_provenance("identity", as_of="2024", confirmed_on=date(2026, 1, 2)),), "2026-01-02"),
    ],
)
def test_a_record_is_as_old_as_what_was_checked_longest_ago(provenance: Any, on: str | None) -> None:  # noqa: ANN401
    hub = a_hub(provenance=provenance)
    found = checked_on(hub)

    assert (found and found.text) == on
    assert found == freshness(hub, a_network(), date(2026, 12, 1)).oldest.on
