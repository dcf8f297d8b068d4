"""Relations of hubs, told from both ends."""

from hubatlas.facts.relations import Kind, relations_by_hub
from hubatlas.model import CoLocation, Hub, Mentor
from tests.builders import a_directory, a_hub, a_partial_date


def told(*hubs: Hub) -> dict[str, list[tuple[Kind, str | None, str]]]:
    """For each hub, what it is to whom, and how far that is."""
    by_hub = relations_by_hub(a_directory(*hubs))
    return {
        slug: [(each.kind, each.other.slug if each.other else each.name, each.status) for each in relations]
        for slug, relations in by_hub.items()
    }


def test_each_relation_is_told_from_both_ends() -> None:
    desk = a_hub("Desk", kind="satellite", parent="mill", opens_with=("mill",))
    old = a_hub("Old", status="closed", replaced_by=("mill",), closed=a_partial_date("2024"))
    pupil = a_hub("Pupil", mentored_by=(Mentor(hub="mill", status="planned"),))
    assert told(a_hub("Mill"), desk, old, pupil) == {
        "desk": [("satellite of", "mill", "live"), ("opens together with", "mill", "live")],
        "mill": [
            ("has the satellite", "desk", "live"),
            ("opens together with", "desk", "live"),
            ("took over from", "old", "live"),
            ("mentors", "pupil", "planned"),
        ],
        "old": [("replaced by", "mill", "live")],
        "pupil": [("mentored by", "mill", "planned")],
    }


def test_a_relation_that_both_ends_state_is_told_once_from_each() -> None:
    mill, quay = a_hub("Mill", opens_with=("quay",)), a_hub("Quay", opens_with=("mill",))
    assert told(mill, quay) == {
        "mill": [("opens together with", "quay", "live")],
        "quay": [("opens together with", "mill", "live")],
    }


def test_a_front_door_outside_the_network_is_told_by_its_name() -> None:
    library = CoLocation(kind="library", name="Belmont Library", status="exploring")
    assert told(a_hub("Mill", shares_building_with=(library,))) == {
        "mill": [("shares its building with", "Belmont Library", "exploring")]
    }


def test_the_day_a_hub_closed_is_not_taken_for_the_day_another_took_over() -> None:
    closed = a_hub("Old", status="closed", replaced_by=("bus",), closed=a_partial_date("2014"))
    bus = a_hub("Bus", opened=a_partial_date("2024"))

    relations = relations_by_hub(a_directory(closed, bus))

    assert [each.since for slug in ("old", "bus") for each in relations[slug]] == [None, None]
