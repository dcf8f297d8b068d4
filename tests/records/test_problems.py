"""How problems are printed: for people, for GitHub, and so that no record can forge a line of a log."""

import pytest

from hubatlas.records import InvalidRecordsError, Problem
from hubatlas.records.problems import printable, quoted


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem("content/hubs/x.yaml", 14, 3, 'monday should look like 09:00-17:00, not "9am"', "ask")

    assert str(problem) == ('content/hubs/x.yaml:14:3: monday should look like 09:00-17:00, not "9am"; ask')


def test_a_problem_without_a_hint_ends_after_its_message() -> None:
    assert str(Problem("x.yaml", 1, 1, "there is no such file")) == "x.yaml:1:1: there is no such file"


def test_github_shows_a_problem_beside_its_line() -> None:
    problem = Problem("content/hubs/a,b:c.yaml", 14, 3, "100% wrong", "put it right")

    assert problem.as_annotation() == (
        "::error file=content/hubs/a%2Cb%3Ac.yaml,line=14,col=3::100%25 wrong; put it right"
    )


@pytest.mark.parametrize(
    "text", ["one\n::error::two", "one\r::warning::two", "one\x1b[2Jtwo", "one\u202etwo", "one\u2028two"]
)
def test_nothing_in_a_record_starts_a_line_or_a_colour_of_its_own(text: str) -> None:
    problem = Problem(f"content/{text}.yaml", 1, 1, text, text)

    for printed in (str(problem), problem.as_annotation()):
        assert len(printed.splitlines()) == 1
        assert printed.isprintable()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("9am", '"9am"'),
        (42, "42"),
        (["a"], "a list"),
        ({"a": "b"}, "a group of lines"),
        ("one\ntwo", '"one two"'),
        ("x" * 100, '"' + "x" * 59 + '…"'),
        ("مركز", '"مركز"'),
    ],
)
def test_values_are_quoted_on_one_short_line(value: object, shown: str) -> None:
    assert quoted(value) == shown


def test_what_cannot_be_seen_is_written_out() -> None:
    assert printable("a\x00b\u200bc") == "a\\x00b\\u200bc"


def test_problems_are_sorted_by_file_and_line_and_told_once() -> None:
    first, second, third = Problem("a.yaml", 2, 1, "x"), Problem("a.yaml", 10, 1, "x"), Problem("b.yaml", 1, 1, "x")

    assert InvalidRecordsError([third, second, first, second]).problems == (first, second, third)
