"""Parts of a page that are in another language say so, whatever texts they hold."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from hubatlas.language import BEGINS, ENDS, plain
from hubatlas_site.lang_attributes import with_lang
from hubatlas_site.rendering import in_script

OPENS, CLOSES = '<span lang="en-GB">', "</span>"

HOSTILE = st.lists(
    st.sampled_from([BEGINS, ENDS, "<", ">", "&", '"', "'", "</p>", "<script>", "-->", "&lt;", "\\", "\n", "Siân", " "])
).map("".join)


def marked(text: str) -> str:
    return f"{BEGINS}{text}{ENDS}"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (f"<p>{marked('Hub')}</p>", f"<p>{OPENS}Hub{CLOSES}</p>"),
        (f"<p>Ewch i {marked('A')} a {marked('B')}.</p>", f"<p>Ewch i {OPENS}A{CLOSES} a {OPENS}B{CLOSES}.</p>"),
        (f'<a title="{marked("Hub")}">x</a>', '<a title="Hub">x</a>'),
        (f"<title>{marked('Hub')} - Hybiau</title>", "<title>Hub - Hybiau</title>"),
        (f"<option>{marked('Hub')}</option>", "<option>Hub</option>"),
        (f'<script>{{"a": "{marked("Hub")}"}}</script>', '<script>{"a": "Hub"}</script>'),
        (f'<script type="application/json">"{marked("Hub")}"</script>',) * 2,  # the page's own script shows it
        ("<script>\\ue000y\\ue001</script>", "<script>y</script>"),
        ('<a href="sms:?body=%EE%80%80y%ee%80%81">', '<a href="sms:?body=y">'),
        (f"<p>{BEGINS}half</p>", "<p>half</p>"),
        (f"<p>{marked('a <b>b</b> c')}</p>", "<p>a <b>b</b> c</p>"),
        ("<p>Hub</p>", "<p>Hub</p>"),
    ],
)
def test_marked_text_is_in_an_element_that_says_its_language(page: str, said: str) -> None:
    assert with_lang(page) == said


@given(HOSTILE, HOSTILE)
def test_no_text_breaks_the_markup_or_keeps_a_mark(first: str, second: str) -> None:
    page = (
        f"<title>{escape(first)}</title>"
        f'<p title="{escape(first)}">{escape(second)}<b>{escape(first)}</b>{escape(second)}</p>'
        f"<textarea>{escape(second)}</textarea><option>{escape(first)}</option>"
    )
    texts = [first, f"{second}\\ue000{first}"]  # some author may have typed that
    data = in_script(json.dumps(texts))
    shown, script = with_lang(f"{page}<script>{data}</script>").split("<script>")

    assert not {BEGINS, ENDS} & set(shown + script)
    assert shown.replace(OPENS, "").replace(CLOSES, "") == plain(page)
    assert Nesting.of(shown).wrong == []
    assert json.loads(script.removesuffix("</script>")) == [plain(text) for text in texts]


class Nesting(HTMLParser):
    """Tells elements that end where another began, and languages told where no element can be."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._open: list[str] = []

    @classmethod
    def of(cls, page: str) -> "Nesting":
        read = cls()
        read.feed(page)
        read.close()
        read.wrong += read._open
        return read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span" and {"title", "textarea", "option"} & set(self._open):
            self.wrong.append(f"{attrs} in {self._open}")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}>")
