"""Finds the record files of a content folder, and refuses everything that is not plainly one."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from unicodedata import combining, normalize

from hubatlas import urls
from hubatlas.frozen import dataclass
from hubatlas.records.kinds import BOUNDARIES, KINDS, POSTCODES, PROSE, Kind
from hubatlas.records.problems import Problem, quoted

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST_SLUG = 60
_IN_LANGUAGE = re.compile(r"\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*(?=\.md$)", re.ASCII)
"""In the name of a page of prose, the language that it is in: about.cy.md is about.md in Welsh."""

# The first part of every address that is not a page of prose.
_TAKEN = frozenset(
    address.split("/")[1].partition(".")[0]
    for address in (
        *(urls.HUBS, urls.SERVICES, urls.ORGANISATIONS, urls.SEARCH, urls.DATA, urls.NOT_FOUND, urls.BUILD),
        *(
            urls.NEIGHBOURS,
            urls.NEEDS,
            urls.WHATS_ON,
            urls.PLACES,
            urls.SPACES,
            urls.REFERRALS,
            urls.NETWORK,
            urls.SUGGEST,
        ),
        *(urls.schema("hub"), urls.asset("main.css")),
    )
)
_IGNORED = frozenset(("README.md", ".gitkeep", ".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini"))
"""What may lie beside records: words for people, and what Git, macOS and Windows put there by themselves."""
# Windows opens a device instead of a file of these names, whatever the ending.
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that ought to hold a record or a page of prose. `shown` is its path as problems name it."""

    kind: Kind
    slug: str
    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The record files of a content folder, sorted, what is wrong with its other entries, outlines and postcodes."""

    files: tuple[RecordFile, ...]
    problems: tuple[Problem, ...]
    boundaries: RecordFile | None = None
    postcodes: tuple[RecordFile, ...] = ()


def shown_path(path: Path) -> str:
    """A path as problems show it: from the current folder where it lies inside that."""
    if path.is_absolute():
        with suppress(ValueError):
            path = path.relative_to(Path.cwd())
    return path.as_posix()


def find(content: Path) -> Tree:
    """Every record file below the content folder, by kind and name."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    if not content.is_dir():
        missing = Problem(
            shown_path(content), 1, 1, "there is no such folder", "name the folder of a network's records"
        )
        return Tree((), (missing,))
    for found in _walk(content):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(found)
    boundaries = next((file for file in files if file.kind is BOUNDARIES), None)
    order = {kind: position for position, kind in enumerate(KINDS)}
    postcodes = tuple(file for file in files if file.kind is POSTCODES)
    records = [file for file in files if file.kind in order]
    records.sort(key=lambda file: (order[file.kind], file.slug))
    return Tree(tuple(records), tuple(sorted(problems)), boundaries, postcodes)


def not_there(content: Path, files: Iterable[Path]) -> tuple[str, ...]:
    """A sentence for each file that somebody names and that is no file of the content folder."""
    return tuple(told for path in files if (told := _why_not_there(content, path)))


def _why_not_there(content: Path, path: Path) -> str:
    shown = shown_path(path)
    if not path.is_file():
        return f"{shown}: there is no such file"
    if path.resolve().is_relative_to(content.resolve()):
        return ""
    network = next((folder for folder in path.parents if (folder / "network.yaml").is_file()), None)
    hint = f"; say NETWORK={shown_path(network)}" if network else ""
    return f"{shown}: this is not a file of {shown_path(content)}{hint}"


def read_bytes(path: Path, most: int) -> bytes:
    """Up to `most` + 1 bytes of a plain file; raises OSError for a link or anything else that is not one."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    with open(os.open(path, flags), "rb", buffering=0) as file:  # noqa: PTH123 - a descriptor, opened with flags
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"{path} is not a file")
        parts = []
        left = most + 1
        while left and (part := file.read(left)):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)


def _walk(content: Path) -> Iterator[RecordFile | Problem]:
    single = {f"{kind.name}{kind.ending}": kind for kind in (*KINDS, BOUNDARIES) if kind.folder is None}
    folders = {kind.folder: kind for kind in (*KINDS, POSTCODES) if kind.folder is not None}
    for entry in _entries(content):
        path = content / entry.name
        shown = shown_path(path)
        if entry.is_symlink():
            yield _link(shown)
        elif entry.is_dir(follow_symlinks=False):
            if entry.name in folders:
                yield from _records(path, folders[entry.name])
            else:
                yield _unknown_folder(shown, entry.name, folders)
        elif not entry.is_file(follow_symlinks=False):
            yield _not_a_file(shown)
        elif entry.name in single:
            yield RecordFile(single[entry.name], single[entry.name].name, path, shown)
        elif entry.name not in _IGNORED:
            yield _unknown_file(shown, entry.name, single)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _records(folder: Path, kind: Kind) -> Iterator[RecordFile | Problem]:
    shown_folder = shown_path(folder)
    for entry in _entries(folder):
        path = folder / entry.name
        shown = f"{shown_folder}/{entry.name}"
        name = _IN_LANGUAGE.sub("", entry.name) if kind is PROSE else entry.name
        problem = _entry_problem(entry, name, shown, kind.ending)
        if problem is not None:
            yield problem
        elif entry.name not in _IGNORED:
            slug, page = (each.removesuffix(kind.ending) for each in (entry.name, name))
            if kind is PROSE and page in _TAKEN:
                message = f"the site has another page at {urls.prose(page)}"
                yield Problem(shown, 1, 1, message, f"rename it, for example to about-{slug}{kind.ending}")
            else:
                yield RecordFile(kind, slug, path, shown)


def _entry_problem(entry: os.DirEntry[str], name: str, shown: str, ending: str) -> Problem | None:
    """What is wrong with a file of a folder of records, if anything; `name` is its own, without a language in it."""
    if entry.is_symlink():
        return _link(shown)
    if entry.is_dir(follow_symlinks=False):
        return Problem(shown, 1, 1, "records do not lie in a folder within this folder", "move them one folder up")
    if not entry.is_file(follow_symlinks=False):
        return _not_a_file(shown)
    return None if entry.name in _IGNORED else _name_problem(name, shown, ending)


def _name_problem(name: str, shown: str, ending: str) -> Problem | None:
    if name.startswith("."):
        return Problem(shown, 1, 1, "a hidden file cannot be a record", "delete it, or rename it without the dot")
    stem, dot, last = name.rpartition(".")
    if dot + last != ending:
        hint = f"rename it to {slug_like(stem or name)}{ending}, or move it elsewhere"
        return Problem(shown, 1, 1, f"a file here ends in {ending}", hint)
    if not SLUG.fullmatch(stem):
        message = "a file name is lower-case letters, digits and single hyphens, since it becomes a web address"
        return Problem(shown, 1, 1, message, f"rename it to {slug_like(stem)}{ending}")
    if len(stem) > LONGEST_SLUG:
        message = f"the file name is longer than {LONGEST_SLUG} characters"
        return Problem(shown, 1, 1, message, "shorten it, since it becomes a web address")
    if stem in _DEVICES:
        message = f"Windows cannot open a file named {quoted(stem)}"
        return Problem(shown, 1, 1, message, f"rename it, for example to {stem}-hub{ending}")
    return None


def slug_like(text: str) -> str:
    """The nearest text that can be a file name, or "name" where nothing is left."""
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", plain, re.ASCII))[:LONGEST_SLUG].strip("-") or "name"


def _link(shown: str) -> Problem:
    return Problem(shown, 1, 1, "a link cannot be a record", "put the file itself here")


def _not_a_file(shown: str) -> Problem:
    return Problem(shown, 1, 1, "this is not a file", "delete it")


def _unknown_folder(shown: str, name: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"the folders are {', '.join(known)}"
    return Problem(shown, 1, 1, f"there is no kind of record for a folder named {quoted(name)}", hint)


def _unknown_file(shown: str, name: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(name, known, n=1, cutoff=0.7)
    hint = f"did you mean {near[0]}?" if near else "move it into the folder of its kind"
    return Problem(shown, 1, 1, f"{quoted(name)} is not a file that this folder has", hint)
