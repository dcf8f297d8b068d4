"""The catalogues of translations hold the words that the theme and the code say today, and can take their values."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from hubatlas_site.catalogues import read
from languages import FOLDER, KEYWORDS, template, untranslated, updated
from tests.conftest import ROOT

CATALOGUES = sorted(FOLDER.glob("*.po"))
PLACE_OF_VALUE = re.compile(r"%\(([a-z_]+)\)s")
TAG = re.compile(r"<[^>]*>")
OTHER_VALUES = {"%(hour)s%(past)sam": {"hour_of_day", "minute"}, "%(hour)s%(past)spm": {"hour_of_day", "minute"}}
"""What a translation of these may use besides the values that the English message does."""

of_each_catalogue = pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)


@cache
def words() -> Catalog:
    """Every message in the theme and the code."""
    return template()


def translations(file: Path) -> Iterator[tuple[Message, str]]:
    """Every message with each text that a catalogue has for it."""
    for message in read(file):
        texts = (message.string,) if isinstance(message.string, str) else message.string or ()
        if message.id:
            yield from ((message, text) for text in texts if text)


def english(message: Message) -> tuple[str, ...]:
    """The message, for one and for many where it says both."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def values(text: str) -> set[str]:
    """The names of the values that a text has places for."""
    return set(PLACE_OF_VALUE.findall(text))


def test_no_message_stands_within_an_f_string_where_it_would_not_be_found() -> None:
    said = [
        f"{path.name}:{call.lineno}"
        for path in (ROOT / "plugins").rglob("*.py")
        if "language import" in (code := path.read_text("utf-8"))
        for part in ast.walk(ast.parse(code))
        if isinstance(part, ast.JoinedStr)
        for call in ast.walk(part)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
        if any(isinstance(each, ast.Constant) for each in call.args)
    ]
    assert said == []


@of_each_catalogue
def test_a_catalogue_has_the_messages_that_there_are(file: Path) -> None:
    assert file.read_bytes() == updated(file, words()), "run: make languages"


@of_each_catalogue
def test_translations_take_the_values_of_their_message(file: Path) -> None:
    for message, text in translations(file):
        there = set().union(*map(values, english(message)), OTHER_VALUES.get(english(message)[0], ()))
        assert values(text) <= there, text
        if there:
            assert "%" not in PLACE_OF_VALUE.sub("", text).replace("%%", ""), text


@of_each_catalogue
def test_translations_keep_the_markup_of_their_message(file: Path) -> None:
    changed = [
        text
        for message, text in translations(file)
        if sorted(TAG.findall(text)) not in [sorted(TAG.findall(each)) for each in english(message)]
    ]
    assert changed == []


def test_the_welsh_catalogue_is_whole() -> None:
    assert [message.id for message in untranslated(FOLDER / "cy.po")] == []


def test_every_welsh_form_has_the_values_of_its_message() -> None:
    lacking = [
        text
        for message, text in translations(FOLDER / "cy.po")
        if values(text) not in [values(each) for each in english(message)]
    ]
    assert lacking == []


@pytest.mark.parametrize("code", ["xx", "../wales", ""])
def test_a_catalogue_is_begun_for_a_language_alone(code: str) -> None:
    before = sorted(ROOT.glob("theme/**/*.po"))
    command = [sys.executable, str(ROOT / "scripts" / "languages.py"), f"--new={code}"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(f"{code!r} is not the code of a language")
    assert sorted(ROOT.glob("theme/**/*.po")) == before
