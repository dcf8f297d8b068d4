"""GOV.UK Frontend's components as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader, Undefined
from jinja2.bccache import BytecodeCache
from markupsafe import Markup


class Components:
    """Renders the macros of govuk-frontend-jinja, each set of parameters once.

    They have an environment of their own: they count on absent parameters being quietly empty, our templates must not.
    """

    def __init__(self, bytecode: BytecodeCache | None = None) -> None:
        self._environment = Environment(
            loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            autoescape=True,
            undefined=ChainableUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=bytecode,
        )
        self._rendered: dict[tuple[str, str], Markup] = {}

    def render(self, component: str, params: Mapping[str, object]) -> Markup:
        """The component, named as in the design system ("summary-list"), with its documented parameters.

        Parameters called html must be markup already, made by a template or marked safe: TypeError otherwise.
        """
        key = (component, repr(params))
        found = self._rendered.get(key)
        if found is None:
            _refuse_unsafe(component, params)
            template = self._environment.get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
            macro = getattr(template.module, "govuk" + component.replace("-", " ").title().replace(" ", ""))
            found = self._rendered[key] = Markup(str(macro(params)).strip())  # noqa: S704 - its own autoescaped output
        return found


def _refuse_unsafe(component: str, value: object, name: str = "params") -> None:
    """Raise TypeError where HTML is plain text, which would not be escaped, or where a value does not exist."""
    if isinstance(value, Undefined):
        raise TypeError(f"govuk({component!r}): {name} does not exist")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if str(key).lower().endswith("html") and isinstance(inner, str) and not isinstance(inner, Markup):
                raise TypeError(f"govuk({component!r}): {name}.{key} is plain text; use text, or mark up with set")
            _refuse_unsafe(component, inner, f"{name}.{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for position, inner in enumerate(value):
            _refuse_unsafe(component, inner, f"{name}[{position}]")
