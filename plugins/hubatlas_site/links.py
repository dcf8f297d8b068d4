"""Links from one page to another that work wherever the site is put: at a domain, in a folder, on a memory stick."""

from __future__ import annotations

from urllib.parse import urlsplit

from hubatlas import urls


class Links:
    """Turns addresses from the root of the site into links from one page, the one last named to `stand_at`.

    With a `language`, links to pages that are there in that language lead to those.
    """

    def __init__(self, site_address: str, language: str | None = None) -> None:
        self._base_path = urlsplit(site_address).path or "/"
        self._language = language
        self.root = "./"

    def stand_at(self, address: str) -> None:
        """Make the links that follow start from the page at `address`.

        The page for addresses that do not exist is shown at any depth, so its links start from the host.
        """
        self.root = self._base_path if address == urls.NOT_FOUND else "../" * (address.count("/") - 1) or "./"

    def to(self, address: str) -> str:
        """The link to an address from the root of the site, such as /hubs/old-mill/#hours; ValueError if it is not."""
        if address[:1] != "/" or address[1:2] == "/":
            raise ValueError(f"A link inside the site starts from its root, as /hubs/ does; this one is {address!r}")
        if self._language is not None and urls.is_translated(address):
            address = urls.in_language(address, self._language)
        return self.root + address[1:]

    def as_is(self, address: str) -> str:
        """The link to exactly that address, whatever its language."""
        return self.root + address[1:]
