"""The named formats of the schemas: what a pattern alone cannot say about a text.

Each is a function that returns what is wrong with a text, so that "monday "09:00-09:00" ..." reads on as a sentence,
or an empty text where nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from ipaddress import ip_address
from itertools import pairwise
from types import MappingProxyType
from urllib.parse import urlsplit

from hubatlas.records.structuring import MINUTES_A_DAY, day_hours, partial_date, span

SPAN = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d *- *(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)", re.ASCII)
HOURS_WORDS = ("closed", "by appointment", "unknown", "as usual")
_PARTIAL_DATE = re.compile(
    r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?|(?:spring|summer|autumn|winter) \d{4}", re.ASCII | re.IGNORECASE
)
_POSTCODE = re.compile(
    "(?:GIR 0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPS-UW]"
    "|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRV-Y]) [0-9][ABD-HJLNP-UW-Z]{2})"
)
_SHORT = re.compile("999|112|111|101|105|116[0-9]{3}")
"""Numbers that are dialled the same all over the country: in an emergency, for advice, and the helplines of 116."""
# Ofcom keeps these numbers for drama, so that a made-up network rings nobody.
_MADE_UP = re.compile(
    "0(?:1632960|11[3-8]4960|1[2-6]14960|2079460|1914980|2896496|2920180|7700900|8081570|3069990)[0-9]{3}"
)
_PHONE = re.compile(r"[+(]?[0-9][0-9 ()-]*")
_COSTS_MORE = ("09", "070", "084", "087")
_PERSON = re.compile("([a-z]{2,})[._]([a-z]{2,})")
_TEAM = re.compile(
    "admin|advice|centre|clinic|communit(?:y|ies)|contact|desk|enquiries|hall|health|hello|help|hubs?|info"
    "|librar(?:y|ies)|mail|office|reception|rooms|services?|support|team|trust|wellbeing"
)
_ADDRESS_LETTERS = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]+")
_OWN_ARCHIVE = re.compile(r"/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.pmtiles")
_HOST_LABEL = re.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_REMEMBERED = 4_096


def date_fault(text: str) -> str:
    """What is wrong with a day written as year-month-day."""
    try:
        written_well = date.fromisoformat(text).isoformat() == text
    except ValueError:
        written_well = False
    return "" if written_well else "is not a day in the calendar"


def partial_date_fault(text: str) -> str:
    """What is wrong with a year, a month, a day, a season or a stretch from one to another."""
    if not _PARTIAL_DATE.fullmatch(text):
        return "is not a year, a month, a day or a season"
    try:
        partial_date(text)
    except ValueError as error:
        return "ends before it begins" if "before" in str(error) else "is not in the calendar"
    return ""


@lru_cache(_REMEMBERED)
def time_span_fault(text: str) -> str:
    """What is wrong with two times with a hyphen between."""
    if not SPAN.fullmatch(text):
        return "is not two times with a hyphen between"
    found = span(text)
    all_day = text.replace(" ", "") == "00:00-24:00"
    same = found.closes_at - found.opens_at == MINUTES_A_DAY and not all_day
    return "begins and ends at the same time" if same else ""


@lru_cache(_REMEMBERED)
def day_hours_fault(text: str) -> str:
    """What is wrong with the hours of one day."""
    if text in HOURS_WORDS:
        return ""
    for part in text.split(","):
        fault = time_span_fault(part.strip(" "))
        if fault:
            return fault
    found = day_hours(text)
    spans = found.spans if found else ()
    pairs = tuple(pairwise(spans))
    if any(later.opens_at < earlier.opens_at for earlier, later in pairs):
        return "does not list its times from early to late"
    if any(later.opens_at < earlier.closes_at for earlier, later in pairs):
        return "has times that overlap"
    return ""


@lru_cache(_REMEMBERED)
def phone_fault(text: str) -> str:
    """What is wrong with a UK phone number for the public."""
    if not _PHONE.fullmatch(text):
        return "is not a phone number"
    national = re.sub("[^0-9]", "", text.replace("(0)", "").replace("+44", "0", 1))
    if text.startswith("+") and not text.startswith("+44"):
        return "is not a UK phone number"
    if national.startswith(_COSTS_MORE):
        return "costs callers more than an ordinary call"
    known = _SHORT.fullmatch(national) or _MADE_UP.fullmatch(national) or _is_in_use(national)
    return "" if known else "is not a UK phone number"


def _is_in_use(national: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - takes longer than reading a whole network whose numbers are remembered

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(national, "GB"))
    except phonenumbers.NumberParseException:
        return False


@lru_cache(_REMEMBERED)
def email_fault(text: str) -> str:
    """What is wrong with the e-mail address of a team."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - as phonenumbers

    if not text.isascii():
        return "is not an email address"
    try:
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return "is not an email address"
    person = _PERSON.fullmatch(found.local_part.casefold())
    if person and not any(map(_TEAM.fullmatch, person.groups())):
        return "looks like the address of one person"
    return ""


@lru_cache(_REMEMBERED)
def web_address_fault(text: str) -> str:
    """What is wrong with the address of a web page."""
    if not text.casefold().startswith(("https://", "http://")):
        return "does not begin with https:// or http://"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "is not a web address"
    if not _ADDRESS_LETTERS.fullmatch(text) or port == 0:
        return "holds a letter that web addresses spell with a % code" if port != 0 else "is not a web address"
    if parts.username is not None:
        return "holds a user name"
    if _is_number(host):
        return "names a computer by its number"
    labels = host.split(".")
    named = len(labels) > 1 and all(map(_HOST_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
    return "" if named else "is not a web address"


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def postcode_fault(text: str) -> str:
    """What is wrong with a UK postcode, as far as its form shows."""
    return "" if _POSTCODE.fullmatch(text) else "is not a full UK postcode"


def tile_source_fault(text: str) -> str:
    """What is wrong with the address of street pictures: with {z}, {x} and {y}, or that of a PMTiles archive."""
    if text == "none" or _OWN_ARCHIVE.fullmatch(text):
        return ""
    if text.startswith("/"):
        return "is not a PMTiles file on this site"
    plain = re.sub(r"\{[xyz]\}", "0", text)
    if not text.startswith("https://"):
        return "does not begin with https://"
    if web_address_fault(plain) or "{" in text.split("/")[2]:
        return "is not a web address"
    whole = text.endswith(".pmtiles") if plain == text else all(part in text for part in ("{x}", "{y}", "{z}"))
    return "" if whole else "has no {z}, {x} and {y}"


FAULTS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "date": date_fault,
        "partial-date": partial_date_fault,
        "time-span": time_span_fault,
        "day-hours": day_hours_fault,
        "uk-phone": phone_fault,
        "role-email": email_fault,
        "web-address": web_address_fault,
        "uk-postcode": postcode_fault,
        "tile-source": tile_source_fault,
    }
)


ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "is not a day in the calendar": "check the day and the month",
        "is not in the calendar": "check the day and the month",
        "ends before it begins": "put the two dates in order",
        "begins and ends at the same time": "correct one of the times; all day is 00:00-24:00",
        "has times that overlap": "correct one of the times, or join them into one",
        "does not list its times from early to late": "put the earliest first",
        "costs callers more than an ordinary call": "give a number that is free or costs what a call at home costs",
        "looks like the address of one person": "give the address of a team, such as hello@example.org",
        "holds a user name": "leave out what stands before the @",
        "names a computer by its number": "give the name of the site",
        "holds a letter that web addresses spell with a % code": "copy the address from the address bar of a browser",
    }
)


def holds(name: str, text: str) -> bool:
    """Whether the text has the format of that name."""
    return not FAULTS[name](text)
