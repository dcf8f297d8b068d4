"""What tests of the built site share: sites built once, a server for them, and a browser that watches for trouble.

content_site, estuary_site   the folder of a built site
built_site                   both, one after the other
morfa_site                   that of the network in three languages
site_server                  serves a folder and returns its address, "http://127.0.0.1:43210/"
page                         a browser page; the test fails on an error in its console or a request to elsewhere
new_page                     makes such pages with options of their own: new_page(java_script_enabled=False)
"""

import fcntl
import hashlib
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

import chromium
import setup
from site_server import SiteServer

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
ESTUARY = ROOT / "tests" / "networks" / "estuary"
MORFA = ROOT / "tests" / "networks" / "morfa"
TODAY = "2026-12-01"
BUILT = ROOT / ".cache" / "tests"
SITES_KEPT = 4
SOURCES = ("plugins", "schema", "theme", "scripts/build.py", "pelicanconf.py", "requirements.txt", "package-lock.json")

setup.use_node()  # also where pytest is started by itself

hypothesis.settings.register_profile(
    "project",
    deadline=None,  # a busy computer is not a fault
    derandomize=True,  # the same commit gives the same result
)
hypothesis.settings.load_profile("project")
set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")


def built(content: Path) -> Path:
    """Return the site that `content` makes, built by the real command unless the same sources were built before."""
    BUILT.mkdir(parents=True, exist_ok=True)
    with (BUILT / f"{content.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = BUILT / f"{content.name}-{_source_hash(content)}"
        if not site.is_dir():
            _build(content, site)
            _forget_old_sites(content.name)
    return site


def _build(content: Path, site: Path) -> None:
    script = ROOT / "scripts" / "build.py"
    command = [sys.executable, str(script), "--content", str(content), "--output", str(site), "--today", TODAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode != 0:
        pytest.fail(f"{content} could not be built:\n{done.stdout}{done.stderr}", pytrace=False)


def _source_hash(content: Path) -> str:
    digest = hashlib.sha256(TODAY.encode())
    for source in (content, *(ROOT / name for name in SOURCES)):
        files = [source] if source.is_file() else source.rglob("*")
        for file in sorted(path for path in files if path.is_file() and "__pycache__" not in path.parts):
            digest.update(f"{file}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _forget_old_sites(name: str) -> None:
    sites = sorted(
        (path for path in BUILT.glob(f"{name}-*") if path.is_dir()),
        key=lambda path: path.stat().st_mtime,
    )
    for old in sites[:-SITES_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


@pytest.fixture(scope="session")
def content_site() -> Path:
    """The site made from content/."""
    return built(CONTENT)


@pytest.fixture(scope="session")
def estuary_site() -> Path:
    """The site of the demonstration network."""
    return built(ESTUARY)


@pytest.fixture(scope="session")
def morfa_site() -> Path:
    """The site of the demonstration network in English, Welsh and Polish."""
    return built(MORFA)


@pytest.fixture(scope="session", params=[CONTENT, ESTUARY], ids=["content", "estuary"])
def built_site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites."""
    return built(request.param)


@pytest.fixture(scope="session")
def site_server() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on a free loopback port until the tests end, and returns the address of its home page."""
    servers: dict[Path, SiteServer] = {}

    def serve(folder: Path) -> str:
        if folder not in servers:
            servers[folder] = SiteServer(folder)
            threading.Thread(target=servers[folder].serve_forever, daemon=True).start()
        return servers[folder].address

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the one that set-up found or that $CHROME names."""
    with sync_playwright() as playwright:
        headless = playwright.chromium.launch(executable_path=setup.browser(), args=chromium.ARGUMENTS)
        yield headless
        headless.close()


class NewPage(Protocol):
    """Makes a watched page; `expected` are parts of console messages that are right here, the rest Playwright's."""

    def __call__(self, *, expected: tuple[str, ...] = (), **options: Any) -> Page: ...  # noqa: ANN401 - Playwright's


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Makes watched pages, each in a profile of its own; closes them and reports their troubles after the test."""
    contexts = []
    troubles: list[str] = []

    def make(*, expected: tuple[str, ...] = (), **options: Any) -> Page:  # noqa: ANN401 - as NewPage
        context = browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/London", **options})
        contexts.append(context)
        context.route("**/*", lambda route, request: _only_loopback(route, request, troubles))
        page = context.new_page()
        page.on("console", lambda message: _note_console(message, expected, troubles))
        page.on("pageerror", lambda error: troubles.append(f"uncaught: {error}"))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not troubles, "The page was in trouble:\n" + "\n".join(troubles)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A watched page of usual size."""
    return new_page()


def _only_loopback(route: Route, request: Request, troubles: list[str]) -> None:
    address = urlsplit(request.url)
    if address.scheme in {"data", "blob"} or address.hostname == "127.0.0.1":
        route.continue_()
        return
    troubles.append(f"asked for {request.url}")
    route.abort()


def _note_console(message: ConsoleMessage, expected: tuple[str, ...], troubles: list[str]) -> None:
    trouble = message.type == "error" or "Content Security Policy" in message.text
    if trouble and not any(part in message.text for part in expected):
        troubles.append(f"console: {message.text} ({message.location.get('url', '')})")
