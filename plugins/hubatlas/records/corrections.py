"""Guesses what somebody meant by a text that does not have the shape it should."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from hubatlas.mistakes import HOURS_WORDS
from hubatlas.records import formats
from hubatlas.records.folders import slug_like
from hubatlas.records.structuring import SEASONS

_DASHES = re.compile(r"\s*(?:[-~\u2010-\u2015\u2212]|\bto\b|\buntil\b|\btill?\b)\s*")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|a|p|hrs?)?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YES_NO = {"true": "yes", "y": "yes", "on": "yes", "false": "no", "n": "no", "off": "no"}
_NOON, _EVENING = 12, 12
_LAST_MONTH = 12
_BETWEEN = re.compile(r" (?:to|and|until|till?|-) | ?[\u2013\u2014] ?")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that the written one was most likely meant to be, if any comes close."""
    words = tuple(known)
    plain = _YES_NO.get(written.casefold(), written.casefold())
    by_plain = {word.casefold().replace("_", "-").replace(" ", "-"): word for word in reversed(words)}
    plain = plain.replace("_", "-").replace(" ", "-")
    begins = [word for name, word in by_plain.items() if len(plain) > 1 and name.startswith(plain)]
    near = get_close_matches(plain[:100], by_plain, n=1, cutoff=0.7)
    if plain in by_plain:
        return by_plain[plain]
    if len(begins) == 1:
        return begins[0]
    return by_plain[near[0]] if near else None


def corrected(form: str, written: str) -> str | None:
    """A text of that form (a format of the schemas, or "slug" or "colour") that was probably meant, if any."""
    guess = _GUESSES.get(form)
    if guess is None or len(written) > 100:  # noqa: PLR2004 - no text of these forms is longer
        return None
    found = guess(written.strip())
    if not found or found == written or (form in formats.FAULTS and not formats.holds(form, found)):
        return None
    return found


def _hours(written: str) -> str | None:
    text = written.casefold().strip(" .")
    for word, others in HOURS_WORDS.items():
        if text == word or text in others:
            return word
    spans = [_span(part) for part in re.split(r"\s*(?:,|;|&|/|\band\b|\+)\s*", text) if part]
    return ", ".join(_apart(sorted(each for each in spans if each))) if spans and all(spans) else None


def _apart(spans: Iterable[str]) -> Iterator[str]:
    """The times, each that begins before the one before it has ended from there on."""
    ended = ""
    for each in spans:
        opens, closes = each.split("-")
        yield f"{ended if opens < ended < closes else opens}-{closes}"
        ended = closes


def _span(written: str) -> str | None:
    text = written.casefold().replace("noon", "12pm").replace("midday", "12pm").replace("mid12pm", "12pm")
    text = re.sub(r"\bmidnight$", "24:00", text).replace("midnight", "00:00")
    first, *rest = _DASHES.split(text, maxsplit=1)
    begins, ends = _TIME.fullmatch(first.strip()), _TIME.fullmatch("".join(rest).strip())
    opens, closes = begins and _minutes(begins), ends and _minutes(ends)
    if begins is None or ends is None or opens is None or closes is None:
        return None
    half, other_half = _half(begins), _half(ends)
    if not half and other_half == "p" and opens < _NOON * 60 and opens + 12 * 60 < closes:
        opens += 12 * 60  # 1-3pm is from 13:00, 10-12pm from 10:00
    if not half and not other_half and closes < opens and closes < _EVENING * 60:
        closes += 12 * 60  # 9-5 is nine to five
    return f"{_clock(opens)}-{_clock(closes)}"


def _half(time: re.Match[str]) -> str:
    return (time[4] or "").replace("h", "")[:1]


def _minutes(time: re.Match[str]) -> int | None:
    hours, minutes, half = int(time[1]), int(time[2] or time[3] or 0), _half(time)
    if half and not 1 <= hours <= 12:  # noqa: PLR2004 - a clock face
        return None
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + minutes if minutes < 60 and hours <= 24 else None  # noqa: PLR2004 - a clock


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _date(written: str) -> str | None:
    text = " ".join(written.casefold().replace(",", " ").split())
    if found := re.fullmatch(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:t.*)?", text, re.ASCII):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", text, re.ASCII):
        day, month, year = found.groups()
    elif found := re.fullmatch(
        r"(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3})[a-z]* (\d{4})", text, re.ASCII
    ):
        day, name, year = found.groups()
        month = _month(name)
    elif found := re.fullmatch(r"([a-z]{3})[a-z]* (\d{1,2})(?:st|nd|rd|th)? (\d{4})", text, re.ASCII):
        name, day, year = found.groups()
        month = _month(name)
    else:
        return None
    return f"{int(year) + (2000 if len(year) < 4 else 0):04}-{int(month):02}-{int(day):02}"  # noqa: PLR2004 - '26


def _month(name: str) -> str:
    return str(_MONTHS.index(name) + 1) if name in _MONTHS else "0"


def _partial_date(written: str) -> str | None:
    text = " ".join(written.casefold().split())
    return _season(text) or _quarter_or_year(text) or _part_of_date(text) or _stretch(text)


def _season(text: str) -> str | None:
    found = re.fullmatch(r"(?:in )?([a-z]+)[,/-]? ?(?:of )?(\d{4})", text, re.ASCII)
    turned = re.fullmatch(r"(\d{4})[,/-]? ?(?:in )?([a-z]+)", text, re.ASCII)
    season, year = found.groups() if found else turned.groups()[::-1] if turned else ("", "")
    return f"{season} {year}" if season in SEASONS else None


def _quarter_or_year(text: str) -> str | None:
    """A quarter such as Q3 2025, or a financial year such as 2024/25, from its first month to its last."""
    if found := re.fullmatch(r"q([1-4])[ /-]?(\d{4})", text, re.ASCII):
        last = 3 * int(found[1])
        return f"{found[2]}-{last - 2:02}/{found[2]}-{last:02}"
    found = re.fullmatch(r"(\d{4})[/-](\d{2})", text, re.ASCII)
    if found and int(found[2]) > _LAST_MONTH and int(found[2]) == (int(found[1]) + 1) % 100:
        return f"{found[1]}-04/{int(found[1]) + 1}-03"
    return None


def _stretch(text: str) -> str | None:
    """Two dates with a word or a dash between; the first may leave out the year, as in July to September 2025."""
    first, *rest = _BETWEEN.split(re.sub(r"^(?:from|between) ", "", text))
    ends = _plain_or_guessed(rest[0]) if len(rest) == 1 else None
    if ends is None:
        return None
    begins = _plain_or_guessed(first) or _part_of_date(f"{first} {ends[:4]}")
    return begins and f"{begins}/{ends}"


def _plain_or_guessed(text: str) -> str | None:
    return text if _PLAIN_DATE.fullmatch(text) else _part_of_date(text)


def _part_of_date(text: str) -> str | None:
    if found := re.fullmatch(r"([a-z]{3})[a-z]*,? (\d{4})", text, re.ASCII):
        return f"{found[2]}-{int(_month(found[1])):02}"
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text, re.ASCII):
        return f"{found[2]}-{int(found[1]):02}"
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})", text, re.ASCII):
        return f"{found[1]}-{int(found[2]):02}"
    return _date(text)


def _phone(written: str) -> str | None:
    text = re.sub(r"^\s*(?:tel|telephone|phone|ring|call)\b[:. ]*", "", written, flags=re.IGNORECASE)
    text = re.sub(r"^00\s*44", "+44", text).replace(".", " ").replace("–", " ")
    return re.sub(r"\s+", " ", text).strip()


def _email(written: str) -> str | None:
    return re.sub(r"\s*(?:\(at\)|\[at\]|\bat\b|@)\s*", "@", written.casefold().removeprefix("mailto:").strip("<> ."))


def _web_address(written: str) -> str | None:
    text = re.sub(r"^(?:https?)?[:;]?/*", "", written.strip("<> "), count=1, flags=re.IGNORECASE)
    return f"https://{text}" if "." in text else None


def _postcode(written: str) -> str | None:
    text = re.sub(r"[^A-Z0-9]", "", written.upper())
    return f"{text[:-3]} {text[-3:]}"


def _colour(written: str) -> str | None:
    text = written.removeprefix("#")
    if re.fullmatch("[0-9a-fA-F]{3}", text):
        text = "".join(2 * letter for letter in text)
    return f"#{text}" if re.fullmatch("[0-9a-fA-F]{6}", text) else None


_GUESSES: Mapping[str, Callable[[str], str | None]] = MappingProxyType(
    {
        "day-hours": _hours,
        "time-span": lambda written: _span(written.strip(" .")),
        "date": _date,
        "partial-date": _partial_date,
        "uk-phone": _phone,
        "role-email": _email,
        "web-address": _web_address,
        "uk-postcode": _postcode,
        "colour": _colour,
        "slug": slug_like,
    }
)
