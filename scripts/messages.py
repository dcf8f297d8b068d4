"""Writes docs/messages.md: everything that the checker can say, with what to do and an example that was really tried.

The messages are found where the code words them. For each, one of the examples of the tests is put into a small network
and the checker's answer is written down. A message without an example is an error.
"""

from setup import ROOT, ensure

ensure("test")

import ast
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(ROOT))

from hubatlas.records import InvalidRecordsError, Problem, load
from tests.records.examples import Example, examples

RECORDS = ROOT / "plugins" / "hubatlas" / "records"
PAGE = ROOT / "docs" / "messages.md"
SMALL = ROOT / "tests" / "records" / "riverside"
GAP = "…"
MOST_LINES = 4
MESSAGE_AT = {"Finding": 1, "Problem": 3, "Fault": 2, "_note": 1, "_stop": 1}
"""Which argument of a call is the message."""

PARTS = {
    "How the text is written": ("building", "reading", "syntax", "characters"),
    "Files and folders": ("__init__", "folders", "loading", "formatting"),
    "Names and values": ("messages", "formats"),
    "Hours and dates": ("hours_rules",),
    "Places on the map": ("place_rules",),
    "What records say of each other": ("references", "core_offer_rules"),
    "Services": ("service_rules",),
    "Hubs: core offer, quality, rooms": ("standing_rules",),
    "The network and its lists": ("network_rules",),
    "Bodies, programmes, figures and stories": ("figures_rules",),
    "Where facts come from": ("source_rules",),
}
"""The modules that word the messages of each part of the page."""

ADVICE = frozenset(("advice", "plain_words", "private_people"))
"""The modules that advise, which is another thing."""

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
NEVER_SAID = frozenset(
    (
        f"{GAP} is not as it should be",  # for rules that no schema has yet; a test sees that it is never said
        "this cannot be read",  # for faults that no parser has shown yet
        f"this cannot be opened: {GAP}",  # a file that vanished, or that nobody may read
        "this cannot be laid out without changing what it means",  # of `make format`; no record is known
        "a name must be on one line",  # both parsers refuse such a name before
        "there is no such folder",  # of the whole folder of records
        f"{GAP} has no text",  # a line without a value is told before
        f"{GAP} is not two times with a hyphen between",  # the form is told before
        f"{GAP} is not a year, a month, a day or a season",  # as above
    )
)


@dataclass(frozen=True)
class Template:
    """A message as the code words it, with a gap for each part that differs, and the module that words it."""

    words: str
    module: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches the messages that are worded so."""
        return re.compile(".+?".join(map(re.escape, self.words.split(GAP))), re.DOTALL)


class Row(NamedTuple):
    """A message with its example: what was written, and what the checker said of it."""

    template: Template
    example: Example
    problem: Problem


def templates() -> list[Template]:
    """Every message that the modules of the checker word, each once."""
    found: dict[str, Template] = {}
    for module in sorted(path.stem for path in RECORDS.glob("*.py") if path.stem not in ADVICE):
        tree = ast.parse((RECORDS / f"{module}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for words in _worded(node, module):
                found.setdefault(words, Template(words, module))
    said = [template for words, template in found.items() if words.strip(f"{GAP} ") and words not in NEVER_SAID]
    homeless = {template.module for template in said} - {module for modules in PARTS.values() for module in modules}
    if homeless:
        raise LookupError(f"PARTS has no place for the messages of {', '.join(sorted(homeless))}")
    return said


def _worded(node: ast.AST, module: str) -> Iterator[str]:
    """The messages that stand at a place of the code."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        position = MESSAGE_AT.get(name)
        if position is not None and len(node.args) > position and _literal(node.args):
            yield from _text(node.args[position])
    elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message":
        yield from _text(node.value)
    elif module == "messages" and isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        yield from _text(node.value.elts[0])
    elif module == "syntax" and isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
        if len(node.value.elts) == len(("message", "hint")):
            yield from _text(node.value.elts[0])
    elif module == "formats" and isinstance(node, ast.FunctionDef) and node.name.endswith("_fault"):
        for each in ast.walk(node):
            if isinstance(each, ast.Return) and each.value is not None:
                yield from (f"{GAP} {words}" for part in _branches(each.value) for words in _text(part) if words)


def _literal(arguments: list[ast.expr]) -> bool:
    return not any(isinstance(argument, ast.Starred) for argument in arguments[:1])


def _branches(value: ast.expr) -> list[ast.expr]:
    return [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]


def _text(value: ast.expr) -> Iterator[str]:
    """The words of a literal text, with gaps for what is put into it."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        parts = (str(part.value) if isinstance(part, ast.Constant) else GAP for part in value.values)
        yield re.sub(f"(?:{GAP})+", GAP, "".join(parts))


def rows() -> list[Row]:
    """Every message with an example; raises LookupError for messages that have none."""
    wanted = sorted(templates(), key=lambda each: (-len(each.words.replace(GAP, "")), each.words))
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
