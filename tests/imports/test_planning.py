"""What becomes of proposals: nothing that somebody confirmed is written over, and nothing wrong is written at all."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from hubatlas.imports.planning import Planner
from hubatlas.imports.proposals import Plan, Proposal, Source
from hubatlas.imports.reporting import report
from hubatlas.imports.trial import BrokenContentError
from hubatlas.records import check

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schema"
SOURCE = Source(name="Mapping exercise", url="https://example.org/mapping", as_of="2026-10")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "networks" / "first-steps", tmp_path / "content")
    return tmp_path / "content"


def hub(name: str, slug: str | None = None, **rest: object) -> Proposal:
    record = {"name": name, "kind": "hub", "status": "open", "summary": "A room.", **rest}
    return Proposal(kind="hub", slug=slug or name.lower().replace(" ", "-"), record=record, origin=f"row of {name}")


def planned(content: Path, *proposals: Proposal, write: bool = True) -> Plan:
    planner = Planner(content, SCHEMA)
    plan = planner.plan(proposals, SOURCE)
    if write:
        planner.apply(plan)
        assert check(content, SCHEMA) == ()
    return plan


def text(content: Path, name: str) -> str:
    return (content / name).read_text(encoding="utf-8")


def test_a_new_record_is_written_with_where_it_comes_from(content: Path) -> None:
    plan = planned(content, hub("Old Mill", opening_hours={"monday": "09:00-17:00"}))
    assert [each.proposal.slug for each in plan.new] == ["old-mill"]
    assert text(content, "hubs/old-mill.yaml") == (
        "name: Old Mill\nkind: hub\nstatus: open\nsummary: A room.\n"
        "opening_hours:\n  monday: 09:00-17:00\nprovenance:\n"
        "  - facts: [identity, description, hours]\n    source: Mapping exercise\n"
        "    url: https://example.org/mapping\n    as_of: 2026-10\n"
    )


def test_the_same_again_changes_nothing(content: Path) -> None:
    planned(content, hub("Old Mill"))
    before = text(content, "hubs/old-mill.yaml")
    plan = planned(content, hub("Old Mill"))
    assert (len(plan.same), plan.written) == (1, ())
    assert text(content, "hubs/old-mill.yaml") == before


def test_a_record_that_nobody_confirmed_is_changed_and_keeps_its_comments(content: Path) -> None:
    path = content / "hubs" / "corner-house.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if "confirmed_" not in line) + "\n", encoding="utf-8")
    plan = planned(content, hub("Corner House", contact={"phone": "01632 960002"}))
    [changed] = plan.changed
    assert [(field.name, field.before, field.after) for field in changed.fields] == [
        ("summary", "A warm room, a kettle and somebody to talk to, for anyone who walks in.", "A room."),
        ("contact", {"phone": "01632 960001"}, {"phone": "01632 960002"}),
    ]
    after = text(content, "hubs/corner-house.yaml")
    assert "  # From any map: latitude first." in after
    assert "phone: 01632 960002" in after
    assert "opening_hours:\n  monday: 10:00-16:00" in after
    assert "facts: [identity, location, hours]\n    source: Made up" in after
    assert "facts: [description, contact]\n    source: Mapping exercise" in after


def test_a_confirmed_record_is_never_written_over(content: Path) -> None:
    before = text(content, "hubs/corner-house.yaml")
    plan = planned(content, hub("Corner House", contact={"phone": "01632 960002"}))
    assert [each.proposal.slug for each in plan.kept] == ["corner-house"]
    assert text(content, "hubs/corner-house.yaml") == before
    assert "contact: a group of lines would become a group of lines" in report(plan, written=True)


@pytest.mark.parametrize(
    "like",
    [
        {"contact": {"phone": "+44 1632 960001"}},
        {"point": {"latitude": 56.3501, "longitude": -3.8401, "precision": "building"}},
    ],
)
def test_what_may_be_there_under_another_name_is_for_a_person_to_decide(content: Path, like: dict[str, Any]) -> None:
    plan = planned(content, hub("The Corner House Hub", **like))
    [doubtful] = plan.doubtful
    assert doubtful.reasons[0].startswith("hubs/corner-house.yaml may be the same: it has the same name and ")
    assert not (content / "hubs" / "the-corner-house-hub.yaml").exists()


def test_the_same_twice_in_one_source_is_found(content: Path) -> None:
    address = {"city": "Bath", "postal_code": "BA1 1AA"}
    plan = planned(content, hub("Old Mill", address=address), hub("Old Mill Rooms", address=address), hub("Old Mill"))
    assert [each.proposal.slug for each in plan.new] == ["old-mill"]
    assert "from row of Old Mill" in plan.doubtful[0].reasons[0]
    assert "the same file as row of Old Mill" in plan.refused[0].reasons[0]


def test_others_of_the_same_name_elsewhere_are_not_taken_for_one(content: Path) -> None:
    one = hub("Library", "library-bath", address={"city": "Bath", "postal_code": "BA1 1AA"})
    other = hub("Library", "library-wells", address={"city": "Wells", "postal_code": "BA5 2AA"})
    assert len(planned(content, one, other).new) == 2


def test_a_wrong_value_is_left_out_and_said(content: Path) -> None:
    plan = planned(content, hub("Old Mill", contact={"phone": "12", "email": "hello@example.org"}))
    assert "email: hello@example.org" in text(content, "hubs/old-mill.yaml")
    assert "phone" not in text(content, "hubs/old-mill.yaml")
    assert plan.questions == (
        'row of Old Mill: Phone "12" is not a UK phone number; write it as, for example, 01632 960123.',
    )


def test_what_breaks_a_rule_is_refused_with_the_reason_and_the_rest_is_written(content: Path) -> None:
    plan = planned(content, hub("Old Mill", kind="hubb"), hub("Quay"), hub("Loop", operator="nobody"))
    assert [each.proposal.slug for each in plan.new] == ["quay"]
    reasons = {each.proposal.slug: each.reasons for each in plan.refused}
    assert reasons["old-mill"] == ('"hubb" is not among the hub_kinds of network.yaml; did you mean hub?',)
    assert reasons["loop"][0].startswith('There is no organisation "nobody"')


def test_a_change_that_would_break_another_record_is_refused(content: Path) -> None:
    for path in content.glob("*/*.yaml"):
        kept = [line for line in path.read_text("utf-8").splitlines() if "confirmed_" not in line]
        path.write_text("\n".join(kept) + "\n", "utf-8")
    kinds = "title: Kinds of room\nterms:\n  - id: hall\n    label: Hall\n"
    (content / "vocabularies" / "room-kinds.yaml").write_text(kinds, "utf-8")
    tea = content / "services" / "tea-and-advice.yaml"
    tea.write_text(tea.read_text("utf-8").replace("hub: corner-house", "hub: corner-house\n    room: hall"), "utf-8")
    house = content / "hubs" / "corner-house.yaml"
    rooms = "rooms:\n  - id: hall\n    name: Hall\n    kind: hall\n"
    sourced = house.read_text("utf-8").replace("contact, hours]", "contact, hours, spaces]")
    house.write_text(sourced.replace("provenance:", f"{rooms}provenance:"), "utf-8")
    plan = planned(content, hub("Corner House", rooms=[{"id": "room", "name": "Room", "kind": "hall"}]))
    assert plan.written == ()
    assert "services/tea-and-advice.yaml would no longer pass" in plan.refused[0].reasons[0]


def test_what_the_source_has_no_more_is_named_and_stays(content: Path) -> None:
    planned(content, hub("Old Mill"), hub("Quay"))
    plan = planned(content, hub("Quay"))
    assert plan.vanished == ("hubs/old-mill.yaml",)
    assert (content / "hubs" / "old-mill.yaml").exists()


@pytest.mark.parametrize("slug", ["../../evil", "/etc/passwd", "", "a/b", "x" * 61, "UPPER", "..", "con\n"])
def test_no_name_leads_out_of_the_folder(content: Path, slug: str) -> None:
    record = {"name": "Evil", "kind": "hub", "status": "open", "summary": "x"}
    plan = planned(content, Proposal(kind="hub", slug=slug, record=record, origin="row 2"))
    assert len(plan.refused) == 1
    assert sorted(path.name for path in content.parent.iterdir()) == ["content"]


def test_nothing_is_planned_on_broken_records(content: Path) -> None:
    (content / "hubs" / "broken.yaml").write_text("name: x\n", encoding="utf-8")
    with pytest.raises(BrokenContentError) as caught:
        Planner(content, SCHEMA)
    assert "broken.yaml:1:1" in str(caught.value)


def test_report_is_short_unless_all_is_asked_for(content: Path) -> None:
    plan = planned(content, *(hub(f"{number * 7919} {number}") for number in range(30)), write=False)
    assert "and 10 more lines; --report FILE has them all" in report(plan, written=False)
    assert "more line" not in report(plan, written=False, most=None)
    assert report(plan, written=False).startswith("30 records would be written; 0 as they are already.")
