"""Every page of the site, listed once: its address, its template and the plain values that the template shows.

A template sees its context as `page` and what all pages share as `site` (see `site_context`).
"""

from __future__ import annotations

from hubatlas.pages.kinds import Head, PageContext, PageKind
from hubatlas.pages.site import SiteContext, site_context

PAGES: tuple[PageKind, ...] = ()

__all__ = ["PAGES", "Head", "PageContext", "PageKind", "SiteContext", "site_context"]
