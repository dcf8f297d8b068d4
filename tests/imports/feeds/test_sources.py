"""Feeds where they are: at web addresses with many pages, in folders and in files, and what is no feed."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hubatlas.cells import LONGEST_CELL
from hubatlas.imports.feeds.fetching import Fetcher, FetchError, Limits
from hubatlas.imports.feeds.services import ServiceReader
from hubatlas.imports.feeds.sources import FeedError, read_feed

Answer = tuple[int, Mapping[str, str], bytes]
Serve = Callable[[Mapping[str, Any]], str]


def ok(value: object) -> Answer:
    return 200, {}, value if isinstance(value, bytes) else json.dumps(value).encode()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Gives answers by path, with the query, on a loopback port; the address that paths are put after."""
    servers = []

    def start(answers: Mapping[str, Any]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                found = answers.get(self.path)
                status, headers, body = (
                    (404, {}, b"") if found is None else found if isinstance(found, tuple) else ok(found)
                )
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def local(**limits: int) -> Fetcher:
    return Fetcher(Limits(**limits), allow_local=True)


def page(number: int, total: int, *items: dict[str, Any]) -> dict[str, Any]:
    return {"page_number": number, "total_pages": total, "contents": list(items)}


def service(number: int, **rest: object) -> dict[str, Any]:
    return {"id": f"s{number}", "name": f"Service {number}", "description": "Help.", **rest}


def names(address: str, fetcher: Fetcher | None = None) -> list[str]:
    return [each["name"] for each in read_feed(address, fetcher or local()).services]


def test_all_pages_of_a_feed_are_read_and_each_service_whole(serve: Serve) -> None:
    whole = service(1, schedules=[])
    address = serve(
        {
            "/api": {"version": "HSDS-UK-3.0", "profile": "x", "openapi_url": "y"},
            "/api/services": page(1, 2, service(1)),
            "/api/services?page=2": page(2, 2, service(2, contacts=[])),
            "/api/services/s1": whole,
        }
    )
    feed = read_feed(f"{address}/api", local())
    assert feed.services == (whole, service(2, contacts=[]))
    assert feed.remarks == ()


def test_a_host_of_plain_files_that_gives_one_page_for_all_is_not_read_for_ever(serve: Serve) -> None:
    same = page(1, 9, service(1, schedules=[]))
    answers = {"/services": same, **{f"/services?page={number}": same for number in range(2, 10)}}
    assert names(f"{serve(answers)}/services") == ["Service 1"]


def test_a_service_that_cannot_be_fetched_is_taken_as_the_list_has_it_and_said(serve: Serve) -> None:
    feed = read_feed(f"{serve({'/services': page(1, 1, service(1))})}/services", local())
    assert [each["name"] for each in feed.services] == ["Service 1"]
    assert feed.remarks == ("The service s1 could not be fetched; only what the list says of it is taken.",)


def test_the_first_version_is_read_by_its_own_names(serve: Serve) -> None:
    old = {
        "id": "1",
        "name": "Carers' group",
        "description": "<p>Tea and <b>talk</b>.</p>",
        "status": "active",
        "organization": {"id": "o", "name": "Carers' Trust"},
        "eligibilitys": [{"minimum_age": 18, "eligibility": "Carers"}],
        "costOptions": [{"amount": 2.5, "option": "A visit"}],
        "contacts": [{"phones": [{"number": "01632 960123"}]}],
        "service_taxonomys": [{"taxonomy": {"id": "esdServiceType:298", "name": "Carers groups"}}],
        "service_at_locations": [
            {
                "id": "at",
                "location": {
                    "name": "The Hall",
                    "physical_addresses": [{"address_1": "1 Hall Lane", "city": "Bath", "postal_code": "BA1 1AA"}],
                },
                "regular_schedules": [{"weekday": "Tuesday", "opens_at": "10:00", "closes_at": "12:00"}],
            }
        ],
    }
    answers = {"/services": {"totalPages": 1, "content": [{"id": "1", "name": "Carers' group"}]}, "/services/1": old}
    feed = read_feed(f"{serve(answers)}/services", local())
    terms = {"http://id.esd.org.uk/service/298": ("types", "carers")}
    _, proposal = ServiceReader(terms).proposals(feed.services)
    assert proposal.record == {
        "name": "Carers' group",
        "status": "active",
        "provider": "carers-trust",
        "summary": "Tea and talk.",
        "types": ["carers"],
        "minimum_age": 18,
        "eligibility": "Carers",
        "cost": {"free": "no", "amount": 2.5, "note": "A visit"},
        "contact": {"phone": "01632 960123"},
        "sessions": [
            {
                "id": "tuesday-1000",
                "venue": {
                    "name": "The Hall",
                    "address": {"address_1": "1 Hall Lane", "city": "Bath", "postal_code": "BA1 1AA"},
                },
                "schedule": {"repeats": "weekly", "days": ["Tuesday"], "time": "10:00-12:00"},
            }
        ],
    }


def test_tables_are_read_from_a_package(serve: Serve) -> None:
    answers = {
        "/p/datapackage.json": {"resources": [{"name": "service", "path": "services.csv"}]},
        "/p/services.csv": b'id,name,organization_id,description\r\n1,"Tea, and talk",o,Help.\r\n',
        "/p/organizations.csv": b"id,name\r\no,Trust\r\n",
    }
    [found] = read_feed(f"{serve(answers)}/p/datapackage.json", local()).services
    assert (found["name"], found["organization"]["name"]) == ("Tea, and talk", "Trust")


def test_our_own_data_are_read_record_by_record(serve: Serve) -> None:
    hub = {"type": "hub", "id": "mill", "publisher": "Trust", "contents": {"name": "Mill"}}
    answers = {
        "/data/v1/datapackage.json": {"name": "hub-atlas", "resources": []},
        "/data/v1/hubs.json": {"rows": [{"hub": "mill"}, {"hub": "gone"}]},
        "/data/v1/hubs/mill.json": hub,
    }
    feed = read_feed(f"{serve(answers)}/data/v1/datapackage.json", local())
    assert (feed.records, feed.publisher) == ((hub,), "Trust")
    assert feed.remarks == ("The hub gone could not be fetched.",)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "answers 404 (Not Found)"),
        ({"/services": (500, {}, b"")}, "answers 500 (Internal Server Error)"),
        ({"/services": b"<html>"}, "is not JSON"),
        ({"/services": b"[" * 100_000}, "is not JSON"),
        ({"/services": {"contents": "x"}}, "holds no services"),
        ({"/services": []}, "holds no services"),
        ({"/services": 7}, "holds no services"),
        ({"/services": (302, {"Location": "/services"}, b"")}, "leads on to other addresses without end"),
        ({"/services": (302, {"Location": "file:///etc/passwd"}, b"")}, "does not begin with https:// or http://"),
        ({"/services": (200, {}, b"x" * 3_000)}, "is larger than"),
    ],
)
def test_what_is_no_feed_is_explained(serve: Serve, answers: Mapping[str, Any], said: str) -> None:
    with pytest.raises(FeedError) as caught:
        read_feed(f"{serve(answers)}/services", local(bytes_a_page=200_000 if b"[" in str(answers).encode() else 2_000))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_this_computer_and_its_network_are_not_asked_unless_that_is_meant(serve: Serve) -> None:
    with pytest.raises(FeedError, match="private network; --allow-local lets it be read"):
        read_feed(serve({"/": page(1, 1, service(1))}), Fetcher())


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://user:secret@127.0.0.1/", "http://127.0.0.1:99999/", "https://"]
)
def test_odd_addresses_are_refused(address: str) -> None:
    with pytest.raises((FeedError, FetchError)):
        read_feed(address, local())


def test_pages_without_end_are_not_read_for_ever(serve: Serve) -> None:
    answers = {"/services": page(1, 10**9, service(0, schedules=[]))}
    answers |= {
        f"/services?page={number}": page(number, 10**9, service(number, schedules=[])) for number in range(2, 30)
    }
    with pytest.raises(FeedError, match="more than 20 pages"):
        read_feed(f"{serve(answers)}/services", local(pages=20))


def test_a_folder_of_answers_is_read_and_a_broken_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "index.html").write_text(json.dumps(page(1, 1, service(1))), "utf-8")
    (tmp_path / "services" / "s1").write_text(json.dumps(service(1, schedules=[])), "utf-8")
    (tmp_path / "services" / "s2").write_text("{", "utf-8")
    feed = read_feed(str(tmp_path), Fetcher())
    assert feed.services == (service(1, schedules=[]),)
    assert feed.remarks == ("s2 is not JSON.",)


def test_a_place_where_nothing_is_is_said(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="There is no file or folder"):
        read_feed(str(tmp_path / "nowhere"), Fetcher())
    with pytest.raises(FeedError, match="holds no services"):
        read_feed(str(tmp_path), Fetcher())


@pytest.mark.parametrize("rows", [[1], {"rows": None}, {"rows": [1, None, "x"]}, {"rows": {}}])
def test_a_table_of_ours_that_lists_nothing_is_no_feed(serve: Serve, rows: object) -> None:
    answers = {"/data/v1/datapackage.json": {"name": "hub-atlas"}, "/data/v1/hubs.json": rows}
    with pytest.raises(FeedError, match="holds no services"):
        read_feed(f"{serve(answers)}/data/v1/datapackage.json", local())


def test_a_service_that_is_broken_by_itself_does_not_hide_the_others(serve: Serve) -> None:
    answers = {"/services": page(1, 1, service(1), service(2, schedules=[])), "/services/s1": b"<html>"}
    feed = read_feed(f"{serve(answers)}/services", local())
    assert [found["id"] for found in feed.services] == ["s1", "s2"]
    assert feed.remarks == ("The service s1 could not be fetched; only what the list says of it is taken.",)


def test_a_cell_that_is_too_long_is_said(serve: Serve) -> None:
    answers = {"/datapackage.json": {"resources": []}, "/services.csv": b"id,name\n1," + b"a" * (LONGEST_CELL + 1)}
    with pytest.raises(FeedError, match="A table of the feed cannot be read: field larger"):
        read_feed(f"{serve(answers)}/datapackage.json", local())


def test_a_slow_feed_is_given_up_in_the_end() -> None:
    seconds = iter(range(0, 10_000, 100))
    fetcher = Fetcher(Limits(seconds_in_all=900), allow_local=True, clock=lambda: float(next(seconds)))
    said = []
    for _ in range(12):
        with pytest.raises(FetchError) as caught:
            fetcher.get("http://127.0.0.1:1/")
        said.append(str(caught.value))
    assert "cannot be reached" in said[0]
    assert said[-1] == "the feed takes longer than 15 minutes in all"
