"""What is remembered of sites: as long as they are there, or a build is at work on them."""

from pathlib import Path

from hubatlas_site import state
from hubatlas_site.order import Order, place_order
from tests.exports.editions import NETWORKS


def an_order(folder: Path, name: str) -> Order:
    return place_order(NETWORKS[0], folder / name, "2026-12-01", folder / "cache")


def test_a_site_is_forgotten_once_it_is_gone(tmp_path: Path) -> None:
    first, second = an_order(tmp_path, "first"), an_order(tmp_path, "second")
    first.output.mkdir()
    state.remember(first, "sources")
    state.remember(second, None)
    assert state.manifest_path(first).parent.is_dir()
    first.output.rmdir()
    state.remember(second, None)
    assert not state.manifest_path(first).parent.exists()


def test_a_site_that_another_build_is_still_making_is_not_taken_for_one_that_is_gone(tmp_path: Path) -> None:
    first, second = an_order(tmp_path, "first"), an_order(tmp_path, "second")
    with state.in_use(first):
        state.spare_folder(first).mkdir()
        state.remember(second, None)
        assert state.spare_folder(first).is_dir()
    state.remember(second, None)
    assert not state.spare_folder(first).exists()


def test_a_build_does_without_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder", encoding="utf-8")
    with state.in_use(an_order(tmp_path, "site")):
        state.remember(an_order(tmp_path, "site"), "sources")
