"""What a coordinator, a receptionist and somebody who is lonely ask, answered from the pages alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def home(estuary_site: Path, site_server: Callable[[Path], str]) -> str:
    """The address of the demonstration network's home page, built for 1 December 2026."""
    return site_server(estuary_site)


def about_the_network(page: Page, home: str, name: str) -> None:
    """Go from the home page to one of the pages about the network."""
    page.goto(home)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Network").click()
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_coordinator_reads_which_hubs_fall_short_of_the_hours(page: Page, home: str) -> None:
    about_the_network(page, home, "Standards")
    table = page.get_by_role("region", name="Hub standard, hub by hub")
    short = table.get_by_role("row").filter(has=page.locator(".app-cell--missing"))
    assert [name.split("\n")[0] for name in short.get_by_role("rowheader").all_inner_texts()] == [
        "Hythe End Hub",
        "Ropewalk Family and Community Hub",
    ]


def test_a_coordinator_reads_which_badges_lapse_this_quarter(page: Page, home: str) -> None:
    about_the_network(page, home, "Quality")
    lapsing = page.get_by_role("region", name="Lapses within three months").get_by_role("listitem")
    expect(lapsing.filter(has_text="Wickhaven Harbour Hub")).to_contain_text("ends on 16 December 2026")
    expect(lapsing.filter(has_text="Quayside Hub")).to_contain_text("ends on 13 January 2027")


def test_a_coordinator_reads_whose_record_nobody_has_confirmed_for_a_year(page: Page, home: str) -> None:
    about_the_network(page, home, "Freshness")
    stale = page.get_by_role("region", name="Not confirmed for a year").get_by_role("listitem")
    expect(stale.filter(has_text="Fenmarket Hub")).to_contain_text("last on 4 November 2025")
    expect(stale.filter(has_text="Tolleswick")).to_contain_text("never")
    expect(stale.filter(has_text="Wickhaven Harbour Hub")).to_have_count(0)


def test_a_receptionist_finds_how_to_refer_by_keyboard(page: Page, home: str) -> None:
    page.goto(f"{home}referrals/")
    link = page.get_by_role("link", name="Social prescribing").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#social-prescribing$"))
    entry = page.get_by_role("region", name="Social prescribing")
    expect(entry).to_contain_text("Who can refer")
    expect(entry).to_contain_text("GP surgery")
    expect(entry).to_contain_text("The link worker")
    expect(entry).to_contain_text("1 hand-off known of; at 1 step it is not known")


def test_somebody_lonely_finds_company_today_in_two_steps(page: Page, home: str) -> None:
    page.goto(home)
    page.get_by_role("link", name="I feel lonely").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("I feel lonely")
    first = page.get_by_role("region", name="What you can go to next").get_by_role("link").first
    first.click()
    expect(page.get_by_role("heading", name="How to get in")).to_be_visible()


def test_a_hub_that_does_not_help_names_the_nearest_that_does(page: Page, home: str) -> None:
    page.goto(f"{home}hubs/tolleswick/")
    page.get_by_text("Help that is not given here, and where it is").click()
    elsewhere = page.get_by_role("region", name="Not what you need?")
    expect(elsewhere.get_by_text("Alcohol or drugs")).to_be_visible()
    expect(elsewhere.get_by_text(re.compile(r"\d miles")).first).to_be_visible()
