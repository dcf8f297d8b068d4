"""Pages from the theme's templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import BytecodeCache

from hubatlas import urls
from hubatlas.pages import PageContext, SiteContext
from hubatlas_site.components import Components
from hubatlas_site.links import Links
from hubatlas_site.prose import Prose

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)


class Renderer:
    """Renders every page of one site; `assets` maps the name of each style sheet, script and image to its version.

    Templates see `page` (the page's context), `site` (what all pages share), `address` and `root`; everywhere, macros
    included, they can call

    - `to(address)`: the link from this page to an address from the root of the site
    - `asset(name)`: the link to a style sheet, script or image
    - `govuk(component, params)`: a GOV.UK Frontend component
    - `text | markdown` or `text | markdown(top=2)`: a record's Markdown as safe HTML, headings from that level down
    - `content_security_policy`: what browsers are to allow the page
    """

    def __init__(
        self, templates: Path, site: SiteContext, assets: Mapping[str, str], bytecode: BytecodeCache | None = None
    ) -> None:
        self._site = site
        self._assets = assets
        self._links = Links(site.address)
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=bytecode,
        )
        self._environment.globals |= {
            "to": self._links.to,
            "asset": self._asset,
            "govuk": Components(bytecode).render,
            "content_security_policy": CONTENT_SECURITY_POLICY,
        }
        self._environment.filters["markdown"] = Prose(self._links.to).html

    def render(self, template: str, address: str, page: PageContext) -> bytes:
        """The page at `address`, as UTF-8."""
        self._links.stand_at(address)
        loaded = self._environment.get_template(template)
        text = loaded.render(page=page, site=self._site, address=address, root=self._links.root)
        return text.encode("utf-8")

    def _asset(self, name: str) -> str:
        """The link to a file of the theme, ending in its version so that browsers never show an old one."""
        if name not in self._assets:
            raise LookupError(f"The theme has no asset {name!r}; it has {', '.join(sorted(self._assets))}")
        return f"{self._links.to(urls.asset(name))}?v={self._assets[name]}"
