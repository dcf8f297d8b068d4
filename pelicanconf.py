"""Settings of Pelican, which runs the site's generator, plugins/hubatlas_site/, and does nothing else.

No file of the content folder goes through Pelican's readers, and Pelican copies none: everything that could is off.
"""

import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

PATH = os.environ.get("NETWORK", "content")
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["hubatlas_site.plugin"]
HUBATLAS_TODAY = os.environ.get("HUBATLAS_TODAY")

SITENAME = "Hub Atlas"
TIMEZONE = "Europe/London"
LOCALE = ["C"]
JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined}

ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
TEMPLATE_PAGES: dict[str, str] = {}
DIRECT_TEMPLATES: list[str] = []
READERS = dict.fromkeys(("rst", "md", "markdown", "mkd", "mdown", "html", "htm"))
IGNORE_FILES = ["*"]
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
