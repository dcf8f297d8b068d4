"""Advice on what records say: given with its line and a remedy, and never a reason to refuse them."""
# ruff: noqa: E501 - a message stands on one line, as its author reads it

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubatlas.model import JargonWord
from hubatlas.records import check
from hubatlas.records.advice import advice
from hubatlas.records.plain_words import avoided, form_advice, plain_advice
from hubatlas.records.private_people import person_advice
from tests.records.riverside_network import ROOT, SCHEMA, copied
from tests.records.test_commands import run

HUB = "hubs/old-mill.yaml"
SERVICE = "services/money-advice.yaml"
SUMMARY = "summary: Help with money, health and company, for anyone who walks in."
JARGON = "words:\n  - {word: signposting, also: [signpost], instead: telling people where to go}\n"
LONG = "You can come in and sit down and have a cup of tea and then somebody will ask you how you are and what you need and write it down."
HARD = (
    "Multidisciplinary practitioners collaboratively facilitate individualised interventions. Organisational "
    "partnerships systematically coordinate additional opportunities. Eligibility considerations necessitate "
    "preliminary assessments. Documentation requirements demonstrate residential circumstances. Beneficiaries "
    "participate voluntarily. Confidentiality obligations continuously apply everywhere."
)

ADVICE = [
    (HUB, SUMMARY, f"summary: {LONG}", '5:10: advice: summary has a sentence of 30 words (it begins "You can come in and"); make two or three of it'),
    (HUB, SUMMARY, "summary: We do signposting.", '5:10: advice: "signposting" is a word that people who need help do not use; say: telling people where to go'),
    (HUB, SUMMARY, f"{SUMMARY}\ndescription: {HARD}", "6:14: advice: description needs a reading age of more than 18; many adults read like a child of 11: use shorter words"),
    (HUB, SUMMARY, "summary: EVERYBODY WELCOME here.", '5:10: advice: summary has "EVERYBODY WELCOME" in capitals, which are hard to read; write it in small letters'),
    (HUB, SUMMARY, "summary: Ask for Mary Smith.", '5:10: advice: summary may name a private person, "Mary Smith"; give the role and a shared number or address'),
    (HUB, "confirmed_by: Hub manager", "confirmed_by: Mary Smith", '36:19: advice: confirmed_by may name a private person, "Mary Smith"; give the role and a shared number or address'),
    (HUB, "phone: 0808 157 0123", "phone: 07700 900123", '15:10: advice: phone has the mobile number "07700 900123"; give a number that the team shares, if there is one'),
    (HUB, "  phone: 0808 157 0123", "  email: oldmillhub@gmail.com", '15:10: advice: email has "oldmillhub@gmail.com", an address such as private people have; give one of the organisation\'s own'),
    (HUB, "\non_arrival: Somebody greets you at the door.", "", "1:7: advice: nothing says what happens when somebody arrives; add a line such as `on_arrival: Somebody greets you and offers you a drink.`"),
    (SERVICE, "\non_arrival: Somebody greets you at the door.", "", "1:7: advice: nothing says what happens when somebody arrives; add a line such as `on_arrival: Somebody greets you and offers you a drink.`"),
]  # fmt: skip


def advised(content: Path) -> list[str]:
    return [str(each).replace(f"{content.as_posix()}/", "content/") for each in advice(content)]


@pytest.mark.parametrize(("file", "old", "new", "said"), ADVICE, ids=[case[2][:30] or case[0] for case in ADVICE])
def test_author_is_advised_where_and_what_to_do_and_the_record_passes(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    content = copied(tmp_path)
    (content / "jargon.yaml").write_text(JARGON, encoding="utf-8")
    path = content / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    assert advised(content) == [f"content/{file}:{said}"]
    assert check(content, SCHEMA) == ()


def test_page_is_advised_at_the_line_of_its_paragraph(tmp_path: Path) -> None:
    content = copied(tmp_path)
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages" / "tea.md").write_text(f"# Tea\n\nFine.\n\n{LONG}\n\n![](x.png)\n", encoding="utf-8")

    assert [line.partition(": advice: ")[0] for line in advised(content) if "tea.md" in line] == [
        "content/pages/tea.md:5:1",
        "content/pages/tea.md:7:1",
    ]


WORDS = avoided([JargonWord(word="signposting", instead="x", also=("signpost",)), JargonWord(word="VCSE", instead="y")])


@pytest.mark.parametrize(
    "text",
    [
        "NHS GP, CV and PIP forms.",
        "We run the ESOL class.",
        "Ask for Citizens Advice.",
        "Ask for the Wellbeing Team.",
        "Contact Age UK, or ring the Riverside Trust.",
        "Ring Old Mill first.",
        "The signposts of the path, and crosssignpost.",
        "01632 960123 or 0808 157 0123",
        "hello@example.org",
        "![the front door](door.jpg) and [a link](https://example.org/)",
        "Tea. Cake. Company.",
    ],
)
def test_nothing_is_said_of_plain_words(text: str) -> None:
    known = ["Old Mill Hub"]
    assert [*form_advice("x", text), *person_advice("x", text, known), *plain_advice("x", text, WORDS)] == []


@pytest.mark.parametrize("role", ["Hub manager", "Trust Manager", "Riverside Trust", "Wellbeing Navigator", "Vicar"])
def test_role_is_no_name(role: str) -> None:
    assert list(person_advice("confirmed_by", role, ())) == []


@pytest.mark.parametrize(
    "text",
    ["Dr Patel sees you", "Speak to Anne-Marie Jones", "ring 07700 900 123", "+44 7700 900123", "x@hotmail.co.uk"],
)
def test_what_may_point_at_a_person_is_seen(text: str) -> None:
    assert len(list(person_advice("note", text, ()))) == 1


_JSON = st.recursive(
    st.text(max_size=40) | st.integers(), lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=9), each, max_size=3), max_leaves=8
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["name", "sessions", "other_names", "hub_statuses", "words", "status"]), _JSON))
def test_no_record_however_wrong_breaks_advice(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, object]
) -> None:
    content = tmp_path_factory.mktemp("content", numbered=True)
    (content / "hubs").mkdir()
    (content / "services").mkdir()
    for name in ("hubs/x.yaml", "services/x.yaml", "network.yaml", "jargon.yaml"):
        (content / name).write_text(json.dumps(record), encoding="utf-8")

    advice(content)


def test_check_advises_on_the_files_that_are_named_and_passes(tmp_path: Path) -> None:
    content = copied(tmp_path)
    path = content / HUB
    path.write_text(path.read_text(encoding="utf-8").replace(SUMMARY, f"summary: {LONG}"), encoding="utf-8")

    named = run("check.py", content, f"content/{HUB}", "--format", "github", "--summary", str(tmp_path / "summary.md"))
    other = run("check.py", content)

    assert named.returncode == other.returncode == 0
    assert named.stdout.startswith(f"::warning file=content/{HUB},line=5,col=10::summary has a sentence of 30 words")
    assert "### Advice, to take or to leave\n\n- `content/hubs/old-mill.yaml`, line 5: " in (
        (tmp_path / "summary.md").read_text(encoding="utf-8")
    )
    assert other.stdout == (
        "29 records, no problems\n1 piece of advice on other records; `make check ARGS=--advice` shows all\n"
    )


def test_the_demonstration_gives_advice_to_look_at() -> None:
    assert any("on_arrival" in each.hint for each in advice(ROOT / "tests" / "networks" / "estuary"))
