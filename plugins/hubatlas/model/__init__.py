"""The frozen types that records become: nothing is computed here.

Field names follow the record schemas in `schema/`, and those follow Open Referral (HSDS) for the concepts it names.
An empty tuple means that none is stated; `None` means that the fact is not known.
"""

from __future__ import annotations

from hubatlas.model.boundaries import Boundaries, Ring
from hubatlas.model.common import (
    Address,
    Answer,
    Contact,
    Deprivation,
    Document,
    FormerName,
    Identifier,
    LabelTranslation,
    Phone,
    Point,
    Progress,
    Provenance,
    Role,
    SmallArea,
    Translation,
    Ward,
    WebLink,
)
from hubatlas.model.figures import (
    Consent,
    Indicator,
    IndicatorValue,
    LearningEntry,
    LearningLog,
    Signpost,
    Signposts,
    Story,
)
from hubatlas.model.geography import Geography, PostcodePoints
from hubatlas.model.governance import Body, FundingAward, Milestone, Programme, Seat
from hubatlas.model.history import NO_HISTORY, Action, Ended, EndedRecords, History, Operation, RecordChange
from hubatlas.model.hub import Hub
from hubatlas.model.neighbour import Neighbour, NeighbourPlace
from hubatlas.model.organisation import Membership, Organisation
from hubatlas.model.pathway import Pathway, PathwayStep
from hubatlas.model.place import Asset, Gap, Place, PlaceProfile
from hubatlas.model.service import Cost, Service, Session, Venue
from hubatlas.model.spaces import Booking, FurtherSite, Premises, Room, RoomCost
from hubatlas.model.standing import (
    AdviceStandard,
    Application,
    CoLocation,
    CoreServiceStatement,
    CoreStatus,
    How,
    Mentor,
    QualityAward,
    Representative,
    ServedAreas,
    Specialism,
)
from hubatlas.model.times import DAY_NAMES, DayHours, DayName, HoursException, OpeningHours, PartialDate, Schedule, Span
from hubatlas.model.words import Jargon, JargonWord

__all__ = [
    "DAY_NAMES",
    "NO_HISTORY",
    "Action",
    "Address",
    "AdviceStandard",
    "Answer",
    "Application",
    "Asset",
    "Body",
    "Booking",
    "Boundaries",
    "CoLocation",
    "Consent",
    "Contact",
    "CoreServiceStatement",
    "CoreStatus",
    "Cost",
    "DayHours",
    "DayName",
    "Deprivation",
    "Document",
    "Ended",
    "EndedRecords",
    "FormerName",
    "FundingAward",
    "FurtherSite",
    "Gap",
    "Geography",
    "History",
    "HoursException",
    "How",
    "Hub",
    "Identifier",
    "Indicator",
    "IndicatorValue",
    "Jargon",
    "JargonWord",
    "LabelTranslation",
    "LearningEntry",
    "LearningLog",
    "Membership",
    "Mentor",
    "Milestone",
    "Neighbour",
    "NeighbourPlace",
    "OpeningHours",
    "Operation",
    "Organisation",
    "PartialDate",
    "Pathway",
    "PathwayStep",
    "Phone",
    "Place",
    "PlaceProfile",
    "Point",
    "PostcodePoints",
    "Premises",
    "Programme",
    "Progress",
    "Provenance",
    "QualityAward",
    "RecordChange",
    "Representative",
    "Ring",
    "Role",
    "Room",
    "RoomCost",
    "Schedule",
    "Seat",
    "ServedAreas",
    "Service",
    "Session",
    "Signpost",
    "Signposts",
    "SmallArea",
    "Span",
    "Specialism",
    "Story",
    "Translation",
    "Venue",
    "Ward",
    "WebLink",
]
