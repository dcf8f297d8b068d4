"""What a service is within the network, as its page shows it: what it counts towards, who leads it, what follows it."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.pathways import pathways_to_service
from hubatlas.facts.wording import partial_date_words
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import to_translate
from hubatlas.model import Service
from hubatlas.pages.cards import Link
from hubatlas.pages.listing import hub_link, service_link
from hubatlas.pages.referrals import pathway_link
from hubatlas.pages.wording import labels_listed, upper_first

_TERMS = (
    (to_translate("Reach"), "tiers", "reach"),
    (to_translate("How early it helps"), "prevention", "prevention"),
    (to_translate("Five ways to wellbeing"), "five-ways", "five_ways"),
    (to_translate("Core20PLUS5"), "core20plus5", "core20plus5"),
    (to_translate("What should be better afterwards"), "outcomes", "outcomes"),
)
"""A question, the vocabulary that answers it, and the attribute of a service that names its terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceNetwork:
    """What a service's page shows of its part in the network. `facts` are each a question and its answer."""

    where_next: tuple[Link, ...]
    waiting_time: str | None
    members_only: bool
    pathways: tuple[Link, ...]
    core_services: tuple[Link, ...]
    lead_hub: Link | None
    facts: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


def service_network(directory: Directory, service: Service) -> ServiceNetwork:
    """What the page of a service shows of its part in the network."""
    return ServiceNetwork(
        where_next=tuple(service_link(directory.service(slug)) for slug in service.replaced_by),
        waiting_time=service.waiting_time,
        members_only=service.membership_needed == "yes",
        pathways=tuple(pathway_link(each) for each in pathways_to_service(directory, service)),
        core_services=tuple(
            Link(directory.core_service(each).label, urls.CORE_OFFER) for each in service.core_services
        ),
        lead_hub=None if service.lead_hub is None else hub_link(directory.hub(service.lead_hub)),
        facts=tuple(_facts(directory, service)),
        links=tuple(Link(link.title, link.url) for link in service.links),
    )


def _facts(directory: Directory, service: Service) -> Iterator[tuple[str, str]]:
    for question, vocabulary, attribute in _TERMS:
        named = getattr(service, attribute)
        terms = directory.terms(vocabulary, (named,) if isinstance(named, str) else named or ())
        if terms:
            yield _(question), labels_listed([term.label for term in terms])
    if service.started is not None:
        yield _("Began"), upper_first(partial_date_words(service.started))
    if service.ended is not None:
        yield _("Ended"), upper_first(partial_date_words(service.ended))
