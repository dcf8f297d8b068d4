"""The form and the checker of records say the same of the same mistake."""

from __future__ import annotations

import copy
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hubatlas.exports.suggestion_forms import SUGGESTION_FORMS
from hubatlas.imports.suggestions.applying import put
from hubatlas.records.checking import Checker
from hubatlas.records.corrections import corrected
from hubatlas.records.formats import FAULTS
from hubatlas.records.reading import read
from hubatlas.records.schemas import Schema, resolved
from tests.exports.editions import NETWORKS, SCHEMA, network_edition

PROGRAM = Path(__file__).with_name("suggestion_mistakes.mjs")
FIRST = "sessions/first"

MISTAKES = [
    ("hub", "opening_hours/monday", "9am-5pm"),
    ("hub", "opening_hours/monday", "9-5"),
    ("hub", "opening_hours/monday", "10 to 12 and 1-3pm"),
    ("hub", "opening_hours/monday", "Closed"),
    ("hub", "opening_hours/monday", "25:00-26:00"),
    ("hub", "opening_hours/monday", "as usual"),
    ("hub", "opening_hours/monday", "09:00-09:00"),
    ("hub", "opening_hours/monday", "09:00-12:00, 11:00-13:00"),
    ("hub", "opening_hours/monday", "13:00-15:00, 09:00-12:00"),
    ("hub", "opening_hours/monday", "x" * 120),
    ("hub", "opening_hours/bank_holidays", "normal"),
    ("hub", "contact/phone", "ring us"),
    ("hub", "contact/phone", "+33 1 70 18 99 00"),
    ("hub", "contact/phone", "0845 123 4567"),
    ("hub", "contact/phone", "tel: 01632 960.123"),
    ("hub", "contact/phone", "0" * 40),
    ("hub", "contact/email", "hello at example.org"),
    ("hub", "contact/email", "hello"),
    ("hub", "contact/email", "jo.bloggs@example.org"),
    ("hub", "contact/website", "www.example.org"),
    ("hub", "contact/website", "https://user@example.org/"),
    ("hub", "contact/website", "https://192.168.0.1/"),
    ("hub", "contact/website", "https://example.org/a b"),
    ("hub", "contact/website", "https://example"),
    ("hub", "address/postal_code", "es11qh"),
    ("hub", "address/postal_code", "ES1"),
    ("hub", "summary", "word " * 60),
    ("hub", "summary", "one\ntwo"),
    ("hub", "accessibility/lift", "maybe"),
    ("service", "status", "gone"),
    ("service", "cost/amount", "five"),
    ("service", "cost/amount", -1),
    ("service", "cost/amount", 10_001),
    ("service", "sessions/first/schedule/time", "10-12"),
    ("service", "sessions/first/schedule/days", None),
    ("service", "sessions/first/schedule/dates", ["2026-02-30"]),
    ("service", "sessions/first/schedule/weeks", ["first"]),
]

TEXTS = {
    "day-hours": [
        *(
            "9am to 5pm",
            "noon-4",
            "10-12pm",
            "9.30 - 17",
            "midnight-6am",
            "6pm-midnight",
            "24 hours",
            "13hrs-15hrs",
            "9a-5p",
        ),
        *(
            "tbc",
            "Shut.",
            "1-3pm; 5-7pm",
            "09:00-24:00",
            "22:00-02:00",
            "09:00 - 12:00,13:00-17:00",
            "9:60-10",
            "",
            ",",
            "9–5",
        ),
    ],
    "time-span": ["10-12", "14.30 til 16", "1pm-1pm", "00:00-24:00", "noon to midnight", "24:00-01:00", "7"],
    "date": [
        "2026-12-24",
        "24/12/2026",
        "24 Dec 2026",
        "Thursday 24th of December 2026",
        "2026-13-01",
        "1/2/26",
        "Dec 24 2026",
        "soon",
    ],
    "uk-postcode": ["PL5 4DD", "pl5 4dd", "PL54DD", "GIR 0AA", "ES1 1QH", "1AA 1AA", "PL5", "EC1A 1BB"],
    "uk-phone": [
        "01632 960123",
        "+44 1632 960123",
        "(01632) 960123",
        "0800 1111",
        "999",
        "0044 1632 960123",
        "0701 234 5678",
    ],
    "role-email": [
        "hello@example.org",
        "HELLO@EXAMPLE.ORG",
        "a@b",
        "a..b@example.org",
        "jo_b@example.org",
        "help.desk@example.org",
        "<x@y.org>",
    ],
    "web-address": [
        *(
            "https://example.org",
            "HTTP://EXAMPLE.ORG/x?y#z",
            "ftp://example.org",
            "https://",
            "https://a..b/",
            "example.org/x",
        ),
        *(
            "https://example.org:99999/",
            "https://example.org:0/",
            "https://[::1]/",
            "https://exämple.org/",
            "https://x.123/",
        ),
    ],
}
"""Texts that have their format, nearly do or do not: whether they do, and the guess, must be the same."""


@cache
def forms() -> dict[str, Any]:
    files = dict(SUGGESTION_FORMS.files(network_edition(NETWORKS[1])))
    return {name: json.loads(files[f"/suggest/{name}.json"]) for name in ("hub", "service")}


@cache
def whole(kind: str) -> dict[str, Any]:
    file = {"hub": "hubs/quayside", "service": "services/debt-clinic"}[kind]
    record: dict[str, Any] = read((NETWORKS[1] / f"{file}.yaml").read_bytes())
    if kind == "service":
        record["sessions"] = [{"id": "first", "schedule": {"repeats": "weekly", "days": ["Tuesday"]}}]
    return record


def spoilt(kind: str, field: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    record = copy.deepcopy(whole(kind))
    put(record, kind, tuple(field.split("/")), value)
    return record


def only(value: Any, schema: Schema) -> Any:  # noqa: ANN401 - JSON
    """What the form looks at of a record."""
    if isinstance(value, list) and "items" in schema:
        return [only(each, schema["items"]) for each in value]
    if isinstance(value, dict) and "properties" in schema:
        return {
            name: only(each, schema["properties"][name]) for name, each in value.items() if name in schema["properties"]
        }
    return value


@pytest.fixture(scope="module")
def said_by_the_form() -> dict[str, Any]:
    records = [[kind, only(spoilt(kind, field, value), forms()[kind]["schema"])] for kind, field, value in MISTAKES]
    records += [[kind, only(whole(kind), forms()[kind]["schema"])] for kind in forms()]
    texts = [[form, text] for form, each in TEXTS.items() for text in each]
    given = json.dumps({"forms": forms(), "records": records, "texts": texts})
    done = subprocess.run(["node", PROGRAM], input=given, capture_output=True, text=True, check=True, encoding="utf-8")
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def titled(schema: Schema, where: tuple[str | int, ...], message: str) -> str:
    """The checker's sentence with what people call the field in place of its name."""
    node: Schema = schema
    said = message
    for step in where:
        inner = node["items"] if isinstance(step, int) else node.get("properties", {}).get(step)
        node = resolved(schema, node["additionalProperties"] if inner is None else inner)
        said = said.replace(f" of {step} ", f" of {node.get('title', step)} ")
        if message.startswith(f"{step} "):
            said = f"{node.get('title', step)} {message.removeprefix(f'{step} ')}"
    return said


def test_the_form_says_what_the_checker_says(said_by_the_form: dict[str, Any]) -> None:
    for (kind, field, value), found in zip(MISTAKES, said_by_the_form["records"], strict=False):
        checker = Checker(SCHEMA, kind)
        expected = {
            (titled(checker.schema, each.where, each.message), each.hint)
            for each in checker.findings(spoilt(kind, field, value))
        }
        told = {(each["message"], each["hint"]) for each in found}
        if field.endswith("/days"):  # the form says what is missing beside the question itself
            expected = {(message.replace("no days", "no Days"), "") for message, _ in expected}
        assert told == expected, f"{field}: {value!r}"
        assert told


def test_the_form_finds_nothing_wrong_with_records_that_are_right(said_by_the_form: dict[str, Any]) -> None:
    assert said_by_the_form["records"][len(MISTAKES) :] == [[]] * len(forms())


def test_the_form_knows_the_formats_and_what_was_meant(said_by_the_form: dict[str, Any]) -> None:
    texts = [(form, text) for form, each in TEXTS.items() for text in each]
    for (form, text), (fault, guess) in zip(texts, said_by_the_form["texts"], strict=True):
        assert (fault, guess) == (FAULTS[form](text), corrected(form, text)), f"{form}: {text!r}"
