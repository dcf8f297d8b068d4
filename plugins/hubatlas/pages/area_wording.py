"""Areas in words: small areas of the census, deprivation, wards."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.facts.places import SmallAreas, small_areas
from hubatlas.facts.wording import listed
from hubatlas.model import Deprivation, Place, Ward
from hubatlas.pages.wording import counted, upper_first

FIFTHS = ("most deprived", "second most deprived", "middle", "second least deprived", "least deprived")
RURAL_URBAN = {"rural": "Rural", "urban": "Urban", "mixed": "Partly rural, partly urban"}


def small_areas_words(areas: SmallAreas) -> str:
    """2 of 3 small areas are in the most deprived fifth (2019); of 1 that is not stated."""
    years = f" ({listed([str(year) for year in areas.years])})" if areas.years else ""
    words = f"{areas.most_deprived} of {counted(areas.count, 'small area')} in the most deprived fifth{years}"
    return f"{words}; of {areas.unknown} the fifth is not known" if areas.unknown else words


def deprivation_words(found: Deprivation) -> str:
    """In the most deprived fifth (Index, 2019)."""
    index = ", ".join((found.index or "index not named", str(found.year)))
    words = f"In the {FIFTHS[found.quintile - 1]} fifth ({index})"
    return f"{words}. {found.note}" if found.note else words


def wards_words(wards: tuple[Ward, ...]) -> str:
    """Quay (E05001234) and Castle."""
    return listed([ward.name if ward.code is None else f"{ward.name} ({ward.code})" for ward in wards])


def place_facts(place: Place) -> Iterator[tuple[str, str]]:
    """What is known of the area that a place covers, as questions and answers."""
    if place.rural_urban is not None:
        yield "Rural or urban", RURAL_URBAN[place.rural_urban]
    if place.deprivation is not None:
        yield "Deprivation", deprivation_words(place.deprivation)
    areas = small_areas(place.lsoas)
    if areas is not None:
        yield "Small areas (LSOAs)", upper_first(small_areas_words(areas))
    if place.wards:
        yield (
            "Wards",
            listed([ward.name if ward.code is None else f"{ward.name} ({ward.code})" for ward in place.wards]),
        )
    if place.code is not None:
        yield "Official code", place.code
