"""An organisation as linked data: its own page's, and in as much as others need to name it."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.model import Contact, Organisation
from hubatlas.pages.linked_data.nodes import SCHEMA_ORG, Node, as_json, identifiers, identity, node, whole
from hubatlas.pages.reaching import phone_number

GOVERNMENT = "GovernmentOrganization"


def organisation_data(directory: Directory, organisation: Organisation) -> str:
    """What the page of an organisation says of it. `url` is its own website, which is not ours."""
    page = whole(directory, urls.organisation(organisation.slug))
    website = None if organisation.contact is None else organisation.contact.website
    return as_json(
        node(
            organisation_type(directory, organisation),
            {
                "@id": identity(page),
                "name": organisation.name,
                "alternateName": organisation.other_names,
                "description": organisation.summary,
                "url": website,
                "mainEntityOfPage": page,
                **reached(organisation.contact),
                "identifier": identifiers(organisation.identifiers),
            },
        )
    )


def organisation_named(directory: Directory, slug: str | None) -> Node | None:
    """The organisation of that slug, in as much as others need to name it; None for None."""
    if slug is None:
        return None
    organisation = directory.organisation(slug)
    page = whole(directory, urls.organisation(slug))
    kind = organisation_type(directory, organisation)
    return {"@type": kind, "@id": identity(page), "name": organisation.name, "mainEntityOfPage": page}


def organisation_type(directory: Directory, organisation: Organisation) -> str:
    """The type that the network's own list of sectors says is the same; else Organization."""
    if organisation.sector is None:
        return "Organization"
    same = directory.term("sectors", organisation.sector).same_as
    return next((each.removeprefix(SCHEMA_ORG) for each in same if each.startswith(SCHEMA_ORG)), "Organization")


def reached(contact: Contact | None) -> dict[str, object]:
    """How to ring or write: the number that dials from abroad too, and every further one with what it is for."""
    if contact is None:
        return {}
    return {
        "telephone": None if contact.phone is None else dialled(contact.phone),
        "email": contact.email,
        "contactPoint": [
            {"@type": "ContactPoint", "telephone": dialled(phone.number), "contactType": phone.description}
            for phone in contact.other_phones
        ],
    }


def dialled(number: str) -> str:
    """+441632960105 for 01632 960105; short numbers as they are."""
    return phone_number(number).address.removeprefix("tel:")
