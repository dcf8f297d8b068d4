"""Letters and public reports about a page that is wrong, written already but for what only the reader knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from hubatlas.network import Network
from hubatlas.pages.cards import Problem

FIELDS = {
    "hubs": ("Opening hours", "Phone or email", "Address or directions", "A session", "Access or facilities"),
    "services": ("A session", "Phone or email", "How to get in", "Cost", "Who it is for"),
    "organisations": ("Phone or email", "Address", "What it does"),
}
"""By kind of record, what readers can say is wrong."""

ANYTHING = "Something else"
TEMPLATE = "correction.yml"
"""The form in `.github/ISSUE_TEMPLATE/`, whose fields are called page and wrong."""

SUBJECT = "Wrong on the site: {field}, {name}"
BODY = "Page: {address}\r\nWhat is wrong: {field}\r\n\r\nWhat is right:\r\n\r\nHow do you know?\r\n"
ISSUE = {
    "template": TEMPLATE,
    "title": "Correction: {field}, {name}",
    "page": "{address}",
    "wrong": "{field}: ",
}


def problems(network: Network, kind: str, name: str, address: str) -> tuple[Problem, ...]:
    """What may be wrong with the page at a whole address; none of a kind without FIELDS, or where nobody takes reports.

    Letters go to the network and need no account. Reports are public, in the network's repository.
    """
    email = network.contact.email if network.contact else None
    repository = network.site.repository
    if kind not in FIELDS or (email is None and repository is None):
        return ()
    in_letter = {"name": quote(name), "address": quote(address)}
    in_issue = {"name": quote(name, safe=""), "address": quote(address, safe="")}
    return tuple(
        Problem(
            field,
            None if email is None else _letter(email, {"field": _quoted(field), **in_letter}),
            None if repository is None else _issue(repository, {"field": _quoted(field, safe=""), **in_issue}),
        )
        for field in (*FIELDS[kind], ANYTHING)
    )


def _letter(email: str, said: Mapping[str, str]) -> str:
    return f"mailto:{email}?subject={_quoted(SUBJECT).format_map(said)}&body={_quoted(BODY).format_map(said)}"


def _issue(repository: str, said: Mapping[str, str]) -> str:
    filled = "&".join(f"{name}={_quoted(value, safe='')}" for name, value in ISSUE.items())
    return f"{repository.rstrip('/')}/issues/new?{filled.format_map(said)}"


@cache  # the same words on every page
def _quoted(words: str, safe: str = "/") -> str:
    """Words for an address, places such as {name} still to be filled with what is quoted alike."""
    return quote(words, safe=f"{safe}{{}}")
