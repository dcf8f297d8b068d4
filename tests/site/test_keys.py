"""Keys of page contexts: equal for equal values, and for no others."""

import itertools
import pickle
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from hubatlas_site.keys import files_key, value_key


@dataclass(frozen=True, slots=True)
class Card:
    name: str
    when: date | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    card: Card
    by_name: dict[str, Card]


@dataclass(frozen=True)
class Nothing:
    pass


CARD = Card("Old Mill", date(2026, 12, 1), ("tea", "cake"))
PAGE = Page(CARD, {"a": CARD, "b": Card("Quay")})


def test_equal_values_have_equal_keys_however_their_parts_are_shared() -> None:
    copy = pickle.loads(pickle.dumps(PAGE))  # noqa: S301 - made a moment ago
    apart = Page(Card("Old Mill", date(2026, 12, 1), ("tea", "cake")), dict(PAGE.by_name))
    assert value_key(PAGE) == value_key(copy) == value_key(apart)


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, card=replace(CARD, name="Old mill")),
        replace(PAGE, card=replace(CARD, when=date(2026, 12, 2))),
        replace(PAGE, card=replace(CARD, when=None)),
        replace(PAGE, card=replace(CARD, words=("cake", "tea"))),
        replace(PAGE, card=replace(CARD, words=("teacake",))),
        replace(PAGE, by_name={"a": CARD}),
        CARD,
        Nothing(),
    ],
)
def test_different_values_have_different_keys(other: object) -> None:
    assert value_key(PAGE) != value_key(other)


def test_numbers_texts_and_truth_are_different_values() -> None:
    keys = [value_key(value) for value in (1, "1", 1.0, True, None, (1,), [1], "", Nothing())]
    assert all(one != other for one, other in itertools.combinations(keys, 2))


def test_key_of_files_changes_with_a_name_a_byte_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.html").write_text("1", encoding="utf-8")
    keys = [files_key(tmp_path, "*.html")]
    (tmp_path / "deep" / "a.html").write_text("2", encoding="utf-8")
    keys.append(files_key(tmp_path, "*.html"))
    (tmp_path / "deep" / "a.html").rename(tmp_path / "deep" / "b.html")
    keys.append(files_key(tmp_path, "*.html"))
    (tmp_path / "c.html").write_text("", encoding="utf-8")
    keys.append(files_key(tmp_path, "*.html"))
    assert len(set(keys)) == len(keys)
    (tmp_path / "notes.txt").write_text("not a template", encoding="utf-8")
    assert files_key(tmp_path, "*.html") == keys[-1]
