"""The site, and what each page says of itself, as linked data."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.language import OWN, plain, spoken
from hubatlas.pages.kinds import Head
from hubatlas.pages.linked_data.nodes import LANGUAGE, SCHEMA_ORG, Node, as_json, identity, node, whole
from hubatlas.pages.linked_data.organisation import organisation_named
from hubatlas.pages.site import SiteContext

MADE_UP = "Demonstration. This network is made up: its hubs, services and numbers are not real."


def website_data(directory: Directory) -> str:
    """What the home page says of the whole site, and how to search it."""
    network = directory.network
    return as_json(
        node(
            "WebSite",
            {
                "@id": _website(network.site.address),
                "name": network.name,
                "alternateName": network.short_name,
                "description": network.summary,
                "url": network.site.address,
                "inLanguage": LANGUAGE,
                "publisher": publisher(directory),
                "license": network.licence.url,
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {
                        "@type": "EntryPoint",
                        "urlTemplate": f"{whole(directory, urls.SEARCH)}?q={{search_term_string}}",
                    },
                    "query-input": "required name=search_term_string",
                },
            },
        )
    )


def publisher(directory: Directory) -> Node:
    """Who publishes the site: the organisation that the network names, else the network itself."""
    network = directory.network
    named = organisation_named(directory, network.publisher)
    return {"@type": "Organization", "name": network.name, "url": network.site.address} if named is None else named


def page_data(site: SiteContext, address: str, head: Head) -> str:
    """All that a page says as linked data: about itself, then about what it shows. Every address in it is whole.

    In another language than the network's own a page says only that it is a translation, and of which page.
    """
    whole_address = urls.whole(site.address, address)
    if spoken() != OWN:
        here = urls.whole(site.address, urls.in_language(address, spoken()))
        translation = {"@id": here, "url": here, "name": plain(head.title), "inLanguage": spoken()}
        page = as_json(node("WebPage", {**translation, "translationOfWork": {"@id": whole_address}}))
        return f'{{"@context":"{SCHEMA_ORG.rstrip("/")}","@graph":[{page}]}}'
    about = {} if not head.linked_data or address == urls.HOME else {"mainEntity": {"@id": identity(whole_address)}}
    this = node(
        "WebPage",
        {
            "@id": whole_address,
            "url": whole_address,
            "name": head.title,
            "inLanguage": LANGUAGE,
            "isPartOf": {"@id": _website(site.address)},
            "license": site.licence_url,
            "creditText": site.attribution,
            "creativeWorkStatus": MADE_UP if site.demonstration else None,
            "breadcrumb": _breadcrumb(site, whole_address, head),
            **about,
        },
    )
    nodes = ",".join((as_json(this), *head.linked_data))
    return f'{{"@context":"{SCHEMA_ORG.rstrip("/")}","@graph":[{nodes}]}}'


def _breadcrumb(site: SiteContext, page: str, head: Head) -> Node | None:
    """The way from the home page to this one; None where there is none."""
    if not head.trail:
        return None
    steps = (*((label, urls.whole(site.address, address)) for label, address in head.trail), (head.title, page))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": label, "item": address}
            for position, (label, address) in enumerate(steps, 1)
        ],
    }


def _website(home: str) -> str:
    return f"{home}#_website"
