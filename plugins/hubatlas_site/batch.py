"""Some of a site's files, as the process that wrote them tells of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from hubatlas.asking import Answer, Question
from hubatlas.exports.edition import Preview
from hubatlas.exports.packed import Packed
from hubatlas_site.folders import file_name
from hubatlas_site.kept_work import Unit, UnitId
from hubatlas_site.manifest import Files


@dataclass(slots=True)
class Batch:
    """What was written, the size of each export by its address, the pages that search engines may list.

    `packed` are new ones of version 1 as the archive holds them, by address; `previews` are of tables, by name. `units`
    are those that the files were made in, and `told` what was told of many records for them, by the press for pages in
    one `language`.
    """

    files: Files = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    packed: dict[str, Packed] = field(default_factory=dict)
    previews: dict[str, Preview] = field(default_factory=dict)
    units: dict[UnitId, Unit] = field(default_factory=dict)
    told: dict[Question, Answer] = field(default_factory=dict)
    language: str = ""

    def add(self, other: Batch) -> None:
        """Take in what another batch tells."""
        self.files |= other.files
        self.sizes |= other.sizes
        self.listed += other.listed
        self.packed |= other.packed
        self.previews |= other.previews
        self.units |= other.units
        self.told |= other.told
        self.language = other.language

    def as_unit(self, asked: frozenset[Question]) -> Unit:
        """What to keep of it, when all of it was made in one unit that asked this."""
        return Unit(asked, tuple(self.files), tuple(self.sizes), tuple(self.listed), tuple(self.previews.items()))


def kept_batch(name: UnitId, unit: Unit, files: Files, language: str) -> Batch:
    """What a unit of the last build, whose files are these, would be again."""
    stamps = {address: files[file_name(address)].stamp for address in unit.exported}
    return Batch(
        files=files,
        sizes={address: 0 if found is None else found.size for address, found in stamps.items()},
        listed=list(unit.listed),
        previews=dict(unit.previews),
        units={name: unit},
        language=language,
    )
