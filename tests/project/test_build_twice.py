"""`make compare` says which files of two builds are not the same."""

from pathlib import Path

from build_twice import differences


def a_folder(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_files_that_differ_or_are_in_one_build_only_are_named(tmp_path: Path) -> None:
    one = a_folder(tmp_path / "one", {"same": "1", "hubs/other": "1", "first": ""})
    other = a_folder(tmp_path / "other", {"same": "1", "hubs/other": "2", "second": ""})

    assert differences(one, other) == ["first", "hubs/other", "second"]
