"""The search, as somebody in a hurry uses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_finds, published
from tests.conftest import NewPage


def results(page: Page) -> list[str]:
    """The titles that are listed, best first, once the count is there."""
    expect(page.get_by_role("status")).to_contain_text("result")
    return page.locator("#search-results h2").all_inner_texts()


@pytest.mark.parametrize("typed", ["skint", "SKINT", "skimt", "I'm skint!"])
def test_a_word_of_the_street_finds_money_advice(typed: str, address: Callable[[str], str], page: Page) -> None:
    page.goto(address(f"search/?q={typed}"))
    assert any(word in " ".join(results(page)[:3]).lower() for word in ("money", "benefits", "debt"))


def test_a_hub_is_found_with_one_letter_wrong(built_site: Path, address: Callable[[str], str], page: Page) -> None:
    name = max(published(built_site, "hubs")[0]["name"].split(), key=len)
    page.goto(address("search/"))
    page.get_by_role("searchbox").fill(name[:3] + name[4:])
    assert name in " ".join(results(page)[:5])
    expect(page.get_by_role("status")).to_contain_text("exactly")


def test_a_result_leads_to_its_page(address: Callable[[str], str], page: Page) -> None:
    page.goto(address("search/?q=money"))
    title = results(page)[0]
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page).to_have_url(address("") + page.url.removeprefix(address("")))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/search/" not in page.url


def test_the_home_page_leads_to_the_answers(address: Callable[[str], str], page: Page) -> None:
    page.goto(address(""))
    page.get_by_role("searchbox").fill("lonely")
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(address("search/?q=lonely"))
    expect(page.get_by_role("searchbox")).to_have_value("lonely")
    assert results(page)


def test_typing_keeps_the_address_and_back_leads_to_the_search_before(
    address: Callable[[str], str], page: Page
) -> None:
    page.goto(address("search/"))
    box = page.get_by_role("searchbox")
    box.fill("food")
    expect(page).to_have_url(address("search/?q=food"))
    box.press("Enter")
    food = results(page)
    box.fill("lonely")
    box.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("lonely")
    assert results(page) != food
    page.go_back()
    expect(box).to_have_value("food")
    expect(page.get_by_role("status")).to_contain_text("food")
    assert results(page) == food
    page.go_back()
    expect(box).to_have_value("")
    expect(page.locator("#search-results")).to_be_hidden()


@pytest.mark.parametrize("typed", ["+money -advice", "title:money", "money^9 ~2", "*money*", "money:", "<b>money</b>"])
def test_signs_are_not_commands(typed: str, address: Callable[[str], str], page: Page) -> None:
    page.goto(address("search/"))
    page.get_by_role("searchbox").fill(typed)
    assert results(page)
    expect(page.get_by_role("status")).to_contain_text(typed)


def test_finding_nothing_is_said_with_another_way(address: Callable[[str], str], page: Page) -> None:
    page.goto(address("search/?q=zzzxqq"))
    expect(page.get_by_role("status")).to_have_text("Nothing found for “zzzxqq”")
    expect(page.get_by_role("main").get_by_role("link", name="All services")).to_be_visible()
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("main").get_by_role("link", name="All services")).to_have_count(0)


@pytest.mark.parametrize("typed", ["", "   ", "?!", "x" * 5000, "a " * 3000, "\N{PILE OF POO}", "é"])
def test_nothing_that_is_typed_breaks_the_search(typed: str, address: Callable[[str], str], page: Page) -> None:
    page.goto(address("search/"))
    box = page.get_by_role("searchbox")
    box.fill(typed)
    box.press("Enter")
    box.fill("money")
    assert results(page)


def test_the_index_is_fetched_only_once_the_reader_searches(address: Callable[[str], str], page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address("search/"), wait_until="networkidle")
    assert address("search/index.json") not in asked
    with page.expect_request("**/search/index.json"):
        page.get_by_role("searchbox").focus()


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(
    address: Callable[[str], str], new_page: NewPage
) -> None:
    page = new_page(expected=("404", "Failed to load resource"))
    page.context.route("**/search/index.json", lambda route: route.fulfill(status=404))
    page.goto(address("search/?q=money"))
    expect(page.get_by_role("status")).to_contain_text("not working")
    expect(page.locator("[data-browse]").first).to_be_visible()
    page.context.unroute("**/search/index.json")
    page.get_by_role("searchbox").press("Enter")
    assert results(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_answers(width: int, address: Callable[[str], str], new_page: NewPage) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(address("search/?q=food"))
    assert results(page)
    assert axe_finds(page) == []
