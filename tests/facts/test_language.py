"""Words of the interface in the language that is spoken, and the marks around those that nobody has translated."""

import pytest

from hubatlas.language import (
    BEGINS,
    ENDS,
    Language,
    as_recorded,
    gettext,
    kept,
    ngettext,
    number_words,
    pgettext,
    plain,
    speaking,
    spoken,
)

WELSH = Language(
    code="cy",
    name="Cymraeg",
    messages={
        (None, "Closed"): ("Ar gau",),
        (None, "Run by %(name)s."): ("Wedi'i redeg gan %(name)s.",),
        (None, "%(number)s place"): ("%(number)s lle", "%(number)s lle", "%(number)s le"),
        ("a door", "Open"): ("Agored",),
    },
    plural_form=lambda number: min(number, 2),
    number_words=lambda number: f"{number:,}".replace(",", " "),
)


def marked(text: str) -> str:
    return f"{BEGINS}{text}{ENDS}"


def test_words_are_english_until_another_language_is_spoken() -> None:
    assert spoken() == "en-GB"
    assert gettext("Closed") == "Closed"
    assert gettext("Run by %(name)s.", name="the Trust") == "Run by the Trust."
    assert ngettext("%(number)s place", "%(number)s places", 1) == "1 place"
    assert ngettext("%(number)s place", "%(number)s places", 1234) == "1,234 places"


def test_words_are_in_the_language_that_is_spoken() -> None:
    with speaking(WELSH):
        assert spoken() == "cy"
        assert gettext("Closed") == "Ar gau"
        assert gettext("Run by %(name)s.", name="Yr Ymddiriedolaeth") == "Wedi'i redeg gan Yr Ymddiriedolaeth."
        assert [ngettext("%(number)s place", "%(number)s places", number) for number in (1, 2)] == ["1 lle", "2 le"]
        assert number_words(12345) == "12 345"


def test_one_word_with_two_meanings_has_two_translations() -> None:
    with speaking(WELSH):
        assert pgettext("a door", "Open") == "Agored"
        assert pgettext("a question", "Open") == marked("Open")


def test_words_that_nobody_has_translated_are_marked_and_values_among_them_are_not() -> None:
    with speaking(WELSH):
        assert gettext("Saved") == marked("Saved")
        assert gettext("<b>Ask</b> us") == f"<b>{marked('Ask')}</b>{marked(' us')}"
        assert gettext("Ask %(name)s today", name="Siân") == f"{marked('Ask ')}Siân{marked(' today')}"


@pytest.mark.parametrize(("number", "words"), [(0, "0 hubs"), (1, "1 hub"), (2, "2 hubs")])
def test_number_of_what_nobody_has_translated_takes_the_english_form(number: int, words: str) -> None:
    with speaking(WELSH):
        assert plain(ngettext("%(number)s hub", "%(number)s hubs", number)) == words


def test_percent_sign_of_a_value_or_of_words_without_values_stays() -> None:
    assert gettext("100% free") == "100% free"
    with speaking(WELSH):
        assert plain(gettext("100% free")) == "100% free"
        assert gettext("Run by %(name)s.", name="100%s") == "Wedi'i redeg gan 100%s."


def test_language_ends_with_what_is_said_in_it_even_where_that_fails() -> None:
    with pytest.raises(LookupError), speaking(WELSH):
        raise LookupError
    with speaking(WELSH), speaking(None):
        assert gettext("Closed") == "Closed"
    assert spoken() == "en-GB"


def test_words_that_are_remembered_are_those_of_the_language_spoken() -> None:
    @kept
    def run_by(name: str) -> str:
        return gettext("Run by %(name)s.", name=name)

    assert run_by("Mair") == "Run by Mair."
    with speaking(WELSH):
        assert run_by("Mair") == "Wedi'i redeg gan Mair."
    assert run_by("Mair") == "Run by Mair."


def test_blank_text_of_a_record_is_not_marked() -> None:
    assert as_recorded(" ") == " "
    assert plain(as_recorded("Old Mill Hub")) == "Old Mill Hub"
