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

from hubatlas.mistakes import FAULTS as SAID
from hubatlas.mistakes import PATTERNS
from hubatlas.records.structuring import MINUTES_A_DAY, day_hours, partial_date, span

SPAN = re.compile(PATTERNS["time-span"])
HOURS_WORDS = tuple(PATTERNS["hours-word"].split("|"))
_PARTIAL_DATE = re.compile(
    r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?|(?:spring|summer|autumn|winter) \d{4}", re.ASCII | re.IGNORECASE
)
_POSTCODE = re.compile(PATTERNS["postcode"])
_SHORT = re.compile(PATTERNS["short-phone"])
# Ofcom keeps these numbers for drama, so that a made-up network rings nobody.
_MADE_UP = re.compile(
    "0(?:1632960|11[3-8]4960|1[2-6]14960|2079460|1914980|2896496|2920180|7700900|8081570|3069990)[0-9]{3}"
)
_PHONE = re.compile(PATTERNS["phone"])
_COSTS_MORE = re.compile(PATTERNS["costs-more"])
_PERSON = re.compile(PATTERNS["person"])
_TEAM = re.compile(PATTERNS["team"])
_ADDRESS_LETTERS = re.compile(PATTERNS["web-letters"])
_OWN_ARCHIVE = re.compile(r"/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.pmtiles")
_HOST_LABEL = re.compile(PATTERNS["host-label"])
_REMEMBERED = 4_096


def date_fault(text: str) -> str:
    """What is wrong with a day written as year-month-day."""
    try:
        written_well = date.fromisoformat(text).isoformat() == text
    except ValueError:
        written_well = False
    return "" if written_well else SAID["no-day"]


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
        return SAID["no-span"]
    found = span(text)
    all_day = text.replace(" ", "") == "00:00-24:00"
    same = found.closes_at - found.opens_at == MINUTES_A_DAY and not all_day
    return SAID["no-time"] if same else ""


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
        return SAID["disorder"]
    if any(later.opens_at < earlier.closes_at for earlier, later in pairs):
        return SAID["overlap"]
    return ""


@lru_cache(_REMEMBERED)
def phone_fault(text: str) -> str:
    """What is wrong with a UK phone number for the public."""
    if not _PHONE.fullmatch(text):
        return SAID["no-phone"]
    national = re.sub("[^0-9]", "", text.replace("(0)", "").replace("+44", "0", 1))
    if text.startswith("+") and not text.startswith("+44"):
        return SAID["foreign-phone"]
    if _COSTS_MORE.fullmatch(national):
        return SAID["costly-phone"]
    known = _SHORT.fullmatch(national) or _MADE_UP.fullmatch(national) or _is_in_use(national)
    return "" if known else SAID["foreign-phone"]


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
        return SAID["no-email"]
    try:
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return SAID["no-email"]
    person = _PERSON.fullmatch(found.local_part.casefold())
    if person and not any(map(_TEAM.fullmatch, person.groups())):
        return SAID["private-email"]
    return ""


@lru_cache(_REMEMBERED)
def web_address_fault(text: str) -> str:
    """What is wrong with the address of a web page."""
    if not text.casefold().startswith(("https://", "http://")):
        return SAID["no-scheme"]
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return SAID["no-address"]
    if not _ADDRESS_LETTERS.fullmatch(text) or port == 0:
        return SAID["odd-letter"] if port != 0 else SAID["no-address"]
    if parts.username is not None:
        return SAID["user-name"]
    if _is_number(host):
        return SAID["number-host"]
    labels = host.split(".")
    named = len(labels) > 1 and all(map(_HOST_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
    return "" if named else SAID["no-address"]


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def postcode_fault(text: str) -> str:
    """What is wrong with a UK postcode, as far as its form shows."""
    return "" if _POSTCODE.fullmatch(text) else SAID["no-postcode"]


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


def holds(name: str, text: str) -> bool:
    """Whether the text has the format of that name."""
    return not FAULTS[name](text)
