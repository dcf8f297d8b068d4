"""Writes docs/messages.md: everything that the checker can say, with what to do and an example that was really tried.

The messages are found where the code words them. For each, one of the examples of the tests is put into a small network
and the checker's answer is written down. A message without an example is an error.
"""

from setup import ROOT, ensure

ensure("test")

import re
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(ROOT))

from hubatlas.records import InvalidRecordsError, Problem, load
from message_words import GAP, Template, templates
from tests.records.examples import Example, examples

PAGE = ROOT / "docs" / "messages.md"
SMALL = ROOT / "tests" / "records" / "riverside"
MOST_LINES = 4
PARTS = {
    "How the text is written": ("building", "reading", "syntax", "characters"),
    "Files and folders": ("__init__", "folders", "loading", "formatting"),
    "Names and values": ("messages", "formats"),
    "Hours and dates": ("hours_rules",),
    "Places on the map": ("place_rules", "boundaries", "postcodes"),
    "What records say of each other": ("references", "core_offer_rules"),
    "Services": ("service_rules",),
    "Hubs: core offer, quality, rooms": ("standing_rules",),
    "The network and its lists": ("network_rules", "repeats"),
    "Bodies, programmes, figures and stories": ("figures_rules",),
    "Where facts come from": ("source_rules",),
}
"""The modules that word the messages of each part of the page."""

INTRODUCTIONS = {
    "How the text is written": "A record is plain text with a few rules. Where they are broken, it cannot be read.",
    "Files and folders": "Each record is one file in the folder of its kind. Its name becomes a web address.",
    "Names and values": "Each line has a name that the kind of record knows, and a value that such a line can have.",
    "Hours and dates": "Times and dates that cannot all be true.",
    "Places on the map": "A point is checked for being in the United Kingdom, since two numbers are soon swapped.",
    "What records say of each other": "Where one record names another, that other must be there.",
    "Services": "Facts of one service that contradict each other.",
    "Hubs: core offer, quality, rooms": "What a hub says must fit what its network lists.",
    "The network and its lists": "The rules and words of the network, in `network.yaml` and `vocabularies/`.",
    "Bodies, programmes, figures and stories": "What must hold of plans, numbers and case studies.",
    "Where facts come from": "Each group of facts has a source, and each source gives facts that are there.",
}


class Row(NamedTuple):
    """A message with its example: what was written, and what the checker said of it."""

    template: Template
    example: Example
    problem: Problem


def rows() -> list[Row]:
    """Every message with an example; raises LookupError for messages that have none."""
    wanted = _templates()
    wanted.sort(key=lambda each: (-len(each.words.replace(GAP, "")), each.words))
    found: dict[Template, Row] = {}
    with tempfile.TemporaryDirectory() as folder:
        network = _Network(Path(folder) / "content")
        for example in examples():
            template = next((each for each in wanted if each.pattern.match(example.said)), None)
            if template is not None and template not in found:
                problem = network.answer(example, template)
                if problem is not None:
                    found[template] = Row(template, example, problem)
    lacking = [template for template in wanted if template not in found]
    if lacking:
        raise LookupError("\n".join(f"{each.module}: no example of: {each.words}" for each in lacking))
    return sorted(found.values(), key=lambda row: row.template.words.lstrip(f"{GAP} ").casefold())


def _templates() -> list[Template]:
    """Every message; raises LookupError where the page has no part for those of a module."""
    found = templates()
    homeless = {each.module for each in found} - {module for modules in PARTS.values() for module in modules}
    if homeless:
        raise LookupError(f"PARTS has no place for the messages of {', '.join(sorted(homeless))}")
    return found


class _Network:
    """A small network to put mistakes into, which is as it was after each."""

    def __init__(self, content: Path) -> None:
        shutil.copytree(SMALL, content)
        self._content = content
        self._kept: dict[str, object] = {}
        self._files = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in content.rglob("*.*")}

    def answer(self, example: Example, template: Template) -> Problem | None:
        """What the checker says of the example; None where it says nothing that is worded so."""
        example.spoil(self._content)
        try:
            load(self._content, ROOT / "schema", self._kept)
        except InvalidRecordsError as error:
            found = next((each for each in error.problems if template.pattern.fullmatch(each.message)), None)
            return found and replace(found, path=found.path.replace(self._content.as_posix(), "content"))
        finally:
            self._restore()
        return None

    def _restore(self) -> None:
        folders = {path.parent for path in self._files} | {self._content}
        for path in sorted(self._content.rglob("*"), reverse=True):
            if path not in self._files and path not in folders:
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        for path, (source, written_at) in self._files.items():
            if not path.exists() or path.stat().st_mtime_ns != written_at:
                path.write_bytes(source)
                self._files[path] = (source, path.stat().st_mtime_ns)


def page(found: list[Row]) -> str:
    """The rows as a page in Markdown, a table for each part."""
    lines = [
        "# Everything that the check can say",
        "",
        f"`make check` has {len(found)} messages. Each says where something is wrong, what it is, and what to do.",
        "The three dots stand for what you wrote.",
        "Each example was tried when this page was written (`make messages`), and its answer is the checker's own.",
        "Advice on plain words is another thing: it starts with the word advice, and you may leave it.",
    ]
    for title, modules in PARTS.items():
        lines += ["", f"## {title}", "", INTRODUCTIONS[title], ""]
        lines += ["| What is wrong | What to do | You wrote | The answer |", "|---|---|---|---|"]
        lines += [_line(row) for row in found if row.template.module in modules]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    written = [line.strip() for line in row.example.written.split("\n") if line.strip()]
    shown = [*written[:MOST_LINES], *([GAP] if len(written) > MOST_LINES else [])]
    cells = (
        _escaped(row.template.words),
        _escaped(row.problem.hint),
        "<br>".join(map(_code, shown)),
        _code(str(row.problem)),
    )
    return f"| {' | '.join(cells)} |"


def _escaped(words: str) -> str:
    return re.sub(r"([|<>*_\[\]])", r"\\\1", words) if "`" not in words else words.replace("|", "\\|")


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    plain = text.replace("|", "\\|")
    return f"{fence}{space}{plain}{space}{fence}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(rows()), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
