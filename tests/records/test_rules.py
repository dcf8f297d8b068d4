"""What the author of a record reads about facts that cannot be true together, or that lead nowhere."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

from pathlib import Path

import pytest

from tests.records.riverside_network import copied, said_of, spoilt

HUB = "hubs/old-mill.yaml"
SATELLITE = "hubs/boat-shed.yaml"
SERVICE = "services/money-advice.yaml"
NETWORK = "network.yaml"
ORGANISATION = "organisations/riverside-trust.yaml"
PLACE = "places/weir-lane.yaml"
NEEDS = "vocabularies/needs.yaml"
SCHEDULE = "repeats: weekly\n      days: [Monday]"

RULES = [
    # Ids that open data are made from.
    (
        HUB,
        "name: ",
        "previous_ids: [boat-shed]\nname: ",
        '1:16: "boat-shed" is the file name of a hub now; an id belongs to one record for good',
    ),
    # Hours and dates.
    (
        HUB,
        "friday: 18:00-01:00",
        "friday: 18:00-09:30\n  saturday: 09:00-10:00",
        "21:11: Friday runs past midnight into the hours of Saturday; end Friday before Saturday begins",
    ),
    (
        HUB,
        "monday: 09:00-17:00",
        "monday: 00:30-02:00\n  sunday: 20:00-01:00",
        "18:11: Sunday runs past midnight into the hours of Monday; end Sunday before Monday begins",
    ),
    (
        HUB,
        "first_date: 2026-12-24",
        "first_date: 2026-12-24\n      last_date: 2026-12-20",
        "25:18: last_date is before first_date; put the two dates in order",
    ),
    (
        HUB,
        "reason: Christmas Eve",
        "reason: Christmas Eve\n    - {first_date: 2026-12-20, last_date: 2026-12-31, hours: closed, reason: Repairs}",
        "24:19: 2026-12-24 is in the exception for Repairs as well; let each day be in one exception",
    ),
    (
        HUB,
        "status: open",
        "status: open\nopened: 2025\nclosed: 2024-05",
        "5:9: closed is 2024-05, before it opened in 2025; put the later date under closed",
    ),
    (
        SERVICE,
        SCHEDULE,
        f"{SCHEDULE}\n      valid_from: 2026-09-01\n      valid_to: 2026-08-01",
        "20:17: valid_to is before valid_from; put the two dates in order",
    ),
    (
        SERVICE,
        SCHEDULE,
        f"{SCHEDULE}\n      valid_from: 2026-09-01\n      except_dates: [2026-08-03]",
        "20:22: 2026-08-03 is outside the dates from valid_from to valid_to; take it out",
    ),
    (
        SERVICE,
        SCHEDULE,
        f"{SCHEDULE}\n      except_dates: [2026-12-29]",
        "19:22: 2026-12-29 is a Tuesday, on which this does not happen anyway; take it out, or correct the date",
    ),
    # Points.
    (
        HUB,
        "longitude: -4.1422",
        "longitude: 4.1422",
        "10:3: the point 50.3706, 4.1422 is outside the United Kingdom; did you mean longitude: -4.1422? West of Greenwich it has a minus sign",
    ),
    (
        HUB,
        "latitude: 50.3706\n  longitude: -4.1422",
        "latitude: -4.1422\n  longitude: 50.3706",
        "10:3: the point -4.1422, 50.3706 is outside the United Kingdom; latitude and longitude look swapped: did you mean latitude: 50.3706 and longitude: -4.1422?",
    ),
    (
        HUB,
        "latitude: 50.3706\n  longitude: -4.1422",
        "latitude: 0\n  longitude: 0",
        "10:3: the point 0.0, 0.0 is outside the United Kingdom; latitude lies between 49.1 and 60.9, longitude between -8.7 and 1.8",
    ),
    (
        SERVICE,
        "hub: old-mill",
        "venue:\n      name: Elm\n      point: {latitude: 5.37, longitude: -4.1, precision: area}",
        "16:15: the point 5.37, -4.1 is outside the United Kingdom; latitude lies between 49.1 and 60.9, longitude between -8.7 and 1.8",
    ),
    # Services and sessions.
    (
        SERVICE,
        "audiences: [everyone]",
        "audiences: [everyone]\nminimum_age: 18\nmaximum_age: 12",
        "9:14: maximum_age is 12, less than minimum_age, 18; put the two ages in order",
    ),
    (SERVICE, "free: yes", "free: yes\n  amount: 3", "12:11: free is yes, yet an amount is given; keep one of them"),
    (
        SERVICE,
        "sessions:",
        "sessions:\n  - {id: monday, schedule: {repeats: by appointment}}",
        '14:9: an earlier session of this service is called "monday" as well; give each session a short name of its own',
    ),
    (
        SERVICE,
        "hub: old-mill",
        "hub: old-mill\n    venue: {name: Elm}",
        "15:5: a session takes place at a hub or at another venue, not at both; leave one of them out",
    ),
    # Where facts come from.
    (
        HUB,
        "description, location,",
        "description,",
        "31:1: nothing says where the location facts come from (address, point and places); add location to the facts of the source that gives them",
    ),
    (
        PLACE,
        "facts: [identity]",
        "facts: [identity, location]",
        "5:23: the record holds no location facts; take location out, or say in a note what the source leaves open",
    ),
    (
        PLACE,
        "facts: [identity]",
        "facts: [identty]",
        '5:13: item 1 of facts should be identity, location, area, gaps, profile or contact, not "identty"; did you mean identity?',
    ),
    # The network's own rules.
    (
        NETWORK,
        '"#0b5c6b"',
        '"#ffeb3b"',
        '15:17: brand_colour "#ffeb3b" is too pale: white text on it has a contrast of 1.2; choose a darker one, with 4.5 or more',
    ),
    (
        NETWORK,
        '"#0a4a7a"',
        '"#8ab4f8"',
        '17:16: link_colour "#8ab4f8" is too pale: a link in it on white has a contrast of 2.1; choose a darker one, with 4.5 or more',
    ),
    (
        NETWORK,
        "address: https://riverside.example.org/",
        "address: https://riverside.example.org",
        "12:12: the address of the site has no slash at its end; write https://riverside.example.org/",
    ),
    (
        NETWORK,
        "riverside\nappearance",
        "riverside\n  records_folder: ../elsewhere\nappearance",
        '14:19: records_folder "../elsewhere" is not a folder within the repository; write it as, for example, content',
    ),
    (NETWORK, "hours: 3", "ours: 3", '35:3: there is no group of facts "ours"; did you mean hours?'),
    (
        NETWORK,
        "place_levels:",
        "place_levels:\n  - {id: town, label: Town, plural: Towns}",
        '32:10: "town" is in place_levels twice; keep one of them',
    ),
    (
        NEEDS,
        "id: money",
        "id: money\n    broader: mony",
        '4:14: there is no term "mony" in this list; did you mean money?',
    ),
    (
        NEEDS,
        "label: Money",
        "broader: money\n    label: Money",
        '4:14: "money" comes round to itself through its wider terms; leave out the line that closes the circle',
    ),
    (NEEDS, "terms:", "terms:\n  - {id: money, label: Cash}", '4:9: "money" is in terms twice; keep one of them'),
    # What records say of each other.
    (
        NETWORK,
        "publisher: riverside-trust",
        "publisher: riverside-trst",
        '7:12: there is no organisation "riverside-trst"; did you mean riverside-trust?',
    ),
    (
        HUB,
        "operator: riverside-trust",
        "operator: council",
        '4:11: there is no organisation "council"; choose riverside-trust',
    ),
    (
        HUB,
        "places: [riverside]",
        "places: [riverside, wier-lane]",
        '13:21: there is no place "wier-lane"; did you mean weir-lane?',
    ),
    (
        HUB,
        "status: open",
        "status: opened",
        '3:9: "opened" is not among the hub_statuses of network.yaml; did you mean open?',
    ),
    (
        HUB,
        "kind: hub",
        "kind: outpost",
        '2:7: "outpost" is not among the hub_kinds of network.yaml; choose hub or satellite',
    ),
    (
        HUB,
        "step-free-entrance: yes",
        "step-free-entrace: yes",
        '28:3: "step-free-entrace" is not a term of vocabularies/accessibility.yaml; did you mean step-free-entrance?',
    ),
    (
        SATELLITE,
        "parent: old-mill\n",
        "",
        "2:7: a hub of kind satellite must say its parent, by the hub_kinds of network.yaml; add a line that begins with `parent:`",
    ),
    (SATELLITE, "parent: old-mill", "parent: old-mil", '4:9: there is no hub "old-mil"; did you mean old-mill?'),
    (
        SATELLITE,
        "parent: old-mill",
        "parent: boat-shed",
        "4:9: a hub cannot be its own parent; name the hub it belongs to",
    ),
    (SERVICE, "hub: old-mill", "hub: old-mil", '14:10: there is no hub "old-mil"; did you mean old-mill?'),
    (
        SERVICE,
        "provider: riverside-trust",
        "provider: riverside-trust\nfollow_on: money-advice",
        "4:12: a service cannot come after itself; name the service that comes next",
    ),
    (
        SERVICE,
        "types: [debt-money]",
        "types: [debt-money, debts]",
        '4:21: "debts" is not a term of vocabularies/service-types.yaml; choose debt-money',
    ),
    (
        SERVICE,
        "type: drop-in",
        "type: dropin",
        '15:11: "dropin" is not a term of vocabularies/session-types.yaml; did you mean drop-in?',
    ),
    (
        ORGANISATION,
        "sector: vcse",
        "sector: vcs",
        '2:9: "vcs" is not a term of vocabularies/sectors.yaml; did you mean vcse?',
    ),
    (
        PLACE,
        "level: neighbourhood",
        "level: town",
        '3:9: a place of level town cannot be part of "riverside", of level town; network.yaml lists the levels from the widest: town, neighbourhood',
    ),
    (
        PLACE,
        "level: neighbourhood",
        "level: neighborhood",
        '2:8: "neighborhood" is not among the place_levels of network.yaml; did you mean neighbourhood?',
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), RULES, ids=[case[3][:50] for case in RULES])
def test_author_reads_what_cannot_be_true(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    assert spoilt(copied(tmp_path), {file: (old, new)}) == [f"content/{file}:{said}"]


CORE_OFFER = "core_offers:\n  - {id: core, label: Core, kinds: [hub], defined: yes, services: [{id: advice, label: Advice}]}\nplace_levels:"


@pytest.mark.parametrize(
    ("hub_says", "service_says", "said"),
    [
        (
            "status: not yet",
            "core_services: [advice]",
            'content/hubs/old-mill.yaml:6:13: advice is said not to be given yet, but the service "money-advice" gives it here; write delivering or working towards, or take it out of the core_services of that service',
        ),
        ("status: not yet", "core_services: [advice]\nat_every_hub: yes", "content/hubs/old-mill.yaml:6:13"),
        ("status: not yet", "note: other", None),
        ("status: unknown", "core_services: [advice]", None),
        ("status: delivering", "core_services: [advice]", None),
        (
            "status: working towards\n    evidence: Training has begun.\n    as_of: 2026-09",
            "core_services: [advice]",
            None,
        ),
    ],
    ids=["not yet", "not yet, at every hub", "no service", "unknown", "delivering", "working towards"],
)
def test_a_hub_that_says_not_yet_of_what_a_service_gives_there_is_told(
    tmp_path: Path, hub_says: str, service_says: str, said: str | None
) -> None:
    changes = {
        NETWORK: ("place_levels:", CORE_OFFER),
        HUB: (
            "operator: riverside-trust",
            f"core_offer:\n  - core_service: advice\n    {hub_says}\noperator: riverside-trust",
        ),
        SERVICE: ("sessions:\n", f"{service_says}\nsessions:\n" if service_says != "note: other" else "sessions:\n"),
    }
    sources = {"identity, description, location, contact": "identity, core-offer, description, location, contact"}
    content = copied(tmp_path)
    for old, new in sources.items():
        assert spoilt(content, {HUB: (old, new)})

    found = spoilt(content, changes)

    assert len(found) == (0 if said is None else 1)
    assert said is None or found[0].startswith(said)


def test_a_service_that_ends_or_a_hub_not_yet_open_contradicts_nothing(tmp_path: Path) -> None:
    content = copied(tmp_path)
    spoilt(content, {NETWORK: ("place_levels:", CORE_OFFER), SERVICE: ("types:", "core_services: [advice]\ntypes:")})
    spoilt(content, {HUB: ("places:", "core_offer: [{core_service: advice, status: not yet}]\nplaces:")})
    spoilt(content, {HUB: ("identity, description", "identity, core-offer, description")})
    assert len(said_of(content)) == 1

    assert spoilt(content, {SERVICE: ("time: 10:00-12:00", "time: 10:00-12:00\n      valid_to: 2026-12-31")}) == []


def test_parents_that_lead_round_in_a_circle_are_told_of_each_hub_in_it(tmp_path: Path) -> None:
    changes = {HUB: ("operator: riverside-trust", "parent: boat-shed")}

    assert spoilt(copied(tmp_path), changes) == [
        'content/hubs/boat-shed.yaml:4:9: "boat-shed" comes round to itself through its parents; leave out the line that closes the circle',
        'content/hubs/old-mill.yaml:4:9: "old-mill" comes round to itself through its parents; leave out the line that closes the circle',
    ]


def test_places_that_lie_in_each_other_are_told_of_each(tmp_path: Path) -> None:
    changes = {"places/riverside.yaml": ("level: town", "level: town\nparent: weir-lane")}

    assert [line.split(":")[0] for line in spoilt(copied(tmp_path), changes)] == [
        "content/places/riverside.yaml",
        "content/places/weir-lane.yaml",
    ]


def test_a_vocabulary_that_is_missing_is_told_where_its_terms_are_used(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "vocabularies" / "sectors.yaml").unlink()

    assert said_of(content) == [
        'content/organisations/riverside-trust.yaml:2:9: "vcse" should be a term of vocabularies/sectors.yaml, and there is no such file; add the file, with this term in it'
    ]


def test_a_record_that_is_wrong_is_not_also_told_to_be_missing(tmp_path: Path) -> None:
    content = copied(tmp_path)
    changes = {
        HUB: ("kind: hub", "kind: 7"),
        ORGANISATION: ("name: Riverside", "name Riverside"),
        NEEDS: ("title", "titel"),
    }

    assert [line.partition(": ")[0] for line in spoilt(content, changes)] == [
        "content/hubs/old-mill.yaml:2:7",
        "content/organisations/riverside-trust.yaml:2:1",
        "content/vocabularies/needs.yaml:1:1",
    ]


def test_a_source_may_name_facts_it_leaves_open_when_its_note_says_so(tmp_path: Path) -> None:
    changes = {PLACE: ("facts: [identity]", "facts: [identity, location]\n    note: The list gives no point.")}

    assert spoilt(copied(tmp_path), changes) == []


@pytest.mark.parametrize(
    "hours",
    [
        "09:00 - 17:00",
        "09:00-12:30,13:30-17:00",
        "  09:00-17:00  # a comment",
        '"09:00-17:00 "',
        "00:00-24:00",
        "22:00-06:00",
    ],
)
def test_white_space_never_fails_a_check(tmp_path: Path, hours: str) -> None:
    assert spoilt(copied(tmp_path), {HUB: ("monday: 09:00-17:00", f"monday: {hours}")}) == []


def test_windows_line_ends_and_a_missing_last_one_are_fine(tmp_path: Path) -> None:
    content = copied(tmp_path)
    for file in content.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().rstrip().replace(b"\n", b"\r\n"))

    assert said_of(content) == []


def test_a_wrong_shape_does_not_hide_what_else_is_wrong(tmp_path: Path) -> None:
    content = copied(tmp_path)
    hub = content / HUB
    wrong = hub.read_text(encoding="utf-8")
    for right, mistake in (
        ("operator: riverside-trust", "operator: riverside-trusts"),
        ("latitude: 50.3706\n  longitude: -4.1422", "latitude: -4.1422\n  longitude: 50.3706"),
        ("0808 157 0123", "0808"),
        ("monday: 09:00-17:00", "monday: 9-5"),
        ("as_of: 2026-09", "as_of: 2026-19"),
    ):
        wrong = wrong.replace(right, mistake)
    hub.write_text(wrong, encoding="utf-8")

    assert [problem.partition(";")[0] for problem in said_of(content)] == [
        'content/hubs/old-mill.yaml:4:11: there is no organisation "riverside-trusts"',
        "content/hubs/old-mill.yaml:10:3: the point -4.1422, 50.3706 is outside the United Kingdom",
        'content/hubs/old-mill.yaml:15:10: phone "0808" is not a UK phone number',
        'content/hubs/old-mill.yaml:17:11: monday should look like 09:00-17:00, not "9-5"',
        'content/hubs/old-mill.yaml:34:12: as_of "2026-19" is not in the calendar',
    ]


def test_what_was_left_aside_is_not_called_missing(tmp_path: Path) -> None:
    changes = {
        NETWORK: ("requires: [parent]", "requires: [parent, contact]"),
        "hubs/boat-shed.yaml": ("kind: satellite", "kind: satellite\ncontact:\n  phone: 0123"),
        HUB: ("facilities:", "facilties:"),
    }

    assert [problem.partition(":1:")[0].partition(";")[0] for problem in spoilt(copied(tmp_path), changes)] == [
        'content/hubs/boat-shed.yaml:4:10: phone "0123" is not a UK phone number',
        "content/hubs/old-mill.yaml:29",
    ]


def test_a_language_that_something_is_translated_into_twice_is_told_wherever_it_is(tmp_path: Path) -> None:
    again = "translations: [{language: cy, name: Melin}, {language: pl, name: Młyn}, {language: cy, name: Felin}]"
    changes = {
        NETWORK: ("riverside\nappearance", "riverside\n  languages: [cy, pl]\nappearance"),
        HUB: ("operator:", f"{again}\noperator:"),
        NEEDS: ("terms:\n", "terms:\n  - id: food\n    label: Food\n    " + again.replace("name", "label") + "\n"),
    }

    assert spoilt(copied(tmp_path), changes) == [
        'content/hubs/old-mill.yaml:4:84: "cy" is in translations twice; keep one of them',
        'content/vocabularies/needs.yaml:5:90: "cy" is in translations twice; keep one of them',
    ]


def said_after(content: Path, name: str, *changes: tuple[str, str]) -> list[str]:
    """What is said of a record after several changes, without the hints."""
    for change in changes:
        spoilt(content, {name: change})
    return [problem.removeprefix(f"content/{name}:").partition(";")[0] for problem in said_of(content)]


def test_a_misspelt_name_hides_nothing_else_that_is_wrong(tmp_path: Path) -> None:
    changes = (
        ("summary:", "sumary:"),
        ("operator: riverside-trust", "operator: riverside-trst"),
        ("tuesday: 09:00-12:30, 13:30-17:00", "tuesday: 09:00-12:30, 12:00-17:00"),
        ("bank_holidays: closed", "bank_holidays: clsed"),
    )
    assert said_after(copied(tmp_path), HUB, *changes) == [
        '4:11: there is no organisation "riverside-trst"',
        '5:1: "sumary" is not a name that a record of this kind (hub) has',
        '18:12: tuesday "09:00-12:30, 12:00-17:00" has times that overlap',
        '22:18: bank_holidays should look like closed, not "clsed"',
    ]


def test_a_record_without_sources_is_told_what_else_is_wrong_and_nothing_that_was_made_up_for_it(
    tmp_path: Path,
) -> None:
    source = "provenance:\n  - facts: [identity, description, eligibility, access, cost, sessions]\n    source: Made up for demonstration\n"
    changes = ((source, ""), ("needs: [money]", "needs: [mony]"))
    assert said_after(copied(tmp_path), SERVICE, *changes) == [
        "1:1: the record has no provenance",
        '5:9: "mony" is not a term of vocabularies/needs.yaml',
    ]
