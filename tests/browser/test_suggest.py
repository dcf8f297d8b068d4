"""A suggestion, from the link on a hub's page to a branch that holds exactly the change."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from hubatlas.imports.suggestions.applying import Applier
from hubatlas.imports.suggestions.block import read_suggestion
from tests.browser.conftest import axe_finds
from tests.conftest import ESTUARY, ROOT, NewPage

PHONE = {"width": 320, "height": 640}
MOST_TABS = 60
LATER = date(2099, 1, 1)  # browsers tell the time by their own clocks


@pytest.fixture(scope="module")
def applier() -> Applier:
    return Applier(ESTUARY, ROOT / "schema")


@pytest.fixture
def suggest(estuary_site: Path, site_server: Callable[[Path], str]) -> Callable[[str], str]:
    """Gives the address of the form for a record."""
    home = site_server(estuary_site)
    return lambda record: f"{home}suggest/#{record.replace('/', '_')}"


def test_hours_are_corrected_by_keyboard_alone_on_a_small_phone(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{site_server(estuary_site)}hubs/quayside/")
    page.get_by_role("link", name="Suggest a change").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Suggest a change to Quayside Hub")
    tab_to(page, page.locator("summary", has_text="When it is open"))
    page.keyboard.press("Enter")
    tuesday = page.get_by_label("Tuesday", exact=True)
    tab_to(page, tuesday)
    page.keyboard.press("Control+A")
    page.keyboard.type("9am-5pm")
    tab_to(page, page.get_by_role("button", name="Check your changes"))
    page.keyboard.press("Enter")

    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_text(
        [
            'Tuesday should look like 09:00-17:00, not "9am-5pm"; did you mean "09:00-17:00"?',
            "Say how you know.",
        ]
    )
    expect(tuesday).to_have_attribute("aria-invalid", "true")
    expect(tuesday).to_have_accessible_description(re.compile(r"^Error:\s+Tuesday should look like"))
    assert page.title().startswith("Error: ")
    assert axe_finds(page) == []
    fits(page)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(tuesday).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("09:00-17:00")
    tab_to(page, page.get_by_label("I work or volunteer there"))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Hub manager")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Is this right?")).to_be_focused()
    expect(page.locator("dt")).to_have_text(["Tuesday"])
    expect(page.locator("dd")).to_have_text(["Now: 09:00-19:30", "New: 09:00-17:00"])
    assert axe_finds(page) == []
    fits(page)
    text = mail(page.get_by_role("link", name="Send it by email"))
    assert issue(page.get_by_role("link", name="Send it on GitHub")) == text
    assert "Tuesday: 09:00-19:30 -> 09:00-17:00" in text
    day = text.partition('"date": "')[2][:10]
    assert difference(text, tmp_path) == [
        "-  tuesday: 09:00-19:30",
        "+  tuesday: 09:00-17:00",
        "+  - facts: [hours]",
        "+    source: Hub manager, through the form on this site",
        f"+    as_of: {day}",
        f"+    confirmed_on: {day}",
        "+    confirmed_by: Hub manager",
    ]


def test_one_press_says_that_everything_is_still_correct(
    suggest: Callable[[str], str], page: Page, applier: Applier
) -> None:
    page.goto(suggest("hubs/quayside"))
    text = issue(page.get_by_role("link", name="Everything is still correct").first)
    day = text.partition('"date": "')[2][:10]
    changed = changes_of(text, applier)
    assert {line.strip("+-").strip().split(":")[0] for line in changed} == {"confirmed_on", "confirmed_by"}
    assert [line for line in changed if line.startswith("+")] == [
        f"+    confirmed_on: {day}",
        "+    confirmed_by: People who run it",
    ] * 4


def test_the_sessions_of_a_service_are_corrected(suggest: Callable[[str], str], page: Page, applier: Applier) -> None:
    page.goto(suggest("services/debt-clinic"))
    page.locator("summary", has_text="When and where").click()
    first = page.locator(".app-suggest__item").first
    first.locator("summary").click()
    first.get_by_label("How it repeats").select_option("by appointment")
    expect(first.get_by_label("Time")).to_be_hidden()  # a session by appointment has none
    page.locator(".app-suggest__item").nth(1).locator("summary").click()
    page.locator(".app-suggest__item").nth(1).get_by_role("button", name="Take it out").click()
    page.get_by_role("button", name="Add a session").click()
    new = page.locator(".app-suggest__item").last
    new.get_by_label("Hub").select_option(label="Quayside Hub")
    new.get_by_label("Time").fill("10:00-12:00")
    page.get_by_label("I know it from somewhere else").check()
    page.get_by_label("Who or what told you?").fill("A phone call to the advice line")
    page.get_by_role("button", name="Check your changes").click()
    expect(page.locator(".govuk-error-summary").get_by_role("link")).to_have_text(
        "When has no Days: a weekly session says on which days it happens."
    )
    new.get_by_label("Friday").check()
    page.get_by_role("button", name="Check your changes").click()
    changed = changes_of(mail_or_file(page), applier)
    assert "+  - id: friday-quayside" in changed
    assert "+      repeats: by appointment" in changed
    assert any(line.startswith("-  - id: ") for line in changed)
    assert "+    source: A phone call to the advice line" in changed
    assert "+    note: Only for “Sessions”." in changed


def test_what_is_too_long_for_a_letter_is_saved_as_a_file(
    suggest: Callable[[str], str], page: Page, applier: Applier
) -> None:
    page.goto(suggest("hubs/quayside"))
    for part in ("What it is", "Where it is", "Access and facilities"):
        page.locator("summary", has_text=part).click()
    for label in ("About the status", "What happens when I arrive", "Getting there", "About access"):
        page.get_by_label(label).fill("Ä long explanation, with “quotes” " * 8)
    page.get_by_label("I work or volunteer there").check()
    page.get_by_label("Your role, not your name").fill("Caretaker")
    page.get_by_role("button", name="Check your changes").click()
    expect(page.get_by_text("Your changes are too long to be put into a letter for you.")).to_be_visible()
    expect(page.get_by_role("link", name="Send it by email")).to_have_count(0)
    assert len([line for line in changes_of(mail_or_file(page), applier) if "explanation" in line]) >= 4


def test_markup_is_shown_as_it_is_typed(suggest: Callable[[str], str], page: Page) -> None:
    page.goto(suggest("hubs/quayside"))
    page.locator("summary", has_text="What it is").click()
    page.get_by_label("About the status").fill("<img src=x onerror=alert(1)>")
    page.get_by_label("I work or volunteer there").check()
    page.get_by_label("Your role, not your name").fill("Caretaker")
    page.get_by_role("button", name="Check your changes").click()
    expect(page.locator("dd").last).to_have_text("New: <img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Go back").click()
    expect(page.get_by_label("About the status")).to_have_value("<img src=x onerror=alert(1)>")


def test_nothing_changed_is_said_so(suggest: Callable[[str], str], page: Page) -> None:
    page.goto(suggest("services/debt-clinic"))
    page.get_by_role("button", name="Check your changes").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Nothing is changed yet.")


def test_without_scripts_the_page_says_where_to_write_and_what_the_record_is(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_server(estuary_site)}hubs/quayside/")
    page.get_by_role("link", name="Suggest a change").first.click()
    expect(page.locator(".app-suggest__plain")).to_be_visible()
    assert "write to hello@estuary.example.org instead" in page.locator(".app-suggest__plain").inner_text()
    target = page.locator(":target")
    expect(target).to_contain_text("Quayside Hub")
    expect(target).to_be_in_viewport()
    record, write = target.locator("noscript a").all()  # what is in noscript has no role for Playwright
    assert record.text_content() == "What we hold about Quayside Hub"
    assert str(record.get_attribute("href")).endswith("/blob/main/content/hubs/quayside.yaml")
    assert write.get_attribute("href") == "mailto:hello@estuary.example.org?subject=Change%20to%20Quayside%20Hub"


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has the keyboard."""
    for _ in range(MOST_TABS):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{wanted} is not reached by the Tab key")


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def mail(link: Locator) -> str:
    """The letter that the link opens."""
    address = str(link.get_attribute("href"))
    assert address.startswith("mailto:hello@estuary.example.org?subject=")
    return unquote(address.partition("&body=")[2]).replace("\r\n", "\n")


def issue(link: Locator) -> str:
    """The text of the issue that the link begins."""
    address = urlsplit(str(link.get_attribute("href")))
    assert address.path == "/estuary/directory/issues/new"
    return parse_qs(address.query)["body"][0]


def mail_or_file(page: Page) -> str:
    """What the file holds that can be saved instead."""
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save it as a file").click()
    assert re.fullmatch(r"suggestion-(hubs|services)-[a-z-]+\.txt", saved.value.suggested_filename)
    return saved.value.path().read_text("utf-8")


def changes_of(text: str, applier: Applier) -> list[str]:
    """The lines that the suggestion takes out of its record and puts into it."""
    applied = applier.applied(read_suggestion(text, LATER))
    before, after = applied.path.read_text("utf-8").splitlines(), applied.text.decode().splitlines()
    return [line for line in unified_diff(before, after, n=0) if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def difference(text: str, folder: Path) -> list[str]:
    """The same of the branch that the command makes of it, in a real repository."""
    shutil.copytree(ESTUARY, folder / "content")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "Editor")
    git(folder, "config", "user.email", "editor@example.org")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Begin")
    command = [sys.executable, str(ROOT / "scripts" / "apply_suggestion.py"), f"--today={LATER}", "--branch"]
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, check=False, cwd=folder, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert git(folder, "branch", "--show-current").startswith("suggestion/quayside-")
    assert git(folder, "log", "--format=%s", "main..") == "Change opening_hours of hubs/quayside, as suggested\n"
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "diff", "--name-only", "main") == "content/hubs/quayside.yaml\n"
    lines = git(folder, "diff", "--unified=0", "main").splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
