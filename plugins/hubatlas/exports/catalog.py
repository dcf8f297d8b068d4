"""All published data as a catalogue in DCAT 3, which data portals gather: a dataset for each table and each feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from hubatlas import urls
from hubatlas.exports.edition import VERSION, Edition, envelope, json_bytes
from hubatlas.exports.geojson import bounding_box
from hubatlas.exports.kinds import Export

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_DAILY = {"@id": "http://purl.org/cld/freq/daily"}
_ENGLISH = {"@id": "http://publications.europa.eu/resource/authority/language/ENG"}
_SOCIAL = {"@id": "http://publications.europa.eu/resource/authority/data-theme/SOCI"}
_ORUK = {"@id": "https://openreferraluk.org/developers/specifications"}

Node = dict[str, Any]


def catalog(exports: Sequence[Export]) -> Export:
    """The catalogue of those of the exports that are listed for readers."""
    return Export(
        address=urls.CATALOG,
        title="Catalogue (DCAT 3)",
        description="Every dataset with its files, for data portals to gather, as JSON-LD.",
        media_type="application/ld+json",
        files=partial(_files, tuple(export for export in exports if export.listed)),
    )


def _files(exports: Sequence[Export], edition: Edition) -> Iterator[tuple[str, bytes]]:
    about = envelope(edition)
    publisher = f"{edition.whole_address(urls.CATALOG)}#publisher"
    shared = {
        "dct:publisher": {"@id": publisher},
        "dct:license": {"@id": about["licence"]["url"]},
        "dct:rights": {"@type": "dct:RightsStatement", "dct:description": about["attribution"]},
        "dct:modified": {"@value": about["date"], "@type": "xsd:date"},
        "dct:language": _ENGLISH,
    }
    datasets = [_dataset(edition, group, shared) for group in _by_subject(exports)]
    whole = {
        "@context": _CONTEXT,
        "@id": edition.whole_address(urls.CATALOG),
        "@type": "dcat:Catalog",
        "dct:title": f"{about['network']}: open data",
        "dct:description": "The hubs, services and sessions of the network, and what is known of them.",
        "foaf:homepage": {"@id": edition.whole_address(urls.DATA)},
        **shared,
        "dct:publisher": {"@id": publisher, "@type": "foaf:Agent", "foaf:name": about["publisher"]},
        **_area(edition),
        "dcat:dataset": datasets,
        "dcat:service": [_service(edition, each, shared) for each in exports if (each.start or "").endswith("/")],
    }
    yield urls.CATALOG, json_bytes(whole)


def _by_subject(exports: Sequence[Export]) -> list[list[Export]]:
    """The exports, those of one table together, as these are the same data in several forms."""
    found: dict[str, list[Export]] = {}
    for export in exports:
        found.setdefault(export.address if export.table is None else export.table.name, []).append(export)
    return list(found.values())


def _dataset(edition: Edition, exports: Sequence[Export], shared: Node) -> Node:
    first = exports[0]
    table = first.table
    page = urls.DATA if table is None else urls.table_page(table.name)
    return {
        "@id": _identity(edition, first),
        "@type": "dcat:Dataset",
        "dct:identifier": first.address if table is None else table.name,
        "dct:title": first.title if table is None else table.title,
        "dct:description": first.description if table is None else table.description,
        "dcat:landingPage": {"@id": edition.whole_address(page)},
        "dcat:version": VERSION,
        "dct:accrualPeriodicity": _DAILY,
        "dcat:theme": _SOCIAL,
        **shared,
        **_area(edition),
        "dcat:distribution": [_distribution(edition, export, shared, page) for export in exports],
    }


def _distribution(edition: Edition, export: Export, shared: Node, page: str) -> Node:
    """A file, or where an export has many of them the place to begin, or else the page that tells of them."""
    several = "{" in export.address
    access = (export.start or page) if several else export.address
    whole = {"@id": edition.whole_address(access)}
    return {
        "@type": "dcat:Distribution",
        "dct:title": export.title,
        "dct:description": export.description,
        "dcat:accessURL": whole,
        **({} if several else {"dcat:downloadURL": whole}),
        "dcat:mediaType": {"@id": _MEDIA_TYPES + export.media_type.partition(";")[0]},
        "dct:license": shared["dct:license"],
        "dct:modified": shared["dct:modified"],
    }


def _service(edition: Edition, export: Export, shared: Node) -> Node:
    """A feed that begins at an address of its own, as a service that programs can ask."""
    return {
        "@id": f"{_identity(edition, export)}-service",
        "@type": "dcat:DataService",
        "dct:title": export.title,
        "dct:description": export.description,
        "dcat:endpointURL": {"@id": edition.whole_address(export.start or "")},
        "dcat:endpointDescription": {"@id": edition.whole_address(urls.open_referral("openapi.json"))},
        "dct:conformsTo": _ORUK,
        "dct:publisher": shared["dct:publisher"],
        "dct:license": shared["dct:license"],
        "dcat:servesDataset": {"@id": _identity(edition, export)},
    }


def _identity(edition: Edition, export: Export) -> str:
    """What the catalogue calls the dataset that an export is the first form of."""
    name = export.address.partition("{")[0] if export.table is None else export.table.name
    return f"{edition.whole_address(urls.CATALOG)}#{name.strip('/').replace('/', '-')}"


def _area(edition: Edition) -> Node:
    """The network's area by its name, and the box that holds every hub whose place is known."""
    area: Node = {"@type": "dct:Location", "dct:title": edition.directory.network.area_name}
    box = bounding_box(edition)
    if box is not None:
        west, south, east, north = box
        corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
        ring = ", ".join(f"{x} {y}" for x, y in corners)
        literal = {"@value": f"POLYGON(({ring}))", "@type": "http://www.opengis.net/ont/geosparql#wktLiteral"}
        area["dcat:bbox"] = literal
    return {"dct:spatial": area}
