"""Bank holidays of each part of the United Kingdom, from the copy of GOV.UK's list that govuk-bank-holidays carries.

The package is read as data and never imported: importing it loads an HTTP client, and no build may go online.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

from hubatlas.language import gettext as _
from hubatlas.language import to_translate

BankHolidays = Mapping[date, str]
"""What each bank holiday is called."""

Division = Literal["england-and-wales", "scotland", "northern-ireland"]

_FIXED_DAYS = MappingProxyType(
    {
        to_translate("New Year’s Day"): (1, 1),
        to_translate("2nd January"): (1, 2),
        to_translate("St Patrick’s Day"): (3, 17),
        to_translate("Battle of the Boyne (Orangemen’s Day)"): (7, 12),
        to_translate("St Andrew’s Day"): (11, 30),
        to_translate("Christmas Day"): (12, 25),
        to_translate("Boxing Day"): (12, 26),
    }
)
_OTHER_DAYS = (
    to_translate("Good Friday"),
    to_translate("Easter Monday"),
    to_translate("Early May bank holiday"),
    to_translate("Spring bank holiday"),
    to_translate("Summer bank holiday"),
)
"""The names that are to be translated besides; a holiday that is held once keeps the one that GOV.UK gives it."""

_SUBSTITUTE = " (substitute day)"


@cache
def bank_holidays(division: Division) -> BankHolidays:
    """The bank holidays of one part of the country, in order of date, for the years that GOV.UK has announced.

    Where the holiday falls on a weekend, GOV.UK lists only its substitute day. The day itself is here as well: places
    that open at weekends do not keep their usual hours on Christmas Day, whatever day it is.
    """
    announced = resources.files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text(encoding="utf-8")
    holidays: dict[date, str] = {}
    for event in json.loads(announced)[division]["events"]:
        day, title = date.fromisoformat(event["date"]), event["title"]
        substitute = event["notes"] == "Substitute day" and title in _FIXED_DAYS
        holidays[day] = f"{title}{_SUBSTITUTE}" if substitute else title
        if substitute:
            holidays.setdefault(date(day.year, *_FIXED_DAYS[title]), title)
    return MappingProxyType(dict(sorted(holidays.items())))


def holiday_words(name: str) -> str:
    """A bank holiday, as `bank_holidays` names it, in the language spoken now."""
    if name.endswith(_SUBSTITUTE):
        return _("%(holiday)s (substitute day)", holiday=_(name.removesuffix(_SUBSTITUTE)))
    return _(name)
