"""Plymouth's records say what their sources say, and nothing more. Expected values are copied from those sources."""

import re
from datetime import date
from pathlib import Path

import pytest

from hubatlas.directory import Directory
from hubatlas.facts.offers import hubs_of
from hubatlas.model import Provenance, Span
from hubatlas.records import load

ROOT = Path(__file__).resolve().parent.parent.parent
CONTENT = ROOT / "content"
FILES = sorted(path for path in CONTENT.rglob("*") if path.is_file())

REPORT = "Wellbeing Hub Network report to Plymouth City Council"
LIST = "Welcoming Spaces list, Plymouth City Council, as collected by Open Innovations"

OPEN_HUBS = {
    "city-centre": "improving-lives-plymouth",
    "estover": "elm-community-group",
    "jan-cutting": "wolseley-trust",
    "mannamead": "improving-lives-plymouth",
    "mount-gould": "age-uk-plymouth",
    "rees": "barnardos",
    "southway": "southway-community-group",
    "st-budeaux": "colebrook",
    "whitleigh": "four-greens-community-trust",
}

OTHER_HUBS = {
    "devonport": ("hub", "planned"),
    "efford": ("hub", "planned"),
    "ymca-plymouth": ("hub", "in-development"),
    "manadon-sports-hub": ("satellite", "open"),
    "william-sutton-hall": ("satellite", "possible"),
    "stonehouse": ("family-hub", "possible"),
    "cavell": ("specialist-hub", "cancelled"),
    "cumberland": ("specialist-hub", "cancelled"),
}

# As listed: postcode, phone, website, latitude, longitude.
LISTED = {
    "jan-cutting": ("PL2 2PQ", "01752 203670", "www.wolseley-trust.org", 50.39064, -4.16189),
    "whitleigh": ("PL5 4DD", "01752 875916", "www.fourgreenscommunitytrust.co.uk", 50.41876, -4.15261),
    "city-centre": ("PL1 2DA", "01752 201766", "www.improvinglivesplymouth.org.uk", 50.36879, -4.13759),
    "rees": ("PL7 2PS", "01752 340550", "www.facebook.com/ReesCentreWellbeingHub", 50.38744, -4.05325),
    "st-budeaux": ("PL5 1QF", "01752 211247", "www.colebrooksw.org", 50.40459, -4.18355),
    "mount-gould": ("PL4 9RD", "01752 256020", "www.ageuk.org.uk/plymouth", 50.37843, -4.10995),
    "estover": (
        "PL6 8UE",
        "01752 763199",
        "www.plymouthonlinedirectory.com/article/4238/ELM-Wellbeing-Hub",
        50.41127,
        -4.0952,
    ),
    "southway": ("PL6 6TB", "01752 703581", "www.southwaycommunitygroup.co.uk", 50.42751, -4.13608),
    "manadon-sports-hub": ("PL5 3FD", "01752 522202", "www.manadonsportshub.co.uk", 50.40913, -4.14532),
    "ymca-plymouth": ("PL5 3NG", "01752 201918", "www.ymcaplymouth.org.uk", 50.40263, -4.15412),
}

WELCOMING_SPACES = {
    "jan-cutting": "We,Th 14:30-16:30",
    "whitleigh": "Mo 18:00-20:00; We 12:00-14:00; Fr 11:00-14:00",
    "city-centre": "We 15:00-19:00; Fr 09:00-12:00",
    "rees": "Tu 15:30-21:00; We 10:00-12:00; Th 10:00-15:00; Fr 13:00-15:00; Sa 09:00-17:00; Su 12:00-15:30",
    "st-budeaux": "Mo 10:00-14:00; Fr 10:00-12:00",
    "mount-gould": "Mo,Tu,We,Th,Fr 12:00-14:00",
    "estover": "We,Th 12:00-15:00",
    "southway": "Tu 09:00-14:00",
    "manadon-sports-hub": "We,Fr 09:00-12:30",
    "ymca-plymouth": "Fr 16:00-18:00",
    None: "We 09:00-11:00",
}

# What the report asks of the network's services, and the records that answer it.
SERVICES = {
    "a wellbeing advisor": ("wellbeing-advisor",),
    "core service (i), partly online": ("advice-and-information",),
    "core service (ii)": ("social-prescribing",),
    "core service (iii)": ("befriending", "telephone-befriending"),
    "core service (iv)": ("one-you-plymouth",),
    "core service (v)": (
        "mental-and-physical-health-support",
        "community-mental-health-framework",
        "rethink",
        "mind-recovery-college",
        "sensory-support",
    ),
    "core service (vi)": ("long-term-condition-self-management",),
    "core service (vii)": ("peer-support-groups",),
    "core service (viii)": ("primary-care-and-social-care-links",),
    "core service (ix)": ("carers-support", "caring-for-carers"),
    "the specialism of Devonport": ("physical-health-specialism",),
    "health and wellbeing activities": (
        "physical-activities",
        "diabetes-and-long-term-conditions",
        "mental-health-support",
    ),
    "information, advice and guidance": ("benefits-and-income-advice", "family-and-parenting-support"),
    "supported economic development": ("training-courses", "volunteering", "employment-support"),
    "Family Hubs that share with hubs": ("family-hub-services",),
    "leisure partners": ("active-for-health",),
    "fully booked sessions": ("womens-health-sessions",),
    "a course and the group after it": ("my-health-my-way", "my-health-my-way-follow-on-group"),
    "community builders": ("community-builders",),
    "food": (
        "food-security-programme",
        "food-co-operatives",
        "social-supermarket",
        "second-social-supermarket",
        "food-access-network",
    ),
    "events": ("community-events",),
    "ways to volunteer": ("good-neighbours", "digital-volunteers", "volunteer-fairs"),
    "support for grassroots organisations": ("support-for-community-groups",),
    "the wider directory": ("plymouth-online-directory",),
}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load(CONTENT, ROOT / "schema")


def test_there_are_records_of_every_kind_and_pages_of_prose(directory: Directory) -> None:
    assert len(directory.hubs) == len(list((CONTENT / "hubs").glob("*.yaml"))) == 17
    assert len(directory.services) == len(list((CONTENT / "services").glob("*.yaml"))) == 44
    assert len(directory.organisations) == len(list((CONTENT / "organisations").glob("*.yaml"))) == 31
    assert len(directory.places) == len(list((CONTENT / "places").glob("*.yaml"))) == 20
    for page in ("about", "accessibility", "contribute", "privacy"):
        assert (CONTENT / "pages" / f"{page}.md").read_text().startswith("# ")


def test_the_nine_open_hubs_are_run_by_the_organisations_of_the_report(directory: Directory) -> None:
    hubs = {hub.slug: hub.operator for hub in directory.hubs if hub.status == "open" and hub.kind != "satellite"}

    assert hubs == OPEN_HUBS


def test_planned_possible_and_dropped_hubs_are_there_and_are_not_open(directory: Directory) -> None:
    others = {hub.slug: (hub.kind, hub.status) for hub in directory.hubs if hub.slug not in OPEN_HUBS}

    assert others == OTHER_HUBS


def test_one_organisation_runs_two_hubs(directory: Directory) -> None:
    assert [hub.slug for hub in directory.hubs_run_by("improving-lives-plymouth")] == ["city-centre", "mannamead"]


def test_no_hub_claims_opening_hours(directory: Directory) -> None:
    assert [hub.slug for hub in directory.hubs if hub.opening_hours is not None] == []
    assert "not yet published" in directory.network.unknown_hours


@pytest.mark.parametrize("slug", LISTED)
def test_hub_has_the_postcode_phone_website_and_point_of_the_list(directory: Directory, slug: str) -> None:
    hub = directory.hub(slug)
    assert hub.address
    assert hub.contact
    assert hub.point

    website = (hub.contact.website or "").removeprefix("https://").rstrip("/")
    stated = (hub.address.postal_code, hub.contact.phone, website, hub.point.latitude, hub.point.longitude)

    assert stated == LISTED[slug]
    assert hub.point.precision == "postcode"
    assert any(each.source == LIST for each in hub.provenance)


def test_hubs_that_no_source_places_have_no_address_point_or_phone(directory: Directory) -> None:
    for slug in ("mannamead", "efford", "william-sutton-hall", "stonehouse", "cavell", "cumberland"):
        hub = directory.hub(slug)
        assert hub.address is None, slug
        assert hub.point is None, slug
        assert hub.contact is None or hub.contact.phone is None, slug


def test_every_hub_names_the_report_as_a_source(directory: Directory) -> None:
    for hub in directory.hubs:
        assert any(each.source == REPORT for each in hub.provenance), hub.slug


def test_no_fact_is_said_to_be_confirmed_by_anyone(directory: Directory) -> None:
    assert [each for each in _provenances(directory) if each.confirmed_on or each.confirmed_by] == []


def test_sources_with_a_date_have_it_and_those_without_say_so(directory: Directory) -> None:
    for each in _provenances(directory):
        if each.as_of is None:
            assert each.note or "winter of 2022" in each.source, each
        else:
            assert each.as_of.last <= date(2025, 9, 12), each
    assert {each.as_of.text for each in _provenances(directory) if each.source == REPORT and each.as_of} == {
        "2025-01-29"
    }


def test_conflicts_between_sources_are_said_openly(directory: Directory) -> None:
    for slug, words in {
        "william-sutton-hall": "Crownhill",
        "st-budeaux": "Crownhill",
        "devonport": "recently opened",
        "mannamead": "not known",
        "city-centre": "Two phone numbers",
        "estover": "01752 301015",
        "manadon-sports-hub": "names no hub",
    }.items():
        assert any(words in question for question in directory.hub(slug).open_questions), slug


@pytest.mark.parametrize(("asked", "slugs"), SERVICES.items())
def test_every_service_of_the_report_has_a_record(directory: Directory, asked: str, slugs: tuple[str, ...]) -> None:
    for slug in slugs:
        service = directory.service(slug)
        assert service.summary, asked
        assert service.needs, asked


def test_no_service_of_the_network_is_left_out_of_the_table_above(directory: Directory) -> None:
    named = {slug for slugs in SERVICES.values() for slug in slugs}

    assert {service.slug for service in directory.services} - named == {
        "welcoming-space",
        "debt-housing-and-careers-advice",
    }


def test_the_wellbeing_advisor_is_at_the_nine_hubs_and_nobody_says_so_of_the_satellite(directory: Directory) -> None:
    assert {hub.slug for hub in hubs_of(directory, directory.service("wellbeing-advisor"))} == set(OPEN_HUBS)


def test_planned_services_are_not_shown_as_running(directory: Directory) -> None:
    planned = {service.slug for service in directory.services if service.status == "planned"}

    assert planned == {"physical-health-specialism", "second-social-supermarket"}


def test_only_the_welcoming_spaces_have_published_times(directory: Directory) -> None:
    timed = {
        service.slug for service in directory.services for each in service.sessions if each.schedule.time is not None
    }

    assert timed == {"welcoming-space"}


def test_welcoming_space_sessions_have_the_days_and_times_of_the_list(directory: Directory) -> None:
    stated: dict[str | None, list[str]] = {}
    for session in directory.service("welcoming-space").sessions:
        assert session.schedule.repeats == "weekly"
        assert session.schedule.time
        assert session.note
        assert "Listed on " in session.note
        days = ",".join(day[:2] for day in session.schedule.days)
        stated.setdefault(session.hub, []).append(f"{days} {_clock(session.schedule.time)}")

    assert {hub: "; ".join(times) for hub, times in stated.items()} == WELCOMING_SPACES


def test_the_veterans_session_is_in_the_city_centre_on_friday(directory: Directory) -> None:
    sessions = directory.service("welcoming-space").sessions
    veterans = [session for session in sessions if "veterans" in session.audiences]

    assert [(session.hub, session.schedule.days) for session in veterans] == [("city-centre", ("Friday",))]


def test_course_leads_to_its_group_and_full_sessions_have_seventy_places(directory: Directory) -> None:
    course = directory.service("my-health-my-way")
    womens_health = directory.service("womens-health-sessions")

    assert [session.course for session in course.sessions] == [4]
    assert course.follow_on == "my-health-my-way-follow-on-group"
    assert [(session.capacity, session.fully_booked) for session in womens_health.sessions] == [(70, "yes")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CONTENT)))
def test_no_file_holds_a_mobile_number_or_an_email_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"(?:\b0|\+44[ (0)]*)7[ -]?(?:[0-9][ -]?){9}\b", text)
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w", text)


def test_every_phone_number_is_a_plymouth_number_that_a_source_gives() -> None:
    sourced = {phone for _, phone, _, _, _ in LISTED.values()} | {"01752 241057", "01752 301015"}
    text = "\n".join(path.read_text(encoding="utf-8") for path in FILES)

    assert set(re.findall(r"\b0[0-9]{4} [0-9]{6}\b", text)) == sourced


def test_addresses_of_the_site_are_placeholders_for_a_new_owner(directory: Directory) -> None:
    assert directory.network.site.address == "https://hubs.example.org/"
    assert "example.org" in (directory.network.site.repository or "")


def test_white_text_is_readable_on_the_brand_colour_and_links_on_white(directory: Directory) -> None:
    appearance = directory.network.appearance

    assert _contrast_with_white(appearance.brand_colour) >= 4.5
    assert appearance.link_colour
    assert _contrast_with_white(appearance.link_colour) >= 4.5


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("skint", "debt"),
        ("dole", "employment"),
        ("universal credit", "benefits"),
        ("PIP", "benefits"),
        ("bills", "energy"),
        ("blue", "depression"),
        ("mate", "lonely"),
        ("food bank", "food"),
        ("wheelchair", "step-free"),
        ("telly", "entertainment"),
    ],
)
def test_words_of_the_street_stand_beside_the_official_ones(directory: Directory, typed: str, meant: str) -> None:
    assert any(typed in group and meant in group for group in directory.synonyms)


def test_there_are_enough_synonyms_and_no_word_is_in_two_groups(directory: Directory) -> None:
    words = [word.casefold() for group in directory.synonyms for word in group]

    assert len(directory.synonyms) >= 40
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


def test_every_need_has_words_that_people_type(directory: Directory) -> None:
    needs = directory.terms("needs")

    assert len(needs) == 20
    assert [need.id for need in needs if not need.synonyms] == []


def _provenances(directory: Directory) -> list[Provenance]:
    kinds = (directory.hubs, directory.services, directory.organisations, directory.places)
    return [each for records in kinds for record in records for each in record.provenance]


def _clock(span: Span) -> str:
    return "-".join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (span.opens_at, span.closes_at))


def _contrast_with_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4  # the sRGB curve, as WCAG writes it
        for each in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
