"""Bank holidays come from GOV.UK's announcements, without going online."""

from datetime import date

import pytest

from hubatlas.facts.bank_holidays import Division, bank_holidays, holiday_words
from hubatlas.language import as_recorded, speaking
from hubatlas_site.catalogues import languages
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("division", "day", "title"),
    [
        ("england-and-wales", date(2026, 12, 25), "Christmas Day"),
        ("england-and-wales", date(2026, 12, 28), "Boxing Day (substitute day)"),
        ("england-and-wales", date(2026, 4, 6), "Easter Monday"),
        ("england-and-wales", date(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
        ("scotland", date(2026, 1, 2), "2nd January"),
        ("northern-ireland", date(2026, 3, 17), "St Patrick’s Day"),
    ],
)
def test_each_part_of_the_country_has_its_own(division: Division, day: date, title: str) -> None:
    assert bank_holidays(division)[day] == title


def test_easter_monday_is_no_holiday_in_scotland_and_no_ordinary_day_is_one() -> None:
    assert date(2026, 4, 6) not in bank_holidays("scotland")
    assert date(2026, 12, 1) not in bank_holidays("england-and-wales")


def test_a_holiday_at_the_weekend_counts_as_well_as_its_substitute() -> None:
    assert bank_holidays("england-and-wales")[date(2026, 12, 26)] == "Boxing Day"  # a Saturday
    assert bank_holidays("england-and-wales")[date(2027, 12, 25)] == "Christmas Day"  # a Saturday
    assert bank_holidays("england-and-wales")[date(2027, 12, 27)] == "Christmas Day (substitute day)"


def test_they_stand_in_order() -> None:
    for division in ("england-and-wales", "scotland", "northern-ireland"):
        days = list(bank_holidays(division))
        assert days == sorted(days)
        assert len(days) > 100


def test_a_holiday_is_named_in_the_language_of_the_page_and_one_held_once_as_gov_uk_does() -> None:
    welsh = languages(ROOT / "theme", ("cy",))[0]
    once = "Bank holiday for the coronation of King Charles III"

    assert holiday_words("Boxing Day (substitute day)") == "Boxing Day (substitute day)"
    with speaking(welsh):
        assert holiday_words("Boxing Day (substitute day)") == "Gŵyl San Steffan (diwrnod yn ei le)"
        assert holiday_words(once) == as_recorded(once)
