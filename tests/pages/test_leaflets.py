"""What leaflets say, before any template: what fits, what is left out first, and nothing that is not known."""

from __future__ import annotations

from typing import Any

from hubatlas.model import Address, Contact, Hub
from hubatlas.pages.leaflets.fitting import USUAL, fits
from tests.builders import a_directory, a_hub, a_place, a_schedule, a_service, a_session, some_hours
from tests.pages.test_contexts import UNKNOWN, page_at


def leaflet(hub: Hub, *others: Any) -> Any:  # noqa: ANN401 - contexts are of many types
    return page_at(a_directory(hub, *others), f"/hubs/{hub.slug}/leaflet/")


def sections(shown: Any) -> dict[str, list[str]]:  # noqa: ANN401
    return {each.heading: [f"{row.label or ''} {row.words}".strip() for row in each.rows] for each in shown.sections}


def service_with(count: int, hub: str, day: str = "Tuesday", **rest: Any) -> Any:  # noqa: ANN401
    times = [f"{9 + at % 8:02}:00-{10 + at % 8:02}:00" for at in range(count)]
    return a_service(
        f"Money advice on a {day}",
        sessions=tuple(
            a_session(f"{day.lower()}-{at}", a_schedule(days=day, time=time, **rest), hub=hub)
            for at, time in enumerate(times)
        ),
    )


def test_a_hub_of_which_little_is_known_has_large_letters_and_is_not_called_closed() -> None:
    shown = leaflet(a_hub())
    assert shown.roomy
    assert sections(shown) == {"Opening hours": [UNKNOWN]}
    assert shown.where == ("The address is not published.",)
    assert shown.call is None


def test_a_hub_says_where_when_and_whom_to_ring() -> None:
    hub = a_hub(
        address=Address(address_1="1 Mill Lane", city="Riverside", postal_code="PL1 1AA"),
        getting_there="Bus 4.",
        contact=Contact(phone="01632 960105"),
        opening_hours=some_hours(*("09:00-17:00",) * 3, "unknown", *("closed",) * 3),
    )
    shown = leaflet(hub, service_with(1, hub.slug))
    assert shown.where == ("1 Mill Lane, Riverside PL1\N{NO-BREAK SPACE}1AA", "Bus 4.")
    assert shown.call.number == "01632 960105"
    assert sections(shown)["Opening hours"] == [
        "Monday to Wednesday 9am to 5pm",
        "Thursday Not known: ring to ask",
        "Friday to Sunday Closed",
        "Bank holidays Not known: ring to ask",
    ]
    ((group,), heading) = shown.groups, shown.heading
    assert heading == "On here each week"
    assert (group.heading, [(each.time, each.name) for each in group.entries]) == (
        "Tuesday",
        [("9am to 10am", "Money advice on a Tuesday")],
    )


def test_a_full_week_is_cut_evenly_to_one_sheet_and_says_what_is_left_out() -> None:
    hub = a_hub()
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    shown = leaflet(hub, *(service_with(30, hub.slug, day) for day in days))
    assert not shown.roomy
    assert fits(shown, USUAL)
    assert shown.heading == "Some of what is on here each week"
    kept = {len(group.entries) for group in shown.groups}
    assert len(kept) == 1
    assert {group.more for group in shown.groups} == {f"and {30 - kept.pop()} more"}


def test_what_is_on_every_week_is_kept_before_what_is_not() -> None:
    hub = a_hub()
    seldom = service_with(40, hub.slug, "Tuesday", interval=2, valid_from=None)
    often = a_service(
        "Tea", sessions=(a_session(schedule=a_schedule(days="Tuesday", time="18:00-19:00"), hub=hub.slug),)
    )
    (group,) = leaflet(hub, seldom, often).groups
    assert group.more is not None
    assert group.entries[-1].name == "Tea"


def test_a_closed_hub_keeps_its_leaflet_which_sends_nobody_there() -> None:
    hub = a_hub(status="closed", contact=Contact(phone="01632 960105"), previous_ids=("mill",))
    directory = a_directory(hub)
    shown: Any = page_at(directory, "/hubs/mill/leaflet/")
    assert shown == page_at(directory, "/hubs/old-mill-hub/leaflet/")
    assert shown.notice == "Closed. You cannot go there now."
    assert (shown.call, shown.where, shown.sections, shown.groups) == (None, (), (), ())


def test_a_service_without_a_number_says_whom_to_ring_and_where_it_is() -> None:
    hub = a_hub(contact=Contact(phone="01632 960105"), address=Address(address_1="1 Mill Lane", city="Riverside"))
    shown: Any = page_at(a_directory(hub, service := service_with(1, hub.slug)), f"/services/{service.slug}/leaflet/")
    assert sections(shown)["Ring to ask"] == ["Old Mill Hub 01632 960105"]
    assert sections(shown)["Cost"] == ["Not known. Ask before you go."]
    (group,) = shown.groups
    assert (group.heading, group.where) == ("Old Mill Hub", "1 Mill Lane, Riverside")
    assert group.entries[0].time == "Every Tuesday, 9am to 10am"


def test_a_place_s_week_says_where_each_thing_is() -> None:
    hub = a_hub(places=("riverside",), contact=Contact(phone="01632 960105"))
    shown: Any = page_at(
        a_directory(hub, a_place(), service_with(2, hub.slug)),
        "/places/riverside/leaflet/",
    )
    assert shown.runs_on
    assert sections(shown)["Old Mill Hub"] == ["Riverside", "Opening hours are not yet published.", "Call 01632 960105"]
    assert [each.note for each in shown.groups[0].entries] == ["Old Mill Hub"] * 2
