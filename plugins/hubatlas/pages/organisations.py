"""Who runs hubs and provides services: the list, and a page each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.facts.wording import listed
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, plain
from hubatlas.model import Membership, Organisation
from hubatlas.pages.cards import ContactCard, HubCard, Link, ServiceCard, Trust
from hubatlas.pages.governance import membership_words
from hubatlas.pages.kinds import Head, PageForEach, PageKind
from hubatlas.pages.linked_data.organisation import organisation_data
from hubatlas.pages.listing import by_name, hub_card, open_first, service_card
from hubatlas.pages.reaching import contact_card
from hubatlas.pages.trust import trust
from hubatlas.pages.wording import upper_first


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the list, and what it does here in a few words."""

    link: Link
    summary: str | None
    does: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsPage:
    """What the list of organisations shows, by name."""

    head: Head
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """What an organisation's page shows."""

    head: Head
    name: str
    sector: str | None
    also_known_as: str | None
    formerly: str | None
    summary: str | None
    description: str | None
    contact: ContactCard
    identifiers: tuple[tuple[str, str], ...]
    legal_form: str | None
    memberships: tuple[tuple[str, Link, str], ...]
    links: tuple[Link, ...]
    hubs: tuple[HubCard, ...]
    services: tuple[ServiceCard, ...]
    trust: Trust


def list_contexts(directory: Directory, today: date) -> Iterator[tuple[str, OrganisationsPage]]:
    """The list of all organisations; the date changes nothing."""
    del today
    named = sorted(directory.organisations, key=lambda each: (plain(each.name).casefold(), each.slug))
    yield (
        urls.ORGANISATIONS,
        OrganisationsPage(
            head=Head(
                title=_("Organisations in %(area)s", area=directory.network.area_name),
                description=ngettext(
                    "%(number)s organisation that runs hubs or provides services.",
                    "%(number)s organisations that run hubs or provide services.",
                    len(named),
                ),
                section=urls.ORGANISATIONS,
                trail=((_("Home"), urls.HOME),),
            ),
            organisations=tuple(
                OrganisationRow(
                    Link(each.name, urls.organisation(each.slug)),
                    each.summary,
                    upper_first(_does(directory, each)) or None,
                )
                for each in named
            ),
        ),
    )


def _page(directory: Directory, slug: str, today: date) -> OrganisationPage:
    organisation = directory.organisation(slug)
    services = sorted(
        directory.services_of(organisation.slug), key=lambda each: (plain(each.name).casefold(), each.slug)
    )
    does = _does(directory, organisation)
    return OrganisationPage(
        head=Head(
            title=_("%(name)s: organisation", name=organisation.name),
            description=organisation.summary or (f"{organisation.name}: {does}." if does else organisation.name),
            section=urls.ORGANISATIONS,
            trail=((_("Home"), urls.HOME), (_("Organisations"), urls.ORGANISATIONS)),
            linked_data=(organisation_data(directory, organisation),),
        ),
        name=organisation.name,
        sector=_label(directory, "sectors", organisation.sector),
        also_known_as=listed(organisation.other_names) or None,
        formerly=listed([former.name for former in organisation.former_names]) or None,
        summary=organisation.summary,
        description=organisation.description,
        contact=contact_card(organisation.contact),
        legal_form=_label(directory, "legal-forms", organisation.legal_form),
        memberships=tuple(_membership(directory, each) for each in organisation.memberships),
        links=tuple(Link(link.title, link.url) for link in organisation.links),
        identifiers=tuple((each.scheme, each.identifier) for each in organisation.identifiers),
        hubs=tuple(
            hub_card(directory, hub, today)
            for hub in open_first(directory, by_name(directory.hubs_run_by(organisation.slug)))
        ),
        services=tuple(service_card(directory, service, today) for service in services),
        trust=trust(directory, "organisations", organisation, _("the organisation"), today),
    )


def _label(directory: Directory, vocabulary: str, term: str | None) -> str | None:
    return None if term is None else directory.term(vocabulary, term).label


def _membership(directory: Directory, membership: Membership) -> tuple[str, Link, str]:
    """Its part, in what, and the rest in words."""
    network = Link(directory.network.name, urls.NETWORK)
    body = None if membership.body is None else directory.body(membership.body)
    where = network if body is None else Link(body.name, urls.body(body.slug))
    return directory.term("membership-kinds", membership.kind).label, where, membership_words(directory, membership)


def _does(directory: Directory, organisation: Organisation) -> str:
    """Runs 3 hubs and gives 1 service; empty where it does neither."""
    run, given = len(directory.hubs_run_by(organisation.slug)), len(directory.services_of(organisation.slug))
    hubs = ngettext("%(number)s hub", "%(number)s hubs", run)
    services = ngettext("%(number)s service", "%(number)s services", given)
    if run and given:
        return _("runs %(hubs)s and gives %(services)s", hubs=hubs, services=services)
    if run:
        return _("runs %(hubs)s", hubs=hubs)
    return _("gives %(services)s", services=services) if given else ""


ORGANISATIONS = PageKind("organisations", "pages/organisations.html", list_contexts)
ORGANISATION = PageKind(
    "organisation", "pages/organisation.html", PageForEach("organisations", urls.organisation, _page)
)
