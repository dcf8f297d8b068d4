"""What the weekly report tells: facts that are due, dates that run out, dead links, weak packages."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from hubatlas.imports.feeds.fetching import Fetcher
from hubatlas.model import Contact, Provenance, WebLink
from hubatlas_site.health.links import DeadLink, addresses, dead_links
from hubatlas_site.health.packages import Package, UnansweredError, Weakness, locked, weaknesses
from hubatlas_site.health.report import MOST_LETTERS, report
from tests.builders import a_directory, a_hub, a_schedule, a_service, a_session, an_organisation

PROJECT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 1)


@contextmanager
def a_server(statuses: dict[str, int], answer: bytes = b"") -> Iterator[str]:
    """A server on this computer that answers each path so, and notes what it is asked in `statuses` as -1."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(statuses.get(self.path, 404))
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def confirmed(on: date | None) -> tuple[Provenance, ...]:
    return (Provenance(facts=("identity", "hours"), source="A call", confirmed_on=on, confirmed_by="Manager"),)


def test_facts_that_are_due_are_counted_by_those_who_run_things() -> None:
    trust = an_organisation("Riverside Trust", slug="trust", provenance=confirmed(date(2026, 11, 30)))
    late = a_hub("Late", slug="late", operator="trust", provenance=confirmed(date(2020, 1, 1)))
    never = a_hub("Never", slug="never", operator="trust", provenance=confirmed(None))

    text = report(a_directory(late, never, trust), TODAY)

    assert "- `Riverside Trust`: 1 overdue, 1 never confirmed\n- Which they are: `" in text
    assert "`@x`" in report(a_directory(late, an_organisation("@x", slug="trust")), TODAY)


def test_dates_that_run_out_are_told_before_they_do() -> None:
    gone = a_session(schedule=a_schedule(valid_to=date(2026, 6, 30)))
    service = a_service("Summer walks", slug="walks", sessions=(gone,))
    told = report(a_directory(service), TODAY)

    assert "- All sessions of `Summer walks` are over (`services/walks.yaml`): give new dates" in told
    assert "Bank holidays are known until" not in told
    assert "- Bank holidays are known until " in report(a_directory(), date(2030, 1, 1))


def test_links_that_lead_nowhere_are_told_with_the_records_that_hold_them() -> None:
    with a_server({"/here": 200, "/robots": 403}) as site:
        hub = a_hub(slug="mill", contact=Contact(website=f"{site}/here#top"))
        links = (WebLink(title="Old", url=f"{site}/gone"), WebLink(title="Shy", url=f"{site}/robots"))
        directory = a_directory(hub, a_hub(slug="weir", links=links))
        pauses: list[float] = []

        known = {address: files for address, files in addresses(directory).items() if address.startswith(site)}
        dead = dead_links(known, Fetcher(allow_local=True), pauses.append)

    assert list(known) == [f"{site}/gone", f"{site}/here", f"{site}/robots"]
    assert [(each.address, each.records) for each in dead] == [(f"{site}/gone", ("hubs/weir.yaml",))]
    assert len(pauses) == len(known) + 1
    text = report(directory, TODAY, links=dead)
    assert f"- `{site}/gone` in `hubs/weir.yaml`: `{site}/gone answers 404 (Not Found)`" in text


def test_links_into_a_private_network_are_never_opened() -> None:
    with a_server({"/": 200}) as site:
        (dead,) = dead_links({f"{site}/": ("hubs/mill.yaml",)}, Fetcher(), lambda _: None)

    assert "private network" in dead.reason


def test_packages_that_something_is_known_against_are_told() -> None:
    packages = locked(PROJECT)
    assert "jinja2" in {each.name for each in packages if each.ecosystem == "PyPI"}
    assert {"govuk-frontend", "axe-core"} <= {each.name for each in packages if each.ecosystem == "npm"}
    results: list[dict[str, object]] = [{} for _ in packages]
    results[3] = {"vulns": [{"id": "GHSA-x"}, {"id": "CVE-1"}]}

    with a_server({"/": 200}, json.dumps({"results": results}).encode()) as site:
        found = weaknesses(packages, f"{site}/")

    assert found == (Weakness(packages[3], ("CVE-1", "GHSA-x")),)
    assert f"`{packages[3].name}` {packages[3].version}: `CVE-1`, `GHSA-x`. " in report(
        a_directory(), TODAY, packages=found
    )


@pytest.mark.parametrize(("status", "answer"), [(500, b""), (200, b"{}"), (200, b"<html>")])
def test_database_that_does_not_answer_is_said(status: int, answer: bytes) -> None:
    with a_server({"/": status}, answer) as site, pytest.raises(UnansweredError, match="does not answer"):
        weaknesses((Package("PyPI", "x", "1"),), f"{site}/")


def test_report_is_written_though_the_database_does_not_answer() -> None:
    text = report(a_directory(), TODAY, packages="https://osv.example.org does not answer")

    assert text.endswith("## Packages\n\nNot known this time: https://osv.example.org does not answer.\n")


def test_report_fits_into_an_issue() -> None:
    links = [DeadLink(address="https://example.org/" + "x" * 480, reason="y" * 480, records=("a", "b"))] * 99

    text = report(a_directory(), TODAY, links=links)

    assert len(text) < MOST_LETTERS + 100
    assert text.endswith("There is more than an issue can hold; begin with these.\n")
