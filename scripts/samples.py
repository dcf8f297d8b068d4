"""A page of each kind of a built site, for programs that look at pages."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRAGMENT = ".fragment.html"
"""How the files end that are pieces of HTML for other websites' pages, and no pages themselves."""

KINDS: dict[str, str] = {
    "home": "index.html",
    "needs": "needs/index.html",
    "need": "needs/*/index.html",
    "whats-on": "whats-on/index.html",
    "hubs": "hubs/index.html",
    "hub": "hubs/*/index.html",
    "services": "services/index.html",
    "service": "services/*/index.html",
    "organisation": "organisations/*/index.html",
    "place": "places/*/index.html",
    "network": "network/index.html",
    "core-offer": "network/core-offer/index.html",
    "search": "search/index.html",
    "suggest": "suggest/index.html",
    "data": "data/index.html",
    "about": "about/index.html",
    "not-found": "404.html",
    "organisations": "organisations/index.html",
    "hub-timetable": "whats-on/*/index.html",
    "timetable-checks": "network/timetable-checks/index.html",
    "places": "places/index.html",
    "neighbours": "neighbours/index.html",
    "spaces": "spaces/index.html",
    "referrals": "referrals/index.html",
    "specialisms": "network/specialisms/index.html",
    "quality": "network/quality/index.html",
    "governance": "network/governance/index.html",
    "plans": "network/plans/index.html",
    "coverage": "network/coverage/index.html",
    "standards": "network/standards/index.html",
    "indicators": "network/indicators/index.html",
    "indicator": "network/indicators/*/index.html",
    "stories": "network/stories/index.html",
    "story": "network/stories/*/index.html",
    "learning": "network/learning/index.html",
    "signposts": "network/signposts/index.html",
    "freshness": "network/freshness/index.html",
    "words": "network/words/index.html",
    "contribute": "contribute/index.html",
    "accessibility": "accessibility/index.html",
    "privacy": "privacy/index.html",
    "table": "data/tables/*/index.html",
    "dictionary": "data/dictionary/index.html",
    "record": "data/dictionary/*/index.html",
    "changes": "data/changes/index.html",
    "versions": "data/versions/index.html",
    "ended": "hubs/ferry-house/index.html",
    "embedding": "embed/index.html",
    "hub-embedding": "embed/hubs/*/index.html",
    "hub-leaflet": "hubs/*/leaflet/index.html",
    "service-leaflet": "services/*/leaflet/index.html",
    "place-leaflet": "places/*/leaflet/index.html",
    "saved": "saved/index.html",
    "hub-embed": "embed/hubs/*.html",
    "week-embed": "embed/whats-on.html",
    "hub-week-embed": "embed/hubs/*/whats-on.html",
    "kiosk": "kiosk/index.html",
}
"""Where the pages of each kind lie in a built site."""


def built(content: Path, today: "str | None" = None) -> Path:
    """The site of a network, built where `make build` puts it; ends the program where the records do not allow it."""
    site = ROOT / "output"
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(content), "--output", str(site)]
    if subprocess.run([*command, "--today", today] if today else command, check=False).returncode != 0:
        sys.exit(1)
    return site


def kinds_in(site: Path) -> list[str]:
    """The kinds of page that the site has."""
    return [kind for kind, pages in KINDS.items() if any(site.glob(pages))]


def fullest(site: Path, kind: str) -> str:
    """The path of the page of that kind that says most, such as hubs/quayside/."""
    files = sorted(file for file in site.glob(KINDS[kind]) if not file.name.endswith(FRAGMENT))
    if not files:
        raise LookupError(f"{site} has no page of the kind {kind}")
    largest = max(files, key=lambda file: file.stat().st_size)
    return largest.relative_to(site).as_posix().removesuffix("index.html")
