"""Pages from templates: what escapes, what fails, and where links lead."""

from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError, pass_context

from hubatlas.pages import Head, site_context
from hubatlas.publication import MapSettings, MapTiles
from hubatlas_site.faults import fault_of_page
from hubatlas_site.rendering import Renderer
from hubatlas_site.template_code import TemplateCode
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


MACROS = (
    "{% macro one(it, more='') %}<b>{{ it }}{{ more }}</b>{% endmacro %}"
    "{% macro two(it) %}{{ one(it) }}{% endmacro %}"
    "{% macro around() %}<b>{{ caller() }}</b>{% endmacro %}"
    "{% macro rest() %}<b>{{ varargs[0] }}</b>{% endmacro %}"
)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ page.text }}", "&lt;i&gt;"),
        ("{% block all %}{{ page.text }}{% endblock %}", "&lt;i&gt;"),
        ("{{ page.text if page.text else '' }}", "&lt;i&gt;"),
        ("{{ page.text ~ '&' }}", "&lt;i&gt;&amp;"),
        ("{{ page.text + '&' }}", "&lt;i&gt;&amp;"),
        ("{{ [page.text, '&']|join('<') }}", "&lt;i&gt;&lt;&amp;"),
        ("{{ page.text.upper() }}", "&lt;I&gt;"),
        ("{{ page.text|lower }}", "&lt;i&gt;"),
        ("{{ [page.text] }}", "[&#39;&lt;i&gt;&#39;]"),
        ("{{ 1 }}{{ none }}", "1None"),
        ("{% for it in [page.text] %}{{ it }}{{ loop.index }}{% endfor %}", "&lt;i&gt;1"),
        ("{% set it %}<b>{{ page.text }}</b>{% endset %}{{ it }}{{ it }}", "<b>&lt;i&gt;</b><b>&lt;i&gt;</b>"),
        ("{% filter upper %}<b>{{ page.text }}</b>{% endfilter %}", "<B>&LT;I&GT;</B>"),
        ("{% trans it=page.text %}<b>{{ it }}</b>{% endtrans %}", "<b>&lt;i&gt;</b>"),
        ("{% trans it=one(page.text) %}By {{ it }}{% endtrans %}", "By <b>&lt;i&gt;</b>"),
        ("{{ one(page.text) }}", "<b>&lt;i&gt;</b>"),
        ("{{ one(page.text, '&') }}", "<b>&lt;i&gt;&amp;</b>"),
        ("{{ one(it=page.text, more='&') }}", "<b>&lt;i&gt;&amp;</b>"),
        ("{{ one(page.text, **{'more': '&'}) }}", "<b>&lt;i&gt;&amp;</b>"),
        ("{{ one(one(page.text)) }}", "<b><b>&lt;i&gt;</b></b>"),
        ("{{ two(page.text) }}", "<b>&lt;i&gt;</b>"),
        ("{% call around() %}{{ page.text }}{% endcall %}", "<b>&lt;i&gt;</b>"),
        ("{{ rest(page.text) }}", "<b>&lt;i&gt;</b>"),
        ("{{ namespace(it=page.text).it }}", "&lt;i&gt;"),
    ],
)
def test_text_of_records_is_escaped_once_on_whatever_way_it_takes(tmp_path: Path, source: str, shown: str) -> None:
    assert render(tmp_path, MACROS + source) == shown
    (tmp_path / "macros.html").write_text(MACROS, encoding="utf-8")
    assert render(tmp_path, "{% from 'macros.html' import one, two, around, rest %}" + source) == shown


@pytest.mark.parametrize(
    "source",
    [
        "{{ typo }}",
        "{{ typo() }}",
        "{{ page.typo }}",
        "{{ page.text.typo }}",
        "{% if page.typo %}x{% endif %}",
        "{{ site.typo }}",
        "{% macro named(typo) %}{{ typo }}{% endmacro %}{{ named() }}",
        "{% macro named(right) %}{{ right }}{% endmacro %}{{ named(typo=1) }}",
    ],
)
def test_misspelt_name_is_an_error(tmp_path: Path, source: str) -> None:
    with pytest.raises((UndefinedError, AttributeError, TypeError), match="typo"):
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


def test_a_function_that_asks_for_the_context_is_refused_as_it_would_not_get_it() -> None:
    environment = Environment(autoescape=True)
    environment.code_generator_class = TemplateCode
    environment.globals["whose"] = pass_context(lambda _: "")
    with pytest.raises(TypeError, match="whose asks for Jinja's context"):
        environment.from_string("{{ whose() }}")


def test_a_macro_is_given_no_more_than_it_takes(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"named\(\) takes .* 1 positional argument"):
        render(tmp_path, "{% macro named(it) %}{{ it }}{% endmacro %}{{ named(1, 2) }}")


@pytest.mark.parametrize("source", ["fine\n{{ page.typo }}", "fine\n{{ one(page.typo) }}", "\n\n{{ one(1, 2, 3) }}"])
def test_fault_names_page_template_and_line(tmp_path: Path, source: str) -> None:
    with pytest.raises((AttributeError, TypeError)) as caught:
        render(tmp_path, MACROS + source)
    line = source.count("\n") + 1
    message = str(fault_of_page("/hubs/old-mill/", "page.html", tmp_path, caught.value))
    assert message.startswith(f"The page /hubs/old-mill/ could not be made: page.html, line {line}: ")
    assert message.endswith(f"{type(caught.value).__name__}: {caught.value}")


def test_fault_in_a_macro_names_its_own_template(tmp_path: Path) -> None:
    (tmp_path / "macros.html").write_text("\n{% macro one(it) %}\n{{ it.typo }}{% endmacro %}", encoding="utf-8")
    with pytest.raises(AttributeError, match="no attribute 'typo'") as caught:
        render(tmp_path, "{% from 'macros.html' import one %}{{ one(page) }}")
    assert "made: macros.html, line 3: AttributeError: " in str(fault_of_page("/", "page.html", tmp_path, caught.value))
