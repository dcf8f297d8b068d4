"""What other websites can show: what it says, and that it is safe to hold in somebody else's page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from hubatlas.model import Address, Contact, HoursException, Hub
from samples import FRAGMENT
from tests.builders import a_directory, a_hub, a_schedule, a_service, a_session, some_hours
from tests.conftest import TODAY
from tests.pages.markup import pages_of
from tests.pages.test_contexts import page_at
from tests.pages.test_every_page import invalid_html

PLAIN = {"article", "h2", "h3", "p", "ul", "li", "a", "small"}
ATTRIBUTES = {"article": {"lang"}, "a": {"href"}}


def card(hub: Hub, *others: Any) -> Any:  # noqa: ANN401 - contexts are of many types
    return page_at(a_directory(hub, *others), f"/embed/hubs/{hub.slug}.html")


def fragments_of(site: Path) -> dict[str, str]:
    found = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob(f"*{FRAGMENT}")}
    assert found
    return found


def elements(fragment: str) -> Iterator[Element]:
    """The elements of a fragment, as a browser reads them inside a page's body."""
    root = html5lib.parseFragment(fragment, container="div", namespaceHTMLElements=False)
    yield from (each for each in root.iter() if isinstance(each.tag, str) and each.tag != "DOCUMENT_FRAGMENT")


def test_a_card_says_how_to_get_there_and_when_in_words() -> None:
    hub = a_hub(
        address=Address(address_1="1 Mill Lane", city="Riverside", postal_code="PL1 1AA"),
        contact=Contact(phone="01632 960105"),
        opening_hours=some_hours(*("09:00-17:00",) * 3, "unknown", "09:00-12:30", "closed", "closed"),
    )
    shown = card(hub).hub
    assert shown.address_lines == ("1 Mill Lane", "Riverside", "PL1 1AA")
    assert shown.phone.address == "tel:+441632960105"
    assert [(row.days, row.hours) for row in shown.hours.week] == [
        ("Monday to Wednesday", "9am to 5pm"),
        ("Thursday", "Not known"),
        ("Friday", "9am to 12:30pm"),
        ("Saturday and Sunday", "Closed"),
    ]
    assert shown.hours.bank_holidays.hours == "Not known"


def test_a_card_has_room_for_the_exceptions_of_the_next_four_weeks() -> None:
    days = (date(2026, 11, 20), date(2026, 12, 24), date(2026, 12, 30))
    exceptions = tuple(
        HoursException(first_date=day, last_date=day, hours=None, reason=f"Reason {day.day}") for day in days
    )
    shown = card(a_hub(opening_hours=some_hours("09:00-17:00", exceptions=exceptions))).hub
    assert [(row.reason, row.known) for row in shown.hours.exceptions] == [("Reason 24", False)]


@pytest.mark.parametrize("status", ["planned", "closed"])
def test_a_card_of_a_hub_that_nobody_can_go_to_says_so(status: str) -> None:
    hub = a_hub(status=status, opening_hours=some_hours("09:00-17:00"))
    service = a_service(sessions=(a_session(hub=hub.slug),))
    shown = card(hub, service)
    assert shown.hub.status.words.startswith(status.capitalize())
    assert (shown.hub.hours, shown.week, shown.hub.timetable) == (None, None, None)


def test_the_week_says_its_dates_and_what_there_was_no_room_for() -> None:
    hub = a_hub()
    sessions = tuple(a_session(f"s{number}", hub=hub.slug) for number in range(7))
    over = a_session("over", hub=hub.slug, schedule=a_schedule(days="Tuesday", valid_to=date(2026, 11, 24)))
    service = a_service(sessions=(*sessions, over))
    week = card(hub, service).week
    assert week.dates == "From Tuesday 1 to Monday 7 December 2026"
    assert [day.day.words for day in week.days] == ["Tuesday 1 December"]
    assert (len(week.days[0].occasions), week.more) == (5, 2)


@pytest.mark.parametrize(
    ("today", "dates"),
    [
        (date(2026, 11, 30), "From Monday 30 November to Sunday 6 December 2026"),
        (date(2026, 12, 28), "From Monday 28 December 2026 to Sunday 3 January 2027"),
    ],
)
def test_a_week_over_the_end_of_a_month_or_year_says_both(today: date, dates: str) -> None:
    page = page_at(a_directory(a_hub()), "/embed/whats-on.html", today)
    assert page.week.dates == dates


def test_the_week_of_a_hub_where_nothing_is_on_is_there_all_the_same() -> None:
    page = page_at(a_directory(a_hub()), "/embed/hubs/old-mill-hub/whats-on.html")
    assert page.week.days == ()
    assert page.page == "/hubs/old-mill-hub/"


def ended_hubs(site: Path) -> set[str]:
    ended = json.loads((site / "data" / "v1" / "changes.json").read_text("utf-8"))["ended"]
    return {each["id"] for each in ended if each["type"] == "hub"}


def test_every_hub_can_be_shown_in_each_form(built_site: Path) -> None:
    hubs = {path.stem for path in (built_site / "data" / "v1" / "hubs").glob("*.json")} - ended_hubs(built_site)
    assert hubs
    for hub in hubs:
        for name in (f"{hub}.html", f"{hub}{FRAGMENT}", f"{hub}/whats-on.html", f"{hub}/whats-on{FRAGMENT}"):
            assert (built_site / "embed" / "hubs" / name).is_file()


def test_frames_run_nothing_and_lead_out_of_the_frame(built_site: Path) -> None:
    frames = [page for page in pages_of(built_site).values() if re.match(r"/embed/.*\.html$", page.path)]
    assert len(frames) > 10
    for page in frames:
        text = (built_site / page.path[1:]).read_text("utf-8")
        assert "<script" not in text
        assert page.metas["robots"] == "noindex"
        assert page.metas["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
        links = re.findall(r"<a [^>]*>", text)
        assert links
        assert all('target="_top"' in link for link in links)


def test_a_fragment_is_plain_html_with_whole_links(built_site: Path) -> None:
    for name, fragment in fragments_of(built_site).items():
        for element in elements(fragment):
            assert element.tag in PLAIN, name
            assert set(element.keys()) <= ATTRIBUTES.get(element.tag, set()), name
            address = element.get("href")
            assert address is None or re.match(r"https?://|tel:", address), name


def test_a_fragment_says_as_of_when_and_under_which_licence(built_site: Path) -> None:
    day = date.fromisoformat(TODAY)
    for fragment in fragments_of(built_site).values():
        assert f"As of {day.day} December {day.year}." in fragment
        assert "Open Government Licence" in fragment


def test_fragments_are_valid_in_a_page(built_site: Path, tmp_path: Path) -> None:
    fragments = "\n".join(fragments_of(built_site).values())
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>Hubs</title></head><body><h1>Hubs</h1>{fragments}</body></html>'
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert invalid_html(tmp_path) == ""


def test_what_a_hubs_page_offers_to_copy_is_its_fragment(built_site: Path) -> None:
    pages = sorted((built_site / "embed" / "hubs").glob("*/index.html"))
    assert pages
    for page in pages:
        boxes = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.read_text("utf-8"), re.DOTALL)
        offered = [html.unescape(box) for box in boxes]
        fragment = page.parent.with_name(f"{page.parent.name}{FRAGMENT}").read_text("utf-8")
        assert offered[2].strip() == fragment.strip()
        sources = [re.search(r'src="[^"]*?/(embed/[^"]+)"', line) for line in offered[:2]]
        assert all(source and (built_site / source[1]).is_file() for source in sources)


def test_the_page_of_a_hub_leads_to_what_can_be_shown_of_it(built_site: Path) -> None:
    for address, page in pages_of(built_site).items():
        if re.fullmatch(r"/hubs/[^/]+/", address) and page.is_of_a_record:
            assert ("a", f"../../embed{address}") in page.links
    assert ("a", "../embed/") in pages_of(built_site)["/data/"].links
