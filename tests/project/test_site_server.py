"""The site is served on this computer as a static host would serve it."""

import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from pathlib import Path

import pytest

from site_server import SiteServer, first_free

Ask = Callable[[str], tuple[int, Message, str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "hubs").mkdir()
    (folder / "index.html").write_text("<p>Home", encoding="utf-8")
    (folder / "404.html").write_text("<p>No such page", encoding="utf-8")
    (folder / "hubs" / "index.html").write_text("<p>Hubs", encoding="utf-8")
    for name in ("main.js", "main.css", "hubs.csv", "hubs.geojson", "index.json"):
        (folder / name).write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ask(site: Path, site_server: Callable[[Path], str]) -> Ask:
    home = site_server(site)

    def answer(path: str) -> tuple[int, Message, str]:
        try:
            with urllib.request.urlopen(home + path, timeout=10) as response:
                return response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()

    return answer


def test_a_folder_answers_with_its_page(ask: Ask) -> None:
    assert ask("")[::2] == (200, "<p>Home")
    assert ask("hubs/")[::2] == (200, "<p>Hubs")


def test_an_unknown_address_gets_the_sites_own_page(ask: Ask) -> None:
    status, headers, body = ask("hubs/nowhere/")
    assert (status, body) == (404, "<p>No such page")
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("main.js", "text/javascript; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("hubs.csv", "text/csv; charset=utf-8"),
        ("hubs.geojson", "application/geo+json"),
        ("index.json", "application/json"),
    ],
)
def test_files_come_with_their_type(ask: Ask, name: str, media_type: str) -> None:
    assert ask(name)[1]["Content-Type"] == media_type


def test_a_browser_asks_again_for_a_page_that_may_have_been_rebuilt(ask: Ask) -> None:
    assert ask("")[1]["Cache-Control"] == "no-cache"


def test_nothing_outside_the_folder_is_served(ask: Ask, site: Path) -> None:
    (site.parent / "private.txt").write_text("private", encoding="utf-8")
    assert ask("../private.txt")[0] == 404
    assert ask("%2e%2e/private.txt")[0] == 404


def test_only_this_computer_can_reach_the_server(site: Path) -> None:
    with SiteServer(site) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_a_taken_port_gives_way_to_the_next_free_one(site: Path) -> None:
    with SiteServer(site) as first, first_free(site, first.server_port) as second:
        assert second.server_port > first.server_port
        threading.Thread(target=second.serve_forever, daemon=True).start()
        with urllib.request.urlopen(second.address, timeout=10) as response:
            assert response.status == 200
        second.shutdown()


@pytest.mark.parametrize(
    ("part", "told", "body"),
    [
        ("bytes=3-6", "bytes 3-6/7", "Home"),
        ("bytes=3-", "bytes 3-6/7", "Home"),
        ("bytes=0-16383", "bytes 0-6/7", "<p>Home"),
        ("lines=1-2", None, "<p>Home"),
    ],
)
def test_part_of_a_file_can_be_asked_for(
    site: Path, site_server: Callable[[Path], str], part: str, told: str | None, body: str
) -> None:
    request = urllib.request.Request(site_server(site) + "index.html", headers={"Range": part})
    with urllib.request.urlopen(request, timeout=10) as response:
        assert (response.status, response.headers["Content-Range"]) == (206 if told else 200, told)
        assert response.read().decode() == body


def test_a_part_that_a_file_does_not_have_is_refused(site: Path, site_server: Callable[[Path], str]) -> None:
    request = urllib.request.Request(site_server(site) + "index.html", headers={"Range": "bytes=7-9"})
    with pytest.raises(urllib.error.HTTPError, match="416"):
        urllib.request.urlopen(request, timeout=10)
