"""Pages from templates: what escapes, what fails, and where links lead."""

from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from hubatlas.pages import Head, site_context
from hubatlas.publication import MapSettings, MapTiles
from hubatlas_site.faults import fault_of_page
from hubatlas_site.rendering import Renderer
from tests.builders import a_directory, a_network


@dataclass(frozen=True)
class Page:
    head: Head
    text: str = "<i>"


PAGE = Page(Head(title="T", description="D"))


def render(
    templates: Path, source: str, address: str = "/hubs/old-mill/", page: Page = PAGE, streets: str | None = None
) -> str:
    (templates / "page.html").write_text(source, encoding="utf-8")
    settings = MapSettings() if streets is None else MapSettings(tiles=MapTiles(url=streets, attribution="Somebody"))
    directory = a_directory(network=a_network(map=settings))
    shared = replace(site_context(directory, date(2026, 12, 1)), address="https://example.org/network/")
    return Renderer(templates, shared, {"main.css": "abc123"}).render("page.html", address, page).decode()


def test_text_of_records_is_escaped(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ page.text }}") == "&lt;i&gt;"


@pytest.mark.parametrize(
    "source", ["{{ typo }}", "{{ page.typo }}", "{% if page.typo %}x{% endif %}", "{{ site.typo }}"]
)
def test_misspelt_name_is_an_error(tmp_path: Path, source: str) -> None:
    with pytest.raises(UndefinedError, match="typo"):
        render(tmp_path, source)


@pytest.mark.parametrize(
    ("address", "to", "link"),
    [
        ("/", "/", "./"),
        ("/", "/hubs/", "./hubs/"),
        ("/hubs/", "/", "../"),
        ("/hubs/old-mill/", "/hubs/old-mill/#hours", "../../hubs/old-mill/#hours"),
        ("/404.html", "/hubs/", "/network/hubs/"),
    ],
)
def test_link_works_wherever_the_site_is_put(tmp_path: Path, address: str, to: str, link: str) -> None:
    assert render(tmp_path, f"{{{{ to('{to}') }}}}", address) == link


def test_link_in_a_macro_starts_from_the_page_that_calls_it(tmp_path: Path) -> None:
    (tmp_path / "macros.html").write_text("{% macro home() %}{{ to('/') }}{% endmacro %}", encoding="utf-8")
    source = "{% from 'macros.html' import home %}{{ home() }}"
    assert render(tmp_path, source, "/hubs/") == "../"
    assert render(tmp_path, source, "/hubs/old-mill/") == "../../"


@pytest.mark.parametrize("address", ["hubs/", "https://example.org/", "//example.org/", ""])
def test_link_to_no_address_of_the_site_is_an_error(tmp_path: Path, address: str) -> None:
    with pytest.raises(ValueError, match="starts from its root"):
        render(tmp_path, f"{{{{ to('{address}') }}}}")


def test_asset_carries_its_version(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ asset('main.css') }}") == "../../assets/main.css?v=abc123"


def test_asset_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"no asset 'mian\.css'; it has main\.css"):
        render(tmp_path, "{{ asset('mian.css') }}")


def test_markdown_is_sanitised_and_linked(tmp_path: Path) -> None:
    page = Page(PAGE.head, "**x** [hubs](/hubs/) <script>")
    expected = '<p><strong>x</strong> <a href="../../hubs/" rel="nofollow noopener">hubs</a> &lt;script&gt;</p>'
    assert render(tmp_path, "{{ page.text | markdown }}", page=page) == expected


def test_policy_lets_only_the_site_itself_run_scripts(tmp_path: Path) -> None:
    policy = render(tmp_path, "{{ content_security_policy }}")
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("streets", "pictures", "data"),
    [
        (None, "'self' data: https://tile.openstreetmap.org;", "'self';"),
        ("https://tiles.example.org/{z}/{x}/{y}.png", "'self' data: https://tiles.example.org;", "'self';"),
        ("https://tiles.example.org/area.pmtiles", "'self' data:;", "'self' https://tiles.example.org;"),
        ("/tiles/area.pmtiles", "'self' data:;", "'self';"),
        ("none", "'self' data:;", "'self';"),
    ],
)
def test_a_page_with_a_map_may_ask_the_source_of_streets_and_nobody_else(
    tmp_path: Path, streets: str | None, pictures: str, data: str
) -> None:
    policy = unescape(render(tmp_path, "{{ map_security_policy }}", streets=streets))
    others = unescape(render(tmp_path, "{{ content_security_policy }}", streets=streets))
    assert f"img-src {pictures}" in policy
    assert f"connect-src {data}" in policy
    assert set(policy.split("; ")) - set(others.split("; ")) <= {f"img-src {pictures[:-1]}", f"connect-src {data[:-1]}"}


@pytest.mark.parametrize(
    ("streets", "words"),
    [
        (None, "Streets come from tile.openstreetmap.org, which then sees what part of the map you look at."),
        ("/tiles/area.pmtiles", "Streets come from this site."),
        ("none", "None"),
    ],
)
def test_a_reader_is_told_beforehand_where_streets_come_from(tmp_path: Path, streets: str | None, words: str) -> None:
    assert render(tmp_path, "{{ site.streets and site.streets.words }}", streets=streets) == words


def test_fault_names_page_template_and_line(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError) as caught:
        render(tmp_path, "fine\n{{ page.typo }}")
    message = str(fault_of_page("/hubs/old-mill/", "page.html", tmp_path, caught.value))
    assert message.startswith("The page /hubs/old-mill/ could not be made: page.html, line 2: UndefinedError: ")
    assert "typo" in message
