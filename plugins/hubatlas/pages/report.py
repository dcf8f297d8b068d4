"""Letters and public reports about a page that is wrong, written already but for what only the reader knows."""

from __future__ import annotations

from urllib.parse import quote, urlencode

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


def problems(network: Network, kind: str, name: str, address: str) -> tuple[Problem, ...]:
    """What may be wrong with the page at a whole address; none of a kind without FIELDS, or where nobody takes reports.

    Letters go to the network and need no account. Reports are public, in the network's repository.
    """
    email = network.contact.email if network.contact else None
    repository = network.site.repository
    if kind not in FIELDS or (email is None and repository is None):
        return ()
    return tuple(
        Problem(
            field,
            None if email is None else _letter(email, field, name, address),
            None if repository is None else _issue(repository, field, name, address),
        )
        for field in (*FIELDS[kind], ANYTHING)
    )


def _letter(email: str, field: str, name: str, address: str) -> str:
    body = f"Page: {address}\r\nWhat is wrong: {field}\r\n\r\nWhat is right:\r\n\r\nHow do you know?\r\n"
    return f"mailto:{email}?subject={quote(f'Wrong on the site: {field}, {name}')}&body={quote(body)}"


def _issue(repository: str, field: str, name: str, address: str) -> str:
    filled = {"template": TEMPLATE, "title": f"Correction: {field}, {name}", "page": address, "wrong": f"{field}: "}
    return f"{repository.rstrip('/')}/issues/new?{urlencode(filled, quote_via=quote)}"
