"""What is different between two versions of a record."""

from datetime import UTC, datetime
from typing import Any

import jsonpatch
from hypothesis import given
from hypothesis import strategies as some

from hubatlas.exports.changes.listed import _operation
from hubatlas.facts.change_wording import ChangedField, changed_fields, summary
from hubatlas.facts.record_changes import change_between, in_order, operations, with_moves
from hubatlas.model import RecordChange

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
TITLES = {"contact": "Contact", "phone": "Phone", "other_names": "Other names", "sessions": "Sessions"}

_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
_versions = some.dictionaries(some.text(alphabet="ab/~0 é", max_size=3), _values, max_size=5)


def change(before: dict[str, Any] | None, after: dict[str, Any] | None, slug: str = "mill") -> RecordChange:
    found = change_between("hub", slug, before, after, at=NOON, commit="c0ffee")
    assert found is not None
    return found


@given(before=_versions, after=_versions)
def test_operations_make_the_later_version_of_the_earlier(before: dict[str, Any], after: dict[str, Any]) -> None:
    patch = [_operation(each) for each in operations(before, after)]
    assert jsonpatch.apply_patch(before, patch) == after


@given(version=_versions)
def test_equal_versions_are_no_change(version: dict[str, Any]) -> None:
    assert change_between("hub", "mill", version, dict(version), at=NOON, commit=None) is None


def test_a_version_without_a_name_is_called_by_its_slug() -> None:
    assert change(None, {"kind": "hub"}).name == "mill"


def test_each_field_that_fits_a_line_says_what_it_said_and_says_now() -> None:
    before = {"contact": {"phone": "1", "email": "a@example.org"}, "other_names": ["A"], "sessions": [{"id": "x"}]}
    after = {"contact": {"phone": "2"}, "other_names": ["A", "B"], "sessions": []}
    found = change(before, after)
    assert changed_fields(found, TITLES) == (
        ChangedField("Contact, email", "a@example.org", ""),
        ChangedField("Contact, phone", "1", "2"),
        ChangedField("Other names", "A", "A; B"),
        ChangedField("Sessions", None, None),
    )
    assert summary(found, TITLES) == "Contact, Other names, Sessions"


def test_a_field_that_the_schema_has_no_more_is_named_as_it_was() -> None:
    assert summary(change({"old_motto": "x"}, {}), TITLES) == "Old motto"


def test_a_record_that_was_something_else_before_has_moved() -> None:
    ended, added = change({"name": "Mill"}, None), change(None, {"name": "Mill", "previous_ids": ["mill"]}, "old-mill")
    other = change(None, {"name": "Quay"}, "quay")
    assert [each.moved for each in with_moves([ended, added, other])] == ["old-mill", "mill", None]


def test_times_never_go_back() -> None:
    later = NOON.replace(hour=14)
    found = [change(None, {"name": "Mill"}), change(None, {"name": "Quay"}, "quay")]
    assert [each.at for each in in_order(found, later)] == [later, later]
