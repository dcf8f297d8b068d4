"""What the pages about freshness say of each kind of record, a sentence for each kind, as other languages need it."""

from __future__ import annotations

from hubatlas.facts.confirmation import RecordKind
from hubatlas.frozen import dataclass
from hubatlas.language import gettext as _
from hubatlas.language import ngettext, number_words, to_translate


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """A kind of record: its name by itself and within a sentence, and what its page says, each to be translated."""

    name: str
    within: str
    title: str
    description: str
    none: str
    each: str


KIND_WORDS: dict[RecordKind, KindWords] = {
    "hubs": KindWords(
        name=to_translate("Hubs"),
        within=to_translate("hubs"),
        title=to_translate("How fresh the records of hubs are"),
        description=to_translate(
            "Which hubs somebody has confirmed and when, what is due for a check, and what is missing."
        ),
        none=to_translate("There are no hubs yet."),
        each=to_translate("Each hub has been confirmed within the last year by those who run it, at least in part."),
    ),
    "services": KindWords(
        name=to_translate("Services"),
        within=to_translate("services"),
        title=to_translate("How fresh the records of services are"),
        description=to_translate(
            "Which services somebody has confirmed and when, what is due for a check, and what is missing."
        ),
        none=to_translate("There are no services yet."),
        each=to_translate(
            "Each service has been confirmed within the last year by those who run it, at least in part."
        ),
    ),
    "organisations": KindWords(
        name=to_translate("Organisations"),
        within=to_translate("organisations"),
        title=to_translate("How fresh the records of organisations are"),
        description=to_translate(
            "Which organisations somebody has confirmed and when, what is due for a check, and what is missing."
        ),
        none=to_translate("There are no organisations yet."),
        each=to_translate(
            "Each organisation has been confirmed within the last year by those who run it, at least in part."
        ),
    ),
    "places": KindWords(
        name=to_translate("Places"),
        within=to_translate("places"),
        title=to_translate("How fresh the records of places are"),
        description=to_translate(
            "Which places somebody has confirmed and when, what is due for a check, and what is missing."
        ),
        none=to_translate("There are no places yet."),
        each=to_translate("Each place has been confirmed within the last year by those who run it, at least in part."),
    ),
}


def answer_words(kind: RecordKind, lapsed: int, number: int) -> str:
    """How many of the records of a kind nobody has confirmed within a year."""
    if not number:
        return _(KIND_WORDS[kind].none)
    if not lapsed:
        return _(KIND_WORDS[kind].each)
    return _none_confirmed(kind, number) if lapsed == number else _some_lapsed(kind, lapsed, number)


def average_words(kind: RecordKind, per_cent: int) -> str:
    """How much the records of hubs, or of services, say on average."""
    share = f"{per_cent}%"
    if kind == "hubs":
        return _("On average a hub’s record says %(share)s of what the public needs.", share=share)
    return _("On average a service’s record says %(share)s of what the public needs.", share=share)


def _none_confirmed(kind: RecordKind, number: int) -> str:
    match kind:
        case "hubs":
            return ngettext(
                "Nobody who runs them has confirmed any of the %(number)s hub within the last year.",
                "Nobody who runs them has confirmed any of the %(number)s hubs within the last year.",
                number,
            )
        case "services":
            return ngettext(
                "Nobody who runs them has confirmed any of the %(number)s service within the last year.",
                "Nobody who runs them has confirmed any of the %(number)s services within the last year.",
                number,
            )
        case "organisations":
            return ngettext(
                "Nobody who runs them has confirmed any of the %(number)s organisation within the last year.",
                "Nobody who runs them has confirmed any of the %(number)s organisations within the last year.",
                number,
            )
        case "places":
            return ngettext(
                "Nobody who runs them has confirmed any of the %(number)s place within the last year.",
                "Nobody who runs them has confirmed any of the %(number)s places within the last year.",
                number,
            )


def _some_lapsed(kind: RecordKind, lapsed: int, number: int) -> str:
    some = number_words(lapsed)
    match kind:
        case "hubs":
            return ngettext(
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s hub within the last year.",
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s hubs within the last year.",
                number,
                lapsed=some,
            )
        case "services":
            return ngettext(
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s service within the last year.",
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s services within the last year.",
                number,
                lapsed=some,
            )
        case "organisations":
            return ngettext(
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s organisation within the last year.",
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s organisations within the last year.",
                number,
                lapsed=some,
            )
        case "places":
            return ngettext(
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s place within the last year.",
                "Nobody who runs them has confirmed %(lapsed)s of the %(number)s places within the last year.",
                number,
                lapsed=some,
            )
