"""The fields of the editor: each property of a schema, with its title, description, pattern and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hubatlas.directory import Directory
from hubatlas.exports.editor import words

Field = dict[str, Any]
Schema = Mapping[str, Any]

_LONGEST_LINE = 300
_NAMES = ("name", "title", "label")
_FINEST = 0.00001  # a metre, where the number is a degree
_MOST_BOXES = 12  # to tick; of more, a list opens
_SHOWN = 3  # of the fields of an item that is folded
_NUMBERS = {"integer": "int", "number": "float"}


class Fields:
    """Makes fields from schemas; `shared` are the definitions that they refer to."""

    def __init__(self, directory: Directory, shared: Mapping[str, Schema], names: Callable[[str], str]) -> None:
        """`names` tells by which property records of a kind are known to people."""
        self._directory = directory
        self._shared = shared
        self._names = names

    def of(self, group: Schema) -> list[Field]:
        """One for each property of a record or group, in the schema's order.

        Translations are left out where the site is in one language, as there is nothing to choose.
        """
        required = group.get("required", ())
        absent = set() if self._directory.network.site.languages else {"translations"}
        return [
            self._field(name, self._resolved(stated), required=name in required)
            for name, stated in group.get("properties", {}).items()
            if name not in absent
        ]

    def _field(self, name: str, stated: Schema, *, required: bool) -> Field:
        asked: Field = {"name": name, "label": stated["title"], "hint": words.hint(stated), "required": required}
        if stated.get("type") == "array":
            return asked | self._list(stated, self._resolved(stated.get("items", {})))
        if stated.get("type") == "object":
            return asked | self._group(stated)
        return asked | self._value(stated)

    def _list(self, stated: Schema, items: Schema) -> Field:
        limits = _limits(stated, min="minItems", max="maxItems")
        one = words.one(stated)
        if items.get("type") == "object":
            inner = self.of(items)
            needed = [f"{{{{fields.{field['name']}}}}}" for field in inner if field["required"]]
            shown = {"summary": ", ".join(needed[:_SHOWN])} if needed else {}
            return {"widget": "list", "collapsed": True, "label_singular": one, "fields": inner} | limits | shown
        chosen = self._chosen({**items, **{key: stated[key] for key in stated if key.startswith("x-")}})
        if chosen is not None:
            return {"dropdown_threshold": _MOST_BOXES} | chosen | {"multiple": True} | limits
        field = {"name": "item", "label": words.capital(one), "required": True, **self._value(items)}
        return {"widget": "list", "label_singular": one, "field": field} | limits

    def _group(self, stated: Schema) -> Field:
        if stated.get("properties"):
            return {"widget": "object", "fields": self.of(stated)}
        terms = self._directory.terms(stated.get("x-vocabulary", ""))
        if not terms:
            return {"widget": "keyvalue", "key_label": "Short name", "value_label": "Value"}
        answer = self._value(self._resolved(stated["additionalProperties"]))
        each = [{"name": term.id, "label": term.label, "required": False, **answer} for term in terms]
        return {"widget": "object", "fields": each}

    def _value(self, stated: Schema) -> Field:
        chosen = self._chosen(stated)
        if chosen is not None:
            return chosen
        kind = stated.get("type")
        if isinstance(kind, str) and kind in _NUMBERS:
            step = 1 if kind == "integer" else _FINEST
            limits = _limits(stated, min="minimum", max="maximum")
            return {"widget": "number", "value_type": _NUMBERS[kind], "step": step} | limits
        longest = stated.get("maxLength", _LONGEST_LINE)
        field: Field = {
            "widget": "text"
            if longest > _LONGEST_LINE and "pattern" not in stated and "format" not in stated
            else "string"
        }
        if "maxLength" in stated:
            field["maxlength"] = longest
        pattern = words.pattern(stated)
        if pattern is not None:
            field["pattern"] = [pattern, words.mistake(stated)]
        return field

    def _chosen(self, stated: Schema) -> Field | None:
        """A picker, where the property names another record or a term of a list."""
        if "x-record" in stated:
            kind = stated["x-record"]
            shown = self._names(kind)
            return {
                "widget": "relation",
                "collection": kind,
                "value_field": "{{slug}}",
                "display_fields": [shown],
                "search_fields": [shown],
                "dropdown_threshold": 0,
            }
        options = [{"label": label, "value": value} for value, label in self._choices(stated)]
        return {"widget": "select", "options": options} if options else None

    def _choices(self, stated: Schema) -> Iterator[tuple[str, str]]:
        if "x-vocabulary" in stated:
            yield from ((term.id, term.label) for term in self._directory.terms(stated["x-vocabulary"]))
        elif "x-network" in stated:
            yield from self._of_network(stated["x-network"])
        else:
            yield from ((str(each), words.capital(str(each))) for each in stated.get("enum", ()))

    def _of_network(self, listed: str) -> Iterator[tuple[str, str]]:
        network = self._directory.network
        if listed == "core_services":
            yield from ((each.id, each.label) for offer in network.core_offers for each in offer.services)
        elif listed == "languages":
            yield from ((code, code) for code in network.site.languages)
        else:
            yield from ((each.id, each.label) for each in getattr(network, listed))

    def _resolved(self, stated: Schema) -> Schema:
        reference = stated.get("$ref")
        if reference is None:
            return stated
        definition = self._resolved(self._shared[reference.rpartition("/")[2]])
        return {**definition, **{key: value for key, value in stated.items() if key != "$ref"}}


def _limits(stated: Schema, **names: str) -> Field:
    """What the schema limits, under the editor's names for it."""
    return {ours: stated[theirs] for ours, theirs in names.items() if theirs in stated}


def shown_name(schema: Schema) -> str:
    """The property that people know a record of this kind by."""
    return next((name for name in _NAMES if name in schema["properties"]), next(iter(schema["properties"])))
