"""Which phone numbers, addresses, dates and times are accepted, and what is guessed from those that are not."""
# ruff: noqa: RUF001 - people write many kinds of dash

import pytest

from hubatlas.records.corrections import corrected, nearest
from hubatlas.records.formats import FAULTS, holds

ACCEPTED = [
    ("uk-phone", "01752 304200"),
    ("uk-phone", "(01752) 304200"),
    ("uk-phone", "+44 1752 304200"),
    ("uk-phone", "+44 (0)1752 304200"),
    ("uk-phone", "0300 123 1234"),
    ("uk-phone", "0800 1111"),
    ("uk-phone", "0808 157 0123"),
    ("uk-phone", "01632 960123"),
    ("uk-phone", "020 7946 0958"),
    ("uk-phone", "0117 496 0123"),
    ("uk-phone", "0161 496 0999"),
    ("uk-phone", "07700 900123"),
    ("uk-phone", "01534 440000"),
    ("role-email", "hello@example.org"),
    ("role-email", "hub-team@example.co.uk"),
    ("role-email", "info@nhs.net"),
    ("web-address", "https://example.org"),
    ("web-address", "http://id.esd.org.uk/service/190"),
    ("web-address", "https://example.org:8443/a(b)?q=1,2;3&x=%20#top"),
    ("web-address", "https://xn--bcher-kva.example/"),
    ("uk-postcode", "PL5 4DD"),
    ("uk-postcode", "SW1A 1AA"),
    ("uk-postcode", "M1 1AE"),
    ("uk-postcode", "BT1 1AA"),
    ("uk-postcode", "ZE1 0AA"),
    ("uk-postcode", "EC1A 1BB"),
    ("date", "2024-02-29"),
    ("partial-date", "2025"),
    ("partial-date", "2025-09"),
    ("partial-date", "2025-09-30"),
    ("time-span", "09:00-17:00"),
    ("time-span", "22:00-06:00"),
    ("time-span", "00:00-24:00"),
    ("time-span", "09:00 - 17:00"),
    ("day-hours", "closed"),
    ("day-hours", "09:00-12:30, 13:30-17:00"),
    ("day-hours", "09:00-12:00,12:00-13:00"),
    ("day-hours", "09:00-12:00, 18:00-01:00"),
]

REFUSED = [
    ("uk-phone", "", "is not a phone number"),
    ("uk-phone", "ring us", "is not a phone number"),
    ("uk-phone", "٠١٧٥٢ ٣٠٤٢٠٠", "is not a phone number"),
    ("uk-phone", "01752 304200 ext 5", "is not a phone number"),
    ("uk-phone", "+1 202 456 1111", "is not a UK phone number"),
    ("uk-phone", "01752 3042", "is not a UK phone number"),
    ("uk-phone", "00000 000000", "is not a UK phone number"),
    ("uk-phone", "0906 123 4567", "costs callers more than an ordinary call"),
    ("uk-phone", "070 1234 5678", "costs callers more than an ordinary call"),
    ("uk-phone", "+44 871 123 4567", "costs callers more than an ordinary call"),
    ("role-email", "@", "is not an email address"),
    ("role-email", "hello@", "is not an email address"),
    ("role-email", "hello@example", "is not an email address"),
    ("role-email", "Hello <hello@example.org>", "is not an email address"),
    ("role-email", "hello@[127.0.0.1]", "is not an email address"),
    ("role-email", "hellö@example.org", "is not an email address"),
    ("role-email", "Jo.Bloggs@example.org", "looks like the address of one person"),
    ("web-address", "www.example.org", "does not begin with https:// or http://"),
    ("web-address", "ftp://example.org/", "does not begin with https:// or http://"),
    ("web-address", "data:text/html,x", "does not begin with https:// or http://"),
    ("web-address", "https://", "is not a web address"),
    ("web-address", "https://localhost/", "is not a web address"),
    ("web-address", "https://exa_mple.org/", "is not a web address"),
    ("web-address", "https://example.org:99999/", "is not a web address"),
    ("web-address", "https://[::1", "is not a web address"),
    ("web-address", "https://-a.org/", "is not a web address"),
    ("web-address", "https://example.org/a b", "holds a letter that web addresses spell with a % code"),
    ("web-address", 'https://example.org/"><script>', "holds a letter that web addresses spell with a % code"),
    ("web-address", "https://example.org\\@evil.org/", "holds a letter that web addresses spell with a % code"),
    ("web-address", "https://аррӏе.com/", "holds a letter that web addresses spell with a % code"),
    ("web-address", "https://someone@example.org/", "holds a user name"),
    ("web-address", "https://192.168.0.1/", "names a computer by its number"),
    ("web-address", "https://[::1]/", "names a computer by its number"),
    ("web-address", "https://2130706433/", "is not a web address"),
    ("web-address", "https://0x7f.1/", "is not a web address"),
    ("uk-postcode", "PL5", "is not a full UK postcode"),
    ("uk-postcode", "PL54DD", "is not a full UK postcode"),
    ("uk-postcode", "ＰＬ５ ４ＤＤ", "is not a full UK postcode"),
    ("uk-postcode", "90210", "is not a full UK postcode"),
    ("date", "2026-02-30", "is not a day in the calendar"),
    ("date", "20260212", "is not a day in the calendar"),
    ("date", "2026-W01-1", "is not a day in the calendar"),
    ("partial-date", "2026-13", "is not in the calendar"),
    ("partial-date", "autumnal 2026", "is not a year, a month, a day or a season"),
    ("time-span", "9-5", "is not two times with a hyphen between"),
    ("time-span", "09:00-09:00", "begins and ends at the same time"),
    ("time-span", "00:00-00:00", "begins and ends at the same time"),
    ("day-hours", "09:00-12:00, 11:00-13:00", "has times that overlap"),
    ("day-hours", "22:00-02:00, 23:00-24:00", "has times that overlap"),
    ("day-hours", "13:00-15:00, 09:00-12:00", "does not list its times from early to late"),
]

GUESSES = [
    ("day-hours", "9am-5pm", "09:00-17:00"),
    ("day-hours", "9am – 12.30pm, 1.30pm – 5pm", "09:00-12:30, 13:30-17:00"),
    ("day-hours", "9 to 5", "09:00-17:00"),
    ("day-hours", "9-5", "09:00-17:00"),
    ("day-hours", "10-12pm", "10:00-12:00"),
    ("day-hours", "1-3pm", "13:00-15:00"),
    ("day-hours", "9:00-17:00", "09:00-17:00"),
    ("day-hours", "0900-1700", "09:00-17:00"),
    ("day-hours", "09.00—17.00", "09:00-17:00"),
    ("day-hours", "10am until noon", "10:00-12:00"),
    ("day-hours", "6pm-midnight", "18:00-24:00"),
    ("day-hours", "9am-12pm and 1pm-5pm", "09:00-12:00, 13:00-17:00"),
    ("day-hours", "CLOSED", "closed"),
    ("day-hours", "shut", "closed"),
    ("day-hours", "appointment only", "by appointment"),
    ("day-hours", "tbc", "unknown"),
    ("day-hours", "24 hours", "00:00-24:00"),
    ("day-hours", "25:00-26:00", None),
    ("day-hours", "mornings", None),
    ("day-hours", "13pm-14pm", None),
    ("date", "24/12/2026", "2026-12-24"),
    ("date", "24.12.26", "2026-12-24"),
    ("date", "24 December 2026", "2026-12-24"),
    ("date", "Thursday 24th December 2026", "2026-12-24"),
    ("date", "December 24, 2026", "2026-12-24"),
    ("date", "2026/12/4", "2026-12-04"),
    ("date", "20261224", "2026-12-24"),
    ("date", "31/02/2026", None),
    ("date", "Christmas", None),
    ("partial-date", "September 2025", "2025-09"),
    ("partial-date", "Sept 2025", "2025-09"),
    ("partial-date", "9/2025", "2025-09"),
    ("partial-date", "2025-9", "2025-09"),
    ("partial-date", "12 September 2025", "2025-09-12"),
    ("uk-phone", "Tel: 01632 960123", "01632 960123"),
    ("uk-phone", "0044 1632 960123", "+44 1632 960123"),
    ("uk-phone", "01632.960.123", "01632 960 123"),
    ("role-email", "mailto:Hello@example.org", "hello@example.org"),
    ("role-email", "hello (at) example.org", "hello@example.org"),
    ("web-address", "www.example.org/hub", "https://www.example.org/hub"),
    ("web-address", "https//example.org", "https://example.org"),
    ("web-address", "example", None),
    ("uk-postcode", "pl5 4dd", "PL5 4DD"),
    ("uk-postcode", "PL54DD", "PL5 4DD"),
    ("uk-postcode", "PL5", None),
    ("colour", "0b5c6b", "#0b5c6b"),
    ("colour", "#fff", "#ffffff"),
    ("colour", "teal", None),
    ("slug", "Old Mill (Café)", "old-mill-cafe"),
]


@pytest.mark.parametrize(("name", "text"), ACCEPTED)
def test_accepted(name: str, text: str) -> None:
    assert holds(name, text)


@pytest.mark.parametrize(("name", "text", "fault"), REFUSED)
def test_refused_with_a_reason(name: str, text: str, fault: str) -> None:
    assert FAULTS[name](text) == fault


@pytest.mark.parametrize(("name", "written", "meant"), GUESSES)
def test_what_was_probably_meant_is_guessed(name: str, written: str, meant: str | None) -> None:
    assert corrected(name, written) == meant


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("Tues", ["Monday", "Tuesday", "Thursday"], "Tuesday"),
        ("T", ["Tuesday", "Thursday"], None),
        ("true", ["yes", "no", "unknown"], "yes"),
        ("off", ["yes", "no", "unknown"], "no"),
        ("Opening Hours", ["opening_hours", "open_questions"], "opening_hours"),
        ("adress", ["address", "access_note"], "address"),
        ("nothing like it", ["address", "contact"], None),
    ],
)
def test_the_nearest_known_word_is_found(written: str, known: list[str], meant: str | None) -> None:
    assert nearest(written, known) == meant
