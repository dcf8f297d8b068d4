"""Whom to ask for: roles and how to reach them, never names."""

from __future__ import annotations

from collections.abc import Iterable

from hubatlas.directory import Directory
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.model import Role
from hubatlas.pages.cards import ContactCard, Link
from hubatlas.pages.listing import organisation_link
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.wording import upper_first


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role, what it does, whose it is, how to reach it, and since when it has been filled."""

    label: str
    about: str | None
    organisation: Link | None
    contact: ContactCard
    when: str | None
    note: str | None


def role_lines(directory: Directory, roles: Iterable[Role]) -> tuple[RoleLine, ...]:
    """The roles as pages show them, in the order of the record."""
    return tuple(_line(directory, role) for role in roles)


def _line(directory: Directory, role: Role) -> RoleLine:
    term = directory.term("roles", role.role)
    parts = (
        None if role.since is None else _("since %(date)s", date=partial_date_words(role.since)),
        None if role.until is None else _("until %(date)s", date=partial_date_words(role.until)),
    )
    return RoleLine(
        label=term.label,
        about=term.description,
        organisation=organisation_link(directory, role.organisation),
        contact=contact_card(role.contact),
        when=upper_first(", ".join(part for part in parts if part)) or None,
        note=role.note,
    )
