"""Translations of templates, put in when a template is compiled, so that a page in any language is as quick to make."""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.ext import InternationalizationExtension

from hubatlas import language

_PLACE_OF_VALUE = re.compile(r"%\(([a-z_]+)\)s")


class Translations(InternationalizationExtension):
    """Jinja's own `trans` blocks, spoken in the language that is current while the template is compiled.

    Values within a block are escaped as everywhere else. `{% trans number=hubs|length %}` with `{% pluralize %}`
    chooses by the number; both forms can show it with `{{ number }}`, written as the language writes numbers.
    """

    def _make_node(  # noqa: PLR0913, PLR0917 - Jinja's own signature
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,  # noqa: ARG002, FBT001 - as above
        num_called_num: bool,  # noqa: ARG002, FBT001 - as above
    ) -> nodes.Output:
        found = language.forms(singular, context)
        if plural is None or plural_expr is None:
            return nodes.Output(_parts(found[0] if found else language.untranslated(singular), variables))
        numbers = dict(variables)
        if "number" in numbers:
            numbers["number"] = nodes.Call(nodes.Name("number_words", "load"), [numbers["number"]], [], None, None)
        texts = found or tuple(map(language.untranslated, (singular, plural)))
        translated = nodes.Keyword("translated", nodes.Const(found is not None))
        chosen = nodes.Call(nodes.Name("form_of", "load"), [plural_expr], [translated], None, None)
        parts: nodes.Expr = _joined(texts[-1], numbers)
        for form in reversed(range(len(texts) - 1)):
            test = nodes.Compare(chosen, [nodes.Operand("eq", nodes.Const(form))])
            parts = nodes.CondExpr(test, _joined(texts[form], numbers), parts)
        return nodes.Output([parts])


def _joined(text: str, variables: dict[str, nodes.Expr]) -> nodes.Expr:
    return nodes.Concat(_parts(text, variables, constant=True))


def _parts(text: str, variables: dict[str, nodes.Expr], *, constant: bool = False) -> list[nodes.Expr]:
    """The text as pieces of a template: what is written there, and the values between."""
    parts: list[nodes.Expr] = []
    for at, part in enumerate(_PLACE_OF_VALUE.split(text)):
        if at % 2:
            parts.append(variables[part])
        elif part:
            words = part.replace("%%", "%")
            parts.append(nodes.MarkSafe(nodes.Const(words)) if constant else nodes.TemplateData(words))
    return parts
