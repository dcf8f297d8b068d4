"""Reading takes JSON types only, says what else it finds, and is never stalled or crashed."""
# ruff: noqa: E501, RUF001 - a message stands on one line, as its author reads it; words are in many scripts

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hubatlas.records.characters import normalised
from hubatlas.records.positions import locate
from hubatlas.records.reading import MOST_BYTES, Parser, UnreadableError, read

PARSERS: list[Parser] = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


def faults(source: bytes, parser: Parser = PARSERS[-1]) -> list[str]:
    """What is said of the bytes, one line each; empty where they are a record."""
    try:
        read(source, parser)
    except UnreadableError as error:
        return [f"{each.line}:{each.column}: {each.message}; {each.hint}" for each in error.faults]
    return []


STAYS_TEXT = [
    *("yes", "no", "on", "off", "true", "false", "Yes", "NO", "y", "n"),
    *("10:00", "09:30", "17:30", "24:00", "09:00-17:00", "12:30:45"),
    *("2026-12-24", "2026-02-30", "2026-12-24T10:00:00Z", "2026-09"),
    *(
        "+44 1752 304200",
        "+441752304200",
        "01752 304200",
        "01752304200",
        "0808 157 0123",
        "0o17",
        "0x1f",
        "1_000",
        "010",
    ),
    *(
        ".nan",
        ".inf",
        "-.inf",
        "1e5",
        "+5",
        "-",
        "5.",
        ".5",
        "--5",
        "1.2.3",
        "1,000",
        "12345678901234567890",
        "=",
        "Null Street",
    ),
]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", [text for text in STAYS_TEXT if text != "-"])
def test_what_other_readers_take_for_something_else_stays_text(text: str, parser: Parser) -> None:
    assert read(f"a: {text}\n".encode(), parser) == {"a": text}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12", 12), ("-3", -3), ("50.41876", 50.41876), ("-4.15", -4.15), ("2.50", 2.5)]
)
def test_plain_decimal_numbers_are_numbers(text: str, number: float, parser: Parser) -> None:
    value = read(f"a: {text}\n".encode(), parser)["a"]

    assert value == number
    assert type(value) is type(number)


def test_numbers_in_quotes_are_text() -> None:
    assert read(b"a: \"42\"\nb: '42'\n") == {"a": "42", "b": "42"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a: one\n", "one"),
        ("a:   one   # a comment\n", "one"),
        ('a: " one "\n', "one"),
        ("a: >\n  one\n  two\n", "one two"),
        ("a: |\n  one\n\n  two\n", "one\n\ntwo"),
        ("a: one\n  two\n", "one two"),
        ("a: O'Neill's café & bar\n", "O'Neill's café & bar"),
        ("a: 'it''s'\n", "it's"),
        ('a: "caf\\u00e9"\n', "café"),
        ("a: cafe\u0301\n", "café"),
        ('a: "cafe\\u0301"\n', "café"),
        ("a: 👩\u200d🔧 می\u200cخواهم\n", "👩\u200d🔧 می\u200cخواهم"),
        ("a: 50% off, 2*3, R&D, no! a:b, c#d\n", "50% off, 2*3, R&D, no! a:b, c#d"),
        ("---\na: one\n...\n", "one"),
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_text_is_what_its_author_meant(written: str, meant: str, parser: Parser) -> None:
    assert read(written.encode(), parser) == {"a": meant}


QUOTE = "put the whole text in quotes"
NO_VALUE = "leave the line out if it is not known"
UNCLOSED = "close it there; for text of several lines write | and the text below it, indented"

REFUSED = [
    ("a: &x 1\nb: *x\n", ["1:4: text cannot start with &; " + QUOTE]),
    ("a: **bold** text\n", ["1:5: text cannot start with this character; " + QUOTE]),
    ("a: *x\n", ["1:4: text cannot start with *; " + QUOTE]),
    ("a: !important\n", ["1:4: text cannot start with !; " + QUOTE]),
    ("a: !!python/object:os.system x\n", ["1:4: text cannot start with !; " + QUOTE]),
    ("a: ! x\n", ["1:4: text cannot start with !; " + QUOTE]),
    ("a: @home\n", ["1:4: text cannot start with this character; " + QUOTE]),
    ("a: `code`\n", ["1:4: text cannot start with this character; " + QUOTE]),
    ("a: {b: 1}\n<<: {c: 2}\n", ["2:1: << is not allowed in a record; write the lines out"]),
    ("a: 1\nb: 2\na: 3\n", ['3:1: "a" is given twice: here and on line 1; keep one of them']),
    ("a:\n  b: 1\n  b: 2\n", ['3:3: "b" is given twice: here and on line 2; keep one of them']),
    ("a: 1\n---\na: 2\n", ["2:1: a file holds one record; take out the line --- and what follows it"]),
    ("%YAML 1.2\n---\na: 1\n", ["1:1: a line that starts with % is not allowed in a record; delete the line"]),
    ("%FOO\na: 1\n", ["1:1: a line that starts with % is not allowed in a record; delete the line"]),
    ("a:\nb: ~\nc: null\nd:\n  -\n", [
        f"1:3: a has no value; {NO_VALUE}",
        f"2:4: b has no value; {NO_VALUE}",
        '3:4: c has no value; leave the line out, or write "null" in quotes if it is text',
        f"5:4: this item has no value; {NO_VALUE}",
    ]),
    ('a: ""\nb: " "\n', [f"1:4: a has no value; {NO_VALUE}", f"2:4: b has no value; {NO_VALUE}"]),
    ("a: #0b5c6b\n", ["1:3: a has no value: what follows a # is a comment; put the value in quotes"]),
    ("a: Room #4\n", ['1:4: the text ends before "#4", which reads as a comment; put the whole text in quotes, or a space after # if it is a comment']),
    ("", ["1:1: the file is empty; a record starts with a line such as `name: Riverside Hub`"]),
    ("# only a comment\n", ["1:1: the file is empty; a record starts with a line such as `name: Riverside Hub`"]),
    ("- a\n- b\n", ["1:1: a record is lines such as `name: value`; compare it with another record"]),
    ("just text\n", ["1:1: a record is lines such as `name: value`; compare it with another record"]),
    ("? [a, b]\n: 1\n", ["1:3: a name must be plain text; write it as `name: value`"]),
    ('"": 1\n', ["1:1: a value has no name before its colon; write it as `name: value`"]),
    ("a: Open: all day\n", ["1:8: a colon followed by a space starts a value, and this line already has one; " + QUOTE]),
    ("a: one\n  b: two\n", ["2:3: this line reads on from the line above; line it up with the names at the same level, or put the colon that the line above lacks"]),
    ("a one\nb: two\n", ["2:1: this line reads on from the line above; line it up with the names at the same level, or put the colon that the line above lacks"]),
    ("a: one\nb two\n", ["2:1: this line is not `name: value`; add a colon and a space, or indent it as part of the line above"]),
    ("a:\n\tb: 1\n", ["2:1: a tab stands where only spaces may; use spaces to indent"]),
    ('a: "never closed\nb: two\nc: three\n', ["1:4: the quotation mark that opens here is never closed; close it, or leave out both marks"]),
    ('a: "closed too late\nb: "two"\n', [f"1:4: the quotation mark that opens here is not closed on its line; {UNCLOSED}"]),
    ("a: 'it's'\n", ["1:8: this line does not fit the lines above; line it up with the names at the same level"]),
    ('a: "C:\\docs"\n', ["1:7: \\ has a special meaning between double quotes; use single quotes, or none"]),
    ("a: [one, two\nb: three\n", ["1:4: this list in square brackets is not closed, or lacks a comma; write it as [one, two]"]),
    ("a: {one: 1\n", ["1:4: this group in curly brackets is not closed, or lacks a comma; write it as {name: One, level: town}"]),
    ("a: > one\n", ["1:6: after | or > the text starts on the next line; move it there and indent it"]),
    ("a: one\n\u00a0\u00a0b: two\n", ["2:1: the line is indented with U+00A0 (no-break space); use plain spaces to indent"]),
    ("a: [[[[[[[[[[[[[1]]]]]]]]]]]]]\n", ["1:15: the record is nested more than 12 deep; write it flatter"]),
]  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "said"), REFUSED, ids=[case[0][:20] for case in REFUSED])
def test_author_reads_why_a_text_is_not_a_record(text: str, said: list[str], parser: Parser) -> None:
    assert faults(text.encode(), parser) == said


INVISIBLE = [
    ("a: one\u200btwo\n", "1:7: U+200B (zero width space)"),
    ("a: \u202eone\n", "1:4: U+202E (right-to-left override)"),
    ("a: \u2066one\n", "1:4: U+2066 (left-to-right isolate)"),
    ("a: one\u2028b: two\n", "1:7: U+2028 (line separator)"),
    ("a: one\x85b: two\n", "1:7: U+0085 (a next-line character)"),
    ("a: one\rb: two\n", "1:7: U+000D (a carriage return without a line feed)"),
    ("a: one\x1b[31m\n", "1:7: U+001B (a control character)"),
    ("a: one\x00\n", "1:7: U+0000 (a control character)"),
    ("a: one\x7f\n", "1:7: U+007F (a control character)"),
    ("a: \ue000\n", "1:4: U+E000 (a private-use character)"),
    ("a: \ufffd\n", "1:4: U+FFFD (replacement character)"),
    ("a: one\ufeff\n", "1:7: U+FEFF (a byte order mark)"),
    ("a: \u3164\n", "1:4: U+3164 (hangul filler)"),
    ("a: x\U000e0069\n", "1:5: U+E0069 (tag latin small letter i)"),
    ("a: \uffff\n", "1:4: U+FFFF (not a character)"),
    ("# \u200b\na: one\n", "1:3: U+200B (zero width space)"),
]


@pytest.mark.parametrize(("text", "said"), INVISIBLE, ids=[case[1][5:11] for case in INVISIBLE])
def test_invisible_characters_are_named(text: str, said: str) -> None:
    assert faults(text.encode()) == [f"{said} is not allowed in a record; delete it; it may be invisible"]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "escape", ["\\u200b", "\\u202e", "\\e", "\\0", "\\v", "\\N", "\\L", "\\r", "\\ufeff", "\\U000e0069"]
)
def test_invisible_characters_are_refused_when_written_with_a_backslash(escape: str, parser: Parser) -> None:
    (said,) = faults(f'a: 1\nb: "one{escape}two"\n'.encode(), parser)

    assert said.startswith("2:4: U+")
    assert said.endswith("is not allowed in a record; delete it; it is written with a backslash")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: one\n".encode("utf-16"), "1:1: the file is not UTF-8 text; save it as UTF-8"),
        ("a: one\n".encode("utf-16-be"), "1:1: the file is not UTF-8 text; save it as UTF-8"),
        (b"\xef\xbb\xbfa: one\n", "1:1: the file starts with an invisible mark (a byte order mark); save it as UTF-8 without BOM"),
        ("a: caf\xe9\n".encode("latin-1"), "1:7: the file is not UTF-8 text from here on; save it as UTF-8"),
        (b"a: 1\nb: \xc0\xaf\n", "2:4: the file is not UTF-8 text from here on; save it as UTF-8"),
        (b"a: \xed\xa0\x80\n", "1:4: the file is not UTF-8 text from here on; save it as UTF-8"),
        (b"\x89PNG\r\n\x1a\n", "1:1: the file is not UTF-8 text from here on; save it as UTF-8"),
        (b"a: " + b"x" * MOST_BYTES, "1:1: the file is larger than 64 KiB; shorten its text"),
        (b"a: [" + b"x, " * 6_000 + b"x]\n", "1:14996: the record holds more than 5,000 values; shorten it"),
    ],
)  # fmt: skip
def test_files_that_are_not_plain_text_are_refused(source: bytes, said: str) -> None:
    assert faults(source) == [said]


def test_every_fault_of_a_record_is_told_at_once() -> None:
    said = faults(b"a:\nb: 1\nb: 2\nc: Room #4\n")

    assert [line.split(":")[0] for line in said] == ["1", "3", "4"]


NASTY = {
    "merge bomb": b"a: &a {x: 1}\n" + b"".join(b"b%d: {<<: [*a, *a]}\n" % n for n in range(30)),
    "nested lists": b"a: " + b"[" * 60_000,
    "nested groups": b"a: " + b"{a: " * 15_000,
    "nested dashes": b"- " * 30_000,
    "nested question marks": b"? " * 30_000,
    "nested lines": b"".join(b" " * depth + b"a:\n" for depth in range(350)),
    "quotes": b"a: " + b'"' * 60_000,
    "one quote": b'a: "' + b"x\n" * 30_000,
    "brackets closed": b"a: " + b"[" * 30_000 + b"]" * 30_000,
    "colons": b"a: " + b": " * 30_000,
    "many names": b"".join(b"a%d: 1\n" % n for n in range(7_000)),
    "many quoted lines": b'a: "\n' + b"x: y\n" * 13_000,
    "long digits": b"a: " + b"1" * 60_000,
    "escapes": b'a: "' + b"\\x41" * 15_000 + b'"\n',
    "spaces": b"a: x" + b" " * 60_000 + b"#y\n",
    "comments": b"# x\n" * 16_000,
    "anchors": b"a: &" + b"a" * 60_000,
    "tags": b"a: !" + b"a" * 60_000,
    "forbidden": b"\x01\n" * 30_000,
    "combining": b"a: e" + "\u0301".encode() * 30_000,
    "block": b"a: |\n" + b" " * 30_000 + b"x\n" + b" " * 30_000,
    "keys without values": b"[" + b"a: b," * 10_000,
}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", NASTY)
def test_nothing_stalls_the_reader(name: str, parser: Parser) -> None:
    started = time.process_time()

    faults(NASTY[name], parser)

    assert time.process_time() - started < 1


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(source: bytes) -> None:
    faults(source)


@given(st.text(alphabet=st.sampled_from("ab01 \n\t:-?,[]{}#&*!|>'\"%@`=~<.\\é\u200b"), max_size=80))
def test_no_text_crashes_the_reader_or_its_positions(text: str) -> None:
    if not faults(text.encode()):
        locate(text.encode())


_WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)
_TEXTS = _WORDS.map(normalised).map(str.strip).filter(bool)
_RECORDS = st.dictionaries(
    _TEXTS,
    st.recursive(
        _TEXTS | st.integers(-(10**9), 10**9) | st.floats(-1000, 1000).map(lambda number: round(number, 6)),
        lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(_TEXTS, inner, min_size=1, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=6,
)


@given(_RECORDS)
def test_what_another_writer_wrote_reads_back_the_same(record: dict[str, object]) -> None:
    written = yaml.dump(record, Dumper=_PlainNumbers, allow_unicode=True, sort_keys=False)

    assert read(written.encode()) == record


class _PlainNumbers(yaml.SafeDumper):
    """Writes every text in quotes and every number as it is."""


_PlainNumbers.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'")
)
_PlainNumbers.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", f"{number:.6f}")
)
