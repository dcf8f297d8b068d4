"""Pages from the theme's templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import BytecodeCache
from markupsafe import Markup

from hubatlas import language, urls
from hubatlas.language import Language
from hubatlas.pages import PageContext, SiteContext, page_data
from hubatlas.pages.site import Streets
from hubatlas_site.assets import spoken_asset
from hubatlas_site.components import Components
from hubatlas_site.lang_attributes import with_lang
from hubatlas_site.links import Links
from hubatlas_site.prose import Prose
from hubatlas_site.qr import qr_code
from hubatlas_site.template_code import TemplateCode
from hubatlas_site.translating import Translations

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
KIOSK_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; form-action 'none'; base-uri 'none'"
)
_EDITOR_SECURITY_POLICY = (
    # Its program, which is not ours, draws its own styles, and reads its own mark from a data: address. Scripts come
    # from this site alone, and no other computer may be asked but that with the repository.
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self' data:{asks}; form-action 'none'; base-uri 'none'"
)
EMBED_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'"
)

_IN_SCRIPT = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
"""What could end a script element, or mean something else in it, and the same in JSON's own spelling."""


class _Templates(Environment):
    """Templates that all see the same globals, in the one dict, where looking up a name is quickest."""

    code_generator_class = TemplateCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


class PageInLanguage(NamedTuple):
    """A page in one language: its tag, what the language calls itself, and the page's address."""

    code: str
    name: str
    address: str


class Renderer:
    """Renders every page of one site; `assets` maps the name of each style sheet, script and image to its version.

    It renders the pages in the language `spoken`; pages in it and in the other `languages` of the site link to each
    other. Words in templates stand in `{% trans %}` blocks (see `Translations`) or, where a value is wanted, in
    `_("...")`.

    Templates see `page` (the page's context), `site` (what all pages share), `address`, `root`, `here` (the page's
    address in its own language), `translated` (whether it is there in all languages) and `in_languages` (the page in
    each language, see `PageInLanguage`; none where there is only one); everywhere, macros included, they can call

    - `to(address)`: the link from this page to an address from the root of the site
    - `language`, which is no call: the tag of the page's language
    - `as_is(address)`: the link to an address in its own language
    - `_(message, **values)`, `ngettext`, `pgettext`: as in `hubatlas.language`
    - `asset(name)`: the link to a style sheet, script or image
    - `govuk(component, params)`: a GOV.UK Frontend component
    - `text | markdown` or `text | markdown(top=2)`: a record's Markdown as safe HTML, headings from that level down
    - `qr(address)`: an image, as SVG, that leads a phone to a whole address
    - `linked_data(page.head)`: what the page says to machines, as JSON-LD for a script element
    - `content_security_policy`: what browsers are to allow the page, `map_security_policy` a page with a map,
      `embed_security_policy` a page in a frame, `kiosk_security_policy` the kiosk
    - `editor_security_policy(origins)`: the same for the editor of records, which may ask these origins
    - `json | in_script`: JSON for a script element, which nothing in it can end
    """

    def __init__(
        self,
        templates: Path,
        site: SiteContext,
        assets: Mapping[str, str],
        bytecode: BytecodeCache | None = None,
        *,
        spoken: Language | None = None,
        languages: Sequence[Language] = (),
    ) -> None:
        self._site = site
        self._assets = assets
        self._spoken = spoken
        self._languages = tuple(languages)
        self._links = Links(site.address, spoken.code if spoken else None)
        self._address = ""
        self._environment = _Templates(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,  # as many as there are, kept in a plain dict
            bytecode_cache=bytecode,
            extensions=(Translations,),
        )
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.globals |= {
            "to": self._links.to,
            "as_is": self._links.as_is,
            "asset": self._asset,
            "linked_data": lambda head: in_script(page_data(site, self._address, head)),
            "govuk": Components(bytecode).render,
            "qr": qr_code,
            "language": spoken.code if spoken else language.OWN,
            "_": language.gettext,
            "ngettext": language.ngettext,
            "pgettext": language.pgettext,
            "number_words": language.number_words,
            "form_of": language.form_of,
            "content_security_policy": CONTENT_SECURITY_POLICY,
            "map_security_policy": _map_policy(site.streets),
            "embed_security_policy": EMBED_SECURITY_POLICY,
            "kiosk_security_policy": KIOSK_SECURITY_POLICY,
            "editor_security_policy": _editor_policy,
        }
        self._environment.filters["markdown"] = Prose(self._links.to).html
        self._environment.filters["in_script"] = in_script

    def render(self, template: str, address: str, page: PageContext, *, in_one_language: bool = False) -> bytes:
        """The page at `address`, as UTF-8; the address is that in the network's own language, whatever is spoken.

        `in_one_language` is for one that is there in no other, whatever others at such addresses are.
        """
        stands_at = urls.in_language(address, self._spoken.code) if self._spoken else address
        self._links.stand_at(stands_at)
        self._address = address
        translated = not in_one_language and urls.is_translated(address)
        in_languages = self._in_languages(address, address if translated else urls.HOME)
        values = {"here": stands_at, "translated": translated, "in_languages": in_languages}
        with language.speaking(self._spoken):
            loaded = self._environment.get_template(template)
            text = loaded.render(page=page, site=self._site, address=address, root=self._links.root, **values)
        return (text if self._spoken is None else with_lang(text)).encode("utf-8")

    def _in_languages(self, address: str, there: str) -> tuple[PageInLanguage, ...]:
        """The page in each language; `there` is what the others have."""
        if not self._languages:
            return ()
        own = PageInLanguage(language.OWN, "English", address)
        others = (PageInLanguage(each.code, each.name, urls.in_language(there, each.code)) for each in self._languages)
        return (own, *others)

    def _asset(self, name: str) -> str:
        """The link to a file of the theme, ending in its version so that browsers never show an old one.

        A script comes with the words of the page's language, where it has any.
        """
        if self._spoken is not None and spoken_asset(name, self._spoken.code) in self._assets:
            name = spoken_asset(name, self._spoken.code)
        if name not in self._assets:
            raise LookupError(f"The theme has no asset {name!r}; it has {', '.join(sorted(self._assets))}")
        return f"{self._links.to(urls.asset(name))}?v={self._assets[name]}"


def _editor_policy(asks: Iterable[str]) -> str:
    """The policy of the editor: of all other computers, it reaches only that of the repository."""
    return _EDITOR_SECURITY_POLICY.format(asks="".join(f" {origin}" for origin in asks))


def _map_policy(streets: Streets | None) -> str:
    """The policy of other pages, and leave to ask for streets, which scripts do only once the reader wants them."""
    policy = CONTENT_SECURITY_POLICY
    for directive, host in (
        ("img-src 'self' data:", streets and streets.pictures_from),
        ("connect-src 'self'", streets and streets.data_from),
    ):
        if host:
            policy = policy.replace(directive, f"{directive} {host}")
    return policy


def in_script(json: str) -> Markup:
    """JSON that says the same, and that no text in it can let out of a script element."""
    for sign, spelling in _IN_SCRIPT:
        json = json.replace(sign, spelling)
    return Markup(json)  # noqa: S704 - nothing is left in it that means anything to HTML
