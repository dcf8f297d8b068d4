"""Fetches the pages of somebody else's feed: over http and https only, in bounds, and never from a private network."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit, urlunsplit

from hubatlas.frozen import dataclass

USER_AGENT = "HubAtlas-import/1"
_ACCEPT = "application/json, application/x-ndjson, text/csv;q=0.9, */*;q=0.5"
_PART = 64 * 1024
_MOST_REDIRECTS = 5
_MOST_LETTERS = 2_000
_MOVED = (301, 302, 303, 307, 308)


class FetchError(Exception):
    """A page could not be fetched; the message says why, in a sentence. `status` is what its server answered, if so."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a feed is read: pages, bytes in one and in all, seconds for one, between its parts and in all."""

    pages: int = 20_000
    bytes_a_page: int = 20_000_000
    bytes_in_all: int = 200_000_000
    seconds_a_page: float = 60
    seconds_of_silence: float = 15
    seconds_in_all: float = 900


class Fetcher:
    """Fetches pages within limits that hold for all of them together. `allow_local` lets it ask this computer."""

    def __init__(
        self, limits: Limits | None = None, *, allow_local: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = limits or Limits()
        self._allow_local = allow_local
        self._clock = clock
        self._pages = 0
        self._bytes = 0
        self._until: float | None = None

    def get(self, address: str) -> bytes:
        """What is at the address, after at most five redirects; raises FetchError where that is not to be had."""
        secure = address.casefold().startswith("https:")
        for _ in range(_MOST_REDIRECTS + 1):
            self._pages += 1
            if self._pages > self._limits.pages:
                raise FetchError(f"the feed has more than {self._limits.pages:,} pages")
            body, moved = self._asked(address)
            if moved is None:
                return body
            address = urljoin(address, moved)
            if secure and not address.casefold().startswith("https:"):
                raise FetchError(f"{_shown(address)} is not encrypted, and an encrypted address led there")
        raise FetchError(f"{_shown(address)} leads on to other addresses without end")

    def _asked(self, address: str) -> tuple[bytes, str | None]:
        """The page, or the address that it has moved to."""
        now = self._clock()
        if self._until is None:
            self._until = now + self._limits.seconds_in_all
        if now > self._until:
            raise FetchError(f"the feed takes longer than {self._limits.seconds_in_all / 60:.0f} minutes in all")
        until = now + self._limits.seconds_a_page
        try:
            with closing(self._connected(address)) as connection:
                parts = urlsplit(address)
                path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
                headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "identity"}
                connection.request("GET", path, headers=headers)
                with closing(connection.getresponse()) as response:
                    if response.status in _MOVED:
                        return b"", response.getheader("Location") or ""
                    _refuse_other(address, response.status)
                    return self._body(address, response, until), None
        except FetchError:
            raise
        except TimeoutError as error:
            raise FetchError(f"{_shown(address)} does not answer in time") from error
        except (OSError, http.client.HTTPException, ValueError) as error:  # names, certificates, broken answers
            raise FetchError(f"{_shown(address)} cannot be reached ({_reason(error)})") from error

    def _body(self, address: str, response: http.client.HTTPResponse, until: float) -> bytes:
        parts, size = [], 0
        while part := response.read1(_PART):
            size += len(part)
            self._bytes += len(part)
            if size > self._limits.bytes_a_page:
                raise FetchError(f"{_shown(address)} is larger than {self._limits.bytes_a_page // 1_000_000} MB")
            if self._bytes > self._limits.bytes_in_all:
                raise FetchError(f"the feed is larger than {self._limits.bytes_in_all // 1_000_000} MB in all")
            if self._clock() > until:
                raise FetchError(f"{_shown(address)} takes longer than {self._limits.seconds_a_page:.0f} seconds")
            parts.append(part)
        return b"".join(parts)

    def _connected(self, address: str) -> http.client.HTTPConnection:
        """A connection to the very computer that was looked at, so that its name cannot mean another one since."""
        if len(address) > _MOST_LETTERS or not address.isascii() or not address.isprintable() or " " in address:
            raise FetchError(f"{_shown(address)} is not a web address")
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise FetchError(f"{_shown(address)} is not a web address") from None
        if parts.scheme not in ("http", "https") or not host:
            raise FetchError(f"{_shown(address)} does not begin with https:// or http://")
        if parts.username is not None:
            raise FetchError(f"{_shown(address)} holds a user name")
        port = port or (443 if parts.scheme == "https" else 80)
        connected = socket.create_connection((self._checked(host, port), port), self._limits.seconds_of_silence)
        plain = http.client.HTTPConnection(host, port, timeout=self._limits.seconds_of_silence)
        if parts.scheme == "https":
            try:
                connected = ssl.create_default_context().wrap_socket(connected, server_hostname=host)
            except OSError:
                connected.close()
                raise
            plain.default_port = 443
        plain.sock = connected
        return plain

    def _checked(self, host: str, port: int) -> str:
        """The number of the host; raises FetchError where any of its numbers is not one of the public internet."""
        numbers = [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not self._allow_local and not all(_is_public(number) for number in numbers):
            raise FetchError(f"{_shown(host)} is a computer of a private network; --allow-local lets it be read")
        return numbers[0]


def _refuse_other(address: str, status: int) -> None:
    """Raise FetchError for an answer that is no page."""
    if status != http.client.OK:
        reason = http.client.responses.get(status, "not a page")
        raise FetchError(f"{_shown(address)} answers {status} ({reason})", status)


def _is_public(number: str) -> bool:
    found = ip_address(number.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or found
    return bool(mapped.is_global and not mapped.is_multicast)


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or getattr(error, "verify_message", None) or type(error).__name__)


def _shown(address: str) -> str:
    text = address if address.isprintable() else ascii(address)[1:-1]
    return text if len(text) <= 200 else f"{text[:199]}…"  # noqa: PLR2004 - as much as fits a message
