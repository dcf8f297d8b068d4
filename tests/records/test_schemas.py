"""The schemas describe themselves, their examples are true, and they match the model, property by property."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import jsonschema
import pytest

from hubatlas.model import DayHours, OpeningHours, PartialDate, Span
from hubatlas.records.checking import Checker
from hubatlas.records.formats import FAULTS
from hubatlas.records.kinds import KINDS, PROSE, Kind
from hubatlas.records.schemas import Schema, bundled, resolved
from tests.records.riverside_network import SCHEMA

WITH_SCHEMAS = [kind for kind in KINDS if kind is not PROSE]
WITH_MODELS = [kind for kind in WITH_SCHEMAS if kind.model is not None]
FILES = sorted(SCHEMA.glob("*.schema.json"))


def described(schema: Schema, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every property and every list's item below a schema, with the way to it."""
    for name, each in schema.get("properties", {}).items():
        yield f"{path}.{name}", each
        yield from described(each, f"{path}.{name}")
    for name, each in schema.get("$defs", {}).items():
        yield f"{path}#{name}", each
        yield from described(each, f"{path}#{name}")
    items = schema.get("items")
    if items:
        yield from described(items, f"{path}[]")


def test_there_is_a_schema_for_every_kind_of_record_and_no_other() -> None:
    assert {path.name for path in FILES} == {
        "common.schema.json",
        "mapping.schema.json",  # of tables that are imported
        *(f"{kind.name}.schema.json" for kind in WITH_SCHEMAS),
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_property_has_a_title_a_description_and_an_example(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    found = dict(described(schema))

    assert found
    assert not [name for name, each in found.items() if not {"title", "description", "examples"} <= each.keys()]
    assert not [name for name, each in found.items() if not each["description"].endswith(".")]


@pytest.mark.parametrize("kind", WITH_SCHEMAS, ids=lambda kind: kind.name)
def test_every_schema_is_one_and_refuses_names_that_it_does_not_list(kind: Kind) -> None:
    schema = bundled(SCHEMA, kind.name)

    jsonschema.Draft202012Validator.check_schema(schema)
    groups = [schema, *(each for _, each in described(schema)), *_items(schema)]
    assert not [each for each in groups if "properties" in each and each.get("additionalProperties") is not False]


def _items(schema: Schema) -> Iterator[Schema]:
    for _, each in described(schema):
        if "items" in each:
            yield each["items"]


@pytest.mark.parametrize("kind", WITH_SCHEMAS, ids=lambda kind: kind.name)
def test_every_list_and_every_text_has_a_limit(kind: Kind) -> None:
    whole = bundled(SCHEMA, kind.name)
    found = [(name, resolved(whole, each)) for name, each in described(whole)]

    assert not [name for name, each in found if each.get("type") == "array" and "maxItems" not in each]
    texts = [(name, each) for name, each in found if each.get("type") == "string"]
    assert not [name for name, each in texts if not {"maxLength", "enum", "pattern", "format"} & each.keys()]
    assert {each["format"] for _, each in texts if "format" in each} <= FAULTS.keys()


@pytest.mark.parametrize("kind", WITH_SCHEMAS, ids=lambda kind: kind.name)
def test_every_example_is_true(kind: Kind) -> None:
    whole = Checker(SCHEMA, kind.name).explaining
    schema = bundled(SCHEMA, kind.name)

    for name, each in described(schema):
        validator = whole.evolve(schema={**each, "$defs": schema["$defs"]})
        for example in each["examples"]:
            assert validator.is_valid(example), f"{kind.name}{name}: {example}"


@pytest.mark.parametrize("kind", WITH_MODELS, ids=lambda kind: kind.name)
def test_every_property_has_its_attribute_and_every_attribute_its_property(kind: Kind) -> None:
    assert kind.model is not None
    whole = bundled(SCHEMA, kind.name)
    given_by_file_name = {"slug"} if kind.folder else set()

    assert _differences(whole, whole, kind.model, given_by_file_name) == []


# These are written as one text in a record, or in another shape, and their own tests say how they are read.
_WRITTEN_OTHERWISE = (Span, DayHours, OpeningHours, PartialDate)


def _differences(whole: Schema, schema: Schema, model: type, given: set[str]) -> list[str]:
    attributes = {each.name: each for each in dataclasses.fields(model)}
    properties = schema["properties"]
    names = attributes.keys() - given
    found = [f"{model.__name__} lacks {name}" for name in properties.keys() - names]
    found += [f"the schema of {model.__name__} lacks {name}" for name in names - properties.keys()]
    required = {name for name in names if attributes[name].default is attributes[name].default_factory}
    if required != set(schema.get("required", ())):
        found.append(f"{model.__name__} and its schema differ in what is required: {required}")
    for name in properties.keys() & names:
        inner = resolved(whole, properties[name])
        inner = resolved(whole, inner.get("items", inner))
        for inner_model in _models(_annotation(model, name)):
            found += _differences(whole, inner, inner_model, set())
    return found


def _annotation(model: type, name: str) -> Any:  # noqa: ANN401 - any type
    return get_type_hints(model)[name]


def _models(annotation: Any) -> list[type]:  # noqa: ANN401 - any type
    if get_origin(annotation) is Literal:
        return []
    if get_origin(annotation) in (tuple, Union, UnionType):
        return [each for part in get_args(annotation) if part not in (..., NoneType) for each in _models(part)]
    is_model = dataclasses.is_dataclass(annotation) and annotation not in _WRITTEN_OTHERWISE
    return [annotation] if is_model else []
