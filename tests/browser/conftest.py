"""What the browser tests share: a page of each kind, and what axe finds on it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import ESTUARY, ROOT

expect.set_options(timeout=15_000)  # a busy computer is not a fault

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
ANY = re.compile(".")
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

EVERYWHERE = frozenset(
    (
        "home",
        "needs",
        "need",
        "whats-on",
        "hubs",
        "hub",
        "services",
        "service",
        "organisation",
        "place",
        "network",
        "core-offer",
        "search",
        "data",
        "about",
        "not-found",
    )
)
"""Looked at in every site that is tested: the public's pages, and those that look different where little is known.
The others are looked at in the demonstration network, which has all that a network can have."""

EMBEDS = frozenset(("hub-embed", "week-embed", "hub-week-embed"))
"""Shown in frames on other websites, without header and menu."""

SCREENS = frozenset(("kiosk",))
"""What needs scripts, and says where to go without them."""

EDITORS = {"editor"}
"""Somebody else's program, which `test_editor.py` looks at."""

LEADS_ON = {"moved"}
"""Kinds of page that a browser leaves at once; `tests/pages` look at what they say."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the pages that only the demonstration network is asked for from the tests of the other site."""
    elsewhere = [item for item in items if _is_elsewhere(item)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in set(elsewhere)]


def _is_elsewhere(item: pytest.Item) -> bool:
    params = getattr(getattr(item, "callspec", None), "params", {})
    return params.get("kind", "home") not in EVERYWHERE and params.get("built_site", ESTUARY) != ESTUARY


@pytest.fixture
def address(built_site: Path, site_server: Callable[[Path], str]) -> Callable[[str], str]:
    """Gives the address of a page of the site under test: `address("hubs/")`."""
    home = site_server(built_site)
    return lambda path: home + path


def published(site: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table that the site publishes, such as hubs."""
    whole = json.loads((site / "data" / "v1" / f"{table}.json").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = whole["rows"]
    assert rows
    return rows


def reach(page: Page, wanted: Locator, *, most: int = 150) -> None:
    """Press Tab until `wanted` has the focus, as somebody does who has no mouse."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{most} times Tab do not lead to {wanted}")


def fetched(page: Page, address: str) -> Callable[[], int]:
    """Opens the page; what is returned counts the compressed bytes of everything it has asked for so far."""
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(address, wait_until="load")
    return lambda: sum(len(gzip.compress(body)) for body in bodies)


def draw_map(page: Page) -> None:
    """Bring the map that moves up, where it waits by its button, and wait until it is there."""
    drawn = page.locator("[data-module=map]")
    expect(drawn).to_have_attribute("data-state", ANY)
    drawn.scroll_into_view_if_needed()
    button = drawn.get_by_role("button", name="Zoom and move")
    if button.is_visible():
        button.click()
    expect(drawn).to_have_attribute("data-state", "ready")


def show_all(page: Page) -> None:
    """Draw the map, where the page has one, and open whatever is folded away."""
    if page.locator("[data-module=map]").count():
        draw_map(page)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")


def axe_finds(page: Page, *, dark: bool = True, forced_colours: bool = False) -> list[str]:
    """What axe says is wrong with the page as it is shown now, in light and as asked: the rule and the elements."""
    page.evaluate(AXE)
    found = _violations(page, None, color_scheme="light")
    if dark:
        found += _violations(page, COLOUR_RULES, color_scheme="dark")
    if forced_colours:
        found += _violations(page, COLOUR_RULES, color_scheme="light", forced_colors="active")
    return [f"{rule['id']} ({rule['help']}): {[node['html'][:200] for node in rule['nodes']]}" for rule in found]


def _violations(page: Page, rules: list[str] | None, **media: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - Playwright's
    page.emulate_media(**media)
    options = {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; axe leaves it out unless asked
        **({"runOnly": rules} if rules else {}),
    }
    found: list[dict[str, Any]] = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return found
