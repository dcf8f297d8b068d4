"""The Open Referral UK feed is served as an API by the hosts that docs/hosting.md tells of."""

import json
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

import chromium
from site_server import SiteServer

ROOT = Path(__file__).resolve().parents[2]
COLLECTIONS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
SETTINGS = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    access_log off;
    types {{ text/html html; application/json json; text/csv csv; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {server}
}}
"""


@pytest.fixture(scope="module")
def nginx() -> str:
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    if found is None and chromium.can_use_apt():
        chromium.install_with_apt("nginx-light")
        found = shutil.which("nginx", path="/usr/sbin")
    if found is None:
        pytest.fail("The documented settings are tried with nginx. Put it right with: sudo apt-get install nginx-light")
    return found


@pytest.fixture(scope="module")
def by_nginx(nginx: str, estuary_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    documented = re.search(r"```nginx\n(.*?)```", (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8"), re.DOTALL)
    assert documented
    server = documented[1].replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/srv/hub-atlas", str(estuary_site))
    user = "user root;" if chromium.can_use_apt() else ""
    (folder / "nginx.conf").write_text(user + SETTINGS.format(folder=folder, server=server), encoding="utf-8")
    command = [nginx, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx ended"
        try:
            urlopen(f"{address}/", timeout=5).close()
        except URLError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")


@pytest.fixture(scope="module")
def by_ourselves(estuary_site: Path) -> Iterator[str]:
    server = SiteServer(estuary_site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address.rstrip("/")
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("host", ["by_nginx", "by_ourselves"])
def test_the_feed_answers_at_paths_without_an_ending_as_json_that_other_sites_may_read(
    host: str, request: pytest.FixtureRequest
) -> None:
    root = f"{request.getfixturevalue(host)}/oruk/3.0"
    assert asked(f"{root}/")["version"] == "HSDS-UK-3.0"
    for collection in COLLECTIONS:
        page = asked(f"{root}/{collection}?page=1")
        first = page["contents"][0]["id"]
        assert asked(f"{root}/{collection}/{first}")["id"] == first
    assert asked(f"{root}/openapi.json")["openapi"].startswith("3.1")


def test_nginx_shows_the_site_and_its_own_page_for_what_is_not_there(by_nginx: str) -> None:
    with urlopen(f"{by_nginx}/hubs/", timeout=10) as answer:
        assert answer.headers.get_content_type() == "text/html"
    with urlopen(f"{by_nginx}/data/v1/hubs.csv", timeout=10) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    with pytest.raises(URLError, match="404"):
        urlopen(f"{by_nginx}/oruk/3.0/services/none", timeout=10)


def test_hosts_that_read_a_file_of_headers_are_told_the_same(estuary_site: Path) -> None:
    rules = (estuary_site / "_headers").read_text(encoding="utf-8")
    [feed] = re.findall(r"^/oruk/3.0/\*\n((?:  .*\n)+)", rules, re.MULTILINE)
    assert feed.split("\n")[:2] == ["  Access-Control-Allow-Origin: *", "  Content-Type: application/json"]
    assert "/kiosk/service-worker.js\n  Cache-Control: no-cache\n" in rules


def asked(address: str) -> dict[str, Any]:
    with urlopen(address, timeout=10) as answer:
        assert answer.status == 200
        assert answer.headers.get_content_type() == "application/json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        found: dict[str, Any] = json.load(answer)
        return found
