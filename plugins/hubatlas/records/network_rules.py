"""What must hold of the network and of its vocabularies, beyond their shape."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hubatlas.network import Network, Vocabulary
from hubatlas.records.corrections import nearest
from hubatlas.records.findings import Finding
from hubatlas.records.problems import quoted
from hubatlas.records.repeats import twice
from hubatlas.records.wording import listed

LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of ordinary size


def network_findings(network: Network, fact_groups: Collection[str]) -> Iterator[Finding]:
    """Names given twice, colours that cannot be read, addresses that lead nowhere, unknown groups of facts."""
    yield from _unknown_groups("review_months", network.review_months, fact_groups)
    yield from _unknown_groups("notice_months", network.notice_months, fact_groups)
    yield from twice((kind.id for kind in network.hub_kinds), ("hub_kinds",))
    yield from twice((status.id for status in network.hub_statuses), ("hub_statuses",))
    yield from twice((level.id for level in network.place_levels), ("place_levels",))
    yield from _standing_findings(network)
    yield from _colour(network.appearance.brand_colour, "brand_colour", "white text on it")
    if network.appearance.link_colour:
        yield from _colour(network.appearance.link_colour, "link_colour", "a link in it on white")
    if not network.site.address.endswith("/"):
        hint = f"write {network.site.address}/"
        yield Finding(("site", "address"), "the address of the site has no slash at its end", hint)
    tiles = network.map.tiles
    if tiles.url != "none" and not tiles.attribution:
        hint = "add what its licence asks to be said, such as attribution: © OpenStreetMap contributors"
        yield Finding(("map", "tiles"), "nothing says whose the street pictures are", hint, at_name=True)
    folder = network.site.records_folder
    if folder.startswith("/") or ".." in folder.split("/"):
        message = f"records_folder {quoted(folder)} is not a folder within the repository"
        yield Finding(("site", "records_folder"), message, "write it as, for example, content")


def _unknown_groups(name: str, months: Iterable[str], fact_groups: Collection[str]) -> Iterator[Finding]:
    for group in months:
        if group != "default" and group not in fact_groups:
            near = nearest(group, ("default", *fact_groups))
            hint = f"did you mean {near}?" if near else f"the groups are {listed(fact_groups)}"
            yield Finding((name, group), f"there is no group of facts {quoted(group)}", hint, at_name=True)


def _standing_findings(network: Network) -> Iterator[Finding]:
    """Standards, core services and quality schemes that share a name, and targets upside down."""
    yield from twice((standard.id for standard in network.standards), ("standards",))
    yield from twice((offer.id for offer in network.core_offers), ("core_offers",))
    named: dict[str, str] = {}
    for position, offer in enumerate(network.core_offers):
        yield from twice((service.id for service in offer.services), ("core_offers", position, "services"))
        for item, service in enumerate(offer.services):
            if named.setdefault(service.id, offer.id) != offer.id:
                message = f"{quoted(service.id)} is a core service of the list {named[service.id]} as well"
                where = ("core_offers", position, "services", item, "id")
                yield Finding(where, message, "records name it without its list, so give it another name")
    for position, target in enumerate(network.targets):
        if target.most is not None and (target.least is None or target.most < target.least):
            message = f"most is {target.most}, and least is {'missing' if target.least is None else target.least}"
            yield Finding(("targets", position, "most"), message, "put the lower number under least")
    yield from twice((scheme.id for scheme in network.quality_schemes), ("quality_schemes",))
    for position, scheme in enumerate(network.quality_schemes):
        for name, parts in (("themes", scheme.themes), ("levels", scheme.levels), ("stages", scheme.stages)):
            yield from twice((part.id for part in parts), ("quality_schemes", position, name))


def vocabulary_findings(vocabulary: Vocabulary) -> Iterator[Finding]:
    """Terms given twice, and wider terms that do not exist or lead round in a circle."""
    yield from twice((term.id for term in vocabulary.terms), ("terms",))
    wider = {term.id: term.broader for term in vocabulary.terms}
    for position, term in enumerate(vocabulary.terms):
        if term.broader is None:
            continue
        where = ("terms", position, "broader")
        if term.broader not in wider:
            near = nearest(term.broader, wider)
            hint = f"did you mean {near}?" if near else "a wider term is another term of this list"
            yield Finding(where, f"there is no term {quoted(term.broader)} in this list", hint)
        elif is_circular(term.id, wider):
            message = f"{quoted(term.id)} comes round to itself through its wider terms"
            yield Finding(where, message, "leave out the line that closes the circle")


def is_circular(start: str, above: dict[str, str | None]) -> bool:
    """Whether going up from `start`, one step after another, comes back to it."""
    seen: set[str] = set()
    current = above.get(start)
    while current is not None and current not in seen:
        if current == start:
            return True
        seen.add(current)
        current = above.get(current)
    return False


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of a colour such as #0b5c6b with white, from 1 to 21, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    threshold = 0.04045
    return part / 12.92 if part <= threshold else ((part + 0.055) / 1.055) ** 2.4


def _colour(colour: str, name: str, what: str) -> Iterator[Finding]:
    contrast = contrast_with_white(colour)
    if contrast < LEAST_CONTRAST:
        message = f"{name} {quoted(colour)} is too pale: {what} has a contrast of {contrast:.1f}"
        yield Finding(("appearance", name), message, f"choose a darker one, with {LEAST_CONTRAST} or more")
