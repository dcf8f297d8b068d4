"""What the author of a body, a programme, a pathway, an indicator or a case study reads about what cannot be."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

from pathlib import Path

import pytest

from tests.records.riverside_network import copied, spoilt

BODY = "bodies/rota-group.yaml"
PROGRAMME = "programmes/dry-feet.yaml"
PATHWAY = "pathways/advice-by-phone.yaml"
INDICATOR = "indicators/cups-of-tea.yaml"
STORY = "stories/a-warm-room.yaml"
LEARNING = "learning.yaml"
SIGNPOSTS = "signposts.yaml"
SERVICE = "services/money-advice.yaml"
CONSENT = "a case study needs the consent of the person it is about; ask for it, or delete this file; it must not be published"

RULES = [
    # Bodies.
    (
        BODY,
        "part_of: river-board",
        "part_of: river-bord",
        '2:10: there is no body "river-bord"; did you mean river-board?',
    ),
    (
        BODY,
        "part_of: river-board",
        "part_of: rota-group",
        '2:10: "rota-group" comes round to itself through the bodies it is part of; leave out the line that closes the circle',
    ),
    (
        BODY,
        "organisation: riverside-trust",
        "organisation: riverside-trusts",
        '6:19: there is no organisation "riverside-trusts"; did you mean riverside-trust?',
    ),
    (
        BODY,
        "chair: Hub manager",
        "chair: Hub manager\nstarted: 2024\nended: summer 2023",
        "5:8: ended is summer 2023, before it started in 2024; put the two dates in order",
    ),
    # Programmes.
    (
        PROGRAMME,
        "kind: campaign",
        "kind: campain",
        '2:7: "campain" is not a term of vocabularies/programme-kinds.yaml; did you mean campaign?',
    ),
    (PROGRAMME, "hubs: [old-mill]", "hubs: [old-mil]", '7:8: there is no hub "old-mil"; did you mean old-mill?'),
    (
        PROGRAMME,
        "organisation: riverside-trust",
        "organisation: riverside-trst",
        '10:19: there is no organisation "riverside-trst"; did you mean riverside-trust?',
    ),
    (
        PROGRAMME,
        "ends: 2026-09/2026-11",
        "ends: spring 2025",
        "6:7: ends is spring 2025, before it started in autumn 2025; put the two dates in order",
    ),
    (
        PROGRAMME,
        "ends: 2026-09/2026-11",
        "ends: 2026-11/2026-09",
        '6:7: ends "2026-11/2026-09" ends before it begins; put the two dates in order',
    ),
    (
        PROGRAMME,
        "started: autumn 2025",
        "started: 2025 autumn",
        '5:10: started should look like 2015-04, not "2025 autumn"; did you mean "autumn 2025"?',
    ),
    # Pathways.
    (
        PATHWAY,
        "referrers: [gp-surgery]",
        "referrers: [gp-surgey]",
        '4:13: "gp-surgey" is not a term of vocabularies/referrers.yaml; did you mean gp-surgery?',
    ),
    (
        PATHWAY,
        "services: [money-advice]",
        "services: [money-advise]",
        '6:12: there is no service "money-advise"; did you mean money-advice?',
    ),
    (
        PATHWAY,
        "organisation: riverside-trust",
        "organisation: council",
        '11:19: there is no organisation "council"; choose riverside-trust',
    ),
    # Indicators.
    (INDICATOR, "hub: old-mill", "hub: old-mil", '13:10: there is no hub "old-mil"; did you mean old-mill?'),
    (
        INDICATOR,
        "hub: old-mill",
        "hub: old-mill\n    service: money-advice",
        "14:5: a value is of one hub, one service or one place, or of the network; leave out all but one",
    ),
    (
        INDICATOR,
        "most: 400",
        "most: 200",
        "10:11: the upper end of a range is not above its lower end; put the lower end under value",
    ),
    (
        INDICATOR,
        "value: 300\n    most",
        "most",
        "9:11: the upper end of a range is not above its lower end; put the lower end under value",
    ),
    (
        INDICATOR,
        "value: 120\n    hub: old-mill",
        "value: 120",
        '11:13: an earlier value is for "2026-01/2026-03" as well; keep one of them; where sources differ, say so under open_questions',
    ),
    (
        INDICATOR,
        "period: 2026-01/2026-03",
        "period: Q1 2026",
        '8:13: period should look like 2025-07/2025-09, not "Q1 2026"; did you mean "2026-01/2026-03"?',
    ),
    # Case studies.
    (
        STORY,
        "services: [money-advice]",
        "services: [monye-advice]",
        '5:12: there is no service "monye-advice"; did you mean money-advice?',
    ),
    (STORY, "given: yes", "given: no", f"7:10: {CONSENT}"),
    (STORY, "given: yes", "given: unknown", f"7:10: {CONSENT}"),
    (
        STORY,
        "consent:\n  given: yes\n  how: In writing.\n",
        "",
        '1:1: the record has no consent; add a line such as `consent: {given: yes, how: "In writing, to the hub manager."}`',
    ),
    # What is kept in one file for the whole network.
    (
        LEARNING,
        "programme: dry-feet",
        "programme: dry-fete",
        '6:16: there is no programme "dry-fete"; did you mean dry-feet?',
    ),
    (
        LEARNING,
        "hubs: [old-mill]",
        "hubs: [old-mill, weir-house]",
        '5:22: there is no hub "weir-house"; choose boat-shed or old-mill',
    ),
    (
        SIGNPOSTS,
        "needs: [money]",
        "needs: [mony]",
        '4:13: "mony" is not a term of vocabularies/needs.yaml; did you mean money?',
    ),
    # Services over time.
    (
        SERVICE,
        "audiences: [everyone]",
        "audiences: [everyone]\nstarted: 2025\nended: 2024-12",
        "9:8: ended is 2024-12, before it started in 2025; put the two dates in order",
    ),
    (
        SERVICE,
        "audiences: [everyone]",
        "audiences: [everyone]\nreplaced_by: [money-advice]",
        "8:15: a service cannot be named here by itself; name another service",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), RULES, ids=[case[3][:50] for case in RULES])
def test_author_reads_what_cannot_be_true(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    assert spoilt(copied(tmp_path), {file: (old, new)}) == [f"content/{file}:{said}"]


def test_bodies_that_are_part_of_each_other_are_told_of_each(tmp_path: Path) -> None:
    changes = {"bodies/river-board.yaml": ("name: River board", "name: River board\npart_of: rota-group")}

    assert [line.split(":")[0] for line in spoilt(copied(tmp_path), changes)] == [
        "content/bodies/river-board.yaml",
        "content/bodies/rota-group.yaml",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 120\n    hub: old-mill", "value: 120\n    source: Another list"),
        ("value: 300\n    most: 400", "note: Handed in, and not for showing."),
        ("most: 400", "most: 300"),
        ("kind: count", "kind: count\nsuppress_below: 5"),
    ],
)
def test_values_of_two_sources_of_no_number_and_of_a_range_are_fine(tmp_path: Path, old: str, new: str) -> None:
    assert spoilt(copied(tmp_path), {INDICATOR: (old, new)}) == []
