"""What in a text may point at a private person: a name, a mobile number, an address at a private mail provider."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hubatlas.records.problems import quoted

_MOBILE = re.compile(r"(?<![\d+])(?:\+44[ ]?\(?0?\)?[ ]?|0)7(?:[ -]?\d){9}(?!\d)")
_PRIVATE_MAIL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|aol|gmx|proton|protonmail|btinternet|sky"
    r"|talktalk|virginmedia|ntlworld|tiscali)\.(?:co\.uk|[a-z]{2,4})\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr)\.? {_NAME}(?: {_NAME})?")
_ASKED_FOR = re.compile(
    rf"\b(?:[Aa]sk for|[Ss]peak to|[Ss]peak with|[Tt]alk to|[Cc]ontact|[Rr]ing|[Cc]all|[Pp]hone|[Ee]mail|[Ss]ee) "
    rf"({_NAME} {_NAME})\b"
)
_TWO_NAMES = re.compile(rf"{_NAME}(?: [A-Z]\.?)? {_NAME}")
ROLES = frozenset(("confirmed_by", "role", "chair", "seat", "representative", "ask_for", "who"))
"""The properties that name somebody by what they do."""
_NOT_NAMES = frozenset(
    """
    access action administrator adviser advisor advocate age aid alliance assistant association board body bureau
    cafe carer carers caretaker centre chair charity chief children church citizens clerk clinic club clubs college
    commissioner committee communities community connector coordinator council councillor councillors counsel
    counsellor department desk development director doctor duty education elder engagement enquiries executive
    facilitator family field first food forum foundation friend friends fund general group groups hall head
    headteacher health help helper helpline home host housing hub hubs inclusion information job jobcentre joint
    kitchen landlord lead leader leaders learning librarian library line link living local lunch manager managers
    member mental mind minister money museum navigator neighbourhood network nhs nurse office officer officers
    organiser owner panel parish park partner partners partnership pastor patient patients pharmacist pharmacy
    police poverty practice practitioner prescriber prescribing primary programme project public reception
    receptionist rector relief representative resident residents room rooms samaritans school secretary senior
    service services shelter shop social society staff steering strategic street supervisor support surgery surveyor
    sustainability team theatre town treasurer trust trustee trustees union unit university user users vicar victim
    village visitor volunteer volunteers warden welcome welfare wellbeing women work worker workers working young
    youth
    """.split()  # noqa: SIM905 - words read best as words
)

Words = tuple[str, str]


def person_advice(name: str, text: str, known: Collection[str]) -> Iterator[Words]:
    """What in the text of the property `name` may point at a person; `known` are names of what is no person."""
    for number in _MOBILE.findall(text)[:1]:
        yield f"{name} has the mobile number {quoted(number)}", "give a number that the team shares, if there is one"
    for address in _PRIVATE_MAIL.findall(text)[:1]:
        yield (
            f"{name} has {quoted(address)}, an address such as private people have",
            "give one of the organisation's own",
        )
    person = _person(name, text, known)
    if person:
        yield f"{name} may name a private person, {quoted(person)}", "give the role and a shared number or address"


def _person(name: str, text: str, known: Collection[str]) -> str:
    titled = _TITLED.search(text)
    if titled and titled[0] not in known:
        return titled[0]
    if name in ROLES and _TWO_NAMES.fullmatch(text) and _may_be_a_name(text, known):
        return text
    return next((each for each in _ASKED_FOR.findall(text) if _may_be_a_name(each, known)), "")


def _may_be_a_name(words: str, known: Collection[str]) -> bool:
    if any(words in each for each in known):
        return False
    return not any(word.casefold() in _NOT_NAMES for word in re.split("[ -]", words))
