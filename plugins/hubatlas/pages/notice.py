"""What a reader should know before relying on facts that are old or that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hubatlas.facts.freshness import Checked, Freshness, months_ago, old_groups
from hubatlas.facts.wording import listed
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, to_translate
from hubatlas.network import Network
from hubatlas.pages.wording import upper_first

MATTERS = {
    "hubs": ("hours", "contact", "location"),
    "services": ("sessions", "access", "contact", "cost"),
    "organisations": ("contact",),
}
"""By kind of record, the facts that somebody relies on who sets out or rings."""

_NAMES = {
    "hours": to_translate("the opening hours"),
    "contact": to_translate("the phone number"),
    "location": to_translate("the address"),
    "sessions": to_translate("the times and places"),
    "access": to_translate("how to get in"),
    "cost": to_translate("the cost"),
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
    advice = _("Ring before you go.") if by_phone else _("Check before you go.")
    if all(each.facts == "contact" for each in told):
        advice = _("It may have changed.")
    if old:
        age = _age(min(months_ago(each, today) for each in old))
        sentences = [_last_checked(old, age), advice]
        if set(old) <= set(unconfirmed):
            sentences.insert(1, _has_not_confirmed(old, confirmer))
        return " ".join(map(upper_first, sentences))
    if unconfirmed:
        who = _("%(confirmer)s has not confirmed %(facts)s yet.", confirmer=confirmer, facts=_names(unconfirmed))
        return f"{upper_first(who)} {advice}"
    return None


def _last_checked(old: list[Checked], age: str) -> str:
    if _are_many(old):
        return _("%(facts)s were last checked more than %(age)s ago.", facts=_names(old), age=age)
    return _("%(facts)s was last checked more than %(age)s ago.", facts=_names(old), age=age)


def _has_not_confirmed(old: list[Checked], confirmer: str) -> str:
    if _are_many(old):
        return _("%(confirmer)s has not confirmed them.", confirmer=confirmer)
    return _("%(confirmer)s has not confirmed it.", confirmer=confirmer)


def _names(groups: Iterable[Checked]) -> str:
    return listed([_(_NAMES[each.facts]) for each in sorted(groups, key=lambda each: list(_NAMES).index(each.facts))])


def _are_many(groups: list[Checked]) -> bool:
    """Whether a sentence about them is in the plural."""
    return len(groups) > 1 or groups[0].facts in _MANY


def _age(months: int) -> str:
    years = months // _MONTHS_A_YEAR
    if years > 1:
        return ngettext("%(number)s year", "%(number)s years", years)
    if months == _MONTHS_A_YEAR:
        return _("a year")
    return ngettext("%(number)s month", "%(number)s months", months)
