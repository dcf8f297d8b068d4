"""Styles, scripts and images of the theme, as browsers get them."""

import shutil
from pathlib import Path

import pytest

from hubatlas.publication import Appearance
from hubatlas_site import assets
from hubatlas_site.order import BuildError

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for folder, name, text in (
        ("styles", "main.scss", "$gap: 4px; @use 'part'; a { margin: $gap; }"),
        ("styles", "_part.scss", "b { margin: 8px; }"),
        ("scripts", "main.js", "import { greet } from './greet.js'; greet('atlas');"),
        ("scripts", "greet.js", "export const greet = (name) => console.log(`Hello, ${name}`);"),
        ("scripts", "count-worker.js", "self.onmessage = () => self.postMessage(42);"),
        ("images", "deep/dot.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ):
        path = tmp_path / "theme" / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    main = tmp_path / "theme" / "styles" / "main.scss"
    main.write_text("@use 'part';\n$gap: 4px;\na { margin: $gap; }\n", encoding="utf-8")
    return tmp_path / "theme"


def made(theme: Path) -> dict[str, bytes]:
    return assets.theme_assets(theme, PROJECT, theme.parent / "kept")


def test_sources_become_one_file_an_entry(theme: Path) -> None:
    found = made(theme)
    assert found.keys() == {"main.css", "main.js", "count-worker.js", "images/deep/dot.svg"}
    assert found["main.css"].strip() == b"b{margin:8px}a{margin:4px}"
    assert b"Hello, " in found["main.js"]


def test_second_time_needs_no_compiler(theme: Path) -> None:
    found = made(theme)
    assert assets.theme_assets(theme, PROJECT, theme.parent / "kept") == found
    assert len(list((theme.parent / "kept").iterdir())) == 1


def test_changed_source_is_compiled_again(theme: Path) -> None:
    made(theme)
    (theme / "styles" / "_part.scss").write_text("b { margin: 9px; }", encoding="utf-8")
    assert b"9px" in made(theme)["main.css"]
    assert len(list((theme.parent / "kept").iterdir())) == 1, "what is out of date is kept"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("styles/main.scss", "a { color: $nowhere; }", "main.scss 1:12"),
        ("scripts/main.js", "import './nowhere.js';", 'Could not resolve "./nowhere.js"'),
        ("scripts/main.js", "let = = 1;", "main.js:1:"),
    ],
)
def test_fault_in_a_source_is_shown_in_the_compilers_words(theme: Path, file: str, text: str, message: str) -> None:
    (theme / file).write_text(text, encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        made(theme)
    assert message in str(caught.value)
    assert not (theme.parent / "kept").exists()


def test_missing_node_is_explained(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(theme))
    with pytest.raises(BuildError, match=r"python3 scripts/setup\.py"):
        made(theme)


def test_theme_without_styles_scripts_or_images_has_no_assets(theme: Path) -> None:
    for folder in ("styles", "scripts", "images"):
        shutil.rmtree(theme / folder)
    assert made(theme) == {}


def test_networks_colours_become_custom_properties() -> None:
    style = assets.network_style(Appearance(brand_colour="#0b5c6b", accent_colour="#e8a33d")).decode()
    assert "--network-brand-colour: #0b5c6b;" in style
    assert "--network-accent-colour: #e8a33d;" in style
    assert "--network-link-colour: #0b5c6b;" in style


@pytest.mark.parametrize(
    ("brand", "on_it"),
    [("#0b5c6b", "#ffffff"), ("#ffffff", "#0b0c0c"), ("#000000", "#ffffff"), ("#ffdd00", "#0b0c0c")],
)
def test_text_on_the_brand_colour_can_be_read(brand: str, on_it: str) -> None:
    assert f"--network-on-brand-colour: {on_it};" in assets.network_style(Appearance(brand_colour=brand)).decode()


def test_version_changes_with_the_asset() -> None:
    one, other = assets.versions({"a.css": b"1"}), assets.versions({"a.css": b"2"})
    assert one["a.css"] != other["a.css"]
