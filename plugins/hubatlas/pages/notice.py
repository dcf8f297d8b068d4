"""What a reader should know before relying on facts that are old or that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hubatlas.facts.freshness import Checked, Freshness, months_ago, old_groups
from hubatlas.facts.wording import listed
from hubatlas.network import Network
from hubatlas.pages.wording import counted, upper_first

MATTERS = {
    "hubs": ("hours", "contact", "location"),
    "services": ("sessions", "access", "contact", "cost"),
    "organisations": ("contact",),
}
"""By kind of record, the facts that somebody relies on who sets out or rings."""

_NAMES = {
    "hours": "the opening hours",
    "contact": "the phone number",
    "location": "the address",
    "sessions": "the times and places",
    "access": "how to get in",
    "cost": "the cost",
}
_MANY = {"hours", "sessions"}
_MONTHS_A_YEAR = 12


def notice(kind: str, fresh: Freshness, network: Network, confirmer: str, today: date, *, by_phone: bool) -> str | None:
    """The notice near the top of a page, true also when the page is read later; None where there is nothing to say.

    "The opening hours were last checked more than 14 months ago. Ring before you go."
    """
    matters = [each for each in fresh.groups if each.facts in MATTERS.get(kind, ())]
    old = [each for each in old_groups(fresh, network, today) if each in matters]
    unconfirmed = [each for each in matters if each.confirmed_on is None]
    told = old or unconfirmed
    advice = f"{'Ring' if by_phone else 'Check'} before you go."
    if all(each.facts == "contact" for each in told):
        advice = "It may have changed."
    if old:
        age = _age(min(months_ago(each, today) for each in old))
        nobody = f" {upper_first(confirmer)} has not confirmed {_them(old)}." if set(old) <= set(unconfirmed) else ""
        return f"{upper_first(_names(old))} {_were(old)} last checked more than {age} ago.{nobody} {advice}"
    if unconfirmed:
        return f"{upper_first(confirmer)} has not confirmed {_names(unconfirmed)} yet. {advice}"
    return None


def _names(groups: Iterable[Checked]) -> str:
    return listed([_NAMES[each.facts] for each in sorted(groups, key=lambda each: list(_NAMES).index(each.facts))])


def _were(groups: list[Checked]) -> str:
    return "were" if len(groups) > 1 or groups[0].facts in _MANY else "was"


def _them(groups: list[Checked]) -> str:
    return "them" if _were(groups) == "were" else "it"


def _age(months: int) -> str:
    years = months // _MONTHS_A_YEAR
    if years > 1:
        return counted(years, "year")
    return "a year" if months == _MONTHS_A_YEAR else counted(months, "month")
