"""Pages of places, and what hubs, services and organisations say of their part in the network."""

import pytest

from hubatlas.model import (
    AdviceStandard,
    CoLocation,
    Contact,
    Deprivation,
    Gap,
    Membership,
    PlaceProfile,
    Point,
    Premises,
    Representative,
    Role,
    ServedAreas,
    SmallArea,
    Specialism,
)
from tests.builders import (
    PHONE,
    a_body,
    a_directory,
    a_hub,
    a_partial_date,
    a_place,
    a_service,
    a_vocabulary,
    an_organisation,
)
from tests.pages.test_contexts import hub_page, page_at, service_page

TERMS = [
    a_vocabulary(name, *labels)
    for name, labels in {
        "neighbours": ("Library",),
        "roles": ("Hub manager",),
        "tiers": ("Targeted",),
        "building-types": ("Library",),
        "tenures": ("Leased",),
        "specialisms": ("Debt",),
        "membership-kinds": ("Operator",),
        "legal-forms": ("Charity",),
        "outcomes": ("Less lonely", "Better off"),
    }.items()
]


def test_places_stand_in_a_tree_with_open_hubs_and_known_gaps() -> None:
    town = a_place("Town", parent="county", gaps=(Gap(about="No bus."),))
    directory = a_directory(a_hub(places=("town",)), town, a_place("County"), a_place("Other"))
    county, other = page_at(directory, "/places/").places
    assert (county.link.label, county.words, [(each.link.label, each.gaps) for each in county.places]) == (
        "County",
        "1 open hub",
        [("Town", "1 known gap")],
    )
    assert (other.link.label, other.words) == ("Other", "no open hub")


def test_a_place_says_what_is_missing_and_when_its_profile_was_refreshed() -> None:
    place = a_place(
        "Town",
        gaps=(Gap(about="No bus.", since=a_partial_date("2021")),),
        profile=PlaceProfile(priorities=("A youth club",), refreshed=a_partial_date("autumn 2021")),
        deprivation=Deprivation(quintile=1, year=2019, index="Index"),
        lsoas=(SmallArea(code="E01000001", quintile=1, year=2019), SmallArea(code="E01000002")),
    )
    page = page_at(a_directory(place), "/places/town/")
    assert [(gap.about, gap.since) for gap in page.gaps] == [("No bus.", "2021")]
    assert (page.priorities, page.refreshed) == (("A youth club",), "autumn 2021")
    assert dict(page.facts) == {
        "Deprivation": "In the most deprived fifth (Index, 2019)",
        "Small areas (LSOAs)": "1 of 2 small areas in the most deprived fifth (2019); of 1 the fifth is not known",
    }


def test_a_hub_that_has_closed_leads_to_what_replaced_it() -> None:
    page = hub_page(a_hub("Old", status="closed", replaced_by=("mill",)), a_hub("Mill"))
    assert [link.label for link in page.network.where_next] == ["Mill"]


def test_a_hub_that_has_closed_without_a_successor_leads_to_the_nearest() -> None:
    old = a_hub("Old", status="closed", point=Point(latitude=50, longitude=-4, precision="building"))
    mill = a_hub("Mill", point=Point(latitude=50.1, longitude=-4, precision="building"))
    assert [link.label for link in hub_page(old, mill).network.where_next] == ["Mill"]
    assert hub_page(mill, old).network.where_next == ()


def test_a_hub_names_the_other_front_doors_of_its_building_once_they_are_live() -> None:
    live = CoLocation(kind="library", name="Belmont Library", status="live")
    planned = CoLocation(kind="library", status="planned")
    network = hub_page(a_hub(shares_building_with=(live, planned)), vocabularies=TERMS).network
    assert network.shares_with == ("Belmont Library",)
    assert [(line.other_words, line.state) for line in network.relations] == [
        ("Belmont Library", None),
        ("Library", "Planned"),
    ]


def test_a_satellite_says_who_represents_it_and_what_it_has_promised() -> None:
    hub = a_hub(
        "Desk",
        representative=Representative(role="Duty manager", attends="advisors"),
        advice_standard=AdviceStandard(name="Network standard", agreed=a_partial_date("2025")),
        no_wrong_door="yes",
        funded="no",
    )
    facts = dict(hub_page(hub, a_body("Advisors' meeting", slug="advisors")).network.facts)
    assert facts == {
        "Represented by": "Duty manager, attends the Advisors' meeting",
        "Advice standard": "Network standard, agreed 2025",
        "Promises no wrong door": "Yes",
        "Funded by the network": "No",
    }


def test_what_is_not_known_of_a_hub_is_not_told_as_no() -> None:
    assert hub_page(a_hub()).network.facts == ()


def test_a_hub_tells_its_building_tier_roles_and_whom_it_serves() -> None:
    hub = a_hub(
        tier="targeted",
        phase="Phase 1",
        extends="Belmont Library",
        premises=Premises(name="The Annexe", kind="library", host="council", tenure="leased"),
        roles=(Role(role="hub-manager", since=a_partial_date("summer 2024"), contact=Contact(phone=PHONE)),),
        serves=ServedAreas(places=("town",), note="About 30,000 people."),
    )
    network = hub_page(hub, an_organisation("Council"), a_place("Town"), vocabularies=TERMS).network
    assert dict(network.facts) == {
        "Tier": "Targeted",
        "Phase": "Phase 1",
        "How it began": "Grew out of Belmont Library",
        "Building": "The Annexe, library, belongs to Council, leased",
    }
    assert [(role.label, role.when, role.contact.phone.number) for role in network.roles] == [
        ("Hub manager", "Since summer 2024", PHONE)
    ]
    assert network.serves == (("Places", "Town"), ("More", "About 30,000 people."))


def test_specialisms_are_listed_with_who_leads_them_for_whom() -> None:
    debt = Specialism(specialism="debt", scope="everywhere", status="planned", services=("clinic",))
    directory = a_directory(a_hub("Mill", specialisms=(debt,)), a_service("Clinic"), vocabularies=TERMS)
    (group,) = page_at(directory, "/network/specialisms/").groups
    ((hub, line),) = group.leads
    assert (hub.label, line.scope, line.state) == ("Mill", "everywhere in the area", "Planned")
    with pytest.raises(KeyError):
        page_at(a_directory(a_hub()), "/network/specialisms/")


def test_a_service_says_what_should_be_better_and_what_replaces_it() -> None:
    service = a_service("Old", outcomes=("less-lonely", "better-off"), replaced_by=("new",), status="ended")
    network = service_page(service, a_service("New"), vocabularies=TERMS).network
    assert network.facts == (("What should be better afterwards", "Less lonely and better off"),)
    assert [link.label for link in network.where_next] == ["New"]


def test_an_organisation_says_what_it_is_in_law_and_in_the_network() -> None:
    trust = an_organisation(
        "Trust",
        legal_form="charity",
        memberships=(
            Membership(kind="operator", status="live", since=a_partial_date("2018")),
            Membership(kind="operator", status="planned", body="board", note="From May."),
        ),
    )
    page = page_at(a_directory(trust, a_body("Board"), vocabularies=TERMS), "/organisations/trust/")
    assert page.legal_form == "Charity"
    assert [(part, where.label, words) for part, where, words in page.memberships] == [
        ("Operator", "Riverside Hub Network", "Since 2018"),
        ("Operator", "Board", "Planned. From May"),
    ]
