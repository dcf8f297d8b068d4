"""Who is asked about which record."""

from pathlib import Path

from hubatlas.directory import Directory
from hubatlas.records import load
from hubatlas_site.codeowners import BEGINNING, renewed
from tests.builders import a_directory, a_hub, a_network, a_service, an_organisation

PROJECT = Path(__file__).resolve().parents[2]


def lines(directory: Directory) -> list[str]:
    return renewed("", directory, "content").splitlines()[1:]


def test_those_who_run_a_hub_or_service_are_asked_beside_the_network() -> None:
    directory = a_directory(
        a_hub(slug="mill", operator="trust", reviewers=("@x/mill",)),
        a_hub(slug="weir"),
        an_organisation(slug="trust", reviewers=("@x/trust",)),
        a_service(slug="lunch", provider="trust"),
        a_service(slug="tea"),
        network=a_network(reviewers=("@x/editors",)),
    )

    assert lines(directory) == [
        "/content/ @x/editors",
        "/content/hubs/mill.yaml @x/editors @x/mill @x/trust",
        "/content/organisations/trust.yaml @x/editors @x/trust",
        "/content/services/lunch.yaml @x/editors @x/trust",
    ]


def test_what_stands_above_by_hand_stays() -> None:
    once = renewed("# by hand\n* @x/all\n", a_directory(a_hub(slug="mill", reviewers=("@x/mill",))), "content")

    assert once == f"# by hand\n* @x/all\n\n{BEGINNING}\n/content/hubs/mill.yaml @x/mill\n"
    assert renewed(once, a_directory(), "content") == f"# by hand\n* @x/all\n\n{BEGINNING}\n"


def test_the_committed_file_is_current() -> None:
    committed = (PROJECT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    directory = load(PROJECT / "content", PROJECT / "schema")

    assert renewed(committed, directory, directory.network.site.records_folder) == committed
