"""docs/messages.md lists everything that the checker can say, as it says it."""

from messages import INTRODUCTIONS, PAGE, PARTS, Row, page, rows


def test_every_message_has_an_example_whose_answer_is_still_so() -> None:
    found: list[Row] = rows()

    assert PAGE.read_text(encoding="utf-8") == page(found), "run: make messages"
    assert len(found) > 120
    assert all(row.problem.hint for row in found)
    assert all(any(row.template.module in PARTS[title] for row in found) for title in INTRODUCTIONS)
