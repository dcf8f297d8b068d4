"""The page of downloads, and the calendars that pages lead to."""

from hubatlas.pages.data import contexts
from tests.builders import a_directory, a_schedule, a_service, a_session
from tests.exports.editions import SMALL, files_of
from tests.pages.test_contexts import page_at


def test_a_feed_of_many_files_is_linked_at_its_beginning_and_counted_without_the_files_of_others() -> None:
    files = files_of(SMALL, "/oruk/")
    [(_, page)] = contexts(SMALL, {address: len(content) for address, content in files.items()})
    [feed] = [each for each in page.others if each.pattern == "/oruk/3.0/{path}"]
    assert feed.address == "/oruk/3.0/"
    own = [
        address
        for address in files
        if "/slices/" not in address and "/tabular/" not in address and ".ndjson" not in address
    ]
    assert feed.size.startswith(f"{len(own)} files, ")


def test_a_service_leads_to_its_calendar_where_a_session_of_it_has_known_days() -> None:
    known = a_service("Tea", sessions=(a_session("tea"),))
    unknown = a_service("Cake", sessions=(a_session("cake", schedule=a_schedule("not published", time=None)),))
    directory = a_directory(known, unknown)
    assert page_at(directory, "/services/tea/").calendar == "/calendar/services/tea.ics"
    assert page_at(directory, "/services/cake/").calendar is None
