"""A screen in a hub that many people use: it starts without a network, forgets each of them, and leads nowhere else."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_finds
from tests.conftest import NewPage

MORNING = datetime.fromisoformat("2026-12-01T10:20Z")
HERE = "kiosk/?hub=quayside"
SITE = "https://estuary.example.org/"
PORTRAIT = {"width": 1080, "height": 1920}
TABLET = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}
SMALLEST_TARGET = 44

READY = """
navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
    || new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, {once: true})))
    .then(() => true)
"""
WALK = """
async (smallest) => {
  const seen = new Set(["", "urgent"]);
  const found = {routes: [], out: [], small: [], odd: []};
  for (const route of seen) {
    if (route) {
      const shown = new Promise((done) => addEventListener("popstate", done, {once: true}));
      location.hash = `#/${route}`;
      await shown;
    }
    for (const button of document.querySelectorAll("main button")) button.click();
    found.routes.push(route);
    for (const element of document.querySelectorAll("[href], [src], [action], [target]")) {
      if (element.closest("head, noscript")) continue;
      const href = element.getAttribute("href") ?? "";
      if (href.startsWith("#/")) seen.add(href.slice(2));
      else if (!href.startsWith("?hub=")) found.out.push(`${route}: ${element.outerHTML}`);
    }
    for (const element of document.querySelectorAll("a, button")) {
      const {width, height} = element.getBoundingClientRect();
      if (width && (width < smallest || height < smallest)) found.small.push(`${route}: ${element.outerHTML}`);
    }
    const words = document.querySelector("main").textContent;
    if (/undefined|null|NaN|\\[object/.test(words)) found.odd.push(`${route}: ${words}`);
  }
  return found;
}
"""


@pytest.fixture
def home(estuary_site: Path, site_server: Callable[[Path], str]) -> str:
    """Where the site of the demonstration network is served."""
    return site_server(estuary_site)


def open_kiosk(page: Page, address: str, moment: datetime = MORNING) -> None:
    """Open the kiosk at a moment, after which its clock only goes on when the test says so."""
    page.clock.install(time=moment)
    page.goto(address)
    page.clock.pause_at(moment.timestamp() + 1)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def heading(page: Page) -> str:
    """The heading of the view that is shown."""
    return page.get_by_role("heading", level=1).inner_text()


def choose(page: Page, name: str) -> None:
    """Press what leads to a need, a hub or a service."""
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def test_it_works_without_a_network_once_it_was_loaded(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=TABLET, expected=("ERR_INTERNET_DISCONNECTED",))
    page.clock.set_fixed_time(MORNING)
    page.goto(home + HERE)
    assert page.evaluate(READY)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Quayside Hub")
    assert page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor") == "rgb(84, 35, 79)"
    choose(page, "Money, benefits or debt")
    choose(page, "Debt clinic")
    expect(page.get_by_role("main")).to_contain_text("0808 157 0210")
    choose(page, "Fenmarket Hub")
    expect(page.get_by_role("main")).to_contain_text("Corn Exchange")
    assert read_code(page) == f"{SITE}hubs/fenmarket/"


def test_it_works_without_a_network_in_plymouth_too(
    content_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(viewport=TABLET, expected=("ERR_INTERNET_DISCONNECTED",))
    page.goto(f"{site_server(content_site)}kiosk/")
    assert page.evaluate(READY)
    page.context.set_offline(True)
    page.reload()
    choose(page, "Money, benefits or debt")
    expect(page.get_by_role("main")).to_contain_text("Debt, housing and careers advice")


def test_it_speaks_the_languages_of_the_site_until_somebody_has_left(
    morfa_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    start = f"{site_server(morfa_site)}kiosk/?hub=harbour"
    page = new_page(viewport=PORTRAIT, expected=("ERR_INTERNET_DISCONNECTED",))
    open_kiosk(page, start)
    assert page.evaluate(READY)
    page.context.set_offline(True)
    choose(page, "About this hub")
    entries = page.evaluate("history.length")
    page.get_by_role("link", name="Cymraeg").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert page.evaluate("history.length") == entries
    page.reload()
    main = page.get_by_role("main")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hwb yr Harbwr")
    expect(main).to_contain_text("Ar agor nawr tan 5pm")
    expect(main).to_contain_text("Bydd rhywun wrth y ddesg yn dweud helô")
    expect(main.locator("[lang=en-GB]").filter(has_text="Four minutes from the station")).to_be_visible()
    assert read_code(page) == "https://morfa.example.org/cy/hubs/harbour/"
    page.clock.run_for(92_000)
    expect(page.get_by_role("alertdialog", name="Ydych chi yno o hyd?")).to_be_visible()
    page.clock.run_for(20_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Harbour Hub")
    assert page.url == start

    page.clock.resume()  # axe waits for timers
    page.get_by_role("link", name="Polski").click()
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    assert axe_finds(page) == []
    found = page.evaluate(WALK, SMALLEST_TARGET)
    assert (found["small"], found["odd"]) == ([], [])
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")


def test_it_forgets_somebody_who_has_left(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PORTRAIT)
    open_kiosk(page, home + HERE)
    entries = page.evaluate("history.length")
    choose(page, "I feel lonely")
    choose(page, "Welcoming space")
    page.evaluate("scrollTo(0, 400)")
    page.clock.run_for(88_000)
    question = page.get_by_role("alertdialog", name="Still there?")
    expect(question).to_be_hidden()
    page.clock.run_for(4_000)
    expect(question).to_be_visible()
    expect(question).to_have_accessible_description(re.compile("goes back to its start in 1[89] seconds"))
    expect(question.get_by_role("button")).to_be_focused()
    page.clock.run_for(20_000)
    expect(question).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Quayside Hub")
    assert page.url == home + HERE
    assert page.evaluate("[scrollY, localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, 0, ""]
    assert page.evaluate("history.length") <= entries + 1
    page.go_forward()
    assert page.url == home + HERE
    page.go_back()
    assert (page.url, heading(page)) == (home + HERE, "Today at Quayside Hub")


def test_it_keeps_the_view_of_somebody_who_answers(home: str, page: Page) -> None:
    open_kiosk(page, home + HERE)
    choose(page, "I feel lonely")
    question = page.get_by_role("alertdialog")
    page.clock.run_for(95_000)
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    page.clock.run_for(60_000)
    expect(question).to_be_hidden()
    page.clock.run_for(35_000)
    page.clock.resume()  # axe waits for timers
    assert axe_finds(page) == []
    question.get_by_role("button", name="Yes, I am still here").click()
    expect(question).to_be_hidden()
    assert heading(page) == "I feel lonely"


def test_a_screen_that_slept_wakes_at_its_start(home: str, page: Page) -> None:
    open_kiosk(page, home + HERE)
    choose(page, "I feel lonely")
    page.clock.fast_forward(3_600_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Quayside Hub")
    expect(page.get_by_role("alertdialog")).to_be_hidden()


def test_nothing_leads_out_and_everything_is_large_enough_to_press(home: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    open_kiosk(page, f"{home}kiosk/")
    found = page.evaluate(WALK, SMALLEST_TARGET)
    kinds = {route.split("/")[0] for route in found["routes"]}
    assert kinds >= {"", "need", "hub", "service", "hubs", "services", "whats-on", "not-sure", "urgent", "set-up"}
    assert len(found["routes"]) > 100
    assert (found["out"], found["small"], found["odd"]) == ([], [], [])


def test_nothing_offers_another_window_or_a_search_of_the_web(home: str, page: Page) -> None:
    open_kiosk(page, home + HERE)
    link = page.get_by_role("main").get_by_role("link").first
    link.click(button="middle")
    link.click(modifiers=["ControlOrMeta"])
    assert len(page.context.pages) == 1
    offered = "link => link.dispatchEvent(new Event('contextmenu', {bubbles: true, cancelable: true}))"
    page.get_by_role("button", name="Start again").click()
    assert not link.evaluate(offered)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).userSelect") == "none"


def read_code(page: Page) -> str:
    """What the camera of a phone reads from the code on the screen."""
    picture = page.get_by_role("img", name=re.compile("QR")).screenshot()
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    text: str = found.text
    return text


def test_a_phone_reads_where_the_same_page_is(home: str, new_page: NewPage, estuary_site: Path) -> None:
    page = new_page(viewport=PORTRAIT, color_scheme="dark")
    for route, path in (
        ("", "hubs/quayside/"),
        ("#/need/lonely", "needs/lonely/"),
        ("#/service/debt-clinic", "services/debt-clinic/"),
        ("#/whats-on", "whats-on/quayside/"),
    ):
        page.goto(f"{home}{HERE}{route}")
        assert read_code(page) == SITE + path
        assert (estuary_site / path / "index.html").exists()


def test_everybody_can_read_it(home: str, page: Page) -> None:
    for size, route in ((PHONE, "need/lonely"), (TABLET, "service/debt-clinic"), (PORTRAIT, "hub/quayside")):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.goto(f"{home}{HERE}#/{route}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert axe_finds(page) == [], route
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"], route


def test_it_can_be_used_with_a_keyboard_alone(home: str, page: Page) -> None:
    open_kiosk(page, home + HERE)
    tab_to(page, "I feel lonely")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="I feel lonely")).to_be_focused()
    tab_to(page, "Welcoming space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(page, "Back")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Welcoming space").first).to_be_focused()
    tab_to(page, "Start again")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Quayside Hub")


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus says those words."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.textContent"):
            return
    pytest.fail(f"No way to {words!r} by keyboard")


def test_the_way_back_of_the_device_goes_one_step_and_never_out(home: str, page: Page) -> None:
    open_kiosk(page, home + HERE)
    choose(page, "I feel lonely")
    choose(page, "Welcoming space")
    shown = []
    for _ in range(3):
        page.go_back()
        shown.append(heading(page))
    assert shown == ["I feel lonely", "Today at Quayside Hub", "Today at Quayside Hub"]
    assert page.url == home + HERE


def test_the_day_begins_by_uk_clocks(home: str, new_page: NewPage) -> None:
    page = new_page(timezone_id="Asia/Tokyo")
    open_kiosk(page, home + HERE, datetime.fromisoformat("2026-12-01T19:29Z"))
    expect(page.get_by_role("banner")).to_contain_text("7:29pm Tuesday 1 December")
    expect(page.get_by_role("main")).to_contain_text("Closes soon, at 7:30pm")
    page.clock.run_for(90_000)
    expect(page.get_by_role("main")).to_contain_text("Closed now. Opens tomorrow at 9am")


def test_what_is_over_is_not_shown(home: str, page: Page) -> None:
    open_kiosk(page, f"{home}{HERE}#/whats-on", datetime.fromisoformat("2026-12-01T16:29Z"))
    today = page.get_by_role("region", name="Today")
    expect(today).to_contain_text("Now, until 4:30pm")
    expect(today).not_to_contain_text("Over-sixties lunch club")


def test_it_says_when_it_is_old(home: str, page: Page) -> None:
    for day, old, spent in (("2026-12-15", 0, 0), ("2026-12-16", 1, 0), ("2027-01-20", 1, 1)):
        page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T10:00Z"))
        page.goto(home + HERE)
        notice = page.locator("p:visible").filter(has_text="not been updated since Tuesday 1 December")
        expect(notice).to_have_count(old)
        expect(page.get_by_role("main").get_by_text("it does not know what is on")).to_have_count(spent)


def test_a_hub_is_chosen_when_the_screen_is_set_up(home: str, page: Page) -> None:
    page.goto(f"{home}kiosk/")
    page.get_by_role("link", name="Set up this screen").click()
    page.get_by_role("link", name="Quayside Hub").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Quayside Hub")
    assert page.url == home + HERE
    expect(page.get_by_role("link", name="Set up this screen")).to_have_count(0)


def test_a_tablet_can_install_it_and_the_screen_of_one_hub(home: str, page: Page) -> None:
    session = page.context.new_cdp_session(page)
    for path in ("kiosk/", HERE):
        page.goto(home + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        told = manifest["manifest"]
        assert (told["startUrl"], told["scope"], told["display"]) == (home + path, f"{home}kiosk/", "kFullscreen")
    scope = page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.scope)")
    assert scope == f"{home}kiosk/"


def test_a_new_build_waits_until_nobody_uses_the_screen(
    estuary_site: Path, site_server: Callable[[Path], str], page: Page, tmp_path: Path
) -> None:
    for part in ("kiosk", "assets"):
        shutil.copytree(estuary_site / part, tmp_path / part)
    open_kiosk(page, urljoin(site_server(tmp_path), HERE))
    assert page.evaluate(READY)
    choose(page, "I feel lonely")
    for name, old, new in (
        ("index.html", '"name":"Quayside Hub"', '"name":"Quay Hub"'),
        ("service-worker.js", '"version":"', '"version":"new'),
    ):
        file = tmp_path / "kiosk" / name
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    waiting = """
    navigator.serviceWorker.ready.then(async (registration) => {
      const made = await registration.update();
      await new Promise((done) => made.waiting ? done() : made.installing.addEventListener("statechange", done));
      return Boolean(made.waiting);
    })
    """
    assert page.evaluate(waiting)
    assert heading(page) == "I feel lonely"
    with page.expect_navigation():
        page.clock.run_for(120_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Today at Quay Hub")
    [kept] = page.evaluate("caches.keys()")
    assert " new" in kept


def test_it_says_what_it_is_without_scripts(home: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(home + HERE)
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_be_visible()
    expect(main).to_contain_text("It shows what is on today in Marle Estuary, and who can help.")
    expect(main).to_contain_text("Samaritans: 116 123")
    expect(page.locator("button:visible")).to_have_count(0)
    expect(main.get_by_role("link", name="ordinary pages")).to_have_attribute("href", "../")
