"""How long hubs are open in a week, counted by hand, against what their network asks for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hubatlas.directory import Directory
from hubatlas.facts.commitment import Commitment, commitments, other_weeks, roles_held
from hubatlas.model import FurtherSite, HoursException, Hub, OpeningHours, Role
from hubatlas.network import Standard
from tests.builders import a_day, a_directory, a_hub, a_network, a_partial_date, a_standard, some_hours

TODAY = date(2026, 12, 1)  # a Tuesday
WEEKDAYS = ("09:00-16:24",) * 5 + ("closed",) * 2  # 37 hours
LINKED = a_standard(20, counting="linked venues")


def a_commitment(hub: Hub, *others: Hub, standard: Standard | None = None) -> Commitment:
    """How that hub stands to the one standard there is."""
    (found,) = commitments(_directory(hub, *others, standard=standard), hub)
    return found


def _directory(*hubs: Hub, standard: Standard | None = None) -> Directory:
    return a_directory(*hubs, network=a_network(standards=(standard or a_standard(),)))


def _exception(first: str, last: str, hours: str, reason: str) -> HoursException:
    return HoursException(
        first_date=date.fromisoformat(first), last_date=date.fromisoformat(last), hours=a_day(hours), reason=reason
    )


@pytest.mark.parametrize(
    ("week", "hours", "verdict", "short_by"),
    [
        (WEEKDAYS, 37.0, "meets", None),
        (("09:00-16:00",) * 5 + ("closed",) * 2, 35.0, "falls short", 2.0),
        (("09:00-13:00, 12:00-16:24",) * 5 + ("closed",) * 2, 37.0, "meets", None),  # an hour that overlaps
        (("12:00-24:00", *("00:00-10:00",) * 2, *("closed",) * 4), 32.0, "falls short", 5.0),
        (("18:00-02:00", "01:00-03:00", *("closed",) * 5), 9.0, "falls short", 28.0),  # 1am to 2am counts once
        (("00:30-02:00", *("closed",) * 5, "20:00-01:00"), 6.0, "falls short", 31.0),  # Sunday night meets Monday
        (("00:00-24:00",) * 7, 168.0, "meets", None),
        (("09:00-16:24",) * 5 + ("unknown",) * 2, 37.0, "meets", None),  # what is known is enough
        (("09:00-16:00",) * 5 + ("unknown", "closed"), 35.0, "unknown", None),
        (("unknown",) * 7, 0.0, "unknown", None),
        (("by appointment",) * 7, 0.0, "falls short", 37.0),
        (("closed",) * 7, 0.0, "falls short", 37.0),
    ],
)
def test_a_hub_by_itself(week: tuple[str, ...], hours: float, verdict: str, short_by: float | None) -> None:
    found = a_commitment(a_hub(opening_hours=some_hours(*week)))

    assert found.counted == timedelta(hours=hours)
    assert found.verdict == verdict
    assert found.short_by == (None if short_by is None else timedelta(hours=short_by))


def test_hours_that_nobody_published_are_neither_enough_nor_too_few() -> None:
    found = a_commitment(a_hub())

    assert (found.verdict, found.exact, len(found.unknown_days)) == ("unknown", False, 7)


def test_days_by_appointment_are_named_and_not_counted() -> None:
    found = a_commitment(a_hub(opening_hours=some_hours("09:00-17:00", "by appointment", *("closed",) * 5)))

    assert (found.counted, found.by_appointment_days) == (timedelta(hours=8), ("Tuesday",))


@pytest.mark.parametrize(
    ("own", "site", "other", "hours", "verdict"),
    [
        # Monday 9 to 1 at home, 12 to 4 at the site, 3 to 5 at the other hub: 9 to 5 once.
        (("09:00-13:00",), ("12:00-16:00",), ("15:00-17:00",), 8.0, "falls short"),
        (("09:00-17:00",), ("09:00-17:00",), ("09:00-17:00",), 8.0, "falls short"),
        # Late at the site, early at the other hub on the next day: 10pm to 4am.
        (("closed",), ("22:00-02:00",), ("closed", "01:00-04:00"), 6.0, "falls short"),
        (("00:00-20:00",), ("closed",), ("closed",), 20.0, "meets"),
        (("09:00-13:00",), ("unknown",), ("closed",), 4.0, "unknown"),
        (("00:00-20:00",), ("unknown",), ("unknown",), 20.0, "meets"),
    ],
)
def test_linked_venues_count_together_and_no_minute_twice(
    own: tuple[str, ...], site: tuple[str, ...], other: tuple[str, ...], hours: float, verdict: str
) -> None:
    def week(days: tuple[str, ...]) -> OpeningHours:
        return some_hours(*days, *("closed",) * (7 - len(days)))

    hub = a_hub(
        opening_hours=week(own),
        sites=(FurtherSite(name="Pavilion", opening_hours=week(site)),),
        opens_with=("weir-house",),
    )

    found = a_commitment(hub, a_hub("Weir House", opening_hours=week(other)), standard=LINKED)

    assert (found.counted, found.verdict) == (timedelta(hours=hours), verdict)
    assert [door.name for door in found.doors] == ["Old Mill Hub", "Pavilion", "Weir House"]


def test_a_further_site_without_hours_leaves_the_sum_open() -> None:
    hub = a_hub(opening_hours=some_hours("09:00-11:00"), sites=(FurtherSite(name="Pavilion"),))

    found = a_commitment(hub, standard=LINKED)

    assert (found.counted, found.verdict, len(found.unknown_days)) == (timedelta(hours=14), "unknown", 7)


def test_a_linked_hub_that_is_not_open_yet_adds_nothing() -> None:
    hub = a_hub(opening_hours=some_hours("09:00-11:00"), opens_with=("weir-house",))
    planned = a_hub("Weir House", status="planned", opening_hours=some_hours("13:00-17:00"))

    assert a_commitment(hub, planned, standard=LINKED).counted == timedelta(hours=14)


def test_where_each_hub_counts_alone_others_do_not_help_it() -> None:
    hub = a_hub(
        opening_hours=some_hours("09:00-11:00"),
        opens_with=("weir-house",),
        sites=(FurtherSite(name="Pavilion", opening_hours=some_hours("09:00-17:00")),),
    )

    found = a_commitment(hub, a_hub("Weir House", opening_hours=some_hours("09:00-17:00")))

    assert (found.counted, len(found.doors)) == (timedelta(hours=14), 1)


@pytest.mark.parametrize("hub", [a_hub(status="planned"), a_hub(status="closed"), a_hub(kind="satellite")])
def test_only_open_hubs_of_the_kind_owe_hours(hub: Hub) -> None:
    assert commitments(_directory(hub), hub) == ()


def test_a_standard_without_hours_asks_for_none() -> None:
    hub = a_hub()

    assert commitments(_directory(hub, standard=a_standard(None, roles=("advisor",))), hub) == ()


def _weeks(hours: OpeningHours, today: date = TODAY) -> list[tuple[str, float, tuple[str, ...]]]:
    hub = a_hub(opening_hours=hours)
    directory = _directory(hub)
    (found,) = commitments(directory, hub)
    weeks = other_weeks(directory, found, today)
    return [(week.monday.isoformat(), week.counted / timedelta(hours=1), week.reasons) for week in weeks]


def test_coming_weeks_with_an_exception_are_counted_by_what_holds_in_them() -> None:
    training = _exception("2026-12-08", "2026-12-09", "closed", "Training")
    over = _exception("2026-11-23", "2026-11-24", "closed", "Repairs")
    far = _exception("2027-03-01", "2027-03-01", "closed", "Far away")
    hours = some_hours(*WEEKDAYS, bank_holidays="as usual", exceptions=(over, training, far))

    assert _weeks(hours) == [("2026-12-07", 22.2, ("Training",))]  # 37 hours less two days of 7 hours 24 minutes


def test_bank_holidays_shorten_their_weeks() -> None:
    # Christmas Day 2026 is a Friday, the substitute of Boxing Day a Monday, New Year's Day a Friday.
    assert _weeks(some_hours(*WEEKDAYS, bank_holidays="closed")) == [
        ("2026-12-21", 29.6, ("Christmas Day",)),
        ("2026-12-28", 22.2, ("Boxing Day (substitute day)", "New Year’s Day")),
    ]


def test_bank_holidays_of_which_nothing_is_said_leave_their_weeks_open() -> None:
    hub = a_hub(opening_hours=some_hours(*WEEKDAYS))
    directory = _directory(hub)
    (found,) = commitments(directory, hub)

    christmas, new_year = other_weeks(directory, found, TODAY)

    assert (christmas.counted, christmas.unknown_days) == (timedelta(hours=29.6), ("Friday", "Saturday"))
    assert new_year.unknown_days == ("Monday", "Friday")


def test_the_night_before_a_week_counts_in_it_only_as_far_as_it_reaches_into_it() -> None:
    # Open 10pm to 2am each night. On Monday 7 December from 10pm to 11pm only.
    short = _exception("2026-12-07", "2026-12-07", "22:00-23:00", "Stocktaking")

    assert _weeks(some_hours("22:00-02:00", bank_holidays="as usual", exceptions=(short,))) == [
        ("2026-12-07", 25.0, ("Stocktaking",))  # seven nights of four hours, less three
    ]


@pytest.mark.parametrize("sunday", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_week_in_which_the_clocks_change_is_as_long_as_its_clocks_say(sunday: date) -> None:
    open_all_night = some_hours("00:00-24:00", bank_holidays="as usual")

    assert _weeks(open_all_night, today=sunday) == []
    closed = HoursException(first_date=sunday, last_date=sunday, hours=a_day("00:00-03:00"), reason="Clocks")
    week = some_hours("00:00-24:00", bank_holidays="as usual", exceptions=(closed,))
    assert [(hours, reasons) for _, hours, reasons in _weeks(week, today=sunday)] == [(147.0, ("Clocks",))]


@pytest.mark.parametrize(
    ("role", "held"),
    [
        (Role(role="advisor"), True),
        (Role(role="advisor", since=a_partial_date("summer 2024")), True),
        (Role(role="advisor", until=a_partial_date("2026-12")), True),
        (Role(role="advisor", until=a_partial_date("2026-11")), False),
        (Role(role="advisor", since=a_partial_date("2027")), False),
        (Role(role="manager"), False),
    ],
)
def test_a_role_is_held_from_its_first_day_to_its_last(role: Role, *, held: bool) -> None:
    (found,) = roles_held(a_hub(roles=(role,)), a_standard(roles=("advisor",)), TODAY)

    assert found == ("advisor", role if held else None)
