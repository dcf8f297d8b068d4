"""What the form for suggestions offers to correct, listed once: the form shows it, and no suggestion can touch more.

A field is the way to it, names with a slash between. A star stands for any term of a vocabulary, or for the short name
(`id`) of any item of a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hubatlas.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields under one heading, in the order that people are asked."""

    title: str
    fields: tuple[str, ...]


_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "bank_holidays")
_CONTACT = FormPart("How to reach it", ("contact/phone", "contact/email", "contact/website"))
_ADDRESS = ("building", "address_1", "address_2", "city", "postal_code")
_SCHEDULE = (
    *("repeats", "interval", "days", "weeks", "time", "dates", "valid_from", "valid_to", "except_dates"),
    "bank_holidays",
)
_SESSION = (
    *("name", "hub", *(f"schedule/{name}" for name in _SCHEDULE)),
    *("booking_required", "fully_booked", "note"),
)

FORMS: Mapping[str, tuple[FormPart, ...]] = MappingProxyType(
    {
        "hub": (
            FormPart("What it is", ("status", "status_note", "summary", "on_arrival")),
            _CONTACT,
            FormPart("Where it is", (*(f"address/{line}" for line in _ADDRESS), "getting_there")),
            FormPart(
                "When it is open",
                (*(f"opening_hours/{day}" for day in _WEEK), "opening_hours/note", "opening_hours/exceptions"),
            ),
            FormPart("Access and facilities", ("accessibility/*", "facilities/*", "access_note")),
        ),
        "service": (
            FormPart("What it is", ("status", "summary")),
            FormPart(
                "How people get in",
                ("how_to_get_in", "what_to_bring", "on_arrival", "eligibility", "not_for", "waiting_time"),
            ),
            FormPart("What it costs", ("cost/free", "cost/amount", "cost/note")),
            _CONTACT,
            FormPart("When and where", tuple(f"sessions/*/{field}" for field in _SESSION)),
        ),
    }
)
"""The form for each kind of record, by its name."""

FOLDERS: Mapping[str, str] = MappingProxyType({"hubs": "hub", "services": "service"})
"""The kind of record in each folder for which there is a form; a suggestion names its record as hubs/old-mill."""


def offered(kind: str, way: Sequence[str]) -> bool:
    """Whether the form of that kind offers the field, or an item of a list of which it offers fields."""
    fields = (field.split("/") for part in FORMS[kind] for field in part.fields)
    return any(_leads_to(field, way) for field in fields)


def is_item(kind: str, way: Sequence[str]) -> bool:
    """Whether the way leads to a whole item of a list, such as one session."""
    fields = (field.split("/") for part in FORMS[kind] for field in part.fields)
    return any(len(field) > len(way) and field[len(way) - 1] == "*" and _leads_to(field, way) for field in fields)


def _leads_to(field: Sequence[str], way: Sequence[str]) -> bool:
    """Whether the way is that of the field, or stops at the star in it."""
    whole = len(field) == len(way) or (len(field) > len(way) > 0 and field[len(way) - 1] == "*")
    return whole and all(name in ("*", step) for name, step in zip(field, way, strict=False))
