"""A site in several languages, as its readers, their browsers and search engines find it."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from hubatlas import urls
from hubatlas.facts.wording import MONTHS
from hubatlas.pages import TRANSLATED, site_context
from hubatlas.records import check, load
from hubatlas_site.rendering import Renderer
from tests.conftest import MORFA, ROOT, TODAY
from tests.pages.markup import Markup, pages_of
from tests.pages.test_every_page import dead_links, invalid_html

OTHERS = ("cy", "pl")
ADDRESS = "https://morfa.example.org"
ENGLISH_DATE = re.compile(rf"\b[0-9]{{1,2}} (?:{'|'.join(MONTHS)})\b")
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
SWITCH = re.compile(
    r'\s*<div class="govuk-width-container">\s*<nav class="app-languages".*?</nav>\s*</div>'
    r'|\s*<nav class="kiosk-languages".*?</nav>',
    re.DOTALL,
)
DATA = re.compile(rb'<script type="application/json".*?</script>', re.DOTALL)
ALTERNATE = re.compile(r'\s*<link rel="alternate" hreflang=.*')
VERSION = re.compile(r"\?v=[0-9a-f]+")


class Spoken(HTMLParser):
    """Each text of a page with the language that it is said to be in, and the languages of the page in its head."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.links: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif tag == "a" and "hreflang" not in given:
            self.links.append(given.get("href", ""))
        if tag not in VOID:
            inherited = self._open[-1][1] if self._open else ""
            self._open.append((tag, given.get("lang", inherited)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not {"script", "style"} & {tag for tag, _ in self._open}:
            self.texts.append((self._open[-1][1] if self._open else "", " ".join(data.split())))

    def language_of(self, text: str) -> set[str]:
        """The languages that this text is said to be in, wherever it stands on the page."""
        return {language for language, each in self.texts if each == text}


def page_at(site: Path, address: str) -> Spoken:
    return Spoken(site / address[1:] / "index.html")


@pytest.fixture(scope="module")
def pages(morfa_site: Path) -> dict[str, Markup]:
    return pages_of(morfa_site)


@pytest.fixture(scope="module")
def spoken(morfa_site: Path, pages: dict[str, Markup]) -> dict[str, Spoken]:
    """The pages in other languages than English."""
    return {address: page_at(morfa_site, address) for address in pages if address.split("/")[1] in OTHERS}


def test_html_of_pages_half_translated_is_valid(morfa_site: Path) -> None:
    assert invalid_html(morfa_site / "pl") == ""


def test_text_that_is_translated_is_in_the_language_of_its_page(morfa_site: Path) -> None:
    welsh, polish = (page_at(morfa_site, f"/{code}/hubs/harbour/") for code in OTHERS)

    assert welsh.language_of("Hwb yr Harbwr") == {"cy"}
    assert welsh.language_of("Cyngor, ystafell gynnes a phaned dda ger yr harbwr, i unrhyw un sy'n galw heibio.") == {
        "cy"
    }
    assert polish.language_of("Hub przy porcie") == {"pl"}
    assert polish.language_of("skorzystać z komputera lub wydrukować formularz") == {"pl"}


def test_pages_about_the_network_are_in_the_language_too(morfa_site: Path) -> None:
    welsh = page_at(morfa_site, "/cy/network/coverage/")

    assert welsh.language_of("Beth sydd ym mhle") == {"cy"}
    assert welsh.language_of("Dydd Llun") == {"cy"}
    assert page_at(morfa_site, "/pl/network/").language_of("Jak wypada sieć") == {"pl"}


def test_text_that_nobody_has_translated_is_said_to_be_english(morfa_site: Path) -> None:
    welsh = page_at(morfa_site, "/cy/hubs/harbour/")
    polish = page_at(morfa_site, "/pl/hubs/willowford/")
    way = "Four minutes from the station, on the flat. Buses 2 and 5 stop at the slipway."

    assert welsh.language_of(way) == {"en-GB"}
    assert polish.language_of("Willowford Hub") == {"en-GB"}
    assert polish.language_of("A library, a kitchen and people to talk to, in the old market hall.") == {"en-GB"}
    assert any(text.startswith("The library and the hub share") for lang, text in polish.texts if lang == "en-GB")


def test_page_of_prose_is_in_the_language_where_somebody_has_written_it(morfa_site: Path) -> None:
    welsh, polish = (page_at(morfa_site, f"/{code}/about/") for code in OTHERS)

    assert welsh.language_of("Am yr arddangosiad hwn") == {"cy"}
    assert polish.language_of("About this demonstration") == {"en-GB"}


def test_page_in_each_language_names_itself_and_the_others(morfa_site: Path, pages: dict[str, Markup]) -> None:
    read = {f"{ADDRESS}{address}": page_at(morfa_site, address) for address in pages if address.endswith("/")}
    with_alternates = {address: page for address, page in read.items() if page.alternates}

    assert len(with_alternates) > 100
    for address, page in with_alternates.items():
        assert page.canonical == address
        assert address in page.alternates.values()
        assert list(page.alternates) == ["en-GB", *OTHERS]
        assert {read[each].alternates == page.alternates for each in page.alternates.values()} == {True}, address
    in_english = {address for address in with_alternates if address.removeprefix(ADDRESS).split("/")[1] not in OTHERS}
    assert len(in_english) * 3 == len(with_alternates)


def test_page_that_is_there_in_english_alone_leads_to_the_home_page_in_the_others(morfa_site: Path) -> None:
    for address in ("/suggest/", "/services/card-evening/"):
        page = (morfa_site / address[1:] / "index.html").read_text(encoding="utf-8")
        home = "../" * (address.count("/") - 1)
        assert re.findall(r'<a class="app-languages__link" href="([^"]*)"', page) == [f"{home}cy/", f"{home}pl/"]
        assert "hreflang=" not in page.partition("</head>")[0]


def test_links_stay_in_the_language_where_the_page_is_there_in_it(
    spoken: dict[str, Spoken], pages: dict[str, Markup]
) -> None:
    left: list[str] = []
    for address, page in spoken.items():
        code = address.split("/")[1]
        for link in page.links:
            whole = urlsplit(urljoin(f"{ADDRESS}{address}", link))
            inside = f"{whole.scheme}://{whole.netloc}" == ADDRESS and not whole.path.startswith(f"/{code}/")
            if inside and urls.in_language(whole.path, code) in pages:
                left.append(f"{address} -> {whole.path}")

    assert len(spoken) > 80
    assert left == []


def test_who_shares_a_page_shares_it_in_its_language(spoken: dict[str, Spoken]) -> None:
    messages = [link for link in spoken["/cy/hubs/harbour/"].links if link.startswith(("sms:", "mailto:?subject"))]

    assert len(messages) >= 2
    assert all("morfa.example.org/cy/hubs/harbour/" in unquote(link) for link in messages)


def test_every_link_in_every_language_leads_somewhere(morfa_site: Path, pages: dict[str, Markup]) -> None:
    assert dead_links(morfa_site, pages) == []


def test_no_sign_that_the_build_puts_around_english_is_shown(morfa_site: Path) -> None:
    signs = re.compile(rb"\xee\x80[\x80\x81]|\\ue00[01]|%ee%80%8[01]|&#(?:5734[45]|xe00[01]);", re.IGNORECASE)
    read_by_scripts = {path for code in OTHERS for path in (morfa_site / code).rglob("*json")}
    found = {path for path in morfa_site.rglob("*") if path.is_file() and path.suffix != ".js"}
    files = sorted(found - read_by_scripts)

    assert len(files) > 300
    assert len(read_by_scripts) < len(files) / 10
    assert [path for path in files if signs.search(DATA.sub(b"", path.read_bytes()))] == []


def test_dates_are_written_as_the_language_writes_them(spoken: dict[str, Spoken]) -> None:
    polish = [text for address, page in spoken.items() if address.startswith("/pl/") for _, text in page.texts]
    english = {
        (address, text) for address, page in spoken.items() for lang, text in page.texts
        if lang != "en-GB" and ENGLISH_DATE.search(text)
    }  # fmt: skip

    assert any("1 grudnia 2026" in text for text in polish)
    assert english == set()


def test_english_pages_are_what_they_would_be_without_other_languages(morfa_site: Path) -> None:
    differing = [address for address, alone in _alone(morfa_site) if _without_switch(morfa_site, address) != alone]

    assert differing == []


def test_translation_into_a_language_that_the_site_does_not_have_is_told_at_its_line(tmp_path: Path) -> None:
    content = Path(shutil.copytree(MORFA, tmp_path / "content"))
    network = content / "network.yaml"
    network.write_text(network.read_text("utf-8").replace("languages: [cy, pl]", "languages: [cy]"), "utf-8")
    lines = {
        f"{path.relative_to(tmp_path)}:{number}"
        for path in content.rglob("*.yaml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line.endswith("language: pl")
    }
    problems = check(content, ROOT / "schema")

    assert len(lines) > 30
    assert {f"{Path(each.path).relative_to(tmp_path)}:{each.line}" for each in problems} == lines
    assert {(each.message, each.hint) for each in problems} == {
        ('"pl" is not among the languages of network.yaml', "choose cy")
    }


def _alone(site: Path) -> Iterator[tuple[str, str]]:
    """A page of each kind that is there in several languages, made as if the network were in English alone."""
    directory, today = load(MORFA, ROOT / "schema"), date.fromisoformat(TODAY)
    alone = replace(directory, network=replace(directory.network, site=replace(directory.network.site, languages=())))
    assets = {path.relative_to(site / "assets").as_posix(): "0" for path in (site / "assets").rglob("*.*")}
    renderer = Renderer(ROOT / "theme" / "templates", site_context(alone, today), assets)
    for kind in TRANSLATED:
        for address, context in list(kind.contexts(alone, today))[:1]:
            yield address, VERSION.sub("", renderer.render(kind.template, address, context).decode())


def _without_switch(site: Path, address: str) -> str:
    text = (site / address[1:] / "index.html").read_text(encoding="utf-8")
    return VERSION.sub("", ALTERNATE.sub("", SWITCH.sub("", text)))
