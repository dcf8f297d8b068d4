"""GOV.UK Frontend's components, held against the examples that it publishes itself."""

import html as entities
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import StrictUndefined
from markupsafe import Markup

from hubatlas_site.components import Components

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = PROJECT / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
FEWEST_EXAMPLES = 600


def examples() -> list[tuple[str, str, dict[str, Any], str]]:
    return [
        (component["component"], example["name"], example["options"], example["html"])
        for file in sorted(EXAMPLES.glob("*/fixtures.json"))
        for component in [json.loads(file.read_text(encoding="utf-8"))]
        for example in component["fixtures"]
    ]


def marked(value: Any, name: str = "") -> Any:  # noqa: ANN401 - plain JSON
    """The options as our templates would give them, with HTML marked as such."""
    if isinstance(value, dict):
        return {key: marked(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [marked(inner) for inner in value]
    return Markup(value) if isinstance(value, str) and name.lower().endswith("html") else value  # noqa: S704 - theirs


def squashed(markup: str) -> str:
    """Markup without the white space that browsers do not show, quotes and entities spelt one way."""
    return re.sub(
        r"\s+", " ", re.sub(r">\s+|\s+<|\s+>", lambda found: found[0].strip(), entities.unescape(markup))
    ).strip()


def test_every_published_example_comes_out_as_published() -> None:
    components = Components()
    wrong = [
        f"{component}: {name}"
        for component, name, options, expected in examples()
        if squashed(components.render(component, marked(options))) != squashed(expected)
    ]
    assert len(examples()) > FEWEST_EXAMPLES
    assert wrong == []


def test_text_is_escaped() -> None:
    assert "&lt;script&gt;" in Components().render("tag", {"text": "<script>"})


@pytest.mark.parametrize(
    "params",
    [
        {"href": '"><script>alert(1)</script>', "text": "x"},
        {"attributes": {"data-x": '"><script>alert(1)</script>'}, "text": "x"},
        {"classes": '"><script>alert(1)</script>', "text": "x"},
        {"id": '"><script>alert(1)</script>', "text": "x"},
    ],
)
def test_attribute_cannot_be_left(params: dict[str, object]) -> None:
    assert "<script>" not in Components().render("button", params)


def test_plain_text_given_as_html_is_refused() -> None:
    with pytest.raises(TypeError, match=r"params\.rows\[0\]\.value\.html is plain text"):
        Components().render("summary-list", {"rows": [{"key": {"text": "x"}, "value": {"html": "<b>"}}]})


def test_value_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError, match=r"params\.text does not exist"):
        Components().render("tag", {"text": StrictUndefined(name="typo")})


def test_same_text_as_markup_and_as_text_are_two_things() -> None:
    components = Components()
    assert "&lt;b&gt;" in components.render("tag", {"text": "<b>"})
    assert "<b>" in components.render("tag", {"text": Markup("<b>")})
