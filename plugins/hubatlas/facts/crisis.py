"""What somebody in danger or despair needs of a page: the numbers to ring now, and a quick way off it."""

from __future__ import annotations

from collections.abc import Collection

from hubatlas.directory import Directory
from hubatlas.facts.offers import NEEDS
from hubatlas.language import gettext as _
from hubatlas.model import Service
from hubatlas.network import CrisisLine, Network

EXIT_TO = "https://www.bbc.co.uk/weather"
"""Where quick exit leads unless the network says otherwise: what GOV.UK's pattern takes."""


def national_lines() -> tuple[CrisisLine, ...]:
    """The lines of a network that names none."""
    return (
        CrisisLine(label=_("Police, ambulance, fire"), about=_("In danger now"), phone="999", everywhere="yes"),
        CrisisLine(label=_("NHS 111"), about=_("For urgent health advice"), phone="111", everywhere="yes"),
        CrisisLine(
            label=_("Samaritans"), about=_("To talk to someone, at any hour"), phone="116 123", everywhere="yes"
        ),
    )


def everyones_lines(network: Network) -> tuple[CrisisLine, ...]:
    """The lines for anybody, wherever they are on the site."""
    return tuple(line for line in network.crisis_lines or national_lines() if line.everywhere == "yes")


def lines_for(network: Network, needs: Collection[str], *, sensitive: bool) -> tuple[CrisisLine, ...]:
    """The lines to show with these needs: those that name one of them first, then everyone's.

    None where no line names one of the needs, unless reading about them may be dangerous.
    """
    named = tuple(line for line in network.crisis_lines if any(need in line.needs for need in needs))
    if not named and not sensitive:
        return ()
    return (*named, *(line for line in everyones_lines(network) if line not in named))


def is_sensitive(directory: Directory, service: Service) -> bool:
    """Whether it may be dangerous to be seen reading of the service: as it says itself, else as its needs say."""
    if service.sensitive != "unknown":
        return service.sensitive == "yes"
    return any(need.sensitive == "yes" for need in directory.terms(NEEDS, service.needs))


def exit_address(network: Network) -> str:
    """The harmless page that quick exit opens."""
    return network.exit_to or EXIT_TO
