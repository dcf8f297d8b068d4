"""Markdown of records: what it may do, what it can never do, and how long it may take."""

import itertools
import re
import time
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubatlas_site.prose import LONGEST_TEXT, SCHEMES, TAGS, Prose

MOST_SECONDS = 5.0

PIECES = (
    *("[", "]", "(", ")", "](", "![", "*", "**", "_", "`", "``", "<", ">", "<a://", "<a@", "&", "&#", "\\", "a", "1"),
    *(
        " ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "> ",
        "#",
        "=",
        "-",
        "\n- ",
        "\n    - ",
        "\n> ",
        "\n1. ",
    ),
    *("\n===\n", "a\n---\n", "http://", "[a](b)", "<!--", "<?", "**a", "*a**", "_a__", "\u0002", "\u0003"),
)

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><input name=x></form>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java\tscript:alert(1))",
    "[x](java&#x09;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](blob:https://evil.example/1)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example)",
    '[x](https://a.example/"onmouseover=alert(1))',
    "[x](https://a.example/'onmouseover=alert(1))",
    "[x](https://a.example/`onmouseover=alert(1))",
    '[x](https://a.example/ "onmouseover=alert(1)")',
    '[x"onmouseover="alert(1)](https://a.example/)',
    "[<script>alert(1)</script>](https://a.example/)",
    "<javascript:alert(1)>",
    "<javascript://%0aalert(1)>",
    "<data:text/html,x>",
    "![x](https://evil.example/pixel.png)",
    "![x](javascript:alert(1))",
    "![x][y]\n\n[y]: https://evil.example/pixel.png",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x]: javascript:alert(1)\n\n[x][x]",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "- <img src=x onerror=alert(1)>",
    "# <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\u0002klzzwxh:0000\u0003<script>alert(1)</script>",
    "\u0002amp\u0003lt;script\u0002amp\u0003gt;",
    "{@onclick=alert(1)}",
    "text {: onclick=alert(1) }",
    "\\<script>alert(1)\\</script>",
    "**<script>alert(1)</script>**",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<a href='https://a.example/' onclick='alert(1)'>x</a>",
    "\x00<script>alert(1)</script>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "{{ config }}{% raw %}",
    "[x]({attach}../../.git/config)",
    "{filename}/../secret",
)


def html(text: str, top: int = 3) -> str:
    return Prose(lambda address: f"../..{address}").html(text, top)


def elements(markup: str) -> Iterator[Element]:
    parsed = html5lib.parseFragment(markup, treebuilder="etree", namespaceHTMLElements=False)
    return (element for element in parsed.iter() if element is not parsed)


def assert_harmless(markup: str) -> None:
    for element in elements(markup):
        assert element.tag in TAGS, f"{element.tag} in {markup}"
        for name, value in element.attrib.items():
            assert (element.tag, name) in {("a", "href"), ("a", "rel")}, f"{name} in {markup}"
            if name == "rel":
                assert value == "nofollow noopener"
            else:
                scheme = re.match(r"([a-z]+):", value)
                assert value.startswith("../../") or (scheme and scheme[1] in SCHEMES), f"{value} in {markup}"


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_published_as_harmless_text(attack: str) -> None:
    assert_harmless(html(attack))
    assert_harmless(html(f"Before {attack} after\n\n{attack}"))


@given(st.text() | st.lists(st.sampled_from(PIECES + ATTACKS), max_size=30).map("".join))
def test_no_text_gets_past_the_allow_list(text: str) -> None:
    assert_harmless(html(text))


def test_raw_html_is_shown_as_it_was_typed() -> None:
    assert html("Bring <b>tea</b>") == "<p>Bring &lt;b&gt;tea&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## B\n\n### C", "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>"),
        ("## A\n\n#### B", "<h3>A</h3>\n<h4>B</h4>"),
        ("A\n===\n\nB\n---", "<h3>A</h3>\n<h4>B</h4>"),
        ("# A\n\n## B\n\n### C\n\n#### D\n\n##### E", "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>"),
    ],
)
def test_headings_start_at_the_third_level_without_gaps(text: str, expected: str) -> None:
    assert html(text) == expected


def test_headings_of_a_page_of_prose_start_at_the_second_level() -> None:
    assert html("## A", top=2) == "<h2>A</h2>"


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("[site](https://example.org/a_(b)?c=d&e)", "https://example.org/a_(b)?c=d&e"),
        ("<https://example.org/>", "https://example.org/"),
        ("[ring](tel:+442079460123)", "tel:+442079460123"),
        ("<hello@example.org>", "mailto:hello@example.org"),
        ("[our hubs](/hubs/)", "../../hubs/"),
    ],
)
def test_link_leads_where_it_says(text: str, href: str) -> None:
    (link,) = (element for element in elements(html(text)) if element.tag == "a")
    assert link.attrib == {"href": href, "rel": "nofollow noopener"}


def test_emphasis_lists_quotes_and_code_are_kept() -> None:
    text = "**Free** and *warm*, at `noon`:\n\n- tea\n- cake\n\n1. come\n2. sit\n\n> Lovely\n\n---"
    assert {element.tag for element in elements(html(text))} == {
        *("p", "strong", "em", "code", "ul", "ol", "li", "blockquote", "hr")
    }


@pytest.mark.parametrize(
    "text", ["> " * 200 + "x", "- " * 200 + "x", " " * 400 + "- x", "1. " * 200 + "x", "+ > " * 90]
)
def test_deep_nesting_is_shown_as_plain_text(text: str) -> None:
    (paragraph,) = elements(html(text))
    assert paragraph.tag == "p"
    assert "".join(paragraph.itertext()) == text


@pytest.mark.parametrize("pieces", [*((piece,) for piece in PIECES), *itertools.pairwise(PIECES)])
def test_longest_text_takes_no_longer_than_a_breath(pieces: tuple[str, ...]) -> None:
    unit = "".join(pieces)
    text = (unit * (LONGEST_TEXT // len(unit) + 1))[:LONGEST_TEXT]
    begun = time.process_time()
    html(text)
    assert time.process_time() - begun < MOST_SECONDS
