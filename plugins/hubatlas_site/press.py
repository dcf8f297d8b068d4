"""Makes pages and puts them into the site's folder, or keeps those that would come out the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition, Export
from hubatlas.exports.edition import Preview, Published
from hubatlas.exports.packed import Packed, packed
from hubatlas.exports.release import is_released, released_in
from hubatlas.language import Language, speaking
from hubatlas.pages import DataPageKind, PageContext, PageKind, site_context
from hubatlas_site import progress
from hubatlas_site.compiled import CompiledTemplates
from hubatlas_site.faults import fault_of_page
from hubatlas_site.folders import SiteFolder, file_name
from hubatlas_site.keys import files_key, value_key
from hubatlas_site.manifest import Files
from hubatlas_site.order import Order
from hubatlas_site.rendering import Renderer

PAGES_A_MESSAGE = 100


class Batch(NamedTuple):
    """Some of a site's files: what was written, the size of each by address, the pages that search engines may list.

    `packed` are new ones of version 1 as the archive holds them, with their addresses; `previews` are of tables, with
    their names.
    """

    files: Files
    sizes: dict[str, int]
    listed: tuple[str, ...] = ()
    packed: Sequence[tuple[str, Packed]] = ()
    previews: Sequence[tuple[str, Preview]] = ()


class Press:
    """Writes the pages and exports of one directory.

    `assets` maps the name of each asset to its version; `code` stands for the code that makes the pages. `languages`
    are those that the site is in besides its own; `spoken` is the one of them that this press writes pages in.
    """

    def __init__(  # noqa: PLR0913 - each is one thing that a site is made of
        self,
        order: Order,
        directory: Directory,
        site: SiteFolder,
        *,
        assets: Mapping[str, str],
        code: bytes,
        languages: Sequence[Language] = (),
        spoken: Language | None = None,
    ) -> None:
        with speaking(spoken):
            shared = site_context(directory, order.today)
        self._directory = directory
        self._today = order.today
        self._site = site
        self._spoken = spoken
        self._templates = order.theme / "templates"
        words = tuple((each.code, tuple(each.messages.items())) for each in languages)
        code = value_key(code, words) if words else code
        self._setting = value_key(code, files_key(self._templates, "*"), shared, dict(assets))
        folder = order.cache / ("templates" if spoken is None else f"templates-{spoken.code}")
        compiled = CompiledTemplates(folder, code.hex())
        self._renderer = Renderer(self._templates, shared, assets, compiled, spoken=spoken, languages=languages)

    def pages(self, kind: PageKind) -> Batch:
        """Write every page of a kind; in another language those that are translated."""
        with speaking(self._spoken):
            contexts = kind.contexts(self._directory, self._today)
            if self._spoken is None:
                return self._written(kind, contexts, kind.fragment)
            return self._written(kind, (each for each in contexts if urls.is_translated(each[0])))

    def data_pages(self, kind: DataPageKind, edition: Edition, sizes: Mapping[str, int]) -> Batch:
        """Write every page of a kind about the published data; `sizes` is that of each file by its address."""
        return self._written(kind, kind.contexts(edition, sizes))

    def _written(
        self, kind: PageKind | DataPageKind, contexts: Iterable[tuple[str, PageContext]], fragment: str | None = None
    ) -> Batch:
        files: Files = {}
        listed = []
        for count, (address, context) in enumerate(contexts):
            if count % PAGES_A_MESSAGE == 0:
                progress.show(f"Pages of kind {kind.name}: {count:,}")
            files |= self.page(kind.template, address, context, in_one_language=isinstance(kind, DataPageKind))
            if fragment is not None:
                files |= self.page(fragment, urls.fragment(address), context)
            if context.head.indexed:
                listed.append(self._stands_at(address))
        return Batch(files, {}, tuple(listed))

    def page(self, template: str, address: str, context: PageContext, *, in_one_language: bool = False) -> Files:
        """Write one page, unless the published one was made from an equal context by the same templates and code.

        `in_one_language` is for one that is there in no other, whatever others at such addresses are.
        """
        stands_at = self._stands_at(address)
        key = value_key(self._setting, template, stands_at, context).hex()
        kept = self._site.keep(stands_at, key)
        if kept is not None:
            return kept
        try:
            content = self._renderer.render(template, address, context, in_one_language=in_one_language)
        except Exception as error:
            raise fault_of_page(stands_at, template, self._templates, error) from error
        return self._site.write(stands_at, content, key)

    def _stands_at(self, address: str) -> str:
        return address if self._spoken is None else urls.in_language(address, self._spoken.code)

    def published(self, batches: Iterable[Batch]) -> dict[str, Published]:
        """The files of version 1 that the batches hold, by address; those that have not changed from the last archive."""
        archive = self._site.published(urls.ARCHIVE)
        before = {} if archive is None else released_in(archive)
        found = {}
        for batch in batches:
            ready = dict(batch.packed)
            for address in filter(is_released, batch.sizes):
                name = file_name(address)
                digest = batch.files[name].content
                unchanged = before.get(address) if self._site.was(address, digest) else None
                found[address] = Published(digest, ready.get(address) or unchanged or packed(self._site.read(name)))
        return found

    def group(self, edition: Edition, exports: Iterable[Export], kinds: Iterable[DataPageKind]) -> Batch:
        """Write every file of some exports, and the pages of some kinds that are made of the same things."""
        batches = [self.export(edition, *exports), *(self.data_pages(kind, edition, {}) for kind in kinds)]
        files = {name: file for batch in batches for name, file in batch.files.items()}
        listed = tuple(page for batch in batches for page in batch.listed)
        return batches[0]._replace(files=files, listed=listed)

    def spoken_exports(self, edition: Edition) -> Batch:
        """Write what scripts of pages in this press's language show."""
        spoken = replace(edition, directory=self._directory, recorded=edition.directory)
        files: Files = {}
        with speaking(self._spoken):
            for export in EXPORTS:
                for address, content in export.files(spoken) if export.in_each_language else ():
                    files |= self._site.write(self._stands_at(address), content)
        return Batch(files, {})

    def export(self, edition: Edition, *exports: Export) -> Batch:
        """Write every file of some exports; those of one table share its rows."""
        files: Files = {}
        sizes = {}
        ready = []
        for export in exports:
            for address, content in export.files(edition):
                [(name, file)] = self._site.write(address, content).items()
                files[name] = file
                sizes[address] = len(content)
                if is_released(address) and not self._site.was(address, file.content):
                    ready.append((address, packed(content)))
        tables = {export.table.name: export.table for export in exports if export.table is not None}
        previews = [(name, table.preview(edition)) for name, table in tables.items()]
        return Batch(files, sizes, packed=ready, previews=previews)
