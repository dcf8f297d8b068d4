"""Bodies that run hubs, provide services or take part in the network."""

from __future__ import annotations

from hubatlas.frozen import dataclass
from hubatlas.model.common import Answer, Contact, FormerName, Identifier, Progress, Provenance, Translation, WebLink
from hubatlas.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A part in the network, or in one of its bodies where `body` names one."""

    kind: str
    status: Progress
    body: str | None = None
    since: PartialDate | None = None
    founding: Answer = "unknown"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that runs hubs, provides services or takes part in the network."""

    slug: str
    name: str
    other_names: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    previous_ids: tuple[str, ...] = ()
    sector: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    summary: str | None = None
    description: str | None = None
    translations: tuple[Translation, ...] = ()
    contact: Contact | None = None
    legal_form: str | None = None
    memberships: tuple[Membership, ...] = ()
    links: tuple[WebLink, ...] = ()
    open_questions: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...]
