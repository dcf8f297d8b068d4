"""Deletes what the build and the tests made. All of it can be made again."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MADE = ("output", ".cache")


def main() -> None:
    """Delete the folders and say which there were."""
    for name in MADE:
        folder = ROOT / name
        if folder.is_dir():
            shutil.rmtree(folder)
            print(f"Deleted {name}/")


if __name__ == "__main__":
    main()
