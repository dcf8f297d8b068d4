"""What pages say of records, before any template: plain values of small directories."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hubatlas.directory import Directory
from hubatlas.language import as_recorded
from hubatlas.model import Address, Contact, Cost, DayHours, HoursException, Hub, Point, Service, Venue
from hubatlas.network import Term
from hubatlas.pages import PAGES, site_context
from hubatlas.pages.trust import suggest
from hubatlas.publication import Site
from hubatlas.translation import in_language
from tests.builders import (
    a_directory,
    a_hub,
    a_network,
    a_partial_date,
    a_place,
    a_provenance,
    a_schedule,
    a_service,
    a_session,
    a_vocabulary,
    an_organisation,
    some_hours,
)

TODAY = date(2026, 12, 1)  # a Tuesday
UNKNOWN = "Opening hours are not yet published. Ring before you go."


def page_at(directory: Directory, address: str, today: date = TODAY) -> Any:  # noqa: ANN401 - contexts are of many types
    """The context of the page at that address."""
    return {place: context for kind in PAGES for place, context in kind.contexts(directory, today)}[address]


def hub_page(hub: Hub, *others: Any, **rest: Any) -> Any:  # noqa: ANN401
    """The context of that hub's page."""
    return page_at(a_directory(hub, *others, **rest), f"/hubs/{hub.slug}/")


def service_page(service: Service, *others: Any, **rest: Any) -> Any:  # noqa: ANN401
    """The context of that service's page."""
    return page_at(a_directory(service, *others, **rest), f"/services/{service.slug}/")


def test_a_hub_whose_hours_nobody_published_is_never_called_closed() -> None:
    page = hub_page(a_hub())
    assert page.status.kind == "unknown"
    assert page.status.words == UNKNOWN
    assert page.hours is None
    assert "closed" not in repr(page).lower()


def test_a_list_says_unknown_hours_in_one_sentence() -> None:
    (group,) = page_at(a_directory(a_hub()), "/hubs/").groups
    assert group.hubs[0].status.short == "Opening hours are not yet published."


def test_a_day_that_nobody_stated_is_not_known_rather_than_closed() -> None:
    hours = some_hours("09:00-17:00", "closed", "unknown", "closed", "closed", "closed", "closed")
    rows = {row.days: row for row in hub_page(a_hub(opening_hours=hours)).hours.week}
    assert (rows["Tuesday"].hours, rows["Tuesday"].known) == ("Closed", True)
    assert (rows["Wednesday"].hours, rows["Wednesday"].known) == ("Not known", False)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (("09:00-17:00",) * 5 + ("closed",) * 2, "Open Monday to Friday, 9am to 5pm"),
        (("09:00-17:00",) * 4 + ("09:00-16:00", "closed", "closed"), None),
        (("by appointment",) + ("closed",) * 6, "Open Monday, by appointment"),
        (("09:00-17:00", "closed", "10:00-12:00", "closed", "18:00-01:00", "closed", "closed"), "Open 3 days a week"),
        (("closed",) * 7, "Closed in the usual week"),
    ],
)
def test_without_scripts_the_status_tells_the_usual_week(week: tuple[str, ...], words: str | None) -> None:
    page = hub_page(a_hub(opening_hours=some_hours(*week)))
    assert page.status.words == (words or "Open Monday to Thursday, 9am to 5pm; Friday, 9am to 4pm")
    assert len(json.loads(page.status.hours)["week"]) == 7


def test_exceptions_are_shown_until_they_are_over() -> None:
    hours = some_hours("09:00-17:00", bank_holidays="closed", exceptions=())
    past = _exception("2026-11-01", "2026-11-02", "Staff training")
    coming = _exception("2026-12-24", "2026-12-28", "Christmas")
    page = hub_page(a_hub(opening_hours=replace(hours, exceptions=(past, coming))))
    assert [(row.days, row.reason) for row in page.hours.exceptions] == [("24 to 28 December 2026", "Christmas")]
    assert page.hours.bank_holidays.hours == "Closed"


@pytest.mark.parametrize(
    ("hub", "kind", "words"),
    [
        (a_hub(status="planned"), "coming", "Planned. Not open yet."),
        (a_hub(status="planned", opened=a_partial_date("2019")), "coming", "Planned. Not open now."),
        (
            a_hub(status="planned", due_to_open=a_partial_date("2027-06")),
            "coming",
            "Planned. Due to open in June 2027.",
        ),
        (
            a_hub(status="planned", due_to_open=a_partial_date("2025")),
            "coming",
            "Planned. Not open yet, as far as we know. It was planned for 2025.",
        ),
        (a_hub(status="closed"), "ended", "Closed. You cannot go there now."),
        (a_hub(status="closed", closed=a_partial_date("2025-03-28")), "ended", "Closed since 28 March 2025."),
    ],
)
def test_hubs_to_come_and_hubs_that_ended_say_so(hub: Hub, kind: str, words: str) -> None:
    page = hub_page(hub)
    assert (page.status.kind, page.status.words) == (kind, words)
    assert page.status.hours is None


def test_hubs_to_come_and_ended_ones_have_headings_of_their_own() -> None:
    hubs = (a_hub("Old Mill"), a_hub("New Mill", status="planned"), a_hub("Lost Mill", status="closed"))
    groups = page_at(a_directory(*hubs), "/hubs/").groups
    assert [(group.heading, [hub.name for hub in group.hubs]) for group in groups] == [
        ("Hubs", ["Old Mill"]),
        ("Coming soon", ["New Mill"]),
        ("Closed or not going ahead", ["Lost Mill"]),
    ]


def test_a_closed_hub_shows_no_sessions() -> None:
    hub = a_hub(status="closed")
    page = hub_page(hub, a_service(sessions=(a_session(hub=hub.slug),)))
    assert (page.days, page.occasions) == ((), ())


def test_provenance_tells_source_date_and_who_confirmed() -> None:
    confirmed = a_provenance("hours", confirmed_on=date(2026, 10, 2), confirmed_by="Hub manager")
    hub = a_hub(provenance=(a_provenance("identity", "location", "contact"), confirmed))
    trust = hub_page(hub).trust
    assert [(each.facts, each.source, each.as_of) for each in trust.sources] == [
        ("Name, status, address, phone and web", "Council list", "12 September 2026"),
        ("Opening hours", "Council list", "12 September 2026"),
    ]
    assert [each.confirmed for each in trust.sources] == [None, "Confirmed by the hub manager on 2 October 2026."]
    assert trust.unconfirmed_words == "Not yet confirmed by the hub."
    assert trust.checked == "Checked between 12 September 2026 and 2 October 2026"


def test_a_source_without_a_date_gives_none() -> None:
    trust = hub_page(a_hub(provenance=(a_provenance(as_of=None),))).trust
    assert trust.checked == "The sources give no date"


@pytest.mark.parametrize(
    ("site", "contact", "leads_to"),
    [
        (
            Site(address="https://x.example/", repository="https://git.example.org/hubs/", branch="main"),
            None,
            "https://git.example.org/hubs/edit/main/content/organisations/riverside-trust.yaml",
        ),
        (Site(address="https://x.example/"), Contact(email="a@b.example"), "mailto:a@b.example?subject=Change%20to%20"),
        (Site(address="https://x.example/"), None, "/contribute/"),
    ],
    ids=["repository", "email", "neither"],
)
def test_suggesting_a_change_of_what_has_no_form_leads_to_the_record_or_to_somebody(
    site: Site, contact: Contact | None, leads_to: str
) -> None:
    organisation = an_organisation()
    network = a_network(site=site, contact=contact)
    assert suggest(network, "organisations", organisation).address.startswith(leads_to)


def test_suggesting_a_change_of_a_hub_leads_to_its_form_and_beside_it_to_its_file() -> None:
    site = Site(address="https://x.example/", repository="https://git.example.org/hubs/", branch="main")
    trust = hub_page(a_hub(), network=a_network(site=site)).trust
    assert trust.suggest.address == "/suggest/#hubs_old-mill-hub"
    assert trust.file is not None
    assert trust.file.address == "https://git.example.org/hubs/edit/main/content/hubs/old-mill-hub.yaml"
    assert hub_page(a_hub(), network=a_network(site=Site(address="https://x.example/"))).trust.file is None


@pytest.mark.parametrize(
    ("site", "contact", "email", "issues"),
    [
        ({}, "a@b.example", "a@b.example", None),
        ({"repository": "https://git.example.org/hubs/"}, None, None, None),
        (
            {"repository": "https://git.example.org/hubs/", "suggestions": "issues"},
            "a@b.example",
            "a@b.example",
            "https://git.example.org/hubs/issues/new",
        ),
        ({"suggestions": "issues"}, None, None, None),
    ],
    ids=["email", "neither", "issues", "no repository"],
)
def test_suggestions_go_where_the_network_says(
    site: dict[str, Any], contact: str | None, email: str | None, issues: str | None
) -> None:
    network = a_network(
        site=Site(address="https://x.example/", **site), contact=None if contact is None else Contact(email=contact)
    )
    page = page_at(a_directory(a_hub(), a_service(), network=network), "/suggest/")
    assert (page.email, page.issues) == (email, issues)
    assert [record.place for record in page.records] == ["services_money-advice-drop-in", "hubs_old-mill-hub"]


def test_access_has_three_answers_and_silence_is_not_known() -> None:
    vocabulary = a_vocabulary("accessibility", "Lift", "Ramp", "Hearing loop", "Quiet space")
    hub = a_hub(accessibility={"ramp": "no", "lift": "yes", "quiet-space": "unknown"})
    access = hub_page(hub, vocabularies=(vocabulary,)).access
    assert [(mark.label, mark.answer) for mark in access.known] == [("Lift", "yes"), ("Ramp", "no")]
    assert [mark.label for mark in access.unknown] == ["Hearing loop", "Quiet space"]


def test_what_is_on_comes_in_order_of_time_with_its_date() -> None:
    hub = a_hub()
    late = a_service("Choir", sessions=(a_session("a", a_schedule(days="Tuesday", time="18:00-19:00"), hub=hub.slug),))
    soon = a_service("Lunch", sessions=(a_session("b", a_schedule(days="Tuesday", time="12:00-13:00"), hub=hub.slug),))
    page = hub_page(hub, late, soon)
    (today,) = page.occasions
    assert today.day.words == "Tuesday 1 December"
    assert [(each.time, each.name) for each in today.occasions] == [
        ("midday to 1pm", "Lunch"),
        ("6pm to 7pm", "Choir"),
    ]


def test_sessions_without_a_day_come_after_the_week() -> None:
    hub = a_hub()
    sessions = (
        a_session("unsaid", a_schedule("not published", time=None), hub=hub.slug),
        a_session("thursday", a_schedule(days="Thursday"), hub=hub.slug),
        a_session("call", a_schedule("by appointment", time=None), hub=hub.slug),
    )
    days = hub_page(hub, a_service(sessions=sessions)).days
    assert [day.heading for day in days] == ["Thursday", "By appointment", "Times not published: ring to ask"]


def test_a_service_tells_its_next_three_times_and_every_place() -> None:
    hub = a_hub()
    sessions = (
        a_session("tuesday", hub=hub.slug),
        a_session("church", a_schedule(days="Friday"), venue=Venue(name="Church Rooms")),
    )
    page = service_page(a_service(sessions=sessions), hub)
    assert [day.day.words for day in page.occasions] == [
        "Tuesday 1 December",
        "Friday 4 December",
        "Tuesday 8 December",
        "Friday 11 December",  # instead of one that is over by the clock
    ]
    assert page.most_occasions == 3
    assert [group.place for group in page.groups] == ["Old Mill Hub", "Church Rooms"]


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (None, "Not known. Ask before you go."),
        (Cost(free="unknown"), "Not known. Ask before you go."),
        (Cost(free="yes"), "Free."),
        (Cost(free="no", amount=2.5), "£2.50 a visit."),
        (Cost(free="no", amount=4.0, note="Bring change."), "£4 a visit. Bring change."),
    ],
)
def test_a_service_is_free_only_where_somebody_said_so(cost: Cost | None, words: str) -> None:
    assert service_page(a_service(cost=cost)).cost == words


@pytest.mark.parametrize("status", ["planned", "paused", "ended"])
def test_a_service_that_does_not_run_says_so_and_gives_no_times(status: str) -> None:
    page = service_page(a_service(status=status, sessions=(a_session(venue=Venue(name="Hall")),)))
    assert page.status_words is not None
    assert page.occasions == ()


@pytest.mark.parametrize(
    ("number", "address"),
    [("01752 203670", "tel:+441752203670"), ("116 123", "tel:116123"), ("+44 20 7946 0000", "tel:+442079460000")],
)
def test_numbers_can_be_dialled(number: str, address: str) -> None:
    assert hub_page(a_hub(contact=Contact(phone=number))).contact.phone.address == address


def test_directions_prefer_the_address_to_a_rough_point() -> None:
    rough = Point(latitude=50.4, longitude=-4.1, precision="postcode")
    address = Address(address_1="1 Mill Lane", city="Riverside", postal_code="PL5 4DD")
    assert hub_page(a_hub(address=address, point=rough)).directions.endswith(
        "1%20Mill%20Lane%2C%20Riverside%2C%20PL5%204DD"
    )
    assert hub_page(a_hub(point=replace(rough, precision="area"))).directions is None


def test_needs_lead_to_the_services_that_meet_them() -> None:
    money = Term(id="money", label="Money, benefits or debt")
    directory = a_directory(a_service(needs=("money",)), vocabularies=(a_vocabulary("needs", money),))
    need, unsure = page_at(directory, "/").needs
    assert need.address == "/needs/money/"
    assert (unsure.label, unsure.address) == ("I am not sure", "/hubs/")
    assert [group.anchor for group in page_at(directory, "/services/").needs] == ["need-money"]


def test_services_come_soonest_first_under_each_need() -> None:
    needs = a_vocabulary("needs", Term(id="food", label="Food"))
    friday = a_service("A", needs=("food",), sessions=(a_session("a", a_schedule(days="Friday")),))
    unsaid = a_service("B", needs=("food",))
    today = a_service("C", needs=("food",), sessions=(a_session("c", a_schedule(days="Tuesday")),))
    (group,) = page_at(a_directory(friday, unsaid, today, vocabularies=(needs,)), "/services/").needs
    assert [card.name for card in group.services] == ["C", "A", "B"]


def test_the_site_says_whether_it_is_a_demonstration() -> None:
    assert site_context(a_directory(), TODAY).demonstration
    assert not site_context(a_directory(network=a_network(demonstration="no")), TODAY).demonstration


def test_a_page_of_prose_takes_its_title_and_words_from_the_network() -> None:
    directory = replace(a_directory(), prose={"about": "# Who we are\n\nNeighbours.\n"})
    page = page_at(directory, "/about/")
    assert (page.title, page.text) == ("Who we are", "Neighbours.")
    assert page_at(directory, "/privacy/").text is None


def test_a_page_of_prose_is_in_the_language_of_its_reader_or_marked_as_english() -> None:
    written = {
        "about": "# About us\n\nHello.\n",
        "about.cy": "# Amdanom ni\n\nHelo.\n",
        "privacy": "# Privacy\n\nNone.\n",
    }
    directory = in_language(replace(a_directory(), prose=written), "cy")
    about, privacy = page_at(directory, "/about/"), page_at(directory, "/privacy/")
    assert (about.title, about.text) == ("Amdanom ni", "Helo.")
    assert (privacy.title, privacy.text) == (as_recorded("Privacy"), as_recorded("None."))


def test_every_context_can_be_pickled_and_says_the_same_twice() -> None:
    hub = a_hub(operator="riverside-trust", places=("riverside",), opening_hours=some_hours("09:00-17:00"))
    service = a_service(provider="riverside-trust", sessions=(a_session(hub=hub.slug),))
    directory = a_directory(hub, service, an_organisation(), a_place())
    for kind in PAGES:
        first, again = list(kind.contexts(directory, TODAY)), list(kind.contexts(directory, TODAY))
        assert first == again == pickle.loads(pickle.dumps(first))  # noqa: S301 - the test's own bytes


def test_a_service_without_a_number_names_whom_to_ring() -> None:
    hub = a_hub(contact=Contact(phone="0808 157 0123"))
    provider = an_organisation(contact=Contact(phone="0808 157 0999"))
    service = a_service(provider=provider.slug, hubs=(hub.slug,))
    asked = service_page(service, hub, provider).ask
    assert [(link.label, phone.number) for link, phone in asked] == [
        ("Riverside Trust", "0808 157 0999"),
        ("Old Mill Hub", "0808 157 0123"),
    ]
    assert service_page(replace(service, contact=Contact(phone="0808 157 0000")), hub, provider).ask == ()


def _exception(first: str, last: str, reason: str) -> HoursException:
    return HoursException(
        first_date=date.fromisoformat(first), last_date=date.fromisoformat(last), hours=DayHours(), reason=reason
    )
