"""Makes pages and puts them into the site's folder, or keeps those that would come out the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from hubatlas import urls
from hubatlas.directory import Directory
from hubatlas.exports import EXPORTS, Edition, Export
from hubatlas.exports.edition import Published
from hubatlas.exports.kinds import FilesForEach
from hubatlas.exports.packed import packed
from hubatlas.exports.release import is_released, released_in
from hubatlas.language import OWN, Language, speaking
from hubatlas.pages import DataPageKind, PageContext, PageForEach, PageKind, site_context
from hubatlas_site import progress, state
from hubatlas_site.batch import Batch, kept_batch
from hubatlas_site.compiled import CompiledTemplates
from hubatlas_site.faults import fault_of_page
from hubatlas_site.folders import SiteFolder, file_name
from hubatlas_site.kept_work import KeptWork, UnitId, other_records
from hubatlas_site.keys import files_key, value_key
from hubatlas_site.manifest import Files
from hubatlas_site.order import Order
from hubatlas_site.rendering import Renderer

PAGES_A_MESSAGE = 100


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
        self._language = OWN if spoken is None else spoken.code
        self._templates = order.theme / "templates"
        words = tuple((each.code, tuple(each.messages.items())) for each in languages)
        code = value_key(code, words) if words else code
        self._setting = value_key(code, files_key(self._templates, "*"), shared, dict(assets))
        folder = order.cache / ("templates" if spoken is None else f"templates-{spoken.code}")
        compiled = CompiledTemplates(folder, code.hex())
        self._renderer = Renderer(self._templates, shared, assets, compiled, spoken=spoken, languages=languages)
        self._kept = self._kept_work(order)

    def _kept_work(self, order: Order) -> KeptWork:
        """What is left of the last build: units made of the same settings, schemas, packages and other records."""
        packages = (order.project / "package-lock.json").read_bytes()
        files = (files_key(order.schema, "*.json"), packages, other_records(self._directory))
        setting = value_key(self._setting, *files, order.today, order.site_address, order.repository)
        path = state.units_path(order, self._language)
        others = {"commit": (order.commit or "").encode(), "history": None}
        return KeptWork(path, self._directory, setting, others)

    def find_changes(self) -> None:
        """Find what has changed since the last build, once for all processes that write pages."""
        with speaking(self._spoken):
            self._kept.find_changes()

    def remember(self, batches: Iterable[Batch]) -> None:
        """Keep what the next build should know of those of the batches that are this press's."""
        whole = Batch()
        for batch in batches:
            if batch.language == self._language:
                whole.add(batch)
        self._kept.save(whole.units, whole.told)

    def pages(self, kind: PageKind) -> Batch:
        """Write every page of a kind; in another language those that are translated."""
        with speaking(self._spoken):
            if isinstance(kind.contexts, PageForEach):
                return self._one_by_one(kind, kind.contexts)
            return self.unit(
                (kind.name,), lambda: self._written(kind, kind.contexts(self._directory, self._today), kind.fragment)
            )

    def _one_by_one(self, kind: PageKind, each: PageForEach) -> Batch:
        """Write the pages of each record, those of one record as a unit."""

        def written(slug: str, addresses: tuple[str, ...]) -> Batch:
            page = each.context(self._directory, slug, self._today)
            return self._written(kind, () if page is None else [(one, page) for one in addresses], kind.fragment)

        batch = Batch()
        for count, (slug, addresses) in enumerate(each.addresses(self._directory)):
            if count % PAGES_A_MESSAGE == 0:
                progress.show(f"Pages of kind {kind.name}: {count:,}")
            batch.add(self.unit((kind.name, *addresses), partial(written, slug, addresses)))
        return batch

    def unit(self, name: UnitId, make: Callable[[], Batch]) -> Batch:
        """What `make` gives; or that which it gave last time, if nothing that it asked for has changed."""
        kept = self._kept.unit(name)
        files = None if kept is None else self._site.keep_all(kept.names)
        if kept is not None and files is not None:
            return kept_batch(name, kept, files, self._language)
        with self._directory.questions.watched() as asked:
            batch = make()
        batch.units[name] = batch.as_unit(self._kept.shared(asked))
        batch.told, batch.language = self._kept.told(asked), self._language
        return batch

    def data_pages(self, kind: DataPageKind, edition: Edition, sizes: Mapping[str, int]) -> Batch:
        """Write every page of a kind about the published data; `sizes` is that of each file by its address."""

        def written() -> Batch:
            return self._written(kind, kind.contexts(edition, sizes))

        return written() if kind.tells_sizes else self.unit((kind.name,), written)

    def _written(
        self, kind: PageKind | DataPageKind, contexts: Iterable[tuple[str, PageContext]], fragment: str | None = None
    ) -> Batch:
        batch = Batch()
        for address, context in contexts:
            if self._spoken is not None and not urls.is_translated(address):
                continue
            batch.files |= self.page(kind.template, address, context, in_one_language=isinstance(kind, DataPageKind))
            if fragment is not None:
                batch.files |= self.page(fragment, urls.fragment(address), context)
            if context.head.indexed:
                batch.listed.append(self._stands_at(address))
        return batch

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
        """The files of version 1 in the batches, by address; those that have not changed are from the last archive."""
        archive = self._site.published(urls.ARCHIVE)
        before = {} if archive is None else released_in(archive)
        found = {}
        for batch in batches:
            for address in filter(is_released, batch.sizes):
                name = file_name(address)
                digest = batch.files[name].content
                unchanged = before.get(address) if self._site.was(address, digest) else None
                ready = batch.packed.get(address) or unchanged or packed(self._site.read(name))
                found[address] = Published(digest, ready)
        return found

    def group(self, edition: Edition, exports: Iterable[Export], kinds: Iterable[DataPageKind]) -> Batch:
        """Write every file of some exports, and the pages of some kinds that are made of the same things."""
        batch = Batch()
        for export in exports:
            each = export.files
            if isinstance(each, FilesForEach):
                for slug in each.slugs(edition):
                    files = partial(each.of_record, edition, slug)
                    batch.add(self.unit((export.address, slug), partial(self._exported, files)))
            else:
                batch.add(self.unit((export.address,), partial(self.export, edition, export)))
        for kind in kinds:
            batch.add(self.data_pages(kind, edition, {}))
        return batch

    def spoken_exports(self, edition: Edition) -> Batch:
        """Write what scripts of pages in this press's language show."""
        spoken = replace(edition, directory=self._directory, recorded=edition.directory)
        files: Files = {}
        with speaking(self._spoken):
            for export in EXPORTS:
                for address, content in export.files(spoken) if export.in_each_language else ():
                    files |= self._site.write(self._stands_at(address), content)
        return Batch(files)

    def export(self, edition: Edition, *exports: Export) -> Batch:
        """Write every file of some exports, whatever was there."""
        batch = Batch()
        for export in exports:
            batch.add(self._exported(partial(export.files, edition)))
            if export.table is not None:
                batch.previews[export.table.name] = export.table.preview(edition)
        return batch

    def _exported(self, files: Callable[[], Iterable[tuple[str, bytes]]]) -> Batch:
        batch = Batch()
        for address, content in files():
            [(name, file)] = self._site.write(address, content).items()
            batch.files[name] = file
            batch.sizes[address] = len(content)
            if is_released(address) and not self._site.was(address, file.content):
                batch.packed[address] = packed(content)
        return batch
