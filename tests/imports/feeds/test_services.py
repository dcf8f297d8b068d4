"""What is made of services of a feed, whatever they hold: proposals, or questions for a person."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hubatlas.imports.feeds.first_version import as_third_version
from hubatlas.imports.feeds.schedules import sessions
from hubatlas.imports.feeds.services import ServiceReader
from hubatlas.imports.feeds.texts import line, paragraphs, summary_and_rest
from hubatlas.imports.planning import Planner
from hubatlas.imports.proposals import Source
from hubatlas.records import check

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "schema"


def schedule_of(parts: dict[str, Any]) -> object:
    found, asked = sessions([parts], {})
    return found[0]["schedule"] if found else asked[0]


@pytest.mark.parametrize(
    ("parts", "schedule"),
    [
        (
            {"freq": "WEEKLY", "byday": "MO,TH", "opens_at": "10:00:00", "closes_at": "12:30:00"},
            {"repeats": "weekly", "days": ["Monday", "Thursday"], "time": "10:00-12:30"},
        ),
        (
            {"freq": "MONTHLY", "byday": "1TU,3TU", "opens_at": "19:00Z", "closes_at": "00:00"},
            {"repeats": "monthly", "weeks": ["first", "third"], "days": ["Tuesday"], "time": "19:00-24:00"},
        ),
        (
            {"freq": "WEEKLY", "interval": 2, "byday": "FR", "dtstart": "2026-09-04", "valid_to": "2026-12-18"},
            {
                "repeats": "weekly",
                "interval": 2,
                "days": ["Friday"],
                "valid_from": "2026-09-04",
                "valid_to": "2026-12-18",
            },
        ),
        ({"dtstart": "2026-12-05", "valid_to": "2026-12-05"}, {"repeats": "dates", "dates": ["2026-12-05"]}),
        ({"description": "By appointment"}, {"repeats": "by appointment"}),
        ({"freq": "WEEKLY", "byday": "XX"}, 'When: "freq WEEKLY, byday XX"'),
        ({"freq": "MONTHLY", "byday": "1MO,2TU"}, 'When: "freq MONTHLY, byday 1MO,2TU"'),
        ({"freq": "WEEKLY", "interval": 2, "byday": "FR"}, 'When: "freq WEEKLY, byday FR"'),
        ({"description": "Term time only"}, 'When: "Term time only"'),
        ({}, 'When: "nothing said"'),
    ],
)
def test_a_schedule_is_read_or_asked_about(parts: dict[str, Any], schedule: object) -> None:
    assert schedule_of(parts) == schedule


def test_single_days_of_one_thing_are_one_session() -> None:
    rows = [{"dtstart": f"2026-12-{day:02}", "opens_at": "10:00", "closes_at": "11:00"} for day in (5, 12)]
    [session], _ = sessions(rows, {})
    assert session["schedule"]["dates"] == ["2026-12-05", "2026-12-12"]


def test_two_services_of_one_name_have_two_files() -> None:
    services = [{"name": "Tea", "id": str(n), "organization": {"name": f"Trust {n}"}} for n in (1, 2)]
    slugs = [each.slug for each in ServiceReader({}).proposals(services) if each.kind == "service"]
    assert slugs == ["tea", "tea-trust-2"]


def test_terms_that_the_network_has_no_word_for_are_listed_not_guessed() -> None:
    attribute = {"taxonomy_term": {"name": "Something", "term_uri": "http://id.esd.org.uk/service/1"}}
    reader = ServiceReader({})
    list(reader.proposals([{"name": "Tea", "attributes": [attribute, attribute]}]))
    assert reader.questions == ("No one term of the network stands for Something http://id.esd.org.uk/service/1 (2x).",)


def test_html_becomes_plain_markdown_and_scripts_are_dropped() -> None:
    text = "<h2>Tea</h2><p>With <strong>cake</strong>.</p><script>alert(1)</script><ul><li>one<li>two</ul>"
    assert paragraphs(text) == "Tea\n\nWith **cake**.\n\n- one\n- two"
    assert line("<a href='javascript:alert(1)'>Ring</a>&nbsp;us") == "Ring us"
    assert summary_and_rest("One. Two.\n\nThree.") == ("One. Two.", "Three.")


NAMES = tuple(
    """
    id name description status organization schedules service_at_locations location addresses contacts phones number
    cost_options amount attributes taxonomy_term term_uri fees url latitude longitude opens_at closes_at byday freq
    interval minimum_age postal_code email regular_schedules service_taxonomys taxonomy eligibilitys last_modified
    valid_from dtstart
    """.split()  # noqa: SIM905 - easier to read than a list of forty strings
)
_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=12),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)
_items = some.dictionaries(some.sampled_from(NAMES), _values, max_size=10)


@settings(max_examples=150)
@given(items=some.lists(_items, max_size=3))
def test_whatever_a_feed_holds_becomes_proposals(items: list[dict[str, Any]]) -> None:
    for item in (*items, *map(as_third_version, items)):
        for proposal in ServiceReader({}).proposals([item]):
            assert proposal.kind in {"service", "organisation"}


@settings(max_examples=12)
@given(
    items=some.lists(
        some.dictionaries(some.sampled_from(NAMES), _values, min_size=4, max_size=10), min_size=2, max_size=4
    )
)
def test_whatever_is_proposed_the_records_that_are_there_stay_good(
    tmp_path_factory: pytest.TempPathFactory, items: list[dict[str, Any]]
) -> None:
    content = tmp_path_factory.mktemp("hostile") / "content"
    shutil.copytree(ROOT / "tests" / "networks" / "first-steps", content)
    planner = Planner(content, SCHEMA)
    named = [{**item, "name": "Tea <b>&</b> talk", "organization": {"name": "../../etc"}} for item in items]
    planner.apply(planner.plan(ServiceReader({}).proposals(named), Source(name="A feed")))
    assert check(content, SCHEMA) == ()
    assert [path.name for path in content.parent.iterdir()] == ["content"]
