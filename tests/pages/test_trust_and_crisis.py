"""What a worried reader has to know: whether facts are old, how to put them right, whom to ring, how to leave."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from hubatlas.facts.freshness import freshness, months_ago
from hubatlas.model import Contact
from hubatlas.network import CrisisLine, Term
from hubatlas.pages.report import TEMPLATE
from hubatlas.pages.site import site_context
from hubatlas.publication import Site
from tests.builders import (
    PHONE,
    a_directory,
    a_hub,
    a_network,
    a_provenance,
    a_service,
    a_vocabulary,
    some_hours,
)
from tests.conftest import ROOT
from tests.pages.test_contexts import TODAY, hub_page, page_at

NEEDS = a_vocabulary(
    "needs", Term(id="safety", label="I am not safe", sensitive="yes"), "Low mood", "Food", Term(id="x", label="Unsure")
)
LINES = (
    CrisisLine(label="Police", about="In danger now", phone="999", everywhere="yes"),
    CrisisLine(label="Lantern", about="Afraid at home", phone=PHONE, needs=("safety",)),
    CrisisLine(label="Samaritans", about="To talk", phone="116 123", needs=("low-mood",), everywhere="yes"),
)


def notice(as_of: str, **rest: object) -> str | None:
    contact = Contact(phone=PHONE)
    page = hub_page(a_hub(contact=contact, provenance=(a_provenance("hours", as_of=as_of, **rest),)))
    words: str | None = page.trust.notice
    return words


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2026-05-30", "The opening hours were last checked more than 6 months ago."),
        ("2025-12-01", "The opening hours were last checked more than a year ago."),
        ("2025-09", "The opening hours were last checked more than 14 months ago."),
        ("2018", "The opening hours were last checked more than 7 years ago."),
    ],
)
def test_old_hours_are_told_near_the_top_of_the_page_in_words_that_stay_true(as_of: str, words: str) -> None:
    assert notice(as_of) == f"{words} The hub has not confirmed them. Ring before you go."


def test_pages_say_which_facts_are_due_for_a_check_and_which_are_overdue() -> None:
    def told(**checked: str) -> object:
        provenance = tuple(
            a_provenance(facts, as_of=None, confirmed_on=date.fromisoformat(on)) for facts, on in checked.items()
        )
        return hub_page(a_hub(provenance=provenance)).trust.due

    assert told(identity="2026-11-01", hours="2026-10-01") is None
    assert told(identity="2025-11-20", hours="2026-08-01") == (
        "A check is overdue: opening hours. A check is due: name and status."
    )
    assert told(identity="2020-01-01", hours="2020-01-01") == "A check is overdue: everything."


def test_facts_that_nobody_confirmed_are_told_too_and_confirmed_ones_are_not() -> None:
    assert notice("2026-11-20") == "The hub has not confirmed the opening hours yet. Ring before you go."
    confirmed = {"confirmed_on": date(2026, 11, 20), "confirmed_by": "Hub manager"}
    assert notice("2026-11-20", **confirmed) is None


def test_the_network_says_when_facts_are_old() -> None:
    hub = a_hub(provenance=(a_provenance("hours", as_of="2026-09-01", confirmed_on=date(2026, 9, 1)),))
    directory = a_directory(hub, network=a_network(notice_months={"hours": 2}))
    found = page_at(directory, f"/hubs/{hub.slug}/").trust.notice
    assert found == "The opening hours were last checked more than 3 months ago. Check before you go."
    assert hub_page(hub).trust.notice is None  # else twice the three months after which a check is due


def test_what_is_closed_asks_nobody_to_ring_first() -> None:
    assert hub_page(a_hub(status="closed", provenance=(a_provenance("hours", as_of="2018"),))).trust.notice is None


def test_a_month_is_over_only_on_its_last_day() -> None:
    hub = a_hub(provenance=(a_provenance("hours", as_of="2026-08-31"),))
    (group,) = freshness(hub, a_network(), TODAY).groups
    assert [months_ago(group, day) for day in (date(2026, 9, 29), date(2026, 9, 30), date(2026, 11, 30))] == [0, 1, 3]


def test_a_problem_can_be_told_by_mail_or_in_public_and_names_the_field() -> None:
    site = Site(address="https://riverside.example.org/atlas/", repository="https://git.example.org/hubs")
    network = a_network(site=site, contact=Contact(email="hello@example.org"))
    page = page_at(a_directory(a_hub("Old Mill & Co"), network=network), "/hubs/old-mill-co/")
    fields = {problem.label: problem for problem in page.trust.problems}
    assert [*fields][:2] == ["Opening hours", "Phone or email"]
    assert {"A session", "Something else"} <= {*fields}
    mail = urlsplit(fields["Opening hours"].mail)
    assert (mail.scheme, mail.path) == ("mailto", "hello@example.org")
    asked = parse_qs(mail.query)
    assert asked["subject"] == ["Wrong on the site: Opening hours, Old Mill & Co"]
    assert "Page: https://riverside.example.org/atlas/hubs/old-mill-co/" in asked["body"][0]
    assert "What is wrong: Opening hours" in asked["body"][0]
    assert "+" not in mail.query  # mail programs do not take it for a space
    issue = urlsplit(fields["Opening hours"].issue)
    assert unquote(issue.path) == "/hubs/issues/new"
    assert parse_qs(issue.query)["page"] == ["https://riverside.example.org/atlas/hubs/old-mill-co/"]
    assert parse_qs(issue.query)["wrong"] == ["Opening hours: "]


def test_the_form_of_a_public_report_has_the_fields_that_are_filled_in() -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / TEMPLATE).read_text("utf-8"))
    assert {"page", "wrong"} <= {field["id"] for field in form["body"] if "id" in field}


def test_where_nobody_takes_reports_none_is_offered() -> None:
    assert hub_page(a_hub()).trust.problems == ()


@pytest.mark.parametrize(
    ("needs", "rest", "labels"),
    [
        (("safety",), {}, ["Lantern", "Police", "Samaritans"]),
        (("low-mood",), {}, ["Samaritans", "Police"]),
        (("food",), {}, []),
        (("food",), {"sensitive": "yes"}, ["Police", "Samaritans"]),
        (("safety",), {"sensitive": "no"}, ["Lantern", "Police", "Samaritans"]),
    ],
)
def test_crisis_lines_stand_with_the_needs_they_name_and_on_sensitive_pages(
    needs: tuple[str, ...], rest: dict[str, str], labels: list[str]
) -> None:
    service = a_service(needs=needs, **rest)
    directory = a_directory(service, network=a_network(crisis_lines=LINES), vocabularies=(NEEDS,))
    page = page_at(directory, f"/services/{service.slug}/")
    assert [line.label for line in page.crisis] == labels
    assert page.sensitive == (rest.get("sensitive", "yes" if "safety" in needs else "no") == "yes")


def test_a_network_that_names_no_line_has_the_national_ones() -> None:
    site = site_context(a_directory(), TODAY)
    assert [line.phone.number for line in site.crisis] == ["999", "111", "116 123"]
    page = page_at(a_directory(vocabularies=(NEEDS,)), "/needs/safety/")
    assert page.sensitive
    assert [line.phone.address for line in page.crisis] == ["tel:999", "tel:111", "tel:116123"]


def test_quick_exit_leads_where_the_network_says_or_to_the_weather() -> None:
    assert site_context(a_directory(), TODAY).exit_to == "https://www.bbc.co.uk/weather"
    network = a_network(exit_to="https://example.org/news")
    assert site_context(a_directory(network=network), TODAY).exit_to == "https://example.org/news"


def test_whoever_is_not_sure_is_led_to_any_hub_and_told_what_happens_there() -> None:
    unsure = a_vocabulary("needs", "Food", Term(id="not-sure", label="No idea", any_hub="yes"))
    hub = a_hub(on_arrival="Ring the bell.", opening_hours=some_hours("09:00-17:00"))
    network = a_network(on_arrival=("Somebody says hello.",), home_needs=("food", "not-sure"))
    directory = a_directory(hub, network=network, vocabularies=(unsure,))
    assert [link.address for link in page_at(directory, "/").needs] == ["/needs/food/", "/needs/not-sure/"]
    page = page_at(directory, "/needs/not-sure/")
    assert page.unsure
    assert page.arrival == ("Somebody says hello.",)
    assert [each.on_arrival for each in page.doors] == ["Ring the bell."]
    assert not page.nothing


def test_hubs_stand_in_the_order_in_which_they_open_and_their_hours_name_the_day() -> None:
    week = {"A": "14:00-16:00", "B": "closed", "C": "unknown", "D": "09:00-12:30, 13:00-17:00", "E": "by appointment"}
    hubs = [a_hub(name, opening_hours=some_hours(hours)) for name, hours in week.items()]
    cards = page_at(a_directory(*hubs), "/").open_hubs
    assert [(card.name, card.status.short) for card in cards] == [
        ("D", "Tuesday 1 December: open 9am to 12:30pm and 1pm to 5pm"),
        ("A", "Tuesday 1 December: open 2pm to 4pm"),
        ("E", "Tuesday 1 December: by appointment"),
        ("C", "Opening hours are not yet published."),
        ("B", "Tuesday 1 December: closed"),
    ]


def test_an_old_phone_number_does_not_ask_to_be_rung() -> None:
    hub = a_hub(contact=Contact(phone=PHONE), provenance=(a_provenance("contact", as_of="2024-01"),))
    words = "The phone number was last checked more than 2 years ago. The hub has not confirmed it."
    assert hub_page(hub).trust.notice == f"{words} It may have changed."


def test_on_a_bank_holiday_of_which_a_hub_says_nothing_readers_are_told_to_check() -> None:
    hub = a_hub(opening_hours=some_hours("09:00-17:00"))
    (card,) = page_at(a_directory(hub), "/", date(2026, 12, 25)).open_hubs
    assert card.status.short == "Friday 25 December: bank holiday, check before you go"


def test_the_home_page_says_how_much_was_checked_lately_and_nothing_where_nothing_was() -> None:
    lately = a_hub("A", provenance=(a_provenance("identity", as_of="2026-11-20"),))
    long_ago = a_hub("B", provenance=(a_provenance("identity", as_of="2026-10"),))
    assert page_at(a_directory(lately, long_ago), "/").counts[-1] == "50% checked since 1 November"
    assert not any("checked" in words for words in page_at(a_directory(long_ago), "/").counts)
