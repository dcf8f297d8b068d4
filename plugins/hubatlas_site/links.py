"""Links from one page to another that work wherever the site is put: at a domain, in a folder, on a memory stick."""

from __future__ import annotations

from urllib.parse import urlsplit

from hubatlas import urls


class Links:
    """Turns addresses from the root of the site into links from one page, the one last named to `stand_at`."""

    def __init__(self, site_address: str) -> None:
        self._base_path = urlsplit(site_address).path or "/"
        self.root = "./"

    def stand_at(self, address: str) -> None:
        """Make the links that follow start from the page at `address`.

        The page for addresses that do not exist is shown at any depth, so its links start from the host.
        """
        self.root = self._base_path if address == urls.NOT_FOUND else "../" * (address.count("/") - 1) or "./"

    def to(self, address: str) -> str:
        """The link to an address from the root of the site, such as /hubs/old-mill/#hours; ValueError if it is not."""
        if not address.startswith("/") or address.startswith("//"):
            raise ValueError(f"A link inside the site starts from its root, as /hubs/ does; this one is {address!r}")
        return self.root + address[1:]
