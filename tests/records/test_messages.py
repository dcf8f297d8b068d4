"""What the author of a record reads about its shape."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

from pathlib import Path

import pytest

from tests.records.riverside_network import copied, spoilt

HUB = "hubs/old-mill.yaml"
SERVICE = "services/money-advice.yaml"
NETWORK = "network.yaml"
ORGANISATION = "organisations/riverside-trust.yaml"
MONDAY = "monday: 09:00-17:00"
NAME = "name: Old Mill Hub"
SECTOR = "sector: vcse"

MESSAGES = [
    # Times that are written as people say them.
    (
        HUB,
        MONDAY,
        "monday: 9am-5pm",
        '17:11: monday should look like 09:00-17:00, not "9am-5pm"; did you mean "09:00-17:00"?',
    ),
    (HUB, MONDAY, "monday: 9-5", '17:11: monday should look like 09:00-17:00, not "9-5"; did you mean "09:00-17:00"?'),
    (
        HUB,
        MONDAY,
        "monday: 09.00-17.00",
        '17:11: monday should look like 09:00-17:00, not "09.00-17.00"; did you mean "09:00-17:00"?',
    ),
    (
        HUB,
        MONDAY,
        "monday: 09:00–17:00",
        '17:11: monday should look like 09:00-17:00, not "09:00–17:00"; did you mean "09:00-17:00"?',
    ),
    (
        HUB,
        MONDAY,
        "monday: 10 to 12 and 1-3pm",
        '17:11: monday should look like 09:00-17:00, not "10 to 12 and 1-3pm"; did you mean "10:00-12:00, 13:00-15:00"?',
    ),
    (HUB, MONDAY, "monday: Closed", '17:11: monday should look like 09:00-17:00, not "Closed"; did you mean "closed"?'),
    (
        HUB,
        MONDAY,
        "monday: 25:00-26:00",
        '17:11: monday should look like 09:00-17:00, not "25:00-26:00"; times on the 24-hour clock, with a comma between several; or closed, by appointment, or unknown',
    ),
    (
        HUB,
        MONDAY,
        "monday: as usual",
        '17:11: monday should look like 09:00-17:00, not "as usual"; times on the 24-hour clock, with a comma between several; or closed, by appointment, or unknown',
    ),
    (
        HUB,
        MONDAY,
        "monday: 09:00-09:00",
        '17:11: monday "09:00-09:00" begins and ends at the same time; correct one of the times; all day is 00:00-24:00',
    ),
    (
        HUB,
        MONDAY,
        "monday: 09:00-12:00, 11:00-13:00",
        '17:11: monday "09:00-12:00, 11:00-13:00" has times that overlap; did you mean "09:00-12:00, 12:00-13:00"?',
    ),
    (
        HUB,
        MONDAY,
        "monday: 13:00-15:00, 09:00-12:00",
        '17:11: monday "13:00-15:00, 09:00-12:00" does not list its times from early to late; did you mean "09:00-12:00, 13:00-15:00"?',
    ),
    (
        HUB,
        "bank_holidays: closed",
        "bank_holidays: normal",
        '22:18: bank_holidays should look like closed, not "normal"; did you mean "as usual"?',
    ),
    (
        SERVICE,
        "time: 10:00-12:00",
        "time: 10-12",
        '19:13: time should look like 10:00-12:00, not "10-12"; did you mean "10:00-12:00"?',
    ),
    # Dates.
    (
        HUB,
        "as_of: 2026-09",
        "as_of: September 2026",
        '34:12: as_of should look like 2025-09-12, not "September 2026"; did you mean "2026-09"?',
    ),
    (
        HUB,
        "confirmed_on: 2026-10-02",
        "confirmed_on: 2/10/2026",
        '35:19: confirmed_on should look like 2026-10-01, not "2/10/2026"; did you mean "2026-10-02"?',
    ),
    (
        HUB,
        "confirmed_on: 2026-10-02",
        "confirmed_on: 2026-02-30",
        '35:19: confirmed_on "2026-02-30" is not a day in the calendar; check the day and the month',
    ),
    # Values of the wrong type.
    (HUB, NAME, "name: 42", '1:7: name should be text, not 42; put it in quotes: "42"'),
    (
        ORGANISATION,
        SECTOR,
        "sector: vcse\nidentifiers: [{scheme: GB-CHC, identifier: 1234567}]",
        '3:44: identifier should be text, not 1234567; put it in quotes: "1234567"',
    ),
    (
        HUB,
        MONDAY,
        "monday: [09:00-17:00]",
        "17:11: monday should be text, not a list; write it as, for example, 09:00-17:00",
    ),
    (
        HUB,
        "latitude: 50.3706",
        "latitude: fifty",
        '10:13: latitude should be a number, not "fifty"; write it as, for example, 52.4797',
    ),
    (
        HUB,
        "latitude: 50.3706",
        "latitude: .nan",
        '10:13: latitude should be a number, not ".nan"; write it as, for example, 52.4797',
    ),
    (
        HUB,
        "places: [riverside]",
        "places: riverside",
        '13:9: places should be a list, not "riverside"; write it as [riverside]',
    ),
    (
        HUB,
        "contact:\n  phone: 0808 157 0123",
        "contact: 0808 157 0123",
        '14:10: contact should be a group of lines, not "0808 157 0123"; write its parts on lines below it, indented, such as `phone: 01632 960123`',
    ),
    (
        SERVICE,
        "audiences: [everyone]",
        "audiences: [everyone]\nminimum_age: 18.5",
        "8:14: minimum_age should be a whole number, not 18.5; write it as, for example, 18",
    ),
    # Names that do not exist, or stand in another place.
    (
        HUB,
        NAME,
        "nmae: Old Mill Hub",
        '1:1: "nmae" is not a name that a record of this kind (hub) has; did you mean name?',
    ),
    (
        HUB,
        NAME,
        "Name: Old Mill Hub",
        '1:1: "Name" is not a name that a record of this kind (hub) has; did you mean name?',
    ),
    (HUB, MONDAY, "mondy: 09:00-17:00", '17:3: "mondy" is not a name that opening_hours has; did you mean monday?'),
    (
        HUB,
        "contact:",
        "phone: 01632 960123\ncontact:",
        '14:1: "phone" is not a name that a record of this kind (hub) has; it belongs under contact, indented',
    ),
    (
        HUB,
        "  phone: 0808 157 0123",
        "  phone: 0808 157 0123\n  on_arrival: Ring.",
        '16:3: "on_arrival" is not a name that contact has; it belongs at the start of a line, not indented',
    ),
    (
        HUB,
        "address_1: 1 Mill Lane",
        "street: 1 Mill Lane",
        '7:3: "street" is not a name that address has; the names here are building, address_1, address_2, city, state_province and postal_code',
    ),
    (
        HUB,
        NAME,
        "name: Old Mill Hub\n__proto__: x",
        '2:1: "__proto__" is not a name that a record of this kind (hub) has; take the line out',
    ),
    (
        HUB,
        "step-free-entrance: yes",
        "Step Free: yes",
        '28:3: "Step Free" cannot be a name here; lower-case letters, digits and single hyphens',
    ),
    # What is missing, or empty.
    (
        HUB,
        "name: Old Mill Hub\n",
        "",
        "1:1: the record has no name; add a line such as `name: Riverside Wellbeing Hub`",
    ),
    (HUB, "\n  precision: building", "", "9:1: point has no precision; add a line such as `precision: postcode`"),
    (
        HUB,
        "    confirmed_on: 2026-10-02\n",
        "",
        "35:5: confirmed_by is given without confirmed_on; add a line such as `confirmed_on: 2026-10-01`",
    ),
    (NETWORK, "  default: 12\n", "", "33:1: review_months has no default; add a line such as `default: 12`"),
    (
        ORGANISATION,
        SECTOR,
        "sector: vcse\nother_names: []",
        "3:14: other_names is an empty list; leave the line out if there are none",
    ),
    (
        ORGANISATION,
        "contact:\n  website: https://example.org/",
        "contact: {}",
        "4:10: contact has nothing in it; leave the line out if it is not known",
    ),
    (
        "synonyms.yaml",
        "[money advice, skint, broke, debt]",
        "[skint]",
        "2:5: item 1 of groups should have 2 items or more; add what is missing",
    ),
    # Choices.
    (
        HUB,
        "precision: building",
        "precision: bilding",
        '12:14: precision should be entrance, building, postcode or area, not "bilding"; did you mean building?',
    ),
    (
        HUB,
        "precision: building",
        "precision: exact",
        '12:14: precision should be entrance, building, postcode or area, not "exact"; choose one of them',
    ),
    (HUB, "wi-fi: yes", "wi-fi: true", '30:10: wi-fi should be yes, no or unknown, not "true"; did you mean yes?'),
    (
        SERVICE,
        "days: [Monday]",
        "days: [Mon]",
        '18:14: item 1 of days should be Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or Sunday, not "Mon"; did you mean Monday?',
    ),
    # Sizes.
    (
        HUB,
        "walks in.",
        "walks in." + " Hello." * 30,
        "5:10: summary is 271 characters long; the most is 200; shorten it",
    ),
    (NETWORK, "hours: 3", "hours: 0", "35:10: hours should be 1 or more, not 0; a number of months"),
    (
        HUB,
        "latitude: 50.3706",
        "latitude: 150",
        "10:13: latitude should be 90 or less, not 150; degrees north: between 49.8 and 60.9 in the UK",
    ),
    (SERVICE, "days: [Monday]", "days: [Monday, Monday]", '18:22: days holds "Monday" twice; keep one of them'),
    # Lines.
    (
        HUB,
        "summary: Help with",
        "summary: |\n  Old\n  Help with",
        "5:10: summary should be on one line; join its lines",
    ),
    # Phones, addresses, colours.
    (
        HUB,
        "0808 157 0123",
        "070 1234 5678",
        '15:10: phone "070 1234 5678" costs callers more than an ordinary call; give a number that is free or costs what a call at home costs',
    ),
    (
        HUB,
        "0808 157 0123",
        "01752 30",
        '15:10: phone "01752 30" is not a UK phone number; write it as, for example, 01632 960123',
    ),
    (
        HUB,
        "0808 157 0123",
        "Tel. 01632 960123",
        '15:10: phone "Tel. 01632 960123" is not a phone number; did you mean "01632 960123"?',
    ),
    (
        HUB,
        "0808 157 0123",
        "٠١٦٣٢ ٩٦٠١٢٣",
        '15:10: phone "٠١٦٣٢ ٩٦٠١٢٣" is not a phone number; write it as, for example, 01632 960123',
    ),
    (
        HUB,
        "  city: Riverside",
        "  city: Riverside\n  postal_code: pl5 4dd",
        '9:16: postal_code "pl5 4dd" is not a full UK postcode; did you mean "PL5 4DD"?',
    ),
    (
        NETWORK,
        "hello@example.org",
        "hello at example.org",
        '10:10: email "hello at example.org" is not an email address; did you mean "hello@example.org"?',
    ),
    (
        NETWORK,
        "hello@example.org",
        "jo.bloggs@example.org",
        '10:10: email "jo.bloggs@example.org" looks like the address of one person; give the address of a team, such as hello@example.org',
    ),
    (
        ORGANISATION,
        "https://example.org/",
        "www.example.org",
        '5:12: website "www.example.org" does not begin with https:// or http://; did you mean "https://www.example.org"?',
    ),
    (
        ORGANISATION,
        "https://example.org/",
        "javascript:alert(1)",
        '5:12: website "javascript:alert(1)" does not begin with https:// or http://; write it as, for example, https://example.org/hub',
    ),
    (
        ORGANISATION,
        "https://example.org/",
        "https://user:pw@example.org/",
        '5:12: website "https://user:pw@example.org/" holds a user name; leave out what stands before the @',
    ),
    (
        ORGANISATION,
        "https://example.org/",
        "http://127.0.0.1/",
        '5:12: website "http://127.0.0.1/" names a computer by its number; give the name of the site',
    ),
    (
        NETWORK,
        '"#0b5c6b"',
        "0b5c6b",
        '15:17: brand_colour should look like #0b5c6b, not "0b5c6b"; did you mean "#0b5c6b"?',
    ),
    (
        HUB,
        "operator: riverside-trust",
        "operator: Riverside Trust",
        '4:11: operator should look like riverside-trust, not "Riverside Trust"; did you mean "riverside-trust"?',
    ),
    (
        SERVICE,
        "audiences: [everyone]",
        "languages: [Welsh]",
        '7:13: item 1 of languages should look like cy, not "Welsh"; a code of two or three letters: cy for Welsh, pl for Polish, bfi for British Sign Language',
    ),
    # Schedules.
    (
        SERVICE,
        "      days: [Monday]\n",
        "",
        "16:5: schedule has no days: a weekly session says on which days it happens; add a line such as `days: [Tuesday]`",
    ),
    (
        SERVICE,
        "repeats: weekly",
        "repeats: monthly",
        "16:5: schedule has no weeks: a monthly session says on which days of which weeks it happens, such as the first Tuesday; add a line such as `weeks: [first, third]`",
    ),
    (
        SERVICE,
        "repeats: weekly",
        "repeats: weekly\n      interval: 2",
        "16:5: schedule has no valid_from: every few weeks or months is counted from a first day; add a line such as `valid_from: 2026-09-01`",
    ),
    (
        SERVICE,
        "repeats: weekly",
        "repeats: weekly\n      weeks: [first]",
        "18:7: weeks does not belong here: weeks of the month go with monthly only; leave it out",
    ),
    (
        SERVICE,
        "repeats: weekly",
        "repeats: weekly\n      dates: [2026-12-01]",
        "18:7: dates does not belong here: a list of dates goes with repeats: dates only; leave it out",
    ),
    (
        SERVICE,
        "repeats: weekly\n      days: [Monday]",
        "repeats: not published",
        "18:7: time does not belong here: a session by appointment, or whose times are not published, says no days and no times; leave it out",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), MESSAGES, ids=[case[2][:40] for case in MESSAGES])
def test_author_reads_what_to_put_right_and_where(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    assert spoilt(copied(tmp_path), {file: (old, new)}) == [f"content/{file}:{said}"]


def test_all_mistakes_are_told_at_once_from_first_to_last(tmp_path: Path) -> None:
    content = copied(tmp_path)
    said = spoilt(
        content,
        {
            SERVICE: ("time: 10:00-12:00", "time: 10-12"),
            HUB: ("monday: 09:00-17:00\n  tuesday: 09:00-12:30, 13:30-17:00", "monday: 9-5\n  tuesday: 9-12"),
            NETWORK: ("publisher: riverside-trust", "publisher: nobody"),
        },
    )

    assert [line.split(": ")[0] for line in said] == [
        "content/hubs/old-mill.yaml:17:11",
        "content/hubs/old-mill.yaml:18:12",
        "content/network.yaml:7:12",
        "content/services/money-advice.yaml:19:13",
    ]


def test_no_message_quotes_a_pattern_or_a_keyword_of_the_schemas() -> None:
    words = "\n".join(said for *_, said in MESSAGES)

    assert not [word for word in ("^[", "$(?", "additionalProperties", "minLength", "None", "True") if word in words]
