"""Open now, by the clocks of the United Kingdom, wherever the reader's own clock is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import NewPage

ZONES = ("UTC", "America/New_York", "Asia/Tokyo")

CLOCKS_GO_FORWARD = [
    ("estuary-line", "2026-03-28T08:59Z", "Closed now. Opens at 9am"),
    ("estuary-line", "2026-03-28T09:00Z", "Open now until 5pm"),
    ("estuary-line", "2026-03-29T08:59Z", "Closed now. Opens at 10am"),
    ("estuary-line", "2026-03-29T09:00Z", "Open now until 4pm"),
    ("estuary-line", "2026-03-29T14:29Z", "Open now until 4pm"),
    ("estuary-line", "2026-03-29T14:30Z", "Closes soon, at 4pm"),
    ("estuary-line", "2026-03-29T15:00Z", "Closed now. Opens tomorrow at 8am"),
    ("hythe-end", "2026-03-28T23:59Z", "Closes soon, at midnight"),
    ("hythe-end", "2026-03-29T00:59Z", "Closed now. Opens at 2pm"),
    ("hythe-end", "2026-03-29T01:00Z", "Closed now. Opens at 2pm"),
]
CLOCKS_GO_BACK = [
    ("estuary-line", "2026-10-24T15:59Z", "Closes soon, at 5pm"),
    ("estuary-line", "2026-10-24T16:00Z", "Closed now. Opens tomorrow at 10am"),
    ("estuary-line", "2026-10-25T09:59Z", "Closed now. Opens at 10am"),
    ("estuary-line", "2026-10-25T10:00Z", "Open now until 4pm"),
    ("estuary-line", "2026-10-25T15:29Z", "Open now until 4pm"),
    ("estuary-line", "2026-10-25T15:30Z", "Closes soon, at 4pm"),
    ("hythe-end", "2026-10-23T23:30Z", "Closes soon, at 1am"),
    ("hythe-end", "2026-10-24T00:00Z", "Closed now. Opens at midday"),
    ("hythe-end", "2026-10-24T22:59Z", "Closes soon, at midnight"),
]
OTHER_DAYS = [
    ("hythe-end", "2026-12-10T12:00Z", "By appointment today. Opens tomorrow at 6pm"),
    ("hythe-end", "2026-12-25T13:00Z", "Open now until 8pm"),
    ("hythe-end", "2027-01-01T01:00Z", "Closes soon, at 1:30am"),
    ("hythe-end", "2027-01-01T13:00Z", "Today’s hours are not known"),
    ("fenmarket", "2026-12-24T12:00Z", "Closed now. Opens Monday 4 January 2027 at 7:30am"),
    ("maylow-shop", "2026-12-28T12:00Z", "Bank holiday today: check before you go"),
    ("oystermere", "2026-12-12T12:00Z", "Today’s hours are not known"),
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moments", [CLOCKS_GO_FORWARD, CLOCKS_GO_BACK, OTHER_DAYS], ids=["spring", "autumn", "others"])
def test_open_now_goes_by_uk_clocks_on_any_device(
    zone: str,
    moments: list[tuple[str, str, str]],
    estuary_site: Path,
    site_server: Callable[[Path], str],
    new_page: NewPage,
) -> None:
    page = new_page(timezone_id=zone)
    for hub, moment, words in moments:
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.goto(f"{site_server(estuary_site)}hubs/{hub}/")
        expect(page.locator("[data-module=open-now] [data-words]").first).to_have_text(words)


def test_the_words_change_while_the_page_is_open(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    page.clock.install(time=datetime.fromisoformat("2026-12-07T16:29Z"))
    page.goto(f"{site_server(estuary_site)}hubs/quayside/")
    status = page.locator("[data-module=open-now] [data-words]").first
    expect(status).to_have_text("Open now until 5pm")
    page.clock.run_for(90_000)
    expect(status).to_have_text("Closes soon, at 5pm")
    page.clock.run_for(30 * 60_000)
    expect(status).to_have_text("Closed now. Opens tomorrow at 9am")


def test_hours_that_nobody_published_are_never_shown_as_closed(
    content_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    page.goto(site_server(content_site) + "hubs/")
    expect(page.locator("[data-hub]").first).to_be_visible()
    expect(page.get_by_role("main").get_by_text("Closed now")).to_have_count(0)
    expect(page.locator("[data-status] [data-words]").first).not_to_be_empty()


@pytest.mark.parametrize(("later", "word"), [(0, "Today"), (-1, "Tomorrow"), (1, "Past")])
def test_a_date_says_whether_it_is_today(
    later: int, word: str, estuary_site: Path, site_server: Callable[[Path], str], page: Page
) -> None:
    home = site_server(estuary_site)
    page.goto(home)
    day = page.locator("[data-module=relative-day]").first.get_attribute("datetime")
    assert day is not None
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00Z") + timedelta(days=later))
    page.goto(home)
    expect(page.locator(f"[data-module=relative-day][datetime='{day}']").first).to_contain_text(f"{word}, ")
