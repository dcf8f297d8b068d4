"""What a kiosk holds: what people can go to, nothing that has ended, and never a no that nobody has said."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hubatlas.directory import Directory
from hubatlas.model import Contact, Schedule, Span
from hubatlas.network import Term
from hubatlas.pages.kiosk import contexts
from hubatlas.publication import Kiosk
from tests.builders import a_directory, a_hub, a_network, a_service, a_session, a_vocabulary

TODAY = date(2026, 12, 1)
TUESDAYS = Schedule(repeats="weekly", days=("Tuesday",), time=Span(600, 720))
NEEDS = a_vocabulary("needs", Term(id="money", label="Money"), Term(id="food", label="Food"))


def held(directory: Directory) -> dict[str, Any]:
    """What the page of the kiosk holds for its script."""
    [(address, page)] = contexts(directory, TODAY)
    assert address == "/kiosk/"
    records: dict[str, Any] = json.loads(page.records)
    return records


def test_sessions_have_their_dates_for_four_weeks() -> None:
    service = a_service("Advice", sessions=(a_session(hub="mill", schedule=TUESDAYS),))
    records = held(a_directory(a_hub("Mill"), service))
    [session] = records["sessions"]
    assert session["days"] == [0, 7, 14, 21]
    assert "unsure" not in session
    assert (session["service"], session["hub"], session["span"]) == (0, 0, [600, 720])
    assert (records["built"], records["days"]) == ("2026-12-01", 28)


def test_a_session_on_a_bank_holiday_is_not_sure() -> None:
    fridays = Schedule(repeats="weekly", days=("Friday",), time=Span(600, 720))
    records = held(a_directory(a_service("Advice", sessions=(a_session(schedule=fridays),))))
    [session] = records["sessions"]
    assert session["unsure"] == [24]  # Christmas Day
    assert records["holidays"][:2] == ["2026-12-25", "2026-12-26"]


def test_what_has_ended_is_not_there() -> None:
    records = held(
        a_directory(
            a_hub("Mill"), a_hub("Shed", status="closed"), a_service("Advice"), a_service("Old", status="ended")
        )
    )
    assert [hub["name"] for hub in records["hubs"]] == ["Mill"]
    assert [service["name"] for service in records["services"]] == ["Advice"]


def test_only_needs_that_somebody_helps_with_are_asked_for() -> None:
    records = held(a_directory(a_service("Advice", needs=("money",)), vocabularies=(NEEDS,)))
    assert records["needs"] == [{"id": "money", "label": "Money"}]


def test_what_nobody_has_said_is_not_called_a_no() -> None:
    asked = a_vocabulary("accessibility", "Lift", "Ramp", "Hearing loop")
    hub = a_hub("Mill", accessibility={"lift": "yes", "ramp": "no"}, opening_hours=None)
    [shown] = held(a_directory(hub, vocabularies=(asked,)))["hubs"]
    assert (shown["has"], shown["lacks"]) == ("Lift", "Ramp")
    assert (shown["state"], shown["status"]) == ("unknown", a_network().unknown_hours)
    assert "hours" not in shown
    assert "week" not in shown


def test_a_number_is_words_and_not_a_link() -> None:
    service = a_service("Advice", contact=Contact(phone="01632 960111", website="https://www.example.org/a/"))
    [shown] = held(a_directory(service))["services"]
    assert (shown["phone"], shown["website"]) == ("01632 960111", "example.org/a")


def test_the_network_says_how_long_a_screen_waits() -> None:
    assert held(a_directory())["idle"] == 90
    assert held(a_directory(network=a_network(kiosk=Kiosk(idle_seconds=45))))["idle"] == 45
