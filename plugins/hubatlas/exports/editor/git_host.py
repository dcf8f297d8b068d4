"""Where the records are kept, as the editor has to know it: which service, and which addresses it asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from hubatlas.frozen import dataclass
from hubatlas.network import Network

_KNOWN = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "gitea", "gitea.com": "gitea"}
_APIS = {"gitlab": "/api/v4", "gitea": "/api/v1", "github": "/api/v3"}
_REVIEWED = frozenset(("github", "gitlab"))
"""Where the editor can open a request for each change, which somebody looks at before it is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GitHost:
    """A service for Git repositories: `settings` are for the editor, `asks` the origin that it sends requests to.

    `reviewed` says whether what is saved waits for somebody to look at it.
    """

    name: str
    settings: Mapping[str, Any]
    asks: str
    reviewed: bool


def git_host(network: Network) -> GitHost | None:
    """Where the network's records are kept; None where it does not say, or of no kind that the editor knows."""
    site, chosen = network.site, network.site.editor
    if site.repository is None:
        return None
    address = urlsplit(site.repository.rstrip("/"))
    name = (chosen and chosen.host) or _KNOWN.get(address.netloc)
    if name is None:
        return None
    home = f"{address.scheme}://{address.netloc}"
    public = address.netloc == "github.com"
    asks = "https://api.github.com" if public else home
    settings: dict[str, Any] = {
        "name": name,
        "repo": address.path.removeprefix("/").removesuffix(".git"),
        "branch": site.branch,
    }
    if address.netloc not in ("github.com", "gitlab.com"):
        settings |= {"base_url": home, "api_root": home + _APIS[name]}
    if chosen and chosen.sign_in:
        settings["base_url"] = chosen.sign_in.rstrip("/")
    if chosen and chosen.app_id:
        settings |= {"app_id": chosen.app_id, "auth_type": "pkce"}
    return GitHost(name=name, settings=settings, asks=asks, reviewed=name in _REVIEWED)
