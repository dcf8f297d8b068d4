"""The pages about freshness answer a coordinator: whose record has nobody confirmed, and whom to ask."""

from datetime import date
from typing import Any

from hubatlas.directory import Directory
from hubatlas.model import Contact, Provenance
from hubatlas.pages.freshness import contexts
from hubatlas.pages.tables import WideTable
from tests.builders import a_directory, a_hub, a_place, a_provenance, a_service, an_organisation

TODAY = date(2026, 12, 1)


def confirmed(on: str, *facts: str) -> Provenance:
    return a_provenance(*facts, confirmed_on=date.fromisoformat(on), confirmed_by="The Hub manager")


DIRECTORY = a_directory(
    a_hub("Fen", operator="riverside-trust", provenance=(confirmed("2026-11-01", "identity", "hours"),)),
    a_hub(
        "Mill", operator="riverside-trust", provenance=(confirmed("2024-02-29", "identity"), a_provenance("contact"))
    ),
    a_hub("Quay", contact=Contact(phone="0808 157 0123")),
    a_hub("Old Quay", status="closed"),
    a_service("Advice", provider="riverside-trust", provenance=(confirmed("2026-01-10", "identity"),)),
    an_organisation(),
    a_place(),
)


def page_of(directory: Directory, kind: str = "") -> Any:  # noqa: ANN401 - contexts are of many types
    return dict(contexts(directory, TODAY))[f"/network/freshness/{kind}"]


def words_of(table: WideTable) -> list[list[str]]:
    return [[row.header.words, *(cell.words for cell in row.cells)] for row in table.rows]


def test_the_first_sentence_says_how_many_hubs_nobody_has_confirmed_for_a_year() -> None:
    page = page_of(DIRECTORY)
    assert page.answer == "Nobody who runs them has confirmed 2 of the 3 hubs within the last year."
    assert [(each.link.label, each.words) for each in page.unconfirmed] == [
        ("Quay", "never"),
        ("Mill", "last on 29 February 2024 by the hub manager"),
    ]


def test_a_network_in_which_all_or_none_are_confirmed_says_so() -> None:
    all_of_them = a_directory(a_hub("Fen", provenance=(confirmed("2026-11-01", "identity"),)))
    assert page_of(all_of_them).answer.startswith("Each hub has been confirmed within the last year")
    assert page_of(a_directory(a_hub("Fen"))).answer == (
        "Nobody who runs them has confirmed any of the 1 hub within the last year."
    )
    assert page_of(a_directory()).answer == "There are no hubs yet."


def test_the_matrix_tells_state_and_date_of_each_group_of_facts() -> None:
    table = page_of(DIRECTORY).records
    assert [column.words for column in table.columns] == [
        *("Last confirmed", "Name and status", "Description", "Phone and web", "Opening hours"),
    ]
    assert words_of(table) == [
        ["Quay", "Never", "Not confirmed", "Not confirmed", "nothing said", "nothing said"],
        ["Mill", "Over a year ago", "Fresh", "nothing said", "Not confirmed", "nothing said"],
        ["Fen", "Within a year", "Fresh", "nothing said", "nothing said", "Fresh"],
    ]
    assert table.rows[1].cells[0].detail == "29 February 2024"
    assert table.rows[1].cells[1].detail == "12 Sep 2026"


def test_each_kind_of_record_has_its_numbers_and_its_page() -> None:
    assert words_of(page_of(DIRECTORY).kinds) == [
        ["Hubs", "1 of 3", "1", "0", "0", "2"],
        ["Services", "1 of 1", "1", "0", "0", "0"],
        ["Organisations", "0 of 1", "0", "0", "0", "1"],
        ["Places", "0 of 1", "0", "0", "0", "1"],
    ]
    assert [address for address, _ in contexts(DIRECTORY, TODAY)] == [
        *("/network/freshness/", "/network/freshness/services/"),
        *("/network/freshness/organisations/", "/network/freshness/places/"),
    ]


def test_those_who_run_hubs_and_services_are_listed_with_what_to_ask_them() -> None:
    assert words_of(page_of(DIRECTORY).owners) == [
        ["Riverside Trust", "2 of 3", "2", "0", "0", "1", "not known"],
        ["Nobody is stated", "0 of 1", "0", "0", "0", "1", "not known"],
    ]


def test_whom_to_ask_is_a_link_and_those_with_most_overdue_come_first() -> None:
    late = a_provenance("identity", as_of=None, confirmed_on=date(2020, 1, 1))
    table = page_of(
        a_directory(
            a_hub("Fen", operator="apple", provenance=(confirmed("2026-11-01", "identity"),)),
            a_hub("Mill", operator="zebra", provenance=(late,)),
            an_organisation("Apple", contact=Contact(phone="0808 157 0123")),
            an_organisation("Zebra", contact=Contact(email="office@zebra.example.org", role="Office")),
        )
    ).owners
    assert [(row.header.words, row.cells[-1].words, row.cells[-1].address) for row in table.rows] == [
        ("Zebra", "Email", "mailto:office@zebra.example.org"),
        ("Apple", "0808 157 0123", "tel:+448081570123"),
    ]
    assert table.columns[-1].words == "Ask"


def test_completeness_is_told_with_its_weights_the_least_complete_first() -> None:
    page = page_of(DIRECTORY)
    assert words_of(page.completeness)[-1][:2] == ["Quay", "32%"]
    assert page.complete == "On average a hub’s record says 23% of what the public needs. 0 records of 3 say all of it."
    assert ("Opening hours for each day", 5) in page.weights
    assert page_of(DIRECTORY, "places/").completeness is None
