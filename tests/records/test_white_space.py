"""White space never fails a check, and never changes what a record says or the layout that it gets."""

import re
import resource
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hubatlas.records.formatting import formatted
from hubatlas.records.reading import read
from hubatlas.records.schemas import bundled
from tests.records.riverside_network import RIVERSIDE, ROOT, SCHEMA

KINDS = {"hubs": "hub", "services": "service", "organisations": "organisation", "indicators": "indicator"}
RECORDS = {
    path: KINDS[path.parent.name]
    for path in sorted(RIVERSIDE.rglob("*.yaml"))
    if path.parent.name in KINDS and not re.search(r": [|>]", path.read_text(encoding="utf-8"))
}
SECONDS_FOR_ONE_FILE = 1


@st.composite
def spaced(draw: st.DrawFn, text: str) -> str:
    """The text with other white space: indents, blank lines, spaces around values and at the ends of lines."""
    times = draw(st.integers(1, 4))
    lines: list[str] = []
    for line in text.splitlines():
        body = line.lstrip(" ")
        wider = draw(st.sampled_from([" ", "  ", "     "]))
        hyphen, rest = ("- ", body[2:]) if body.startswith("- ") else ("", body)
        if ": " in rest and '"' not in rest and "{" not in rest:
            name, value = rest.split(": ", 1)
            rest = f"{name}:{wider}{value}"
        lines += [" \t"[: draw(st.integers(0, 1))]] * draw(st.integers(0, 2)) if not lines or hyphen == "" else []
        lines.append(" " * times * (len(line) - len(body)) + hyphen + " " * 2 * (times - 1) * bool(hyphen) + rest)
        lines[-1] += draw(st.sampled_from(["", " ", "   ", " \t"]))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n", "\n\n \n"]))


@given(st.sampled_from(list(RECORDS)), st.data())
def test_white_space_changes_neither_what_a_record_says_nor_its_layout(file: Path, data: st.DataObject) -> None:
    source = file.read_bytes()
    other = data.draw(spaced(source.decode())).encode()
    schema = bundled(SCHEMA, RECORDS[file])

    assert read(other) == read(source)
    assert _without_blanks(formatted(other, schema)) == _without_blanks(formatted(source, schema))


def _without_blanks(layout: bytes) -> list[bytes]:
    return [line for line in layout.splitlines() if line]


def test_check_of_one_file_takes_less_than_a_second_of_work() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    hub = next((ROOT / "content" / "hubs").glob("*.yaml"))
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "check.py", hub], cwd=ROOT, check=False, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert done.returncode == 0, done.stdout
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < SECONDS_FOR_ONE_FILE
