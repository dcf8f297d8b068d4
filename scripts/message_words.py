"""Every message of the checker as its code words it, found by reading the code."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hubatlas.mistakes import FAULTS, SENTENCES
from installed import ROOT

RECORDS = ROOT / "plugins" / "hubatlas" / "records"
GAP = "…"
"""What stands in a message for a part that differs."""

MESSAGE_AT = {"Finding": 1, "Problem": 3, "Fault": 2, "_note": 1, "_stop": 1, "_NotAnOutlineError": 0}
"""Which argument of a call is the message."""

ADVICE = frozenset(("advice", "plain_words", "private_people"))
"""The modules that advise, which is another thing."""

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


def templates() -> list[Template]:
    """Every message that the modules of the checker word, each once."""
    found: dict[str, Template] = {}
    for module in sorted(path.stem for path in RECORDS.glob("*.py") if path.stem not in ADVICE):
        tree = ast.parse((RECORDS / f"{module}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for words in _worded(node, module):
                found.setdefault(words, Template(words, module))
    return [template for words, template in found.items() if words.strip(f"{GAP} ") and words not in NEVER_SAID]


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
    elif isinstance(value, ast.Call) and getattr(value.func, "id", "") == "told":
        yield re.sub(r"(?:\{\w+\})+", GAP, SENTENCES[_key(value.args[0])])
    elif isinstance(value, ast.Subscript) and getattr(value.value, "id", "") == "SAID":
        yield FAULTS[_key(value.slice)]


def _key(value: ast.expr) -> str:
    """The name of a sentence that the checker shares with the form for suggestions."""
    return str(value.value) if isinstance(value, ast.Constant) else ""
