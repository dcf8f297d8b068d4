"""Templates in another language: whole sentences, the right plural, and values that are escaped as everywhere else."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from hubatlas.language import Language
from hubatlas.pages import Head, site_context
from hubatlas_site.catalogues import languages, spoken_scripts
from hubatlas_site.order import BuildError
from hubatlas_site.rendering import Renderer
from tests.builders import a_directory

HUBS = ("%(number)s hub", "%(number)s hubs")
RUN_BY = "Run by %(name)s."
FEW = "%(number)s hwb"
WORDS: dict[str, dict[str | tuple[str, ...], str | tuple[str, ...]]] = {
    "cy": {
        HUBS: ("dim un hwb (%(number)s)", FEW, FEW, FEW, FEW, "%(number)s o hybiau"),
        RUN_BY: "Caiff ei redeg gan %(name)s.",
        "Open & <strong>free</strong>": "Ar agor & <strong>am ddim</strong>",
    },
    "pl": {HUBS: ("%(number)s hub", "%(number)s huby", "%(number)s hubów"), RUN_BY: "Prowadzi: %(name)s."},
}
COUNTED = "{% trans number=page.number %}{{ number }} hub{% pluralize %}{{ number }} hubs{% endtrans %}"


@dataclass(frozen=True)
class Page:
    text: str = "<i>"
    number: int = 0
    head: Head = field(default_factory=lambda: Head(title="T", description="D"))


def catalogue(code: str) -> Catalog:
    made = Catalog(locale=code)
    for message, translation in WORDS[code].items():
        made.add(message, translation, [("theme/scripts/main.js", 0)])
    return made


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A theme with words in Welsh and in Polish."""
    folder = tmp_path_factory.mktemp("theme")
    (folder / "languages").mkdir()
    for code in WORDS:
        with (folder / "languages" / f"{code}.po").open("wb") as file:
            write_po(file, catalogue(code))
    return folder


def rendered(templates: Path, source: str, spoken: Language, page: Page) -> str:
    (templates / "page.html").write_text(source, encoding="utf-8")
    shared = site_context(a_directory(), date(2026, 12, 1))
    return Renderer(templates, shared, {}, spoken=spoken, languages=(spoken,)).render("page.html", "/", page).decode()


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("cy", 0, "dim un hwb (0)"),
        ("cy", 1, "1 hwb"),
        ("cy", 2, "2 hwb"),
        ("cy", 5, "5 o hybiau"),
        ("pl", 0, "0 hubów"),
        ("pl", 1, "1 hub"),
        ("pl", 2, "2 huby"),
        ("pl", 5, "5 hubów"),
        ("pl", 22, "22 huby"),
        ("pl", 12000, "12\u00a0000 hubów"),
    ],
)
def test_number_takes_the_form_and_the_spelling_of_the_language(
    tmp_path: Path, theme: Path, code: str, number: int, words: str
) -> None:
    [spoken] = languages(theme, [code])
    assert rendered(tmp_path, COUNTED, spoken, Page(number=number)) == words
    in_a_value = COUNTED.join(("<p title='", "'>"))
    assert rendered(tmp_path, in_a_value, spoken, Page(number=number)) == f"<p title='{words}'>"


@pytest.mark.parametrize(("code", "said"), [("cy", "Caiff ei redeg gan {}."), ("pl", "Prowadzi: {}.")])
def test_value_in_a_sentence_is_escaped_and_markup_stays_markup(
    tmp_path: Path, theme: Path, code: str, said: str
) -> None:
    [spoken] = languages(theme, [code])
    by = "{% trans name=page.text %}Run by {{ name }}.{% endtrans %}"
    link = "{% set name %}<a>{{ page.text }}</a>{% endset %}{% trans %}Run by {{ name }}.{% endtrans %}"

    assert rendered(tmp_path, by, spoken, Page()) == said.format("&lt;i&gt;")
    assert rendered(tmp_path, by, spoken, Page(text="100% %(x)s %s")) == said.format("100% %(x)s %s")
    assert rendered(tmp_path, link, spoken, Page()) == said.format("<a>&lt;i&gt;</a>")
    assert rendered(tmp_path, '{{ _("Run by %(name)s.", name=page.text) }}', spoken, Page()) == said.format("&lt;i&gt;")


def test_words_may_hold_markup_where_they_are_a_block_and_none_where_they_are_a_value(
    tmp_path: Path, theme: Path
) -> None:
    [spoken] = languages(theme, ["cy"])
    words = "Open & <strong>free</strong>"

    assert rendered(tmp_path, f"{{% trans %}}{words}{{% endtrans %}}", spoken, Page()) == (
        "Ar agor & <strong>am ddim</strong>"
    )
    assert rendered(tmp_path, f'{{{{ _("{words}") }}}}', spoken, Page()) == (
        "Ar agor &amp; &lt;strong&gt;am ddim&lt;/strong&gt;"
    )


def test_sentence_that_nobody_has_translated_says_its_language_but_not_for_its_values(
    tmp_path: Path, theme: Path
) -> None:
    [spoken] = languages(theme, ["pl"])
    source = "{% trans name=page.text %}Ask <b>{{ name }}</b> now{% endtrans %}"
    english = '<span lang="en-GB">{}</span>'

    assert rendered(tmp_path, source, spoken, Page(text="Siân")) == (
        f"{english.format('Ask ')}<b>Siân</b>{english.format(' now')}"
    )
    plural = "{% trans number=page.number %}{{ number }} day{% pluralize %}{{ number }} days{% endtrans %}"
    assert rendered(tmp_path, plural, spoken, Page(number=22)) == f"22{english.format(' days')}"


def test_scripts_bring_their_words_and_plurals_with_them(theme: Path) -> None:
    spoken = spoken_scripts(theme, "pl", {"main.js": b'say("%(number)s hub")', "quiet.js": b"", "main.css": b"hub"})

    assert list(spoken) == ["main.pl.js"]
    words, _, script = spoken["main.pl.js"].decode().partition("};")
    assert '"%(number)s hub": ["%(number)s hub", "%(number)s huby", "%(number)s hubów"]' in words
    assert script == 'say("%(number)s hub")'


def test_language_without_a_catalogue_is_told_with_what_to_do(theme: Path) -> None:
    with pytest.raises(BuildError, match=r"'gd', for which .* It has cy, pl; begin one with: make languages"):
        languages(theme, ["cy", "gd"])


def test_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "cy.po").write_bytes(b'msgid "Open"\nmsgstr "Ar \xff"\n')

    with pytest.raises(BuildError, match=r"theme/languages/cy\.po is not a catalogue of translations"):
        languages(tmp_path, ["cy"])
