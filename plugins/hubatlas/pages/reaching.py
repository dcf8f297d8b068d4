"""Addresses and contacts as pages show them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from hubatlas.language import untranslated
from hubatlas.model import Address, Contact, Phone, Point
from hubatlas.pages.cards import ContactCard, Link, PhoneNumber

_DIRECTIONS = "https://www.google.com/maps/dir/?api=1&destination="


def phone_number(number: str, description: str | None = None) -> PhoneNumber:
    """The number with the address that dials it; UK numbers dial from abroad too, short ones as they are."""
    digits = "".join(filter(str.isdecimal, number))
    if number.startswith("+"):
        digits = f"+{digits}"
    elif digits.startswith("0"):
        digits = f"+44{digits[1:]}"
    return PhoneNumber(number=number, address=f"tel:{digits}", description=description)


def contact_card(contact: Contact | None) -> ContactCard:
    """The contact's numbers and addresses as links; an empty card where there are none."""
    if contact is None:
        return ContactCard()
    return ContactCard(
        role=None if contact.role is None else untranslated(contact.role),
        phone=None if contact.phone is None else phone_number(contact.phone),
        other_phones=tuple(_further(phone) for phone in contact.other_phones),
        email=contact.email,
        website=None if contact.website is None else Link(site_name(contact.website), contact.website),
    )


def address_lines(address: Address | None) -> tuple[str, ...]:
    """The lines of an envelope; empty where no address is known."""
    if address is None:
        return ()
    lines = (
        address.building,
        address.address_1,
        address.address_2,
        address.city,
        address.state_province,
        address.postal_code,
    )
    return tuple(line for line in lines if line)


def directions(address: Address | None, point: Point | None) -> str | None:
    """A link to directions there, which phones open in their map; None where the place is not known well enough.

    An address comes before a point, which may be only the middle of a postcode.
    """
    if address is not None and (address.postal_code or address.address_1):
        return _DIRECTIONS + quote(", ".join(address_lines(address)), safe="")
    if point is not None and point.precision != "area":
        return _DIRECTIONS + quote(f"{point.latitude},{point.longitude}", safe="")
    return None


def _further(phone: Phone) -> PhoneNumber:
    return phone_number(phone.number, phone.description)


def site_name(address: str) -> str:
    """A web address as people say it: example.org/hub."""
    parts = urlsplit(address)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
