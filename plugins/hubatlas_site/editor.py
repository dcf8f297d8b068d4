"""Sveltia CMS, the program of the editor at /admin/, with its fonts and languages, from its package on npm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hubatlas import urls
from hubatlas_site.order import BuildError

_PARTS = ("chunks/react-*.js", "assets/*.woff2", "assets/*.LICENSE.txt")
"""What a form of texts needs besides `index.js`. The package also has decoders of pictures and colours for code."""
_FONTS_FROM_ELSEWHERE = re.compile(rb"@font-face \{[^}]*https://[^}]*\}")
_LANGUAGES = re.compile(rb"\.\./locales/([A-Za-z-]+)\.json")
_NO_ZOOM = b"`maximum-scale=1`,"
_ELSEWHERE = b"cdn.jsdelivr.net"


def program(project: Path) -> Iterator[tuple[str, bytes]]:
    """Address and content of each file of the editor's program.

    It names fonts that lie beside it, and the same ones elsewhere; only the first are left. It would keep readers from
    making the page larger. Its languages are JSON, which browsers do not import, and become modules.
    """
    package = project / "node_modules" / "@sveltia" / "cms"
    home = urls.EDITOR_PROGRAM.removesuffix("index.js")
    try:
        source = (package / "npm" / "index.js").read_bytes()
    except FileNotFoundError:
        raise BuildError("The editor of records is not set up. Put it right with: python3 scripts/setup.py") from None
    source = source.replace(_NO_ZOOM, b"")
    script = _LANGUAGES.sub(rb"./locales/\1.js", _FONTS_FROM_ELSEWHERE.sub(b"", source))
    if _ELSEWHERE in script:
        raise BuildError(
            "This version of Sveltia CMS asks for fonts in a way that hubatlas_site/editor.py does not know."
        )
    yield urls.EDITOR_PROGRAM, script
    for language in sorted({match[1].decode() for match in _LANGUAGES.finditer(source)}):
        words = (package / "locales" / f"{language}.json").read_bytes()
        yield f"{home}locales/{language}.js", b"export default " + words
    for part in _PARTS:
        files = sorted((package / "npm").glob(part))
        yield from ((f"{home}{file.relative_to(package / 'npm').as_posix()}", file.read_bytes()) for file in files)
