"""The fast judge and the one that explains agree on every record, and the one that explains always has words."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubatlas.records.checking import Checker
from hubatlas.records.folders import RecordFile, find
from hubatlas.records.kinds import KINDS, PROSE
from hubatlas.records.reading import read
from tests.records.riverside_network import RIVERSIDE, ROOT, SCHEMA

FILES = [file for file in find(RIVERSIDE).files if file.kind is not PROSE]
RECORDS = {file.shown.rpartition("riverside/")[2]: read(file.path.read_bytes()) for file in FILES}
CHECKERS = {kind: Checker(SCHEMA, kind.name) for kind in KINDS if kind is not PROSE}
PUBLISHED = [file for network in ("content", "tests/networks/estuary") for file in find(ROOT / network).files]

ODD_TEXTS = """
x|yes|true|closed|by appointment|as usual|09:00-17:00|9am-5pm|25:00-26:00|09:00-09:00|2026|2026-13|2026-12-24|2026-02-30
01632 960123|070 1234 5678|hello@example.org|hello@|jo.bloggs@example.org|https://example.org/|javascript:alert(1)
http://[|PL5 4DD|pl5 4dd|#0b5c6b|#0b5|old-mill|Old Mill|Monday|Mon|weekly|monthly|dates|not published|first|identity
"""
ODD_NAMES = (
    "phone",
    "nmae",
    "interval",
    "weeks",
    "valid_from",
    "dates",
    "x-y",
    "X y",
    "hours",
    "confirmed_by",
    "points",
)
ODD_VALUES = st.one_of(
    st.integers(-200, 3000),
    st.floats(-200, 200, allow_nan=False),
    st.sampled_from(ODD_TEXTS.strip().replace("\n", "|").split("|")),
    st.sampled_from(["", " ", "one\ntwo", "one\n", "\u0661" * 4, "é" * 400, "x" * 5000]),
    st.text(max_size=20),
    st.lists(st.sampled_from(["x", 1, {"a": "b"}]), max_size=3),
    st.just({}),
).map(copy.deepcopy)  # a value that two draws share could be put into itself


@st.composite
def spoilt_records(draw: st.DrawFn) -> tuple[RecordFile, dict[str, Any]]:
    """A good record with up to three things deleted, replaced, added or given twice."""
    file = draw(st.sampled_from(FILES))
    record: dict[str, Any] = copy.deepcopy(RECORDS[file.shown.rpartition("riverside/")[2]])
    for _ in range(draw(st.integers(1, 3))):
        spoil(draw, draw(st.sampled_from(parts_of(record))))
    return file, record


def parts_of(record: dict[str, Any]) -> list[Any]:
    """The record and every list and group of lines within it."""
    parts: list[Any] = [record]
    for part in parts:
        inside = part.values() if isinstance(part, dict) else part
        parts += [each for each in inside if isinstance(each, dict | list)]
    return parts


def spoil(draw: st.DrawFn, part: Any) -> None:  # noqa: ANN401 - a list or a group
    """Change one thing in a list or a group of lines."""
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    action = draw(st.sampled_from(["replace", "delete", "add"]))
    if action == "add" and isinstance(part, dict):
        part[draw(st.sampled_from(ODD_NAMES))] = draw(ODD_VALUES)
    elif action == "add":
        part.append(copy.deepcopy(part[0]) if part else draw(ODD_VALUES))
    elif keys and action == "delete":
        del part[draw(st.sampled_from(keys))]
    elif keys:
        part[draw(st.sampled_from(keys))] = draw(ODD_VALUES)


@given(spoilt_records())
def test_both_judges_agree_and_each_refusal_has_words(spoilt: tuple[RecordFile, dict[str, Any]]) -> None:
    file, record = spoilt
    checker = CHECKERS[file.kind]

    accepted = checker.accepts(record)

    assert accepted == checker.explaining.is_valid(record)
    findings = checker.findings(record)
    assert bool(findings) != accepted
    assert not [finding for finding in findings if not finding.message or "is not as it should be" in finding.message]


@pytest.mark.parametrize("name", RECORDS)
def test_both_judges_accept_good_records(name: str) -> None:
    file = next(file for file in FILES if file.shown.endswith(name))

    assert CHECKERS[file.kind].accepts(RECORDS[name])
    assert CHECKERS[file.kind].explaining.is_valid(RECORDS[name])


def test_both_judges_accept_every_published_record() -> None:
    records = [file for file in PUBLISHED if file.kind is not PROSE]

    assert len(records) > 100
    for file in records:
        record = read(file.path.read_bytes())
        assert CHECKERS[file.kind].accepts(record), file.shown
        assert CHECKERS[file.kind].explaining.is_valid(record), file.shown


def test_no_schema_refers_to_another_file() -> None:
    assert not [kind.name for kind, checker in CHECKERS.items() if "common.schema.json" in str(checker.schema)]
