"""Pages about how a network works: plain values of small directories."""

from datetime import date

import pytest

from hubatlas.directory import Directory
from hubatlas.model import Booking, FundingAward, Membership, Milestone, PathwayStep, QualityAward, Room, RoomCost, Seat
from hubatlas.network import QualityScheme, SchemePart
from hubatlas.pages.plans import amount_words, milestone_line
from hubatlas.pages.quality import badges
from tests.builders import (
    a_body,
    a_directory,
    a_hub,
    a_network,
    a_partial_date,
    a_pathway,
    a_programme,
    a_vocabulary,
    an_organisation,
)
from tests.pages.test_contexts import TODAY, page_at

KINDS = a_vocabulary("programme-kinds", "Pilot")


def test_a_room_whose_cost_nobody_stated_is_not_called_free() -> None:
    room = Room(id="hall", name="Hall", kind="hall", booking=Booking(phone="01632 960123"))
    directory = a_directory(a_hub(rooms=(room,)), vocabularies=[a_vocabulary("room-kinds", "Hall")])
    (hub,) = page_at(directory, "/spaces/").hubs
    assert hub.rooms[0].cost == "Not known. Ask when you book."
    assert hub.rooms[0].contact.phone.address == "tel:+441632960123"


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (RoomCost(free="no", amount=18, per="hour"), "£18 an hour."),
        (
            RoomCost(free="no", amount=12.5, per="half day", note="Half price for charities."),
            "£12.50 a half day. Half price for charities.",
        ),
        (RoomCost(free="no"), "There is a charge."),
        (RoomCost(free="yes"), "Free."),
    ],
)
def test_a_room_says_what_it_costs(cost: RoomCost, words: str) -> None:
    room = Room(id="hall", name="Hall", kind="hall", cost=cost)
    directory = a_directory(a_hub(rooms=(room,)), vocabularies=[a_vocabulary("room-kinds", "Hall")])
    assert page_at(directory, "/spaces/").hubs[0].rooms[0].cost == words


def test_a_network_without_rooms_has_no_page_of_rooms() -> None:
    with pytest.raises(KeyError):
        page_at(a_directory(a_hub()), "/spaces/")


def test_a_pathway_counts_its_hand_offs_and_says_that_the_wait_is_not_known() -> None:
    steps = (PathwayStep(what="Ask.", organisation="surgery"), PathwayStep(what="Meet.", organisation="trust"))
    directory = a_directory(
        a_pathway(steps=steps), an_organisation("Surgery", slug="surgery"), an_organisation("Trust", slug="trust")
    )
    (pathway,) = page_at(directory, "/referrals/").pathways
    assert pathway.hand_offs == "1 hand-off"
    assert ("Waiting time", "Not known. Ask when you refer.") in pathway.facts


def test_pathways_that_work_now_come_before_those_that_do_not() -> None:
    directory = a_directory(a_pathway("Alpha", status="ended"), a_pathway("Beta"), a_pathway("Gamma", status="planned"))
    assert [each.name for each in page_at(directory, "/referrals/").pathways] == ["Beta", "Gamma", "Alpha"]


def quality_directory(awarded: str) -> Directory:
    scheme = QualityScheme(id="mark", label="Mark", levels=(SchemePart(id="one", label="Level 1"),), lasts_months=24)
    award = QualityAward(scheme="mark", level="one", awarded=a_partial_date(awarded))
    return a_directory(a_hub("Old Mill", quality=(award,)), network=a_network(quality_schemes=(scheme,)))


@pytest.mark.parametrize(
    ("awarded", "words", "holds"),
    [
        ("2026-01-10", "Mark: Level 1 until 9 January 2028", True),
        ("2024-11-30", "Mark: Level 1 lapsed after 29 November 2026", False),
        ("2024", "Mark: Level 1, awarded 2024, may have lapsed", False),
    ],
)
def test_a_badge_disappears_when_it_has_lapsed(awarded: str, words: str, *, holds: bool) -> None:
    directory = quality_directory(awarded)
    (badge,) = badges(directory, directory.hub("old-mill"), TODAY)
    assert (badge.words, badge.holds) == (words, holds)


def test_what_lapses_this_quarter_is_listed_first() -> None:
    assert [words for _, words in page_at(quality_directory("2024-12-20"), "/network/quality/").lapsing] == [
        "Level 1 ends on 19 December 2026"
    ]


def test_bodies_stand_under_the_wider_body_and_ended_ones_last() -> None:
    directory = a_directory(
        a_body("Advisors", part_of="network"),
        a_body("Network"),
        a_body("Board", part_of="network", seats=(Seat(seat="Chair", number=2),)),
        a_body("Archive", ended=a_partial_date("2020")),
    )
    bodies = page_at(directory, "/network/governance/").bodies
    assert [body.name for body in bodies] == ["Network", "Advisors", "Board", "Archive"]
    assert bodies[2].seats[0].words == "2 seats"


def test_members_are_listed_by_kind_with_or_without_a_hub() -> None:
    kinds = a_vocabulary("membership-kinds", "Operator", "Friend")
    trust = an_organisation(
        "Trust", memberships=(Membership(kind="operator", status="live", founding="yes", since=a_partial_date("2018")),)
    )
    friend = an_organisation("Bank", memberships=(Membership(kind="friend", status="exploring"),))
    directory = a_directory(trust, friend, a_hub("Old Mill", operator="trust"), vocabularies=[kinds])
    members = page_at(directory, "/network/governance/").members
    assert [(label, [(line.link.label, line.words) for line in lines]) for label, _, lines in members] == [
        ("Operator", [("Trust", "Since 2018 and founder")]),
        ("Friend", [("Bank", "Being talked about")]),
    ]


@pytest.mark.parametrize(
    ("milestone", "when", "state"),
    [
        (Milestone(label="x", when=a_partial_date("autumn 2014"), done="yes"), "Autumn 2014", "Done"),
        (
            Milestone(label="x", when=a_partial_date("2023-04/2023-09")),
            "April to September 2023",
            "Not known whether it happened",
        ),
        (Milestone(label="x", when=a_partial_date("2025"), done="no"), "2025", "Did not happen by then"),
        (Milestone(label="x", when=a_partial_date("2027"), provisional="yes"), "2027", "Provisional"),
        (Milestone(label="x", when=a_partial_date("2026-12-01")), "1 December 2026", "To come"),
        (Milestone(label="x"), "Date to be set", "No date set"),
    ],
)
def test_a_milestone_is_never_called_done_because_its_date_is_past(milestone: Milestone, when: str, state: str) -> None:
    line = milestone_line(milestone, date(2026, 12, 1))
    assert (line.when, line.state) == (when, state)


@pytest.mark.parametrize(
    ("award", "words"),
    [
        (FundingAward(funder="x", purpose="x", amount=300000, about="yes", share=50), "About £300,000 (50%)"),
        (FundingAward(funder="x", purpose="x", amount=2000, at_most="yes"), "Up to £2,000"),
        (FundingAward(funder="x", purpose="x", amount=12.5), "£12.50"),
        (FundingAward(funder="x", purpose="x", share=50), "50%"),
        (FundingAward(funder="x", purpose="x"), "Not known"),
    ],
)
def test_money_is_told_as_exactly_as_it_is_known(award: FundingAward, words: str) -> None:
    assert amount_words(award) == words


def test_programmes_stand_under_their_status_what_runs_now_first() -> None:
    directory = a_directory(a_programme("Old", status="finished"), a_programme("New"), vocabularies=[KINDS])
    groups = page_at(directory, "/network/plans/").groups
    assert [(heading, [card.name for card in cards]) for heading, cards in groups] == [
        ("Running now", ["New"]),
        ("Finished", ["Old"]),
    ]
