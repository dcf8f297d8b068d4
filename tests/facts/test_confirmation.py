"""Who confirmed what and when, and whose record nobody has confirmed for a year."""

from datetime import date

import pytest

from hubatlas.facts.confirmation import confirmations
from hubatlas.model import Provenance
from tests.builders import a_directory, a_hub, a_place, a_provenance, a_service, an_organisation

TODAY = date(2026, 12, 1)


def confirmed(on: str, by: str | None = "Hub manager", facts: str = "identity") -> Provenance:
    return a_provenance(facts, confirmed_on=date.fromisoformat(on), confirmed_by=by)


@pytest.mark.parametrize(
    ("provenance", "on", "lapsed"),
    [
        ((a_provenance(),), None, True),
        ((confirmed("2026-11-30"),), "2026-11-30", False),
        ((confirmed("2025-12-02"),), "2025-12-02", False),
        ((confirmed("2025-12-01"),), "2025-12-01", True),
        ((confirmed("2024-02-29"), a_provenance("hours", as_of="2026-11-30")), "2024-02-29", True),
        ((confirmed("2023-05-01"), confirmed("2026-05-01", facts="hours")), "2026-05-01", False),
    ],
    ids=["never", "yesterday", "a year ago less a day", "a year ago", "only by a list since", "part of it"],
)
def test_a_record_lapses_when_nobody_has_confirmed_any_of_it_for_a_year(
    provenance: tuple[Provenance, ...],
    on: str | None,
    lapsed: bool,  # noqa: FBT001 - pytest passes it by name
) -> None:
    [found] = confirmations(a_directory(a_hub(provenance=provenance)), TODAY)
    assert found.confirmed_on == (None if on is None else date.fromisoformat(on))
    assert found.lapsed is lapsed


def test_the_last_to_confirm_is_named() -> None:
    provenance = (confirmed("2026-05-01", "Trustee"), confirmed("2026-06-01", "Hub manager", "hours"))
    [found] = confirmations(a_directory(a_hub(provenance=provenance)), TODAY)
    assert found.confirmed_by == "Hub manager"


def test_each_record_belongs_to_whoever_runs_it() -> None:
    directory = a_directory(
        a_hub("Mill", operator="riverside-trust"),
        a_service("Advice", provider="riverside-trust"),
        a_service("Choir"),
        an_organisation(),
        a_place(),
    )
    owners = {each.record.slug: each.owner for each in confirmations(directory, TODAY)}
    assert owners == {
        "mill": "riverside-trust",
        "advice": "riverside-trust",
        "choir": None,
        "riverside-trust": "riverside-trust",
        "riverside": None,
    }


def test_what_has_ended_needs_no_confirmation() -> None:
    directory = a_directory(
        a_hub("Mill", status="closed"), a_service("Choir", status="ended"), a_hub("Quay", status="planned")
    )
    assert [each.record.slug for each in confirmations(directory, TODAY)] == ["quay"]


def test_the_record_that_was_longest_unconfirmed_comes_first() -> None:
    directory = a_directory(
        a_hub("Beacon", provenance=(confirmed("2026-10-01"),)),
        a_hub("Mill", provenance=(confirmed("2024-10-01"),)),
        a_hub("Quay"),
        a_hub("Annex"),
        a_place(),
    )
    assert [each.record.name for each in confirmations(directory, TODAY)] == [
        *("Annex", "Quay", "Mill", "Beacon"),
        "Riverside",
    ]
