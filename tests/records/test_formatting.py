"""One layout for every record: same meaning, comments kept, and a second time changes nothing."""
# ruff: noqa: E501, ISC004 - each pair is a text before and after

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from hubatlas.records.folders import RecordFile, find
from hubatlas.records.formatting import formatted
from hubatlas.records.kinds import PROSE
from hubatlas.records.layouts import layouts
from hubatlas.records.reading import UnreadableError, read
from hubatlas.records.schemas import bundled
from tests.records.riverside_network import RIVERSIDE, ROOT, SCHEMA, copied, said_of

HUB = bundled(SCHEMA, "hub")
PUBLISHED = [
    file
    for network in (ROOT / "content", ROOT / "tests" / "networks" / "estuary", RIVERSIDE)
    for file in find(network).files
    if file.kind is not PROSE
]

LAYOUTS = {
    "the schema's order": (
        "provenance: []\nstatus: open\nname: Mill\naddress: {city: Riverside, building: Old Mill}\n",
        "name: Mill\nstatus: open\naddress:\n  building: Old Mill\n  city: Riverside\nprovenance: []\n",
    ),
    "quotation marks where they are needed": (
        "name: 'Mill'\nsummary: \"Open: all day\"\nstatus_note: 'yes'\nopened: '2025'\nkind: \"# 4\"\ngetting_there: \"it's\"\n",
        'name: Mill\nkind: "# 4"\nstatus_note: yes\nopened: "2025"\nsummary: "Open: all day"\ngetting_there: it\'s\n',
    ),
    "short lists in brackets, long or wordy ones line by line": (
        "places:\n- mill\n-   weir-lane\nother_names: ['Mill, Old', The Mill]\n",
        "other_names:\n  - Mill, Old\n  - The Mill\nplaces: [mill, weir-lane]\n",
    ),
    "comments": (
        "# About this hub\n\n# The name on the sign\nstatus: open   # since May\nname: Mill # as signed\n"
        "opening_hours:   # as on the door\n  # early\n  monday: closed\n  # late\n# the end\n",
        "# About this hub\n\nname: Mill  # as signed\n# The name on the sign\nstatus: open  # since May\n"
        "opening_hours:  # as on the door\n  # early\n  monday: closed\n# late\n# the end\n",
    ),
    "comments of items": (
        "provenance:\n  # the list\n  - source: x   # of 2025\n    facts: [identity]\n  # the visit\n  - facts: [hours]\n    source: y\n",
        "provenance:\n  # the list\n  - facts: [identity]\n    source: x  # of 2025\n  # the visit\n  - facts: [hours]\n    source: y\n",
    ),
    "one empty line where there were some": (
        "name: Mill\n\n\n\nkind: hub\n   \nstatus: open\n\n",
        "name: Mill\n\nkind: hub\n\nstatus: open\n",
    ),
    "paragraphs": (
        'description: "One.\\n\\n- two\\n- three"\n',
        "description: |\n  One.\n\n  - two\n  - three\n",
    ),
    "long lines": (
        f"summary: {'many words ' * 15}\n",
        f"summary: >-\n  {('many words ' * 10).strip()} many\n  words {('many words ' * 4).strip()}\n",
    ),
    "windows line ends": ("name: Mill\r\nkind: hub\r\n", "name: Mill\nkind: hub\n"),
    "numbers as they were written": (
        "point: {precision: area, longitude: -4.10, latitude: 50}\n",
        "point:\n  latitude: 50\n  longitude: -4.10\n  precision: area\n",
    ),
    "names that the schema does not know stay last, in their order": (
        "zebra: 1\nname: Mill\nadder: 2\n",
        "name: Mill\nzebra: 1\nadder: 2\n",
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_usual_layout(name: str) -> None:
    written, usual = LAYOUTS[name]

    assert formatted(written.encode(), HUB).decode() == usual
    assert formatted(usual.encode(), HUB).decode() == usual


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.shown)
def test_published_records_keep_their_meaning_and_comments(file: RecordFile) -> None:
    source = file.path.read_bytes()

    once = formatted(source, bundled(SCHEMA, file.kind.name))

    assert read(once) == read(source)
    assert formatted(once, bundled(SCHEMA, file.kind.name)) == once
    assert comments(once.decode()) == comments(source.decode())


def comments(text: str) -> list[str]:
    """The lines that are nothing but a comment, sorted."""
    return sorted(line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))


_LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
_TEXTS = st.text(alphabet=_LETTERS | st.sampled_from(" :#-'\"[]{},&*!|>%@`\n"), min_size=1, max_size=150)
_VALUES = st.recursive(
    _TEXTS | st.integers(-999, 999),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=10,
)
_NAMES = st.sampled_from(["name", "summary", "places", "point", "provenance", "opening_hours", "x", "yes", "12"])


@example({"name": "\U0002f800"})
@given(st.dictionaries(_NAMES, _VALUES, min_size=1))
def test_any_record_keeps_its_meaning_and_a_second_time_changes_nothing(record: dict[str, object]) -> None:
    source = yaml.dump(record, Dumper=_InQuotes, allow_unicode=True, sort_keys=False).encode()
    try:
        meaning = read(source)
    except UnreadableError:
        return  # an empty text, say

    once = formatted(source, HUB)

    assert read(once) == meaning
    assert formatted(once, HUB) == once


class _InQuotes(yaml.SafeDumper):
    """Writes every text in quotes."""


_InQuotes.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def test_a_whole_folder_is_laid_out_and_stays_without_problems(tmp_path: Path) -> None:
    content = copied(tmp_path)
    found = list(layouts(content, SCHEMA))

    assert len(found) == len([file for file in find(content).files if file.kind is not PROSE])
    assert any(layout.is_new for layout in found)
    for layout in found:
        layout.write()
    assert not any(layout.is_new for layout in layouts(content, SCHEMA))
    assert said_of(content) == []


def test_a_record_that_cannot_be_read_is_left_as_it_is_and_told(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "hubs" / "old-mill.yaml").write_text("name: 'x\n", encoding="utf-8")

    (layout,) = (each for each in layouts(content, SCHEMA) if each.path.stem == "old-mill")

    assert not layout.is_new
    assert [problem.line for problem in layout.problems] == [1]
