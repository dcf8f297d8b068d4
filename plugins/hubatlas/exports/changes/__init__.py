"""What changed, for machines that follow along: as JSON, as an Atom feed, and as notes at addresses that have ended."""

from __future__ import annotations

from hubatlas import urls
from hubatlas.exports.changes.atom import atom_file
from hubatlas.exports.changes.ended import ended_files
from hubatlas.exports.changes.listed import changes_file
from hubatlas.exports.kinds import Export

GROUP = "history"
"""The group of what is made of the history of the records, which is read once for all of it."""

CHANGES = (
    Export(
        address=urls.CHANGES_JSON,
        title="Changes (JSON)",
        description="Every record that was added, changed or has ended, with what it said before and says now.",
        media_type="application/json",
        files=changes_file,
        group=GROUP,
    ),
    Export(
        address=urls.CHANGES_FEED,
        title="Changes (Atom feed)",
        description="The newest changes, to follow in a feed reader.",
        media_type="application/atom+xml",
        files=atom_file,
        group=GROUP,
    ),
    Export(
        address=urls.record("{kind}", "{id}"),
        title="Ended records",
        description="What became of a record that is no longer at its address.",
        media_type="application/json",
        files=ended_files,
        listed=False,
        group=GROUP,
    ),
)
