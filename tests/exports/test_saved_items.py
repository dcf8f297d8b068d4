"""What saved lists show: every hub and service, from the file that the browser looks in."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hubatlas.exports import Edition
from hubatlas.exports.saved_items import SAVED_ITEMS, file_count
from hubatlas.model import Contact
from tests.builders import a_directory, a_hub, a_schedule, a_service, a_session, some_hours
from tests.exports.editions import NETWORKS, network_edition

TODAY = date(2026, 12, 1)  # a Tuesday


def files(edition: Edition) -> list[dict[str, Any]]:
    return [json.loads(content) for _, content in SAVED_ITEMS.files(edition)]


def items(*records: Any) -> dict[str, Any]:  # noqa: ANN401
    (only,) = files(Edition(directory=a_directory(*records), today=TODAY))
    return only


def test_a_hub_tells_its_number_hours_and_what_is_next() -> None:
    hub = a_hub(
        contact=Contact(phone="01632 960105"),
        opening_hours=some_hours(*("09:00-17:00",) * 5, "closed", "unknown"),
    )
    friday = a_session("friday", a_schedule(days="Friday"), hub=hub.slug)
    thursday = a_session("thursday", a_schedule(days="Thursday"), hub=hub.slug, name="Drop-in")
    found = items(hub, a_service(sessions=(friday, thursday)))
    assert found["hubs/old-mill-hub"] == {
        "name": "Old Mill Hub",
        "kind": "Hub",
        "phone": "01632 960105",
        "hours": "Monday to Friday 9am to 5pm; Saturday closed; Sunday not known",
        "next": {"day": "2026-12-03", "words": "Thursday 3 December, 10am to midday, Drop-in"},
    }
    assert found["services/money-advice-drop-in"]["phone"] == "01632 960105"
    assert found["services/money-advice-drop-in"]["next"]["words"].endswith(", Old Mill Hub")


def test_what_has_ended_sends_nobody_there() -> None:
    hub = a_hub(status="closed", contact=Contact(phone="01632 960105"))
    service = a_service(status="ended", contact=Contact(phone="01632 960106"), sessions=(a_session(hub=hub.slug),))
    for item, notice in zip(items(hub, service).values(), ("Closed", "No longer running"), strict=True):
        assert item["notice"] == notice
        assert not {"phone", "hours", "next"} & item.keys()


@pytest.mark.parametrize("content", NETWORKS, ids=lambda path: path.name)
def test_every_hub_and_service_can_be_saved(content: Path) -> None:
    edition = network_edition(content)
    (only,) = files(edition)
    directory = edition.directory
    assert only.keys() == {f"hubs/{hub.slug}" for hub in directory.hubs} | {
        f"services/{service.slug}" for service in directory.services
    }


def test_a_very_large_network_has_several_files_of_like_size() -> None:
    directory = a_directory(*(a_service(f"Tea {number}") for number in range(1200)))
    found = files(Edition(directory=directory, today=TODAY))
    assert len(found) == file_count(directory) == 3
    assert sum(map(len, found)) == 1200
    assert min(map(len, found)) > 300
    assert all(sum(map(ord, place)) % 3 == number for number, each in enumerate(found) for place in each)
