"""Letters and public reports about a page that is wrong, written already but for what only the reader knows."""

from __future__ import annotations

from urllib.parse import quote

from hubatlas.directory import Directory
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


def problems(directory: Directory, kind: str, name: str, address: str) -> tuple[Problem, ...]:
    """What may be wrong with the page at a whole address; none of a kind without FIELDS, or where nobody takes reports.

    Letters go to the network and need no account. Reports are public, in the network's repository.
    """
    written = directory.once((problems, kind), lambda: _written(directory.network, kind))
    if not written:
        return ()
    in_letter = quote(name), quote(address)
    in_issue = quote(name, safe=""), quote(address, safe="")
    return tuple(
        Problem(each.label, _filled(each.mail, *in_letter), _filled(each.issue, *in_issue)) for each in written
    )


def _written(network: Network, kind: str) -> tuple[Problem, ...]:
    """The letters and reports about each field, the same for every page but for its {name} and {address}."""
    email = network.contact.email if network.contact else None
    repository = network.site.repository
    if kind not in FIELDS or (email is None and repository is None):
        return ()
    return tuple(
        Problem(
            field,
            None if email is None else _letter(email, field),
            None if repository is None else _issue(repository, field),
        )
        for field in map(_, (*FIELDS[kind], ANYTHING))
    )


def _filled(address: str | None, name: str, page: str) -> str | None:
    return None if address is None else address.replace("{name}", name).replace("{address}", page)


def _letter(email: str, field: str) -> str:
    subject = _("Wrong on the site: %(field)s, %(name)s", field=field, name="{name}")
    lines = (
        _("Page: %(address)s", address="{address}"),
        _("What is wrong: %(field)s", field=field),
        "",
        _("What is right:"),
        "",
        _("How do you know?"),
        "",
    )
    body = "\r\n".join(lines)
    return f"mailto:{email}?subject={_quoted(subject)}&body={_quoted(body)}"


def _issue(repository: str, field: str) -> str:
    title = _("Correction: %(field)s, %(name)s", field=field, name="{name}")
    filled = {"template": TEMPLATE, "title": title, "page": "{address}", "wrong": f"{field}: "}
    query = "&".join(f"{name}={_quoted(value, safe='')}" for name, value in filled.items())
    return f"{repository.rstrip('/')}/issues/new?{query}"


def _quoted(words: str, safe: str = "/") -> str:
    """Words for an address, the places of {name} and {address} still to be filled with what is quoted alike."""
    return quote(words, safe=f"{safe}{{}}")
