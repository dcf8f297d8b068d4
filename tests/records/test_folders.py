"""What is said of files that cannot be records, and that nothing outside the content folder is ever read."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hubatlas.records import InvalidRecordsError, check, load
from hubatlas.records.folders import find, read_bytes
from tests.records.riverside_network import RIVERSIDE, SCHEMA, copied, said_of

Spoil = Callable[[Path], object]


def file(name: str, text: str = "name: One\n") -> Spoil:
    """What puts a file of that name below the content folder."""

    def put(content: Path) -> None:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")

    return put


def link(name: str, target: str) -> Spoil:
    """What puts a symbolic link below the content folder."""
    return lambda content: (content / name).symlink_to(target)


LINK = "a link cannot be a record; put the file itself here"
NAME = "a file name is lower-case letters, digits and single hyphens, since it becomes a web address"

ODD: list[tuple[Spoil, str]] = [
    (link("hubs/secret.yaml", "/etc/passwd"), f"content/hubs/secret.yaml:1:1: {LINK}"),
    (link("hubs/again.yaml", "old-mill.yaml"), f"content/hubs/again.yaml:1:1: {LINK}"),
    (link("hubs/loop.yaml", "loop.yaml"), f"content/hubs/loop.yaml:1:1: {LINK}"),
    (link("more", "hubs"), f"content/more:1:1: {LINK}"),
    (link("pages/environ.md", "/proc/self/environ"), f"content/pages/environ.md:1:1: {LINK}"),
    (link("hubs/README.md", "/etc/passwd"), f"content/hubs/README.md:1:1: {LINK}"),
    (lambda content: os.mkfifo(content / "hubs" / "pipe.yaml"), "content/hubs/pipe.yaml:1:1: this is not a file; delete it"),
    (file("hubs/mill.yml"), "content/hubs/mill.yml:1:1: a file here ends in .yaml; rename it to mill.yaml, or move it elsewhere"),
    (file("hubs/mill.yaml.txt"), "content/hubs/mill.yaml.txt:1:1: a file here ends in .yaml; rename it to mill-yaml.yaml, or move it elsewhere"),
    (file("hubs/photo.svg"), "content/hubs/photo.svg:1:1: a file here ends in .yaml; rename it to photo.yaml, or move it elsewhere"),
    (file("hubs/.mill.yaml.swp"), "content/hubs/.mill.yaml.swp:1:1: a hidden file cannot be a record; delete it, or rename it without the dot"),
    (file("hubs/North/mill.yaml"), "content/hubs/North:1:1: records do not lie in a folder within this folder; move them one folder up"),
    (file("hubs/Old-Mill.yaml"), f"content/hubs/Old-Mill.yaml:1:1: {NAME}; rename it to old-mill.yaml"),
    (file("hubs/old_mill two.yaml"), f"content/hubs/old_mill two.yaml:1:1: {NAME}; rename it to old-mill-two.yaml"),
    (file("hubs/café.yaml"), f"content/hubs/café.yaml:1:1: {NAME}; rename it to cafe.yaml"),
    (file("hubs/a\nb.yaml"), f"content/hubs/a\\nb.yaml:1:1: {NAME}; rename it to a-b.yaml"),
    (file("hubs/%2e%2e.yaml"), f"content/hubs/%2e%2e.yaml:1:1: {NAME}; rename it to 2e-2e.yaml"),
    (file(f"hubs/{'a' * 61}.yaml"), f"content/hubs/{'a' * 61}.yaml:1:1: the file name is longer than 60 characters; shorten it, since it becomes a web address"),
    (file("hubs/con.yaml"), 'content/hubs/con.yaml:1:1: Windows cannot open a file named "con"; rename it, for example to con-hub.yaml'),
    (file("hub/mill.yaml"), 'content/hub:1:1: there is no kind of record for a folder named "hub"; did you mean hubs?'),
    (
        file("pictures/mill.yaml"),
        'content/pictures:1:1: there is no kind of record for a folder named "pictures"; the folders are vocabularies, places, organisations, hubs, services, bodies, programmes, pathways, indicators, stories, neighbours, pages, postcodes',
    ),
    (file("synonym.yaml"), 'content/synonym.yaml:1:1: "synonym.yaml" is not a file that this folder has; did you mean synonyms.yaml?'),
    (file("index.html"), 'content/index.html:1:1: "index.html" is not a file that this folder has; move it into the folder of its kind'),
    (file("pages/about.html"), "content/pages/about.html:1:1: a file here ends in .md; rename it to about.md, or move it elsewhere"),
    (file("pages/hubs.md"), "content/pages/hubs.md:1:1: the site has another page at /hubs/; rename it, for example to about-hubs.md"),
    (file("pages/hubs.cy.md"), "content/pages/hubs.cy.md:1:1: the site has another page at /hubs/; rename it, for example to about-hubs.cy.md"),
    (file("pages/about.pl.md"), 'content/pages/about.pl.md:1:1: the site is not published in the language "pl"; add it in network.yaml under site: languages, or take it out of the file name'),
    (file("pages/more.md", "Zero\u200bwidth\n"), "content/pages/more.md:1:5: U+200B (zero width space) is not allowed in a record; delete it; it may be invisible"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), ODD, ids=[ascii(case[1][:40]) for case in ODD])
def test_author_reads_why_a_file_cannot_be_a_record(tmp_path: Path, spoil: Spoil, said: str) -> None:
    content = copied(tmp_path)

    spoil(content)

    assert said_of(content) == [said]


def test_a_linked_folder_is_refused_and_nothing_in_it_is_read(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "hubs").rename(tmp_path / "elsewhere")
    (content / "hubs").symlink_to(tmp_path / "elsewhere")

    assert said_of(content)[0] == f"content/hubs:1:1: {LINK}"
    assert not [file for file in find(content).files if file.kind.name == "hub"]


def test_a_file_that_turns_into_a_link_after_it_was_found_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")

    with pytest.raises(OSError, match="symbolic links"):
        read_bytes(tmp_path / "link", 100)


def test_a_readme_and_what_systems_put_there_are_fine_anywhere(tmp_path: Path) -> None:
    content = copied(tmp_path)
    for folder in (content, content / "hubs", content / "pages"):
        (folder / "README.md").write_text("About this folder\n", encoding="utf-8")
        for name in (".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"):
            (folder / name).write_bytes(b"\x00\x00\x00\x01Bud1")

    assert said_of(content) == []


def test_a_network_of_nothing_but_its_network_file_is_fine(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    network = (RIVERSIDE / "network.yaml").read_text(encoding="utf-8")
    (content / "network.yaml").write_text(network.replace("publisher: riverside-trust\n", ""), encoding="utf-8")

    directory = load(content, SCHEMA)

    assert (directory.hubs, directory.services, directory.prose) == ((), (), {})


def test_a_folder_without_a_network_file_is_told_so(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "network.yaml").unlink()

    assert said_of(content) == [
        "content/network.yaml:1:1: there is no such file; every network says its name and rules there"
    ]


def test_a_folder_that_does_not_exist_is_told_so(tmp_path: Path) -> None:
    assert said_of(tmp_path / "content") == [
        f"{tmp_path}/content:1:1: there is no such folder; name the folder of a network's records"
    ]


def test_problems_are_shown_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = copied(tmp_path)
    (content / "hubs" / "old-mill.yaml").write_text("name: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    for given in (Path("content"), content):
        with pytest.raises(InvalidRecordsError) as caught:
            load(given, SCHEMA)
        assert str(caught.value).startswith("content/hubs/old-mill.yaml:1:1: ")


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "hubs" / "old-mill.yaml").write_bytes(b"x" * 70_000)

    assert str(check(content, SCHEMA)[0]).endswith(
        "old-mill.yaml:1:1: the file is larger than 64 KiB; shorten its text"
    )
