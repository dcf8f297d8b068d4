"""Brings the catalogues of translations up to date with the words in the theme and the code; --new begins another.

Words that are new are added without a translation, those that are gone are left out, and translations of the others
stay. A catalogue is a file of GNU gettext, theme/languages/cy.po for Welsh, for any editor of such files.
"""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from hubatlas_site.catalogues import is_translated, known_locale

FOLDER = ROOT / "theme" / "languages"
BROWSER_KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
KEYWORDS = {"_": None, "to_translate": None, "to_translate_in": ((1, "c"), 2), **BROWSER_KEYWORDS}
PARTS = (
    (ROOT / "plugins", [("**.py", "python")], KEYWORDS),
    (ROOT / "theme" / "templates", [("**.html", "jinja2.ext:babel_extract")], KEYWORDS),
    (ROOT / "theme" / "scripts", [("**.js", "javascript")], BROWSER_KEYWORDS),
)
"""Where words for readers stand, how each kind of file is read, and the functions whose words are collected."""

JINJA_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false", "trim_blocks": "true"}
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every catalogue: its age is known from the repository, and the same words are to give the same file."""

HEADER = "# Words of the site. Whoever translates writes each msgstr; `make languages` writes the rest.\n"


def template() -> Catalog:
    """Every message in the theme and the code, each with the files it is in."""
    catalogue = Catalog(project="Hub Atlas", header_comment=HEADER.strip())
    for folder, methods, keywords in PARTS:
        options = {pattern: JINJA_OPTIONS if "jinja" in method else {} for pattern, method in methods}
        found = extract_from_dir(
            folder, methods, options, keywords, comment_tags=("Translators:",), strip_comment_tags=True
        )
        for file, _line, message, comments, context in sorted(found, key=lambda each: each[:2]):
            where = (folder / file).relative_to(ROOT).as_posix()
            catalogue.add(message, None, [(where, 0)], auto_comments=comments, context=context)
    return catalogue


def updated(file: Path, words: Catalog) -> bytes:
    """The catalogue in that file, or an empty one where there is none, with the messages of `words`."""
    catalogue = Catalog(locale=file.stem)
    if file.exists():
        catalogue = read_po(BytesIO(file.read_bytes()), locale=file.stem)
    catalogue.update(words, no_fuzzy_matching=True, update_header_comment=True, update_creation_date=False)
    catalogue.creation_date = catalogue.revision_date = UNDATED
    for message in catalogue:
        message.locations = [(where, 0) for where in sorted({where for where, _ in message.locations})]
    written = BytesIO()
    write_po(written, catalogue, width=120, ignore_obsolete=True, include_lineno=False, omit_header=False)
    return written.getvalue()


def untranslated(file: Path) -> Iterator[Message]:
    """The messages that the catalogue has no translation of."""
    catalogue = read_po(BytesIO(file.read_bytes()), locale=file.stem)
    yield from (message for message in catalogue if message.id and not is_translated(message))


def main() -> None:
    """Bring every catalogue up to date, and say how many messages nobody has translated."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--new", metavar="CODE", help="begin a catalogue, such as gd for Scottish Gaelic")
    new = parser.parse_args().new
    if new is not None and known_locale(new) is None:
        sys.exit(f"{new!r} is not the code of a language that can be written: use one such as gd, for Scottish Gaelic")
    words = template()
    files = sorted({*FOLDER.glob("*.po"), *([FOLDER / f"{new}.po"] if new else ())})
    for file in files:
        content = updated(file, words)
        if not file.exists() or file.read_bytes() != content:
            file.write_bytes(content)
        missing = sum(1 for _ in untranslated(file))
        print(f"{file.relative_to(ROOT)}: {len(words)} messages, {missing} without a translation")


if __name__ == "__main__":
    main()
