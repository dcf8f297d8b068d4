"""Made-up networks of any size: the same size and seed give the same records, and every record passes the check."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]

SEED = 20_261_201
SHARES = {"places": 0.03, "organisations": 0.1, "hubs": 0.17}  # of all records; the rest are services
SATELLITES_PER_HUB = 3
HIGHEST_SHARE_OF_SPACES = 100

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SYLLABLES = ("ba", "cor", "den", "el", "fen", "gil", "har", "in", "kel", "lo", "mar", "nor", "os", "pen", "ros", "sul")
WORDS = [
    "advice",
    "art",
    "baby",
    "benefits",
    "book",
    "bring",
    "bus",
    "café",
    "calm",
    "care",
    "carer",
    "chat",
    "child",
    "choir",
    "class",
    "company",
    "computer",
    "confidence",
    "cook",
    "count",
    "course",
    "craft",
    "dance",
    "debt",
    "delay",
    "dinner",
    "door",
    "drop",
    "elder",
    "energy",
    "family",
    "feel",
    "fill",
    "find",
    "fish",
    "food",
    "form",
    "friend",
    "friendly",
    "game",
    "garden",
    "grief",
    "group",
    "grow",
    "guitar",
    "health",
    "hear",
    "help",
    "hobby",
    "home",
    "hot",
    "housing",
    "hub",
    "job",
    "join",
    "kettle",
    "language",
    "laptop",
    "learn",
    "letter",
    "listen",
    "lonely",
    "low",
    "lunch",
    "meet",
    "mend",
    "mind",
    "money",
    "mood",
    "morning",
    "move",
    "music",
    "neighbour",
    "new",
    "open",
    "paint",
    "parent",
    "park",
    "people",
    "phone",
    "play",
    "plot",
    "pram",
    "private",
    "quiet",
    "read",
    "rent",
    "repair",
    "rest",
    "room",
    "school",
    "sew",
    "sing",
    "sit",
    "skill",
    "sleep",
    "smoke",
    "soup",
    "space",
    "speak",
    "step",
    "stop",
    "story",
    "stress",
    "stroll",
    "support",
    "swap",
    "talk",
    "tea",
    "team",
    "toddler",
    "trust",
    "try",
    "veteran",
    "voice",
    "volunteer",
    "wait",
    "walk",
    "warm",
    "welcome",
    "work",
    "worry",
    "worker",
    "write",
    "yoga",
    "young",
]

VOCABULARIES = {
    "needs": ("money", "food", "company", "mood", "health", "work", "housing", "caring", "families", "learning"),
    "service-types": ("advice", "support-group", "exercise", "course", "meal", "play", "warm-space", "clinic"),
    "audiences": ("everyone", "adults", "older-people", "parents", "young-people", "carers", "veterans"),
    "accessibility": ("step-free-entrance", "accessible-toilet", "hearing-loop", "quiet-room", "lift"),
    "facilities": ("wi-fi", "kitchen", "computers", "garden", "private-room", "printing"),
    "session-types": ("drop-in", "group", "appointment", "class"),
    "access-modes": ("in-person", "phone", "online", "outreach"),
    "ways-in": ("just-turn-up", "ring", "referral", "online-form"),
    "sectors": ("council", "nhs", "vcse", "education"),
}

NETWORK: Record = {
    "name": "Synthetic Network",
    "short_name": "Synthetic",
    "summary": "A made-up network for measuring builds.",
    "area_name": "Nowhere",
    "demonstration": "yes",
    "site": {"address": "https://synthetic.example.org/", "repository": "https://git.example.org/synthetic"},
    "appearance": {"brand_colour": "#0b5c6b", "accent_colour": "#e8a33d", "link_colour": "#0a4a7a"},
    "bank_holidays": "england-and-wales",
    "licence": {
        "name": "Open Government Licence v3.0",
        "url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "attribution": "Contains made-up information, licensed under the Open Government Licence v3.0.",
    },
    "hub_kinds": [
        {"id": "hub", "label": "Hub", "plural": "Hubs"},
        {"id": "satellite", "label": "Satellite", "plural": "Satellites", "requires": ["parent"]},
    ],
    "hub_statuses": [
        {"id": "open", "label": "Open", "shown_as": "open"},
        {"id": "planned", "label": "Planned", "shown_as": "coming"},
    ],
    "place_levels": [
        {"id": "town", "label": "Town", "plural": "Towns"},
        {"id": "neighbourhood", "label": "Neighbourhood", "plural": "Neighbourhoods"},
    ],
    "review_months": {"default": 12, "hours": 3},
    "unknown_hours": "Opening hours are not yet published. Ring before you go.",
}


class Synthesis:
    """Draws the records of one network from a seeded source of chance."""

    def __init__(self, size: int, seed: int = SEED) -> None:
        self._chance = random.Random(f"{seed} {size}")
        counts = {kind: max(2, round(size * share)) for kind, share in SHARES.items()}
        counts["services"] = size - sum(counts.values())
        self._slugs = {kind: self._names(kind, count) for kind, count in counts.items()}
        self._hub_count = max(1, counts["hubs"] // (1 + SATELLITES_PER_HUB))

    def records(self) -> Iterator[tuple[str, Record]]:
        """Each record with its path below the content folder."""
        yield "network.yaml", NETWORK
        for name, terms in VOCABULARIES.items():
            listed = [{"id": term, "label": term.replace("-", " ").capitalize()} for term in terms]
            yield f"vocabularies/{name}.yaml", {"title": name.replace("-", " ").capitalize(), "terms": listed}
        yield "synonyms.yaml", {"groups": [["money", "skint", "broke"], ["food", "hungry"]]}
        for kind, draw in (
            ("places", self._place),
            ("organisations", self._organisation),
            ("hubs", self._hub),
            ("services", self._service),
        ):
            for position, slug in enumerate(self._slugs[kind]):
                yield f"{kind}/{slug}.yaml", draw(position, slug)

    def _names(self, kind: str, count: int) -> list[str]:
        ending = {"places": "", "organisations": "-trust", "hubs": "-hub", "services": ""}[kind]
        names: dict[str, None] = {}
        while len(names) < count:
            first = "".join(self._some(SYLLABLES, 3))
            middle = f"-{self._one(WORDS)}" if kind == "services" else ""
            name = f"{first}{middle}{ending}".replace("é", "e")
            names[name if name not in names else f"{name}-{len(names)}"] = None
        return list(names)

    def _place(self, position: int, slug: str) -> Record:
        record = {"name": _title(slug), "level": "town", "point": self._point("area")}
        if position:
            record |= {"level": "neighbourhood", "parent": self._slugs["places"][0]}
        return record | self._provenance("identity", "location")

    def _organisation(self, _position: int, slug: str) -> Record:
        return {
            "name": _title(slug),
            "sector": self._term("sectors"),
            "summary": self._sentence(10),
            "description": self._paragraphs(1),
            "contact": self._contact(slug),
        } | self._provenance("identity", "description", "contact")

    def _hub(self, position: int, slug: str) -> Record:
        satellite = position >= self._hub_count
        record: Record = {
            "name": _title(slug),
            "kind": "satellite" if satellite else "hub",
            "status": "open",
            "operator": self._one(self._slugs["organisations"]),
        }
        if satellite:
            record["parent"] = self._one(self._slugs["hubs"][: self._hub_count])
        return (
            record
            | {
                "summary": self._sentence(14),
                "description": self._paragraphs(2),
                "address": {
                    "address_1": f"{self._chance.randint(1, 99)} {self._word().title()} Street",
                    "city": "Nowhere",
                },
                "point": self._point("building"),
                "places": [self._one(self._slugs["places"][1:])],
                "contact": self._contact(slug),
                "opening_hours": self._opening_hours(),
                "accessibility": self._answers("accessibility"),
                "facilities": self._answers("facilities"),
            }
            | self._provenance("identity", "description", "location", "contact", "hours", "facilities")
        )

    def _service(self, _position: int, slug: str) -> Record:
        return {
            "name": _title(slug),
            "status": "active",
            "provider": self._one(self._slugs["organisations"]),
            "types": [self._term("service-types")],
            "needs": self._some(VOCABULARIES["needs"], 2),
            "summary": self._sentence(14),
            "description": self._paragraphs(2),
            "audiences": [self._term("audiences")],
            "access_modes": [self._term("access-modes")],
            "ways_in": [self._term("ways-in")],
            "how_to_get_in": self._sentence(8),
            "cost": {"free": "yes"},
            "contact": self._contact(slug),
            "sessions": [self._session(number) for number in range(self._chance.randint(1, 3))],
        } | self._provenance("identity", "description", "eligibility", "access", "cost", "contact", "sessions")

    def _session(self, number: int) -> Record:
        opens = self._chance.randint(9, 17)
        schedule: Record = {"repeats": "weekly", "days": [self._one(DAYS)], "time": f"{opens:02}:00-{opens + 2:02}:00"}
        if self._chance.random() < 1 / 4:
            schedule |= {"repeats": "monthly", "weeks": [self._one(("first", "second", "third", "last"))]}
        return {
            "id": f"session-{number + 1}",
            "hub": self._one(self._slugs["hubs"]),
            "type": self._term("session-types"),
            "schedule": schedule,
            "booking_required": self._one(("yes", "no", "unknown")),
        }

    def _opening_hours(self) -> Record:
        hours = {day.lower(): self._one(("09:00-17:00", "09:00-12:30, 13:30-17:00", "closed")) for day in DAYS[:5]}
        return hours | {"bank_holidays": "closed"}

    def _contact(self, slug: str) -> Record:
        phone = f"020 7946 0{self._chance.randint(0, 999):03}"
        return {"phone": phone, "email": f"hello@{slug}.example.org", "website": f"https://{slug}.example.org/"}

    def _point(self, precision: str) -> Record:
        latitude, longitude = self._chance.uniform(50.3, 50.5), self._chance.uniform(-4.3, -4.0)
        return {"latitude": round(latitude, 5), "longitude": round(longitude, 5), "precision": precision}

    def _provenance(self, *facts: str) -> Record:
        return {"provenance": [{"facts": list(facts), "source": "Made up to measure builds", "as_of": "2026-09-01"}]}

    def _answers(self, vocabulary: str) -> dict[str, str]:
        return {term: self._one(("yes", "no", "unknown")) for term in VOCABULARIES[vocabulary]}

    def _paragraphs(self, count: int) -> str:
        paragraphs = [" ".join(self._sentence(12) for _ in range(3)) for _ in range(count)]
        paragraphs.append("\n".join(f"- **{self._word()}**: {self._sentence(5)}" for _ in range(3)))
        return "\n\n".join(paragraphs)

    def _sentence(self, length: int) -> str:
        return " ".join(self._word() for _ in range(length)).capitalize() + "."

    def _word(self) -> str:
        """A common word, or now and then a rare one, as in real text."""
        return "".join(self._some(SYLLABLES, 3)) if self._chance.random() < 1 / 20 else self._one(WORDS)

    def _term(self, vocabulary: str) -> str:
        return self._one(VOCABULARIES[vocabulary])

    def _one(self, choices: Sequence[str]) -> str:
        return choices[int(self._chance.random() * len(choices))]

    def _some(self, choices: Sequence[str], count: int) -> list[str]:
        return self._chance.sample(choices, count)


def write_network(folder: Path, size: int, seed: int = SEED) -> None:
    """Write a network of `size` places, organisations, hubs and services into `folder`."""
    for name, record in Synthesis(size, seed).records():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=1000)
        path.write_text(text, encoding="utf-8")


def _title(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def main() -> None:
    """Write a made-up network: `python benchmarks/synthetic.py FOLDER --size 200`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=200, help="how many records (default: 200)")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed, another network")
    options = parser.parse_args()
    write_network(options.folder, options.size, options.seed)


if __name__ == "__main__":
    main()
