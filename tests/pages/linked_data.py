"""What the pages of a small directory say to machines."""

from __future__ import annotations

import json
from typing import Any

from hubatlas.model import Address, Hub, Service
from tests.builders import (
    Record,
    a_directory,
)
from tests.pages.test_contexts import page_at

MILL_LANE = Address(address_1="1 Mill Lane", city="Riverside", postal_code="PL1 1AA")
DAY = "https://schema.org/"


def said_of(page: str, *records: Record, **rest: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a directory's own
    """The things that a page of that directory is about, the page's own first."""
    context = page_at(a_directory(*records, **rest), page)
    return [json.loads(thing) for thing in context.head.linked_data]


def said_of_hub(hub: Hub, *others: Record, **rest: Any) -> dict[str, Any]:  # noqa: ANN401
    return said_of(f"/hubs/{hub.slug}/", hub, *others, **rest)[0]


def said_of_service(service: Service, *others: Record, **rest: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return said_of(f"/services/{service.slug}/", service, *others, **rest)
