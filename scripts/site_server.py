"""Serves a built site from this computer to this computer only, the way a static host would."""

import errno
import re
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

LOOPBACK = "127.0.0.1"
PORTS_TRIED = 50
PART = re.compile(r"bytes=(\d+)-(\d*)", re.ASCII)


class SiteRequestHandler(SimpleHTTPRequestHandler):
    """Answers from a folder, with `404.html` as the page for an address that is not there, and logs nothing."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc] # a class of its own, a table of its own
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".geojson": "application/geo+json",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/vnd.microsoft.icon",
        ".ics": "text/calendar; charset=utf-8",
        ".jpg": "image/jpeg",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".map": "application/json",
        ".md": "text/markdown; charset=utf-8",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
        ".yaml": "application/yaml",
        ".zip": "application/zip",
    }

    def do_GET(self) -> None:
        """Send a file, or the part of it that is asked for, as maps do of an archive of streets."""
        asked = PART.fullmatch(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if asked is None or not path.is_file():
            super().do_GET()
            return
        size = path.stat().st_size
        first, last = int(asked[1]), min(int(asked[2] or size), size - 1)
        if first > last:
            self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return
        with path.open("rb") as file:
            file.seek(first)
            body = file.read(last - first + 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path: str) -> str:  # type: ignore[override] # the base class takes more kinds of path
        """The type by the ending; below `/oruk/`, where paths of an API have none, it is JSON (see docs/hosting.md)."""
        is_feed = self.path.partition("?")[0].startswith("/oruk/") and not path.endswith(".ndjson")
        return self.extensions_map[".json"] if is_feed else super().guess_type(path)

    def end_headers(self) -> None:
        """Ask the browser to look again each time, so that a rebuilt page shows; let other sites read open data."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for an address that is not there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gave it
        """Keep the terminal quiet."""


class SiteServer(ThreadingHTTPServer):
    """A server of one folder on a loopback port; `address` is what to type into a browser."""

    daemon_threads = True
    allow_reuse_address = False  # two servers must not share a port, or one would show the other's site

    def __init__(self, folder: Path, port: int = 0) -> None:
        """Listen on `port`, or on any free one if it is 0; raise OSError if it is taken."""
        super().__init__((LOOPBACK, port), partial(SiteRequestHandler, directory=str(folder)))

    @property
    def address(self) -> str:
        """The address of the home page."""
        return f"http://{LOOPBACK}:{self.server_port}/"


def first_free(folder: Path, port: int) -> SiteServer:
    """Serve `folder` on `port`, or on the first free port after it."""
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            return SiteServer(folder, candidate)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    return SiteServer(folder)
