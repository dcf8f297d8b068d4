"""The file that tells GitHub who is asked about changes of which record, from what the records themselves say."""

from __future__ import annotations

from collections.abc import Iterator

from hubatlas.directory import Directory
from hubatlas.facts.confirmation import owner_of
from hubatlas.model import Hub, Organisation, Service

BEGINNING = "# From here on written by `make codeowners`, from the reviewers that records name."


def renewed(present: str, directory: Directory, folder: str) -> str:
    """The file with its part about records written anew; what was written by hand above that part stays.

    `folder` is that of the records in the repository, such as "content".
    """
    by_hand = present.partition(BEGINNING)[0].rstrip()
    lines = [f"/{folder}/{path} {' '.join(handles)}" for path, handles in _asked(directory)]
    return "\n".join((f"{by_hand}\n" if by_hand else "", BEGINNING, *lines)).lstrip() + "\n"


def _asked(directory: Directory) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each path with those who are asked: of the network, then of the record, then of those who run it.

    GitHub heeds the last line that fits a path alone, so each says all.
    """
    everywhere = directory.network.reviewers
    if everywhere:
        yield "", everywhere
    organisations = {each.slug: each.reviewers for each in directory.organisations}
    records: tuple[tuple[str, tuple[Hub, ...] | tuple[Organisation, ...] | tuple[Service, ...]], ...] = (
        ("hubs", directory.hubs),
        ("organisations", directory.organisations),
        ("services", directory.services),
    )
    for kind, all_of_kind in records:
        for record in all_of_kind:
            own = () if isinstance(record, Service) else record.reviewers
            handles = tuple(dict.fromkeys((*own, *organisations.get(owner_of(record) or "", ()))))
            if handles:
                yield f"{kind}/{record.slug}.yaml", tuple(dict.fromkeys((*everywhere, *handles)))
