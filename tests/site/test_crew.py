"""Many tasks, shared by several processes."""

from functools import partial

from hubatlas_site.crew import work_through


def test_a_site_in_many_languages_has_more_tasks_than_one_byte_can_count() -> None:
    assert work_through([partial(int, number) for number in range(600)]) == list(range(600))
