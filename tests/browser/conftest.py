"""What the browser tests share: a page of each kind, and what axe finds on it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ESTUARY, ROOT
from tests.pages.markup import FRAGMENT

expect.set_options(timeout=15_000)  # a busy computer is not a fault

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

EVERYWHERE = {
    "home": "index.html",
    "needs": "needs/index.html",
    "need": "needs/*/index.html",
    "whats-on": "whats-on/index.html",
    "hubs": "hubs/index.html",
    "hub": "hubs/*/index.html",
    "services": "services/index.html",
    "service": "services/*/index.html",
    "organisation": "organisations/*/index.html",
    "place": "places/*/index.html",
    "network": "network/index.html",
    "core-offer": "network/core-offer/index.html",
    "search": "search/index.html",
    "data": "data/index.html",
    "about": "about/index.html",
    "not-found": "404.html",
}
"""Looked at in every site that is tested: the public's pages, and those that look different where little is known."""

DEMONSTRATED = {
    "organisations": "organisations/index.html",
    "hub-timetable": "whats-on/*/index.html",
    "timetable-checks": "network/timetable-checks/index.html",
    "places": "places/index.html",
    "neighbours": "neighbours/index.html",
    "spaces": "spaces/index.html",
    "referrals": "referrals/index.html",
    "specialisms": "network/specialisms/index.html",
    "quality": "network/quality/index.html",
    "governance": "network/governance/index.html",
    "plans": "network/plans/index.html",
    "coverage": "network/coverage/index.html",
    "standards": "network/standards/index.html",
    "indicators": "network/indicators/index.html",
    "indicator": "network/indicators/*/index.html",
    "stories": "network/stories/index.html",
    "story": "network/stories/*/index.html",
    "learning": "network/learning/index.html",
    "signposts": "network/signposts/index.html",
    "freshness": "network/freshness/index.html",
    "words": "network/words/index.html",
    "contribute": "contribute/index.html",
    "accessibility": "accessibility/index.html",
    "privacy": "privacy/index.html",
    "table": "data/tables/*/index.html",
    "dictionary": "data/dictionary/index.html",
    "record": "data/dictionary/*/index.html",
    "changes": "data/changes/index.html",
    "versions": "data/versions/index.html",
    "ended": "hubs/ferry-house/index.html",
    "embedding": "embed/index.html",
    "hub-embedding": "embed/hubs/*/index.html",
}
"""Looked at in the demonstration network, which has all that a network can have."""

EMBEDS = {
    "hub-embed": "embed/hubs/*.html",
    "week-embed": "embed/whats-on.html",
}
"""Looked at in the demonstration network too, but shown in frames on other websites, without header and menu."""

KINDS = EVERYWHERE | DEMONSTRATED | EMBEDS
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
    return params.get("kind") in DEMONSTRATED | EMBEDS and params.get("built_site", ESTUARY) != ESTUARY


@pytest.fixture
def address(built_site: Path, site_server: Callable[[Path], str]) -> Callable[[str], str]:
    """Gives the address of a page of the site under test: `address("hubs/")`."""
    home = site_server(built_site)
    return lambda path: home + path


def fullest(site: Path, kind: str) -> str:
    """The path of the page of that kind that says most."""
    files = sorted(file for file in site.glob(KINDS[kind]) if not file.name.endswith(FRAGMENT))
    assert files, f"{site} has no page of the kind {kind}"
    largest = max(files, key=lambda file: file.stat().st_size)
    return largest.relative_to(site).as_posix().removesuffix("index.html")


def published(site: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table that the site publishes, such as hubs."""
    whole = json.loads((site / "data" / "v1" / f"{table}.json").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = whole["rows"]
    assert rows
    return rows


def fetched(page: Page, address: str) -> Callable[[], int]:
    """Opens the page; what is returned counts the compressed bytes of everything it has asked for so far."""
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(address, wait_until="load")
    return lambda: sum(len(gzip.compress(body)) for body in bodies)


def draw_map(page: Page) -> None:
    """Bring the map of the page up, on a small screen by its button, and wait until it is there."""
    drawn = page.locator("[data-module=map]")
    button = drawn.get_by_role("button", name="Show the map")
    if button.is_visible():
        button.click()
    else:
        drawn.scroll_into_view_if_needed()
    expect(drawn).to_have_attribute("data-state", "ready")


def axe_finds(page: Page, *, forced_colours: bool = False) -> list[str]:
    """What axe says is wrong with the page as it is shown now, in light and in dark: the rule and the elements."""
    page.evaluate(AXE)
    found = _violations(page, None, color_scheme="light") + _violations(page, COLOUR_RULES, color_scheme="dark")
    if forced_colours:
        found += _violations(page, COLOUR_RULES, color_scheme="light", forced_colors="active")
    return [f"{rule['id']} ({rule['help']}): {[node['html'][:200] for node in rule['nodes']]}" for rule in found]


def _violations(page: Page, rules: list[str] | None, **media: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - Playwright's
    page.emulate_media(**media)
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found: list[dict[str, Any]] = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return found
