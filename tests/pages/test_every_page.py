"""What holds on every page that is published, read from its HTML."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from PIL import Image

from hubatlas.pages import DATA_PAGES, PAGES
from tests.conftest import ROOT
from tests.pages.markup import Markup, pages_of

HERE = "https://here.example"
KINDS_OF_PAGE = len(PAGES) + len(DATA_PAGES)


@pytest.fixture
def pages(built_site: Path) -> dict[str, Markup]:
    found = pages_of(built_site)
    assert len(found) >= KINDS_OF_PAGE
    return found


def invalid_html(site: Path) -> str:
    """What html-validate finds wrong in a whole site; empty where it finds nothing."""
    program = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    command = ["node", str(program), "--config", str(ROOT / ".htmlvalidate.json"), "--formatter", "text"]
    done = subprocess.run(
        [*command, str(site / "!(oruk)" / "**" / "!(*.fragment).html"), str(site / "*.html")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return "" if done.returncode == 0 else done.stdout[:5000] + done.stderr[:2000]


def test_html_is_valid(built_site: Path) -> None:
    assert invalid_html(built_site) == ""


def is_former(site: Path, address: str) -> bool:
    """Whether the address is an earlier one of a record, where the same is shown as at the present one."""
    moved = json.loads((site / "data" / "v1" / "changes.json").read_text(encoding="utf-8"))["moved"]
    return any(f"/{each['id']}{end}" in address for each in moved for end in ("/", "."))


def test_each_title_is_given_once(built_site: Path, pages: dict[str, Markup]) -> None:
    shown = (page for address, page in pages.items() if not is_former(built_site, address))
    titles = Counter(page.title for page in shown)
    assert [title for title, count in titles.items() if count > 1 or not title.strip()] == []


def test_headings_start_with_one_of_level_1_and_skip_no_level(pages: dict[str, Markup]) -> None:
    for page in pages.values():
        levels = [level for level, _ in page.headings]
        assert levels.count(1) == 1, f"{page.path} has {levels.count(1)} headings of level 1"
        assert levels[0] == 1, f"{page.path} starts with a heading of level {levels[0]}"
        skipped = [words for (above, _), (level, words) in pairwise(page.headings) if level > above + 1]
        assert skipped == [], f"{page.path} skips a level before {skipped}"
        assert all(words.strip() for _, words in page.headings), f"{page.path} has an empty heading"


def test_nothing_is_inline_that_the_policy_forbids(pages: dict[str, Markup]) -> None:
    for page in pages.values():
        assert page.inline == [], page.path
        policy = page.metas["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert ("script-src 'self'" in policy) is not in_frame(page)
        if page.path == "/admin/":  # the editor's program draws its own styles
            policy = policy.replace("style-src 'self' 'unsafe-inline';", "")
        assert "unsafe" not in policy, page.path


def test_every_page_describes_itself(pages: dict[str, Markup]) -> None:
    for page in pages.values():
        metas = page.metas
        assert metas["description"].strip() == metas["og:description"].strip() != "", page.path
        assert metas["og:title"].strip(), page.path
        assert page.title.startswith(metas["og:title"]), page.path
        assert (metas["og:type"], metas["og:locale"]) == ("website", "en_GB"), page.path


def test_every_page_has_a_picture_for_those_who_share_it(built_site: Path, pages: dict[str, Markup]) -> None:
    home = pages["/"].metas["og:url"]
    for page in pages.values():
        assert page.metas["og:image"].startswith(home), page.path
    picture = built_site / page.metas["og:image"].removeprefix(home)
    with Image.open(picture) as opened:
        assert opened.format == "PNG"
        assert opened.size == (int(page.metas["og:image:width"]), int(page.metas["og:image:height"]))


def test_every_page_that_has_an_address_of_its_own_tells_it(pages: dict[str, Markup]) -> None:
    home = pages["/"].metas["og:url"]
    for page in pages.values():
        canonical = [link for element, link in page.links if element == "link" and link.startswith(home)]
        if page.path == "/404.html":
            assert "og:url" not in page.metas
            continue
        assert page.metas["og:url"] == home + page.path[1:]
        if "refresh" in page.metas:
            assert canonical == [urljoin(page.metas["og:url"], page.metas["refresh"].partition("url=")[2])], page.path
        else:
            assert canonical == ([page.metas["og:url"]] if page.is_of_a_record else []), page.path


def in_frame(page: Markup) -> bool:
    """Whether the page is made to be shown in a frame of another website's page."""
    return page.path.startswith("/embed/") and page.path.endswith(".html")


def test_every_link_inside_the_site_leads_somewhere(built_site: Path, pages: dict[str, Markup]) -> None:
    assert dead_links(built_site, pages) == []


def test_ids_are_given_once(pages: dict[str, Markup]) -> None:
    for page in pages.values():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], page.path


def test_a_demonstration_says_so_on_every_page(estuary_site: Path) -> None:
    for page in pages_of(estuary_site).values():
        assert "This network is made up" in page.text, page.path


def test_a_real_network_is_not_called_a_demonstration(content_site: Path) -> None:
    for page in pages_of(content_site).values():
        assert "This network is made up" not in page.text, page.path


@pytest.mark.parametrize("kind", ["hubs", "services", "organisations"])
def test_every_record_says_where_its_facts_come_from_and_how_to_change_them(
    kind: str, pages: dict[str, Markup]
) -> None:
    found = (page for address, page in pages.items() if address.startswith(f"/{kind}/") and address != f"/{kind}/")
    records = [page for page in found if page.is_of_a_record]
    assert records
    for page in records:
        assert "Where these facts come from" in page.text, page.path
        assert "Suggest a change" in page.text, page.path
        assert any(words in page.text for words in ("Last checked", "Checked between", "give no date")), page.path


def dead_links(site: Path, pages: dict[str, Markup]) -> list[str]:
    """The links of a site's pages to its own addresses at which nothing is."""
    return list(_dead_links(site, pages))


def _dead_links(site: Path, pages: dict[str, Markup]) -> Iterator[str]:
    for page in pages.values():
        base_path = "/" if page.path != "/404.html" else urlsplit(_home_link(page)).path
        for element, link in page.links:
            whole = urlsplit(urljoin(HERE + page.path, link))
            if f"{whole.scheme}://{whole.netloc}" != HERE:
                continue
            within = link.startswith("#")
            address = page.path if within else "/" + unquote(whole.path).removeprefix(base_path)
            if not (site / (address + "index.html" if address.endswith("/") else address)[1:]).is_file():
                yield f"{page.path}: <{element}> {link}"
            elif whole.fragment and whole.fragment not in pages[address].ids:
                yield f"{page.path}: nothing called #{whole.fragment} in {address}"


def _home_link(page: Markup) -> str:
    """The shortest that leads to the start of a folder: one for another language may come before it."""
    return min((link for element, link in page.links if element == "a" and link.endswith("/")), key=len)
