"""What the checker of records and the form in the reader's browser say alike: the forms of short texts, and sentences.

The checker reads this as it is; the form gets it as data (see `exports.suggestion_forms`), so that a mistake is told in
the same words wherever it is made. Patterns are written so that Python and browsers read them alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "time-span": "(?:[01][0-9]|2[0-3]):[0-5][0-9] *- *(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
        "hours-word": "closed|by appointment|unknown|as usual",
        "postcode": (
            "(?:GIR 0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPS-UW]"
            "|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRV-Y]) [0-9][ABD-HJLNP-UW-Z]{2})"
        ),
        "phone": r"[+(]?[0-9][0-9 ()-]*",
        # Dialled the same all over the country: in an emergency, for advice, and the helplines of 116.
        "short-phone": "999|112|111|101|105|116[0-9]{3}",
        "costs-more": "(?:09|070|084|087)[0-9]*",
        "person": "([a-z]{2,})[._]([a-z]{2,})",
        "team": (
            "admin|advice|centre|clinic|communit(?:y|ies)|contact|desk|enquiries|hall|health|hello|help|hubs?|info"
            "|librar(?:y|ies)|mail|office|reception|rooms|services?|support|team|trust|wellbeing"
        ),
        "web-letters": r"[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]+",
        "host-label": "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
    }
)
"""Each is for a whole text."""

HOURS_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "closed": ("shut", "none", "no", "not open", "-", "n/a", "na"),
        "by appointment": ("appointment", "appointments", "appointment only", "by appointment only", "by appt"),
        "unknown": ("tbc", "tba", "?", "not known", "to be confirmed", "varies", "various"),
        "as usual": ("open", "normal", "usual", "same", "yes"),
        "00:00-24:00": ("24 hours", "24/7", "all day", "always", "always open", "open 24 hours"),
    }
)
"""What hours can say instead of times, and how else people put it."""

FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "no-day": "is not a day in the calendar",
        "no-span": "is not two times with a hyphen between",
        "no-time": "begins and ends at the same time",
        "disorder": "does not list its times from early to late",
        "overlap": "has times that overlap",
        "no-phone": "is not a phone number",
        "foreign-phone": "is not a UK phone number",
        "costly-phone": "costs callers more than an ordinary call",
        "no-email": "is not an email address",
        "private-email": "looks like the address of one person",
        "no-scheme": "does not begin with https:// or http://",
        "no-address": "is not a web address",
        "odd-letter": "holds a letter that web addresses spell with a % code",
        "user-name": "holds a user name",
        "number-host": "names a computer by its number",
        "no-postcode": "is not a full UK postcode",
    }
)
"""What can be wrong with a text of a certain form, so that "monday "09:00-09:00" ..." reads on as a sentence."""

ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "is not a day in the calendar": "check the day and the month",
        "is not in the calendar": "check the day and the month",
        "ends before it begins": "put the two dates in order",
        "begins and ends at the same time": "correct one of the times; all day is 00:00-24:00",
        "has times that overlap": "correct one of the times, or join them into one",
        "does not list its times from early to late": "put the earliest first",
        "costs callers more than an ordinary call": "give a number that is free or costs what a call at home costs",
        "looks like the address of one person": "give the address of a team, such as hello@example.org",
        "holds a user name": "leave out what stands before the @",
        "names a computer by its number": "give the name of the site",
        "holds a letter that web addresses spell with a % code": "copy the address from the address bar of a browser",
    }
)
"""What to do about a fault, where that is not simply to write the text as in the example."""

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "type": "{name} should be {wanted}, not {value}",
        "one line": "{name} should be on one line",
        "form": "{name} should look like {example}, not {value}",
        "format": "{name} {value} {fault}",
        "choice": "{name} should be {choices}, not {value}",
        "too long": "{name} is {length} characters long; the most is {limit}",
        "too small": "{name} should be {limit} or more, not {value}",
        "too large": "{name} should be {limit} or less, not {value}",
        "missing": "{name} has no {missing}{reason}",
        "not here": "{name} does not belong here: {reason}",
        "join": "join its lines",
        "shorten": "shorten it",
        "leave out": "leave it out",
        "choose": "choose one of them",
        "such as": "write it as, for example, {example}",
        "did you mean": 'did you mean "{correction}"?',
    }
)
"""What is said of each kind of mistake, and what to do about it; the gaps in braces are filled in."""

LONGEST_QUOTE = 60
"""How many letters of what somebody wrote a sentence repeats."""


def told(sentence: str, **gaps: object) -> str:
    """A sentence with its gaps filled in."""
    return SENTENCES[sentence].format_map(gaps)
