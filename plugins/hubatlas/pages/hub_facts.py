"""What is known of a hub's place, building and standing, as questions and answers."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.directory import Directory
from hubatlas.facts.places import small_areas
from hubatlas.facts.wording import listed, partial_date_words
from hubatlas.language import gettext as _
from hubatlas.language import pgettext, to_translate, untranslated
from hubatlas.model import Answer, Hub
from hubatlas.pages.area_wording import deprivation_words, small_areas_words, wards_words
from hubatlas.pages.languages import language_name
from hubatlas.pages.listing import organisation_link
from hubatlas.pages.wording import upper_first

ANSWERS = {"yes": to_translate("Yes"), "no": to_translate("No")}

Fact = tuple[str, str]


def serves_facts(directory: Directory, hub: Hub) -> Iterator[Fact]:
    """The places, communities and small areas that the hub is there for."""
    served = hub.serves
    if served is None:
        return
    if served.places:
        yield _("Places"), listed([directory.place(place).name for place in served.places])
    if served.audiences:
        yield _("Communities"), listed([term.label for term in directory.terms("audiences", served.audiences)])
    if served.needs:
        needs = listed([term.label for term in directory.terms("needs", served.needs)])
        yield _("What people here most often need"), needs
    if served.wards:
        yield _("Wards"), wards_words(served.wards)
    areas = small_areas(served.lsoas)
    if areas is not None:
        yield _("Small areas (LSOAs)"), small_areas_words(areas)
    if served.note:
        yield pgettext("what else is known", "More"), served.note


def standing_facts(directory: Directory, hub: Hub) -> Iterator[Fact]:
    """What kind of hub it is, how it began, its building and its promises; what is not known is left out."""
    status = directory.status(hub)
    if status.description:
        yield pgettext("of a hub", "Status"), f"{status.label}. {status.description}"
    for question, vocabulary, term in ((_("Tier"), "tiers", hub.tier), (_("How it works"), "hub-models", hub.model)):
        if term is not None:
            yield question, directory.term(vocabulary, term).label
    told = (
        (_("Phase"), hub.phase),
        (_("How it began"), _origin(hub)),
        (_("Building"), _premises(directory, hub)),
        (_("Languages spoken"), listed([_("English"), *map(language_name, hub.languages)]) if hub.languages else None),
        (_("Deprivation of the area"), None if hub.deprivation is None else deprivation_words(hub.deprivation)),
        (_("Represented by"), _representative(directory, hub)),
        (_("Advice standard"), _advice_standard(hub)),
        (_("Promises no wrong door"), _answer(hub.no_wrong_door)),
        (_("Funded by the network"), _answer(hub.funded)),
        (_("Commissioned by public bodies"), _answer(hub.commissioned)),
    )
    yield from ((question, answer) for question, answer in told if answer)


def _answer(answer: Answer) -> str | None:
    return _(ANSWERS[answer]) if answer in ANSWERS else None


def _advice_standard(hub: Hub) -> str | None:
    standard = hub.advice_standard
    if standard is None:
        return None
    agreed = None if standard.agreed is None else _("agreed %(date)s", date=partial_date_words(standard.agreed))
    return ", ".join(part for part in (standard.name, agreed, standard.note) if part)


def _origin(hub: Hub) -> str | None:
    if hub.origin is None and hub.extends is None:
        return None
    if hub.extends:
        return _("Grew out of %(what)s", what=hub.extends)
    return _("Set up new") if hub.origin == "new" else _("Grew out of what was there before")


def _premises(directory: Directory, hub: Hub) -> str | None:
    premises = hub.premises
    if premises is None:
        return None
    kind = None if premises.kind is None else directory.term("building-types", premises.kind).label.lower()
    host = organisation_link(directory, premises.host)
    tenure = None if premises.tenure is None else directory.term("tenures", premises.tenure).label.lower()
    parts = (
        premises.name,
        kind,
        _("belongs to %(organisation)s", organisation=host.label) if host else None,
        tenure,
        premises.note,
        f"UPRN {premises.uprn}" if premises.uprn else None,
    )
    return upper_first(", ".join(part for part in parts if part))


def _representative(directory: Directory, hub: Hub) -> str | None:
    representative = hub.representative
    if representative is None:
        return None
    body = None if representative.attends is None else directory.body(representative.attends).name
    attends = _("attends the %(body)s", body=body) if body else None
    return ", ".join(part for part in (untranslated(representative.role), attends, representative.note) if part)
