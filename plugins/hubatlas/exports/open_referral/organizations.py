"""Organisations, and the network itself where it has to stand in for one."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.open_referral.items import Feed, Item, stated
from hubatlas.exports.open_referral.plain import plain_text
from hubatlas.model import Contact, Organisation


def organizations(feed: Feed) -> list[Item]:
    """Every organisation, and the network."""
    return [network_organization(feed), *(organization(feed, each) for each in feed.directory.organisations)]


def organization(feed: Feed, record: Organisation) -> Item:
    """An organisation with its official numbers."""
    return feed.directory.once((organization, record.slug, feed.strict), lambda: _organization(feed, record))


def _organization(feed: Feed, record: Organisation) -> Item:
    contact = record.contact or Contact()
    own_id = feed.record_id("organisation", record)
    described = "\n\n".join(part for part in (record.summary, plain_text(record.description)) if part)
    return stated(
        id=own_id,
        name=record.name,
        description=described or f"{record.name}: nothing more is recorded yet.",
        email=contact.email,
        website=contact.website,
        uri=feed.edition.whole_address(urls.organisation(record.slug)),
        organization_identifiers=[
            {
                "id": feed.id("identifier", own_id, each.scheme),
                "identifier_scheme": each.scheme,
                "identifier_type": each.scheme,
                "identifier": each.identifier,
            }
            for each in record.identifiers
        ],
        **feed.extra(alternate_name=", ".join(record.other_names)),
    )


def organization_of(feed: Feed, *slugs: str | None) -> Item:
    """The first organisation that is named, else the network's publisher, else the network itself."""
    named = next((slug for slug in (*slugs, feed.directory.network.publisher) if slug), None)
    return network_organization(feed) if named is None else organization(feed, feed.directory.organisation(named))


def network_organization(feed: Feed) -> Item:
    """The network as an organisation."""
    network = feed.directory.network
    contact = network.contact or Contact()
    return stated(
        id=feed.id("network"),
        name=network.name,
        description=network.summary,
        email=contact.email,
        website=contact.website,
        uri=feed.edition.whole_address(urls.HOME),
    )
