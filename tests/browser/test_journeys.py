"""Whole journeys of people who come with a need and a clock, with scripts and without, mostly by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import axe_finds, reach
from tests.conftest import NewPage

PHONE = {"width": 390, "height": 844}
FOUR_AT_NIGHT = datetime.fromisoformat("2026-12-01T04:00Z")
AFTERNOON = datetime.fromisoformat("2026-12-01T14:20Z")
MAILTO = re.compile("^mailto:hello@estuary.example.org")


@pytest.fixture
def home(estuary_site: Path, site_server: Callable[[Path], str]) -> str:
    """The address of the home page of the demonstration network."""
    return site_server(estuary_site)


@pytest.fixture
def plymouth(content_site: Path, site_server: Callable[[Path], str]) -> str:
    """The address of Plymouth's home page."""
    return site_server(content_site)


def follow(page: Page, name: str | re.Pattern[str], within: Locator | None = None) -> None:
    """Follow the first link of that name with the keyboard."""
    reach(page, (within or page.get_by_role("main")).get_by_role("link", name=name).first)
    page.keyboard.press("Enter")


def choose(page: Page, need: str) -> None:
    follow(page, need, page.get_by_role("navigation", name="Or choose"))
    expect(page.get_by_role("heading", level=1)).to_have_text(need)


def test_a_carer_at_four_in_the_morning_is_told_who_answers_now_and_who_is_first(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.clock.set_fixed_time(FOUR_AT_NIGHT)
    page.goto(home)
    expect(page.get_by_role("heading", name="No hub is open just now")).to_be_visible()
    night = page.get_by_role("complementary", name="If you cannot wait")
    expect(night.get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
    choose(page, "Caring for someone")
    expect(page.locator("[data-open-count]")).to_have_text(
        "None of these is known to be open just now. The first to open is Fenmarket Hub, today at 7:30am."
    )
    expect(page.get_by_role("link", name="116 123").first).to_be_visible()
    first = page.get_by_role("region", name="In person").get_by_role("listitem").first
    expect(first).to_contain_text("Fenmarket Hub")
    expect(first).to_contain_text("Closed now. Opens at 7:30am")
    expect(page.get_by_role("region", name="By phone").get_by_role("listitem").first).to_contain_text("0808 157 0100")


def test_a_carer_without_scripts_finds_the_same_in_words_that_hold_on_any_day(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(home)
    expect(page.get_by_label("Postcode or place")).to_be_hidden()
    hubs = page.get_by_role("region", name="Hubs you can go to").get_by_role("listitem")
    expect(hubs.first).to_contain_text("Tuesday 1 December: open 7:30am to 6:30pm")
    choose(page, "Caring for someone")
    expect(page.locator("[data-open-count]")).to_contain_text("On Tuesday 1 December, ")
    said = page.get_by_role("main").inner_text()
    assert not re.search(r"\b(?:today|now|tomorrow)\b", said.replace("What happens when", ""), re.IGNORECASE)
    expect(page.get_by_role("contentinfo").get_by_role("link", name="116 123")).to_be_visible()


def test_where_no_hours_are_known_nothing_is_said_to_be_shut(plymouth: str, page: Page) -> None:
    page.clock.set_fixed_time(AFTERNOON)
    for path in ("", "needs/not-sure/"):
        page.goto(plymouth + path)
        expect(page.locator("[data-ready]")).to_have_count(1)
        expect(page.get_by_text(re.compile("open just now"))).to_have_count(0)
        expect(page.get_by_role("complementary", name="If you cannot wait")).to_be_hidden()


def test_a_carer_at_four_in_the_morning_in_plymouth_is_told_who_answers_now(plymouth: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.clock.set_fixed_time(FOUR_AT_NIGHT)
    page.goto(plymouth)
    night = page.get_by_role("complementary", name="If you cannot wait")
    expect(night.get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
    choose(page, "Caring for someone")
    expect(page.get_by_role("contentinfo").get_by_role("link", name="116 123")).to_be_visible()
    follow(page, "Support for carers")
    expect(page.get_by_role("heading", level=1)).to_have_text("Support for carers")


@pytest.mark.parametrize(
    ("network", "need", "links", "told"),
    [
        ("home", "I feel lonely", ("Welcoming space",), "Every Tuesday and Wednesday, 4pm to 9pm"),
        ("plymouth", "I feel lonely or isolated", (), "Manadon, Plymouth PL5 3FD"),
        ("home", "Money, benefits or debt", ("Money and benefits advice",), "Turn up to a drop-in"),
        ("home", "Money, benefits or debt", ("Money and benefits advice", "Quayside Hub"), "Step-free entrance"),
        ("plymouth", "Money, benefits or debt", ("Debt, housing and careers advice",), "01752 703581"),
    ],
)
def test_the_lonely_and_those_in_debt_are_told_as_much_without_scripts(
    network: str, need: str, links: tuple[str, ...], told: str, request: pytest.FixtureRequest, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(request.getfixturevalue(network))
    choose(page, need)
    for link in links:
        follow(page, re.compile(f"^{link}"))
    expect(page.get_by_role("main").get_by_text(told).first).to_be_visible()


def test_what_is_over_by_the_clock_makes_room_for_what_is_next(home: str, page: Page) -> None:
    page.clock.set_fixed_time(AFTERNOON)
    page.goto(home)
    expect(page.get_by_role("heading", name=re.compile(r"^Open now \(\d+\)$"))).to_be_visible()
    states = page.locator("#list-hubs ul").first.locator("[data-module=open-now]")
    assert {state.get_attribute("data-state") for state in states.all()} == {"open"}
    occasions = page.get_by_role("region", name=re.compile(r"^On today \(\d+\)$")).locator(".app-occasion:visible")
    expect(occasions).to_have_count(8)
    for occasion in occasions.all():
        assert (occasion.get_attribute("data-ends") or "") > "2026-12-01T14:20"
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-14T14:20Z"))
    page.reload()
    expect(page.get_by_text("Everything listed here is over.")).to_be_visible()
    expect(page.get_by_role("heading", name="What’s on next")).to_be_visible()


def test_a_postcode_on_the_home_page_is_cut_to_its_sector_before_the_search(home: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home)
    page.get_by_label("What do you need?").fill("debt")
    page.get_by_label("Postcode or place").fill("es1 1zy")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}search/?q=debt&near=ES1+1")
    assert not any("ZY" in url.upper() for url in asked)


def test_a_place_that_nobody_knows_is_said_before_the_search_goes_on_without_it(home: str, page: Page) -> None:
    page.goto(home)
    page.get_by_label("Postcode or place").fill("Nowhere")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("We do not know “Nowhere”")).to_be_visible()
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(f"{home}search/")


def test_whoever_is_not_sure_finds_the_nearest_hub_and_what_happens_there(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.clock.set_fixed_time(AFTERNOON)
    page.goto(home)
    page.get_by_role("link", name="I am not sure").click()
    expect(page.get_by_role("region", name="What happens when you walk in").get_by_role("listitem")).to_have_count(4)
    page.get_by_label("Where are you?").fill("ES6 1AA")
    page.get_by_role("button", name="Find the nearest").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile("Nearest to ES6 1: Fenmarket Hub, .* miles away"))
    nearest = page.get_by_role("region", name="In person").get_by_role("listitem").first
    expect(nearest).to_contain_text("Fenmarket Hub")
    expect(nearest).to_contain_text("miles away")
    assert "ES6" not in page.url
    assert axe_finds(page) == []


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["scripts", "no scripts"])
def test_a_receptionist_finds_how_to_refer_somebody(
    options: dict[str, Any], address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(**options)
    page.goto(address(""))
    follow(page, "Refer somebody")
    expect(page.get_by_role("heading", level=1)).to_have_text("Referring somebody")
    expect(page.get_by_role("heading", name=re.compile("social prescri", re.IGNORECASE)).first).to_be_visible()


def test_a_page_that_it_is_dangerous_to_be_seen_reading_can_be_left_quickly(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    away: list[str] = []

    def weather(route: Route) -> None:
        away.append(route.request.headers.get("referer", ""))
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    page.route("https://example.org/**", weather)
    page.clock.set_fixed_time(AFTERNOON)
    page.goto(f"{home}needs/safety/")
    leave = page.locator(".govuk-exit-this-page__button")
    expect(leave).to_be_in_viewport()
    first = page.get_by_role("region", name="By phone").get_by_role("listitem").first
    expect(first).to_contain_text("Open now, all day and all night")
    page.mouse.wheel(0, 1500)
    expect(leave).to_be_in_viewport()  # it stays with the reader
    assert axe_finds(page) == []
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("Weather")
    page.goto(f"{home}services/domestic-abuse-support/")
    page.locator(".govuk-exit-this-page__button").click()
    expect(page).to_have_title("Weather")
    assert away[0] == ""
    page = new_page(java_script_enabled=False)
    page.goto(f"{home}needs/safety/")
    expect(page.locator(".govuk-exit-this-page__button")).to_have_attribute("href", "https://example.org/")
    page.goto(f"{home}needs/food/")
    expect(page.locator(".govuk-exit-this-page__button")).to_have_count(0)


def test_a_search_that_finds_nothing_still_says_whom_to_ring(home: str, page: Page) -> None:
    page.goto(f"{home}search/?q=zzzzzzz")
    expect(page.get_by_role("main").get_by_role("link", name="116 123")).to_be_visible()


def test_a_problem_can_be_reported_without_scripts_or_an_account(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{home}hubs/quayside/")
    page.get_by_text("Report a problem").click()
    report = page.get_by_role("region", name="Is something wrong on this page?")
    expect(report.get_by_role("link", name="Opening hours", exact=True)).to_have_attribute("href", MAILTO)
    issue = report.get_by_role("link", name="In public: Opening hours").get_attribute("href") or ""
    assert issue.startswith("https://git.example.org/estuary/directory/issues/new?template=correction.yml")


def test_the_timetable_begins_with_today_and_says_what_is_over(home: str, page: Page) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-02T12:00Z"))
    page.goto(f"{home}whats-on/")
    expect(page.locator(".app-jumps a").first).to_have_text("Today, Wednesday")
    today = page.get_by_role("region", name="Wednesday", exact=True)
    expect(today.locator("[data-over]").first).to_contain_text("Over for today")
    expect(today.locator("[data-now]").first).to_be_visible()
    expect(page.get_by_role("region", name="Tuesday", exact=True).locator("[data-over]")).to_have_count(0)
