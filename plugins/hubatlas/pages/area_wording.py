"""Areas in words: small areas of the census, deprivation, wards."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.facts.places import SmallAreas, small_areas
from hubatlas.facts.wording import listed
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, to_translate
from hubatlas.model import Deprivation, Place, Ward
from hubatlas.pages.wording import upper_first

FIFTHS = (
    to_translate("In the most deprived fifth (%(index)s)"),
    to_translate("In the second most deprived fifth (%(index)s)"),
    to_translate("In the middle fifth (%(index)s)"),
    to_translate("In the second least deprived fifth (%(index)s)"),
    to_translate("In the least deprived fifth (%(index)s)"),
)
RURAL_URBAN = {
    "rural": to_translate("Rural"),
    "urban": to_translate("Urban"),
    "mixed": to_translate("Partly rural, partly urban"),
}


def small_areas_words(areas: SmallAreas) -> str:
    """2 of 3 small areas are in the most deprived fifth (2019); of 1 that is not stated."""
    years = f" ({listed([str(year) for year in areas.years])})" if areas.years else ""
    words = ngettext(
        "%(most_deprived)s of %(number)s small area in the most deprived fifth",
        "%(most_deprived)s of %(number)s small areas in the most deprived fifth",
        areas.count,
        most_deprived=number_words(areas.most_deprived),
    )
    if areas.unknown:
        unknown = number_words(areas.unknown)
        return _("%(fifths)s; of %(number)s the fifth is not known", fifths=words + years, number=unknown)
    return words + years


def deprivation_words(found: Deprivation) -> str:
    """In the most deprived fifth (Index, 2019)."""
    index = ", ".join((found.index or _("index not named"), str(found.year)))
    words = _(FIFTHS[found.quintile - 1], index=index)
    return f"{words}. {found.note}" if found.note else words


def wards_words(wards: tuple[Ward, ...]) -> str:
    """Quay (E05001234) and Castle."""
    return listed([ward.name if ward.code is None else f"{ward.name} ({ward.code})" for ward in wards])


def place_facts(place: Place) -> Iterator[tuple[str, str]]:
    """What is known of the area that a place covers, as questions and answers."""
    if place.rural_urban is not None:
        yield _("Rural or urban"), _(RURAL_URBAN[place.rural_urban])
    if place.deprivation is not None:
        yield _("Deprivation"), deprivation_words(place.deprivation)
    areas = small_areas(place.lsoas)
    if areas is not None:
        yield _("Small areas (LSOAs)"), upper_first(small_areas_words(areas))
    if place.wards:
        yield _("Wards"), wards_words(place.wards)
    if place.code is not None:
        yield _("Official code"), place.code
