"""What the author of a hub or of network.yaml reads about offers, quality, rooms and relations that cannot be."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

from pathlib import Path

import pytest

from tests.records.riverside_network import copied, spoilt

HUB = "hubs/old-mill.yaml"
SATELLITE = "hubs/boat-shed.yaml"
NETWORK = "network.yaml"

SERVICE = "services/money-advice.yaml"

STANDING = """standards:
  - {id: hours, label: Opening hours, kinds: [hub], weekly_hours: 20}
core_offers:
  - {id: core, label: Core offer, kinds: [hub], defined: yes, services: [{id: advice, label: Advice}]}
targets:
  - {label: Two or three hubs, kinds: [hub], least: 2, most: 3}
quality_schemes:
  - id: ready
    label: Hub Ready
    themes:
      - {id: people, label: People}
    levels:
      - {id: level-1, label: Level 1}
      - {id: level-2, label: Level 2}
    stages:
      - {id: form, label: Form}
"""
"""What the network asks of its hubs; in network.yaml it begins on line 37."""

WITH_STANDING = ("unknown_hours:", f"{STANDING}unknown_hours:")

LINE = 31
"""Where the line that a case adds to the hub stands: just before its provenance."""

OF_A_HUB = [
    # The core offer.
    (
        "core-offer",
        "core_offer: [{core_service: advise, status: delivering}]",
        '29: "advise" is not among the core_services of network.yaml; did you mean advice?',
    ),
    (
        "core-offer",
        "core_offer: [{core_service: advice, status: unknown}, {core_service: advice, status: not yet}]",
        '70: an earlier core service of this hub is "advice" as well; keep one of them',
    ),
    (
        "core-offer",
        "core_offer: [{core_service: advice, status: working towards, as_of: 2026}]",
        "45: working towards advice needs what shows it; add a line that begins with `evidence:`",
    ),
    (
        "core-offer",
        "core_offer: [{core_service: advice, status: working towards, evidence: Two are being trained.}]",
        "45: working towards advice needs the date of the evidence; add a line that begins with `as_of:`",
    ),
    (
        "core-offer",
        "core_offer: [{core_service: advice, status: working toward}]",
        '45: status should be delivering, working towards, not yet or unknown, not "working toward"; did you mean working towards?',
    ),
    # Quality.
    (
        "quality",
        "quality: [{scheme: redy, level: level-1, awarded: 2026}]",
        '20: "redy" is not among the quality_schemes of network.yaml; did you mean ready?',
    ),
    (
        "quality",
        "quality: [{scheme: ready, level: gold, awarded: 2026}]",
        '34: the scheme ready has no level "gold"; it has level-1 and level-2',
    ),
    (
        "quality",
        "quality: [{scheme: ready, level: level-1, themes: {peopel: level-1}, awarded: 2026}]",
        '52: the scheme ready has no theme "peopel"; did you mean people?',
    ),
    (
        "quality",
        "quality: [{scheme: ready, level: level-1, themes: {people: level1}, awarded: 2026}]",
        '60: the scheme ready has no level "level1"; did you mean level-1?',
    ),
    (
        "quality",
        "quality: [{scheme: ready, level: level-1, awarded: 2026-05, expires: 2026-04-30}]",
        "70: expires is 2026-04-30, before it was awarded; put the two dates in order",
    ),
    (
        "quality",
        "quality: [{scheme: ready, level: level-1, awarded: 2026-05, validated_by: riverside-trst}]",
        '75: there is no organisation "riverside-trst"; did you mean riverside-trust?',
    ),
    (
        "quality",
        "applications: [{scheme: ready, stage: from, decision: waiting}]",
        '39: the scheme ready has no stage "from"; did you mean form?',
    ),
    (
        "quality",
        "applications: [{scheme: ready, stage: form, decision: waiting, decided_on: 2026-09}]",
        "76: decision is waiting, yet there is a day on which it was decided; say what was decided, or take out the day",
    ),
    (
        "quality",
        "applications: [{scheme: ready, stage: form, decision: declined, decided_by: river-bord}]",
        '77: there is no body "river-bord"; did you mean river-board?',
    ),
    # Rooms.
    (
        "spaces",
        "rooms: [{id: hall, name: Hall, kind: hall}, {id: hall, name: Small hall, kind: hall}]",
        '50: an earlier room of this hub is "hall" as well; give each room a short name of its own',
    ),
    (
        "spaces",
        "rooms: [{id: hall, name: Hall, kind: hal}]",
        '38: "hal" is not a term of vocabularies/room-kinds.yaml; did you mean hall?',
    ),
    (
        "spaces",
        "rooms: [{id: hall, name: Hall, kind: hall, available: {monday: 18:00-02:00, tuesday: 01:00-03:00}}]",
        "64: Monday runs past midnight into the hours of Tuesday; end Monday before Tuesday begins",
    ),
    # Relations.
    ("network", "replaced_by: [boat-shed, old-mill]", "26: a hub cannot be named here by itself; name another hub"),
    (
        "network",
        "mentored_by: [{hub: old-mill, status: live}]",
        "15: a hub cannot be named here by itself; name another hub",
    ),
    (
        "network",
        "mentored_by: [{hub: boatshed, status: live}]",
        '21: there is no hub "boatshed"; did you mean boat-shed?',
    ),
    (
        "network",
        "roles: [{role: hub-manger}]",
        '16: "hub-manger" is not a term of vocabularies/roles.yaml; did you mean hub-manager?',
    ),
    (
        "network",
        "representative: {role: Manager, attends: rota-gruop}",
        '42: there is no body "rota-gruop"; did you mean rota-group?',
    ),
    (
        "network",
        "shares_building_with: [{kind: library, status: live}]",
        '31: "library" should be a term of vocabularies/neighbours.yaml, and there is no such file; add the file, with this term in it',
    ),
    (
        "network",
        "specialisms: [{specialism: debt, scope: nation, status: live}]",
        '41: scope should be hub, network or everywhere, not "nation"; choose one of them',
    ),
]


@pytest.mark.parametrize(("facts", "line", "said"), OF_A_HUB, ids=[case[2][:50] for case in OF_A_HUB])
def test_author_reads_what_a_hub_cannot_be_in_its_network(tmp_path: Path, facts: str, line: str, said: str) -> None:
    sourced = f"{line}\nprovenance:\n  - facts: [{facts}]\n    source: Return"
    changes = {NETWORK: WITH_STANDING, HUB: ("provenance:", sourced)}

    assert spoilt(copied(tmp_path), changes) == [f"content/{HUB}:{LINE}:{said}"]


def test_author_reads_that_a_hub_cannot_count_its_own_hours_twice(tmp_path: Path) -> None:
    assert spoilt(copied(tmp_path), {HUB: ("opening_hours:", "opens_with: [old-mill]\nopening_hours:")}) == [
        f"content/{HUB}:16:14: a hub cannot be named here by itself; name another hub"
    ]


def test_author_reads_that_a_service_cannot_be_part_of_a_core_service_that_is_not_there(tmp_path: Path) -> None:
    changes = {NETWORK: WITH_STANDING, SERVICE: ("sessions:", "core_services: [advise]\nsessions:")}

    assert spoilt(copied(tmp_path), changes) == [
        f'content/{SERVICE}:12:17: "advise" is not among the core_services of network.yaml; did you mean advice?'
    ]


MORE = "  - {id: more, label: More, kinds: [hub], defined: yes, services: [{id: advice, label: Advice}]}"

OF_A_NETWORK = [
    (
        "kinds: [hub], weekly_hours",
        "kinds: [hubs], weekly_hours",
        '38:47: "hubs" is not among the hub_kinds of network.yaml; did you mean hub?',
    ),
    (
        "weekly_hours: 20",
        "weekly_hours: 20, roles: [hub-manger]",
        '38:79: "hub-manger" is not a term of vocabularies/roles.yaml; did you mean hub-manager?',
    ),
    (
        "weekly_hours: 20",
        "weekly_hours: 200",
        "38:67: weekly_hours should be 168 or less, not 200; the least number of hours open in a usual week",
    ),
    (
        "standards:",
        "standards:\n  - {id: hours, label: Again, kinds: [hub]}",
        '39:10: "hours" is in standards twice; keep one of them',
    ),
    (
        "targets:",
        "  - {id: core, label: Again, kinds: [hub], defined: no}\ntargets:",
        '41:10: "core" is in core_offers twice; keep one of them',
    ),
    (
        "{id: advice, label: Advice}",
        "{id: advice, label: Advice}, {id: advice, label: Again}",
        '40:108: "advice" is in services twice; keep one of them',
    ),
    (
        "targets:",
        f"{MORE}\ntargets:",
        '41:73: "advice" is a core service of the list core as well; records name it without its list, so give it another name',
    ),
    (
        "least: 2, most: 3",
        "least: 5, most: 3",
        "42:62: most is 3, and least is 5; put the lower number under least",
    ),
    (
        "least: 2, most: 3",
        "most: 3",
        "42:52: most is 3, and least is missing; put the lower number under least",
    ),
    ("id: level-2", "id: level-1", '50:14: "level-1" is in levels twice; keep one of them'),
    (
        "label: Hub Ready",
        "label: Hub Ready\n    validator: riverside-trst",
        '46:16: there is no organisation "riverside-trst"; did you mean riverside-trust?',
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), OF_A_NETWORK, ids=[case[2][:50] for case in OF_A_NETWORK])
def test_author_reads_what_a_network_cannot_ask_for(tmp_path: Path, old: str, new: str, said: str) -> None:
    changes = {NETWORK: ("unknown_hours:", f"{STANDING.replace(old, new, 1)}unknown_hours:")}

    assert STANDING.count(old) >= 1
    assert spoilt(copied(tmp_path), changes) == [f"content/{NETWORK}:{said}"]


OPEN = "status: open\nopened: 2026"
WANTED = ("requires: [parent]", "requires: [parent], requires_when_open: [representative, no_wrong_door]")
MUST = "content/hubs/boat-shed.yaml:2:7: a hub of kind satellite must say its {} once it is open, by the hub_kinds of network.yaml; add a line that begins with `{}:`"


@pytest.mark.parametrize(
    ("status", "missing"),
    [
        ("status: planned", []),
        (OPEN, ["no_wrong_door", "representative"]),
        (f"{OPEN}\nno_wrong_door: yes", ["representative"]),
        (f"{OPEN}\nno_wrong_door: no", ["representative"]),
        (f"{OPEN}\nno_wrong_door: unknown", ["no_wrong_door", "representative"]),
        (f"{OPEN}\nno_wrong_door: yes\nrepresentative: {{role: Duty manager}}", []),
    ],
)
def test_some_things_must_be_said_only_once_a_hub_is_open(tmp_path: Path, status: str, missing: list[str]) -> None:
    said = spoilt(copied(tmp_path), {NETWORK: WANTED, SATELLITE: ("status: planned", status)})

    assert said == [MUST.format(name, name) for name in missing]
