"""Letters and public reports about a page that is wrong, written already but for what only the reader knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from hubatlas.language import gettext as _
from hubatlas.language import to_translate
from hubatlas.network import Network
from hubatlas.pages.cards import Problem

FIELDS = {
    "hubs": (
        to_translate("Opening hours"),
        to_translate("Phone or email"),
        to_translate("Address or directions"),
        to_translate("A session"),
        to_translate("Access or facilities"),
    ),
    "services": (
        to_translate("A session"),
        to_translate("Phone or email"),
        to_translate("How to get in"),
        to_translate("Cost"),
        to_translate("Who it is for"),
    ),
    "organisations": (to_translate("Phone or email"), to_translate("Address"), to_translate("What it does")),
}
"""By kind of record, what readers can say is wrong."""

ANYTHING = to_translate("Something else")
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
    in_letter = {"name": quote(name), "address": quote(address)}
    in_issue = {"name": quote(name, safe=""), "address": quote(address, safe="")}
    return tuple(
        Problem(
            field,
            None if email is None else _letter(email, {"field": _quoted(field), **in_letter}),
            None if repository is None else _issue(repository, {"field": _quoted(field, safe=""), **in_issue}),
        )
        for field in map(_, (*FIELDS[kind], ANYTHING))
    )


def _letter(email: str, said: Mapping[str, str]) -> str:
    subject = _("Wrong on the site: %(field)s, %(name)s", field="{field}", name="{name}")
    lines = (
        _("Page: %(address)s", address="{address}"),
        _("What is wrong: %(field)s", field="{field}"),
        "",
        _("What is right:"),
        "",
        _("How do you know?"),
        "",
    )
    body = "\r\n".join(lines)
    return f"mailto:{email}?subject={_quoted(subject).format_map(said)}&body={_quoted(body).format_map(said)}"


def _issue(repository: str, said: Mapping[str, str]) -> str:
    title = _("Correction: %(field)s, %(name)s", field="{field}", name="{name}")
    filled = {"template": TEMPLATE, "title": title, "page": "{address}", "wrong": "{field}: "}
    query = "&".join(f"{name}={_quoted(value, safe='')}" for name, value in filled.items())
    return f"{repository.rstrip('/')}/issues/new?{query.format_map(said)}"


@cache  # the same words on every page
def _quoted(words: str, safe: str = "/") -> str:
    """Words for an address, places such as {name} still to be filled with what is quoted alike."""
    return quote(words, safe=f"{safe}{{}}")
