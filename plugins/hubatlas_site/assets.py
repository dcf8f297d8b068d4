"""Style sheets, scripts and images: the theme's sources as the files that browsers get.

- `theme/styles/main.scss`, and each further `.scss` whose name does not start with an underscore, becomes `main.css`
- `theme/scripts/main.js`, `kiosk.js`, each `*-worker.js`, `*-map.js`, `*-page.js` and `*-form.js` become files of the
  same name, each with all that it imports, so that a page waits for one file at a time
- `theme/images/` is copied as it is
- the network's colours become `network.css`
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from hubatlas.publication import Appearance
from hubatlas_site import cache, progress
from hubatlas_site.colours import readable_on
from hubatlas_site.order import BuildError

VERSION_LENGTH = 10
SECONDS_ALLOWED = 120
ENTRIES = {"main", "kiosk"}
LOADED_LATER = ("-worker", "-map", "-page", "-form")
INSTEAD = {"@protomaps/basemaps": "street-colours.js", "pmtiles": "opened-archive.js"}
"""What stands in scripts for packages of which a phone would load far more than it uses."""
BROWSERS = ("chrome109", "edge109", "firefox115", "safari15.4")


def theme_assets(theme: Path, project: Path, kept: Path) -> dict[str, bytes]:
    """Name to bytes of every file made from the theme; `kept` is the folder for results of earlier builds.

    Raises BuildError with the compiler's own words where a source has a fault.
    """
    sources = [file for folder in ("styles", "scripts", "images") for file in _files(theme / folder)]
    store = kept / _key(sources, theme, project)
    found = cache.read(store)
    if found is not None:
        return _unpacked(found)
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - slow to import, and styles seldom change

    progress.show("Styles and scripts")
    with ThreadPoolExecutor() as pool:
        styles = pool.submit(_styles, theme / "styles", project)
        scripts = pool.submit(_scripts, theme / "scripts", project)
        made = styles.result() | scripts.result() | _images(theme / "images")
    shutil.rmtree(kept, ignore_errors=True)
    cache.write(store, _packed(made))
    return made


def spoken_asset(name: str, code: str) -> str:
    """The name of a script that has the words of a language with it: main.cy.js for main.js."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{code}{dot}{ending}"


def network_style(appearance: Appearance) -> bytes:
    """The network's colours as CSS custom properties, over those of GOV.UK Frontend."""
    brand = appearance.brand_colour
    properties = {
        "--network-brand-colour": brand,
        "--network-on-brand-colour": readable_on(brand),
        "--network-accent-colour": appearance.accent_colour or brand,
        "--network-link-colour": appearance.link_colour or brand,
        "--govuk-brand-colour": brand,
        "--govuk-link-colour": appearance.link_colour or brand,
    }
    lines = (f"  {name}: {value};" for name, value in properties.items())
    return "\n".join((":root {", *lines, "}", "")).encode("ascii")


def versions(assets: Mapping[str, bytes]) -> dict[str, str]:
    """Name to a short hash of each asset, which changes when the asset does."""
    return {name: hashlib.sha256(body).hexdigest()[:VERSION_LENGTH] for name, body in sorted(assets.items())}


def _key(sources: list[Path], theme: Path, project: Path) -> str:
    digest = hashlib.sha256((project / "package-lock.json").read_bytes())
    digest.update(Path(__file__).read_bytes())
    for source in sources:
        digest.update(f"\0{source.relative_to(theme)}\0".encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _styles(styles: Path, project: Path) -> dict[str, bytes]:
    entries = sorted(file for file in styles.glob("*.scss") if not file.name.startswith("_"))
    if not entries:
        return {}
    modules = project / "node_modules"
    options = ("--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={modules}", "--no-color")
    with tempfile.TemporaryDirectory() as folder:
        pairs = [f"{entry}:{Path(folder) / entry.with_suffix('.css').name}" for entry in entries]
        _run("styles", ["node", str(modules / "sass" / "sass.js"), *options, *pairs], project)
        return {file.name: file.read_bytes() for file in _files(Path(folder))}


def _scripts(scripts: Path, project: Path) -> dict[str, bytes]:
    entries = sorted(file for file in scripts.glob("*.js") if file.stem in ENTRIES or file.stem.endswith(LOADED_LATER))
    if not entries:
        return {}
    program = project / "node_modules" / "esbuild" / "bin" / "esbuild"
    options = (
        *("--bundle", "--format=esm", "--minify", "--charset=utf8", "--legal-comments=eof"),
        *("--log-level=warning", "--color=false", f"--target={','.join(BROWSERS)}"),
        *(f"--alias:{package}={scripts / module}" for package, module in INSTEAD.items()),
    )
    with tempfile.TemporaryDirectory() as folder:
        _run("scripts", ["node", str(program), *map(str, entries), *options, f"--outdir={folder}"], project)
        return {str(file.relative_to(folder)): file.read_bytes() for file in _files(Path(folder))}


def _images(images: Path) -> dict[str, bytes]:
    return {f"images/{file.relative_to(images).as_posix()}": file.read_bytes() for file in _files(images)}


def _run(what: str, command: list[str], project: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - a list that this module wrote; no shell
            command, capture_output=True, text=True, timeout=SECONDS_ALLOWED, check=False, cwd=project
        )
    except FileNotFoundError:
        raise BuildError("Node.js is not set up. Put it right with: python3 scripts/setup.py") from None
    except subprocess.TimeoutExpired:
        raise BuildError(f"The theme's {what} were not ready after {SECONDS_ALLOWED} seconds.") from None
    if done.returncode != 0:
        raise BuildError(f"The theme's {what} could not be built.\n{(done.stderr or done.stdout).strip()}")


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(path for path in folder.rglob("*") if path.is_file()))


def _packed(assets: Mapping[str, bytes]) -> bytes:
    """All assets in one piece: a line of names and sizes, then the bytes."""
    return json.dumps([[name, len(body)] for name, body in assets.items()]).encode() + b"\n" + b"".join(assets.values())


def _unpacked(stored: bytes) -> dict[str, bytes]:
    line, _, bodies = stored.partition(b"\n")
    assets = {}
    start = 0
    for name, size in json.loads(line):
        assets[name] = bodies[start : start + size]
        start += size
    return assets
