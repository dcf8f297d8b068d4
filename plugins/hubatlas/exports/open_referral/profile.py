"""The tables of the profile's tabular form: the names of its files and columns, in its order.

They are those of the profile's own `datapackage.json` (Open Referral UK 3.0, 17 resources). A column is written as
`name`, `name:type` where it is no plain text, with `!` after it where each row must have it, and with `>table` where
it holds the id of a row of another table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from hubatlas.frozen import dataclass

_FORMATS = frozenset(("uuid", "email", "uri"))
"""Types that the profile calls texts of a format."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the profile. `type` is one of Frictionless, or uuid, email or uri."""

    name: str
    type: str
    required: bool
    refers_to: str | None

    def described(self) -> dict[str, Any]:
        """The column as a Frictionless field."""
        kind = {"type": "string", "format": self.type} if self.type in _FORMATS else {"type": self.type}
        constraints = {"required": True} if self.required else {}
        return {"name": self.name, **kind, **({"constraints": constraints} if constraints else {})}


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """A table of the profile: its name, the name of its file, and its columns; `id` is the key."""

    name: str
    file: str
    fields: tuple[Field, ...]


def _table(name: str, file: str, columns: str) -> ProfileTable:
    return ProfileTable(name, file, tuple(_field(column) for column in f"id:uuid! {columns}".split()))


def _field(written: str) -> Field:
    written, _, refers_to = written.partition(">")
    required = written.endswith("!")
    name, _, kind = written.removesuffix("!").partition(":")
    return Field(name, kind or "string", required, refers_to or None)


_ALL = (
    _table(
        "organization",
        "organizations.csv",
        "name! description! email:email website:uri logo uri:uri parent_organization_id:uuid",
    ),
    _table(
        "service",
        "services.csv",
        "organization_id:uuid!>organization name! description url:uri email:email status! fees accreditations "
        "minimum_age:number maximum_age:number assured_date:date assurer_email:email alert last_modified:datetime",
    ),
    _table("attribute", "attribute.csv", "link_id:uuid! taxonomy_term_id:uuid!>taxonomy_term link_type"),
    _table("service_at_location", "service_at_location.csv", "service_id:uuid!>service location_id:uuid!>location"),
    _table(
        "location",
        "locations.csv",
        "location_type! name description latitude:number longitude:number external_identifier external_identifier_type",
    ),
    _table("phone", "phones.csv", "contact_id:uuid number! description"),
    _table("contact", "contacts.csv", "service_id:uuid>service name title"),
    _table(
        "address",
        "address.csv",
        "location_id:uuid>location attention address_1! city! region state_province! postal_code! country! "
        "address_type!",
    ),
    _table(
        "schedule",
        "schedule.csv",
        "service_id:uuid>service service_at_location_id:uuid valid_from:date valid_to:date dtstart:date freq "
        "interval:number byday bymonthday description opens_at:time closes_at:time schedule_link:uri attending_type "
        "notes",
    ),
    _table("funding", "funding.csv", "service_id:uuid>service source"),
    _table("service_area", "service_areas.csv", "service_id:uuid>service name extent extent_type uri service_area"),
    _table("language", "languages.csv", "service_id:uuid>service phone_id:uuid>phone"),
    _table("accessibility", "accessibility.csv", "location_id:uuid>location description details url:uri accessibility"),
    _table(
        "taxonomy_term",
        "taxonomy_terms.csv",
        "name! description! parent_id:uuid taxonomy taxonomy_id:uuid>taxonomy term_uri:uri term",
    ),
    _table(
        "cost_option",
        "cost_options.csv",
        "service_id:uuid!>service valid_from:date valid_to:date option amount:number amount_description",
    ),
    _table(
        "organization_identifier",
        "organization_identifiers.csv",
        "organization_id:uuid!>organization identifier_scheme identifier_type! identifier!",
    ),
    _table("taxonomy", "taxonomies.csv", "name! description! uri:uri version"),
)
PROFILE_TABLES: Mapping[str, ProfileTable] = MappingProxyType({table.name: table for table in _ALL})
