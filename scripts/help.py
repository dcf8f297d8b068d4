"""Lists what `make` can do, from the comments in the Makefile."""

import re
from pathlib import Path

MAKEFILE = Path(__file__).resolve().parent.parent / "Makefile"


def targets(makefile: str) -> list[tuple[str, str]]:
    """Return the name and description of every described target, in the order of the Makefile."""
    return re.findall(r"^(\w+):.*?## (.+)$", makefile, flags=re.MULTILINE)


def settings(makefile: str) -> list[tuple[str, str]]:
    """Return the name and description of every setting in the Makefile's opening comment."""
    return re.findall(r"^#   ([A-Z]+=\S+)\s+(.+)$", makefile, flags=re.MULTILINE)


def main() -> None:
    """Print the list."""
    makefile = MAKEFILE.read_text(encoding="utf-8")
    print("Hub Atlas\n")
    for name, description in targets(makefile):
        print(f"  make {name:<12}  {description}")
    print("\nSettings, added after the name:\n")
    for name, description in settings(makefile):
        print(f"  {name:<17}  {description}")
    print("\nFor example: make serve NETWORK=tests/networks/estuary")


if __name__ == "__main__":
    main()
