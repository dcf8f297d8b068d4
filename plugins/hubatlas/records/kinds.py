"""The kinds of file in a content folder: where each lives, which schema it follows, which model type it becomes."""

from __future__ import annotations

from hubatlas.frozen import dataclass
from hubatlas.model import (
    Body,
    Boundaries,
    EndedRecords,
    Geography,
    Hub,
    Indicator,
    Jargon,
    LearningLog,
    Neighbour,
    Organisation,
    Pathway,
    Place,
    PostcodePoints,
    Programme,
    Service,
    Signposts,
    Story,
)
from hubatlas.network import Network, Vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `folder` is its folder under content/, or None for a single file named after the kind."""

    name: str
    folder: str | None
    model: type | None = None
    ending: str = ".yaml"


NETWORK = Kind("network", None, Network)
SYNONYMS = Kind("synonyms", None)
VOCABULARY = Kind("vocabulary", "vocabularies", Vocabulary)
PLACE = Kind("place", "places", Place)
ORGANISATION = Kind("organisation", "organisations", Organisation)
HUB = Kind("hub", "hubs", Hub)
SERVICE = Kind("service", "services", Service)
BODY = Kind("body", "bodies", Body)
PROGRAMME = Kind("programme", "programmes", Programme)
PATHWAY = Kind("pathway", "pathways", Pathway)
INDICATOR = Kind("indicator", "indicators", Indicator)
STORY = Kind("story", "stories", Story)
LEARNING = Kind("learning", None, LearningLog)
SIGNPOSTS = Kind("signposts", None, Signposts)
JARGON = Kind("jargon", None, Jargon)
GEOGRAPHY = Kind("geography", None, Geography)
NEIGHBOUR = Kind("neighbour", "neighbours", Neighbour)
ENDED = Kind("ended", None, EndedRecords)
PROSE = Kind("prose", "pages", ending=".md")
BOUNDARIES = Kind("boundaries", None, Boundaries, ending=".geojson")
"""Not a record: somebody else's outlines, in the form that they come in, so it is not in KINDS."""
POSTCODES = Kind("postcodes", "postcodes", PostcodePoints, ending=".csv")
"""Not records either: points that an import writes, which a network may keep out of its repository."""
KINDS = (
    *(NETWORK, SYNONYMS, VOCABULARY, PLACE, ORGANISATION, HUB, SERVICE),
    *(BODY, PROGRAMME, PATHWAY, INDICATOR, STORY, LEARNING, SIGNPOSTS, JARGON, GEOGRAPHY, NEIGHBOUR, ENDED, PROSE),
)
