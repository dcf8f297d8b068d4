"""How hard texts are to read."""

import pytest

from hubatlas.records.readability import reading_age, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("help", 1), ("money", 2), ("company", 3), ("table", 2), ("make", 1), ("asked", 1), ("wanted", 2), ("CV", 1)],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_at_full_stops_and_items_of_lists() -> None:
    text = "Come in. We have:\n\n- tea, coffee and **cake**\n- [a room](https://example.org/a.b)\n\nIs it free? Yes"

    assert [" ".join(words) for words in sentences(text)] == [
        "Come in",
        "We have",
        "tea, coffee and cake",
        "a room",
        "Is it free",
        "Yes",
    ]


def test_plain_text_is_easier_than_that_of_an_office() -> None:
    plain = "Come in and sit down. We make you a cup of tea. Then we ask what you need and help you find it. " * 2
    office = (
        "Individuals may access multidisciplinary interventions following comprehensive eligibility assessment. " * 5
    )

    easy, hard = reading_age(plain), reading_age(office)

    assert easy is not None
    assert hard is not None
    assert easy < 9
    assert hard > 18


def test_nothing_is_said_of_a_short_text() -> None:
    assert reading_age("Multidisciplinary interventions.") is None
