"""Who is reminded of what: those who run hubs, of these and their services there, and those who offer the others."""

from datetime import date

from hubatlas.directory import Directory
from hubatlas.facts.reminders import Reminder, reminders
from hubatlas.model import Contact, Provenance
from tests.builders import a_directory, a_hub, a_provenance, a_service, an_organisation

TODAY = date(2026, 12, 1)
MAIL = Contact(role="Office", email="office@trust.example.org")


def confirmed(on: str, *facts: str) -> tuple[Provenance, ...]:
    return (a_provenance(*facts, as_of=None, confirmed_on=date.fromisoformat(on), confirmed_by="Hub manager"),)


def of(directory: Directory) -> dict[str, Reminder]:
    return {each.about.slug: each for each in reminders(directory, TODAY)}


def test_a_hub_waits_from_the_day_that_the_network_names() -> None:
    checked = {
        "fresh": confirmed("2026-11-01", "identity", "hours"),
        "due": confirmed("2025-12-01", "identity"),
        "never": (a_provenance("identity"),),
    }
    found = of(a_directory(*(a_hub(name, slug=name, provenance=told) for name, told in checked.items())))
    waiting = {slug: [group.state for each in it.waiting for group in each.groups] for slug, it in found.items()}
    assert waiting == {"due": ["due"], "fresh": [], "never": ["unconfirmed"]}
    assert found["due"].due_on == found["never"].due_on == TODAY
    assert found["fresh"].due_on > TODAY


def test_those_who_run_a_hub_are_asked_about_its_services_once() -> None:
    directory = a_directory(
        a_hub(slug="mill", operator="trust", provenance=confirmed("2026-11-01", "identity")),
        a_hub(slug="weir", operator="trust", provenance=confirmed("2026-11-01", "identity")),
        an_organisation(slug="trust"),
        an_organisation(slug="guests"),
        a_service(slug="lunch", provider="trust", hubs=("weir", "mill")),
        a_service(slug="advice", provider="guests", hubs=("mill",)),
        a_service(slug="outing", provider="trust"),
        a_service(slug="choir", hubs=("weir",)),
        a_service(slug="nowhere"),
    )
    asked = {slug: [each.record.slug for each in it.waiting] for slug, it in of(directory).items()}
    assert asked == {"guests": ["advice"], "mill": ["lunch"], "trust": ["outing"], "weir": ["choir"]}


def test_the_organisation_is_written_to_and_else_the_hub_and_what_has_closed_is_left_alone() -> None:
    own = Contact(email="mill@example.org")
    directory = a_directory(
        a_hub("A", operator="trust", contact=own),
        a_hub("B", contact=own),
        a_hub("C", contact=Contact(phone="0808 157 0100")),
        a_hub("D", status="closed"),
        an_organisation(slug="trust", contact=MAIL),
    )
    assert {slug: it.contact for slug, it in of(directory).items()} == {"a": MAIL, "b": own, "c": None}
