"""The language that pages are being written in, and the words of the interface in it.

The words stand in the code in English, as GNU gettext has them: what is within `gettext`, `ngettext` or `pgettext`
gives itself until `speaking` names another language, then what that language's catalogue has for it. Exports, which
other systems read, are never written within `speaking`, but for the few whose words the scripts of pages show.

What is left in the network's own language on a page in another, such as the name of a hub or a message that nobody has
translated, is marked (`as_recorded`), so that the page can tell browsers and screen readers which language it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from typing import TypeVarTuple

from hubatlas.frozen import dataclass

Values = TypeVarTuple("Values")

OWN = "en-GB"
"""The language of records, and of the words in the code."""

BEGINS, ENDS = "\ue000", "\ue001"
"""Around what is in `OWN` on a page in another language: two signs that Unicode leaves to private use."""

_MARKS = str.maketrans("", "", BEGINS + ENDS)
_NO_WORDS = re.compile(r"(%\([a-z_]+\)s|</?[a-z][^>]*>)")
"""What stands between the words of a message: places of values, and tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that the site is published in.

    `code` is its BCP 47 tag, `name` what it calls itself. `messages` maps the context, which is mostly None, and the
    English text to the text in each plural form; `plural_form` gives the number of the form that goes with a number.
    `number_words` writes a whole or decimal number as the language does.
    """

    code: str
    name: str
    messages: Mapping[tuple[str | None, str], tuple[str, ...]]
    plural_form: Callable[[int], int]
    number_words: Callable[[float], str]


_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(language: Language | None) -> Iterator[None]:
    """Within it, the interface speaks that language; None for the one it is written in."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The tag of the language that is spoken now."""
    language = _spoken.get()
    return OWN if language is None else language.code


def forms(message: str, context: str | None = None) -> tuple[str, ...] | None:
    """The translations of a message, one a plural form; None where the code's own words are what to say."""
    language = _spoken.get()
    return None if language is None else language.messages.get((context, message))


def form_of(number: int, *, translated: bool = True) -> int:
    """Which plural form goes with the number in the language spoken now, or in English where nobody has translated."""
    language = _spoken.get()
    return language.plural_form(number) if language is not None and translated else int(number != 1)


def to_translate(message: str) -> str:
    """The message as it is: one that is named here to be translated, and said elsewhere."""
    return message


def to_translate_in(context: str, message: str) -> str:
    """The same for one that means different things in different places, see `pgettext`."""
    del context
    return message


def gettext(message: str, /, **values: object) -> str:
    """The message in the language spoken now, with `values` in the places that it names as %(name)s."""
    if _spoken.get() is None:  # asked here, not in a function that both call: pages say hundreds of thousands of words
        return message % values if values else message
    return _said(message, None, values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """The same for a message that means different things in different places; `context` tells which this is."""
    if _spoken.get() is None:
        return message % values if values else message
    return _said(message, context, values)


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The message that goes with a number, which it can name as %(number)s."""
    if _spoken.get() is None:
        return (one if number == 1 else many) % {"number": f"{number:,}", **values}
    found = forms(one)
    form = form_of(number, translated=found is not None)
    text = found[form] if found else untranslated((one, many)[form])
    return text % {"number": number_words(number), **values}


def number_words(number: float) -> str:
    """1,234 or 0.5, as the language spoken now writes it."""
    language = _spoken.get()
    return f"{number:,}" if language is None else language.number_words(number)


def untranslated(message: str) -> str:
    """The message as the code has it, its words marked as such."""
    if _spoken.get() is None:
        return message
    parts = _NO_WORDS.split(message)
    return "".join(part if at % 2 else as_recorded(part) for at, part in enumerate(parts) if part)


def as_recorded(text: str) -> str:
    """A text of a record, marked as being in the network's own language."""
    return f"{BEGINS}{text}{ENDS}" if text.strip() else text


def plain(text: str) -> str:
    """The text without such marks."""
    return text.translate(_MARKS) if BEGINS in text or ENDS in text else text


def kept(words: Callable[[*Values], str]) -> Callable[[*Values], str]:
    """A function that gives the same words for the same values, and remembers those in `OWN`, which never change."""
    remembered = cache(words)

    @wraps(words)
    def said(*values: *Values) -> str:
        return remembered(*values) if _spoken.get() is None else words(*values)

    return said


def _said(message: str, context: str | None, values: Mapping[str, object]) -> str:
    found = forms(message, context)
    text = found[0] if found else untranslated(message)
    return text % values if values else text
