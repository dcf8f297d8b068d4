"""The editor of records at /admin/, with a folder that only the browser sees in place of a repository."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from hubatlas.records import load
from hubatlas.records.formatting import formatted
from hubatlas.records.schemas import bundled
from tests.browser.conftest import axe_finds
from tests.conftest import ESTUARY, ROOT, NewPage

SCHEMA = ROOT / "schema"
HUB = "hubs/tern-hill.yaml"
SERVICE = "services/start-a-business.yaml"
SEEDED = (HUB, "hubs/fenmarket.yaml", SERVICE, "organisations/wickhaven-harbour-association.yaml")

ADDED = """\
  - id: tuesdays
    hub: fenmarket
    schedule:
      repeats: weekly
      days: [Tuesday]
      time: 10:00-12:00
"""

COMMENTS = (
    ("address:\n", "\n# Seen on a visit.\naddress:\n"),
    ("postal_code: ES4 8TP\n", "postal_code: ES4 8TP  # from the sign\n"),
)

OF_THE_PROGRAM = ("landmark-one-main", "region")
"""What axe says of Sveltia CMS's own first page, and calls moderate."""

PICK_THE_PRIVATE_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
WRITE = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", {create: true});
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
    const writable = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await writable.write(text);
    await writable.close();
  }
}"""
READ = """async (path) => {
  const parts = path.split("/");
  const name = parts.pop();
  let folder = await navigator.storage.getDirectory();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  const file = await (await folder.getFileHandle(name)).getFile();
  return file.text().catch(() => "being written");
}"""


def source(name: str) -> str:
    """A record of the network; one of them has comments."""
    text = (ESTUARY / name).read_text(encoding="utf-8")
    for line, commented in COMMENTS if name == HUB else ():
        text = text.replace(line, commented)
    return text


def open_editor(page: Page, home: str) -> None:
    """Go to the editor and let it work with the browser's own folder, which holds some of the records."""
    page.add_init_script(PICK_THE_PRIVATE_FOLDER)
    page.goto(f"{home}robots.txt")
    page.evaluate(WRITE, {f"content/{name}": source(name) for name in SEEDED})
    page.goto(f"{home}admin/")
    page.get_by_role("button", name="Work with Local Repository").click()
    expect(page.get_by_role("row").filter(has_text="Tern Hill Hub")).to_be_visible()


def open_record(page: Page, kind: str, file: str, *, name: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/{kind}/entries/{Path(file).stem}")
    expect(page.locator('section[data-key-path="name"]').get_by_role("textbox")).to_have_value(name)


def field(page: Page, path: str) -> Locator:
    """A field, scrolled to: the editor draws one only once it is near."""
    found = page.locator(f'section[data-key-path="{path}"]')
    parts = path.split(".")
    above = [page.locator(f'section[data-key-path="{".".join(parts[:length])}"]') for length in range(1, len(parts))]
    page.mouse.move(600, 500)
    reached = 0
    for _ in range(200):
        if found.count():
            break
        near = [each for each in above if each.count()]
        if len(near) > reached:
            near[-1].evaluate("section => section.scrollIntoView({block: 'start'})")
            reached = len(near)
        else:
            page.mouse.wheel(0, 250)
        page.wait_for_timeout(40)
    found.scroll_into_view_if_needed()
    return found


def save(page: Page, file: str, *, until: str) -> str:
    """Save, and the file as it then is."""
    page.get_by_role("button", name="Save", exact=True).click()
    text = ""
    for _ in range(100):
        text = page.evaluate(READ, f"content/{file}")
        if until in text:
            break
        page.wait_for_timeout(50)
    assert until in text
    return text


def test_a_postcode_is_mended_and_a_tuesday_session_added(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    open_editor(page, site_server(estuary_site))
    expect(page.get_by_text("Referral pathways")).to_be_visible()

    open_record(page, "hub", HUB, name="Tern Hill Hub")
    postcode = field(page, "address.postal_code")
    postcode.get_by_role("textbox").fill("ES4 8T")
    page.get_by_role("button", name="Save", exact=True).click()
    words = "Postcode is not a full UK postcode; write it as, for example, B1 1BB"
    expect(postcode.get_by_role("alert")).to_contain_text(words)
    assert page.evaluate(READ, f"content/{HUB}") == source(HUB)
    postcode.get_by_role("textbox").fill("ES4 8TQ")
    hub = save(page, HUB, until="ES4 8TQ")
    assert hub == source(HUB).replace("ES4 8TP", "ES4 8TQ")

    open_record(page, "service", SERVICE, name="Working for yourself")
    field(page, "sessions").get_by_role("button", name=re.compile("Add .*session")).click()
    field(page, "sessions.1.id").get_by_role("textbox").fill("tuesdays")
    field(page, "sessions.1.hub").get_by_role("combobox").click()
    page.get_by_role("option", name="Fenmarket Hub").click()
    repeats = field(page, "sessions.1.schedule.repeats")
    repeats.get_by_role("radio", name="Weekly").click()
    field(page, "sessions.1.schedule.days").get_by_role("checkbox", name="Tuesday").click()
    field(page, "sessions.1.schedule.time").get_by_role("textbox").fill("10:00-12:00")
    service = save(page, SERVICE, until="10:00-12:00")
    assert service == source(SERVICE).replace("provenance:", f"{ADDED}provenance:")

    network = tmp_path / "content"
    shutil.copytree(ESTUARY, network)
    for name, text, kind in ((HUB, hub, "hub"), (SERVICE, service, "service")):
        assert formatted(text.encode(), bundled(SCHEMA, kind)) == text.encode()
        (network / name).write_text(text, encoding="utf-8")
    directory = load(network, SCHEMA)
    assert [each.id for each in directory.service("start-a-business").sessions] == ["fenmarket", "tuesdays"]


def test_the_editor_asks_nobody_else_and_reads_well(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(locale="cy", viewport={"width": 390, "height": 800})  # also in a language that it does not speak
    page.goto(f"{site_server(estuary_site)}admin/")
    expect(page.get_by_role("button", name=re.compile("Sign In with .*GitLab"))).to_be_visible()
    page.add_style_tag(content="* { transition: none !important; animation: none !important; }")  # to see it settled
    assert [found for found in axe_finds(page) if not found.startswith(OF_THE_PROGRAM)] == []


def test_without_scripts_the_editor_leads_to_the_form(
    estuary_site: Path, site_server: Callable[[Path], str], new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_server(estuary_site)}admin/")
    page.get_by_role("link", name="suggest a change").click()
    expect(page.get_by_role("heading", level=1, name="Suggest a change")).to_be_visible()
