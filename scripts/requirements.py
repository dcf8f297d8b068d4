"""Writes docs/requirements.md from docs/requirements.csv: what five councils' documents need, and what answers it.

Each row of the list names a property of a record, the network whose records use it, and the page that shows it with
some words that stand there; or else why nothing answers it. The tests hold every row against the built sites.
"""

from setup import ROOT, ensure

ensure("site")

import csv
from collections import Counter
from pathlib import Path

LIST = ROOT / "docs" / "requirements.csv"
PAGE = ROOT / "docs" / "requirements.md"
NETWORKS = {
    "plymouth": "content",
    "cheshire-east": "tests/networks/cheshire-east",
    "east-sussex": "tests/networks/east-sussex",
    "thurrock": "tests/networks/thurrock",
    "estuary": "tests/networks/estuary",
}
"""The folder of records of each network."""

DOCUMENTS = {
    "PL": "Plymouth, report on its wellbeing hub network, 2025",
    "CE": "Cheshire East, report on community hubs, 2015",
    "TH": "Thurrock, report on a community hub, 2012",
    "EC": "East Sussex, cabinet report on community hubs, 2022",
    "EA": "East Sussex, action plan, 2022",
}

Row = dict[str, str]


def requirements(path: Path = LIST) -> list[Row]:
    """Every row of the list, in order; its values are texts, empty where there is none."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def page(rows: list[Row]) -> str:
    """The rows as a page in Markdown, a table for each document."""
    answered = sum(not row["why_not"] for row in rows)
    told = "All of them are" if answered == len(rows) else f"{answered} of them, those without a reason why not, are"
    lines = [
        "# What networks of hubs need, and where it is",
        "",
        f"Five councils' founding documents name {len(rows)} things that a directory of hubs has to represent.",
        f"{told} answered by something that a reader can open. This page is written by",
        "`make requirements` from [requirements.csv](requirements.csv), and the tests open every page that it names.",
        "",
        "A network's pages are those that `make serve NETWORK=...` shows: "
        + ", ".join(f"{name} is `{folder}`" for name, folder in NETWORKS.items())
        + ".",
    ]
    counts = Counter(row["id"][:2] for row in rows)
    for letters, document in DOCUMENTS.items():
        lines += ["", f"## {document} ({counts[letters]})", ""]
        lines += ["| | what | property | where to see it |", "|---|---|---|---|"]
        lines += [_line(row) for row in rows if row["id"].startswith(letters)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    if row["why_not"]:
        return f"| {row['id']} | {row['what']} | | Out of scope, because: {row['why_not']} |"
    return f"| {row['id']} | {row['what']} | `{row['property']}` | {row['network']}: `{row['page']}` |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(requirements()), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
