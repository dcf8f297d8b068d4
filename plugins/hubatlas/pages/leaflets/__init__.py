"""Leaflets: a hub, a service and the week of a place on paper, to hand to somebody."""

from __future__ import annotations

from hubatlas.pages.leaflets.hub import HUB_LEAFLET
from hubatlas.pages.leaflets.place import PLACE_LEAFLET
from hubatlas.pages.leaflets.service import SERVICE_LEAFLET

__all__ = ["HUB_LEAFLET", "PLACE_LEAFLET", "SERVICE_LEAFLET"]
