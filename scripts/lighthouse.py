"""Asks Lighthouse about a page of each kind, and fails where one scores less than the site promises."""

from setup import ROOT, browser, ensure

ensure("test")

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from chromium import ARGUMENTS
from node import install_packages
from samples import built, fullest, kinds_in
from site_server import LOOPBACK, SiteRequestHandler

FOLDER = ROOT / "benchmarks" / "lighthouse"
INSTALLED = FOLDER / "node_modules" / ".package-lock.json"
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
LEAST_WITH_MAP = {**LEAST, "performance": 95}
WITH_MAP = frozenset(("home", "hubs"))
NOT_FOR_SEARCH_ENGINES = '<meta name="robots" content="noindex">'
COMPRESSED = frozenset((".css", ".html", ".js", ".json", ".svg"))


class CompressingHandler(SiteRequestHandler):
    """Answers with compressed text, as web hosts do."""

    def send_head(self) -> "BytesIO | IO[bytes] | None":  # type: ignore[override] # a file, of whatever kind
        """Send the headers of the answer, and return what follows them."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the network, ask about each kind of page and print the scores; 1 where one is too low."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the network to show (default: content)")
    parser.add_argument("--today", help="the date to build for, such as 2026-12-01 (default: the newest commit's)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is asked about (default: 3)")
    parser.add_argument("kinds", nargs="*", help="kinds of page, such as hub (default: all)")
    options = parser.parse_args(arguments)
    if not INSTALLED.is_file() or INSTALLED.stat().st_mtime < (FOLDER / "package-lock.json").stat().st_mtime:
        install_packages(Path(shutil.which("node") or "node"), FOLDER)
    site = built(options.content.resolve(), options.today)
    with ThreadingHTTPServer((LOOPBACK, 0), partial(CompressingHandler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://{LOOPBACK}:{server.server_port}/"
        addresses = {home + fullest(site, kind): kind for kind in options.kinds or kinds_in(site)}
        low = sum(
            _is_low(site, addresses[found["address"]], found) for found in _asked(options.rounds, tuple(addresses))
        )
        server.shutdown()
    print(f"{low or 'No'} page{'' if low == 1 else 's'} below what the site promises.")
    return 1 if low else 0


def _asked(rounds: int, addresses: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """What Lighthouse says of each address, best of so many rounds, as soon as it is known."""
    command = ["node", str(FOLDER / "measure.js"), str(rounds), " ".join(ARGUMENTS), *addresses]
    environment = {**os.environ, "CHROME_PATH": browser()}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=FOLDER) as process:
        yield from (json.loads(line) for line in process.stdout or ())
    if process.returncode:
        sys.exit(process.returncode)


def _is_low(site: Path, kind: str, found: Mapping[str, Any]) -> bool:
    """Whether a page of that kind scores too little; prints its scores, and what to look at."""
    least = dict(LEAST_WITH_MAP if kind in WITH_MAP else LEAST)
    page = site / fullest(site, kind)
    if NOT_FOR_SEARCH_ENGINES in (page / "index.html" if page.is_dir() else page).read_text("utf-8"):
        del least["seo"]
    low = {category for category, score in least.items() if found["scores"][category] < score}
    print(f"{kind:<20}", *(f"{category} {score:>3}  " for category, score in found["scores"].items()), flush=True)
    for audit in found["failed"]:
        if audit["category"] in low:
            print(f"{'':<20} {audit['category']}: {audit['title']} {audit.get('displayValue') or ''}", flush=True)
    return bool(low)


if __name__ == "__main__":
    sys.exit(main())
