"""A small network to put mistakes into, one at a time."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from hubatlas.records import check

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "schema"
RIVERSIDE = Path(__file__).resolve().parent / "riverside"


def copied(folder: Path) -> Path:
    """A copy of the network's content folder within `folder`, which no test has spoilt yet."""
    content = folder / "content"
    shutil.copytree(RIVERSIDE, content)
    return content


def spoilt(content: Path, changes: Mapping[str, tuple[str, str]]) -> list[str]:
    """Replace a piece of text in some files, once each, and return what is then said of the content folder."""
    for name, (old, new) in changes.items():
        file = content / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{name} does not say {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return said_of(content)


def said_of(content: Path) -> list[str]:
    """Every problem of the content folder, as an author reads it, with the folder called content/."""
    return [str(problem).replace(f"{content.as_posix()}/", "content/") for problem in check(content, SCHEMA)]
