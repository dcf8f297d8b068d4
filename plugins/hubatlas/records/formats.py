"""The named formats of the schemas: what a pattern alone cannot say about a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from ipaddress import ip_address
from types import MappingProxyType
from urllib.parse import urlsplit

from hubatlas.records.structuring import MINUTES_A_DAY, day_hours, partial_date, span

TIME_SPAN = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d *- *(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)", re.ASCII)
POSTCODE = re.compile(
    r"(?:GIR 0AA|(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPS-UW]|[A-HK-Y][0-9][ABEHMNPRV-Y]))"
    r" [0-9][ABD-HJLNP-UW-Z]{2})"
)
# Ofcom keeps these numbers free for drama, so that made-up networks ring nobody.
_DRAMA = re.compile(
    r"0(?:1632960\d{3}|(?:113|114|115|116|117|118|121|131|141|151|161)4960\d{3}|207946\d{4}|191498\d{4}|28(?:9018|9649)0\d{3}"
    r"|2920180\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})",
    re.ASCII,
)
_PHONE_LETTERS = re.compile(r"\+?[0-9][0-9 ()-]*", re.ASCII)
_COST_MORE = ("09", "070", "087", "084")
_PERSONAL = re.compile(r"[a-z]{2,}\.[a-z]{2,}", re.ASCII)
_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether the text is a day that exists, as year-month-day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_partial_date(text: str) -> bool:
    """Whether the text is a year, a month or a day that exists."""
    try:
        partial_date(text)
    except (ValueError, IndexError):
        return False
    return re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", text, re.ASCII) is not None


@cache
def is_time_span(text: str) -> bool:
    """Whether the text is two times that differ."""
    if not TIME_SPAN.fullmatch(text):
        return False
    found = span(text)
    return found.closes_at - found.opens_at != MINUTES_A_DAY or text.replace(" ", "") == "00:00-24:00"


@cache
def is_day_hours(text: str) -> bool:
    """Whether the text is the hours of one day: times in order that do not overlap, or one of the fixed words."""
    if text in ("closed", "by appointment", "unknown", "as usual"):
        return True
    if not all(is_time_span(part.strip(" ")) for part in text.split(",")):
        return False
    found = day_hours(text)
    spans = found.spans if found else ()
    return all(earlier.closes_at <= later.opens_at for earlier, later in zip(spans, spans[1:], strict=False))


@lru_cache(maxsize=10_000)
def is_uk_phone(text: str) -> bool:
    """Whether the text is a UK number that is not made to cost callers more."""
    if not _PHONE_LETTERS.fullmatch(text):
        return False
    national = re.sub(r"[^0-9]", "", text.replace("+44", "0", 1).replace("(0)", ""))
    if national.startswith(_COST_MORE):
        return False
    return _DRAMA.fullmatch(national) is not None or _is_assigned(national)


def _is_assigned(national: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - 60 ms that a build of unchanged records does without

    try:
        number = phonenumbers.parse(national, "GB")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)


@lru_cache(maxsize=10_000)
def is_role_email(text: str) -> bool:
    """Whether the text is an e-mail address, and not one such as first.last@ that belongs to a person."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - as above

    if not text.isascii():
        return False
    try:
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return not _PERSONAL.fullmatch(found.local_part.casefold())


@lru_cache(maxsize=10_000)
def is_web_address(text: str) -> bool:
    """Whether the text is a whole http or https address of a named host, without a user name."""
    if not re.fullmatch(r"[!-;=?-\[\]_a-z~%]+", text, re.ASCII):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or parts.username is not None or port == 0:
        return False
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and not _is_ip(host) and all(map(_HOST_LABEL.fullmatch, labels)) and not labels[-1].isdigit()


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_uk_postcode(text: str) -> bool:
    """Whether the text has the form of a UK postcode."""
    return POSTCODE.fullmatch(text) is not None


FORMATS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "date": is_date,
        "partial-date": is_partial_date,
        "time-span": is_time_span,
        "day-hours": is_day_hours,
        "uk-phone": is_uk_phone,
        "role-email": is_role_email,
        "web-address": is_web_address,
        "uk-postcode": is_uk_postcode,
    }
)
