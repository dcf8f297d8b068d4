"""What is wrong with a list of records that have ended."""

from pathlib import Path

import pytest

from tests.records.riverside_network import copied, said_of

ENTRY = """records:
  - type: hub
    id: pier
    name: Pier Hub
"""
PROBLEMS = [
    (
        ENTRY.replace("pier\n", "old-mill\n"),
        '3:9: the hub "old-mill" is there, in hubs/old-mill.yaml; take out this entry, or that file',
    ),
    (ENTRY + "    instead: [old-mil]\n", '5:15: there is no hub "old-mil"; did you mean old-mill?'),
    (ENTRY + ENTRY.partition("\n")[2], '6:9: the hub "pier" is listed twice; keep one of the two'),
    (
        ENTRY.replace("pier\n", "ferry\n"),
        (
            '3:9: another hub says that it was "ferry" before, and its address leads there; '
            "take out this entry, or that line under previous_ids"
        ),
    ),
]


@pytest.mark.parametrize(("text", "said"), PROBLEMS)
def test_problem_is_explained_where_it_stands(tmp_path: Path, text: str, said: str) -> None:
    content = copied(tmp_path)
    hub = content / "hubs" / "boat-shed.yaml"
    hub.write_text(f"previous_ids: [ferry]\n{hub.read_text(encoding='utf-8')}", encoding="utf-8")
    (content / "ended.yaml").write_text(text, encoding="utf-8")
    assert [line.partition("ended.yaml:")[2] for line in said_of(content)] == [said]


def test_a_sound_list_is_accepted(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "ended.yaml").write_text(ENTRY + "    ended_on: 2026-03\n    instead: [old-mill]\n", encoding="utf-8")
    assert said_of(content) == []
