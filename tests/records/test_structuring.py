"""What a record's texts mean as model types."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from cattrs.errors import ForbiddenExtraKeysError

from hubatlas.model import DayHours, HoursException, Hub, OpeningHours, PartialDate, Place, Schedule, Span
from hubatlas.records.structuring import structure

SOURCES = [{"facts": ["identity"], "source": "x"}]
PLACE = {"slug": "weir-lane", "name": "Weir Lane", "level": "town", "provenance": SOURCES}
HUB = {"slug": "mill", "name": "Mill", "kind": "hub", "status": "open", "summary": "x", "provenance": SOURCES}


def test_hours_become_minutes_after_midnight() -> None:
    hours = structure(
        {
            **HUB,
            "opening_hours": {
                "monday": "09:00-12:30, 13:30-17:00",
                "tuesday": "closed",
                "wednesday": "by appointment",
                "thursday": "unknown",
                "friday": "18:00 - 01:00",
                "saturday": "00:00-24:00",
                "bank_holidays": "as usual",
                "exceptions": [
                    {"first_date": "2026-12-24", "hours": "09:00-12:00", "reason": "Christmas Eve"},
                    {"first_date": "2026-12-25", "last_date": "2026-12-31", "hours": "unknown", "reason": "Christmas"},
                ],
                "note": "Ring first.",
            },
        },
        Hub,
    ).opening_hours

    assert hours == OpeningHours(
        week=(
            DayHours((Span(540, 750), Span(810, 1020))),
            DayHours(),
            DayHours(by_appointment=True),
            None,
            DayHours((Span(1080, 1500),)),
            DayHours((Span(0, 1440),)),
            None,
        ),
        bank_holidays="as usual",
        exceptions=(
            HoursException(
                first_date=date(2026, 12, 24),
                last_date=date(2026, 12, 24),
                hours=DayHours((Span(540, 720),)),
                reason="Christmas Eve",
            ),
            HoursException(first_date=date(2026, 12, 25), last_date=date(2026, 12, 31), hours=None, reason="Christmas"),
        ),
        note="Ring first.",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("closed", DayHours()), ("unknown", None), ("10:00-11:00", DayHours((Span(600, 660),))), (None, None)],
)
def test_bank_holidays_are_closed_only_when_somebody_said_so(written: str | None, meant: DayHours | None) -> None:
    hours = {"monday": "closed", **({"bank_holidays": written} if written else {})}

    found = structure({**HUB, "opening_hours": hours}, Hub).opening_hours

    assert found is not None
    assert found.bank_holidays == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (2025, PartialDate("2025", date(2025, 1, 1), date(2025, 12, 31))),
        ("2025", PartialDate("2025", date(2025, 1, 1), date(2025, 12, 31))),
        ("2024-02", PartialDate("2024-02", date(2024, 2, 1), date(2024, 2, 29))),
        ("2025-09-12", PartialDate("2025-09-12", date(2025, 9, 12), date(2025, 9, 12))),
        ("spring 2026", PartialDate("spring 2026", date(2026, 3, 1), date(2026, 5, 31))),
        ("Summer 2024", PartialDate("Summer 2024", date(2024, 6, 1), date(2024, 8, 31))),
        ("autumn 2014", PartialDate("autumn 2014", date(2014, 9, 1), date(2014, 11, 30))),
        ("winter 2024", PartialDate("winter 2024", date(2024, 12, 1), date(2025, 2, 28))),
        ("winter 2023", PartialDate("winter 2023", date(2023, 12, 1), date(2024, 2, 29))),
        ("2013-02/2013-03", PartialDate("2013-02/2013-03", date(2013, 2, 1), date(2013, 3, 31))),
        ("2024/2025-03", PartialDate("2024/2025-03", date(2024, 1, 1), date(2025, 3, 31))),
        ("2026-07-01/2026-07-14", PartialDate("2026-07-01/2026-07-14", date(2026, 7, 1), date(2026, 7, 14))),
    ],
)
def test_a_date_spans_all_the_days_it_can_mean(written: str | int, meant: PartialDate) -> None:
    assert structure({**HUB, "opened": written}, Hub).opened == meant


def test_lists_become_tuples_and_dates_dates() -> None:
    schedule = structure(
        {
            "repeats": "monthly",
            "days": ["Monday"],
            "weeks": ["first", "last"],
            "time": "10:00-11:30",
            "valid_from": "2026-01-01",
            "except_dates": ["2026-03-02"],
        },
        Schedule,
    )

    assert schedule == Schedule(
        repeats="monthly",
        days=("Monday",),
        weeks=("first", "last"),
        time=Span(600, 690),
        valid_from=date(2026, 1, 1),
        except_dates=(date(2026, 3, 2),),
    )


def test_what_is_left_out_is_unknown_or_none() -> None:
    hub = structure(HUB, Hub)

    assert (hub.opening_hours, hub.point, hub.places, hub.accessibility) == (None, None, (), {})


def test_whole_degrees_become_decimals() -> None:
    point = structure({**PLACE, "point": {"latitude": 50, "longitude": -4, "precision": "area"}}, Place).point

    assert point is not None
    assert isinstance(point.latitude, float)


def test_a_name_that_the_model_lacks_is_never_dropped() -> None:
    with pytest.raises(ForbiddenExtraKeysError, match="nickname"):
        structure({**PLACE, "nickname": "x"}, Place)


def test_model_of_a_record_never_changes() -> None:
    hub = structure(HUB, Hub)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        hub.name = "Other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del hub.name
    assert replace(hub, name="Other") != hub == structure(HUB, Hub)


def test_records_share_nothing_that_they_leave_out() -> None:
    one, other = structure(HUB, Hub), structure({**HUB, "slug": "weir"}, Hub)
    assert one.facilities == other.facilities == {}
    assert one.facilities is not other.facilities


def test_model_needs_every_field_without_a_default_by_name() -> None:
    with pytest.raises(TypeError, match=r"Hub\.__init__\(\) missing .* 'summary'"):
        Hub(slug="mill", name="Mill", kind="hub", status="open", provenance=())  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Hub("mill")  # type: ignore[call-arg]
