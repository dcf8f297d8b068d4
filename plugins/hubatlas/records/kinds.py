"""The kinds of record: where each lives, which schema it follows and which model type it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from hubatlas.model import Hub, Organisation, Place, Service
from hubatlas.network import Network, Vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `folder` is its folder under content/, or None for a single file named after the schema."""

    schema: str
    folder: str | None
    model: type | None


NETWORK = Kind("network", None, Network)
SYNONYMS = Kind("synonyms", None, None)
VOCABULARY = Kind("vocabulary", "vocabularies", Vocabulary)
PLACE = Kind("place", "places", Place)
ORGANISATION = Kind("organisation", "organisations", Organisation)
HUB = Kind("hub", "hubs", Hub)
SERVICE = Kind("service", "services", Service)
KINDS = (NETWORK, SYNONYMS, VOCABULARY, PLACE, ORGANISATION, HUB, SERVICE)
